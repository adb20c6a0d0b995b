#pragma once

#include <vector>

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

struct PageRankOptions {
  double damping = 0.85;     ///< chance of following an arc, in [0, 1)
  double tolerance = 1e-12;  ///< bound on the error, as a sum over vertices; > 0
  int max_iterations = 10000;
  unsigned threads = 0;  ///< of two_mode_page_rank; 0: all; the result does not depend on it
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

/// The same of an undirected two-mode graph, all edges weighing 1: tasks and units together sum to
/// 1.
///
/// Solved as a symmetric positive definite system on the smaller mode by conjugate gradients; the
/// error is bounded by the residual, and checked by one step of the walk at the end.
/// @throws std::invalid_argument, LimitError  as page_rank()
/// Cost: one pass over the edges an iteration, some 15 with the defaults (condition number
/// 1/(1 - d²) = 3.6 whatever the graph); O(vertices) memory, the smaller mode up to 17 times.
/// Source: the system, D. Gleich, L. Zhukov and P. Berkhin, Yahoo! Research Labs technical report
/// YRL-2004-038; conjugate gradients, M. Hestenes and E. Stiefel, J. Res. NBS 49(6), 1952.
PageRank two_mode_page_rank(const BipartiteGraph& graph, const PageRankOptions& options = {});
/// The same of any undirected graph whose first `left` vertices are joined with later ones only;
/// with weights (> 0) the walk follows edges in proportion to them, as page_rank() does.
PageRank two_mode_page_rank(const Adjacency& graph, std::size_t left,
                            const PageRankOptions& options = {});

}  // namespace respnet::graph
