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

// Two-mode graphs for other programs, with their vocabulary in graph_columns.hpp. Cost:
// O(everything written), streaming. @throws std::invalid_argument  when a table of measures does
// not fit

/// GraphML for igraph, NetworkX, Gephi, Cytoscape and yEd.
void write_graphml(const model::Network& network, const Sink& sink, const Attachments& with);
std::vector<std::string> graphml_losses(const model::Network& network);

/// GEXF 1.3 with colours, sizes and shapes, for Gephi; NetworkX reads it too.
void write_gexf(const model::Network& network, const Sink& sink, const Attachments& with);

/// Node-link JSON with "edges", as NetworkX has it since 3.4.
void write_node_link(const model::Network& network, const Sink& sink, const Attachments& with);

/// Cytoscape JSON, which NetworkX's cytoscape_graph and read_node_link read too.
void write_cytoscape(const model::Network& network, const Sink& sink, const Attachments& with);

/// Hypergraph Interchange Format: a task is a hyperedge, its units are the nodes in it.
void write_hif(const model::Network& network, const Sink& sink, const Attachments& with);

/// DOT with all that nodes and edges say as attributes, and no layout.
void write_dot(const model::Network& network, const Sink& sink, const Attachments& with);

/// Of each of the above.
std::vector<std::string> graph_losses(const model::Network& network);

/// The matrix of tasks and units in coordinates, as SciPy, R and Julia read it; names as comments.
void write_matrix_market(const model::Network& network, const Sink& sink, const Attachments& with);
std::vector<std::string> matrix_market_losses(const model::Network& network);

/// UCINET's two-mode edge list, and, for igraph and Gephi, that of one mode.
void write_dl(const model::Network& network, const Sink& sink, const Attachments& with);
void write_one_mode_dl(const model::Network& network, const Sink& sink, const Attachments& with);
std::vector<std::string> dl_losses(const model::Network& network);

/// Pajek's two-mode network: tasks are vertices 1 to n, units the others. No BOM, for igraph. A
/// label stands in quotes that nothing can escape: quotes become ', control characters blanks.
void write_pajek(const model::Network& network, const Sink& sink, const Attachments& with);
/// The same as one mode, for NetworkX.
void write_one_mode_pajek(const model::Network& network, const Sink& sink, const Attachments& with);
/// A project of Pajek: the network, a partition by side and a vector a measure.
void write_pajek_project(const model::Network& network, const Sink& sink, const Attachments& with);
std::vector<std::string> pajek_losses(const model::Network& network);

/// A SQLite database: the network with all its evidence, tables of measures, what they mean and how
/// they were made. It is built in memory.
/// @throws LimitError  for a text beyond SQLite's limit
void write_sqlite(const model::Network& network, const Sink& sink, const Attachments& with);

}  // namespace respnet::io
