#include "respnet/analysis/rank_certainty.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <string>

#include "respnet/analysis/task_sample.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::Vertex;
using Ranks = std::vector<std::uint32_t>;

constexpr double kMostSteps = 4e9;
constexpr std::size_t kMostUnits = 5000;

void check(const BipartiteGraph& graph, const RankOptions& options) {
  if (options.samples == 0 || options.top == 0)
    throw std::invalid_argument("rank certainty: samples and top must be above 0");
  if (!(options.confidence > 0 && options.confidence < 1))
    throw std::invalid_argument("rank certainty: confidence must lie between 0 and 1");
  const auto units = static_cast<double>(graph.unit_count());
  const double steps = static_cast<double>(options.samples) *
                       (static_cast<double>(graph.edge_count()) + units * std::log2(units + 2));
  if (steps > kMostSteps)
    throw LimitError("rank intervals need " + std::to_string(options.samples) + " samples of " +
                     std::to_string(graph.edge_count()) +
                     " assignments, the limit is 4·10^9 steps; take a part of the plan");
}

// Loads when each task counts as often as it was drawn.
std::vector<double> loads_of(const BipartiteGraph& graph, LoadKind load,
                             const std::vector<std::uint32_t>& times) {
  std::vector<double> values(graph.unit_count(), 0);
  for (Vertex task = 0; task < graph.task_count(); ++task) {
    if (times[task] == 0) continue;
    const auto units = graph.neighbors(task);
    for (std::size_t i = 0; i < units.size(); ++i)
      values[graph.unit_number(units[i])] +=
          times[task] * load_of(graph, graph.task(task), graph.parts(task)[i], load);
  }
  return values;
}

Ranks ranks_of(const std::vector<double>& values) {
  // Sums of shares that are equal on paper may differ in their last digits.
  constexpr double tied = 1e-9;
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::greater{}, [&](std::uint32_t u) { return values[u]; });
  Ranks ranks(values.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const bool equal = i > 0 && values[order[i - 1]] - values[order[i]] <= tied;
    ranks[order[i]] = equal ? ranks[order[i - 1]] : i + 1;
  }
  return ranks;
}

Ranks sampled_ranks(const BipartiteGraph& graph, LoadKind load, std::uint64_t seed,
                    std::size_t sample) {
  std::vector<std::uint32_t> times(graph.task_count(), 0);
  for (const model::TaskId task : bootstrap_tasks(graph.network(), seed, sample))
    ++times[graph.vertex(task)];
  return ranks_of(loads_of(graph, load, times));
}

// The value that a share of the sorted ones does not exceed: no interpolation, ranks are whole.
std::uint32_t quantile(const Ranks& sorted, double share) {
  const auto place =
      static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::clamp<std::size_t>(place, 1, sorted.size()) - 1];
}

}  // namespace

RankCertainty rank_certainty(const BipartiteGraph& graph, LoadKind load,
                             const RankOptions& options) {
  check(graph, options);
  std::vector<Ranks> sampled(options.samples);
  parallel_blocks(options.samples, options.threads,
                  [&](std::size_t i) { sampled[i] = sampled_ranks(graph, load, options.seed, i); });

  const std::size_t n = graph.unit_count();
  RankCertainty result;
  result.samples = options.samples;
  result.rank = ranks_of(loads_of(graph, load, std::vector<std::uint32_t>(graph.task_count(), 1)));
  const double tail = (1 - options.confidence) / 2;
  Ranks of_unit(options.samples);
  for (std::size_t unit = 0; unit < n; ++unit) {
    for (std::size_t i = 0; i < options.samples; ++i) of_unit[i] = sampled[i][unit];
    std::ranges::sort(of_unit);
    result.low.push_back(quantile(of_unit, tail));
    result.high.push_back(quantile(of_unit, 1 - tail));
    const auto top = std::ranges::upper_bound(of_unit, options.top) - of_unit.begin();
    result.in_top.push_back(static_cast<double>(top) / static_cast<double>(options.samples));
  }
  return result;
}

RoleWeightRanks role_weight_ranks(std::span<const std::uint32_t> lead,
                                  std::span<const std::uint32_t> support) {
  const std::size_t n = lead.size();
  if (n > kMostUnits)
    throw LimitError("ranks over all role weights compare all pairs of " + std::to_string(n) +
                     " units, the limit is " + std::to_string(kMostUnits) +
                     " units; take a part of the plan");
  RoleWeightRanks result;
  std::vector<double> until, from, places;
  for (std::size_t u = 0; u < n; ++u) {
    std::uint32_t always = 0;
    until.clear();  // others that carry more below this weight of support
    from.clear();   // others that carry more above it
    for (std::size_t v = 0; v < n; ++v) {
      const double at_none = double(lead[v]) - lead[u];
      const double at_full = at_none + double(support[v]) - support[u];
      if (at_none > 0 && at_full > 0) ++always;
      if (at_none > 0 && at_full <= 0) until.push_back(at_none / (at_none - at_full));
      if (at_none <= 0 && at_full > 0) from.push_back(-at_none / (at_full - at_none));
    }
    std::ranges::sort(until);
    std::ranges::sort(from);
    // The number of units ahead changes at these places only: look at each and between them.
    places.assign({0, 1});
    places.insert(places.end(), until.begin(), until.end());
    places.insert(places.end(), from.begin(), from.end());
    std::ranges::sort(places);
    std::uint32_t least = UINT32_MAX, most = 0;
    const auto look = [&](double weight) {
      const auto ahead =
          static_cast<std::uint32_t>((until.end() - std::ranges::upper_bound(until, weight)) +
                                     (std::ranges::lower_bound(from, weight) - from.begin()));
      least = std::min(least, always + ahead);
      most = std::max(most, always + ahead);
    };
    for (std::size_t i = 0; i < places.size(); ++i) {
      look(places[i]);
      if (i > 0) look((places[i - 1] + places[i]) / 2);
    }
    result.low.push_back(least + 1);
    result.high.push_back(most + 1);
  }
  return result;
}

}  // namespace respnet::analysis
