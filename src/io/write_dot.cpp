#include <cmath>
#include <cstdio>
#include <string>

#include "io/graph_columns.hpp"
#include "io/graph_formats.hpp"
#include "io/output.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

using model::Network;

// In quotes `"` and `\` are escaped. A label is an escString that knows entities, so `&` is too.
void append_quoted(std::string& out, std::string_view text, bool is_label = false) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\r') continue;
    if (c == '&' && is_label)
      out += "&amp;";
    else
      out += c;
  }
  out += '"';
}

// Attributes in brackets that are open. What is undefined is left out.
struct DotFields {
  std::string& out;

  void text(std::string_view name, std::string_view value) const {
    open(name);
    append_quoted(out, value, name == "label");
  }
  void flag(std::string_view name, bool value) const { text(name, value ? "true" : "false"); }
  void whole(std::string_view name, std::int64_t value) const {
    open(name);
    out += std::to_string(value);
  }
  void real(std::string_view name, double value) const {
    if (!std::isfinite(value)) return;
    open(name);
    append_quoted(out, number(value));  // 1e-05 is no number in DOT
  }

 private:
  void open(std::string_view name) const {
    if (!out.ends_with('[')) out += ", ";
    append_quoted(out, name);
    out += '=';
  }
};

void look(const DotFields& fields, const NodeLook* look) {
  if (look == nullptr) return;
  char color[8];
  std::snprintf(color, sizeof color, "#%02x%02x%02x", look->red, look->green, look->blue);
  fields.text("fillcolor", color);
  fields.text("style", "filled");
}

std::string_view shape(model::TaskId) { return "box"; }
std::string_view shape(model::UnitId) { return "ellipse"; }

}  // namespace

void write_dot(const Network& network, const Sink& sink, const Attachments& with) {
  const auto measures = measure_columns(network, with);
  Output output(sink);
  std::string& out = output.bytes;
  // A comment ends at */, and JSON may write / with a backslash before it.
  if (with.run != nullptr) {
    out += "/* ";
    for (const char c : run_json(*with.run))
      out += c == '/' ? std::string("\\/") : std::string(1, c);
    out += " */\n";
  }
  out += "graph respnet {\n  graph [charset=\"UTF-8\"";
  const DotFields fields{out};
  if (!network.title().empty()) fields.text("label", network.title());
  out += "];\n  node [fontname=\"Noto Sans CJK SC, sans-serif\"];\n";
  each_node(
      network, measures, fields, [&](auto id) { out += "  " + node_name(id) + " ["; },
      [&](auto id) {
        fields.text("shape", shape(id));
        look(fields, look_of(with, id));
        out += "];\n";
        output.end_row();
      });
  each_edge(network, [&](model::TaskId task, const model::Assignment& row) {
    out += "  " + node_name(task) + " -- " + node_name(row.unit) + " [";
    edge_fields(row, fields);
    out += "];\n";
    output.end_row();
  });
  out += "}\n";
  output.flush();
}

}  // namespace respnet::io
