#include "respnet/graph/clustering.hpp"

#include <cstdint>
#include <utility>

#include "graph/search_limit.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

// Each edge once, from the end of lower degree (ties: smaller vertex). No vertex then has more
// than sqrt(arcs) targets, which is what makes counting triangles cheap.
struct Oriented {
  std::vector<std::uint64_t> offsets;
  std::vector<Vertex> targets;

  explicit Oriented(const Adjacency& graph) : offsets(graph.vertex_count() + 1, 0) {
    targets.reserve(graph.arc_count() / 2);
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      for (const Vertex u : graph.neighbors(v))
        if (std::pair(graph.degree(v), v) < std::pair(graph.degree(u), u)) targets.push_back(u);
      offsets[v + 1] = targets.size();
    }
  }
};

// Through each vertex, of those that the vertices block, block + blocks, … begin. Without branches
// on what is joined, as no processor guesses it.
void count_triangles(const Adjacency& out, std::size_t block, std::size_t blocks,
                     std::vector<std::uint64_t>& count) {
  const std::size_t n = out.vertex_count();
  std::vector<std::uint8_t> joined(n, 0);
  for (auto v = static_cast<Vertex>(block); v < n; v += static_cast<Vertex>(blocks)) {
    for (const Vertex u : out.neighbors(v)) joined[u] = 1;
    std::uint64_t begun = 0;
    for (const Vertex u : out.neighbors(v)) {
      std::uint64_t closed = 0;
      for (const Vertex w : out.neighbors(u)) {
        count[w] += joined[w];
        closed += joined[w];
      }
      count[u] += closed;
      begun += closed;
    }
    count[v] += begun;
    for (const Vertex u : out.neighbors(v)) joined[u] = 0;
  }
}

std::vector<std::uint64_t> triangles(const Adjacency& graph, unsigned threads) {
  constexpr std::size_t kMostBlocks = 16;  // each holds a column of counts
  constexpr std::size_t kVertices = 1000;
  const Oriented oriented(graph);
  const Adjacency out{oriented.offsets, oriented.targets, {}};
  const std::size_t n = graph.vertex_count();
  const std::size_t blocks = block_count(n / kVertices + 1, kMostBlocks);
  std::vector<std::vector<std::uint64_t>> slots(blocks);
  parallel_blocks(blocks, threads, [&](std::size_t block) {
    slots[block].assign(n, 0);
    count_triangles(out, block, blocks, slots[block]);
  });
  std::vector<std::uint64_t> count = std::move(slots.front());
  for (std::size_t block = 1; block < blocks; ++block)
    for (std::size_t v = 0; v < n; ++v) count[v] += slots[block][v];
  return count;
}

}  // namespace

std::vector<double> clustering_coefficients(const Adjacency& graph, unsigned threads) {
  const std::vector<std::uint64_t> count = triangles(graph, threads);
  std::vector<double> result(count.size(), 0);
  for (Vertex v = 0; v < count.size(); ++v) {
    const auto degree = static_cast<double>(graph.degree(v));
    if (degree >= 2) result[v] = 2 * static_cast<double>(count[v]) / (degree * (degree - 1));
  }
  return result;
}

}  // namespace respnet::graph
