#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// The two-mode graph with the role weights of its counting options on its edges; those that weigh
/// nothing are left out. Vertices as in the graph it was made of.
class WeightedTwoMode {
 public:
  /// Cost: O(tasks + units + assignments) time, 12 bytes an edge and direction.
  explicit WeightedTwoMode(const BipartiteGraph& graph);

  Adjacency adjacency() const { return {offsets_, targets_, weights_}; }

 private:
  std::vector<std::uint64_t> offsets_;
  std::vector<Vertex> targets_;
  std::vector<double> weights_;
};

/// By unit number: Σ over tasks t of the unit of w_tu Σ over the other units v of w_tv, what the
/// weights of a unit meet of other units' in its tasks. With all weights 1 the strength of the
/// projection `shared`.
/// Cost: O(tasks + units + assignments).
std::vector<double> weighted_meetings(const BipartiteGraph& graph);

}  // namespace respnet::graph
