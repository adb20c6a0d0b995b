#include "respnet/analysis/lead_units.hpp"

#include <algorithm>

#include "respnet/graph/components.hpp"

namespace respnet::analysis {

using graph::BipartiteGraph;
using graph::Part;
using graph::Vertex;

std::vector<std::uint32_t> articulation_units(const BipartiteGraph& graph) {
  std::vector<std::uint32_t> units;
  for (const Vertex v : graph::articulation_vertices(graph.adjacency()))
    if (!graph.is_task(v)) units.push_back(graph.unit_number(v));
  return units;
}

std::vector<std::vector<model::TaskId>> sole_lead_tasks(const BipartiteGraph& graph) {
  std::vector<std::vector<model::TaskId>> tasks(graph.unit_count());
  for (Vertex task = 0; task < graph.task_count(); ++task) {
    const auto parts = graph.parts(task);
    if (std::ranges::count(parts, Part::Lead) != 1) continue;
    const auto place =
        static_cast<std::size_t>(std::ranges::find(parts, Part::Lead) - parts.begin());
    tasks[graph.unit_number(graph.neighbors(task)[place])].push_back(graph.task(task));
  }
  return tasks;
}

}  // namespace respnet::analysis
