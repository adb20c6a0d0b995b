#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "respnet/extract/clause.hpp"
#include "respnet/extract/traced_text.hpp"

namespace respnet::extract {

/// The cells of one row, as ranges of a TracedText; rows may differ in length.
using CellRow = std::vector<Range>;

/// A table as it stands in a document, whatever the format: rows of cells, any of which may be the
/// header.
struct CellTable {
  std::vector<CellRow> rows;
  std::vector<Range> headings = {};  ///< that it stands under, outermost first
  /// What names the whole table where a document has several of equal rank: a sheet's name. It is
  /// the section above all others.
  std::optional<Range> section = std::nullopt;
};

/// A table of a document, and where the document has it.
struct PlacedTable {
  CellTable cells;
  Range place;             ///< in the source, whole lines
  std::uint32_t line = 0;  ///< of the header, from 1
};

/// The pipe tables of a Markdown text: a header, a line of dashes, rows. Cells are read as
/// append_inline() says.
/// @param text  gets the cells' texts appended; its source is the Markdown
/// Cost: O(bytes).
std::vector<PlacedTable> pipe_tables(TracedText& text);

/// Runs of lines with tabs between cells, as tables of web pages and sheets come in texts; a
/// vertical tab breaks the line in a cell.
/// @param text  gets the cells' texts appended
/// Cost: O(bytes).
std::vector<PlacedTable> tab_tables(TracedText& text);

/// The task tables of a text, of either kind, in text order, under their headings: lines that begin
/// with # or 一、, and a numbered line right above.
/// Cost: O(bytes).
std::vector<PlacedTable> task_tables_in(TracedText& text);

}  // namespace respnet::extract
