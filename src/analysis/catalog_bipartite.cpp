#include "analysis/catalog_rows.hpp"
#include "respnet/analysis/centrality.hpp"

namespace respnet::analysis {
std::vector<Measure> bipartite_measures(Level level) {
  const std::string borgatti = "Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2";
  const auto real = [level](auto joint) {
    return [level, joint](const Study& s) { return real_numbers(part_of(s, level, joint(s))); };
  };
  return {
      {.id = "bipartite.degree",
       .level = level,
       .label = {"二模度", "degree (two-mode)"},
       .meaning = {"所连任务（或单位）占全部任务（或单位）的比例",
                   "share of all tasks (of all units) that it is joined to"},
       .formula = "d_v / n_2",
       .normalizer = "n_2",
       .range = "[0, 1]",
       .cost = "O(T + U)",
       .source = borgatti,
       .column = real([](const Study& s) { return bipartite_degree(s.graph()); })},
      {.id = "bipartite.closeness",
       .level = level,
       .label = {"二模接近度", "closeness (two-mode)"},
       .meaning = {"到其余任务和单位有多近", "how near all other tasks and units are"},
       .formula = "(n_2 + 2(n_1 - 1)) / Σ dist · r / (n_1 + n_2 - 1), r vertices reached",
       .normalizer = "Σ dist; n_1 + n_2 - 1",
       .range = "[0, 1]; 0 for an isolate",
       .cost = "O((T + U) A)",
       .source = borgatti + "; as NetworkX, normalized",
       .column =
           real([](const Study& s) { return bipartite_closeness(s.graph(), s.distances()); })},
      {.id = "bipartite.harmonic",
       .level = level,
       .label = {"二模调和中心度", "harmonic (two-mode)"},
       .meaning = {"到其余任务和单位距离倒数之和",
                   "sum of 1/distance to all other tasks and units"},
       .formula = "Σ_w 1/dist(v, w)",
       .range = "[0, n_2 + (n_1 - 1)/2]",
       .cost = "O((T + U) A)",
       .source = "Boldi & Vigna 2014, doi:10.1080/15427951.2013.865686; as NetworkX",
       .column = real([](const Study& s) { return s.harmonic().score; }),
       .guarantee = [](const Study& s) { return s.harmonic().guarantee; }},
      {.id = "bipartite.betweenness",
       .level = level,
       .label = {"二模中介度", "betweenness (two-mode)"},
       .meaning = {"其余任务和单位之间最短路径经过它的程度，除以该模的最大值",
                   "how far shortest ways between others pass through it, over the most possible "
                   "in its mode"},
       .formula = "Σ σ_st(v)/σ_st over ½[n_2²(s+1)² + n_2(s+1)(2t-s-1) - t(2s-t+3)], "
                  "s = (n_1-1) div n_2, t = (n_1-1) mod n_2",
       .normalizer = "the most pairs a vertex of its mode can lie between",
       .range = "[0, 1]",
       .cost = "O((T + U) A)",
       .source = borgatti + "; as NetworkX",
       .column = real(
           [](const Study& s) { return bipartite_betweenness(s.graph(), s.betweenness().score); }),
       .guarantee = [](const Study& s) { return s.betweenness().guarantee; }},
      {.id = "bipartite.eigenvector",
       .level = level,
       .label = {"二模特征向量", "eigenvector (two-mode)"},
       .meaning = {"与重要的任务（单位）相连则重要（主连通部分以外为 0）",
                   "important where joined to what is important; 0 outside the leading part"},
       .formula = "leading singular vectors of B",
       .normalizer = "Euclidean norm, per mode",
       .range = "[0, 1], unit norm per mode",
       .cost = "O(A) a step",
       .source = borgatti,
       .column = real([](const Study& s) { return s.eigenvector(); })},
      {.id = "bipartite.pagerank",
       .level = level,
       .label = {"二模 PageRank", "PageRank (two-mode)"},
       .meaning = {"在任务与单位间随机游走时停在它的机会",
                   "chance to meet it on a random walk between tasks and units"},
       .formula = "damping 0.85",
       .normalizer = "sum over tasks and units",
       .range = "(0, 1], tasks and units together sum to 1",
       .cost = "O(A) a step",
       .source = "Page et al. 1999; as NetworkX pagerank",
       .column = real([](const Study& s) { return s.pagerank(); })},
      {.id = "bipartite.core",
       .level = level,
       .label = {"二模核数", "core (two-mode)"},
       .meaning = {"所在的最紧密核心的阶数",
                   "largest k of a part of the network in which each has k neighbours"},
       .formula = "core number",
       .range = "0, 1, …",
       .cost = "O(T + U + A)",
       .source = "Batagelj & Zaveršnik 2003, arXiv:cs/0310049; as NetworkX core_number",
       .column = [level](const Study& s) { return whole_numbers(part_of(s, level, s.cores())); }},
  };
}

}  // namespace respnet::analysis
