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
    append_number(out, value);
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
  Output output(sink, with.threads);
  std::string& head = output.bytes;
  // A comment ends at */, and JSON may write / with a backslash before it.
  if (with.run != nullptr) {
    head += "/* ";
    for (const char c : run_json(*with.run))
      head += c == '/' ? std::string("\\/") : std::string(1, c);
    head += " */\n";
  }
  head += "graph respnet {\n  graph [charset=\"UTF-8\"";
  if (!network.title().empty()) DotFields{head}.text("label", network.title());
  head += "];\n  node [fontname=\"Noto Sans CJK SC, sans-serif\"];\n";
  node_rows(network, output, [&](std::string& out, auto id) {
    const DotFields fields{out};
    out += "  ";
    append_name(out, id);
    out += " [";
    node_fields(network, measures, id, fields);
    fields.text("shape", shape(id));
    look(fields, look_of(with, id));
    out += "];\n";
  });
  edge_rows(network, output, [&](std::string& out, model::TaskId task, model::AssignmentId at) {
    const model::Assignment row = network.assignment(at);
    out += "  ";
    append_name(out, task);
    out += " -- ";
    append_name(out, row.unit);
    out += " [";
    edge_fields(row, DotFields{out});
    out += "];\n";
  });
  output.bytes += "}\n";
  output.flush();
}

}  // namespace respnet::io
