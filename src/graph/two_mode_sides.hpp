#pragma once

// Either side of a two-mode graph, and what its vertices share.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/two_mode_overlap.hpp"

namespace respnet::graph {

inline std::size_t size(const BipartiteGraph& graph, Side side) {
  return side == Side::Tasks ? graph.task_count() : graph.unit_count();
}

// The joint vertex of vertex i of a side.
inline Vertex joint(const BipartiteGraph& graph, Side side, std::size_t i) {
  return side == Side::Tasks ? static_cast<Vertex>(i) : graph.unit_vertex(i);
}

inline double squared_degrees(const BipartiteGraph& graph, Side side) {
  double sum = 0;
  for (std::size_t i = 0; i < size(graph, side); ++i) {
    const auto degree = static_cast<double>(graph.neighbors(joint(graph, side, i)).size());
    sum += degree * degree;
  }
  return sum;
}

inline Side other(Side side) { return side == Side::Tasks ? Side::Units : Side::Tasks; }

inline std::uint64_t pairs_of(std::uint64_t n) { return n < 2 ? 0 : n * (n - 1) / 2; }

// How many neighbours a vertex shares with each vertex of its side: a row at a time.
class SharedNeighbors {
 public:
  explicit SharedNeighbors(const BipartiteGraph& graph)
      : graph_(graph), shared_(graph.vertex_count(), 0), mixed_(graph.vertex_count(), 0) {}

  void fill(Vertex v) {
    for (const Vertex w : partners_) shared_[w] = mixed_[w] = 0;
    partners_.clear();
    for (const Vertex neighbor : graph_.neighbors(v)) {
      for (const Vertex w : graph_.neighbors(neighbor)) {
        if (w == v) continue;
        if (shared_[w]++ == 0) partners_.push_back(w);
        mixed_[w] ^= neighbor;
      }
    }
    std::ranges::sort(partners_);  // so that sums do not depend on the path
  }
  const std::vector<Vertex>& partners() const { return partners_; }
  std::uint32_t with(Vertex w) const { return shared_[w]; }
  /// The shared neighbours, xor-ed: the neighbour itself where there is one.
  Vertex mixed_with(Vertex w) const { return mixed_[w]; }

 private:
  const BipartiteGraph& graph_;
  std::vector<std::uint32_t> shared_;
  std::vector<Vertex> mixed_;
  std::vector<Vertex> partners_;
};

}  // namespace respnet::graph
