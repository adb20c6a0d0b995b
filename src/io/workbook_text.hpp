#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/sheet_grid.hpp"
#include "respnet/extract/cell_table.hpp"
#include "respnet/extract/traced_text.hpp"

namespace respnet::io {

/// The text of a workbook: what lines and spans of a network read from tables in it refer to.
///
/// A line a row, its cells joined by tabs; tabs and line breaks in cells are blanks. Empty rows are
/// empty lines, so that lines of a workbook with one sheet are the rows of the sheet; only where
/// more than a thousand rows are empty they are left out. Of several sheets each begins with a line
/// of its name. Columns that are empty in the whole sheet do not count.
class WorkbookText {
 public:
  enum class Breaks : std::uint8_t {
    Blanks,
    Lines,  ///< line breaks in cells are line breaks: for prose in cells
  };

  /// @throws LimitError  above 64 MiB, and as sheet_grid()
  explicit WorkbookText(const Workbook& workbook, Breaks breaks = Breaks::Blanks);

  const std::string& text() const { return text_; }
  /// The tables of the sheets, cells and names appended to `traced`, whose source is text(). Each
  /// knows its sheet's name as a section where there are several sheets.
  std::vector<extract::CellTable> tables(extract::TracedText& traced) const;
  /// "任务!4": the sheet and row that a line of the text shows. @pre 1 <= line
  std::string place(std::uint32_t line) const;
  /// By sheet of the workbook.
  const std::vector<SheetGrid>& grids() const { return grids_; }

 private:
  struct Line {
    std::uint32_t sheet = 0;
    std::uint32_t row = 0;  ///< of the sheet, from 1; 0: the line of its name
  };

  void add_sheet(std::uint32_t sheet, bool named);
  void add_row(const GridRow& row, std::uint32_t sheet);
  void end_line(Line line);
  void append(std::string_view cell, Line line);

  const Workbook& workbook_;
  Breaks breaks_;
  std::string text_;
  std::vector<Line> lines_;
  std::vector<SheetGrid> grids_;
  // By sheet: where in the text its name begins if it has a line, and its cells, row by row.
  std::vector<std::optional<std::uint32_t>> name_begins_;
  std::vector<std::vector<std::uint32_t>> begins_;
};

}  // namespace respnet::io
