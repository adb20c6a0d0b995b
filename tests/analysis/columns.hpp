#pragma once

// Columns of the catalogue and of tables as plain numbers.

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "respnet/analysis/catalog.hpp"

namespace respnet::test {

inline std::vector<double> numbers(const Column::Values& values) {
  return std::visit(
      [](const auto& column) -> std::vector<double> {
        if constexpr (std::is_same_v<std::decay_t<decltype(column)>, std::vector<std::string>>)
          throw std::logic_error("a column of text");
        else
          return {column.begin(), column.end()};
      },
      values);
}

/// The column of a measure, whole or real.
inline std::vector<double> numbers(const analysis::Study& study, analysis::Level level,
                                   std::string_view id) {
  for (const analysis::Measure& measure : analysis::catalog())
    if (measure.level == level && measure.id == id) return numbers(measure.column(study));
  throw std::logic_error("no measure " + std::string(id));
}

inline const Table& table(const std::vector<Table>& tables, std::string_view id) {
  const auto found = std::ranges::find(tables, id, &Table::id);
  if (found == tables.end()) throw std::logic_error("no table " + std::string(id));
  return *found;
}

inline const Column& column(const Table& table, std::string_view id) {
  const auto found = std::ranges::find(table.columns, id, &Column::id);
  if (found == table.columns.end()) throw std::logic_error("no column " + std::string(id));
  return *found;
}

inline std::vector<double> numbers(const Table& table, std::string_view id) {
  return numbers(column(table, id).values);
}

inline std::vector<std::string> texts(const Table& table, std::string_view id) {
  return std::get<std::vector<std::string>>(column(table, id).values);
}

}  // namespace respnet::test
