#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/work_options.hpp"

namespace respnet::graph {

/// One of the two modes.
enum class Side : std::uint8_t { Tasks, Units };

/// How the vertices of one side share neighbours. All columns but the last by vertex of that side,
/// from 0.
struct TwoModeOverlap {
  // Pair clustering, the mean over the vertices with which a vertex shares a neighbour; 0 if none.
  std::vector<double> dot;  ///< |N(v) ∩ N(w)| over |N(v) ∪ N(w)|, in [0, 1]
  std::vector<double> min;  ///< over min(|N(v)|, |N(w)|), in [0, 1]
  std::vector<double> max;  ///< over max(|N(v)|, |N(w)|), in [0, 1]
  /// Four-cycles (two tasks, two units, all joined) through the vertex: Σ_w C(|N(v) ∩ N(w)|, 2).
  std::vector<std::uint64_t> butterflies;
  /// By vertex of the other side: the pairs {v, w} of this side that share it and nothing else.
  std::vector<std::uint64_t> alone;
};

/// @throws LimitError  before any work, when it needs more steps than `most_steps`
/// Cost: O(Σ d²) time, d the degrees of the other side; less where a side has up to 64 different
/// degrees, as tasks have: partners by a large neighbour are then counted from the sets of large
/// neighbours that occur, by inclusion and exclusion, and not listed. Memory O(vertices) a thread,
/// and up to 0.5 GB for the sets. No randomness.
/// Source: M. Latapy, C. Magnien and N. Del Vecchio, Social Networks 30(1), 2008,
/// doi:10.1016/j.socnet.2007.04.006; as NetworkX bipartite.clustering with modes dot, min, max.
TwoModeOverlap two_mode_overlap(const BipartiteGraph& graph, Side side,
                                const WorkOptions& options = {});

/// Of each vertex of one side the share of the pairs of its neighbours that another vertex joins
/// too: how little would change without it. In [0, 1]; NaN for a vertex of degree below 2.
/// @throws, cost, source: as two_mode_overlap of the other side
std::vector<double> redundancy(const BipartiteGraph& graph, Side side,
                               const WorkOptions& options = {});
/// The same from the overlap of the other side, where that is at hand: O(vertices).
/// @param of_other  two_mode_overlap(graph, the other side)
std::vector<double> redundancy(const BipartiteGraph& graph, Side side,
                               const TwoModeOverlap& of_other);

/// Four-cycles of the network: over the pairs of the cheaper side, C(shared neighbours, 2).
/// @throws LimitError  before any work, when the smaller Σ d² exceeds `most_steps`
/// Cost: O(Σ d²) time, d the degrees of the side with the smaller sum.
std::uint64_t butterfly_count(const BipartiteGraph& graph, const WorkOptions& options = {});

/// Robins and Alexander's clustering: four times the four-cycles over the paths of three edges.
/// In [0, 1]; empty without such a path.
/// Source: G. Robins and M. Alexander, Computational & Mathematical Organization Theory 10, 2004,
/// doi:10.1023/B:CMOT.0000032580.12184.c0; as NetworkX robins_alexander_clustering.
std::optional<double> robins_alexander_clustering(const BipartiteGraph& graph);
/// The same where the four-cycles are at hand: O(edges). @param butterflies  butterfly_count(graph)
std::optional<double> robins_alexander_clustering(const BipartiteGraph& graph,
                                                  std::uint64_t butterflies);

/// Opsahl's clustering of units: of the paths of four edges from unit to unit to unit (five
/// vertices, all different) the share whose ends are joined by a third task. In [0, 1]; empty
/// without such a path.
/// @throws LimitError  before any work, when Σ_u (Σ over tasks t of u of k_t)² exceeds `most_steps`
/// Cost: that sum; O(units) memory.
/// Source: T. Opsahl, Social Networks 35(2), 2013, doi:10.1016/j.socnet.2011.07.001.
std::optional<double> opsahl_clustering(const BipartiteGraph& graph,
                                        const WorkOptions& options = {});

}  // namespace respnet::graph
