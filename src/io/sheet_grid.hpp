#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "io/workbook.hpp"

namespace respnet::io {

/// What a merged area shows, cell by cell.
struct GridCell {
  std::optional<std::uint32_t> text;  ///< index in Workbook::texts
  bool from_above = false;            ///< a merged area that began in a row above shows it here
};

struct GridRow {
  std::uint32_t row = 0;        ///< of the sheet, from 0
  std::vector<GridCell> cells;  ///< by column of the grid
};

/// The rows and columns of a sheet that hold something, as a table.
///
/// A merged area's text stands in each of its rows, in its first column, as in tables of web pages:
/// a cell beside it belongs to it. Rows that hold nothing else are left out.
struct SheetGrid {
  std::vector<std::uint32_t> columns;  ///< of the sheet, from 0
  std::vector<GridRow> rows;
  /// Places in `rows` of header rows over a header row: 责任单位 across 牵头 and 配合, beside cells
  /// that reach down.
  std::vector<std::size_t> upper_headers;
};

/// @throws LimitError  above 20 million cells, empty ones included
/// Cost: O(cells of the grid + rows that merged areas cover).
SheetGrid sheet_grid(const Workbook& workbook, const Sheet& sheet);

}  // namespace respnet::io
