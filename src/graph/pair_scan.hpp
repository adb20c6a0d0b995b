#pragma once

// Work that goes through all pairs of units with a shared task without holding them.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "graph/row_counter.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/unit_pairs.hpp"

namespace respnet::graph {

/// Refuses networks whose tasks have too many units. Cost: O(tasks).
/// @throws LimitError  when Σ_t k_t² exceeds 4·10^9
void check_pair_steps(const BipartiteGraph& graph);

/// By unit: over its tasks, the units of a higher number. So many partners it can have at most, and
/// so many steps its row takes. Cost: O(assignments).
std::vector<std::uint64_t> later_units(const BipartiteGraph& graph);

/// Goes through the pairs by a, then b, any number of times. Holds those of some thousand units, a
/// few megabytes a thread.
class PairScan {
 public:
  /// @throws LimitError  as check_pair_steps()
  PairScan(const BipartiteGraph& graph, unsigned threads);

  /// Pairs with `least` to `most` shared tasks. `visit` is called by one thread, in order, and may
  /// raise `least` for pairs that are still to come.
  void run(const std::uint32_t& least, std::uint32_t most,
           const std::function<void(std::span<const UnitPair>)>& visit);

 private:
  using Counter = RowCounter<true, true>;

  const BipartiteGraph& graph_;
  unsigned threads_;
  std::vector<std::uint32_t> bounds_;  // of blocks of units
  std::vector<std::unique_ptr<Counter>> counters_;
  std::vector<std::vector<UnitPair>> found_;  // by the blocks at hand
};

}  // namespace respnet::graph
