#pragma once

#include <cstdint>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// What projections may take where nobody said how much: half of usable_memory().
std::uint64_t usual_projection_memory();

/// No more pairs of units share a task: the least of Σ_t k_t (k_t - 1) / 2 and U (U - 1) / 2.
/// Cost: O(tasks) time.
std::uint64_t most_sharing_pairs(const BipartiteGraph& graph);

struct PairEstimate {
  double pairs = 0;
  double error = 0;  ///< standard error
};

/// About how many pairs of units share a task, from the exact rows of units drawn with chances
/// proportional to the most partners they can have. Deterministic.
///
/// Without bias; the standard error is at most 1/32 of the sum of those bounds, itself at most
/// most_sharing_pairs().
/// Cost: O(assignments) time beside that of the drawn rows, at most those of the projection; 16
/// bytes a unit.
/// Source: M. H. Hansen and W. N. Hurwitz, On the theory of sampling from finite populations,
/// Annals of Mathematical Statistics 14(4), 1943.
PairEstimate estimated_sharing_pairs(const BipartiteGraph& graph);

}  // namespace respnet::graph
