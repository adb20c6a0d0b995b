#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// A formal concept: a set of units and a set of tasks, each being all that the other has in
/// common. With both sides non-empty a maximal complete part (biclique) of the network: a standing
/// group of units with the tasks it shares.
struct Concept {
  std::vector<std::uint32_t> units;  ///< unit numbers, ascending
  std::vector<model::TaskId> tasks;  ///< ascending
  /// Share of the subsets of the tasks that have just these units in common, in (0, 1]: how little
  /// the group hangs on single tasks. NaN where it was not computed.
  double stability = std::numeric_limits<double>::quiet_NaN();
};

struct ConceptOptions {
  std::size_t min_units = 2;  ///< of a group; the rest is searched, not kept
  std::size_t min_tasks = 2;  ///< of a group; > 0
  /// Work allowed, in tasks and units looked at; also the concepts times 1,000.
  std::uint64_t steps = 100'000'000;
  /// Stability needs all concepts of the network and a look at each pair; with more than this it is
  /// left out.
  std::size_t most_for_stability = 10'000;
};

/// The groups of at least so many units that share at least so many tasks, largest first: by units
/// times tasks, then by units, then by their numbers. Tasks of equal units are one while searching.
/// @throws std::invalid_argument  for min_tasks 0
/// @throws LimitError             when there are too many to list within the steps
/// Cost: O(concepts · assignments) at most, with min_tasks those alone that have so many; no clock,
/// no randomness. With stability all concepts, and O(concepts² · tasks / 64).
/// Source: B. Ganter and R. Wille, Formal Concept Analysis, Springer, 1999,
/// doi:10.1007/978-3-642-59830-2; search: T. Uno, T. Asai, Y. Uchida and H. Arimura, Discovery
/// Science 2004 (prefix-preserving closure extension), doi:10.1007/978-3-540-30214-8_2; stability:
/// S. Kuznetsov, Annals of Mathematics and Artificial Intelligence 49, 2007,
/// doi:10.1007/s10472-007-9053-6.
std::vector<Concept> concepts(const BipartiteGraph& graph, const ConceptOptions& options = {});

/// Number of formal concepts.
///
/// Counts the concept of all tasks and that of all units too, whatever they share; 1 for the empty
/// network. Symmetric in tasks and units.
/// @throws LimitError  when there are too many to count within the steps
/// Cost: as concepts() with min_tasks 1.
std::uint64_t concept_count(const BipartiteGraph& graph, std::uint64_t steps = 100'000'000);

}  // namespace respnet::graph
