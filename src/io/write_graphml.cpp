#include <cmath>
#include <deque>
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

// <data> elements; names stand in them as they are. What is undefined has none.
struct DataFields {
  std::string& out;
  std::string_view prefix = {};

  void text(std::string_view name, std::string_view value) const {
    open(name);
    append_xml(out, value);
    close();
  }
  void flag(std::string_view name, bool value) const {
    open(name);
    out += value ? "true" : "false";
    close();
  }
  void whole(std::string_view name, std::int64_t value) const {
    open(name);
    append_number(out, value);
    close();
  }
  void real(std::string_view name, double value) const {
    if (!std::isfinite(value)) return;
    open(name);
    append_number(out, value);
    close();
  }

 private:
  void open(std::string_view name) const {
    out.append("<data key=\"").append(prefix).append(name).append("\">");
  }
  void close() const { out += "</data>"; }
};

// What edges of a kind say alike, put into words once: most of a large file.
class EdgeKinds {
 public:
  EdgeKinds() {
    for (int role = 0; role < model::kRoles; ++role)
      for (const bool is_explicit : {false, true})
        edge_kind_fields(static_cast<model::Role>(role), is_explicit,
                         DataFields{text(static_cast<model::Role>(role), is_explicit), kOfEdges});
  }
  const std::string& of(const model::Assignment& row) const {
    return texts_[place(row.role, row.is_explicit)];
  }

 private:
  static std::size_t place(model::Role role, bool is_explicit) {
    return 2 * static_cast<std::size_t>(role) + (is_explicit ? 1 : 0);
  }
  std::string& text(model::Role role, bool is_explicit) { return texts_[place(role, is_explicit)]; }

  std::array<std::string, 2 * model::kRoles> texts_;
};

}  // namespace

void write_graphml(const Network& network, const Sink& sink, const Attachments& with) {
  std::vector<GraphColumn> measures = measure_columns(network, with);
  Output output(sink, with.threads);
  std::string& head = output.bytes;
  head +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  if (with.run != nullptr) head += " <desc>" + escape_xml(run_json(*with.run)) + "</desc>\n";
  for (const GraphColumn& column : kNodeColumns) declare(head, "", "node", column);
  for (const GraphColumn& column : measures) declare(head, "", "node", column);
  for (const GraphColumn& column : kEdgeColumns) declare(head, kOfEdges, "edge", column);
  std::deque<std::string> keys;  // written once a column, not once a node
  for (GraphColumn& column : measures) column.name = keys.emplace_back(escape_xml(column.name));
  head += " <graph edgedefault=\"undirected\">\n";
  if (!network.title().empty()) head += "  <desc>" + escape_xml(network.title()) + "</desc>\n";
  node_rows(network, output, [&](std::string& out, auto id) {
    out += "  <node id=\"";
    append_name(out, id);
    out += "\">";
    node_fields(network, measures, id, DataFields{out});
    out += "</node>\n";
  });
  const EdgeKinds kinds;
  edge_rows(network, output, [&](std::string& out, model::TaskId task, model::AssignmentId at) {
    const model::Assignment row = network.assignment(at);
    out += "  <edge source=\"";
    append_name(out, task);
    out += "\" target=\"";
    append_name(out, row.unit);
    out.append("\">").append(kinds.of(row));
    edge_own_fields(row, DataFields{out, kOfEdges});
    out += "</edge>\n";
  });
  output.bytes += " </graph>\n</graphml>\n";
  output.flush();
}

std::vector<std::string> graphml_losses(const Network& network) {
  std::vector<std::string> losses = xml_losses(network);
  add_graph_losses(network, losses);
  return losses;
}

}  // namespace respnet::io
