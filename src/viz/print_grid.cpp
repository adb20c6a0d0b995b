#include "viz/print_grid.hpp"

#include <algorithm>

namespace respnet::viz {

std::vector<SetLine> GridSetter::cell(std::string_view text, std::size_t column, bool bold) const {
  const double room = width(column) - 2 * padding_ - gap_behind(grid_, column);
  return type_.lines(text, {size(), bold}, std::max(1.0, room));
}

GridSetter::Row GridSetter::head() const {
  Row set;
  for (std::size_t i = 0; i < grid_.columns.size(); ++i)
    set.push_back(cell(grid_.columns[i].heading, i, true));
  return set;
}

GridSetter::Row GridSetter::row(std::size_t row) const {
  Row set;
  for (std::size_t i = 0; i < grid_.columns.size(); ++i)
    set.push_back(cell(grid_.rows[row][i], i, false));
  return set;
}

std::size_t line_count(const GridSetter::Row& row) {
  std::size_t most = 1;
  for (const auto& cell : row) most = std::max(most, cell.size());
  return most;
}

}  // namespace respnet::viz
