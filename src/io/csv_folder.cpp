#include "respnet/io/csv_folder.hpp"

#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include "io/cells.hpp"
#include "io/csv_text.hpp"
#include "io/graph_columns.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/tables.hpp"

namespace respnet::io {
namespace {

using model::Network;

constexpr std::array<std::string_view, 4> kLevels{"network", "units", "tasks", "pairs"};

/// A CSV file of named columns, some of which a row may lack.
class CsvRows {
 public:
  explicit CsvRows(const std::vector<std::string_view>& columns) : cells_(columns.size()) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      places_.emplace(columns[i], i);
      text(columns[i], columns[i]);
    }
    end_row();
  }

  void text(std::string_view column, std::string_view value) {
    std::string field;
    append_csv(field, value);
    plain(column, std::move(field));
  }
  void flag(std::string_view column, bool value) { plain(column, value ? "true" : "false"); }
  // Numbers get no apostrophe for their minus: they are no formulas.
  void whole(std::string_view column, std::int64_t value) { plain(column, std::to_string(value)); }
  void real(std::string_view column, double value) {
    if (std::isfinite(value)) plain(column, number(value));
  }
  void end_row() {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (i > 0) bytes_ += ',';
      bytes_ += cells_[i];
      cells_[i].clear();
    }
    bytes_ += '\n';
  }
  std::string bytes() && { return std::move(bytes_); }

 private:
  void plain(std::string_view column, std::string field) {
    if (const auto place = places_.find(column); place != places_.end())
      cells_[place->second] = std::move(field);
  }

  std::map<std::string_view, std::size_t> places_;
  std::vector<std::string> cells_;
  std::string bytes_;
};

std::string nodes(const Network& network, const Attachments& with) {
  const auto measures = measure_columns(network, with);
  std::vector<std::string_view> columns{"id"};
  for (const GraphColumn& column : kNodeColumns)
    if (column.name != "name") columns.push_back(column.name);
  for (const GraphColumn& column : measures) columns.push_back(column.name);
  CsvRows rows(columns);
  const auto add = [&](auto id) {
    rows.text("id", node_name(id));
    node_fields(network, measures, id, rows);
    rows.end_row();
  };
  for (const model::TaskId id : network.task_ids()) add(id);
  for (const model::UnitId id : network.unit_ids()) add(id);
  return std::move(rows).bytes();
}

std::string edges(const Network& network) {
  std::vector<std::string_view> columns{"source", "target"};
  for (const GraphColumn& column : kEdgeColumns) columns.push_back(column.name);
  CsvRows rows(columns);
  for (const model::TaskId task : network.task_ids())
    for (const model::AssignmentId at : network.assignments(task)) {
      const model::Assignment row = network.assignment(at);
      rows.text("source", node_name(task));
      rows.text("target", node_name(row.unit));
      edge_fields(row, rows);
      rows.end_row();
    }
  return std::move(rows).bytes();
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

std::string incidence(const Network& network) {
  std::string bytes = "task";
  for (const std::string& heading : unit_headings(network)) {
    bytes += ',';
    append_csv(bytes, heading);
  }
  bytes += '\n';
  std::string cells(network.unit_count(), ' ');
  for (const model::TaskId task : network.task_ids()) {
    for (const model::AssignmentId at : network.assignments(task)) {
      const model::Assignment row = network.assignment(at);
      cells[index(row.unit)] = static_cast<char>(name(row.role).front() - 'a' + 'A');
    }
    append_csv(bytes, network.task_id(task));
    for (char& cell : cells) {
      bytes += ',';
      if (cell != ' ') bytes += cell;
      cell = ' ';
    }
    bytes += '\n';
  }
  return bytes;
}

std::string sections(const Network& network) {
  CsvRows rows({"id", "title", "parent", "source"});
  for (const model::SectionId id : network.section_ids()) {
    const model::Section section = network.section(id);
    rows.text("id", section.id);
    rows.text("title", section.title);
    if (section.parent) rows.text("parent", network.section(*section.parent).id);
    if (network.source_count() > 0)
      rows.text("source", network.sources()[index(section.source)].id);
    rows.end_row();
  }
  return std::move(rows).bytes();
}

std::string sources(const Network& network) {
  CsvRows rows(
      {"id", "path", "title", "number", "issuer", "date", "language", "encoding", "sha256"});
  for (const model::Source& source : network.sources()) {
    rows.text("id", source.id);
    rows.text("path", source.path);
    rows.text("title", source.title);
    rows.text("number", source.number);
    rows.text("issuer", source.issuer);
    rows.text("date", source.date);
    rows.text("language", source.language);
    rows.text("encoding", source.encoding);
    rows.text("sha256", source.sha256);
    rows.end_row();
  }
  return std::move(rows).bytes();
}

std::string notes(const Network& network) {
  CsvRows rows({"code", "task", "line", "message"});
  for (const model::Note& note : network.notes()) {
    rows.text("code", note.code);
    if (note.task) rows.text("task", network.task_id(*note.task));
    if (note.line != 0) rows.whole("line", note.line);
    rows.text("message", note.message);
    rows.end_row();
  }
  return std::move(rows).bytes();
}

// A row a value, as dplyr and ggplot like it. What is undefined has an empty value.
std::string long_metrics(const Attachments& with) {
  std::string bytes = "level,id,name,measure,value\n";
  for (const std::string_view level : kLevels) {
    const Table* table = with.table(level);
    if (table == nullptr || level == "pairs") continue;
    const Column* id = nullptr;
    const Column* name = nullptr;
    for (const Column& column : table->columns) {
      if (column.id == "id") id = &column;
      if (column.id == "name" || column.id == "title") name = &column;
    }
    for (std::size_t row = 0; row < table->rows(); ++row)
      for (const Column& column : table->columns) {
        if (&column == id || &column == name) continue;
        bytes.append(level) += ',';
        for (const Column* who : {id, name}) {
          if (who != nullptr) append_csv(bytes, exact_cell(*who, row));
          bytes += ',';
        }
        bytes.append(column.id) += ',';
        append_csv_cell(bytes, column, row);
        bytes += '\n';
      }
  }
  return bytes;
}

}  // namespace

std::vector<FileContent> metrics_csv(const Attachments& with) {
  std::vector<FileContent> files;
  for (const std::string_view level : kLevels)
    if (const Table* table = with.table(level))
      files.push_back({"metrics-" + std::string(level) + ".csv",
                       (with.csv_bom ? "\xEF\xBB\xBF" : "") + csv_table(*table)});
  return files;
}

CsvFolder csv_folder(const Network& network, const Attachments& with) {
  constexpr std::size_t most_cells = 10'000'000;
  CsvFolder folder;
  const auto add = [&](std::string name, std::string bytes) {
    folder.files.push_back(
        {std::move(name), (with.csv_bom ? "\xEF\xBB\xBF" : "") + std::move(bytes)});
  };
  add("nodes.csv", nodes(network, with));
  add("edges.csv", edges(network));
  if (network.task_count() * network.unit_count() <= most_cells)
    add("incidence.csv", incidence(network));
  else
    folder.left_out.push_back(
        "incidence.csv was left out: " + std::to_string(network.task_count()) + " tasks × " +
        std::to_string(network.unit_count()) +
        " units are more than 10 million cells; use edges.csv, or -o FILE.mtx");
  // Even where there are none: else those of another network could stay in the folder.
  add("sections.csv", sections(network));
  add("sources.csv", sources(network));
  add("notes.csv", notes(network));
  for (FileContent& file : metrics_csv(with)) folder.files.push_back(std::move(file));
  if (!with.tables.empty()) add("metrics-long.csv", long_metrics(with));
  if (with.catalog != nullptr) add("catalog.csv", csv_table(*with.catalog));
  if (with.run != nullptr) folder.files.push_back({"run.json", run_json(*with.run) + "\n"});
  return folder;
}

}  // namespace respnet::io
