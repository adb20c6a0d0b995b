#pragma once

#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

struct PageRankOptions {
  double damping = 0.85;     ///< chance of following an arc, in [0, 1)
  double tolerance = 1e-12;  ///< bound on the error, as a sum over vertices; > 0
  int max_iterations = 10000;
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

}  // namespace respnet::graph
