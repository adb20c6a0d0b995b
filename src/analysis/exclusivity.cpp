#include "respnet/analysis/exclusivity.hpp"

#include <cmath>

namespace respnet::analysis {

using graph::Vertex;

std::vector<double> task_exclusivity(const graph::BipartiteGraph& graph) {
  std::vector<double> result(graph.unit_count(), 0);
  for (std::size_t unit = 0; unit < result.size(); ++unit)
    for (const Vertex task : graph.neighbors(graph.unit_vertex(unit)))
      result[unit] += task_exclusivity(graph, graph.task(task));
  return result;
}

double task_exclusivity(const graph::BipartiteGraph& graph, model::TaskId task) {
  return std::exp(1 - static_cast<double>(graph.neighbors(graph.vertex(task)).size()));
}

std::optional<double> assignment_redundancy(const graph::BipartiteGraph& graph) {
  if (graph.task_count() == 0 || graph.unit_count() < 2) return std::nullopt;
  std::size_t beyond = 0;
  for (Vertex task = 0; task < graph.task_count(); ++task)
    if (const std::size_t units = graph.neighbors(task).size(); units > 1) beyond += units - 1;
  return static_cast<double>(beyond) /
         (static_cast<double>(graph.unit_count() - 1) * static_cast<double>(graph.task_count()));
}

}  // namespace respnet::analysis
