#pragma once

#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

struct BetweennessOptions {
  bool directed = false;
  unsigned threads = 0;  ///< 0: all; the result does not depend on it
  /// Vertices with arcs times arcs above it are refused before any work.
  double most_steps = 2e10;
};

/// How many shortest paths between other vertices pass through each vertex. Not normalised.
///
/// b_v = Σ_{s,t ≠ v} σ_st(v) / σ_st, where σ_st counts the shortest paths, in steps, from s to t
/// and σ_st(v) those through v; over unordered pairs {s,t} if undirected, else over ordered ones.
/// Weights play no part.
/// @param out  both directions of every edge if undirected
/// @return     one entry per vertex, >= 0
/// @throws LimitError  before any work, when vertices with arcs times arcs exceed `most_steps`
/// Cost: O(vertices · arcs) time; memory at most 32 columns of a double per vertex, and five more a
/// thread.
/// Source: U. Brandes, Journal of Mathematical Sociology 25(2), 2001,
/// doi:10.1080/0022250X.2001.9990249.
std::vector<double> betweenness(const Adjacency& out, const BetweennessOptions& options = {});

}  // namespace respnet::graph
