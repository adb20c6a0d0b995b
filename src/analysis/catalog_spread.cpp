// Rows of the network: how far load and position pile up, beyond the concentration indices.

#include "analysis/catalog_rows.hpp"
#include "respnet/analysis/centrality.hpp"
#include "respnet/analysis/centralization.hpp"
#include "respnet/analysis/exclusivity.hpp"
#include "respnet/analysis/theil_parts.hpp"

namespace respnet::analysis {
namespace {

Measure theil_measure(const LoadWords& load, const std::string& part, const Words& words,
                      const Words& meaning, const std::string& formula, double TheilParts::*value) {
  return {.id = "concentration." + std::string(name(load.load)) + ".theil_" + part + "_clusters",
          .level = Level::Network,
          .label = {words.zh + "（" + load.label.zh + "）", words.en + " (" + load.label.en + ")"},
          .meaning = {meaning.zh + "：" + load.meaning.zh, meaning.en + ": " + load.meaning.en},
          .formula = formula,
          .normalizer = "X",
          .range = "[0, theil]; within + between = theil; units without tasks are one cluster",
          .undefined = "no load at all",
          .cost = "near-linear in A",
          .source = "Shorrocks 1980, doi:10.2307/1913126",
          .column = [kind = load.load, value](const Study& s) {
            const auto parts = theil_parts(load_values(s.loads(), kind), s.clusters().of_unit);
            return single(parts ? std::optional((*parts).*value) : std::nullopt);
          }};
}

struct CentralityWords {
  Centrality kind;
  std::string id;
  Words label;
  std::string formula, normalizer, range;
};

std::vector<CentralityWords> centralities() {
  return {
      {Centrality::Degree,
       "degree",
       {"度中心势", "degree centralization"},
       "Σ_v (max d - d_v) / ((n_1 - 1)(n_2 - 1)), v of the mode",
       "(n_1 - 1)(n_2 - 1)",
       "[0, 1] where each vertex has a neighbour, [0, n_2/(n_2 - 1)] in general"},
      {Centrality::Closeness,
       "closeness",
       {"接近中心势", "closeness centralization"},
       "Σ_v (max c - c_v) over that of a star, max in the mode, v of both",
       "the same sum in a star",
       "at most about 1; networks of a handful of vertices may pass it, and it may fall below 0"},
      {Centrality::Betweenness,
       "betweenness",
       {"中介中心势", "betweenness centralization"},
       "Σ_v (max b - b_v) / (n_1 - 1), v of the mode, b = bipartite.betweenness",
       "n_1 - 1",
       "[0, 1]"},
  };
}

std::vector<double> centrality_of(const Study& study, Centrality kind) {
  switch (kind) {
    case Centrality::Degree:
      return bipartite_degree(study.graph());
    case Centrality::Closeness:
      return bipartite_closeness(study.graph(), study.distances());
    default:
      return bipartite_betweenness(study.graph(), study.betweenness().score);
  }
}

Measure centralization_measure(const CentralityWords& words, Level side) {
  const bool tasks = side == Level::Task;
  return {.id = "centralization." + words.id + (tasks ? ".tasks" : ".units"),
          .level = Level::Network,
          .label = {words.label.zh + (tasks ? "（任务）" : "（单位）"),
                    words.label.en + (tasks ? " (tasks)" : " (units)")},
          .meaning = {tasks ? "最中心的任务高出其余的程度" : "最中心的单位高出其余的程度",
                      tasks ? "how far the most central task stands above the rest"
                            : "how far the most central unit stands above the rest"},
          .formula = words.formula,
          .normalizer = words.normalizer,
          .range = words.range,
          .undefined = "fewer than two tasks or fewer than two units",
          .cost = words.kind == Centrality::Degree ? "O(T + U)" : "O((T + U) A)",
          .source = "Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2",
          .column =
              [kind = words.kind, tasks](const Study& s) {
                const std::vector<double> joint = centrality_of(s, kind);
                const auto of_tasks = std::span(joint).first(s.graph().task_count());
                const auto of_units = std::span(joint).subspan(s.graph().task_count());
                return single(tasks ? centralization(kind, of_tasks, of_units)
                                    : centralization(kind, of_units, of_tasks));
              },
          .guarantee =
              [kind = words.kind](const Study& s) {
                return kind == Centrality::Betweenness ? s.betweenness().guarantee
                                                       : graph::Guarantee{};
              }};
}

}  // namespace

std::vector<Measure> spread_measures() {
  std::vector<Measure> rows;
  for (const LoadWords& load : load_words()) {
    rows.push_back(theil_measure(load, "within", {"圈内泰尔指数", "Theil within clusters"},
                                 {"协作圈内部的不均", "unevenness inside clusters"}, "Σ_g s_g T_g",
                                 &TheilParts::within));
    rows.push_back(theil_measure(load, "between", {"圈间泰尔指数", "Theil between clusters"},
                                 {"协作圈之间的不均", "unevenness between clusters"},
                                 "Σ_g s_g ln(s_g / (n_g / n))", &TheilParts::between));
  }
  for (const CentralityWords& words : centralities())
    for (const Level side : {Level::Unit, Level::Task})
      rows.push_back(centralization_measure(words, side));
  rows.push_back(
      {.id = "redundancy.assignment",
       .level = Level::Network,
       .label = {"指派冗余", "assignment redundancy"},
       .meaning = {"任务在首个单位之外的单位数，占最多可能的比例",
                   "units of tasks beyond the first, over the most there could be"},
       .formula = "Σ_t max(0, k_t - 1) / ((U - 1) T)",
       .normalizer = "(U - 1) T",
       .range = "[0, 1]",
       .undefined = "no task, or fewer than two units",
       .cost = "O(T)",
       .source = "Carley & Reminga 2004, CMU-ISRI-04-106",
       .column = [](const Study& s) { return single(assignment_redundancy(s.graph())); }});
  return rows;
}

}  // namespace respnet::analysis
