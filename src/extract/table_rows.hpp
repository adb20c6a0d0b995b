#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "respnet/extract/cell_table.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/table_layout.hpp"

namespace respnet::extract {

/// The cells of a table's rows by what its layout says they hold. Cells that a row lacks are empty.
class TableRows {
 public:
  TableRows() = default;
  TableRows(std::string_view text, TableLayout layout) : text_(text), layout_(std::move(layout)) {}

  const TableLayout& layout() const { return layout_; }
  const std::vector<Column>& columns() const { return layout_.columns; }
  std::string_view words(Range range) const { return stripped(range.of(text_)); }

  Range cell(const CellRow& row, std::size_t column) const;
  /// Of the first column of that kind.
  Range cell(const CellRow& row, ColumnKind kind) const;
  bool has(const CellRow& row, ColumnKind kind) const { return !cell(row, kind).empty(); }
  /// From the first cell with words to the last.
  Range filled(const CellRow& row) const;
  std::size_t filled_cells(const CellRow& row) const;
  bool names_units(const CellRow& row) const;
  /// Of the column of numbers, or "R1" of "R1: Publish the data" where there is none.
  Range number(const CellRow& row) const;
  /// Of the section columns, left to right: column and cell.
  std::vector<std::pair<std::size_t, Range>> sections(const CellRow& row) const;

 private:
  std::string_view text_;
  TableLayout layout_;
};

}  // namespace respnet::extract
