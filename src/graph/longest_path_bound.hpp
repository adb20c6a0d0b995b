#pragma once

#include <cstddef>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// How many vertices a shortest path of a directed graph has at most; 0 for the empty graph.
///
/// A path crosses strongly connected parts in the order of arcs between them and never comes back
/// to one, so that what it has in each is a shortest path of that part: of its vertices at most,
/// and of d_in + d_out + 1, the greatest distances to and from any one of them. The bound is the
/// heaviest way through the parts, each weighing the less of the two.
/// @param into  the arcs of `out` turned round
/// Cost: O(vertices + arcs).
/// Source of the parts: R. Tarjan, SIAM Journal on Computing 1(2), 1972, doi:10.1137/0201010.
std::size_t longest_path_bound(const Adjacency& out, const Adjacency& into);

}  // namespace respnet::graph
