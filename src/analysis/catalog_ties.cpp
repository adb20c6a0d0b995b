// Rows of units: what a unit is to its partners and between clusters.

#include <limits>

#include "analysis/catalog_rows.hpp"
#include "respnet/analysis/breadth_depth.hpp"
#include "respnet/graph/cluster_roles.hpp"
#include "respnet/graph/structural_holes.hpp"

namespace respnet::analysis {
namespace {

using graph::Brokerage;

// Units without tasks are in no cluster.
Column::Values within_z(const Study& study) {
  const auto& of_unit = study.clusters().of_unit;
  std::vector<double> z = graph::within_group_z(study.projection().adjacency(), of_unit);
  for (std::size_t unit = 0; unit < z.size(); ++unit)
    if (of_unit[unit] == kNoCluster) z[unit] = std::numeric_limits<double>::quiet_NaN();
  return z;
}

Column::Values brokered(const Study& study, std::uint64_t Brokerage::*count) {
  std::vector<std::int64_t> column;
  for (const Brokerage& broker : study.brokerage())
    column.push_back(static_cast<std::int64_t>(broker.*count));
  return column;
}

}  // namespace

std::vector<Measure> tie_measures() {
  const Level level = Level::Unit;
  const std::string guimera = "Guimerà & Amaral 2005, doi:10.1038/nature03288";
  return {
      {.id = "co.constraint",
       .level = level,
       .label = {"约束系数", "constraint"},
       .meaning = {"协作集中于彼此也协作的单位的程度，低则居于结构洞",
                   "how far its partners work with each other too; low at a structural hole"},
       .formula = "Σ_v (p_uv + Σ_q p_uq p_qv)², v partners of u, p_uv = P_uv / Σ_w P_uw",
       .normalizer = "co.strength",
       .range = "(0, 4); 1 with a single partner",
       .undefined = "unit without partners",
       .cost = "O(Σ co.degree²)",
       .source = "Burt 1992, Structural Holes; as NetworkX constraint, weighted",
       .column =
           [](const Study& s) {
             return real_numbers(graph::constraint(s.projection().adjacency(), s.work()));
           }},
      {.id = "co.effective_size",
       .level = level,
       .label = {"有效规模", "effective size"},
       .meaning = {"协作单位数减去它们之间的平均联系数",
                   "partners less their mean number of ties among themselves"},
       .formula = "n - 2t/n, n partners with t ties among them",
       .normalizer = "partners (of their ties)",
       .range = "[1, co.degree]",
       .undefined = "unit without partners",
       .cost = "O(P^1.5)",
       .source = "Borgatti 1997, Connections 20(1); as NetworkX effective_size",
       .column =
           [](const Study& s) {
             return real_numbers(
                 graph::effective_size(s.projection().unweighted(), s.options().threads));
           }},
      {.id = "co.participation",
       .level = level,
       .label = {"参与系数", "participation"},
       .meaning = {"其协作分散于各协作圈的程度", "how evenly its joint tasks spread over clusters"},
       .formula = "1 - Σ_c (κ_uc / co.strength)², κ_uc joint tasks with units of cluster c",
       .normalizer = "co.strength, squared",
       .range = "[0, 1)",
       .undefined = "unit without partners",
       .cost = "near-linear in A, O(P log P)",
       .source = guimera,
       .column =
           [](const Study& s) {
             return real_numbers(
                 graph::participation(s.projection().adjacency(), s.clusters().of_unit));
           }},
      {.id = "co.within_z",
       .level = level,
       .label = {"圈内 z 分数", "within-cluster z"},
       .meaning = {"其圈内协作高出本圈平均多少个标准差",
                   "how far its joint tasks inside its cluster stand out, in standard deviations"},
       .formula = "(κ_u - mean) / SD over the units of its cluster, SD with n - 1",
       .normalizer = "standard deviation over the units of the cluster",
       .range = "sums to 0 in each cluster; 0 where SD is 0",
       .undefined = "unit without tasks",
       .cost = "near-linear in A, O(P)",
       .source = guimera,
       .column = within_z},
      {.id = "co.distinctiveness",
       .level = level,
       .label = {"独特中心度", "distinctiveness"},
       .meaning = {"与协作单位少者共担得多则高",
                   "high where it works much with units that have few partners"},
       .formula = "Σ_v P_uv log10((U - 1) / co.degree of v)",
       .normalizer = "co.degree of v",
       .range = "[0, ∞); 0 for a unit without partners",
       .cost = "O(P)",
       .source = "Fronzetti Colladon & Naldi 2020, doi:10.1371/journal.pone.0233276, D1, α = 1",
       .column =
           [](const Study& s) {
             return real_numbers(graph::distinctiveness(s.projection().adjacency()));
           }},
  };
}

std::vector<Measure> breadth_measures() {
  const Level level = Level::Unit;
  return {
      {.id = "role.depth",
       .level = level,
       .label = {"协作深度", "depth"},
       .meaning = {"与每个协作单位平均共担的任务数", "joint tasks a partner"},
       .formula = "co.strength / co.degree",
       .normalizer = "co.degree",
       .range = "[1, load.tasks]",
       .undefined = "unit without partners",
       .cost = "O(Σ k_t²)",
       .column = [](const Study& s) { return real_numbers(breadth_depth(s.projection()).depth); }},
      {.id = "role.quadrant",
       .level = level,
       .label = {"协作角色", "role by breadth and depth"},
       .meaning = {"1 广而深，2 只广，3 只深，4 皆否；界为有协作单位者的中位数",
                   "1 broad and deep, 2 only broad, 3 only deep, 4 neither, by the medians of "
                   "units with partners"},
       .formula = "broad: co.degree ≥ its median; deep: role.depth ≥ its median",
       .range = "1, 2, 3, 4",
       .undefined = "unit without partners",
       .cost = "O(Σ k_t² + U log U)",
       .column =
           [](const Study& s) { return real_numbers(breadth_depth(s.projection()).quadrant); }},
  };
}

std::vector<Measure> brokerage_measures() {
  struct Row {
    std::string id;
    Words label, meaning;
    std::string formula;
    std::uint64_t Brokerage::*count;
  };
  const std::vector<Row> rows{
      {"coordinator",
       {"圈内协调", "coordinator"},
       {"居间次数，三者同圈", "chains of leads through it inside one cluster"},
       "g_a = g_b = g_c",
       &Brokerage::coordinator},
      {"itinerant",
       {"外来中介", "itinerant broker"},
       {"居间次数，两端同圈而它在圈外", "chains through it that leave a cluster and come back"},
       "g_a = g_c ≠ g_b",
       &Brokerage::itinerant},
      {"representative",
       {"对外代表", "representative"},
       {"居间次数，由本圈到外圈", "chains through it from its cluster to another"},
       "g_a = g_b ≠ g_c",
       &Brokerage::representative},
      {"gatekeeper",
       {"把门", "gatekeeper"},
       {"居间次数，由外圈到本圈", "chains through it from another cluster into its own"},
       "g_a ≠ g_b = g_c",
       &Brokerage::gatekeeper},
      {"liaison",
       {"联络", "liaison"},
       {"居间次数，三者各在一圈", "chains through it between two other clusters"},
       "g_a, g_b, g_c all different",
       &Brokerage::liaison},
  };
  std::vector<Measure> measures;
  for (const Row& row : rows)
    measures.push_back(
        {.id = "lead." + row.id,
         .level = Level::Unit,
         .label = row.label,
         .meaning = row.meaning,
         .formula = "|{(a, c) : a → b → c, not a → c}|, → from lead to support, " + row.formula,
         .range = "0, 1, …",
         .cost = "O(Σ over arcs a → b of arcs of b)",
         .source = "Gould & Fernandez 1989, doi:10.2307/270949",
         .column = [count = row.count](const Study& s) { return brokered(s, count); }});
  return measures;
}

}  // namespace respnet::analysis
