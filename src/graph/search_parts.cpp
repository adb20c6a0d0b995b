#include "graph/search_parts.hpp"

#include <algorithm>
#include <cstdint>

namespace respnet::graph {
namespace {

constexpr std::uint32_t kUnseen = UINT32_MAX;

// Where the searches from the first vertex of each part have met a vertex.
struct Place {
  std::uint32_t level = kUnseen, part = 0;
};

// Marks what is connected with `source`; returns how far that is.
std::uint32_t mark(const Adjacency& graph, Vertex source, std::uint32_t part,
                   std::vector<Place>& places, std::vector<Vertex>& queue) {
  queue.assign(1, source);
  places[source] = {0, part};
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const std::uint32_t next = places[queue[head]].level + 1;
    for (const Vertex w : graph.neighbors(queue[head])) {
      if (places[w].level != kUnseen) continue;
      places[w] = {next, part};
      queue.push_back(w);
    }
  }
  return places[queue.back()].level;
}

// Whether an edge joins v with a vertex of the same side.
bool joins_a_side(const Adjacency& graph, Vertex v, const std::vector<Place>& places) {
  return std::ranges::any_of(graph.neighbors(v),
                             [&](Vertex w) { return places[v].level % 2 == places[w].level % 2; });
}

}  // namespace

std::vector<SearchPart> search_parts(const Adjacency& graph) {
  std::vector<Place> places(graph.vertex_count());
  std::vector<Vertex> queue;
  std::vector<SearchPart> parts;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (places[v].level != kUnseen || graph.degree(v) == 0) continue;
    const auto part = static_cast<std::uint32_t>(parts.size());
    parts.emplace_back().depth = mark(graph, v, part, places, queue);
  }
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    if (joins_a_side(graph, v, places)) parts[places[v].part].two_mode = false;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (places[v].level == kUnseen) continue;
    SearchPart& part = parts[places[v].part];
    part.sides[part.two_mode ? places[v].level % 2 : 0].push_back(v);
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
