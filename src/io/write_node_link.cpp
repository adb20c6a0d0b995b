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

/// The shape of a graph file: what stands around the members of each row.
class RowWriter {
 public:
  explicit RowWriter(Output& output) : output_(output), out_(output.bytes) {}

  /// Begins a list of rows.
  void begin(std::string_view before) {
    out_ += before;
    is_first_ = true;
  }
  std::string& open(std::string_view start) {
    out_ += is_first_ ? "\n" : ",\n";
    is_first_ = false;
    out_ += start;
    return out_;
  }
  std::string& bytes() { return out_; }
  void close(std::string_view end) {
    out_ += end;
    output_.end_row();
  }

 private:
  Output& output_;
  std::string& out_;
  bool is_first_ = true;
};

struct Braces {
  std::string_view open, close;
};

/// Every node with all it says, between these braces. NetworkX's Cytoscape wants a `value` too.
void write_nodes(const Network& network, const std::vector<GraphColumn>& measures, Braces braces,
                 bool has_value, RowWriter& rows) {
  const JsonFields fields{rows.bytes()};
  each_node(
      network, measures, fields,
      [&](auto id) {
        rows.open(braces.open);
        fields.text("id", node_name(id));
        if (has_value) fields.text("value", node_name(id));
      },
      [&](auto) { rows.close(braces.close); });
}

void write_edges(const Network& network, Braces braces, bool has_id, RowWriter& rows) {
  std::size_t number = 0;
  each_edge(network, [&](model::TaskId task, const model::Assignment& row) {
    const JsonFields fields{rows.open(braces.open)};
    if (has_id) fields.text("id", 'e' + std::to_string(++number));
    fields.text("source", node_name(task));
    fields.text("target", node_name(row.unit));
    edge_fields(row, fields);
    rows.close(braces.close);
  });
}

}  // namespace

void write_node_link(const Network& network, const Sink& sink, const Attachments& with) {
  const auto measures = measure_columns(network, with);
  Output output(sink);
  RowWriter rows(output);
  output.bytes += "{\n \"directed\": false,\n \"multigraph\": false,\n \"graph\": {";
  graph_fields(output.bytes, network, with);
  rows.begin("},\n \"nodes\": [");
  write_nodes(network, measures, {"  {", "}"}, false, rows);
  rows.begin("],\n \"edges\": [");
  write_edges(network, {"  {", "}"}, false, rows);
  output.bytes += "]\n}\n";
  output.flush();
}

void write_cytoscape(const Network& network, const Sink& sink, const Attachments& with) {
  const auto measures = measure_columns(network, with);
  Output output(sink);
  RowWriter rows(output);
  output.bytes += "{\n \"directed\": false,\n \"multigraph\": false,\n \"data\": {";
  graph_fields(output.bytes, network, with);
  rows.begin("},\n \"elements\": {\n  \"nodes\": [");
  write_nodes(network, measures, {"   {\"data\": {", "}}"}, true, rows);
  rows.begin("],\n  \"edges\": [");
  write_edges(network, {"   {\"data\": {", "}}"}, true, rows);
  output.bytes += "]\n }\n}\n";
  output.flush();
}

void write_hif(const Network& network, const Sink& sink, const Attachments& with) {
  const auto measures = measure_columns(network, with);
  Output output(sink);
  std::string& out = output.bytes;
  RowWriter rows(output);
  out += "{\n \"network-type\": \"undirected\",\n \"metadata\": {";
  graph_fields(out, network, with);
  // Who is in a hyperedge, a task, is a unit.
  rows.begin("},\n \"nodes\": [");
  for (const model::UnitId id : network.unit_ids()) {
    const JsonFields fields{rows.open("  {\"node\": \"" + node_name(id) + "\", \"attrs\": {")};
    unit_fields(network, id, fields);
    measure_fields(measures, id, fields);
    rows.close("}}");
  }
  rows.begin("],\n \"edges\": [");
  for (const model::TaskId id : network.task_ids()) {
    const JsonFields fields{rows.open("  {\"edge\": \"" + node_name(id) + "\", \"attrs\": {")};
    task_fields(network, id, fields);
    measure_fields(measures, id, fields);
    rows.close("}}");
  }
  rows.begin("],\n \"incidences\": [");
  each_edge(network, [&](model::TaskId task, const model::Assignment& row) {
    const JsonFields fields{rows.open("  {\"edge\": \"" + node_name(task) + "\", \"node\": \"" +
                                      node_name(row.unit) + "\", \"attrs\": {")};
    edge_fields(row, fields);
    rows.close("}}");
  });
  out += "]\n}\n";
  output.flush();
}

std::vector<std::string> graph_losses(const Network& network) {
  std::vector<std::string> losses;
  add_graph_losses(network, losses);
  return losses;
}

}  // namespace respnet::io
