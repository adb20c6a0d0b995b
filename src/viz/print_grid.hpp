#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "respnet/base/document.hpp"
#include "viz/print_text.hpp"

namespace respnet::viz {

/// A table that is being set: the widths of its columns and the size of its type.
class GridSetter {
 public:
  GridSetter(const Typesetter& type, const Grid& grid, double room, double padding)
      : type_(type),
        grid_(grid),
        padding_(padding),
        setting_(grid_setting(grid, room, {.padding = padding})) {}

  double size() const { return setting_.size; }
  double pitch() const { return 1.47 * setting_.size; }
  double width(std::size_t column) const { return setting_.widths[column]; }

  /// A row broken into lines, by column.
  using Row = std::vector<std::vector<SetLine>>;
  Row head() const;
  Row row(std::size_t row) const;

 private:
  std::vector<SetLine> cell(std::string_view text, std::size_t column, bool bold) const;

  const Typesetter& type_;
  const Grid& grid_;
  double padding_;
  GridSetting setting_;
};

/// As many lines as its highest cell.
std::size_t line_count(const GridSetter::Row& row);

}  // namespace respnet::viz
