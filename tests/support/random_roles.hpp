#pragma once

// Small networks drawn at random in which every unit leads or supports, the same each time.

#include <string>
#include <vector>

#include "respnet/base/random.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "support/network.hpp"

namespace respnet::test {

/// Up to 7 tasks and 7 units, registered all; each pair is joined with a chance that is drawn too,
/// as lead (one in three) or support. Several leads of a task, none, and idle units occur.
inline model::Network random_roles(std::uint64_t seed) {
  RandomEngine engine(seed);
  model::NetworkBuilder builder("random");
  const std::uint64_t tasks = 1 + uniform_below(engine, 7), units = 1 + uniform_below(engine, 7);
  const double chance = 0.2 + 0.6 * uniform(engine);
  for (std::uint64_t u = 0; u < units; ++u) builder.unit_of_name("u" + std::to_string(u));
  for (std::uint64_t t = 0; t < tasks; ++t) {
    const auto task = builder.task_of_id("t" + std::to_string(t));
    for (std::uint64_t u = 0; u < units; ++u)
      if (uniform(engine) < chance)
        builder.add_assignment(
            task, builder.unit_of_name("u" + std::to_string(u)),
            uniform_below(engine, 3) == 0 ? model::Role::Lead : model::Role::Support);
  }
  return std::move(builder).build();
}

/// rows[t][u]: 'L' lead, 'S' support, 0 neither, of a graph.
inline std::vector<std::vector<char>> role_matrix(const graph::BipartiteGraph& graph) {
  std::vector<std::vector<char>> rows(graph.task_count(), std::vector<char>(graph.unit_count(), 0));
  for (graph::Vertex t = 0; t < graph.task_count(); ++t)
    for (std::size_t i = 0; i < graph.neighbors(t).size(); ++i)
      rows[t][graph.unit_number(graph.neighbors(t)[i])] =
          graph.parts(t)[i] == graph::Part::Lead ? 'L' : 'S';
  return rows;
}

}  // namespace respnet::test
