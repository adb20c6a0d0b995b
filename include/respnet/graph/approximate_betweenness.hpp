#pragma once

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/sampling.hpp"

namespace respnet::graph {

/// Estimates betweenness() of an undirected graph from shortest paths drawn at random.
///
/// A sample is a pair of vertices, and one of their shortest paths, all as likely; a pair that
/// nothing joins has none. The share of the samples that pass through v, b'_v, estimates b_v over
/// the number of pairs, n (n-1) / 2: epsilon is a share of the pairs, on that scale. Scores are
/// b'_v n (n-1) / 2, as those of betweenness(); a vertex that is between no pair has exactly 0.
///
/// Samples are drawn until b'_v is known to be within epsilon for every v at once (KADABRA). This
/// stop is proven right. Without it samples end at
///
///   ω = ⌈ 0.5 / ε² (⌊log2(D - 2)⌋ + 1 + ln(2/δ)) ⌉,
///
/// D being the vertices on a shortest path at most, no more than the two greatest distances from
/// one vertex and 1; where guarantee.early is not set, the guarantee rests on the constant 0.5,
/// which was measured, not proven. Without paths of three vertices all scores are 0, and exact.
///
/// @param graph  undirected; weights play no part
/// @throws std::invalid_argument  when epsilon or delta is not in (0, 1)
/// @throws LimitError             before any sampling, when ω exceeds 10^10
/// Cost: a search from both ends for each sample, O(arcs) at worst and near to the root of that in
/// practice; memory O(vertices) for each thread.
/// Source: M. Borassi and E. Natale, ACM Journal of Experimental Algorithmics 24, 2019,
/// doi:10.1145/3284359; ω: M. Riondato and E. Kornaropoulos, Data Mining and Knowledge Discovery
/// 30(2), 2016, doi:10.1007/s10618-015-0423-0.
Estimates approximate_betweenness(const Adjacency& graph, const SamplingOptions& options = {});

/// The same of a directed graph: of ordered pairs, n (n-1) of them, as betweenness() with
/// `directed`. The search from the target runs against the arcs; a pair that no path leads between
/// has none, which is known when either search cannot go on. D is the heaviest way through the
/// strongly connected parts, each weighing the vertices of it that a shortest path can have.
/// @param out  arcs; weights play no part
Estimates approximate_directed_betweenness(const Adjacency& out,
                                           const SamplingOptions& options = {});

}  // namespace respnet::graph
