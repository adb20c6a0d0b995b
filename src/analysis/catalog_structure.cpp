// Rows of the two-mode structure: what neighbourhoods have in common, and cycles of four.

#include "analysis/catalog_rows.hpp"
#include "respnet/graph/cores.hpp"

namespace respnet::analysis {
namespace {

using graph::Side;
using graph::TwoModeOverlap;

struct OverlapWords {
  std::string id;
  Words label, meaning;
  std::string over;
  std::vector<double> TwoModeOverlap::*column;
};

std::vector<OverlapWords> overlaps() {
  return {
      {"bipartite.clustering",
       {"二模聚类（并集）", "clustering (two-mode)"},
       {"与有共同邻点者邻点重合的程度，按并集计",
        "how far it shares neighbours with those it shares any with, over the union"},
       "|N(v) ∪ N(w)|",
       &TwoModeOverlap::dot},
      {"bipartite.clustering_min",
       {"二模聚类（较小）", "clustering, min"},
       {"与有共同邻点者邻点重合的程度，按较小一方计",
        "how far it shares neighbours with those it shares any with, over the smaller"},
       "min(|N(v)|, |N(w)|)",
       &TwoModeOverlap::min},
      {"bipartite.clustering_max",
       {"二模聚类（较大）", "clustering, max"},
       {"与有共同邻点者邻点重合的程度，按较大一方计",
        "how far it shares neighbours with those it shares any with, over the larger"},
       "max(|N(v)|, |N(w)|)",
       &TwoModeOverlap::max},
  };
}

}  // namespace

std::vector<Measure> structure_measures(Level level) {
  const Side side = level == Level::Task ? Side::Tasks : Side::Units;
  const std::string cost = level == Level::Task ? "O(Σ d_u²)" : "O(Σ k_t²)";
  const std::string own_cost = level == Level::Task ? "O(Σ k_t²)" : "O(Σ d_u²)";
  const std::string latapy = "Latapy et al. 2008, doi:10.1016/j.socnet.2007.04.006; as NetworkX";
  std::vector<Measure> rows;
  for (const OverlapWords& words : overlaps())
    rows.push_back({.id = words.id,
                    .level = level,
                    .label = words.label,
                    .meaning = words.meaning,
                    .formula = "mean over w with N(v) ∩ N(w) ≠ ∅ of |N(v) ∩ N(w)| / " + words.over,
                    .normalizer = words.over + "; such w",
                    .range = "[0, 1]; 0 if it shares none",
                    .cost = cost,
                    .source = latapy,
                    .column = [side, column = words.column](const Study& s) {
                      return real_numbers(s.overlap(side).*column);
                    }});
  rows.push_back({.id = "bipartite.redundancy",
                  .level = level,
                  .label = {"二模冗余", "redundancy (two-mode)"},
                  .meaning = {"其邻点对中另有他者也相连的比例",
                              "share of the pairs of its neighbours that another joins too"},
                  .formula = "|{{a, b} ⊆ N(v) : ∃ w ≠ v joined to both}| / C(d_v, 2)",
                  .normalizer = "C(d_v, 2)",
                  .range = "[0, 1]",
                  .undefined = "fewer than two neighbours",
                  .cost = own_cost,
                  .source = latapy,
                  .column = [side](const Study& s) {
                    const Side others = side == Side::Tasks ? Side::Units : Side::Tasks;
                    return real_numbers(graph::redundancy(s.graph(), side, s.overlap(others)));
                  }});
  rows.push_back(
      {.id = "bipartite.shared_core",
       .level = level,
       .label = {"共担核数", "core of shared work"},
       .meaning = level == Level::Task
                      ? Words{"在各单位至少有两项任务的部分中，任务各有多少单位仍成核",
                              "largest k of a part in which each task has k units and each unit "
                              "two tasks"}
                      : Words{"在各任务至少有两个单位的部分中，单位各有多少任务仍成核",
                              "largest k of a part in which each unit has k tasks and each task "
                              "two units"},
       .formula = "max k : v in the (k, 2)-core, k for its own mode",
       .range = "0, 1, …",
       .cost = "O(T + U + A log A)",
       .source = "Cerinšek & Batagelj 2015, Social Networks 42",
       .column = [side](const Study& s) {
         return whole_numbers(graph::two_mode_core_numbers(s.graph(), side, 2));
       }});
  rows.push_back({.id = "bipartite.butterflies",
                  .level = level,
                  .label = {"所在四环", "butterflies"},
                  .meaning = {"经过它的四环数（两任务与两单位两两相连）",
                              "cycles of two tasks and two units, all joined, through it"},
                  .formula = "Σ_w C(|N(v) ∩ N(w)|, 2)",
                  .range = "0, 1, …",
                  .cost = cost,
                  .source = "Sanei-Mehri et al. 2018, doi:10.1145/3219819.3220097",
                  .column = [side](const Study& s) {
                    const auto& count = s.overlap(side).butterflies;
                    return Column::Values(std::vector<std::int64_t>(count.begin(), count.end()));
                  }});
  return rows;
}

std::vector<Measure> network_structure_measures() {
  const Level level = Level::Network;
  return {
      {.id = "butterflies",
       .level = level,
       .label = {"四环数", "butterflies"},
       .meaning = {"两任务与两单位两两相连的四环数",
                   "cycles of two tasks and two units, all joined"},
       .formula = "Σ_{u<v} C(P_uv, 2)",
       .range = "0, 1, …",
       .cost = "O(min(Σ k_t², Σ d_u²))",
       .source = "Sanei-Mehri et al. 2018, doi:10.1145/3219819.3220097",
       .column = [](const Study& s) { return single(s.butterflies()); }},
      {.id = "clustering.robins_alexander",
       .level = level,
       .label = {"四环聚类系数", "Robins-Alexander clustering"},
       .meaning = {"三步路径闭合成四环的比例", "share of paths of three edges that a cycle closes"},
       .formula = "4 butterflies / Σ over assignments of (k_t - 1)(d_u - 1)",
       .normalizer = "paths of three edges",
       .range = "[0, 1]",
       .undefined = "no path of three edges",
       .cost = "O(min(Σ k_t², Σ d_u²))",
       .source = "Robins & Alexander 2004, doi:10.1023/B:CMOT.0000032580.12184.c0; as NetworkX",
       .column =
           [](const Study& s) {
             return single(graph::robins_alexander_clustering(s.graph(), s.butterflies()));
           }},
      {.id = "clustering.opsahl",
       .level = level,
       .label = {"Opsahl 聚类系数", "Opsahl clustering"},
       .meaning = {"单位间四步路径的两端另有共同任务的比例",
                   "share of paths from unit to unit to unit whose ends share a third task"},
       .formula = "closed paths of four edges / paths of four edges, five vertices each",
       .normalizer = "paths of four edges",
       .range = "[0, 1]",
       .undefined = "no path of four edges between units",
       .cost = "O(Σ_u (Σ_{t of u} k_t)²)",
       .source = "Opsahl 2013, doi:10.1016/j.socnet.2011.07.001",
       .column =
           [](const Study& s) { return single(graph::opsahl_clustering(s.graph(), s.work())); }},
  };
}

}  // namespace respnet::analysis
