#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::analysis {

/// The partition after merging clusters that an edge joins and whose union does not lower Barber's
/// modularity; meant for local optima, where none would raise it.
///
/// @param cluster  by joint vertex, labels below the number of vertices
/// Cost: O(vertices + edges) a pass; every pass merges each cluster that can be merged at least
/// once, so passes are few.
std::vector<std::uint32_t> coarser_partition(const graph::BipartiteGraph& graph,
                                             std::vector<std::uint32_t> cluster, double resolution);

}  // namespace respnet::analysis
