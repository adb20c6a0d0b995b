#pragma once

#include <cstdint>
#include <optional>

#include "respnet/graph/two_mode_overlap.hpp"

namespace respnet::graph {

/// NODF: whether small neighbourhoods lie inside large ones.
///
/// Of each pair of vertices of a side with d_i > d_j > 0, 100 |N(i) ∩ N(j)| / d_j; 0 for pairs of
/// equal degree; the mean over all pairs of the side.
struct Nestedness {
  std::optional<double> tasks;  ///< in [0, 100]; empty with fewer than two tasks
  std::optional<double> units;  ///< likewise
  std::optional<double> all;    ///< the mean over the pairs of both sides; empty without pairs
};

/// Cost: O(edges · log largest degree) time: what a pair shares is counted neighbour by neighbour,
/// so pairs are never listed. As nestednodf() of the R package vegan, binary.
/// Source: M. Almeida-Neto et al., Oikos 117(8), 2008, doi:10.1111/j.0030-1299.2008.16644.x.
Nestedness nestedness(const BipartiteGraph& graph);

/// The C-score: how far vertices of a side avoid each other's neighbours. The mean over all pairs
/// of (d_i - s)(d_j - s), s = |N(i) ∩ N(j)|; >= 0. Empty with fewer than two vertices.
/// @throws, cost: as butterfly_count(). As the R packages vegan and bipartite.
/// Source: L. Stone and A. Roberts, Oecologia 85, 1990, doi:10.1007/BF00317345.
std::optional<double> c_score(const BipartiteGraph& graph, Side side);
/// The same where the four-cycles are at hand: O(edges). @param butterflies  butterfly_count(graph)
std::optional<double> c_score(const BipartiteGraph& graph, Side side, std::uint64_t butterflies);

/// The C-score with each pair divided by the most that its degrees allow among n vertices of the
/// other side: d_i d_j where d_i + d_j <= n, else (n - d_i)(n - d_j); 0 where that is 0. In [0, 1].
/// Empty with fewer than two vertices.
/// @throws LimitError  before any work, when Σ d² over the degrees of the other side exceeds
/// `most_steps` Cost: O(Σ d² + pairs of distinct degrees) time. Source: as c_score; as
/// C.score(normalise = TRUE) of the R package bipartite.
std::optional<double> normalized_c_score(const BipartiteGraph& graph, Side side,
                                         const WorkOptions& options = {});

}  // namespace respnet::graph
