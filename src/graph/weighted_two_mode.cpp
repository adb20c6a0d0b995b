#include "respnet/graph/weighted_two_mode.hpp"

namespace respnet::graph {

WeightedTwoMode::WeightedTwoMode(const BipartiteGraph& graph) {
  const RoleWeights& weights = graph.options().weights;
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

std::vector<double> weighted_meetings(const BipartiteGraph& graph) {
  const WeightedTwoMode weighted(graph);
  const Adjacency edges = weighted.adjacency();
  std::vector<double> meetings(graph.unit_count(), 0);
  for (Vertex t = 0; t < graph.task_count(); ++t) {
    const double total = edges.strength(t);
    for (std::size_t i = 0; i < edges.degree(t); ++i) {
      const double own = edges.weight(t, i);
      meetings[graph.unit_number(edges.neighbors(t)[i])] += own * (total - own);
    }
  }
  return meetings;
}

}  // namespace respnet::graph
