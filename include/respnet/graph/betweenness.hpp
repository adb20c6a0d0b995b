#pragma once

#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

struct BetweennessOptions {
  bool directed = false;
  unsigned threads = 0;  ///< 0: all; the result does not depend on it
  /// Vertices with arcs times arcs above it are refused before any search; undirected those of
  /// all_search_steps().
  double most_steps = 2e10;
};

/// How many shortest paths between other vertices pass through each vertex. Not normalised.
///
/// b_v = Σ_{s,t ≠ v} σ_st(v) / σ_st, where σ_st counts the shortest paths, in steps, from s to t
/// and σ_st(v) those through v; over unordered pairs {s,t} if undirected, else over ordered ones.
/// Weights play no part.
/// @param out  both directions of every edge if undirected
/// @return     one entry per vertex, >= 0
/// @throws LimitError  before any search, when they would take more than `most_steps`
/// Undirected, twins (twin_classes()) are one vertex to the search where that saves a tenth of it:
/// for a class c of m_c members, each of degree d_c, paths from a member of class s
///
///   σ_s(c) = Σ over classes p before c of m_p σ_s(p), with m_s = 1 at the source,
///   δ_s(c) = σ_s(c) Σ over classes w behind c of m_w (1 + δ_s(w)) / σ_s(w),
///   b_c = ½ Σ_s m_s δ_s(c) + Σ over neighbouring classes t of m_t (m_t - 1) / (2 d_t),
///
/// the last for pairs of twins, whose paths are the neighbours that they share.
/// Cost: O(vertices · arcs) time; memory at most 32 columns of a double per vertex, and five more a
/// thread. Source: U. Brandes, Journal of Mathematical Sociology 25(2), 2001,
/// doi:10.1080/0022250X.2001.9990249; twins: R. Puzis, Y. Elovici, P. Zilberman, S. Dolev and
/// U. Brandes, Topology manipulations for speeding betweenness centrality computation, Journal of
/// Complex Networks 3(1), 2015.
std::vector<double> betweenness(const Adjacency& out, const BetweennessOptions& options = {});

}  // namespace respnet::graph
