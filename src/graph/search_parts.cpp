#include "graph/search_parts.hpp"

#include <algorithm>
#include <cstdint>

namespace respnet::graph {
namespace {

constexpr std::uint32_t kUnseen = UINT32_MAX;

// Marks the levels of a search from `source`; returns what it reached, nearest first.
std::vector<Vertex> searched(const Adjacency& graph, Vertex source,
                             std::vector<std::uint32_t>& level) {
  std::vector<Vertex> queue{source};
  level[source] = 0;
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const Vertex v = queue[head];
    for (const Vertex w : graph.neighbors(v)) {
      if (level[w] != kUnseen) continue;
      level[w] = level[v] + 1;
      queue.push_back(w);
    }
  }
  return queue;
}

SearchPart part_of(const Adjacency& graph, std::vector<Vertex> vertices,
                   const std::vector<std::uint32_t>& level) {
  SearchPart part;
  part.depth = level[vertices.back()];
  std::ranges::sort(vertices);
  for (const Vertex v : vertices)
    for (const Vertex w : graph.neighbors(v))
      if (level[v] % 2 == level[w] % 2) part.two_mode = false;
  if (!part.two_mode) {
    part.sides[0] = std::move(vertices);
    return part;
  }
  for (const Vertex v : vertices) part.sides[level[v] % 2].push_back(v);
  return part;
}

}  // namespace

std::vector<SearchPart> search_parts(const Adjacency& graph) {
  std::vector<std::uint32_t> level(graph.vertex_count(), kUnseen);
  std::vector<SearchPart> parts;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (level[v] != kUnseen || graph.degree(v) == 0) continue;
    std::vector<Vertex> reached = searched(graph, v, level);
    parts.push_back(part_of(graph, std::move(reached), level));
  }
  return parts;
}

std::vector<SearchBatch> search_batches(const std::vector<SearchPart>& parts, std::size_t lanes) {
  std::vector<SearchBatch> batches;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (std::size_t side = 0; side < 2; ++side) {
      const std::span<const Vertex> all = parts[part].sides[side];
      for (std::size_t begin = 0; begin < all.size(); begin += lanes)
        batches.push_back({part, side, all.subspan(begin, std::min(lanes, all.size() - begin))});
    }
  }
  return batches;
}

}  // namespace respnet::graph
