#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::analysis {

/// Units whose loss splits the network: without the unit, the two-mode graph of tasks and the other
/// units falls into more components than it had. Unit numbers, ascending.
///
/// So the only unit of a task splits the network unless it has no other task: the task is cut off.
/// Cost: O(tasks + units + assignments). Source: see graph::articulation_vertices.
std::vector<std::uint32_t> articulation_units(const graph::BipartiteGraph& graph);

/// By unit number: the tasks that lose their only lead with the unit, by TaskId.
/// Cost: O(tasks + units + assignments).
std::vector<std::vector<model::TaskId>> sole_lead_tasks(const graph::BipartiteGraph& graph);

}  // namespace respnet::analysis
