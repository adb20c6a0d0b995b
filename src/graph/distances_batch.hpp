#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "graph/search_parts.hpp"
#include "graph/twin_graph.hpp"
#include "graph/wide.hpp"
#include "respnet/graph/distances.hpp"

namespace respnet::graph {

/// Breadth-first searches from 512 vertices of an undirected graph at once, a bit each. Each vertex
/// counts the sources that reach it, level by level: distances are symmetric, so in the end it has
/// counted all.
///
/// In a two-mode part only the smaller side (the units) has rows of bits, which stay in cache: one
/// pass over the larger side (the tasks) gathers what has reached the units of each and hands it on
/// to them.
///
/// Where vertices stand for several twins, a source counts as often as it has members: its bit is
/// counted again for each binary digit of the number of its twins. Sources of about as many members
/// belong together.
class BatchSearcher {
 public:
  static constexpr std::size_t kSources = 512;
  static constexpr std::size_t kDeepest = 256;  ///< SearchPart::depth that it takes

  /// Whether it pays: it goes over all arcs once for each step of depth, eight words at a time.
  static bool suits(const SearchPart& part) {
    const std::size_t vertices = part.vertex_count();
    return part.depth <= (vertices >= 256 ? kDeepest : vertices / 16);
  }

  explicit BatchSearcher(const SearchGraph& graph);

  /// Adds to each vertex of the part its distances to all sources of the batch.
  void add(const SearchPart& part, const SearchBatch& batch, DistanceSums& result);

 private:
  void begin_twins(const SearchPart& part, const SearchBatch& batch);
  BitRow begin(const SearchPart& part, const SearchBatch& batch);
  void add_one_mode(const SearchPart& part, const SearchBatch& batch, DistanceSums& result);
  void add_two_mode(const SearchPart& part, const SearchBatch& batch, DistanceSums& result);

  SearchGraph graph_;
  OwnRows<BitRow> seen_;  // by vertex: sources that have reached it; two-mode: smaller side only
  std::vector<std::uint32_t> counted_;  // how many have, with bits that have no source
  // If some source of the batch has twins: the sources whose number of twins has a binary digit,
  // and by vertex the twins of the sources that have reached it.
  std::vector<BitRow> digits_;
  std::vector<std::uint32_t> twins_;
  // One-mode: reached at the last even level, at the last odd one. Two-mode: what will have reached
  // the smaller side, and nothing.
  std::array<OwnRows<BitRow>, 2> edge_;
};

}  // namespace respnet::graph
