#pragma once

// Small graphs that own their rows, written as lists of edges or drawn at random.

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "respnet/base/random.hpp"
#include "respnet/graph/adjacency.hpp"

namespace respnet::test {

struct WeightedEdge {
  graph::Vertex from, to;
  double weight = 1;
};

/// Rows for an Adjacency. Of an edge named twice the last weight holds.
class Rows {
 public:
  Rows(std::size_t vertices, const std::vector<WeightedEdge>& arcs) {
    std::vector<std::map<graph::Vertex, double>> rows(vertices);
    for (const auto& [from, to, weight] : arcs) rows[from][to] = weight;
    for (const auto& row : rows) {
      for (const auto& [to, weight] : row) {
        targets_.push_back(to);
        weights_.push_back(weight);
      }
      offsets_.push_back(targets_.size());
    }
  }

  graph::Adjacency unweighted() const { return {offsets_, targets_, {}}; }
  graph::Adjacency weighted() const { return {offsets_, targets_, weights_}; }

 private:
  std::vector<std::uint64_t> offsets_{0};
  std::vector<graph::Vertex> targets_;
  std::vector<double> weights_;
};

inline std::vector<WeightedEdge> turned_round(std::vector<WeightedEdge> arcs) {
  for (WeightedEdge& arc : arcs) std::swap(arc.from, arc.to);
  return arcs;
}

inline Rows undirected(std::size_t vertices, std::vector<WeightedEdge> edges) {
  const auto back = turned_round(edges);
  edges.insert(edges.end(), back.begin(), back.end());
  return {vertices, edges};
}

/// Each ordered pair with the given chance; weights 1 to 4.
inline std::vector<WeightedEdge> random_arcs(std::size_t vertices, double chance,
                                             RandomEngine& engine) {
  std::vector<WeightedEdge> arcs;
  for (graph::Vertex i = 0; i < vertices; ++i)
    for (graph::Vertex j = 0; j < vertices; ++j)
      if (i != j && uniform(engine) < chance)
        arcs.push_back({i, j, 1 + static_cast<double>(uniform_below(engine, 4))});
  return arcs;
}

/// Each pair with the given chance; weights 1 to 4.
inline Rows random_graph(std::size_t vertices, double chance, RandomEngine& engine) {
  std::vector<WeightedEdge> edges;
  for (const WeightedEdge& arc : random_arcs(vertices, chance, engine))
    if (arc.from < arc.to) edges.push_back(arc);
  return undirected(vertices, edges);
}

/// weights[i][j], 0 where there is no arc.
inline std::vector<std::vector<double>> matrix(const graph::Adjacency& graph) {
  const std::size_t n = graph.vertex_count();
  std::vector<std::vector<double>> result(n, std::vector<double>(n, 0));
  for (graph::Vertex v = 0; v < n; ++v)
    for (std::size_t i = 0; i < graph.degree(v); ++i)
      result[v][graph.neighbors(v)[i]] = graph.weights.empty() ? 1 : graph.weights_of(v)[i];
  return result;
}

}  // namespace respnet::test
