// Rows of tasks and of the network: what has to be agreed between units, and across clusters.

#include <cmath>

#include "analysis/catalog_rows.hpp"

namespace respnet::analysis {
namespace {

std::vector<std::uint64_t> pairs_of_tasks(const Study& study) {
  std::vector<std::uint64_t> pairs(study.graph().task_count());
  for (graph::Vertex task = 0; task < pairs.size(); ++task) {
    const std::uint64_t units = study.graph().neighbors(task).size();
    pairs[task] = units * (units - (units > 0 ? 1 : 0)) / 2;
  }
  return pairs;
}

// Of these, in two clusters: the share is undefined where there are none.
std::vector<std::uint64_t> cross_pairs_of_tasks(const Study& study) {
  std::vector<std::uint64_t> pairs = pairs_of_tasks(study);
  for (std::size_t task = 0; task < pairs.size(); ++task)
    if (pairs[task] > 0)
      pairs[task] = static_cast<std::uint64_t>(
          std::llround(static_cast<double>(pairs[task]) * study.clusters().cross_cluster[task]));
  return pairs;
}

std::uint64_t total(const std::vector<std::uint64_t>& counts) {
  std::uint64_t sum = 0;
  for (const std::uint64_t count : counts) sum += count;
  return sum;
}

Column::Values counts(const std::vector<std::uint64_t>& values) {
  return std::vector<std::int64_t>(values.begin(), values.end());
}

}  // namespace

std::vector<Measure> coordination_measures() {
  const std::string brooks = "Brooks 1975, The Mythical Man-Month";
  return {
      {.id = "coordination.pairs",
       .level = Level::Network,
       .label = {"协调对数", "pairs to coordinate"},
       .meaning =
           {"各任务内须两两协调的单位对合计，即协调成本",
            "pairs of units that have to agree, summed over tasks: the cost of coordination"},
       .formula = "Σ_t C(k_t, 2)",
       .range = "0, 1, …",
       .cost = "O(T)",
       .source = brooks,
       .column = [](const Study& s) { return single(std::size_t{total(pairs_of_tasks(s))}); }},
      {.id = "coordination.cross_share",
       .level = Level::Network,
       .label = {"跨圈协调占比", "coordination across clusters"},
       .meaning = {"须协调的单位对中分属不同协作圈的比例",
                   "share of the pairs to coordinate whose units lie in different clusters"},
       .formula = "Σ_t (pairs of t in two clusters) / Σ_t C(k_t, 2)",
       .normalizer = "coordination.pairs",
       .range = "[0, 1]",
       .undefined = "no task of two units",
       .cost = "near-linear in A",
       .column =
           [](const Study& s) {
             const std::uint64_t pairs = total(pairs_of_tasks(s));
             if (pairs == 0) return single(std::optional<double>());
             return single(std::optional(static_cast<double>(total(cross_pairs_of_tasks(s))) /
                                         static_cast<double>(pairs)));
           }},
      {.id = "task.pairs",
       .level = Level::Task,
       .label = {"协调对数", "pairs to coordinate"},
       .meaning = {"任务内须两两协调的单位对，即协调成本",
                   "pairs of its units that have to agree: the cost of coordination"},
       .formula = "C(k_t, 2)",
       .range = "0, 1, …",
       .cost = "O(T)",
       .source = brooks,
       .column = [](const Study& s) { return counts(pairs_of_tasks(s)); }},
      {.id = "task.cross_pairs",
       .level = Level::Task,
       .label = {"跨圈协调对数", "pairs across clusters"},
       .meaning = {"其中分属不同协作圈的单位对",
                   "pairs of its units that lie in different clusters"},
       .formula = "C(k_t, 2) - Σ_c C(k_tc, 2)",
       .range = "0, 1, …, task.pairs",
       .cost = "near-linear in A",
       .column = [](const Study& s) { return counts(cross_pairs_of_tasks(s)); }},
  };
}

}  // namespace respnet::analysis
