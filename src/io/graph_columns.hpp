#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_text.hpp"
#include "io/output.hpp"
#include "respnet/io/attachments.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

// What nodes and edges of an exported graph say: one vocabulary in all formats. Tasks are nodes t1,
// t2, … and units u1, u2, … by place, since ids of plans are no names elsewhere; `ref` has those.

enum class ValueType : std::uint8_t { Text, Flag, Whole, Long, Real };

struct GraphColumn {
  std::string_view name;
  ValueType type{};
  /// Where the values are, for a measure; null for a column of ours, and on a side without it.
  const Column* tasks = nullptr;
  const Column* units = nullptr;
};

// Both sides have name, label, type (as igraph wants it), bipartite (as NetworkX does), kind and
// ref; the others belong to one side.
inline constexpr std::array kNodeColumns{
    GraphColumn{"name", ValueType::Text},        GraphColumn{"label", ValueType::Text},
    GraphColumn{"type", ValueType::Flag},        GraphColumn{"bipartite", ValueType::Whole},
    GraphColumn{"kind", ValueType::Text},        GraphColumn{"unit_kind", ValueType::Text},
    GraphColumn{"ref", ValueType::Text},         GraphColumn{"section", ValueType::Text},
    GraphColumn{"deadline", ValueType::Text},    GraphColumn{"due", ValueType::Text},
    GraphColumn{"clause", ValueType::Text},      GraphColumn{"source_file", ValueType::Text},
    GraphColumn{"source_line", ValueType::Whole}};
inline constexpr std::array kEdgeColumns{
    GraphColumn{"role", ValueType::Text},         GraphColumn{"weight", ValueType::Real},
    GraphColumn{"explicit", ValueType::Flag},     GraphColumn{"order", ValueType::Whole},
    GraphColumn{"source_line", ValueType::Whole}, GraphColumn{"as_written", ValueType::Text}};

/// "t1" for the first task, "u1" for the first unit.
inline std::string node_name(model::TaskId id) { return 't' + std::to_string(index(id) + 1); }
inline std::string node_name(model::UnitId id) { return 'u' + std::to_string(index(id) + 1); }
inline void append_name(std::string& out, model::TaskId id) {
  out += 't';
  append_number(out, index(id) + 1);
}
inline void append_name(std::string& out, model::UnitId id) {
  out += 'u';
  append_number(out, index(id) + 1);
}

/// What a person calls a node: a task's title, or its id where it has none; a unit's name.
inline std::string_view node_label(const model::Network& network, model::TaskId id) {
  const std::string_view title = network.task(id).title;
  return title.empty() ? network.task_id(id) : title;
}
inline std::string_view node_label(const model::Network& network, model::UnitId id) {
  return network.unit_name(id);
}

/// The measures among the attachments that nodes get, tasks' and units' as one column where they
/// have the same id.
/// @throws std::invalid_argument  when a table has another number of rows than the network, or a
///                                column the name of one of ours
std::vector<GraphColumn> measure_columns(const model::Network& network, const Attachments& with);

// The functions below tell `fields` what a node or edge says, in the order of the columns above:
// fields.text(name, string_view), .flag(name, bool), .whole(name, integer), .real(name, double).
// What is not there, such as an empty deadline, is not told.

template <typename Fields>
void task_fields(const model::Network& network, model::TaskId id, Fields&& fields) {
  const auto text = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) fields.text(name, value);
  };
  const model::Task task = network.task(id);
  text("name", node_name(id));
  text("label", node_label(network, id));
  fields.flag("type", false);
  fields.whole("bipartite", 0);
  text("kind", "task");
  text("ref", task.id);
  if (task.section) text("section", network.section(*task.section).id);
  text("deadline", task.deadline);
  text("due", task.due);
  std::string clauses;
  for (const model::Clause& clause : task.clauses)
    clauses.append(clauses.empty() ? "" : "\n").append(clause.text);
  text("clause", clauses);
  if (network.source_count() > 0) text("source_file", network.sources()[index(task.source)].path);
  if (task.lines.first != 0) fields.whole("source_line", task.lines.first);
}

template <typename Fields>
void unit_fields(const model::Network& network, model::UnitId id, Fields&& fields) {
  fields.text("name", node_name(id));
  fields.text("label", network.unit_name(id));
  fields.flag("type", true);
  fields.whole("bipartite", 1);
  fields.text("kind", "unit");
  fields.text("unit_kind", name(network.unit_kind(id)));
  fields.text("ref", network.unit_id(id));
}

/// The first fields of an edge: the same for all edges of a role that is explicit, or is not.
template <typename Fields>
void edge_kind_fields(model::Role role, bool is_explicit, Fields&& fields) {
  fields.text("role", name(role));
  fields.real("weight", 1);
  fields.flag("explicit", is_explicit);
}
/// The others.
template <typename Fields>
void edge_own_fields(const model::Assignment& row, Fields&& fields) {
  fields.whole("order", row.order);
  if (row.line != 0) fields.whole("source_line", row.line);
  if (!row.as_written.empty()) fields.text("as_written", row.as_written);
}

template <typename Fields>
void edge_fields(const model::Assignment& row, Fields&& fields) {
  edge_kind_fields(row.role, row.is_explicit, fields);
  edge_own_fields(row, fields);
}

/// A value of a measure; undefined numbers are told as NaN, empty text not at all.
template <typename Fields>
void column_field(std::string_view name, const Column& column, std::size_t row, Fields&& fields) {
  if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values)) {
    if (!(*texts)[row].empty()) fields.text(name, (*texts)[row]);
  } else if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.values)) {
    fields.whole(name, (*whole)[row]);
  } else {
    fields.real(name, std::get<std::vector<double>>(column.values)[row]);
  }
}

template <typename Fields>
void measure_fields(const std::vector<GraphColumn>& columns, model::TaskId id, Fields&& fields) {
  for (const GraphColumn& column : columns)
    if (column.tasks != nullptr) column_field(column.name, *column.tasks, index(id), fields);
}

template <typename Fields>
void measure_fields(const std::vector<GraphColumn>& columns, model::UnitId id, Fields&& fields) {
  for (const GraphColumn& column : columns)
    if (column.units != nullptr) column_field(column.name, *column.units, index(id), fields);
}

/// All that a node says.
template <typename Fields>
void node_fields(const model::Network& network, const std::vector<GraphColumn>& measures,
                 model::TaskId id, Fields&& fields) {
  task_fields(network, id, fields);
  measure_fields(measures, id, fields);
}
template <typename Fields>
void node_fields(const model::Network& network, const std::vector<GraphColumn>& measures,
                 model::UnitId id, Fields&& fields) {
  unit_fields(network, id, fields);
  measure_fields(measures, id, fields);
}

// Rows of a file, in blocks on all threads: append(out, …) puts one into words.

/// A row a task, or a unit: append(out, id).
void task_rows(const model::Network& network, Output& output, const auto& append) {
  output.each_row(network.task_count(), [&](std::string& out, std::size_t row) {
    append(out, static_cast<model::TaskId>(row));
  });
}
void unit_rows(const model::Network& network, Output& output, const auto& append) {
  output.each_row(network.unit_count(), [&](std::string& out, std::size_t row) {
    append(out, static_cast<model::UnitId>(row));
  });
}
/// A row a node, tasks first.
void node_rows(const model::Network& network, Output& output, const auto& append) {
  task_rows(network, output, append);
  unit_rows(network, output, append);
}
/// A row an edge: append(out, task, id).
void edge_rows(const model::Network& network, Output& output, const auto& append) {
  task_rows(network, output, [&](std::string& out, model::TaskId task) {
    for (const model::AssignmentId at : network.assignments(task)) append(out, task, at);
  });
}

/// How a node looks, if that is told.
inline const NodeLook* look_of(const Attachments& with, model::TaskId id) {
  return with.task_looks.empty() ? nullptr : &with.task_looks[index(id)];
}
inline const NodeLook* look_of(const Attachments& with, model::UnitId id) {
  return with.unit_looks.empty() ? nullptr : &with.unit_looks[index(id)];
}

}  // namespace respnet::io
