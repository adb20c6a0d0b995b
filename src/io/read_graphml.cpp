#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "io/graph_formats.hpp"
#include "io/graph_keys.hpp"
#include "io/graph_rows.hpp"
#include "io/xml_reader.hpp"
#include "respnet/base/text.hpp"
#include "respnet/model/doubt.hpp"

namespace respnet::io {
namespace {

class GraphmlReader {
 public:
  explicit GraphmlReader(const Document& document)
      : xml_(document.text, document.file), rows_(document) {}

  model::Network network() {
    xml_.next();
    if (!xml_.starts("graphml"))
      xml_.refuse("the document is <" + printable(xml_.name()) +
                  ">, not <graphml>; name its "
                  "format by --from");
    each_child(xml_, [this] {
      if (xml_.starts("key"))
        read_key();
      else if (xml_.starts("graph"))
        read_graph();
      else
        xml_.skip();
    });
    while (xml_.next()) {
    }
    if (ports_ > 0) rows_.add_doubt(model::doubt("ports-ignored", {model::counted(ports_)}));
    return std::move(rows_).network();
  }

 private:
  void read_key();
  void read_graph();
  void read_node();
  void read_edge();
  template <typename Field, std::size_t count>
  void read_data(GraphFields<Field, count>& fields, const GraphKeys<Field, count>& keys);
  std::string drawn_label();

  XmlReader xml_;
  GraphRows rows_;
  NodeKeys node_keys_;
  EdgeKeys edge_keys_;
  GraphNode node_;  // used again and again
  GraphEdge edge_;
  bool in_graph_ = false;
  std::size_t ports_ = 0;
};

// yEd keeps what a drawing shows in keys of its own kind, without a name.
bool is_drawing(const XmlReader& xml) {
  return xml.attribute("yfiles.type").value_or("").ends_with("graphics");
}

void GraphmlReader::read_key() {
  const std::string id = needed(xml_, "id");
  const std::string called = xml_.attribute("attr.name").value_or(id);
  const std::string of = xml_.attribute("for").value_or("all");
  const bool drawing = is_drawing(xml_);
  std::string preset;
  each_child(xml_, [&] {
    if (xml_.starts("default") && !drawing)
      preset = xml_.inner_text();
    else
      xml_.skip();
  });
  if (of == "node" || of == "all")
    node_keys_.declare(id, drawing ? NodeField::Drawn : node_field(called), preset);
  if (of == "edge" || of == "all")
    edge_keys_.declare(id, drawing ? EdgeField::Drawn : edge_field(called), preset);
}

void GraphmlReader::read_graph() {
  if (in_graph_) xml_.refuse("a second graph; keep one graph in a file");
  in_graph_ = true;
  each_child(xml_, [this] {
    if (xml_.starts("node"))
      read_node();
    else if (xml_.starts("edge"))
      read_edge();
    else if (xml_.starts("hyperedge"))
      xml_.refuse("a hyperedge; write an edge from the task to each of its units");
    else if (xml_.starts("desc"))
      rows_.set_title(xml_.inner_text());
    else
      xml_.skip();
  });
}

// The text of the first label in a drawing, without what describes the label.
std::string GraphmlReader::drawn_label() {
  std::string label;
  const std::size_t outside = xml_.depth();
  std::size_t inside = 0;  // depth of the label's element
  while (xml_.next()) {
    if (xml_.event() == XmlReader::Event::End && xml_.depth() == outside) break;
    if (label.empty() && (xml_.starts("NodeLabel") || xml_.starts("EdgeLabel")))
      inside = xml_.depth();
    else if (xml_.event() == XmlReader::Event::Text && xml_.depth() == inside + 1)
      label += xml_.text();
    else if (xml_.event() == XmlReader::Event::End && xml_.depth() == inside)
      inside = 0;
  }
  return std::string(trimmed(label));
}

template <typename Field, std::size_t count>
void GraphmlReader::read_data(GraphFields<Field, count>& fields,
                              const GraphKeys<Field, count>& keys) {
  const auto field = keys.field(needed(xml_, "key"), xml_);
  if (!field) return xml_.skip();
  put_once(fields, *field, *field == Field::Drawn ? drawn_label() : xml_.inner_text(), xml_);
}

void GraphmlReader::read_node() {
  node_.id = needed(xml_, "id");
  node_.fields.clear();
  node_.where = {xml_.line(), 0};
  each_child(xml_, [this] {
    if (xml_.starts("data")) {
      read_data(node_.fields, node_keys_);
    } else if (xml_.starts("graph")) {
      xml_.refuse("a graph within the node '" + printable(node_.id) +
                  "'; ungroup it, a network has only tasks and units");
    } else {
      ports_ += xml_.starts("port");
      xml_.skip();
    }
  });
  node_.fields.fill(node_keys_.presets());
  rows_.add_node(node_);
}

void GraphmlReader::read_edge() {
  edge_.source = needed(xml_, "source");
  edge_.target = needed(xml_, "target");
  edge_.fields.clear();
  edge_.where = {xml_.line(), 0};
  each_child(xml_, [this] {
    if (xml_.starts("data"))
      read_data(edge_.fields, edge_keys_);
    else if (xml_.starts("graph"))
      xml_.refuse("a graph within an edge; a network has only tasks and units");
    else
      xml_.skip();
  });
  edge_.fields.fill(edge_keys_.presets());
  rows_.add_edge(edge_);
}

}  // namespace

std::string_view xml_root(std::string_view text) {
  text = text.substr(0, 64 * 1024);  // the root stands among these
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    const std::string_view end = text.starts_with("<?")     ? "?>"
                                 : text.starts_with("<!--") ? "-->"
                                 : text.starts_with("<!")   ? ">"
                                                            : "";
    const std::size_t behind = end.empty() ? text.npos : text.find(end);
    if (behind == text.npos) break;
    text.remove_prefix(behind + end.size());
  }
  if (!text.starts_with('<')) return {};
  std::string_view name = text.substr(1);
  name = name.substr(0, name.find_first_of(" \t\r\n/>"));
  name.remove_prefix(name.find(':') + 1);  // npos + 1 is 0
  return name;
}

bool looks_like_graphml(std::string_view text) { return xml_root(text) == "graphml"; }

model::Network read_graphml(const Document& document) { return GraphmlReader(document).network(); }

}  // namespace respnet::io
