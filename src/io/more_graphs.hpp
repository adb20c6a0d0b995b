#pragma once

#include <string>
#include <vector>

#include "respnet/io/formats.hpp"

namespace respnet::io {

// Two-mode graphs for other programs, without measures. Nodes are t1, … and u1, … by place.
// Cost: O(everything written), streaming.

/// Cytoscape JSON, which NetworkX's cytoscape_graph and read_node_link read too.
void write_cytoscape(const model::Network& network, const Sink& sink);
std::vector<std::string> cytoscape_losses(const model::Network& network);

/// Pajek's two-mode network: tasks are vertices 1 to n, units the others. No BOM, for igraph. A
/// label stands in quotes that nothing can escape: quotes become ', control characters blanks.
void write_pajek(const model::Network& network, const Sink& sink);
std::vector<std::string> pajek_losses(const model::Network& network);

}  // namespace respnet::io
