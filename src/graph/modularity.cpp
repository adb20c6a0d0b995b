#include <stdexcept>
#include <vector>

#include "respnet/graph/leiden.hpp"

namespace respnet::graph {
namespace {

void check(const Adjacency& graph, std::span<const std::uint32_t> cluster) {
  if (cluster.size() != graph.vertex_count())
    throw std::invalid_argument("modularity: one label per vertex");
  for (const std::uint32_t label : cluster)
    if (label >= cluster.size())
      throw std::invalid_argument("modularity: labels must be below the number of vertices");
}

}  // namespace

double modularity(const Adjacency& graph, std::span<const std::uint32_t> cluster,
                  double resolution) {
  check(graph, cluster);
  const std::size_t n = graph.vertex_count();
  std::vector<double> strength(n, 0);
  double inside = 0, total = 0;
  for (Vertex v = 0; v < n; ++v) {
    const auto targets = graph.neighbors(v);
    const auto weights = graph.weights_of(v);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const double weight = weights.empty() ? 1 : weights[i];
      total += weight;
      strength[cluster[v]] += weight;
      if (cluster[v] == cluster[targets[i]]) inside += weight;
    }
  }
  if (total == 0) return 0;
  double expected = 0;
  for (const double k : strength) expected += (k / total) * (k / total);
  return inside / total - resolution * expected;
}

double barber_modularity(const BipartiteGraph& graph, std::span<const std::uint32_t> cluster,
                         double resolution) {
  check(graph.adjacency(), cluster);
  if (graph.edge_count() == 0) return 0;
  const std::size_t n = graph.vertex_count();
  std::vector<double> task_degrees(n, 0), unit_degrees(n, 0);
  double inside = 0;
  for (Vertex v = 0; v < n; ++v) {
    const auto targets = graph.neighbors(v);
    (graph.is_task(v) ? task_degrees : unit_degrees)[cluster[v]] +=
        static_cast<double>(targets.size());
    if (!graph.is_task(v)) continue;
    for (const Vertex unit : targets) inside += cluster[v] == cluster[unit] ? 1 : 0;
  }
  const auto edges = static_cast<double>(graph.edge_count());
  double expected = 0;
  for (std::size_t c = 0; c < n; ++c) expected += (task_degrees[c] / edges) * unit_degrees[c];
  return (inside - resolution * expected) / edges;
}

}  // namespace respnet::graph
