#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// The core number of each vertex: the largest k such that it belongs to a subgraph in which every
/// vertex has at least k neighbours.
///
/// @param graph  undirected; weights play no part
/// @return       one entry per vertex; 0 for an isolated vertex
/// Cost: O(vertices + arcs).
/// Source: V. Batagelj and M. Zaveršnik, arXiv:cs/0310049, 2003, after D. Matula and L. Beck,
/// Journal of the ACM 30(3), 1983, doi:10.1145/2402.322385.
std::vector<std::uint32_t> core_numbers(const Adjacency& graph);

}  // namespace respnet::graph
