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

// Units are discs and tasks squares, as in our own pictures.
void write_look(std::string& out, std::span<const NodeLook> looks, std::size_t node,
                std::string_view shape) {
  if (!looks.empty()) {
    const NodeLook& look = looks[node];
    out += "<viz:color r=\"" + std::to_string(look.red) + "\" g=\"" + std::to_string(look.green) +
           "\" b=\"" + std::to_string(look.blue) + "\"/><viz:size value=\"" + number(look.size) +
           "\"/>";
  }
  out.append("<viz:shape value=\"").append(shape).append("\"/>");
}

class GexfWriter {
 public:
  GexfWriter(const Network& network, const Sink& sink, const Attachments& with)
      : network_(network),
        with_(with),
        measures_(measure_columns(network, with)),
        output_(sink),
        out_(output_.bytes) {}

  void write();

 private:
  void write_head();
  void open_node(const std::string& name, std::string_view label);
  void close_node(std::span<const NodeLook> looks, std::size_t node, std::string_view shape);
  void write_edges(model::TaskId task);

  const Network& network_;
  const Attachments& with_;
  std::vector<GraphColumn> measures_;
  Output output_;
  std::string& out_;
  std::size_t edges_ = 0;
};

void GexfWriter::write_head() {
  out_ +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
      "version=\"1.3\">\n <meta>\n  <creator>respnet</creator>\n";
  if (!network_.title().empty()) out_ += "  <title>" + escape_xml(network_.title()) + "</title>\n";
  if (with_.run != nullptr)
    out_ += "  <description>" + escape_xml(run_json(*with_.run)) + "</description>\n";
  out_ += " </meta>\n <graph defaultedgetype=\"undirected\" mode=\"static\">\n";
  out_ += "  <attributes class=\"node\" mode=\"static\">\n";
  for (const GraphColumn& column : kNodeColumns) declare(out_, column);
  for (const GraphColumn& column : measures_) declare(out_, column);
  out_ += "  </attributes>\n  <attributes class=\"edge\" mode=\"static\">\n";
  for (const GraphColumn& column : kEdgeColumns) declare(out_, column);
  out_ += "  </attributes>\n";
}

void GexfWriter::open_node(const std::string& name, std::string_view label) {
  out_ += "   <node id=\"" + name + "\" label=\"";
  append_attribute(out_, label);
  out_ += "\"><attvalues>";
}

void GexfWriter::close_node(std::span<const NodeLook> looks, std::size_t node,
                            std::string_view shape) {
  out_ += "</attvalues>";
  write_look(out_, looks, node, shape);
  out_ += "</node>\n";
  output_.end_row();
}

void GexfWriter::write_edges(model::TaskId task) {
  for (const model::AssignmentId at : network_.assignments(task)) {
    const model::Assignment row = network_.assignment(at);
    out_ += "   <edge id=\"e" + std::to_string(++edges_) + "\" source=\"" + node_name(task) +
            "\" target=\"" + node_name(row.unit) + "\" weight=\"1\"><attvalues>";
    edge_fields(row, ValueFields{out_});
    out_ += "</attvalues></edge>\n";
    output_.end_row();
  }
}

void GexfWriter::write() {
  write_head();
  out_ += "  <nodes>\n";
  const ValueFields fields{out_};
  for (const model::TaskId id : network_.task_ids()) {
    const model::Task task = network_.task(id);
    open_node(node_name(id), task.title.empty() ? task.id : task.title);
    task_fields(network_, id, fields);
    measure_fields(measures_, id, fields);
    close_node(with_.task_looks, index(id), "square");
  }
  for (const model::UnitId id : network_.unit_ids()) {
    open_node(node_name(id), network_.unit_name(id));
    unit_fields(network_, id, fields);
    measure_fields(measures_, id, fields);
    close_node(with_.unit_looks, index(id), "disc");
  }
  out_ += "  </nodes>\n  <edges>\n";
  for (const model::TaskId task : network_.task_ids()) write_edges(task);
  out_ += "  </edges>\n </graph>\n</gexf>\n";
  output_.flush();
}

}  // namespace

void write_gexf(const Network& network, const Sink& sink, const Attachments& with) {
  GexfWriter(network, sink, with).write();
}

}  // namespace respnet::io
