#include "viz/print_grid.hpp"

#include <algorithm>
#include <string>

#include "viz/print_page.hpp"

namespace respnet::viz {
namespace {

double text_width(const Grid& grid, std::size_t column, double width, double padding) {
  return std::max(1.0, width - 2 * padding - gap_behind(grid, column));
}

}  // namespace

std::size_t line_count(const SetRow& row) {
  std::size_t most = 1;
  for (const auto& cell : row) most = std::max(most, cell.size());
  return most;
}

SetRow set_head(const Typesetter& type, const Grid& grid, std::span<const double> widths,
                double padding) {
  SetRow row;
  for (std::size_t i = 0; i < grid.columns.size(); ++i)
    row.push_back(
        type.lines(grid.columns[i].heading, kCellHead, text_width(grid, i, widths[i], padding)));
  return row;
}

SetRow set_row(const Typesetter& type, const Grid& grid, std::size_t row,
               std::span<const double> widths, double padding) {
  SetRow set;
  for (std::size_t i = 0; i < grid.columns.size(); ++i)
    set.push_back(type.lines(grid.rows[row][i], kCell, text_width(grid, i, widths[i], padding)));
  return set;
}

}  // namespace respnet::viz
