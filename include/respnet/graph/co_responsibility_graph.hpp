#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "respnet/base/unwritten.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/projection_size.hpp"

namespace respnet::graph {

/// How much two units work together. With T_i the tasks of unit i and k_t the units of task t:
enum class ProjectionWeight : std::uint8_t {
  Shared,   ///< |T_i ∩ T_j|
  Newman,   ///< sum over shared t of 1/(k_t - 1)   (Newman 2001, doi:10.1073/pnas.98.2.404)
  Jaccard,  ///< |T_i ∩ T_j| / |T_i ∪ T_j|
  Cosine,   ///< |T_i ∩ T_j| / sqrt(|T_i| |T_j|)
  Overlap,  ///< |T_i ∩ T_j| / min(|T_i|, |T_j|)
};

std::string_view name(ProjectionWeight weight);
std::optional<ProjectionWeight> projection_weight_named(std::string_view name);

/// Units, joined where they share a task: the projection of the two-mode graph. Undirected.
///
/// Vertex i is unit number i of the bipartite graph; units without partners are kept.
/// Models Boost.Graph's VertexListGraph, EdgeListGraph, BidirectionalGraph and AdjacencyGraph.
class CoResponsibilityGraph {
 public:
  /// @param threads     0: all; the result does not depend on it
  /// @param most_bytes  of memory it may take, while it is made too; see kPairBytes
  /// Cost: O(Σ_t k_t²) time, O(pairs) memory.
  /// @throws LimitError  before any work, when Σ_t k_t² exceeds 4·10^9 or a sample of rows says
  ///                     that it needs more than `most_bytes`; else, before they are filled, when
  ///                     so many pairs were counted
  explicit CoResponsibilityGraph(const BipartiteGraph& graph,
                                 ProjectionWeight weight = ProjectionWeight::Shared,
                                 unsigned threads = 0,
                                 std::uint64_t most_bytes = usual_projection_memory());

  /// Bytes of memory a pair of units: 12 from either end, and as many while it is made.
  static constexpr std::uint64_t kPairBytes = 36;

  std::size_t vertex_count() const { return offsets_.size() - 1; }
  /// Pairs of units with a shared task.
  std::size_t edge_count() const { return targets_.size() / 2; }
  ProjectionWeight weight() const { return weight_; }
  Adjacency adjacency() const { return {offsets_, targets_, weights_}; }
  /// The same, every edge weighing 1.
  Adjacency unweighted() const { return {offsets_, targets_, {}}; }

 private:
  ProjectionWeight weight_;
  std::vector<std::uint64_t> offsets_;
  UnwrittenVector<Vertex> targets_;
  UnwrittenVector<double> weights_;
};

}  // namespace respnet::graph
