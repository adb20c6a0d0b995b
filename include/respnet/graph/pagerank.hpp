#pragma once

#include <vector>

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

struct PageRankOptions {
  double damping = 0.85;     ///< chance of following an arc, in [0, 1)
  double tolerance = 1e-12;  ///< bound on the error, as a sum over vertices; > 0
  int max_iterations = 10000;
  unsigned threads = 0;  ///< of a BipartiteGraph, 0: all; the result does not depend on it
};

struct PageRank {
  std::vector<double> score;  ///< by vertex, > 0, sums to 1; empty for the empty graph
  int iterations = 0;
};

/// How often a walker meets each vertex who follows arcs, in proportion to their weights, and
/// restarts anywhere with chance 1 - damping.
///
/// x = d Pᵀx + (d·(mass on vertices without arcs) + 1 - d) / n: such a vertex leads everywhere.
/// Iterated until the last change times d/(1-d), which bounds the distance from the answer, is
/// below the tolerance.
/// @throws std::invalid_argument  on an option out of range
/// @throws LimitError             when max_iterations did not suffice
/// Cost: O(vertices + arcs) time an iteration (some 180 with the defaults), O(vertices) memory.
/// Source: L. Page, S. Brin, R. Motwani and T. Winograd, Stanford technical report 1999-66; as
/// NetworkX, but with a bound on the error.
PageRank page_rank(const Adjacency& out, const PageRankOptions& options = {});

/// The same for tasks and units, every edge weighing 1: the answer of page_rank(graph.adjacency())
/// within both tolerances, from a tenth of the work.
///
/// Without the tasks, which follow from the units, x = d Pᵀx + … is a system for units alone that
/// is symmetric in the right inner product, so conjugate gradients settle it in a dozen iterations.
/// The error is bounded by what is left over of the system, summed over vertices, and computed anew
/// at the end.
/// @throws as above
/// Cost: O(edges) time an iteration; memory O(vertices), and 16 columns of a double per unit.
/// Source: also M. R. Hestenes and E. Stiefel, Journal of Research of the National Bureau of
/// Standards 49(6), 1952, doi:10.6028/jres.049.044.
PageRank page_rank(const BipartiteGraph& graph, const PageRankOptions& options = {});

}  // namespace respnet::graph
