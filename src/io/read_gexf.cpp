#include <optional>
#include <string>

#include "io/graph_formats.hpp"
#include "io/graph_keys.hpp"
#include "io/graph_rows.hpp"
#include "io/xml_reader.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

class GexfReader {
 public:
  explicit GexfReader(const Document& document)
      : xml_(document.text, document.file), rows_(document) {}

  model::Network network() {
    xml_.next();
    if (!xml_.starts("gexf"))
      xml_.refuse("the document is <" + printable(xml_.name()) +
                  ">, not <gexf>; name its format "
                  "by --from");
    each_child(xml_, [this] {
      if (xml_.starts("graph"))
        read_graph();
      else
        xml_.skip();
    });
    while (xml_.next()) {
    }
    if (dynamic_)
      rows_.add_note({"dynamics-ignored", std::nullopt, 0,
                      "the graph changes in time; all its nodes and edges were taken, with the "
                      "first value of each attribute"});
    return std::move(rows_).network();
  }

 private:
  void read_graph();
  void read_declarations();
  void read_nodes();
  void read_edges();
  void read_node();
  void read_edge();
  template <typename Field, std::size_t count>
  void read_values(GraphFields<Field, count>& fields, const GraphKeys<Field, count>& keys);

  XmlReader xml_;
  GraphRows rows_;
  NodeKeys node_keys_;
  EdgeKeys edge_keys_;
  GraphNode node_;  // used again and again
  GraphEdge edge_;
  bool in_graph_ = false;
  bool dynamic_ = false;
};

void GexfReader::read_graph() {
  if (in_graph_) xml_.refuse("a second graph; keep one graph in a file");
  in_graph_ = true;
  dynamic_ = xml_.attribute("mode") == "dynamic";
  each_child(xml_, [this] {
    if (xml_.starts("attributes"))
      read_declarations();
    else if (xml_.starts("nodes"))
      read_nodes();
    else if (xml_.starts("edges"))
      read_edges();
    else
      xml_.skip();
  });
}

void GexfReader::read_declarations() {
  const std::string of = xml_.attribute("class").value_or("node");
  dynamic_ |= xml_.attribute("mode") == "dynamic";
  each_child(xml_, [&] {
    if (!xml_.starts("attribute")) return xml_.skip();
    const std::string id = needed(xml_, "id");
    const std::string called = xml_.attribute("title").value_or(id);
    std::string preset;
    each_child(xml_, [&] {
      if (xml_.starts("default"))
        preset = xml_.inner_text();
      else
        xml_.skip();
    });
    if (of == "node") node_keys_.declare(id, node_field(called), preset);
    if (of == "edge") edge_keys_.declare(id, edge_field(called), preset);
  });
}

void GexfReader::read_nodes() {
  each_child(xml_, [this] {
    if (xml_.starts("node"))
      read_node();
    else
      xml_.skip();
  });
}

void GexfReader::read_edges() {
  each_child(xml_, [this] {
    if (xml_.starts("edge"))
      read_edge();
    else
      xml_.skip();
  });
}

// <attvalues>: the values are in attributes. GEXF 1.0 says id where later ones say for.
template <typename Field, std::size_t count>
void GexfReader::read_values(GraphFields<Field, count>& fields,
                             const GraphKeys<Field, count>& keys) {
  each_child(xml_, [&] {
    if (xml_.starts("attvalue")) {
      const auto of = xml_.attribute("for");
      const auto field = keys.field(of ? *of : needed(xml_, "id"), xml_);
      const std::string value = xml_.attribute("value").value_or("");
      if (field && dynamic_)
        fields.put(*field, value);
      else if (field)
        put_once(fields, *field, value, xml_);
    }
    xml_.skip();
  });
}

void GexfReader::read_node() {
  node_.id = needed(xml_, "id");
  node_.fields.clear();
  node_.where = {xml_.line(), 0};
  const std::string label = xml_.attribute("label").value_or("");
  each_child(xml_, [this] {
    if (xml_.starts("attvalues"))
      read_values(node_.fields, node_keys_);
    else if (xml_.starts("nodes") || xml_.starts("edges"))
      xml_.refuse("a graph within the node '" + printable(node_.id) +
                  "'; ungroup it, a network has only tasks and units");
    else
      xml_.skip();
  });
  if (label != node_.id) node_.fields.put(NodeField::Label, label);
  node_.fields.fill(node_keys_.presets());
  rows_.add_node(node_);
}

void GexfReader::read_edge() {
  edge_.source = needed(xml_, "source");
  edge_.target = needed(xml_, "target");
  edge_.fields.clear();
  edge_.where = {xml_.line(), 0};
  const std::string kind = xml_.attribute("kind").value_or("");
  const std::string label = xml_.attribute("label").value_or("");
  each_child(xml_, [this] {
    if (xml_.starts("attvalues"))
      read_values(edge_.fields, edge_keys_);
    else
      xml_.skip();
  });
  edge_.fields.put(EdgeField::Kind, kind);
  edge_.fields.put(EdgeField::Label, label);
  edge_.fields.fill(edge_keys_.presets());
  rows_.add_edge(edge_);
}

}  // namespace

bool looks_like_gexf(std::string_view text) { return xml_root(text) == "gexf"; }

model::Network read_gexf(const Document& document) { return GexfReader(document).network(); }

}  // namespace respnet::io
