#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// What a vertex passes to a neighbour of the other mode, d being degrees.
enum class BiRankStep : std::uint8_t {
  BiRank,  ///< 1/√(d_t d_u), either way
  CoHits,  ///< 1/(degree of the giver): a random walk
};

struct BiRankOptions {
  BiRankStep step = BiRankStep::BiRank;
  double alpha = 0.85;  ///< part of a task's rank that units give, in [0, 1); the rest is 1/tasks
  double beta = 0.85;   ///< of a unit's rank that tasks give
  double tolerance = 1e-12;
  int max_iterations = 10000;
  unsigned threads = 0;  ///< 0: all; the result does not depend on it
};

/// Rank in a two-mode network: tasks are ranked by their units and units by their tasks.
///
/// p = α S u + (1 - α)/T over tasks and u = β Sᵀ p + (1 - β)/U over units, S by the step. Damped:
/// with α = β = 1 BiRank would be the square root of the degree. Iterated until the last change
/// times αβ/(1 - αβ), which bounds the distance from the answer, is below the tolerance.
/// @return  by joint vertex, > 0; an isolate has (1 - α)/T or (1 - β)/U. CoHits: without isolates
///          each mode sums to 1
/// @throws std::invalid_argument  on an option out of range
/// @throws LimitError             when max_iterations did not suffice
/// Cost: O(vertices + edges) time an iteration, some 90 with the defaults. No randomness.
/// Source: X. He et al., IEEE TKDE 29(1), 2017, doi:10.1109/TKDE.2016.2611584 (BiRank); H. Deng,
/// M. Lyu and I. King, KDD 2009, doi:10.1145/1557019.1557051 (Co-HITS).
std::vector<double> birank(const BipartiteGraph& graph, const BiRankOptions& options = {});

}  // namespace respnet::graph
