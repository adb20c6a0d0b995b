#pragma once

#include <cstddef>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

struct ModularityBoundOptions {
  double resolution = 1;            ///< γ > 0
  std::size_t most_vertices = 120;  ///< with edges; above it only the sum of gains is given
  std::size_t most_nodes = 200;     ///< of the search tree; 0: the relaxation alone
  std::size_t most_rows = 40'000;   ///< triangle inequalities at once
};

/// How much better than what was found any partition could be.
struct ModularityBound {
  double upper = 0;       ///< no partition has a larger Barber modularity
  bool proven = false;    ///< none has a larger one than `found`
  bool relaxed = false;   ///< by linear programming; false: the plain sum of gains
  std::size_t nodes = 0;  ///< of the search tree
};

/// An upper bound of Barber's modularity over all partitions of the two-mode graph, and whether it
/// proves that `found` is the optimum.
///
/// Clique partitioning as an integer program: maximise Σ_tu (B_tu/E - γ k_t d_u/E²) x_tu over
/// x_ij in {0, 1} with x_ij + x_jk - x_ik <= 1. Its relaxation is solved by the dual simplex method
/// with triangle inequalities added where they are violated, then branched depth-first. Each bound
/// is recomputed from the dual values, so that it holds whatever the tolerances of the solver. At
/// resolution 1 modularities are multiples of 1/E²: a bound below the next one is a proof.
/// @param found  modularity of a partition of this graph, at the same resolution
/// @throws std::invalid_argument  on an option out of range, or `found` above 1 or not finite
/// Cost: exponential at worst, bounded by the limits; seconds for 70 vertices. Deterministic.
/// Source: M. Grötschel and Y. Wakabayashi, Mathematical Programming 45, 1989,
/// doi:10.1007/BF01589097; A. Miyauchi and N. Sukegawa, Optimization Letters 9, 2015,
/// doi:10.1007/s11590-014-0784-3 (triangles without a positive side are not needed).
ModularityBound barber_bound(const BipartiteGraph& graph, double found,
                             const ModularityBoundOptions& options = {});

}  // namespace respnet::graph
