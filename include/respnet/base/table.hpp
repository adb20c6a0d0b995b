#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace respnet {

/// One column of a result: text, whole numbers, or real numbers in which NaN means "undefined" and
/// is written as null, an empty cell or a dash, never as NaN.
struct Column {
  using Values =
      std::variant<std::vector<std::string>, std::vector<std::int64_t>, std::vector<double>>;
  std::string id;     ///< the measure id, or the key of a JSON row
  std::string label;  ///< what a person reads above it; empty: the id
  Values values;

  std::size_t size() const {
    return std::visit([](const auto& column) { return column.size(); }, values);
  }
};

/// A plain table of named columns, all of one length: how results travel from analyses to writers.
struct Table {
  std::string id;  ///< "units", "tasks", …: the key in JSON, part of a file name
  std::string title;
  std::vector<Column> columns;

  std::size_t rows() const { return columns.empty() ? 0 : columns.front().size(); }
};

}  // namespace respnet
