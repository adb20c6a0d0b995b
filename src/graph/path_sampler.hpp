#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "respnet/base/random.hpp"
#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// Draws shortest paths of an undirected graph by searches from both ends, with shared memory.
///
/// Two balls grow by a level at a time, always the one whose edge has fewer arcs, until an arc
/// leads from one to the other. Every shortest path has exactly one such arc.
class PathSampler {
 public:
  explicit PathSampler(const Adjacency& graph);

  /// Appends what lies between the ends on one of their shortest paths, all of which are as likely.
  /// @pre the ends differ, and some path joins them
  void draw(Vertex source, Vertex target, RandomEngine& engine, std::vector<Vertex>& between);

 private:
  struct Ball {
    std::vector<Vertex> members;  // nearest first
    std::size_t edge = 0;         // where those of the last level begin
    std::uint64_t arcs = 0;       // of these
  };
  struct Meeting {
    Vertex grown, other;  // ends, in the ball that grew last and in the other
    double paths;         // that pass this meeting or one before it in the list
  };

  void begin(std::uint32_t side, Vertex center);
  void grow(std::uint32_t side);
  void walk_back(Vertex v, RandomEngine& engine, std::vector<Vertex>& between) const;

  Adjacency graph_;
  // By vertex: 0, not seen; else 2 (level + 1) + side, so that the next level is 2 more.
  std::vector<std::uint32_t> mark_;
  std::vector<double> paths_;  // by vertex seen: shortest paths from the center of its ball
  std::array<Ball, 2> balls_;
  std::vector<Meeting> meetings_;
};

}  // namespace respnet::graph
