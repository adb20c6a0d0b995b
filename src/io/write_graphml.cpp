#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <deque>
#include <string>

#include "io/graph_columns.hpp"
#include "io/graph_formats.hpp"
#include "io/losses.hpp"
#include "io/output.hpp"
#include "io/row_text.hpp"
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
constexpr std::string_view kEdgeEnd = "</edge>\n";

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
  RowText& out;
  std::string_view prefix = {};

  void text(std::string_view name, std::string_view value) const {
    if (is_plain(value)) {
      put(name, value);
    } else {
      put(name, escape_xml(value));
    }
  }
  void flag(std::string_view name, bool value) const { put(name, value ? "true" : "false"); }
  void whole(std::string_view name, std::int64_t value) const {
    std::array<char, 24> digits{};
    const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    put(name, {digits.data(), end});
  }
  void real(std::string_view name, double value) const {
    if (!std::isfinite(value)) return;
    std::string digits;
    append_number(digits, value);
    put(name, digits);
  }

 private:
  // Most text is: ASCII without markup.
  static bool is_plain(std::string_view text) {
    return std::ranges::none_of(text, [](char c) {
      return c < 0x20 || c == 0x7F || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'';
    });
  }
  void put(std::string_view name, std::string_view value) const {
    constexpr std::string_view begin = "<data key=\"", end = "</data>";
    out.reserve(begin.size() + prefix.size() + name.size() + 2 + value.size() + end.size());
    out.append(begin);
    out.append(prefix);
    out.append(name);
    out.append("\">");
    out.append(value);
    out.append(end);
  }
};

// What edges of a kind say alike, put into words once: most of a large file.
class EdgeKinds {
 public:
  EdgeKinds() {
    for (int role = 0; role < model::kRoles; ++role)
      for (const bool is_explicit : {false, true})
        for (std::uint32_t order = 0; order < kOrders; ++order)
          set({.role = static_cast<model::Role>(role), .is_explicit = is_explicit, .order = order});
  }
  /// The words of an edge that says nothing else and ends with them; null where it is not known.
  const std::string* whole(const model::Assignment& row) const {
    if (row.order >= kOrders || row.line != 0 || !row.as_written.empty()) return nullptr;
    return &texts_[place(row)];
  }

 private:
  static constexpr std::uint32_t kOrders = 32;  // few tasks have more units

  static std::size_t place(const model::Assignment& row) {
    return (2 * static_cast<std::size_t>(row.role) + (row.is_explicit ? 1 : 0)) * kOrders +
           row.order;
  }
  void set(const model::Assignment& row) {
    RowText out(texts_[place(row)]);
    edge_fields(row, DataFields{out, kOfEdges});
    out.reserve(kEdgeEnd.size());
    out.append(kEdgeEnd);
  }

  std::array<std::string, std::size_t{2} * model::kRoles * kOrders> texts_;
};

constexpr std::string_view kNodeBegin = "  <node id=\"", kEdgeBegin = "  <edge source=\"t",
                           kBehindSource = "\" target=\"u", kBehindName = "\">";
constexpr std::size_t kRoomForNumbers = 64;

void append_node(RowText& out, const Network& network, const std::vector<GraphColumn>& measures,
                 auto id) {
  out.reserve(kNodeBegin.size() + kBehindName.size() + kRoomForNumbers);
  out.append(kNodeBegin);
  out.append(node_name(id));
  out.append(kBehindName);
  node_fields(network, measures, id, DataFields{out});
  constexpr std::string_view end = "</node>\n";
  out.reserve(end.size());
  out.append(end);
}

void append_edges(RowText& out, const Network& network, model::TaskId task,
                  const EdgeKinds& kinds) {
  for (const model::AssignmentId at : network.assignments(task)) {
    const model::Assignment row = network.assignment(at);
    const std::string* const words = kinds.whole(row);
    out.reserve(kEdgeBegin.size() + kBehindSource.size() + kBehindName.size() + kRoomForNumbers +
                (words == nullptr ? 0 : words->size()));
    out.append(kEdgeBegin);
    out.append_number(index(task) + 1);
    out.append(kBehindSource);
    out.append_number(index(row.unit) + 1);
    out.append(kBehindName);
    if (words != nullptr) {
      out.append(*words);
      continue;
    }
    edge_fields(row, DataFields{out, kOfEdges});
    out.reserve(kEdgeEnd.size());
    out.append(kEdgeEnd);
  }
}

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

  const auto rows = [&](std::size_t count, const auto& append_row) {
    output.rows(count, [&](std::string& bytes, std::size_t begin, std::size_t end) {
      RowText out(bytes);
      for (std::size_t row = begin; row < end; ++row) append_row(out, row);
    });
  };
  rows(network.task_count(), [&](RowText& out, std::size_t row) {
    append_node(out, network, measures, static_cast<model::TaskId>(row));
  });
  rows(network.unit_count(), [&](RowText& out, std::size_t row) {
    append_node(out, network, measures, static_cast<model::UnitId>(row));
  });
  const EdgeKinds kinds;
  rows(network.task_count(), [&](RowText& out, std::size_t row) {
    append_edges(out, network, static_cast<model::TaskId>(row), kinds);
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
