#include <limits>

#include "analysis/catalog_rows.hpp"
#include "analysis/spectral_options.hpp"
#include "respnet/analysis/centrality.hpp"
#include "respnet/graph/betweenness.hpp"
#include "respnet/graph/clustering.hpp"
#include "respnet/graph/cores.hpp"
#include "respnet/graph/pagerank.hpp"

namespace respnet::analysis {
namespace {

constexpr Level kUnit = Level::Unit;

// Clusters as people read them: numbered from 1. Whole numbers, unless a unit is in none.
Column::Values cluster_numbers(const Clusters& clusters) {
  const auto& of_unit = clusters.of_unit;
  std::vector<double> numbers;
  std::vector<std::int64_t> whole;
  for (const std::uint32_t cluster : of_unit) {
    if (cluster != kNoCluster) whole.push_back(std::int64_t{cluster} + 1);
    numbers.push_back(cluster == kNoCluster ? std::numeric_limits<double>::quiet_NaN()
                                            : static_cast<double>(cluster) + 1);
  }
  if (whole.size() == of_unit.size()) return whole;
  return numbers;
}

std::vector<Measure> load_measures() {
  return {
      {.id = "load.tasks",
       .level = kUnit,
       .label = {"参与任务", "tasks"},
       .meaning = {"单位参与的任务数", "tasks the unit takes part in"},
       .formula = "d_u = Σ_t B_tu",
       .range = "0, 1, …, T",
       .cost = "O(A)",
       .column = [](const Study& s) { return whole_numbers(s.loads().tasks); }},
      {.id = "load.lead",
       .level = kUnit,
       .label = {"{lead}任务", "{lead} tasks"},
       .meaning = {"按所选口径由该单位{lead}的任务数", "tasks the unit leads, by the lead policy"},
       .formula = "Σ_t L_tu",
       .range = "0, 1, …, load.tasks",
       .cost = "O(A)",
       .column = [](const Study& s) { return whole_numbers(s.loads().lead); }},
      {.id = "load.responsible",
       .level = kUnit,
       .label = {"责任任务", "responsible"},
       .meaning = {"原文列为责任单位的任务数，不论口径",
                   "tasks that print the unit as responsible, whatever the lead policy"},
       .formula = "assignments of the unit with printed role responsible",
       .range = "0, 1, …, T",
       .cost = "O(A)",
       .column = [](const Study& s) { return whole_numbers(s.loads().responsible); }},
      {.id = "load.support",
       .level = kUnit,
       .label = {"其他任务", "support"},
       .meaning = {"单位参与而不{lead}的任务数", "tasks the unit takes part in without leading"},
       .formula = "Σ_t S_tu",
       .range = "0, 1, …, load.tasks",
       .cost = "O(A)",
       .column = [](const Study& s) { return whole_numbers(s.loads().support); }},
      {.id = "load.share",
       .level = kUnit,
       .label = {"分摊份额", "share"},
       .meaning = {"每项任务由其单位均分后的合计，各单位之和为有单位的任务数",
                   "tasks, each divided equally among its units; sums to the tasks with units"},
       .formula = "Σ_t B_tu / k_t",
       .normalizer = "k_t",
       .range = "[0, load.tasks]",
       .cost = "O(A)",
       .source = "Perianes-Rodríguez et al. 2016, doi:10.1016/j.joi.2016.10.006",
       .column = [](const Study& s) { return real_numbers(s.loads().share); }},
      {.id = "load.weighted",
       .level = kUnit,
       .label = {"加权任务", "weighted"},
       .meaning = {"按角色权重计的任务数",
                   "tasks, each weighing what the unit's role in it weighs"},
       .formula = "Σ_t ω(part of u in t); by default lead 1, support 0.5",
       .range = "[0, load.tasks max ω]",
       .cost = "O(A)",
       .column = [](const Study& s) { return real_numbers(s.loads().weighted); }},
      {.id = "load.sections",
       .level = kUnit,
       .label = {"涉及章节", "sections"},
       .meaning = {"单位的任务涉及的一级章节数，按文件分别计",
                   "top-level sections that the unit's tasks stand in, each source for itself"},
       .formula = "distinct top-level sections of the tasks of u",
       .range = "0, 1, …",
       .cost = "O(A log A)",
       .column = [](const Study& s) { return whole_numbers(s.loads().sections); }},
  };
}

std::vector<Measure> co_measures() {
  const std::string freeman = "Freeman 1977, doi:10.2307/3033543; as NetworkX";
  return {
      {.id = "co.degree",
       .level = kUnit,
       .label = {"协作单位数", "partners"},
       .meaning = {"与之共担任务的单位数", "units that share a task with it"},
       .formula = "|{v ≠ u : P_uv > 0}|",
       .range = "0, 1, …, U - 1",
       .cost = "O(Σ k_t²)",
       .source = "as NetworkX degree",
       .column =
           [](const Study& s) { return whole_numbers(degrees(s.projection().unweighted())); }},
      {.id = "co.strength",
       .level = kUnit,
       .label = {"协作强度", "joint tasks"},
       .meaning = {"与各协作单位共担任务数之和", "shared tasks, summed over its partners"},
       .formula = "Σ_v P_uv",
       .range = "0, 1, …",
       .cost = "O(Σ k_t²)",
       .source = "Barrat et al. 2004, doi:10.1073/pnas.0400087101",
       .column =
           [](const Study& s) {
             const auto strength = strengths(s.projection().adjacency());  // whole: sums of counts
             return Column::Values(std::vector<std::int64_t>(strength.begin(), strength.end()));
           }},
      {.id = "co.closeness",
       .level = kUnit,
       .label = {"协作接近度", "closeness (partners)"},
       .meaning = {"经共担任务到其他单位有多近",
                   "how near the other units are through shared tasks"},
       .formula = "r/Σ dist · r/(U - 1), r units reached",
       .normalizer = "Σ dist; U - 1",
       .range = "[0, 1]; 0 for a unit without partners",
       .cost = "O(U P)",
       .source = "Wasserman & Faust 1994, p. 201; as NetworkX closeness_centrality",
       .column = [](const Study& s) { return real_numbers(s.projection_closeness().score); },
       .guarantee = [](const Study& s) { return s.projection_closeness().guarantee; }},
      {.id = "co.harmonic",
       .level = kUnit,
       .label = {"协作调和中心度", "harmonic (partners)"},
       .meaning = {"到其他单位距离倒数之和", "sum of 1/distance to the other units"},
       .formula = "Σ_v 1/dist(u, v)",
       .range = "[0, U - 1]",
       .cost = "O(U P)",
       .source = "Boldi & Vigna 2014, doi:10.1080/15427951.2013.865686; as NetworkX",
       .column = [](const Study& s) { return real_numbers(s.projection_harmonic().score); },
       .guarantee = [](const Study& s) { return s.projection_harmonic().guarantee; }},
      {.id = "co.betweenness",
       .level = kUnit,
       .label = {"协作中介度", "betweenness (partners)"},
       .meaning = {"其他单位之间最短协作路径经过它的比例",
                   "share of the shortest ways between other units that pass through it"},
       .formula = "Σ σ_st(u)/σ_st over ((U-1)(U-2)/2)",
       .normalizer = "(U - 1)(U - 2) / 2",
       .range = "[0, 1]",
       .cost = "O(U P)",
       .source = freeman,
       .column =
           [](const Study& s) {
             return real_numbers(
                 normalized_betweenness(s.projection_betweenness().score, Pairs::Unordered));
           },
       .guarantee = [](const Study& s) { return s.projection_betweenness().guarantee; }},
      {.id = "co.eigenvector",
       .level = kUnit,
       .label = {"协作特征向量", "eigenvector (partners)"},
       .meaning =
           {"与重要单位共担多则重要（主连通部分以外为 0）",
            "important where it works much with important units; 0 outside the leading part"},
       .formula = "P x = λ x, largest λ",
       .normalizer = "Euclidean norm",
       .range = "[0, 1], unit norm",
       .cost = "O(P) a step",
       .source =
           "Bonacich 1972, doi:10.1080/0022250X.1972.9989806; as NetworkX on a connected graph",
       .column =
           [](const Study& s) {
             return real_numbers(graph::leading_eigenvector(s.projection().adjacency(),
                                                            spectral_options(s.options()))
                                     .vector);
           }},
      {.id = "co.pagerank",
       .level = kUnit,
       .label = {"协作 PageRank", "PageRank (partners)"},
       .meaning = {"沿共担任务随机游走时停在该单位的机会",
                   "chance to meet the unit on a random walk along shared tasks"},
       .formula = "damping 0.85, by P_uv",
       .normalizer = "sum over units",
       .range = "(0, 1], sums to 1",
       .cost = "O(P) a step",
       .source = "Page et al. 1999; as NetworkX pagerank",
       .column =
           [](const Study& s) {
             return real_numbers(graph::page_rank(s.projection().adjacency()).score);
           }},
      {.id = "co.core",
       .level = kUnit,
       .label = {"协作核数", "core (partners)"},
       .meaning = {"所在的最紧密协作核心的阶数",
                   "largest k of a group in which each has k partners"},
       .formula = "core number",
       .range = "0, 1, …",
       .cost = "O(P)",
       .source = "Batagelj & Zaveršnik 2003, arXiv:cs/0310049; as NetworkX core_number",
       .column =
           [](const Study& s) {
             return whole_numbers(graph::core_numbers(s.projection().unweighted()));
           }},
      {.id = "co.clustering",
       .level = kUnit,
       .label = {"协作聚类系数", "clustering (partners)"},
       .meaning = {"协作单位之间也互相协作的比例",
                   "share of the pairs of its partners that are partners themselves"},
       .formula = "2 triangles / (d (d - 1))",
       .normalizer = "d (d - 1) / 2",
       .range = "[0, 1]; 0 with fewer than two partners",
       .cost = "O(P^1.5)",
       .source = "Watts & Strogatz 1998, doi:10.1038/30918; as NetworkX clustering",
       .column =
           [](const Study& s) {
             return real_numbers(
                 graph::clustering_coefficients(s.projection().unweighted(), s.options().threads));
           }},
      {.id = "co.cluster",
       .level = kUnit,
       .label = {"协作圈", "cluster"},
       .meaning = {"所在协作圈的编号，按单位数从多到少",
                   "number of its cluster, the one with most units being 1"},
       .formula = "clusters that maximise modularity",
       .range = "1, …, clusters.count",
       .undefined = "unit without tasks",
       .cost = "near-linear in A",
       .source = "Barber 2007, doi:10.1103/PhysRevE.76.066102; Traag et al. 2019, "
                 "doi:10.1038/s41598-019-41695-z",
       .column = [](const Study& s) { return cluster_numbers(s.clusters()); }},
  };
}

std::vector<Measure> lead_measures() {
  const std::string kleinberg = "Kleinberg 1999, doi:10.1145/324133.324140; as NetworkX hits";
  return {
      {.id = "lead.reach",
       .level = kUnit,
       .label = {"带动单位数", "units mobilised"},
       .meaning = {"在其{lead}任务中配合它的单位数", "units that support it where it leads"},
       .formula = "|{v : v supports a task that u leads}|",
       .range = "0, 1, …, U - 1",
       .cost = "O(Σ k_t²)",
       .column = [](const Study& s) { return whole_numbers(degrees(s.lead_graph().in())); }},
      {.id = "lead.strength",
       .level = kUnit,
       .label = {"带动人次", "support received"},
       .meaning = {"其{lead}任务得到的配合合计（人次）",
                   "supports that the tasks it leads receive"},
       .formula = "Σ_t L_tu Σ_v S_tv",
       .range = "0, 1, …",
       .cost = "O(Σ k_t²)",
       .column =
           [](const Study& s) {
             const auto strength = strengths(s.lead_graph().in());  // whole: sums of counts
             return Column::Values(std::vector<std::int64_t>(strength.begin(), strength.end()));
           }},
      {.id = "lead.pagerank",
       .level = kUnit,
       .label = {"{lead} PageRank", "PageRank (leads)"},
       .meaning = {"从其他责任单位走向{lead}单位的随机游走停在该单位的机会",
                   "chance to meet the unit on a random walk from supports to their leads"},
       .formula = "damping 0.85, by tasks supported",
       .normalizer = "sum over units",
       .range = "(0, 1], sums to 1",
       .cost = "O(P) a step",
       .source = "Page et al. 1999; as NetworkX pagerank",
       .column =
           [](const Study& s) {
             return real_numbers(graph::page_rank(s.lead_graph().out()).score);
           }},
      {.id = "lead.betweenness",
       .level = kUnit,
       .label = {"{lead}中介度", "betweenness (leads)"},
       .meaning = {"配合—{lead}链条经过它的比例",
                   "share of the shortest chains from supports to leads that pass through it"},
       .formula = "Σ σ_st(u)/σ_st over ((U-1)(U-2)), directed",
       .normalizer = "(U - 1)(U - 2)",
       .range = "[0, 1]",
       .cost = "O(U P)",
       .source = "Freeman 1977, doi:10.2307/3033543; as NetworkX",
       .column =
           [](const Study& s) {
             return real_numbers(
                 normalized_betweenness(s.lead_betweenness().score, Pairs::Ordered));
           },
       .guarantee = [](const Study& s) { return s.lead_betweenness().guarantee; }},
      {.id = "lead.hub",
       .level = kUnit,
       .label = {"配合枢纽度", "hub"},
       .meaning = {"配合重要{lead}单位的程度（主连通部分以外为 0）",
                   "how much it supports important leads; 0 outside the leading part"},
       .formula = "left singular vector of the support-to-lead matrix",
       .normalizer = "sum over units",
       .range = "[0, 1], sums to 1",
       .cost = "O(P) a step",
       .source = kleinberg,
       .column =
           [](const Study& s) {
             return real_numbers(scaled_to_sum_one(s.hubs_and_authorities().left));
           }},
      {.id = "lead.authority",
       .level = kUnit,
       .label = {"{lead}权威度", "authority"},
       .meaning = {"得到重要配合单位支持的程度（主连通部分以外为 0）",
                   "how much important supports work for it; 0 outside the leading part"},
       .formula = "right singular vector of the support-to-lead matrix",
       .normalizer = "sum over units",
       .range = "[0, 1], sums to 1",
       .cost = "O(P) a step",
       .source = kleinberg,
       .column =
           [](const Study& s) {
             return real_numbers(scaled_to_sum_one(s.hubs_and_authorities().right));
           }},
  };
}

}  // namespace

std::vector<Measure> unit_measures() {
  std::vector<Measure> rows;
  for (auto&& family : {load_measures(), balance_measures(), unit_section_measures(),
                        lead_measures(), brokerage_measures(), bipartite_measures(kUnit),
                        structure_measures(kUnit), ranking_measures(kUnit), co_measures(),
                        tie_measures(), breadth_measures(), weighted_measures(kUnit)})
    rows.insert(rows.end(), family.begin(), family.end());
  return rows;
}

}  // namespace respnet::analysis
