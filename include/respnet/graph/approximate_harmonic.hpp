#pragma once

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/sampling.hpp"

namespace respnet::graph {

/// Estimates harmonic centrality, Σ_{u ≠ v} 1/d(v,u) as in distance_sums(), of an undirected graph
/// from searches that start at a few vertices drawn at random, none twice.
///
/// Neighbours are known and counted as they are. Every other 1/d lies in [0, 1/2], and is 0 where
/// no path leads, so Hoeffding's bound holds on any graph, in Serfling's form for draws without
/// repeats: of n vertices,
///
///   k = ⌈ h (n + 1) / (n + h) ⌉,  h = ln(2n/δ) / (8 ε²) · (n / (n-1))²
///
/// as sources keep every estimate, divided by n - 1, within ε, all at once with a chance of 1 - δ.
/// If k = n, all vertices are sources, and the scores exact.
///
/// Closeness is not estimated in this way: it is the inverse of a mean distance, which lies between
/// 1 and the diameter, and over the vertices of one component only. The same searches would bound
/// its error by ε times the diameter times its square, a different bound for each vertex and
/// component, which no single epsilon could state.
///
/// @param graph  undirected; weights play no part
/// @throws std::invalid_argument  when epsilon or delta is not in (0, 1)
/// @throws LimitError             before any search, when k times the arcs exceeds 2·10^11
/// Cost: as distance_sums(), k / n of its time; memory O(vertices), 4 to 16 times.
/// Source: D. Eppstein and J. Wang, Journal of Graph Algorithms and Applications 8(1), 2004,
/// doi:10.7155/jgaa.00081; W. Hoeffding, Journal of the American Statistical Association 58(301),
/// 1963, doi:10.1080/01621459.1963.10500830; R. Serfling, Annals of Statistics 2(1), 1974,
/// doi:10.1214/aos/1176342611.
Estimates approximate_harmonic(const Adjacency& graph, const SamplingOptions& options = {});

}  // namespace respnet::graph
