// Rows of the network: nesting and avoidance of portfolios, and how few units its leads rest on.

#include "analysis/catalog_rows.hpp"
#include "respnet/analysis/lead_loss.hpp"
#include "respnet/graph/concepts.hpp"
#include "respnet/graph/nestedness.hpp"

namespace respnet::analysis {

using graph::Nestedness;

std::vector<Measure> nesting_measures() {
  struct Row {
    std::string id;
    Words label, meaning;
    std::string undefined;
    std::optional<double> Nestedness::*value;
  };
  const std::vector<Row> rows{
      {"nestedness.nodf",
       {"嵌套度", "nestedness"},
       {"少者是否套在多者之中，任务与单位合计",
        "whether small neighbourhoods lie inside large ones, tasks and units together"},
       "fewer than two tasks and fewer than two units",
       &Nestedness::all},
      {"nestedness.nodf_units",
       {"嵌套度（单位）", "nestedness (units)"},
       {"任务少的单位，其任务是否套在任务多的单位之中",
        "whether the tasks of units with few lie among those of units with more"},
       "fewer than two units",
       &Nestedness::units},
      {"nestedness.nodf_tasks",
       {"嵌套度（任务）", "nestedness (tasks)"},
       {"单位少的任务，其单位是否套在单位多的任务之中",
        "whether the units of tasks with few lie among those of tasks with more"},
       "fewer than two tasks",
       &Nestedness::tasks},
  };
  std::vector<Measure> measures;
  for (const Row& row : rows)
    measures.push_back(
        {.id = row.id,
         .level = Level::Network,
         .label = row.label,
         .meaning = row.meaning,
         .formula = "mean over all pairs of 100 |N(i) ∩ N(j)| / d_j if d_i > d_j, else 0",
         .range = "[0, 100]",
         .undefined = row.undefined,
         .cost = "O(Σ k_t² + Σ d_u²)",
         .source = "Almeida-Neto et al. 2008, doi:10.1111/j.0030-1299.2008.16644.x; "
                   "as vegan nestednodf",
         .column = [value = row.value](const Study& s) { return single(s.nestedness().*value); }});
  measures.push_back(
      {.id = "concepts",
       .level = Level::Network,
       .label = {"形式概念数", "formal concepts"},
       .meaning = {"任务集与单位集互为对方全部共有者的配对数",
                   "pairs of a set of tasks and a set of units, each all that the other shares"},
       .formula = "|{(A, C) : A = C′, C = A′}|",
       .range = "1, 2, …",
       .cost = "O(concepts · A), at most 1e8 steps",
       .source = "Ganter & Wille 1999, doi:10.1007/978-3-642-59830-2",
       .column = [](const Study& s) { return single(graph::concept_count(s.graph())); }});
  measures.push_back({.id = "segregation.c_score",
                      .level = Level::Network,
                      .label = {"C-score（单位）", "C-score (units)"},
                      .meaning = {"单位之间互相回避对方任务的程度",
                                  "how far units keep out of each other's tasks"},
                      .formula = "mean over pairs of units of (d_a - P_ab)(d_b - P_ab)",
                      .range = "[0, T²/4]",
                      .undefined = "fewer than two units",
                      .cost = "O(Σ k_t²)",
                      .source = "Stone & Roberts 1990, doi:10.1007/BF00317345",
                      .column = [](const Study& s) {
                        return single(graph::c_score(s.graph(), graph::Side::Units));
                      }});
  return measures;
}

std::vector<Measure> loss_measures() {
  const Level level = Level::Network;
  return {
      {.id = "lead.bus_factor",
       .level = level,
       .label = {"{lead}支点数", "lead bus factor"},
       .meaning = {"最少失去几个单位，就有过半任务再无{lead}单位",
                   "least number of units whose loss leaves most led tasks without any lead"},
       .formula = "min |R| : |{t : leads of t ⊆ R}| > ½ |{t : t has a lead}|",
       .range = "1, 2, …, U",
       .undefined = "no task has a lead, or the least number was not proved within 2e8 steps",
       .cost = "at most 2e8 steps",
       .source = "branch and bound; the greedy form Avelino et al. 2016, "
                 "doi:10.1109/ICPC.2016.7503718",
       .column =
           [](const Study& s) {
             const auto factor = lead_bus_factor(s.graph());
             if (!factor || !factor->exact) return single(std::optional<double>());
             return single(*factor->exact);
           }},
      {.id = "lead.bus_factor_greedy",
       .level = level,
       .label = {"{lead}支点数（贪心）", "lead bus factor, greedy"},
       .meaning = {"每次失去现存{lead}任务最多的单位，到过半任务再无此类单位时的单位数",
                   "units lost, those with most tasks left first, until most led tasks have no "
                   "lead"},
       .formula = "as lead.bus_factor, by repeated choice; never below it",
       .range = "1, 2, …, U",
       .undefined = "no task has a lead",
       .cost = "at most 2e8 steps",
       .source = "Avelino et al. 2016, doi:10.1109/ICPC.2016.7503718",
       .column =
           [](const Study& s) {
             const auto factor = lead_bus_factor(s.graph(), 0.5, 0);
             if (!factor) return single(std::optional<double>());
             return single(factor->greedy);
           }},
      {.id = "robustness.lead",
       .level = level,
       .label = {"{lead}稳健度", "lead robustness"},
       .meaning = {"自{lead}任务最多的单位起逐一失去时，尚未落空的任务所占比例的平均",
                   "share of led tasks that still have a lead, averaged while units are lost from "
                   "the one with most leads on"},
       .formula = "area under the share of led tasks with a lead left, by share of units lost",
       .range = "[0, 1); (1 - concentration.lead.gini)/2 where each task has one lead",
       .undefined = "no task has a lead",
       .cost = "O(U log U + A)",
       .source = "Burgos et al. 2007, doi:10.1016/j.jtbi.2007.07.030",
       .column = [](const Study& s) { return single(lead_robustness(s.graph())); }},
  };
}

}  // namespace respnet::analysis
