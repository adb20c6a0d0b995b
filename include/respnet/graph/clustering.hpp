#pragma once

#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// The local clustering coefficient of each vertex: the share of the pairs of its neighbours that
/// are neighbours themselves.
///
/// c_v = 2 (triangles through v) / (k_v (k_v - 1)); 0 where v has fewer than two neighbours k_v, as
/// NetworkX.
/// @param graph    undirected; weights play no part
/// @param threads  0: all; the result does not depend on it
/// @return         one entry per vertex, in [0, 1]
/// Cost: O(arcs^1.5) time, O(vertices + arcs) memory.
/// Source: D. Watts and S. Strogatz, Nature 393, 1998, doi:10.1038/30918.
std::vector<double> clustering_coefficients(const Adjacency& graph, unsigned threads = 0);

}  // namespace respnet::graph
