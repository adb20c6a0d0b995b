#pragma once

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::analysis {

/// The network of the assignments of one part alone: all tasks and units of the graph, in its order
/// (a unit's number is its UnitId), and of each task the units that take that part in it. Roles are
/// explicit: Lead, or Support for any other part. Texts, sections and registries are left out.
/// Cost: O(tasks + units + assignments).
model::Network part_network(const graph::BipartiteGraph& graph, graph::Part part);

}  // namespace respnet::analysis
