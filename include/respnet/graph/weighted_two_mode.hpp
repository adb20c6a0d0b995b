#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// The two-mode graph with the role weights of its counting options on its edges; those that weigh
/// nothing are left out. Vertices as in the graph it was made of, which it refers to.
class WeightedTwoMode {
 public:
  /// Cost: O(tasks + units + assignments) time; 8 bytes an edge and direction, 12 if some weigh
  /// nothing.
  explicit WeightedTwoMode(const BipartiteGraph& graph);

  Adjacency adjacency() const {
    return offsets_.empty() ? Adjacency{all_.offsets, all_.targets, weights_}
                            : Adjacency{offsets_, targets_, weights_};
  }

 private:
  Adjacency all_;  // edges of the graph
  // Those that weigh something, unless all do.
  std::vector<std::uint64_t> offsets_;
  std::vector<Vertex> targets_;
  std::vector<double> weights_;
};

/// Sum of the role weights of the edges of a vertex.
double weighted_degree(const BipartiteGraph& graph, Vertex v);

/// By unit number: Σ over tasks t of the unit of w_tu Σ over the other units v of w_tv, what the
/// weights of a unit meet of other units' in its tasks. With all weights 1 the strength of the
/// projection `shared`.
/// Cost: O(tasks + units + assignments).
std::vector<double> weighted_meetings(const BipartiteGraph& graph);

}  // namespace respnet::graph
