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

/// A graph in which each vertex has become 1 to `most` twins, most of them few, numbered anyhow.
inline Rows with_twins(std::size_t vertices, const std::vector<WeightedEdge>& edges,
                       std::uint64_t most, RandomEngine& engine) {
  std::vector<std::vector<graph::Vertex>> copies(vertices);
  std::vector<graph::Vertex> numbers;
  for (auto& of_vertex : copies) {
    of_vertex.resize(1 + uniform_below(engine, 1 + uniform_below(engine, most)));
    for (std::size_t i = 0; i < of_vertex.size(); ++i)
      numbers.push_back(static_cast<graph::Vertex>(numbers.size()));
  }
  for (std::size_t i = numbers.size(); i > 1; --i)
    std::swap(numbers[i - 1], numbers[uniform_below(engine, i)]);
  std::size_t next = 0;
  for (auto& of_vertex : copies)
    for (graph::Vertex& copy : of_vertex) copy = numbers[next++];
  std::vector<WeightedEdge> all;
  for (const WeightedEdge& edge : edges)
    for (const graph::Vertex from : copies[edge.from])
      for (const graph::Vertex to : copies[edge.to]) all.push_back({from, to, edge.weight});
  return undirected(numbers.size(), all);
}

/// Tasks that draw their units from a few sets, as plans do (各乡镇（街道）): of one unit, of some,
/// of none. Units in two parts that no task joins; some have no task. Tasks come first.
inline Rows few_unit_sets(std::size_t tasks, std::size_t units, std::size_t sets,
                          RandomEngine& engine) {
  std::vector<std::vector<graph::Vertex>> all(sets);
  for (auto& set : all) {
    const bool second = uniform_below(engine, 5) == 0;
    for (std::uint64_t size = uniform_below(engine, 5); size > 0; --size)
      set.push_back(static_cast<graph::Vertex>(tasks + (second ? units / 2 : 0) +
                                               uniform_below(engine, (units + 1) / 2)));
  }
  std::vector<WeightedEdge> edges;
  for (graph::Vertex task = 0; task < tasks; ++task)
    for (const graph::Vertex unit : all[uniform_below(engine, sets)]) edges.push_back({task, unit});
  return undirected(tasks + units, edges);
}

/// Every vertex below `left` is joined with each of the `right` others.
inline Rows complete_two_mode(std::size_t left, std::size_t right) {
  std::vector<WeightedEdge> edges;
  for (graph::Vertex v = 0; v < left; ++v)
    for (std::size_t w = 0; w < right; ++w)
      edges.push_back({v, static_cast<graph::Vertex>(left + w)});
  return undirected(left + right, edges);
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
