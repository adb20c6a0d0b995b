#include <cmath>
#include <string>

#include "io/graph_columns.hpp"
#include "io/graph_formats.hpp"
#include "io/losses.hpp"
#include "io/output.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

using model::Network;

std::string_view graphml_type(ValueType type) {
  constexpr std::array<std::string_view, 5> names{"string", "boolean", "int", "long", "double"};
  return names[static_cast<std::size_t>(type)];
}

// Ids of keys are unique over nodes and edges; what readers show is attr.name.
constexpr std::string_view kOfEdges = "edge.";

void declare(std::string& out, std::string_view prefix, std::string_view of,
             const GraphColumn& column) {
  out.append(" <key id=\"").append(prefix);
  append_xml(out, column.name);
  out.append("\" for=\"").append(of).append("\" attr.name=\"");
  append_xml(out, column.name);
  out.append("\" attr.type=\"").append(graphml_type(column.type)).append("\"/>\n");
}

// <data> elements. What is undefined has none.
struct DataFields {
  std::string& out;
  std::string_view prefix = {};

  void text(std::string_view name, std::string_view value) const {
    open(name);
    append_xml(out, value);
    out += "</data>";
  }
  void flag(std::string_view name, bool value) const { plain(name, value ? "true" : "false"); }
  void whole(std::string_view name, std::int64_t value) const {
    plain(name, std::to_string(value));
  }
  void real(std::string_view name, double value) const {
    if (std::isfinite(value)) plain(name, number(value));
  }

 private:
  void open(std::string_view name) const {
    out.append("<data key=\"").append(prefix);
    append_xml(out, name);
    out += "\">";
  }
  void plain(std::string_view name, std::string_view value) const {
    open(name);
    out.append(value).append("</data>");
  }
};

}  // namespace

void write_graphml(const Network& network, const Sink& sink, const Attachments& with) {
  const std::vector<GraphColumn> measures = measure_columns(network, with);
  Output output(sink);
  std::string& out = output.bytes;
  out +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  if (with.run != nullptr) out += " <desc>" + escape_xml(run_json(*with.run)) + "</desc>\n";
  for (const GraphColumn& column : kNodeColumns) declare(out, "", "node", column);
  for (const GraphColumn& column : measures) declare(out, "", "node", column);
  for (const GraphColumn& column : kEdgeColumns) declare(out, kOfEdges, "edge", column);
  out += " <graph edgedefault=\"undirected\">\n";
  if (!network.title().empty()) out += "  <desc>" + escape_xml(network.title()) + "</desc>\n";
  each_node(
      network, measures, DataFields{out},
      [&](auto id) { out += "  <node id=\"" + node_name(id) + "\">"; },
      [&](auto) {
        out += "</node>\n";
        output.end_row();
      });
  each_edge(network, [&](model::TaskId task, const model::Assignment& row) {
    out += "  <edge source=\"" + node_name(task) + "\" target=\"" + node_name(row.unit) + "\">";
    edge_fields(row, DataFields{out, kOfEdges});
    out += "</edge>\n";
    output.end_row();
  });
  out += " </graph>\n</graphml>\n";
  output.flush();
}

std::vector<std::string> graphml_losses(const Network& network) {
  std::vector<std::string> losses = xml_losses(network);
  add_graph_losses(network, losses);
  return losses;
}

}  // namespace respnet::io
