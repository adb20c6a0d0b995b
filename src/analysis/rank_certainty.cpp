#include "respnet/analysis/rank_certainty.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>

#include "respnet/analysis/task_sample.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::Part;
using graph::Vertex;
using Ranks = std::vector<std::uint32_t>;

constexpr std::size_t kMostUnits = 5000;
constexpr std::size_t kFewestSamples = 200;  // the outer ten of them bound 95 %
constexpr double kQuickSteps = 4e8;

double steps_of_sample(const BipartiteGraph& graph) {
  const auto units = static_cast<double>(graph.unit_count());
  return static_cast<double>(graph.edge_count()) + units * std::log2(units + 2);
}

void check(const BipartiteGraph& graph, const RankOptions& options) {
  if (options.samples == 0 || options.top == 0)
    throw std::invalid_argument("rank certainty: samples and top must be above 0");
  if (!(options.confidence > 0 && options.confidence < 1))
    throw std::invalid_argument("rank certainty: confidence must lie between 0 and 1");
  const double steps = static_cast<double>(options.samples) * steps_of_sample(graph);
  if (steps > options.most_steps)
    throw LimitError("rank intervals need " + std::to_string(options.samples) + " samples of " +
                     std::to_string(graph.edge_count()) + " assignments, the limit is " +
                     std::to_string(static_cast<std::uint64_t>(options.most_steps)) +
                     " steps; wait for them (--exact), or take a part of the plan");
}

// Several loads at once, by unit and load, when each task counts as often as it was drawn.
class SampledLoads {
 public:
  SampledLoads(const BipartiteGraph& graph, std::span<const LoadKind> loads) : graph_(graph) {
    for (const LoadKind load : loads) {
      Weights weights{.by_share = load == LoadKind::Share, .of_part = {1, 1, 1, 1}};
      for (const Part part : {Part::Lead, Part::Support, Part::Informed, Part::Oversight}) {
        if (load == LoadKind::Lead) weights.of_part[at(part)] = part == Part::Lead ? 1 : 0;
        if (load == LoadKind::Weighted) weights.of_part[at(part)] = graph.options().weights[part];
      }
      weights_.push_back(weights);
    }
  }

  std::vector<double> sums(const std::vector<std::uint32_t>& times) const {
    switch (weights_.size()) {  // a number that the compiler knows, for the innermost loop
      case 1:
        return sums_of<1>(times);
      case 3:
        return sums_of<3>(times);
      default:
        return sums_of<0>(times);
    }
  }

 private:
  struct Weights {
    bool by_share;  // else by part
    std::array<double, 4> of_part;
  };
  static std::size_t at(Part part) { return static_cast<std::size_t>(part); }

  // kLoads: how many, 0 for any number.
  template <std::size_t kLoads>
  std::vector<double> sums_of(const std::vector<std::uint32_t>& times) const {
    const std::size_t loads = kLoads == 0 ? weights_.size() : kLoads;
    std::vector<double> sums(graph_.unit_count() * loads, 0);
    std::vector<double> adds(4 * loads);  // what a unit gets from this task, by part and load
    for (Vertex task = 0; task < graph_.task_count(); ++task) {
      if (times[task] == 0) continue;
      const auto units = graph_.neighbors(task);
      const auto parts = graph_.parts(task);
      const double share = 1 / static_cast<double>(units.size());
      for (std::size_t load = 0; load < loads; ++load)
        for (std::size_t part = 0; part < 4; ++part)
          adds[part * loads + load] =
              times[task] * (weights_[load].by_share ? share : weights_[load].of_part[part]);
      for (std::size_t i = 0; i < units.size(); ++i) {
        double* const sum = sums.data() + graph_.unit_number(units[i]) * loads;
        const double* const add = adds.data() + at(parts[i]) * loads;
        for (std::size_t load = 0; load < loads; ++load) sum[load] += add[load];
      }
    }
    return sums;
  }

  const BipartiteGraph& graph_;
  std::vector<Weights> weights_;
};

// Of load `load` of `loads`.
Ranks ranks_of(const std::vector<double>& sums, std::size_t loads, std::size_t load) {
  // Sums of shares that are equal on paper may differ in their last digits.
  constexpr double tied = 1e-9;
  struct Carried {
    double load;
    std::uint32_t unit;
  };
  std::vector<Carried> order(sums.size() / loads);
  for (std::uint32_t u = 0; u < order.size(); ++u) order[u] = {sums[u * loads + load], u};
  std::ranges::sort(order, std::greater{}, &Carried::load);
  Ranks ranks(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const bool equal = i > 0 && order[i - 1].load - order[i].load <= tied;
    ranks[order[i].unit] = equal ? ranks[order[i - 1].unit] : i + 1;
  }
  return ranks;
}

// The value that a share of the sorted ones does not exceed: no interpolation, ranks are whole.
std::uint32_t quantile(const Ranks& sorted, double share) {
  const auto place =
      static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::clamp<std::size_t>(place, 1, sorted.size()) - 1];
}

RankCertainty summary(const std::vector<Ranks>& sampled, const RankOptions& options) {
  RankCertainty result;
  result.samples = sampled.size();
  const double tail = (1 - options.confidence) / 2;
  Ranks of_unit(sampled.size());
  for (std::size_t unit = 0; unit < sampled.front().size(); ++unit) {
    for (std::size_t i = 0; i < sampled.size(); ++i) of_unit[i] = sampled[i][unit];
    std::ranges::sort(of_unit);
    result.low.push_back(quantile(of_unit, tail));
    result.high.push_back(quantile(of_unit, 1 - tail));
    const auto top = std::ranges::upper_bound(of_unit, options.top) - of_unit.begin();
    result.in_top.push_back(static_cast<double>(top) / static_cast<double>(sampled.size()));
  }
  return result;
}

}  // namespace

std::vector<RankCertainty> rank_certainties(const BipartiteGraph& graph,
                                            std::span<const LoadKind> loads,
                                            const RankOptions& options) {
  check(graph, options);
  const SampledLoads sampler(graph, loads);
  std::vector<std::vector<Ranks>> sampled(loads.size(), std::vector<Ranks>(options.samples));
  parallel_blocks(options.samples, options.threads, [&](std::size_t i) {
    std::vector<std::uint32_t> times(graph.task_count(), 0);
    for (const model::TaskId task : bootstrap_tasks(graph.network(), options.seed, i))
      ++times[graph.vertex(task)];
    const std::vector<double> sums = sampler.sums(times);
    for (std::size_t load = 0; load < loads.size(); ++load)
      sampled[load][i] = ranks_of(sums, loads.size(), load);
  });
  const std::vector<double> sums = sampler.sums(std::vector<std::uint32_t>(graph.task_count(), 1));
  std::vector<RankCertainty> results(loads.size());
  parallel_blocks(loads.size(), options.threads, [&](std::size_t load) {
    results[load] = summary(sampled[load], options);
    results[load].rank = ranks_of(sums, loads.size(), load);
    sampled[load].clear();
  });
  return results;
}

RankCertainty rank_certainty(const BipartiteGraph& graph, LoadKind load,
                             const RankOptions& options) {
  return std::move(rank_certainties(graph, std::array{load}, options).front());
}

std::size_t rank_samples(const BipartiteGraph& graph) {
  const std::size_t usual = RankOptions{}.samples;
  return std::clamp(static_cast<std::size_t>(kQuickSteps / steps_of_sample(graph)), kFewestSamples,
                    usual);
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
