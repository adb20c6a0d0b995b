// Rows of units and tasks: ranks that either mode gives the other.

#include "analysis/catalog_rows.hpp"
#include "respnet/analysis/centrality.hpp"
#include "respnet/graph/birank.hpp"

namespace respnet::analysis {
namespace {

Measure rank_measure(Level level, const std::string& id, const Words& label, const Words& meaning,
                     const std::string& step, const std::string& normalizer, graph::BiRankStep kind,
                     const std::string& source) {
  return {.id = id,
          .level = level,
          .label = label,
          .meaning = meaning,
          .formula = "p = α S u + (1 - α)/T, u = β Sᵀ p + (1 - β)/U, α = β = 0.85, " + step,
          .normalizer = normalizer,
          .range = "(0, 1); an isolate has 0.15 over the number of its mode",
          .cost = "O(A) a step",
          .source = source,
          .column = [level, kind, id](const Study& s) {
            return real_numbers(part_of(s, level, s.joint(id, [&] {
              return graph::birank(s.graph(), {.step = kind, .threads = s.options().threads});
            })));
          }};
}

}  // namespace

std::vector<Measure> ranking_measures(Level level) {
  using graph::BiRankStep;
  std::vector<Measure> rows{
      rank_measure(level, "bipartite.birank", {"BiRank", "BiRank"},
                   {"任务按单位、单位按任务互相排位（对称归一，阻尼 0.85）",
                    "rank that tasks and units give each other, evenly scaled, damped by 0.85"},
                   "S_tu = B_tu / √(k_t d_u)", "√(k_t d_u)", BiRankStep::BiRank,
                   "He et al. 2017, doi:10.1109/TKDE.2016.2611584"),
      rank_measure(level, "bipartite.cohits", {"Co-HITS", "Co-HITS"},
                   {"任务按单位、单位按任务互相排位（随机游走，阻尼 0.85）",
                    "rank that tasks and units give each other by a random walk, damped by 0.85"},
                   "B_tu / d_u to tasks, B_tu / k_t to units", "d_u; k_t", BiRankStep::CoHits,
                   "Deng et al. 2009, doi:10.1145/1557019.1557051"),
  };
  rows.push_back({.id = "bipartite.hits",
                  .level = level,
                  .label = {"HITS", "HITS"},
                  .meaning = {"与重要的任务（单位）相连则重要，同模之和为 1（主连通部分以外为 0）",
                              "important where joined to what is important, as shares of its mode; "
                              "0 outside the leading part"},
                  .formula = "leading singular vectors of B, each over its sum; not damped, as a "
                             "damped sum of B need not converge",
                  .normalizer = "sum, per mode",
                  .range = "[0, 1], each mode sums to 1",
                  .cost = "O(A) a step",
                  .source = "Kleinberg 1999, doi:10.1145/324133.324140",
                  .column = [level](const Study& s) {
                    const auto part = part_of(s, level, s.eigenvector());
                    return Column::Values(scaled_to_sum_one({part.begin(), part.end()}));
                  }});
  return rows;
}

}  // namespace respnet::analysis
