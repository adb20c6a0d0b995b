#include <algorithm>
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

std::string_view gexf_type(ValueType type) {
  constexpr std::array<std::string_view, 5> names{"string", "boolean", "integer", "long", "double"};
  return names[static_cast<std::size_t>(type)];
}

// In an attribute a parser makes blanks of tabs and line ends, unless they are written so.
void append_attribute(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  append_xml(out, text);
  for (std::size_t i = begin; (i = out.find_first_of("\t\n\r", i)) != out.npos;)
    out.replace(i, 1, out[i] == '\t' ? "&#9;" : out[i] == '\n' ? "&#10;" : "&#13;");
}

// A node has its label and an edge its weight as attributes of the element.
bool is_in_element(std::string_view name) { return name == "label" || name == "weight"; }

void declare(std::string& out, const GraphColumn& column) {
  if (is_in_element(column.name)) return;
  out += "   <attribute id=\"" + escape_xml(column.name) + "\" title=\"" + escape_xml(column.name) +
         "\" type=\"";
  out.append(gexf_type(column.type)).append("\"/>\n");
}

// <attvalue> elements. What is undefined has none.
struct ValueFields {
  std::string& out;

  void text(std::string_view name, std::string_view value) const { put(name, value); }
  void flag(std::string_view name, bool value) const { put(name, value ? "true" : "false"); }
  void whole(std::string_view name, std::int64_t value) const { put(name, std::to_string(value)); }
  void real(std::string_view name, double value) const {
    if (std::isfinite(value)) put(name, number(value));
  }

 private:
  void put(std::string_view name, std::string_view value) const {
    if (is_in_element(name)) return;
    out += "<attvalue for=\"";
    append_xml(out, name);
    out += "\" value=\"";
    append_attribute(out, value);
    out += "\"/>";
  }
};

void write_look(std::string& out, const NodeLook* look) {
  if (look == nullptr) return;
  out += "<viz:color r=\"" + std::to_string(look->red) + "\" g=\"" + std::to_string(look->green) +
         "\" b=\"" + std::to_string(look->blue) + "\"/><viz:size value=\"" + number(look->size) +
         "\"/>";
}

// Units are discs and tasks squares, as in our own pictures.
std::string_view shape(model::TaskId) { return "square"; }
std::string_view shape(model::UnitId) { return "disc"; }

void write_head(std::string& out, const Network& network, const Attachments& with,
                const std::vector<GraphColumn>& measures) {
  out +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
      "version=\"1.3\">\n <meta>\n  <creator>respnet</creator>\n";
  // The grammar of GEXF has no title.
  if (!network.title().empty())
    out += "  <keywords>" + escape_xml(network.title()) + "</keywords>\n";
  if (with.run != nullptr)
    out += "  <description>" + escape_xml(run_json(*with.run)) + "</description>\n";
  out += " </meta>\n <graph defaultedgetype=\"undirected\" mode=\"static\">\n";
  out += "  <attributes class=\"node\">\n";
  for (const GraphColumn& column : kNodeColumns) declare(out, column);
  for (const GraphColumn& column : measures) declare(out, column);
  out += "  </attributes>\n  <attributes class=\"edge\">\n";
  for (const GraphColumn& column : kEdgeColumns) declare(out, column);
  out += "  </attributes>\n";
}

}  // namespace

void write_gexf(const Network& network, const Sink& sink, const Attachments& with) {
  const auto measures = measure_columns(network, with);
  Output output(sink, with.threads);
  write_head(output.bytes, network, with, measures);
  output.bytes += "  <nodes>\n";
  node_rows(network, output, [&](std::string& out, auto id) {
    out += "   <node id=\"";
    append_name(out, id);
    out += "\" label=\"";
    append_attribute(out, node_label(network, id));
    out += "\"><attvalues>";
    node_fields(network, measures, id, ValueFields{out});
    out += "</attvalues>";
    write_look(out, look_of(with, id));
    out.append("<viz:shape value=\"").append(shape(id)).append("\"/></node>\n");
  });
  output.bytes += "  </nodes>\n  <edges>\n";
  edge_rows(network, output, [&](std::string& out, model::TaskId task, model::AssignmentId at) {
    const model::Assignment row = network.assignment(at);
    out += "   <edge id=\"e";
    append_number(out, index(at) + 1);
    out += "\" source=\"";
    append_name(out, task);
    out += "\" target=\"";
    append_name(out, row.unit);
    out += "\" weight=\"1\"><attvalues>";
    edge_fields(row, ValueFields{out});
    out += "</attvalues></edge>\n";
  });
  output.bytes += "  </edges>\n </graph>\n</gexf>\n";
  output.flush();
}

}  // namespace respnet::io
