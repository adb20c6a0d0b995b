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
  /// What names the whole table where a document has several of equal rank: a sheet's name. It is
  /// the section above all others.
  std::optional<Range> section = std::nullopt;
};

/// A table of a document, and where the document has it.
struct PipeTable {
  CellTable cells;
  Range place;             ///< in the source, whole lines
  std::uint32_t line = 0;  ///< of the header, from 1
};

/// The pipe tables of a Markdown text: a header, a line of dashes, rows. In cells `\|` is a bar,
/// `<br>` a line break; bold marks are left out.
/// @param text  gets the cells' texts appended; its source is the Markdown
/// Cost: O(bytes).
std::vector<PipeTable> pipe_tables(TracedText& text);

}  // namespace respnet::extract
