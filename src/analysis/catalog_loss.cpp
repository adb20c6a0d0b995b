// Rows of the network: nesting and avoidance of portfolios, and how few units its leads rest on.

#include <cmath>

#include "analysis/catalog_rows.hpp"
#include "respnet/analysis/lead_loss.hpp"
#include "respnet/graph/concepts.hpp"
#include "respnet/graph/nestedness.hpp"

namespace respnet::analysis {

using graph::Nestedness;
using graph::Side;

namespace {

std::vector<Measure> segregation_measures() {
  const Level level = Level::Network;
  const std::string stone = "Stone & Roberts 1990, doi:10.1007/BF00317345";
  return {
      {.id = "segregation.c_score",
       .level = level,
       .label = {"相斥度", "C-score"},
       .meaning = {"两单位各自独有任务数之积的平均，高则各做各的",
                   "mean over pairs of units of the product of the tasks that only one has; high "
                   "where they keep apart"},
       .formula = "mean over pairs of units of (d_a - P_ab)(d_b - P_ab)",
       .normalizer = "U (U - 1) / 2",
       .range = "[0, T²/4]",
       .undefined = "fewer than two units",
       .cost = "O(Σ k_t²)",
       .source = stone,
       .column =
           [](const Study& s) {
             return single(graph::c_score(s.graph(), Side::Units, s.butterflies()));
           }},
      {.id = "segregation.c_score_normalized",
       .level = level,
       .label = {"标准化相斥度", "C-score, normalised"},
       .meaning = {"同上，每对除以其任务数所容许的最大值",
                   "the same with each pair over the most that its numbers of tasks allow"},
       .formula = "mean over pairs of (d_a - P_ab)(d_b - P_ab) / m, m = d_a d_b if d_a + d_b ≤ T, "
                  "else (T - d_a)(T - d_b)",
       .normalizer = "m; U (U - 1) / 2",
       .range = "[0, 1]",
       .undefined = "fewer than two units",
       .cost = "O(Σ k_t²)",
       .source = stone + "; as R bipartite C.score, normalise",
       .column =
           [](const Study& s) {
             return single(graph::normalized_c_score(s.graph(), Side::Units, s.work()));
           }},
      {.id = "segregation.c_score_tasks",
       .level = level,
       .label = {"相斥度（任务）", "C-score (tasks)"},
       .meaning = {"两任务各自独有单位数之积的平均",
                   "mean over pairs of tasks of the product of the units that only one has"},
       .formula = "mean over pairs of tasks of (k_s - shared units)(k_t - shared units)",
       .normalizer = "T (T - 1) / 2",
       .range = "[0, U²/4]",
       .undefined = "fewer than two tasks",
       .cost = "O(Σ d_u²)",
       .source = stone,
       .column =
           [](const Study& s) {
             return single(graph::c_score(s.graph(), Side::Tasks, s.butterflies()));
           }},
      {.id = "segregation.checkerboards",
       .level = level,
       .label = {"棋盘单元数", "checkerboard units"},
       .meaning = {"两单位与两任务中各做一项、互不相涉的组合数",
                   "pairs of units with pairs of tasks of which each has one alone"},
       .formula = "Σ over pairs of units of (d_a - P_ab)(d_b - P_ab)",
       .range = "0, 1, …",
       .undefined = "fewer than two units",
       .cost = "O(Σ k_t²)",
       .source = stone,
       .column =
           [](const Study& s) {
             const auto score = graph::c_score(s.graph(), Side::Units, s.butterflies());
             const auto units = static_cast<double>(s.graph().unit_count());
             if (!score) return single(score);
             return single(std::optional(std::round(*score * units * (units - 1) / 2)));
           }},
  };
}

}  // namespace

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
         .normalizer = "d_j; pairs",
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
  for (Measure& row : segregation_measures()) measures.push_back(std::move(row));
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
       .normalizer = "led tasks; U",
       .range = "[0, 1); (1 - concentration.lead.gini)/2 where each task has one lead",
       .undefined = "no task has a lead",
       .cost = "O(U log U + A)",
       .source = "Burgos et al. 2007, doi:10.1016/j.jtbi.2007.07.030",
       .column = [](const Study& s) { return single(lead_robustness(s.graph())); }},
  };
}

}  // namespace respnet::analysis
