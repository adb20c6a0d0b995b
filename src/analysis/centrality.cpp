#include "respnet/analysis/centrality.hpp"

#include <numeric>

#include "respnet/graph/spectral.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::Vertex;

double ratio(double numerator, double denominator) {
  return denominator == 0 ? 0 : numerator / denominator;
}

// Vertices of v's own mode, and of the other.
struct ModeSizes {
  double own;
  double other;
};

ModeSizes mode_sizes(const BipartiteGraph& graph, Vertex v) {
  const auto tasks = static_cast<double>(graph.task_count());
  const auto units = static_cast<double>(graph.unit_count());
  return graph.is_task(v) ? ModeSizes{tasks, units} : ModeSizes{units, tasks};
}

// The most pairs that a vertex of one mode can lie between (Borgatti and Everett 1997). In doubles:
// the squares of millions of tasks leave 64 bits.
double most_pairs(std::size_t own, std::size_t other) {
  if (own == 0 || other == 0) return 0;
  const auto s = static_cast<double>((own - 1) / other);
  const auto t = static_cast<double>((own - 1) % other);
  const auto n = static_cast<double>(other);
  return (n * n * (s + 1) * (s + 1) + n * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2;
}

}  // namespace

std::vector<double> bipartite_degree(const BipartiteGraph& graph) {
  std::vector<double> result(graph.vertex_count());
  for (Vertex v = 0; v < result.size(); ++v)
    result[v] = ratio(static_cast<double>(graph.neighbors(v).size()), mode_sizes(graph, v).other);
  return result;
}

std::vector<double> bipartite_closeness(const BipartiteGraph& graph,
                                        const graph::DistanceSums& distances) {
  std::vector<double> result(graph.vertex_count());
  for (Vertex v = 0; v < result.size(); ++v)
    result[v] =
        bipartite_closeness(graph, v, distances.reached[v], static_cast<double>(distances.sum[v]));
  return result;
}

double bipartite_closeness(const BipartiteGraph& graph, Vertex v, double reached, double sum) {
  const auto [own, other] = mode_sizes(graph, v);
  const double least = other + 2 * (own - 1);
  return ratio(least, sum) * ratio(reached, own + other - 1);
}

std::vector<double> bipartite_betweenness(const BipartiteGraph& graph,
                                          std::span<const double> pairs) {
  const double tasks = most_pairs(graph.task_count(), graph.unit_count());
  const double units = most_pairs(graph.unit_count(), graph.task_count());
  std::vector<double> result(graph.vertex_count());
  for (Vertex v = 0; v < result.size(); ++v)
    result[v] = ratio(pairs[v], graph.is_task(v) ? tasks : units);
  return result;
}

std::vector<double> bipartite_eigenvector(const BipartiteGraph& graph,
                                          const graph::SpectralOptions& options) {
  graph::SingularVectors vectors = graph::leading_singular_vectors(graph, options);
  std::vector<double> result = std::move(vectors.left);
  result.insert(result.end(), vectors.right.begin(), vectors.right.end());
  return result;
}

std::vector<std::uint32_t> degrees(const graph::Adjacency& graph) {
  std::vector<std::uint32_t> result(graph.vertex_count());
  for (Vertex v = 0; v < result.size(); ++v)
    result[v] = static_cast<std::uint32_t>(graph.degree(v));
  return result;
}

std::vector<double> strengths(const graph::Adjacency& graph) {
  std::vector<double> result(graph.vertex_count());
  for (Vertex v = 0; v < result.size(); ++v) result[v] = graph.strength(v);
  return result;
}

std::vector<double> wasserman_faust_closeness(const graph::DistanceSums& distances) {
  const std::size_t n = distances.reached.size();
  std::vector<double> result(n);
  for (std::size_t v = 0; v < n; ++v)
    result[v] =
        wasserman_faust_closeness(n, distances.reached[v], static_cast<double>(distances.sum[v]));
  return result;
}

double wasserman_faust_closeness(std::size_t vertices, double reached, double sum) {
  return ratio(reached, sum) * ratio(reached, static_cast<double>(vertices) - 1);
}

std::vector<double> normalized_betweenness(std::span<const double> count, Pairs pairs) {
  const auto n = static_cast<double>(count.size());
  const double most = n < 3 ? 0 : (n - 1) * (n - 2) / (pairs == Pairs::Unordered ? 2 : 1);
  std::vector<double> result;
  for (const double c : count) result.push_back(ratio(c, most));
  return result;
}

std::vector<double> scaled_to_sum_one(std::vector<double> values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  for (double& value : values) value = sum == 0 ? value : value / sum;
  return values;
}

}  // namespace respnet::analysis
