#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// Rows that own their memory, without weights.
struct OwnedRows {
  std::vector<std::uint64_t> offsets{0};
  std::vector<Vertex> targets;

  Adjacency view() const { return {offsets, targets, {}}; }
};

/// The same arcs turned round. Cost: O(vertices + arcs).
OwnedRows turned_round(const Adjacency& out);

/// The undirected graph that has an edge wherever there is an arc either way.
/// @param into  turned_round(out)
/// Cost: O(vertices + arcs).
OwnedRows without_direction(const Adjacency& out, const Adjacency& into);

}  // namespace respnet::graph
