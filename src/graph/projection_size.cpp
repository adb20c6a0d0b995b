#include "respnet/graph/projection_size.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "graph/pair_scan.hpp"
#include "graph/row_counter.hpp"
#include "respnet/base/memory.hpp"
#include "respnet/base/random.hpp"
#include "respnet/base/weighted_draw.hpp"

namespace respnet::graph {
namespace {

// The most partners of a higher number that each unit can have.
std::vector<double> most_partners(const BipartiteGraph& graph) {
  std::vector<double> most;
  for (const std::uint64_t later : later_units(graph)) {
    const std::uint64_t others = graph.unit_count() - 1 - most.size();
    most.push_back(static_cast<double>(std::min(later, others)));
  }
  return most;
}

}  // namespace

std::uint64_t usual_projection_memory() { return usable_memory() / 2; }

std::uint64_t most_sharing_pairs(const BipartiteGraph& graph) {
  std::uint64_t pairs = 0;
  for (Vertex task = 0; task < graph.task_count(); ++task) {
    const std::uint64_t units = graph.neighbors(task).size();
    pairs += units * (units - std::min<std::uint64_t>(units, 1)) / 2;
  }
  const std::uint64_t units = graph.unit_count();
  return units == 0 ? 0 : std::min(pairs, units * (units - 1) / 2);
}

PairEstimate estimated_sharing_pairs(const BipartiteGraph& graph) {
  constexpr int kDraws = 256;
  const std::vector<double> most = most_partners(graph);
  double all = 0;
  for (const double partners : most) all += partners;
  if (all == 0) return {};
  const WeightedDraw draw(most);
  RandomEngine engine(1);
  RowCounter<true, false> counter(graph);
  std::vector<double> share(most.size(), -1);  // of its bound that a unit has; busy ones come again
  double sum = 0, squares = 0;
  for (int i = 0; i < kDraws; ++i) {
    const std::uint32_t unit = draw(engine);
    if (share[unit] < 0) {
      share[unit] = static_cast<double>(counter.count(unit).size()) / most[unit];
      counter.forget();
    }
    sum += share[unit];
    squares += share[unit] * share[unit];
  }
  const double mean = sum / kDraws;
  const double variance = std::max(0.0, squares / kDraws - mean * mean) * kDraws / (kDraws - 1);
  return {all * mean, all * std::sqrt(variance / kDraws)};
}

}  // namespace respnet::graph
