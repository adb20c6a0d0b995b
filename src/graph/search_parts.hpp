#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// A connected part of an undirected graph, laid out for searches from many vertices at once.
///
/// In a two-mode part a search is on one side at even levels and on the other at odd ones; else all
/// vertices are on both.
struct SearchPart {
  std::array<std::vector<Vertex>, 2> sides;  ///< ascending; not two-mode: all, and none
  bool two_mode = true;
  std::size_t depth =
      0;  ///< of a search from one of its vertices; none goes deeper than twice that

  std::size_t vertex_count() const { return sides[0].size() + sides[1].size(); }
  /// What a search from a vertex of `from` may reach at `level`.
  const std::vector<Vertex>& reached(std::size_t from, std::size_t level) const {
    return sides[two_mode ? (from + level) % 2 : 0];
  }
};

/// Sources of one side of a part that are searched from together.
struct SearchBatch {
  std::size_t part = 0, side = 0;
  std::span<const Vertex> sources;
};

/// The parts that have an edge, by smallest vertex. Cost: O(vertices + arcs).
std::vector<SearchPart> search_parts(const Adjacency& graph);

/// Every vertex of the parts once, at most `lanes` a batch. The parts must outlive the batches.
std::vector<SearchBatch> search_batches(const std::vector<SearchPart>& parts, std::size_t lanes);

}  // namespace respnet::graph
