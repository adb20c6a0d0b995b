#include "analysis/catalog_rows.hpp"

namespace respnet::analysis {
namespace {

std::optional<double> density(const graph::BipartiteGraph& graph) {
  const auto cells =
      static_cast<double>(graph.task_count()) * static_cast<double>(graph.unit_count());
  if (cells == 0) return std::nullopt;
  return static_cast<double>(graph.edge_count()) / cells;
}

std::vector<Measure> sizes() {
  const Level level = Level::Network;
  return {
      {.id = "tasks",
       .level = level,
       .label = {"任务数", "tasks"},
       .meaning = {"任务的数目", "number of tasks"},
       .formula = "T",
       .range = "0, 1, …",
       .cost = "O(1)",
       .column = [](const Study& s) { return single(s.graph().task_count()); }},
      {.id = "units",
       .level = level,
       .label = {"单位数", "units"},
       .meaning = {"单位的数目，含没有任务的已登记单位",
                   "number of units, registered ones without tasks included"},
       .formula = "U",
       .range = "0, 1, …",
       .cost = "O(1)",
       .column = [](const Study& s) { return single(s.graph().unit_count()); }},
      {.id = "assignments",
       .level = level,
       .label = {"责任关系数", "assignments"},
       .meaning = {"任务与承担单位的配对数（知会、督办仅在计权时计入）",
                   "pairs of a task and a unit that takes part in it (informed and oversight units "
                   "only if they weigh something)"},
       .formula = "A = Σ_t k_t",
       .range = "0, 1, …",
       .cost = "O(1)",
       .column = [](const Study& s) { return single(s.graph().edge_count()); }},
      {.id = "density",
       .level = level,
       .label = {"密度", "density"},
       .meaning = {"实际责任关系占全部可能责任关系的比例",
                   "share of the possible assignments made"},
       .formula = "A / (T U)",
       .normalizer = "T U",
       .range = "[0, 1]",
       .undefined = "no task or no unit",
       .cost = "O(1)",
       .source = "Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2",
       .column = [](const Study& s) { return single(density(s.graph())); }},
      {.id = "components",
       .level = level,
       .label = {"连通部分数", "components"},
       .meaning = {"任务—单位网络的连通部分数，孤立的任务或单位各算一个",
                   "connected parts of the two-mode network; a task or unit alone is one"},
       .formula = "connected components of the two-mode graph",
       .range = "0, 1, …",
       .cost = "O(T + U + A)",
       .column = [](const Study& s) { return single(s.components().sizes.size()); }},
      {.id = "leads.inferred",
       .level = level,
       .label = {"推定首位数", "leads inferred"},
       .meaning = {"原文未写牵头、按首位推定的任务数",
                   "tasks whose lead was inferred from the order of their units"},
       .formula = "see the lead policy",
       .range = "0, 1, …, T",
       .cost = "O(1)",
       .column = [](const Study& s) { return single(s.graph().inferred_lead_count()); }},
  };
}

std::vector<Measure> cluster_measures() {
  const std::string source =
      "Barber 2007, doi:10.1103/PhysRevE.76.066102; Traag et al. 2019, "
      "doi:10.1038/s41598-019-41695-z";
  return {
      {.id = "clusters.count",
       .level = Level::Network,
       .label = {"协作圈数", "clusters"},
       .meaning = {"协作圈的数目（没有任务的单位不计）",
                   "clusters of units that work together; units without tasks are in none"},
       .formula = "clusters that maximise modularity",
       .range = "0, 1, …, U",
       .cost = "near-linear in A",
       .source = source,
       .column = [](const Study& s) { return single(s.clusters().clusters.size()); }},
      {.id = "clusters.modularity",
       .level = Level::Network,
       .label = {"模块度", "modularity"},
       .meaning = {"协作圈的模块度，由最终划分重新计算",
                   "modularity of the clusters, recomputed from the final partition"},
       .formula = "two-mode (Barber): Σ_c [A_c / A - γ K_c D_c / A²]; projection: "
                  "Σ_c [w_c / 2m - γ (k_c / 2m)²]",
       .normalizer = "A; projection: 2m",
       .range = "[0, 1)",
       .undefined = "no assignment (projection: no pair)",
       .cost = "near-linear in A",
       .source = source,
       .column = [](const Study& s) { return single(s.clusters().modularity); }},
  };
}

}  // namespace

std::vector<Measure> network_measures() {
  std::vector<Measure> rows = sizes();
  for (auto&& family :
       {concentration_measures(), spread_measures(), network_section_measures(),
        network_structure_measures(), nesting_measures(), loss_measures(), cluster_measures()})
    rows.insert(rows.end(), family.begin(), family.end());
  return rows;
}

}  // namespace respnet::analysis
