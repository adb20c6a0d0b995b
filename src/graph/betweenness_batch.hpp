#pragma once

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "graph/search_parts.hpp"
#include "graph/twin_graph.hpp"
#include "graph/wide.hpp"

namespace respnet::graph {

/// Brandes' accumulation from 16 sources at once, a lane each, level by level. Pays where searches
/// are shallow, as they are in responsibility networks.
///
/// A two-mode part is walked over its larger side only (the tasks): a level of the tasks is
/// gathered from the units and scattered to them in one pass, so that what is read at random, the
/// units' rows, stays in cache. Masks of lanes tell which rows are worth reading.
///
/// Where vertices stand for several twins, paths and dependencies are those of one member; what it
/// hands over, all its members do.
class BatchAccumulator {
 public:
  static constexpr std::size_t kLanes = 16;
  static constexpr std::size_t kDeepest = 50;   ///< SearchPart::depth that it takes
  static constexpr std::size_t kSmallest = 64;  ///< vertices of a part for which it pays

  static bool suits(const SearchPart& part) {
    return part.vertex_count() >= kSmallest && part.depth <= kDeepest;
  }

  /// @param into  the arcs turned round; of an undirected graph itself, else for parts that are not
  ///              two-mode
  BatchAccumulator(const SearchGraph& out, const Adjacency& into);

  /// Adds the dependencies of all sources of the batch on each vertex of its part. Returns whether
  /// it did: not where a directed search is so deep that batches do not pay.
  bool add(const SearchPart& part, const SearchBatch& batch, std::vector<double>& score);

  /// Vertices that some lanes reach at one level, and which lanes.
  struct Level {
    std::vector<Vertex> vertices;
    std::vector<Lanes> lanes;
  };

 private:
  void begin(const SearchPart& part, const SearchBatch& batch);
  Level& level(std::size_t number);
  void add_two_mode(const SearchPart& part, const SearchBatch& batch, std::vector<double>& score);
  bool add_one_mode(const SearchPart& part, std::vector<double>& score);

  Adjacency graph_, into_;
  std::vector<double> members_;   // by vertex; none: each is only itself
  DoubleRow source_members_{};    // by lane
  std::vector<Lanes> seen_;       // by vertex: lanes that have reached it
  std::vector<DoubleRow> paths_;  // by vertex: shortest paths from the source
  std::vector<Level> levels_;
  // Two-mode, by vertex of the smaller side: what the larger side gathers, and what it scatters.
  // One-mode: what is gathered at even levels, and at odd ones. With the lanes that count.
  std::array<OwnRows<DoubleRow>, 2> edge_;
  std::array<std::vector<Lanes>, 2> edge_lanes_;
};

}  // namespace respnet::graph
