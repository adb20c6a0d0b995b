#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

// Two-mode graphs as other programs write them. What nodes and edges mean: GraphRows.

/// The name of the root element of an XML text without its prefix; empty for other texts.
std::string_view xml_root(std::string_view text);

bool looks_like_graphml(std::string_view text);
bool looks_like_gexf(std::string_view text);
/// JSON with a list "nodes" or an object "elements" at the top, and no schema of ours before.
bool looks_like_node_link(std::string_view text);

/// GraphML of igraph, NetworkX, Gephi, Cytoscape, yEd, and our own. Defaults of keys hold. Ports
/// are left out with a note; graphs within nodes, hyperedges and a second graph are refused.
/// Cost: O(bytes); nothing of the XML is kept.
model::Network read_graphml(const Document& document);

/// GEXF 1.1 to 1.3, with or without its namespace. What changes in time is not followed: the first
/// value counts and a note says so. Nodes within nodes are refused.
model::Network read_gexf(const Document& document);

/// Node-link JSON of NetworkX and D3 ("nodes" and "edges" or "links"; ends by id, or by place where
/// nodes have none), vis.js ("from", "to"), graphology ("attributes") and Cytoscape ("elements",
/// "data").
/// Cost: O(bytes); the whole JSON is held, 32 bytes a value.
model::Network read_node_link(const Document& document);

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
