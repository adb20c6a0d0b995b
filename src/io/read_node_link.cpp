#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/graph_formats.hpp"
#include "io/graph_rows.hpp"
#include "io/json_rows.hpp"
#include "io/json_tree.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

// A value as text; empty where it is no plain value.
std::string plain(JsonValue value) {
  switch (value.kind()) {
    case JsonKind::String:
      return std::string(value.text());
    case JsonKind::Boolean:
      return value.boolean() ? "true" : "false";
    case JsonKind::Integer:
      return std::to_string(value.integer());
    case JsonKind::Real:
      return number(value.real());
    default:
      return {};
  }
}

class NodeLinkReader {
 public:
  explicit NodeLinkReader(const Document& document)
      : tree_(document.text, document.file),
        source_(document.text, document.file),
        rows_(document) {}

  model::Network network();

 private:
  void read_title(const JsonRow& root);
  void read_node(const JsonRow& row);
  void read_edge(const JsonRow& row);
  std::string id_in(JsonValue value);
  std::string end(const JsonRow& row, std::array<std::string_view, 2> names);
  template <typename Fields, typename FieldOf>
  void read_fields(JsonValue object, Fields& fields, FieldOf field_of);

  JsonTree tree_;
  JsonSource source_;
  GraphRows rows_;
  GraphNode node_;  // used again and again
  GraphEdge edge_;
  std::vector<std::string> ids_;  // by place
  bool has_number_ids_ = false;
  std::size_t by_place_ = 0;
};

// Attributes stand in the object itself, or in one below: graphology, Cytoscape.
template <typename Fields, typename FieldOf>
void NodeLinkReader::read_fields(JsonValue object, Fields& fields, FieldOf field_of) {
  for (auto item = object.begin(); item != object.end(); ++item) {
    const JsonValue key = *item;
    const JsonValue value = *++item;
    if (value.kind() == JsonKind::Object && (key.text() == "attributes" || key.text() == "data")) {
      read_fields(value, fields, field_of);
      continue;
    }
    const auto field = field_of(key.text());
    if (field && !fields.put(*field, plain(value)))
      source_.refuse(value, "two values for '" + std::string(name(*field)) + "', '" +
                                printable(fields[*field]) + "' and '" + printable(plain(value)) +
                                "'; keep one");
  }
}

std::string NodeLinkReader::id_in(JsonValue value) {
  std::string id = plain(value);
  if (id.empty())
    source_.refuse(value,
                   "an id must be text or a number, not " +
                       (value.kind() == JsonKind::String ? std::string("empty")
                                                         : std::string(in_words(value.kind()))));
  return id;
}

// What Cytoscape keeps in "data".
JsonRow inner(JsonSource& source, const JsonRow& row, std::string_view what) {
  const auto data = row.find("data");
  return data ? JsonRow(source, *data, what) : row;
}

void NodeLinkReader::read_node(const JsonRow& row) {
  const JsonRow data = inner(source_, row, "a node");
  auto id = data.find("id");
  if (!id) id = data.find("key");
  node_.where = row.position();
  node_.id = id ? id_in(*id) : std::to_string(ids_.size());
  has_number_ids_ |= !id || id->kind() != JsonKind::String;
  ids_.push_back(node_.id);
  node_.fields.clear();
  read_fields(row.value(), node_.fields, node_field);
  rows_.add_node(node_);
}

// By id; by place where ids are texts and the edge has a number, as D3 and old NetworkX write it.
std::string NodeLinkReader::end(const JsonRow& row, std::array<std::string_view, 2> names) {
  auto value = row.find(names[0]);
  if (!value) value = row.find(names[1]);
  if (!value) value = row.at(names[0]);
  if (value->kind() != JsonKind::Integer || has_number_ids_) return id_in(*value);
  if (value->integer() < 0 || static_cast<std::uint64_t>(value->integer()) >= ids_.size())
    source_.refuse(*value, "an edge to node number " + std::to_string(value->integer()) +
                               ", and there are " + std::to_string(ids_.size()) +
                               "; count from 0 or name the node's id");
  ++by_place_;
  return ids_[static_cast<std::size_t>(value->integer())];
}

void NodeLinkReader::read_edge(const JsonRow& row) {
  const JsonRow data = inner(source_, row, "an edge");
  edge_.where = row.position();
  edge_.source = end(data, {"source", "from"});
  edge_.target = end(data, {"target", "to"});
  edge_.fields.clear();
  read_fields(row.value(), edge_.fields, edge_field);
  rows_.add_edge(edge_);
}

void NodeLinkReader::read_title(const JsonRow& root) {
  for (const std::string_view key : {"graph", "data"}) {
    const auto about = root.find(key);
    if (!about || about->kind() != JsonKind::Object) continue;
    const JsonRow row(source_, *about, "the graph");
    auto title = row.find("title");
    if (!title) title = row.find("name");
    if (title && title->kind() == JsonKind::String) rows_.set_title(std::string(title->text()));
  }
}

model::Network NodeLinkReader::network() {
  const JsonRow root(source_, tree_.root(), "a graph");
  read_title(root);
  const auto elements = root.find("elements");
  const JsonRow graph = elements ? JsonRow(source_, *elements, "\"elements\"") : root;
  graph.at("nodes");
  const auto nodes = graph.rows("nodes", "a node");
  if (nodes.empty())
    source_.refuse(graph.at("nodes"), "the graph has no nodes; check how it was made");
  for (const JsonRow& row : nodes) read_node(row);
  const std::string_view edges = graph.find("links") ? "links" : "edges";
  if (!elements) graph.at(edges);
  for (const JsonRow& row : graph.rows(edges, "an edge")) read_edge(row);
  if (by_place_ > 0)
    rows_.add_note({"ends-by-place", std::nullopt, 0,
                    std::to_string(by_place_) +
                        " ends of edges are numbers and no ids; they were taken for places in the "
                        "list of nodes, from 0"});
  return std::move(rows_).network();
}

// Walks over the keys at the top of a JSON object, true or broken.
class TopKeys {
 public:
  explicit TopKeys(std::string_view text) : text_(text) {}

  /// Passes to the value behind the next key.
  bool next() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        const std::string_view held = string();
        if (depth_ != 1 || !follows(':')) continue;
        key_ = held;
        return true;
      }
      depth_ += c == '{' || c == '[';
      depth_ -= c == '}' || c == ']';
      ++at_;
    }
    return false;
  }
  std::string_view key() const { return key_; }
  /// The value, and all that is behind it.
  std::string_view value() const { return text_.substr(at_); }

 private:
  std::string_view string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2U : 1U;
    const std::size_t end = std::min(at_++, text_.size());
    return text_.substr(begin, end - begin);
  }
  bool follows(char wanted) {
    at_ = std::min(text_.find_first_not_of(" \t\r\n", std::min(at_, text_.size())), text_.size());
    if (at_ == text_.size() || text_[at_] != wanted) return false;
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_ + 1), text_.size());
    return true;
  }

  std::string_view text_;
  std::string_view key_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

bool looks_like_node_link(std::string_view text) {
  if (!trimmed(text.substr(0, 4096)).starts_with('{')) return false;
  TopKeys keys(text);
  while (keys.next()) {
    if (keys.key() == "schema") return false;
    if (keys.key() == "nodes" && keys.value().starts_with('[')) return true;
    if (keys.key() == "elements" && keys.value().starts_with('{')) return true;
  }
  return false;
}

model::Network read_node_link(const Document& document) {
  return NodeLinkReader(document).network();
}

}  // namespace respnet::io
