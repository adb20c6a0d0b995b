#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "io/cells.hpp"
#include "io/graphml_format.hpp"
#include "io/losses.hpp"
#include "io/output.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/graphml.hpp"

namespace respnet::io {
namespace {

using model::Network;

struct Key {
  std::string_view name;
  std::string_view type;
};

// The vocabulary that all graph formats share. Both sides have name, label, type, bipartite, kind
// and ref; the others belong to one side or to the edges.
constexpr std::array kNodeKeys{
    Key{"name", "string"},     Key{"label", "string"},   Key{"type", "boolean"},
    Key{"bipartite", "int"},   Key{"kind", "string"},    Key{"unit_kind", "string"},
    Key{"ref", "string"},      Key{"section", "string"}, Key{"deadline", "string"},
    Key{"due", "string"},      Key{"clause", "string"},  Key{"source_file", "string"},
    Key{"source_line", "int"},
};
constexpr std::array kEdgeKeys{
    Key{"role", "string"}, Key{"weight", "double"},   Key{"explicit", "boolean"},
    Key{"order", "int"},   Key{"source_line", "int"}, Key{"as_written", "string"},
};

// Ids of keys are unique over nodes and edges; what readers show is attr.name.
std::string edge_key(std::string_view name) { return "edge." + std::string(name); }

class GraphmlWriter {
 public:
  GraphmlWriter(const Network& network, const Sink& sink, const GraphmlColumns& columns)
      : network_(network), output_(sink), out_(output_.bytes), columns_(columns) {}

  void write();

 private:
  void declare_key(std::string_view id, std::string_view of, Key key);
  void declare_columns();
  void write_task(model::TaskId id);
  void write_unit(model::UnitId id);
  void write_edges(model::TaskId id);

  void open_data(std::string_view key) {
    out_ += "<data key=\"";
    append_xml(out_, key);
    out_ += "\">";
  }
  void data(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    open_data(key);
    append_xml(out_, text);
    out_ += "</data>";
  }
  void line_data(std::string_view key, std::uint32_t line) {
    if (line != 0) data(key, std::to_string(line));
  }
  void columns_data(const Table* table, std::size_t row);

  const Network& network_;
  Output output_;
  std::string& out_;
  const GraphmlColumns& columns_;
};

bool is_carried(const Column& column) {
  return column.id == "id" || column.id == "name" || column.id == "title";
}

std::string_view type_of(const Column& column) {
  if (std::holds_alternative<std::vector<std::string>>(column.values)) return "string";
  const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.values);
  if (whole == nullptr) return "double";
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  const bool small = std::ranges::all_of(
      *whole, [](std::int64_t value) { return value >= -most && value <= most; });
  return small ? "int" : "long";
}

void GraphmlWriter::declare_key(std::string_view id, std::string_view of, Key key) {
  out_ += " <key id=\"";
  append_xml(out_, id);
  out_ += "\" for=\"";
  out_ += of;
  out_ += "\" attr.name=\"";
  append_xml(out_, key.name);
  out_ += "\" attr.type=\"";
  out_ += key.type;
  out_ += "\"/>\n";
}

// A measure of both sides is one key; a column that repeats a name of ours is refused.
void GraphmlWriter::declare_columns() {
  std::vector<std::string_view> declared;
  for (const Key& key : kNodeKeys) declared.push_back(key.name);
  const std::size_t ours = declared.size();
  for (const Table* table : {columns_.units, columns_.tasks}) {
    if (table == nullptr) continue;
    for (const Column& column : table->columns) {
      if (is_carried(column)) continue;
      const auto found = std::ranges::find(declared, column.id);
      if (found - declared.begin() < static_cast<std::ptrdiff_t>(ours))
        throw std::invalid_argument("GraphML has a '" + column.id + "' of its own");
      if (found != declared.end()) continue;
      declared.push_back(column.id);
      declare_key(column.id, "node", {column.id, type_of(column)});
    }
  }
}

void GraphmlWriter::columns_data(const Table* table, std::size_t row) {
  if (table == nullptr) return;
  for (const Column& column : table->columns)
    if (!is_carried(column)) data(column.id, exact_cell(column, row));
}

void GraphmlWriter::write_task(model::TaskId id) {
  const model::Task task = network_.task(id);
  const std::string node = 't' + std::to_string(index(id) + 1);
  out_ += "  <node id=\"" + node + "\">";
  data("name", node);
  data("label", task.title.empty() ? task.id : task.title);
  data("type", "false");
  data("bipartite", "0");
  data("kind", "task");
  data("ref", task.id);
  if (task.section) data("section", network_.section(*task.section).id);
  data("deadline", task.deadline);
  data("due", task.due);
  std::string clauses;
  for (const model::Clause& clause : task.clauses)
    clauses.append(clauses.empty() ? "" : "\n").append(clause.text);
  data("clause", clauses);
  if (network_.source_count() > 0) data("source_file", network_.sources()[index(task.source)].path);
  line_data("source_line", task.lines.first);
  columns_data(columns_.tasks, index(id));
  out_ += "</node>\n";
  output_.end_row();
}

void GraphmlWriter::write_unit(model::UnitId id) {
  const std::string node = 'u' + std::to_string(index(id) + 1);
  out_ += "  <node id=\"" + node + "\">";
  data("name", node);
  data("label", network_.unit_name(id));
  data("type", "true");
  data("bipartite", "1");
  data("kind", "unit");
  data("unit_kind", name(network_.unit_kind(id)));
  data("ref", network_.unit_id(id));
  columns_data(columns_.units, index(id));
  out_ += "</node>\n";
  output_.end_row();
}

void GraphmlWriter::write_edges(model::TaskId id) {
  for (const model::AssignmentId at : network_.assignments(id)) {
    const model::Assignment row = network_.assignment(at);
    out_ += "  <edge source=\"t" + std::to_string(index(id) + 1) + "\" target=\"u" +
            std::to_string(index(row.unit) + 1) + "\">";
    data(edge_key("role"), name(row.role));
    data(edge_key("weight"), "1");
    data(edge_key("explicit"), row.is_explicit ? "true" : "false");
    data(edge_key("order"), std::to_string(row.order));
    line_data(edge_key("source_line"), row.line);
    data(edge_key("as_written"), row.as_written);
    out_ += "</edge>\n";
    output_.end_row();
  }
}

void GraphmlWriter::write() {
  out_ +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  for (const Key& key : kNodeKeys) declare_key(key.name, "node", key);
  declare_columns();
  for (const Key& key : kEdgeKeys) declare_key(edge_key(key.name), "edge", key);
  out_ += " <graph edgedefault=\"undirected\">\n";
  for (const model::TaskId task : network_.task_ids()) write_task(task);
  for (const model::UnitId unit : network_.unit_ids()) write_unit(unit);
  for (const model::TaskId task : network_.task_ids()) write_edges(task);
  out_ += " </graph>\n</graphml>\n";
  output_.flush();
}

void check_rows(const Table* table, std::size_t rows) {
  if (table != nullptr && table->rows() != rows)
    throw std::invalid_argument("GraphML columns '" + table->id + "' have " +
                                std::to_string(table->rows()) + " rows, the network has " +
                                std::to_string(rows));
}

}  // namespace

void write_graphml(const Network& network, const Sink& sink, const GraphmlColumns& columns) {
  check_rows(columns.units, network.unit_count());
  check_rows(columns.tasks, network.task_count());
  GraphmlWriter(network, sink, columns).write();
}

void write_plain_graphml(const Network& network, const Sink& sink) { write_graphml(network, sink); }

std::vector<std::string> graphml_losses(const Network& network) {
  std::vector<std::string> losses;
  std::size_t replaced = 0;
  std::string ignored;
  const auto count = [&](std::string_view text) {
    ignored.clear();
    replaced += append_xml(ignored, text);
  };
  for (const model::TaskId id : network.task_ids()) {
    const model::Task task = network.task(id);
    for (const std::string_view text : {task.id, task.title, task.deadline}) count(text);
    for (const model::Clause& clause : task.clauses) count(clause.text);
  }
  for (const model::UnitId id : network.unit_ids()) count(network.unit_name(id));
  if (replaced > 0)
    losses.push_back(std::to_string(replaced) +
                     " control characters that XML does not allow are replaced by U+FFFD");
  if (network.section_count() > 0) losses.emplace_back("titles of sections are left out");
  if (has_evidence(network)) losses.emplace_back("spans of clauses and names are left out");
  if (has_targets(network)) losses.emplace_back("targets are left out");
  add_details_lost(network, losses);
  return losses;
}

}  // namespace respnet::io
