#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// Units, directed from each supporting unit to the leads it supports, so that prestige flows to
/// leads; weight = tasks in which the one supports the other's lead.
///
/// Vertex i is unit number i of the bipartite graph; units without arcs are kept. Two leads of one
/// task are not joined. Models Boost.Graph's VertexListGraph, BidirectionalGraph and
/// AdjacencyGraph.
class LeadGraph {
 public:
  /// Cost: O(Σ_t |leads of t| |supports of t|) time.
  /// @throws LimitError  before any work, when Σ_t |leads of t| |supports of t| exceeds 4·10^9
  explicit LeadGraph(const BipartiteGraph& graph);

  std::size_t vertex_count() const { return out_offsets_.size() - 1; }
  /// Ordered pairs (support, lead).
  std::size_t edge_count() const { return out_targets_.size(); }
  /// From support to lead.
  Adjacency out() const { return {out_offsets_, out_targets_, out_weights_}; }
  /// From lead back to support: the same arcs turned round.
  Adjacency in() const { return {in_offsets_, in_targets_, in_weights_}; }

 private:
  void turn_round();

  std::vector<std::uint64_t> out_offsets_, in_offsets_;
  std::vector<Vertex> out_targets_, in_targets_;
  std::vector<double> out_weights_, in_weights_;
};

}  // namespace respnet::graph
