#include "analysis/catalog_rows.hpp"

namespace respnet::analysis {
namespace {

// One number for each pair.
template <typename Number>
Column::Values of_each(const PairBatch& batch, const auto& value_of) {
  std::vector<Number> column;
  column.reserve(batch.pairs.size());
  for (const UnitPair& pair : batch.pairs) column.push_back(value_of(pair));
  return column;
}

Column::Values pair_weights(const PairBatch& batch, graph::ProjectionWeight weight) {
  return of_each<double>(
      batch, [&](const UnitPair& pair) { return pair_weight(batch.graph, pair, weight); });
}

Column::Values shared_tasks(const PairBatch& batch) {
  return of_each<std::int64_t>(batch, [](const UnitPair& pair) { return pair.shared; });
}

// Fractional shared tasks of the pair over the tasks of one of its units.
Column::Values fractional_over(const PairBatch& batch, std::uint32_t UnitPair::*unit) {
  std::vector<double> column;
  for (std::size_t i = 0; i < batch.pairs.size(); ++i) {
    const auto own = batch.graph.unit_vertex(batch.pairs[i].*unit);
    column.push_back(batch.tasks()[i].fractional /
                     static_cast<double>(batch.graph.neighbors(own).size()));
  }
  return column;
}

Column::Values role_counts(const PairBatch& batch, std::uint32_t PairTasks::*count) {
  std::vector<std::int64_t> column;
  for (const PairTasks& tasks : batch.tasks()) column.push_back(tasks.*count);
  return column;
}

// Tasks of the pair by what either unit is in them.
std::vector<Measure> role_measures() {
  struct Row {
    std::string id;
    Words label, meaning;
    std::string formula;
    std::uint32_t PairTasks::*count;
  };
  const std::vector<Row> rows{
      {"co.lead_lead",
       {"同为{lead}", "both {lead}"},
       {"两个单位都{lead}的任务数", "shared tasks that both lead"},
       "(LᵀL)_ab",
       &PairTasks::lead_lead},
      {"co.lead_support",
       {"甲{lead}乙其他", "a {lead}, b support"},
       {"甲{lead}、乙配合的任务数", "shared tasks that a leads and b supports"},
       "(LᵀS)_ab",
       &PairTasks::lead_support},
      {"co.support_lead",
       {"乙{lead}甲其他", "b {lead}, a support"},
       {"乙{lead}、甲配合的任务数", "shared tasks that b leads and a supports"},
       "(SᵀL)_ab",
       &PairTasks::support_lead},
      {"co.support_support",
       {"同为其他", "both support"},
       {"两个单位都不{lead}的共担任务数", "shared tasks that neither leads"},
       "(SᵀS)_ab",
       &PairTasks::support_support},
  };
  std::vector<Measure> measures;
  for (const Row& row : rows)
    measures.push_back(
        {.id = row.id,
         .level = Level::Pair,
         .label = row.label,
         .meaning = row.meaning,
         .formula = row.formula,
         .range = "0, 1, …, co.shared; the four sum to it unless informed or oversight units weigh",
         .cost = "O(Σ_pairs (d_a + d_b))",
         .source = "Everett & Borgatti 2013, doi:10.1016/j.socnet.2012.05.004",
         .of_pairs = [count = row.count](const PairBatch& b) { return role_counts(b, count); }});
  return measures;
}

std::vector<Measure> weight_measures() {
  const std::string cost = "O(Σ_pairs (d_a + d_b))";
  const std::string zhou = "Zhou et al. 2007, doi:10.1103/PhysRevE.76.046115";
  return {
      {.id = "co.ratio",
       .level = Level::Pair,
       .label = {"共担占比", "ratio"},
       .meaning = {"共担任务占全部任务的比例", "shared tasks over all tasks"},
       .formula = "P_ab / T",
       .normalizer = "T",
       .range = "(0, 1]",
       .cost = "O(pairs)",
       .source = "as NetworkX weighted_projected_graph, ratio",
       .of_pairs =
           [](const PairBatch& b) {
             const auto tasks = static_cast<double>(b.graph.task_count());
             return of_each<double>(b, [&](const UnitPair& pair) { return pair.shared / tasks; });
           }},
      {.id = "co.fractional",
       .level = Level::Pair,
       .label = {"分摊共担", "fractional"},
       .meaning = {"共担任务，每项按其单位数均分", "shared tasks, each divided among its units"},
       .formula = "Σ over shared t of 1/k_t",
       .normalizer = "k_t",
       .range = "(0, co.shared / 2]",
       .cost = cost,
       .source = "Perianes-Rodríguez et al. 2016, doi:10.1016/j.joi.2016.10.006",
       .of_pairs =
           [](const PairBatch& b) {
             std::vector<double> column;
             for (const PairTasks& tasks : b.tasks()) column.push_back(tasks.fractional);
             return Column::Values(std::move(column));
           }},
      {.id = "co.hyperbolic_ab",
       .level = Level::Pair,
       .label = {"资源分配（甲到乙）", "resource allocation, a to b"},
       .meaning =
           {"甲的资源经任务均分后到乙的份额",
            "part of what a spreads evenly over its tasks, and they over units, that b gets"},
       .formula = "Σ over shared t of 1/(d_a k_t)",
       .normalizer = "d_a k_t",
       .range = "(0, 1/2]",
       .cost = cost,
       .source = zhou,
       .of_pairs = [](const PairBatch& b) { return fractional_over(b, &UnitPair::a); }},
      {.id = "co.hyperbolic_ba",
       .level = Level::Pair,
       .label = {"资源分配（乙到甲）", "resource allocation, b to a"},
       .meaning =
           {"乙的资源经任务均分后到甲的份额",
            "part of what b spreads evenly over its tasks, and they over units, that a gets"},
       .formula = "Σ over shared t of 1/(d_b k_t)",
       .normalizer = "d_b k_t",
       .range = "(0, 1/2]",
       .cost = cost,
       .source = zhou,
       .of_pairs = [](const PairBatch& b) { return fractional_over(b, &UnitPair::b); }},
      {.id = "co.phi",
       .level = Level::Pair,
       .label = {"φ 相关", "phi"},
       .meaning = {"两者是否参与各任务的相关系数", "correlation of taking part in tasks"},
       .formula = "(T P_ab - d_a d_b) / √(d_a (T - d_a) d_b (T - d_b))",
       .normalizer = "√(d_a (T - d_a) d_b (T - d_b))",
       .range = "[-1, 1]",
       .undefined = "a unit that takes part in every task",
       .cost = "O(pairs)",
       .source = "Pearson 1900",
       .of_pairs =
           [](const PairBatch& b) { return real_numbers(pair_correlations(b.graph, b.pairs)); }},
  };
}

}  // namespace

std::vector<Measure> pair_measures() {
  using graph::ProjectionWeight;
  const Level level = Level::Pair;
  const std::string cost = "O(Σ k_t² + P log P)";
  std::vector<Measure> rows{
      {.id = "co.shared",
       .level = level,
       .label = {"共担任务", "shared tasks"},
       .meaning = {"两个单位共同承担的任务数", "tasks that both units take part in"},
       .formula = "P_uv = |T_u ∩ T_v|",
       .range = "1, 2, …",
       .cost = cost,
       .of_pairs = shared_tasks},
      {.id = "co.newman",
       .level = level,
       .label = {"Newman 权重", "Newman weight"},
       .meaning = {"共担任务，按任务单位数折减", "shared tasks, those of many units counting less"},
       .formula = "Σ over shared t of 1/(k_t - 1)",
       .normalizer = "k_t - 1",
       .range = "(0, co.shared]",
       .cost = cost,
       .source = "Newman 2001, doi:10.1073/pnas.98.2.404",
       .of_pairs = [](const PairBatch& b) { return pair_weights(b, ProjectionWeight::Newman); }},
      {.id = "co.jaccard",
       .level = level,
       .label = {"Jaccard 系数", "Jaccard"},
       .meaning = {"共担任务占两者任务并集的比例", "shared tasks over the tasks of either"},
       .formula = "|T_u ∩ T_v| / |T_u ∪ T_v|",
       .normalizer = "|T_u ∪ T_v|",
       .range = "(0, 1]",
       .cost = cost,
       .source = "Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x",
       .of_pairs = [](const PairBatch& b) { return pair_weights(b, ProjectionWeight::Jaccard); }},
      {.id = "co.cosine",
       .level = level,
       .label = {"余弦相似度", "cosine"},
       .meaning = {"共担任务与两者任务数几何平均之比",
                   "shared tasks over the geometric mean of their tasks"},
       .formula = "|T_u ∩ T_v| / √(|T_u| |T_v|)",
       .normalizer = "√(|T_u| |T_v|)",
       .range = "(0, 1]",
       .cost = cost,
       .source = "Salton & McGill 1983, Introduction to Modern Information Retrieval",
       .of_pairs = [](const PairBatch& b) { return pair_weights(b, ProjectionWeight::Cosine); }},
      {.id = "co.overlap",
       .level = level,
       .label = {"重叠系数", "overlap"},
       .meaning = {"共担任务占任务较少一方任务的比例",
                   "shared tasks over the tasks of the one with fewer"},
       .formula = "|T_u ∩ T_v| / min(|T_u|, |T_v|)",
       .normalizer = "min(|T_u|, |T_v|)",
       .range = "(0, 1]",
       .cost = cost,
       .source = "Simpson 1960, American Journal of Science 258-A",
       .of_pairs = [](const PairBatch& b) { return pair_weights(b, ProjectionWeight::Overlap); }},
  };
  for (auto&& family : {weight_measures(), role_measures()})
    rows.insert(rows.end(), family.begin(), family.end());
  for (Measure& row : rows)
    row.column = [of_pairs = row.of_pairs](const Study& s) {
      return of_pairs({s.graph(), s.pairs(), [&s]() -> const auto& { return s.pair_tasks();
    }
});
};
return rows;
}

}  // namespace respnet::analysis
