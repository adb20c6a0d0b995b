#include "respnet/graph/clustering.hpp"

#include <cstdint>
#include <numeric>
#include <utility>

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

std::vector<std::uint64_t> triangles(const Adjacency& graph) {
  const Oriented oriented(graph);
  const Adjacency out{oriented.offsets, oriented.targets, {}};
  const std::size_t n = graph.vertex_count();
  std::vector<std::uint64_t> count(n, 0);
  std::vector<Vertex> joined(n, UINT32_MAX);  // joined[u] == v: v → u
  for (Vertex v = 0; v < n; ++v) {
    for (const Vertex u : out.neighbors(v)) joined[u] = v;
    for (const Vertex u : out.neighbors(v)) {
      for (const Vertex w : out.neighbors(u)) {
        if (joined[w] != v) continue;
        ++count[v];
        ++count[u];
        ++count[w];
      }
    }
  }
  return count;
}

}  // namespace

std::vector<double> clustering_coefficients(const Adjacency& graph) {
  const std::vector<std::uint64_t> count = triangles(graph);
  std::vector<double> result(count.size(), 0);
  for (Vertex v = 0; v < count.size(); ++v) {
    const auto degree = static_cast<double>(graph.degree(v));
    if (degree >= 2) result[v] = 2 * static_cast<double>(count[v]) / (degree * (degree - 1));
  }
  return result;
}

}  // namespace respnet::graph
