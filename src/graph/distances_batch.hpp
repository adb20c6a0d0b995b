#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "graph/search_parts.hpp"
#include "graph/twin_graph.hpp"
#include "graph/wide.hpp"
#include "respnet/graph/distances.hpp"

namespace respnet::graph {

/// How many sources are at each distance from each vertex.
class DistanceCounts {
 public:
  static constexpr std::size_t kDeepest = 64;  ///< what is farther is counted as this far

  explicit DistanceCounts(std::size_t vertices = 0) : vertices_(vertices), rows_(kDeepest + 1) {}

  /// By vertex. Made when first asked for: few graphs are deep.
  std::uint32_t* row(std::size_t distance) {
    auto& row = rows_[distance < kDeepest ? distance : kDeepest];
    if (row.empty()) row.resize(vertices_);
    return row.data();
  }
  /// Adds up, besides, what is counted as kDeepest.
  void add_deep(Vertex v, std::uint64_t distance, std::uint32_t count) {
    if (deep_sum_.empty()) {
      deep_sum_.resize(vertices_);
      deep_inverse_sum_.resize(vertices_);
    }
    deep_sum_[v] += distance * count;
    deep_inverse_sum_[v] += count / static_cast<double>(distance);
  }

  std::uint32_t at(Vertex v, std::size_t distance) const {
    return rows_[distance].empty() ? 0 : rows_[distance][v];
  }
  std::uint64_t deep_sum(Vertex v) const { return deep_sum_.empty() ? 0 : deep_sum_[v]; }
  double deep_inverse_sum(Vertex v) const {
    return deep_inverse_sum_.empty() ? 0 : deep_inverse_sum_[v];
  }

 private:
  std::size_t vertices_;
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<std::uint64_t> deep_sum_;
  std::vector<double> deep_inverse_sum_;
};

struct SearchRows;  // what the loops work on

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
  void add(const SearchPart& part, const SearchBatch& batch, DistanceSums& sums) {
    add(part, batch, {&sums, nullptr});
  }
  /// Likewise.
  void add(const SearchPart& part, const SearchBatch& batch, DistanceCounts& counts) {
    add(part, batch, {nullptr, &counts});
  }

 private:
  // One of them.
  struct Answer {
    DistanceSums* sums;
    DistanceCounts* counts;
  };
  void add(const SearchPart& part, const SearchBatch& batch, const Answer& answer);
  void begin_twins(const SearchPart& part, const SearchBatch& batch);
  BitRow begin(const SearchPart& part, const SearchBatch& batch);
  void add_one_mode(const SearchPart& part, const SearchBatch& batch, const BitRow& unused,
                    SearchRows& g);
  void add_two_mode(const SearchPart& part, const SearchBatch& batch, const BitRow& unused,
                    SearchRows& g);

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
