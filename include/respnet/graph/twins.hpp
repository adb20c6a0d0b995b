#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// Vertices that nothing but their names tells apart: twins have the same neighbours. In a two-mode
/// graph tasks of the same units, and units of the same tasks; and all that have none.
struct TwinClasses {
  std::vector<Vertex> of;            ///< by vertex: its class, numbered from 0 by first member
  std::vector<Vertex> first;         ///< by class: its first member, ascending
  std::vector<std::uint32_t> count;  ///< by class: its members; a single one has no twin
};

/// The classes of structurally equivalent vertices.
///
/// @param graph  undirected; weights play no part
/// Cost: O(vertices + arcs) as a rule: rows of neighbours are hashed, and compared where their hash
/// is the same.
/// Source: F. Lorrain and H. White, Journal of Mathematical Sociology 1(1), 1971,
/// doi:10.1080/0022250X.1971.9989788.
TwinClasses twin_classes(const Adjacency& graph);

/// Vertices with arcs times arcs that a search from every vertex goes over: what betweenness() and
/// distance_sums() compare with `most_steps`. Where twins save a tenth of it or more, each class
/// counts as one vertex, for that is what is searched then.
///
/// @param graph  undirected
/// Cost: O(vertices + arcs).
double all_search_steps(const Adjacency& graph);

}  // namespace respnet::graph
