#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"

namespace respnet::graph {

// The edges of the co-responsibility graph as a list, without the graph: it takes the memory of the
// pairs that are kept, or next to none where they are handed on.

/// Two units that share a task.
struct UnitPair {
  std::uint32_t a;       ///< unit number
  std::uint32_t b;       ///< unit number, a < b
  std::uint32_t shared;  ///< tasks both take part in, > 0
  double newman;         ///< sum over these of 1/(k_t - 1), > 0
  friend bool operator==(const UnitPair&, const UnitPair&) = default;
};

/// What the edge between the two weighs in a CoResponsibilityGraph.
double pair_weight(const BipartiteGraph& graph, const UnitPair& pair, ProjectionWeight weight);

struct PairScanOptions {
  std::uint32_t min_shared = 1;  ///< least tasks a pair must share
  unsigned threads = 0;          ///< 0: all; no result depends on it
};

/// Called by one thread at a time, with pairs that are gone when it returns.
using PairSink = std::function<void(std::span<const UnitPair>)>;

/// Hands on all pairs by a, then b.
/// Cost: O(Σ_t k_t²) time; a few megabytes and 16 bytes a unit for each thread, whatever the number
/// of pairs.
/// @throws LimitError  before any work, when Σ_t k_t² exceeds 4·10^9; whatever the sink throws
void each_pair(const BipartiteGraph& graph, const PairScanOptions& options, const PairSink& sink);

/// How many these are.
std::uint64_t pair_count(const BipartiteGraph& graph, const PairScanOptions& options = {});

/// The same pairs, most shared first, then by a, then b. Goes through the network once if there are
/// at most `most_held` of them, else once more for as many as can be held; those with the same
/// number of shared tasks are handed on without being held where they are more.
/// Cost: (2 + 2 pairs / most_held) times that of each_pair() at most, and 48 bytes of memory for
/// each pair held.
void each_pair_by_shared(const BipartiteGraph& graph, const PairScanOptions& options,
                         const PairSink& sink, std::size_t most_held = std::size_t{1} << 21);

/// The first `top` of them: the pairs that share most. Memory: 96 bytes for each of these at most.
std::vector<UnitPair> closest_pairs(const BipartiteGraph& graph, const PairScanOptions& options,
                                    std::size_t top);

}  // namespace respnet::graph
