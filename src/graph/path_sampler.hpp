#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "respnet/base/random.hpp"
#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// Draws shortest paths by searches from both ends, with shared memory.
///
/// Two balls grow by a level at a time, the source's along the arcs, the target's against them,
/// always the one whose edge has fewer arcs, until an arc leads from one to the other. Every
/// shortest path has exactly one such arc. A ball that cannot grow any more tells that there is no
/// path.
class PathSampler {
 public:
  /// @param into  the arcs of `out` turned round; `out` itself if the graph is undirected
  PathSampler(const Adjacency& out, const Adjacency& into);

  /// Appends what lies between the ends on one of the shortest paths from source to target, all of
  /// which are as likely; nothing if no path leads there. @pre the ends differ
  void draw(Vertex source, Vertex target, RandomEngine& engine, std::vector<Vertex>& between);

 private:
  struct Ball {
    std::vector<Vertex> members;  // nearest first
    std::size_t edge = 0;         // where those of the last level begin
    std::uint64_t arcs = 0;       // of these, in the direction of growth
  };
  struct Meeting {
    Vertex grown, other;  // ends, in the ball that grew last and in the other
    double paths;         // that pass this meeting or one before it in the list
  };

  void begin(std::uint32_t side, Vertex center);
  void grow(std::uint32_t side);
  void walk_back(Vertex v, RandomEngine& engine, std::vector<Vertex>& between) const;

  std::array<Adjacency, 2> rows_;  // along which either ball grows
  // By vertex: 0, not seen; else 2 (level + 1) + side, so that the next level is 2 more.
  std::vector<std::uint32_t> mark_;
  std::vector<double> paths_;  // by vertex seen: shortest paths to the center of its ball
  std::array<Ball, 2> balls_;
  std::vector<Meeting> meetings_;
};

}  // namespace respnet::graph
