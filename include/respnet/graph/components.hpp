#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// The connected parts of a graph, numbered by size, largest first; equal sizes by smallest vertex.
struct Components {
  std::vector<std::uint32_t> component;  ///< by vertex
  std::vector<std::uint32_t> sizes;      ///< vertices, by component; empty for the empty graph
};

/// The connected components of an undirected graph. An isolated vertex is one of its own.
/// Cost: O(vertices + arcs) time, O(vertices) memory.
Components connected_components(const Adjacency& graph);

/// The same of a two-mode graph, by looking at each task's units once.
/// Cost: O(vertices + edges log units) time, near to linear in practice; O(vertices) memory.
/// Source: disjoint sets with path halving, R. Tarjan and J. van Leeuwen, Journal of the ACM 31(2),
/// 1984, doi:10.1145/62.2160.
Components connected_components(const BipartiteGraph& graph);

/// The vertices whose removal leaves more components than there were, sorted.
///
/// @param graph  undirected
/// Cost: O(vertices + arcs) time, O(vertices) memory; no recursion, so paths may be long.
/// Source: J. Hopcroft and R. Tarjan, Communications of the ACM 16(6), 1973,
/// doi:10.1145/362248.362272.
std::vector<Vertex> articulation_vertices(const Adjacency& graph);

}  // namespace respnet::graph
