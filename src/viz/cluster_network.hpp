#pragma once

#include <vector>

#include "viz/unit_network_plan.hpp"

namespace respnet::viz {

/// A unit network of very many units, drawn as its clusters: each a node as large as its members
/// are many, relations between clusters counting the tasks in which both have a part (Support: one
/// in another part than lead, the other as lead). The largest 40 clusters of two
/// units or more; groups as in unit networks. Without edges where clusters have nothing to do with
/// each other.
/// @pre clusters are known
/// Cost: O(tasks × clusters of a task²).
UnitNetworkPlan cluster_network_plan(const graph::BipartiteGraph& graph, UnitRelation relation,
                                     const std::vector<Load>& loads, const PictureOptions& options,
                                     const Messages& say);

}  // namespace respnet::viz
