#include "respnet/analysis/chance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "respnet/analysis/clusters.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::analysis {
namespace {

constexpr std::array<std::string_view, 2> kUnevenness{"concentration.tasks.gini",
                                                      "concentration.lead.gini"};
constexpr std::string_view kModularity = "clusters.modularity";

const Measure& network_measure(std::string_view id) {
  return *std::ranges::find_if(catalog(), [&](const Measure& measure) {
    return measure.level == Level::Network && measure.id == id;
  });
}

void add_unevenness(const Study& study, Chance& result) {
  const std::size_t samples = affordable_samples(study.graph().edge_count());
  if (samples == 0) {
    result.unaffordable.insert(result.unaffordable.end(), kUnevenness.begin(), kUnevenness.end());
    return;
  }
  std::vector<const Measure*> measures;
  for (const std::string_view id : kUnevenness) measures.push_back(&network_measure(id));
  const NullOptions options{.model = NullModel::TaskSizes, .samples = samples};
  for (const NullTest& test : null_tests(study, measures, options))
    for (const NullRow& row : test.rows)
      if (!std::isnan(row.p)) result.rows.push_back({test.measure->id, options.model, row});
}

std::optional<double> modularity(const graph::BipartiteGraph& graph, const StudyOptions& study) {
  const ClusterOptions options{
      .resolution = study.resolution, .seed = study.seed, .restarts = kChanceRuns, .threads = 1};
  return find_clusters(graph, study.cluster_method, options).modularity;
}

void add_modularity(const Study& study, Chance& result) {
  const std::size_t samples = affordable_modularity_samples(study);
  if (samples == 0)
    result.unaffordable.push_back(kModularity);
  else if (const std::optional<NullRow> row = modularity_by_chance(study, samples))
    result.rows.push_back({kModularity, NullModel::Margins, *row});
}

}  // namespace

std::size_t affordable_samples(std::size_t assignments_a_sample) {
  static_assert(kMostChanceSamples == 999 && kLeastChanceSamples == 99);
  for (const std::size_t samples : {999U, 499U, 199U, 99U})
    if (assignments_a_sample <= kChanceBudget / samples) return samples;
  return 0;
}

std::size_t affordable_modularity_samples(const Study& study) {
  return affordable_samples(study.graph().edge_count() * kChanceRuns);
}

std::optional<NullRow> modularity_by_chance(const Study& study, std::size_t samples) {
  if (study.graph().edge_count() == 0) return std::nullopt;
  const std::optional<double> observed = modularity(study.graph(), study.options());
  if (!observed) return std::nullopt;
  std::vector<double> drawn(samples, 0);
  const StudyOptions options = null_options(study.options());
  parallel_blocks(samples, study.options().threads, [&](std::size_t sample) {
    RandomEngine engine(study.options().seed, sample + 1);
    const model::Network network = null_network(study, NullModel::Margins, engine);
    drawn[sample] =
        modularity(graph::BipartiteGraph(network, options.counting), options).value_or(0);
  });
  const NullRow row = null_row(*observed, std::move(drawn));
  return row.sd > 0 ? std::optional(row) : std::nullopt;
}

Chance chance(const Study& study) {
  Chance result;
  if (study.graph().edge_count() == 0) return result;
  add_unevenness(study, result);
  add_modularity(study, result);
  return result;
}

}  // namespace respnet::analysis
