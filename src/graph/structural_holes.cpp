#include "respnet/graph/structural_holes.hpp"

#include <cmath>
#include <limits>

#include "graph/search_limit.hpp"
#include "respnet/graph/clustering.hpp"

namespace respnet::graph {

std::vector<double> constraint(const Adjacency& graph) {
  double steps = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    steps += static_cast<double>(graph.degree(v)) * static_cast<double>(graph.degree(v));
  check_steps(steps, "constraint");

  std::vector<double> result(graph.vertex_count(), std::numeric_limits<double>::quiet_NaN());
  std::vector<double> invested(graph.vertex_count(),
                               0);  // of v in each vertex, at most in two steps
  for (Vertex v = 0; v < result.size(); ++v) {
    const auto neighbors = graph.neighbors(v);
    if (neighbors.empty()) continue;
    const double strength = graph.strength(v);
    for (std::size_t i = 0; i < neighbors.size(); ++i) {
      const Vertex q = neighbors[i];
      const double share = graph.weight(v, i) / strength;
      invested[q] += share;
      const double theirs = graph.strength(q);
      for (std::size_t j = 0; j < graph.degree(q); ++j)
        invested[graph.neighbors(q)[j]] += share * (graph.weight(q, j) / theirs);
    }
    result[v] = 0;
    for (const Vertex j : neighbors) result[v] += invested[j] * invested[j];
    for (const Vertex q : neighbors) {
      invested[q] = 0;
      for (const Vertex j : graph.neighbors(q)) invested[j] = 0;
    }
  }
  return result;
}

std::vector<double> effective_size(const Adjacency& graph) {
  std::vector<double> result = clustering_coefficients(graph);
  for (Vertex v = 0; v < result.size(); ++v) {
    const auto degree = static_cast<double>(graph.degree(v));
    // Clustering is 2t / (n (n - 1)).
    result[v] =
        degree == 0 ? std::numeric_limits<double>::quiet_NaN() : degree - result[v] * (degree - 1);
  }
  return result;
}

std::vector<double> distinctiveness(const Adjacency& graph) {
  const auto others = static_cast<double>(graph.vertex_count()) - 1;
  std::vector<double> result(graph.vertex_count(), 0);
  for (Vertex v = 0; v < result.size(); ++v)
    for (std::size_t i = 0; i < graph.degree(v); ++i)
      result[v] += graph.weight(v, i) *
                   std::log10(others / static_cast<double>(graph.degree(graph.neighbors(v)[i])));
  return result;
}

}  // namespace respnet::graph
