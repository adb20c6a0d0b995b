#pragma once

#include <vector>

#include "cli/settings.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/locked_bicm.hpp"

namespace respnet::cli {

/// The cells of --locked: unit number, task; none without that option.
/// @throws UsageError  when a name means no task or unit, or several; as io::read_cell_list()
std::vector<graph::Cell> locked_cells(const graph::BipartiteGraph& graph, const Settings& settings);

}  // namespace respnet::cli
