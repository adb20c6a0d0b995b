#include "respnet/analysis/unit_pairs.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <tuple>

#include "respnet/base/errors.hpp"

namespace respnet::analysis {
namespace {

void check(const graph::CoResponsibilityGraph& shared, const PairOptions& options) {
  if (options.min_shared == 0) throw std::invalid_argument("pairs: min_shared must be at least 1");
  if (options.min_shared > 1 || options.top > 0 || shared.edge_count() <= kMostPairs) return;
  throw LimitError("there are " + std::to_string(shared.edge_count()) +
                   " pairs of units with a shared task, the limit is " +
                   std::to_string(kMostPairs) +
                   "; ask for a minimum of shared tasks (--min-shared) or the strongest pairs "
                   "(--top)");
}

}  // namespace

std::vector<UnitPair> unit_pairs(const graph::CoResponsibilityGraph& shared,
                                 const PairOptions& options) {
  check(shared, options);
  const graph::Adjacency graph = shared.adjacency();
  std::vector<UnitPair> pairs;
  for (graph::Vertex a = 0; a < graph.vertex_count(); ++a) {
    for (std::uint64_t arc = graph.offsets[a]; arc < graph.offsets[a + 1]; ++arc) {
      const graph::Vertex b = graph.targets[arc];
      const auto tasks = static_cast<std::uint32_t>(graph.weights[arc]);
      if (a < b && tasks >= options.min_shared) pairs.push_back({a, b, tasks, arc});
    }
  }
  std::ranges::sort(pairs, [](const UnitPair& x, const UnitPair& y) {
    return std::tuple(y.shared, x.a, x.b) < std::tuple(x.shared, y.a, y.b);
  });
  if (options.top > 0 && options.top < pairs.size()) pairs.resize(options.top);
  return pairs;
}

}  // namespace respnet::analysis
