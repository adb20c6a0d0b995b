#include "respnet/analysis/part_network.hpp"

#include <string>

#include "respnet/model/network_builder.hpp"

namespace respnet::analysis {

model::Network part_network(const graph::BipartiteGraph& graph, graph::Part part) {
  const model::Network& network = graph.network();
  const model::Role role = part == graph::Part::Lead ? model::Role::Lead : model::Role::Support;
  model::NetworkBuilder builder("part");
  for (std::size_t number = 0; number < graph.unit_count(); ++number)
    builder.add_unit({.id = "u" + std::to_string(number),
                      .name = std::string(network.unit_name(graph.unit(number)))});
  for (const model::TaskId task : network.task_ids()) {
    const model::TaskId copy = builder.task_of_id(network.task_id(task));
    const graph::Vertex vertex = graph.vertex(task);
    const auto units = graph.neighbors(vertex);
    for (std::size_t i = 0; i < units.size(); ++i)
      if (graph.parts(vertex)[i] == part)
        builder.add_assignment(copy, static_cast<model::UnitId>(graph.unit_number(units[i])), role);
  }
  return std::move(builder).build();
}

}  // namespace respnet::analysis
