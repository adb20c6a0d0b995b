#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/distances.hpp"
#include "respnet/graph/spectral.hpp"

namespace respnet::analysis {

// What kernels count, made comparable. The kernels (respnet/graph) return sums and pair counts;
// these functions divide by what could be reached at most. A normaliser of zero gives 0.

// ---- bipartite.*: the two-mode graph, by joint vertex. For v in a mode of n_1 vertices, the other
// mode having n_2. All as the functions of NetworkX's algorithms.bipartite.
// Source: S. Borgatti and M. Everett, Social Networks 19(3), 1997,
// doi:10.1016/S0378-8733(96)00301-2.

/// Share of the other mode that the vertex is joined to: d_v / n_2, in [0, 1]. Cost: O(vertices).
std::vector<double> bipartite_degree(const graph::BipartiteGraph& graph);

/// Closeness: (n_2 + 2 (n_1 - 1)) / Σ_j dist(v, j) over the r_v vertices reached, times
/// r_v / (n_1 + n_2 - 1); 1 where v is as close as can be to all, 0 for isolated vertices.
/// @param distances  of graph.adjacency()
/// Cost: O(vertices).
std::vector<double> bipartite_closeness(const graph::BipartiteGraph& graph,
                                        const graph::DistanceSums& distances);
/// The same of one vertex. @param reached, sum  as in graph::DistanceSums
double bipartite_closeness(const graph::BipartiteGraph& graph, graph::Vertex v, double reached,
                           double sum);

/// Betweenness over the largest value possible in a mode, in [0, 1].
/// @param pairs  as graph::betweenness() counts them, undirected
/// Cost: O(vertices).
std::vector<double> bipartite_betweenness(const graph::BipartiteGraph& graph,
                                          std::span<const double> pairs);

/// Leading singular vectors of the incidence of tasks and units, unit norm per mode, non-negative;
/// 0 outside the component with the largest singular value. @throws, cost: as the kernel
std::vector<double> bipartite_eigenvector(const graph::BipartiteGraph& graph,
                                          const graph::SpectralOptions& options = {});

// ---- One-mode graphs, by vertex.

/// Neighbours (or arcs that leave).
std::vector<std::uint32_t> degrees(const graph::Adjacency& graph);

/// Sum of the weights along them.
std::vector<double> strengths(const graph::Adjacency& graph);

/// Closeness of a graph that may fall into parts: r_v / Σ dist · r_v / (n - 1) over the r_v
/// vertices reached, in [0, 1]; 0 for isolated vertices.
/// Source: S. Wasserman and K. Faust, Social Network Analysis, Cambridge University Press, 1994,
/// p. 201; as NetworkX's closeness_centrality.
std::vector<double> wasserman_faust_closeness(const graph::DistanceSums& distances);
/// The same of one vertex. @param reached, sum  as in graph::DistanceSums
double wasserman_faust_closeness(std::size_t vertices, double reached, double sum);

enum class Pairs : std::uint8_t {
  Unordered,  ///< of an undirected graph: (n-1)(n-2)/2 at most
  Ordered,    ///< of a directed one: (n-1)(n-2)
};

/// Pair counts of graph::betweenness() over the pairs of other vertices, in [0, 1].
/// Source: L. Freeman, Sociometry 40(1), 1977, doi:10.2307/3033543.
std::vector<double> normalized_betweenness(std::span<const double> count, Pairs pairs);

/// `values` over their sum; unchanged if that is 0.
std::vector<double> scaled_to_sum_one(std::vector<double> values);

}  // namespace respnet::analysis
