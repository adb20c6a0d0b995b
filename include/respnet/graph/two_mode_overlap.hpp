#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// One of the two modes.
enum class Side : std::uint8_t { Tasks, Units };

/// How the vertices of one side share neighbours. All columns by vertex of that side, from 0.
struct TwoModeOverlap {
  // Pair clustering, the mean over the vertices with which a vertex shares a neighbour; 0 if none.
  std::vector<double> dot;  ///< |N(v) ∩ N(w)| over |N(v) ∪ N(w)|, in [0, 1]
  std::vector<double> min;  ///< over min(|N(v)|, |N(w)|), in [0, 1]
  std::vector<double> max;  ///< over max(|N(v)|, |N(w)|), in [0, 1]
  /// Four-cycles (two tasks, two units, all joined) through the vertex: Σ_w C(|N(v) ∩ N(w)|, 2).
  std::vector<std::uint64_t> butterflies;
};

/// @throws LimitError  before any work, when Σ d² over the degrees of the other side exceeds 4·10^9
/// Cost: O(Σ d²) time, d the degrees of the other side; O(vertices) memory. No randomness.
/// Source: M. Latapy, C. Magnien and N. Del Vecchio, Social Networks 30(1), 2008,
/// doi:10.1016/j.socnet.2007.04.006; as NetworkX bipartite.clustering with modes dot, min, max.
TwoModeOverlap two_mode_overlap(const BipartiteGraph& graph, Side side);

/// Of each vertex of one side the share of the pairs of its neighbours that another vertex joins
/// too: how little would change without it. In [0, 1]; NaN for a vertex of degree below 2.
/// @throws, cost, source: as two_mode_overlap, d the degrees of the side itself
std::vector<double> redundancy(const BipartiteGraph& graph, Side side);

/// Four-cycles of the network: the sum of the butterflies of one side, halved.
/// Cost: that of two_mode_overlap on the cheaper side, with its limit.
std::uint64_t butterfly_count(const BipartiteGraph& graph);

/// Robins and Alexander's clustering: four times the four-cycles over the paths of three edges.
/// In [0, 1]; empty without such a path.
/// Source: G. Robins and M. Alexander, Computational & Mathematical Organization Theory 10, 2004,
/// doi:10.1023/B:CMOT.0000032580.12184.c0; as NetworkX robins_alexander_clustering.
std::optional<double> robins_alexander_clustering(const BipartiteGraph& graph);

/// Opsahl's clustering of units: of the paths of four edges from unit to unit to unit (five
/// vertices, all different) the share whose ends are joined by a third task. In [0, 1]; empty
/// without such a path.
/// @throws LimitError  before any work, when Σ_u (Σ over tasks t of u of k_t)² exceeds 4·10^9
/// Cost: that sum; O(units) memory.
/// Source: T. Opsahl, Social Networks 35(2), 2013, doi:10.1016/j.socnet.2011.07.001.
std::optional<double> opsahl_clustering(const BipartiteGraph& graph);

}  // namespace respnet::graph
