#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/two_mode_overlap.hpp"

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

/// Which vertices lie in the (alpha, beta)-core, by joint vertex: the largest part of the network
/// in which each task has at least alpha units and each unit at least beta tasks, those of the
/// part. Cost: O(vertices + edges). Source: M. Cerinšek and V. Batagelj, Generalized two-mode
/// cores, Social Networks 42, 2015.
std::vector<bool> two_mode_core(const BipartiteGraph& graph, std::uint32_t alpha,
                                std::uint32_t beta);

/// Of each vertex of a side the largest number such that it lies in the part of the network in
/// which each vertex of its side has so many neighbours and each of the other side at least
/// `least`. With `least` 2 how deep it lies in shared work. 0 where it is in no such part.
/// @return  by vertex of the side, from 0
/// Cost: O(vertices + edges).
/// Source: as two_mode_core().
std::vector<std::uint32_t> two_mode_core_numbers(const BipartiteGraph& graph, Side side,
                                                 std::uint32_t least);

}  // namespace respnet::graph
