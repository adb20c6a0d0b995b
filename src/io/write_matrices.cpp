// Formats that know little more than a matrix: Matrix Market, UCINET DL and Pajek.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "io/graph_columns.hpp"
#include "io/graph_formats.hpp"
#include "io/losses.hpp"
#include "io/output.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

using model::Network;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}

// Text that has to stay on its line.
void append_line(std::string& out, std::string_view text) {
  for (const char c : text) out += is_control(c) ? ' ' : c;
}

void write_comment(std::string& out, const Attachments& with) {
  if (with.run != nullptr) out += "% " + run_json(*with.run) + "\n";
}

/// Tells each assignment by the numbers of its task and its unit, from 1.
void write_edges(const Network& network, std::size_t first_unit, std::string_view end,
                 Output& output) {
  edge_rows(network, output, [&](std::string& out, model::TaskId task, model::AssignmentId at) {
    append_number(out, index(task) + 1);
    out += ' ';
    append_number(out, first_unit + index(network.unit_of(at)));
    out += end;
  });
}

void append_label(std::string& out, auto id) {
  append_name(out, id);
  out += '\n';
}

// How a reader takes a backslash inside quotes.
enum class Backslash : std::uint8_t { Itself, Escapes };

// A label stands in quotes that nothing can escape.
void append_vertex(std::string& out, std::size_t number, std::string_view label,
                   Backslash backslash) {
  append_number(out, number);
  out += " \"";
  const std::size_t begin = out.size();
  append_line(out, label);
  for (std::size_t i = begin; i < out.size(); ++i)
    if (out[i] == '"') out[i] = '\'';
  if (backslash == Backslash::Escapes)
    for (std::size_t i = out.find('\\', begin); i != std::string::npos; i = out.find('\\', i + 2))
      out.insert(i, 1, '\\');
  out += "\"\n";
}

void write_pajek_network(const Network& network, bool is_two_mode, Output& output) {
  const std::size_t tasks = network.task_count();
  output.bytes += "*Vertices " + std::to_string(tasks + network.unit_count()) +
                  (is_two_mode ? ' ' + std::to_string(tasks) : "") + '\n';
  // The one-mode file is for NetworkX, which splits lines as a shell does.
  const Backslash backslash = is_two_mode ? Backslash::Itself : Backslash::Escapes;
  task_rows(network, output, [&](std::string& out, model::TaskId id) {
    append_vertex(out, index(id) + 1, network.task_id(id), backslash);
  });
  unit_rows(network, output, [&](std::string& out, model::UnitId id) {
    append_vertex(out, tasks + index(id) + 1, network.unit_name(id), backslash);
  });
  output.bytes += "*Edges\n";
  write_edges(network, tasks + 1, " 1\n", output);
}

// A value of a vector; Pajek writes what is missing as 999999998.
struct VectorField {
  std::string& out;
  void text(std::string_view, std::string_view) const {}
  void whole(std::string_view, std::int64_t value) const { append_number(out, value); }
  void real(std::string_view, double value) const {
    append_number(out, std::isfinite(value) ? value : 999999998);
  }
};

void add_names_changed(const Network& network, auto&& is_replaced,
                       std::vector<std::string>& losses) {
  const auto is_changed = [&](std::string_view name) {
    return std::ranges::any_of(name, is_replaced);
  };
  const auto changed =
      std::ranges::count_if(network.task_ids(),
                            [&](auto id) { return is_changed(network.task_id(id)); }) +
      std::ranges::count_if(network.unit_ids(),
                            [&](auto id) { return is_changed(network.unit_name(id)); });
  if (changed > 0)
    losses.push_back("quotes or control characters are replaced in " + std::to_string(changed) +
                     " names");
}

std::vector<std::string> matrix_losses(const Network& network) {
  std::vector<std::string> losses = losses_beyond_names(network);
  if (network.assignment_count() > 0)
    losses.emplace_back("roles, and the order of units, are left out");
  if (!network.title().empty() || network.source_count() > 0)
    losses.emplace_back("the title and sources of the network are left out");
  return losses;
}

}  // namespace

void write_matrix_market(const Network& network, const Sink& sink, const Attachments& with) {
  Output output(sink, with.threads);
  output.bytes += "%%MatrixMarket matrix coordinate pattern general\n";
  write_comment(output.bytes, with);
  const auto append_comment = [](std::string& out, std::string_view what, std::size_t number,
                                 std::string_view label) {
    out.append("% ").append(what) += ' ';
    append_number(out, number);
    out += ' ';
    append_line(out, label);
    out += '\n';
  };
  task_rows(network, output, [&](std::string& out, model::TaskId id) {
    append_comment(out, "row", index(id) + 1, network.task_id(id));
  });
  unit_rows(network, output, [&](std::string& out, model::UnitId id) {
    append_comment(out, "column", index(id) + 1, network.unit_name(id));
  });
  output.bytes += std::to_string(network.task_count()) + ' ' +
                  std::to_string(network.unit_count()) + ' ' +
                  std::to_string(network.assignment_count()) + '\n';
  write_edges(network, 1, "\n", output);
  output.flush();
}

void write_dl(const Network& network, const Sink& sink, const Attachments& with) {
  Output output(sink, with.threads);
  output.bytes += "dl nr=" + std::to_string(network.task_count()) +
                  " nc=" + std::to_string(network.unit_count()) +
                  " format=edgelist2\nrow labels:\n";
  task_rows(network, output, append_label<model::TaskId>);
  output.bytes += "column labels:\n";
  unit_rows(network, output, append_label<model::UnitId>);
  output.bytes += "data:\n";
  write_edges(network, 1, " 1\n", output);
  output.flush();
}

void write_one_mode_dl(const Network& network, const Sink& sink, const Attachments& with) {
  Output output(sink, with.threads);
  output.bytes += "dl n=" + std::to_string(network.task_count() + network.unit_count()) +
                  "\nformat=edgelist1\nlabels:\n";
  task_rows(network, output, append_label<model::TaskId>);
  unit_rows(network, output, append_label<model::UnitId>);
  output.bytes += "data:\n";
  write_edges(network, network.task_count() + 1, " 1\n", output);
  output.flush();
}

void write_pajek(const Network& network, const Sink& sink, const Attachments& with) {
  Output output(sink, with.threads);
  write_pajek_network(network, true, output);
  output.flush();
}

void write_one_mode_pajek(const Network& network, const Sink& sink, const Attachments& with) {
  Output output(sink, with.threads);
  write_pajek_network(network, false, output);
  output.flush();
}

void write_pajek_project(const Network& network, const Sink& sink, const Attachments& with) {
  Output output(sink, with.threads);
  output.bytes += "\xEF\xBB\xBF";  // else Pajek takes it for the code page of the machine
  write_comment(output.bytes, with);
  output.bytes += "*Network respnet\n";
  write_pajek_network(network, true, output);
  const std::string vertices =
      "*Vertices " + std::to_string(network.task_count() + network.unit_count()) + '\n';
  output.bytes += "\n*Partition side (1 task, 2 unit)\n" + vertices;
  task_rows(network, output, [](std::string& out, model::TaskId) { out += "1\n"; });
  unit_rows(network, output, [](std::string& out, model::UnitId) { out += "2\n"; });
  for (const GraphColumn& column : measure_columns(network, with)) {
    if (column.type == ValueType::Text) continue;
    output.bytes += "\n*Vector " + std::string(column.name) + '\n' + vertices;
    const auto append_value = [&](std::string& out, const Column* side, std::size_t row) {
      if (side == nullptr)
        out += "999999998";
      else
        column_field(column.name, *side, row, VectorField{out});
      out += '\n';
    };
    task_rows(network, output, [&](std::string& out, model::TaskId id) {
      append_value(out, column.tasks, index(id));
    });
    unit_rows(network, output, [&](std::string& out, model::UnitId id) {
      append_value(out, column.units, index(id));
    });
  }
  output.flush();
}

std::vector<std::string> pajek_losses(const Network& network) {
  std::vector<std::string> losses = matrix_losses(network);
  add_names_changed(
      network, [](char c) { return is_control(c) || c == '"'; }, losses);
  return losses;
}

std::vector<std::string> matrix_market_losses(const Network& network) {
  std::vector<std::string> losses = matrix_losses(network);
  add_names_changed(network, is_control, losses);
  return losses;
}

std::vector<std::string> dl_losses(const Network& network) {
  std::vector<std::string> losses = matrix_losses(network);
  losses.emplace_back(
      "UCINET cuts and changes labels, so tasks are t1, t2, … and units u1, u2, … by place; the "
      "folder of CSV files (-o FOLDER/) has their names");
  return losses;
}

}  // namespace respnet::io
