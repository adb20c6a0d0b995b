#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// What closeness and harmonic centrality are made of. By vertex.
struct DistanceSums {
  std::vector<std::uint32_t> reached;  ///< vertices at a finite distance, without itself
  std::vector<std::uint64_t> sum;      ///< of the distances to them
  std::vector<double> inverse_sum;     ///< of 1/distance to them, nearest first
};

/// Sums of the distances, in steps, from each vertex along its arcs; weights play no part.
///
/// @param out      of a directed graph: distances from the vertex; give the arcs turned round for
///                 distances to it
/// @param threads  0: all; the result does not depend on it
/// @throws LimitError  before any work, when vertices with arcs times arcs exceed 2·10^10
/// Cost: a breadth-first search from each vertex, O(vertices · arcs) time at worst; memory
/// O(vertices) a thread.
DistanceSums distance_sums(const Adjacency& out, unsigned threads = 0);

}  // namespace respnet::graph
