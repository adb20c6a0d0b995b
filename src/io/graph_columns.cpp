#include "io/graph_columns.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>
#include <variant>

namespace respnet::io {
namespace {

bool says_who(const Column& column) {
  return column.id == "id" || column.id == "name" || column.id == "title";
}

ValueType type_of(const Column& column) {
  if (std::holds_alternative<std::vector<std::string>>(column.values)) return ValueType::Text;
  const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.values);
  if (whole == nullptr) return ValueType::Real;
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  const bool small = std::ranges::all_of(
      *whole, [](std::int64_t value) { return value >= -most && value <= most; });
  return small ? ValueType::Whole : ValueType::Long;
}

// What holds values of both types: numbers are real as soon as one side's are.
ValueType common(ValueType a, ValueType b) {
  if (a == ValueType::Text || b == ValueType::Text) return ValueType::Text;
  return std::max(a, b);
}

void check_rows(const Table* table, std::size_t rows) {
  if (table != nullptr && table->rows() != rows)
    throw std::invalid_argument("the table '" + table->id + "' has " +
                                std::to_string(table->rows()) + " rows, the network has " +
                                std::to_string(rows));
}

}  // namespace

std::vector<GraphColumn> measure_columns(const model::Network& network, const Attachments& with) {
  const Table* units = with.table("units");
  const Table* tasks = with.table("tasks");
  check_rows(units, network.unit_count());
  check_rows(tasks, network.task_count());
  std::vector<GraphColumn> columns;
  const auto add = [&](const Table* table, const Column* GraphColumn::*side) {
    if (table == nullptr) return;
    for (const Column& column : table->columns) {
      if (says_who(column)) continue;
      if (std::ranges::find(kNodeColumns, column.id, &GraphColumn::name) != kNodeColumns.end())
        throw std::invalid_argument("nodes have a '" + column.id + "' of their own");
      auto found = std::ranges::find(columns, column.id, &GraphColumn::name);
      const ValueType type = type_of(column);
      if (found == columns.end())
        found = columns.insert(found, {column.id, type});
      else
        found->type = common(found->type, type);
      (*found).*side = &column;
    }
  };
  add(units, &GraphColumn::units);
  add(tasks, &GraphColumn::tasks);
  return columns;
}

}  // namespace respnet::io
