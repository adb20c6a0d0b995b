#include "respnet/io/csv_folder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "io/cells.hpp"
#include "io/csv_text.hpp"
#include "io/graph_columns.hpp"
#include "io/output.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/tables.hpp"

namespace respnet::io {
namespace {

using model::Network;

constexpr std::array<std::string_view, 4> kLevels{"network", "units", "tasks", "pairs"};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
using Columns = std::vector<std::string_view>;

void append_header(std::string& out, const Columns& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) out += ',';
    append_csv(out, columns[i]);
  }
  out += '\n';
}

/// One row of a CSV file: told its fields in the order of the columns, some of which it may lack.
/// What is no column is left out.
class CsvRow {
 public:
  CsvRow(const Columns& columns, std::string& out) : columns_(columns), out_(out) {}
  ~CsvRow() {
    go_to(columns_.size() - 1);
    out_ += '\n';
  }
  CsvRow(const CsvRow&) = delete;
  CsvRow& operator=(const CsvRow&) = delete;

  void text(std::string_view column, std::string_view value) {
    if (open(column)) append_csv(out_, value);
  }
  void flag(std::string_view column, bool value) {
    if (open(column)) out_ += value ? "true" : "false";
  }
  // Numbers get no apostrophe for their minus: they are no formulas.
  void whole(std::string_view column, std::int64_t value) {
    if (open(column)) append_number(out_, value);
  }
  void real(std::string_view column, double value) {
    if (std::isfinite(value) && open(column)) append_number(out_, value);
  }

 private:
  bool open(std::string_view column) {
    const auto found =
        std::find(columns_.begin() + static_cast<std::ptrdiff_t>(begun_), columns_.end(), column);
    if (found == columns_.end()) return false;
    go_to(static_cast<std::size_t>(found - columns_.begin()));
    return true;
  }
  void go_to(std::size_t column) {
    for (; begun_ <= column; ++begun_)
      if (begun_ > 0) out_ += ',';
  }

  const Columns& columns_;
  std::string& out_;
  std::size_t begun_ = 0;  // fields whose place was reached
};

void write_nodes(const Network& network, const std::vector<GraphColumn>& measures, Output& output) {
  Columns columns{"id"};
  for (const GraphColumn& column : kNodeColumns)
    if (column.name != "name") columns.push_back(column.name);
  for (const GraphColumn& column : measures) columns.push_back(column.name);
  append_header(output.bytes, columns);
  node_rows(network, output, [&](std::string& out, auto id) {
    CsvRow row(columns, out);
    row.text("id", node_name(id));
    node_fields(network, measures, id, row);
  });
}

void write_edges(const Network& network, Output& output) {
  Columns columns{"source", "target"};
  for (const GraphColumn& column : kEdgeColumns) columns.push_back(column.name);
  append_header(output.bytes, columns);
  edge_rows(network, output, [&](std::string& out, model::TaskId task, model::AssignmentId at) {
    const model::Assignment assignment = network.assignment(at);
    CsvRow row(columns, out);
    row.text("source", node_name(task));
    row.text("target", node_name(assignment.unit));
    edge_fields(assignment, row);
  });
}

// Units of one name are told apart by their ids.
std::vector<std::string> unit_headings(const Network& network) {
  std::map<std::string_view, std::size_t> times;
  for (const model::UnitId id : network.unit_ids()) ++times[network.unit_name(id)];
  std::vector<std::string> headings;
  for (const model::UnitId id : network.unit_ids()) {
    const std::string_view name = network.unit_name(id);
    headings.push_back(std::string(name) +
                       (times[name] > 1 ? " [" + network.unit_id(id) + "]" : ""));
  }
  return headings;
}

void write_incidence(const Network& network, Output& output) {
  output.bytes += "task";
  for (const std::string& heading : unit_headings(network)) {
    output.bytes += ',';
    append_csv(output.bytes, heading);
  }
  output.bytes += '\n';
  std::string cells(network.unit_count(), ' ');
  for (const model::TaskId task : network.task_ids()) {
    for (const model::AssignmentId at : network.assignments(task))
      cells[index(network.unit_of(at))] =
          static_cast<char>(name(network.role_of(at)).front() - 'a' + 'A');
    append_csv(output.bytes, network.task_id(task));
    for (char& cell : cells) {
      output.bytes += ',';
      if (cell != ' ') output.bytes += cell;
      cell = ' ';
    }
    output.bytes += '\n';
    output.end_row();
  }
}

void write_sections(const Network& network, Output& output) {
  const Columns columns{"id", "title", "parent", "source"};
  append_header(output.bytes, columns);
  for (const model::SectionId id : network.section_ids()) {
    const model::Section section = network.section(id);
    CsvRow row(columns, output.bytes);
    row.text("id", section.id);
    row.text("title", section.title);
    if (section.parent) row.text("parent", network.section(*section.parent).id);
    if (network.source_count() > 0) row.text("source", network.sources()[index(section.source)].id);
  }
}

void write_sources(const Network& network, Output& output) {
  const Columns columns{"id",   "path",     "title",    "number", "issuer",
                        "date", "language", "encoding", "sha256"};
  append_header(output.bytes, columns);
  for (const model::Source& source : network.sources()) {
    CsvRow row(columns, output.bytes);
    row.text("id", source.id);
    row.text("path", source.path);
    row.text("title", source.title);
    row.text("number", source.number);
    row.text("issuer", source.issuer);
    row.text("date", source.date);
    row.text("language", source.language);
    row.text("encoding", source.encoding);
    row.text("sha256", source.sha256);
  }
}

void write_notes(const Network& network, Output& output) {
  const Columns columns{"code", "task", "line", "message"};
  append_header(output.bytes, columns);
  for (const model::Note& note : network.notes()) {
    {
      CsvRow row(columns, output.bytes);
      row.text("code", note.code);
      if (note.task) row.text("task", network.task_id(*note.task));
      if (note.line != 0) row.whole("line", note.line);
      row.text("message", note.message);
    }
    output.end_row();
  }
}

// A row a value, as dplyr and ggplot like it. What is undefined has an empty value.
void write_long_metrics(const Attachments& with, Output& output) {
  output.bytes += "level,id,name,measure,value\n";
  for (const std::string_view level : kLevels) {
    const Table* table = with.table(level);
    if (table == nullptr || level == "pairs") continue;
    const Column* id = nullptr;
    const Column* name = nullptr;
    for (const Column& column : table->columns) {
      if (column.id == "id") id = &column;
      if (column.id == "name" || column.id == "title") name = &column;
    }
    output.each_row(table->rows(), [&](std::string& out, std::size_t row) {
      for (const Column& column : table->columns) {
        if (&column == id || &column == name) continue;
        out.append(level) += ',';
        for (const Column* who : {id, name}) {
          if (who != nullptr) append_csv(out, exact_cell(*who, row));
          out += ',';
        }
        out.append(column.id) += ',';
        append_csv_cell(out, column, row);
        out += '\n';
      }
    });
  }
}

std::string metrics_file(std::string_view level) {
  return "metrics-" + std::string(level) + ".csv";
}

}  // namespace

std::vector<FileContent> metrics_csv(const Attachments& with) {
  std::vector<FileContent> files;
  for (const std::string_view level : kLevels)
    if (const Table* table = with.table(level))
      files.push_back({metrics_file(level),
                       std::string(with.csv_bom ? kByteOrderMark : "") + csv_table(*table)});
  return files;
}

CsvFolder csv_folder(const Network& network, const Attachments& with) {
  constexpr std::size_t most_cells = 10'000'000;
  CsvFolder folder;
  const auto add_plain = [&](std::string name, auto write) {
    folder.files.push_back({std::move(name), std::move(write)});
  };
  const auto add = [&](std::string name, auto write) {
    add_plain(std::move(name), [write, with](const Sink& sink) {
      Output output(sink, with.threads);
      if (with.csv_bom) output.bytes += kByteOrderMark;
      write(output);
      output.flush();
    });
  };
  const auto add_table = [&](std::string name, const Table& table) {
    add_plain(std::move(name), [&table, with](const Sink& sink) {
      if (with.csv_bom) sink(kByteOrderMark);
      write_csv_table(table, sink, with.threads);
    });
  };
  add("nodes.csv", [&network, measures = measure_columns(network, with)](Output& output) {
    write_nodes(network, measures, output);
  });
  add("edges.csv", [&network](Output& output) { write_edges(network, output); });
  if (network.task_count() * network.unit_count() <= most_cells)
    add("incidence.csv", [&network](Output& output) { write_incidence(network, output); });
  else
    folder.left_out.push_back(
        "incidence.csv was left out: " + std::to_string(network.task_count()) + " tasks × " +
        std::to_string(network.unit_count()) +
        " units are more than 10 million cells; use edges.csv, or -o FILE.mtx");
  // Even where there are none: else those of another network could stay in the folder.
  add("sections.csv", [&network](Output& output) { write_sections(network, output); });
  add("sources.csv", [&network](Output& output) { write_sources(network, output); });
  add("notes.csv", [&network](Output& output) { write_notes(network, output); });
  for (const std::string_view level : kLevels)
    if (const Table* table = with.table(level)) add_table(metrics_file(level), *table);
  if (!with.tables.empty())
    add("metrics-long.csv", [with](Output& output) { write_long_metrics(with, output); });
  if (with.catalog != nullptr) add_table("catalog.csv", *with.catalog);
  if (with.run != nullptr)
    add_plain("run.json", [run = with.run](const Sink& sink) { sink(run_json(*run) + "\n"); });
  return folder;
}

}  // namespace respnet::io
