#include <algorithm>

#include "analysis/catalog_rows.hpp"

namespace respnet::analysis {
namespace {

// How many units take part in each task, all of them or as one part.
std::vector<std::uint32_t> units_of_tasks(const graph::BipartiteGraph& graph,
                                          std::optional<graph::Part> part = {}) {
  std::vector<std::uint32_t> count(graph.task_count());
  for (graph::Vertex task = 0; task < count.size(); ++task) {
    const auto parts = graph.parts(task);
    count[task] =
        static_cast<std::uint32_t>(part ? std::ranges::count(parts, *part) : std::ssize(parts));
  }
  return count;
}

}  // namespace

std::vector<Measure> task_measures() {
  const Level level = Level::Task;
  std::vector<Measure> rows{
      {.id = "task.units",
       .level = level,
       .label = {"单位数", "units"},
       .meaning = {"承担任务的单位数", "units that take part in the task"},
       .formula = "k_t = Σ_u B_tu",
       .range = "0, 1, …, U",
       .cost = "O(T)",
       .column = [](const Study& s) { return whole_numbers(units_of_tasks(s.graph())); }},
      {.id = "task.leads",
       .level = level,
       .label = {"{lead}单位数", "{lead} units"},
       .meaning = {"任务的{lead}单位数", "units that lead the task, by the lead policy"},
       .formula = "Σ_u L_tu",
       .range = "0, 1, …, task.units",
       .cost = "O(A)",
       .column =
           [](const Study& s) {
             return whole_numbers(units_of_tasks(s.graph(), graph::Part::Lead));
           }},
      {.id = "task.support",
       .level = level,
       .label = {"其他单位数", "support"},
       .meaning = {"参与而不{lead}的单位数", "units that take part in the task without leading it"},
       .formula = "Σ_u S_tu",
       .range = "0, 1, …, task.units",
       .cost = "O(A)",
       .column =
           [](const Study& s) {
             return whole_numbers(units_of_tasks(s.graph(), graph::Part::Support));
           }},
  };
  for (auto&& family : {bipartite_measures(level), structure_measures(level),
                        ranking_measures(level), weighted_measures(level)})
    rows.insert(rows.end(), family.begin(), family.end());
  rows.push_back(
      {.id = "task.cross_cluster",
       .level = level,
       .label = {"跨圈程度", "across clusters"},
       .meaning = {"任务的单位对中分属不同协作圈的比例",
                   "share of the pairs of its units that lie in different clusters"},
       .formula = "1 - Σ_c C(k_tc, 2) / C(k_t, 2)",
       .normalizer = "C(k_t, 2)",
       .range = "[0, 1]; 0 inside one cluster, 1 when no two units share one",
       .undefined = "task of fewer than two units",
       .cost = "near-linear in A",
       .column = [](const Study& s) { return real_numbers(s.clusters().cross_cluster); }});
  return rows;
}

}  // namespace respnet::analysis
