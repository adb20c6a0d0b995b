#pragma once

#include <cstdint>
#include <string>

#include "respnet/analysis/subjects.hpp"
#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::cli {

/// The one unit or task that the name means.
/// @throws UsageError  when there is none (with the nearest), or several
analysis::Subject subject_named(const model::Network& network, const std::string& name);

/// The number of the one unit that the name means.
/// @throws UsageError  as above; also when it is a task, or a unit that the options leave out
std::uint32_t unit_number_named(const graph::BipartiteGraph& graph, const std::string& name);

}  // namespace respnet::cli
