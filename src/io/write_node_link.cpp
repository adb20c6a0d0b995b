// Graphs as JSON: node-link (NetworkX, D3, pandas), Cytoscape's elements, and hypergraphs.

#include <string>

#include "io/graph_columns.hpp"
#include "io/graph_formats.hpp"
#include "io/json_fields.hpp"
#include "io/losses.hpp"
#include "io/output.hpp"

namespace respnet::io {
namespace {

using model::Network;

// What is said of the graph itself: title, measures of the network, and how they were made.
void graph_fields(std::string& out, const Network& network, const Attachments& with) {
  const JsonFields fields{out};
  if (!network.title().empty()) fields.text("name", network.title());
  if (const Table* table = with.table("network"); table != nullptr && table->rows() == 1)
    for (const Column& column : table->columns) column_field(column.id, column, 0, fields);
  if (with.run != nullptr) {
    if (!out.ends_with('{')) out += ", ";
    out += "\"run\": " + run_json(*with.run);
  }
}

// What stands between the rows of a list.
void append_comma(std::string& out, std::size_t row) { out += row == 0 ? "\n" : ",\n"; }

struct Braces {
  std::string_view open, close;
};

/// Every node with all it says, between these braces. NetworkX's Cytoscape wants a `value` too.
void write_nodes(const Network& network, const std::vector<GraphColumn>& measures, Braces braces,
                 bool has_value, Output& output) {
  const auto row = [&](std::string& out, std::size_t number, auto id) {
    append_comma(out, number);
    out += braces.open;
    const JsonFields fields{out};
    fields.text("id", node_name(id));
    if (has_value) fields.text("value", node_name(id));
    node_fields(network, measures, id, fields);
    out += braces.close;
  };
  task_rows(network, output, [&](std::string& out, model::TaskId id) { row(out, index(id), id); });
  unit_rows(network, output, [&](std::string& out, model::UnitId id) {
    row(out, network.task_count() + index(id), id);
  });
}

void write_edges(const Network& network, Braces braces, bool has_id, Output& output) {
  edge_rows(network, output, [&](std::string& out, model::TaskId task, model::AssignmentId at) {
    append_comma(out, index(at));
    out += braces.open;
    const JsonFields fields{out};
    const model::Assignment row = network.assignment(at);
    if (has_id) fields.text("id", 'e' + std::to_string(index(at) + 1));
    fields.text("source", node_name(task));
    fields.text("target", node_name(row.unit));
    edge_fields(row, fields);
    out += braces.close;
  });
}

}  // namespace

void write_node_link(const Network& network, const Sink& sink, const Attachments& with) {
  const auto measures = measure_columns(network, with);
  Output output(sink, with.threads);
  output.bytes += "{\n \"directed\": false,\n \"multigraph\": false,\n \"graph\": {";
  graph_fields(output.bytes, network, with);
  output.bytes += "},\n \"nodes\": [";
  write_nodes(network, measures, {"  {", "}"}, false, output);
  output.bytes += "],\n \"edges\": [";
  write_edges(network, {"  {", "}"}, false, output);
  output.bytes += "]\n}\n";
  output.flush();
}

void write_cytoscape(const Network& network, const Sink& sink, const Attachments& with) {
  const auto measures = measure_columns(network, with);
  Output output(sink, with.threads);
  output.bytes += "{\n \"directed\": false,\n \"multigraph\": false,\n \"data\": {";
  graph_fields(output.bytes, network, with);
  output.bytes += "},\n \"elements\": {\n  \"nodes\": [";
  write_nodes(network, measures, {"   {\"data\": {", "}}"}, true, output);
  output.bytes += "],\n  \"edges\": [";
  write_edges(network, {"   {\"data\": {", "}}"}, true, output);
  output.bytes += "]\n }\n}\n";
  output.flush();
}

void write_hif(const Network& network, const Sink& sink, const Attachments& with) {
  const auto measures = measure_columns(network, with);
  Output output(sink, with.threads);
  output.bytes += "{\n \"network-type\": \"undirected\",\n \"metadata\": {";
  graph_fields(output.bytes, network, with);
  // Who is in a hyperedge, a task, is a unit.
  const auto append_row = [&](std::string& out, std::string_view what, auto id) {
    append_comma(out, index(id));
    out.append("  {\"").append(what).append("\": \"");
    append_name(out, id);
    out += "\", \"attrs\": {";
    node_fields(network, measures, id, JsonFields{out});
    out += "}}";
  };
  output.bytes += "},\n \"nodes\": [";
  unit_rows(network, output,
            [&](std::string& out, model::UnitId id) { append_row(out, "node", id); });
  output.bytes += "],\n \"edges\": [";
  task_rows(network, output,
            [&](std::string& out, model::TaskId id) { append_row(out, "edge", id); });
  output.bytes += "],\n \"incidences\": [";
  edge_rows(network, output, [&](std::string& out, model::TaskId task, model::AssignmentId at) {
    const model::Assignment row = network.assignment(at);
    append_comma(out, index(at));
    out += "  {\"edge\": \"";
    append_name(out, task);
    out += "\", \"node\": \"";
    append_name(out, row.unit);
    out += "\", \"attrs\": {";
    edge_fields(row, JsonFields{out});
    out += "}}";
  });
  output.bytes += "]\n}\n";
  output.flush();
}

std::vector<std::string> graph_losses(const Network& network) {
  std::vector<std::string> losses;
  add_graph_losses(network, losses);
  return losses;
}

}  // namespace respnet::io
