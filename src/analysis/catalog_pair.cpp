#include "analysis/catalog_rows.hpp"

namespace respnet::analysis {
namespace {

Column::Values pair_weights(const Study& study, graph::ProjectionWeight weight) {
  const auto weights = study.projection(weight).adjacency().weights;
  std::vector<double> column;
  for (const UnitPair& pair : study.pairs()) column.push_back(weights[pair.arc]);
  return column;
}

Column::Values shared_tasks(const Study& study) {
  std::vector<std::int64_t> column;
  for (const UnitPair& pair : study.pairs()) column.push_back(pair.shared);
  return column;
}

}  // namespace

std::vector<Measure> pair_measures() {
  using graph::ProjectionWeight;
  const Level level = Level::Pair;
  const std::string cost = "O(Σ k_t² + P log P)";
  return {
      {.id = "co.shared",
       .level = level,
       .label = {"共担任务", "shared tasks"},
       .meaning = {"两个单位共同承担的任务数", "tasks that both units take part in"},
       .formula = "P_uv = |T_u ∩ T_v|",
       .range = "1, 2, …",
       .cost = cost,
       .column = shared_tasks},
      {.id = "co.newman",
       .level = level,
       .label = {"Newman 权重", "Newman weight"},
       .meaning = {"共担任务，按任务单位数折减", "shared tasks, those of many units counting less"},
       .formula = "Σ over shared t of 1/(k_t - 1)",
       .range = "(0, co.shared]",
       .cost = cost,
       .source = "Newman 2001, doi:10.1073/pnas.98.2.404",
       .column = [](const Study& s) { return pair_weights(s, ProjectionWeight::Newman); }},
      {.id = "co.jaccard",
       .level = level,
       .label = {"Jaccard 系数", "Jaccard"},
       .meaning = {"共担任务占两者任务并集的比例", "shared tasks over the tasks of either"},
       .formula = "|T_u ∩ T_v| / |T_u ∪ T_v|",
       .range = "(0, 1]",
       .cost = cost,
       .source = "Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x",
       .column = [](const Study& s) { return pair_weights(s, ProjectionWeight::Jaccard); }},
      {.id = "co.cosine",
       .level = level,
       .label = {"余弦相似度", "cosine"},
       .meaning = {"共担任务与两者任务数几何平均之比",
                   "shared tasks over the geometric mean of their tasks"},
       .formula = "|T_u ∩ T_v| / √(|T_u| |T_v|)",
       .range = "(0, 1]",
       .cost = cost,
       .source = "Salton & McGill 1983, Introduction to Modern Information Retrieval",
       .column = [](const Study& s) { return pair_weights(s, ProjectionWeight::Cosine); }},
      {.id = "co.overlap",
       .level = level,
       .label = {"重叠系数", "overlap"},
       .meaning = {"共担任务占任务较少一方任务的比例",
                   "shared tasks over the tasks of the one with fewer"},
       .formula = "|T_u ∩ T_v| / min(|T_u|, |T_v|)",
       .range = "(0, 1]",
       .cost = cost,
       .source = "Simpson 1960, American Journal of Science 258-A",
       .column = [](const Study& s) { return pair_weights(s, ProjectionWeight::Overlap); }},
  };
}

}  // namespace respnet::analysis
