#include "respnet/graph/weighted_two_mode.hpp"

#include <algorithm>

namespace respnet::graph {

WeightedTwoMode::WeightedTwoMode(const BipartiteGraph& graph) : all_(graph.adjacency()) {
  const RoleWeights& weights = graph.options().weights;
  std::size_t edges = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    edges += static_cast<std::size_t>(
        std::ranges::count_if(graph.parts(v), [&](Part part) { return weights[part] > 0; }));
  weights_.reserve(edges);
  if (edges == all_.arc_count()) {
    for (Vertex v = 0; v < graph.vertex_count(); ++v)
      for (const Part part : graph.parts(v)) weights_.push_back(weights[part]);
    return;
  }
  targets_.reserve(edges);
  offsets_.reserve(graph.vertex_count() + 1);
  offsets_.push_back(0);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    const auto neighbors = graph.neighbors(v);
    const auto parts = graph.parts(v);
    for (std::size_t i = 0; i < neighbors.size(); ++i) {
      if (!(weights[parts[i]] > 0)) continue;
      targets_.push_back(neighbors[i]);
      weights_.push_back(weights[parts[i]]);
    }
    offsets_.push_back(targets_.size());
  }
}

double weighted_degree(const BipartiteGraph& graph, Vertex v) {
  double degree = 0;
  for (const Part part : graph.parts(v)) degree += graph.options().weights[part];
  return degree;
}

std::vector<double> weighted_meetings(const BipartiteGraph& graph) {
  const RoleWeights& weights = graph.options().weights;
  std::vector<double> meetings(graph.unit_count(), 0);
  for (Vertex t = 0; t < graph.task_count(); ++t) {
    const double total = weighted_degree(graph, t);
    const auto units = graph.neighbors(t);
    const auto parts = graph.parts(t);
    for (std::size_t i = 0; i < units.size(); ++i) {
      const double own = weights[parts[i]];
      meetings[graph.unit_number(units[i])] += own * (total - own);
    }
  }
  return meetings;
}

}  // namespace respnet::graph
