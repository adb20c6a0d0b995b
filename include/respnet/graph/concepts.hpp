#pragma once

#include <cstdint>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// Number of formal concepts: pairs of a set of tasks and a set of units, each being all that the
/// other has in common. Those with both sides non-empty are the maximal complete parts.
///
/// Counts the concept of all tasks and that of all units too, whatever they share; 1 for the empty
/// network. Symmetric in tasks and units.
/// @param steps  work allowed, in words of 64 tasks looked at
/// @throws LimitError  when there are too many to count within the steps
/// Cost: O(concepts · units² · tasks / 64) time, O(depth · (tasks + units)) memory; no clock, no
/// randomness.
/// Source: S. Kuznetsov, Close-by-One, 1993; B. Ganter and R. Wille, Formal Concept Analysis,
/// Springer, 1999, doi:10.1007/978-3-642-59830-2.
std::uint64_t concept_count(const BipartiteGraph& graph, std::uint64_t steps = 100'000'000);

}  // namespace respnet::graph
