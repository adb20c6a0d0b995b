#include "io/sheet_grid.hpp"

#include <algorithm>
#include <string>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kMostGridCells = 20'000'000;
constexpr std::size_t kHeaderRows = 10;

class GridBuilder {
 public:
  GridBuilder(const Workbook& workbook, const Sheet& sheet) : workbook_(workbook), sheet_(sheet) {}

  SheetGrid grid() {
    find_columns();
    place_cells();
    for (const CellArea& area : sheet_.merged) repeat(area);
    find_upper_headers();
    return std::move(grid_);
  }

 private:
  void find_columns();
  void place_cells();
  void repeat(const CellArea& area);
  void find_upper_headers();
  bool is_upper_header(std::size_t at) const;
  std::vector<GridRow>::iterator from_row(std::uint32_t row) {
    return std::ranges::lower_bound(grid_.rows, row, {}, &GridRow::row);
  }
  /// The grid's columns [first, last] of the sheet's.
  std::size_t column(std::uint32_t of_sheet) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(grid_.columns, of_sheet) -
                                    grid_.columns.begin());
  }
  [[noreturn]] void refuse_size(const std::string& what) const {
    throw LimitError(workbook_.file + "!" + printable(sheet_.name) + ": " + what +
                     " of more than " + std::to_string(kMostGridCells) + " cells; split the sheet");
  }

  const Workbook& workbook_;
  const Sheet& sheet_;
  std::size_t repeated_ = 0;  // rows that merged areas cover
  SheetGrid grid_;
};

void GridBuilder::find_columns() {
  for (const SheetCell& cell : sheet_.cells) grid_.columns.push_back(cell.place.column);
  std::ranges::sort(grid_.columns);
  const auto rest = std::ranges::unique(grid_.columns);
  grid_.columns.erase(rest.begin(), rest.end());
}

void GridBuilder::place_cells() {
  for (const SheetCell& cell : sheet_.cells) {
    if (grid_.rows.empty() || grid_.rows.back().row != cell.place.row) {
      if ((grid_.rows.size() + 1) * grid_.columns.size() > kMostGridCells) refuse_size("a table");
      grid_.rows.push_back({cell.place.row, std::vector<GridCell>(grid_.columns.size())});
    }
    grid_.rows.back().cells[column(cell.place.column)].text = cell.text;
  }
}

void GridBuilder::repeat(const CellArea& area) {
  const auto first = from_row(area.first.row);
  if (area.first.row == area.last.row || first == grid_.rows.end() || first->row != area.first.row)
    return;
  const std::size_t at = column(area.first.column);
  if (at == grid_.columns.size() || grid_.columns[at] != area.first.column ||
      !first->cells[at].text)
    return;
  for (auto row = first + 1; row != grid_.rows.end() && row->row <= area.last.row; ++row) {
    if (++repeated_ > kMostGridCells) refuse_size("merged areas");
    if (!row->cells[at].text) row->cells[at] = {first->cells[at].text, true};
  }
}

void GridBuilder::find_upper_headers() {
  for (std::size_t at = 0; at + 1 < std::min(kHeaderRows, grid_.rows.size()); ++at)
    if (is_upper_header(at)) grid_.upper_headers.push_back(at);
}

bool GridBuilder::is_upper_header(std::size_t at) const {
  const GridRow& below = grid_.rows[at + 1];
  const bool reaches_down = std::ranges::any_of(below.cells, &GridCell::from_above);
  return reaches_down && std::ranges::any_of(sheet_.merged, [&](const CellArea& area) {
           if (area.first.row != grid_.rows[at].row || area.first.column == area.last.column ||
               area.last.row >= below.row)
             return false;
           const auto begin =
               below.cells.begin() + static_cast<std::ptrdiff_t>(column(area.first.column));
           const auto end =
               below.cells.begin() + static_cast<std::ptrdiff_t>(column(area.last.column + 1));
           return std::count_if(begin, end, [](const GridCell& cell) {
                    return cell.text.has_value() && !cell.from_above;
                  }) >= 2;
         });
}

}  // namespace

SheetGrid sheet_grid(const Workbook& workbook, const Sheet& sheet) {
  return GridBuilder(workbook, sheet).grid();
}

}  // namespace respnet::io
