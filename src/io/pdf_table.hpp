#pragma once

#include <string>
#include <vector>

#include "io/pdf_page.hpp"

namespace respnet::io {

/// A ruled table, or the part of it that stands on one page.
struct PdfTable {
  struct Cell {
    std::string text;      ///< its lines joined where they were broken, else parted by "<br>"
    bool spanned = false;  ///< goes on from the cell to the left
  };
  PdfBox box;
  std::vector<double> edges;            ///< of the columns, one more than there are columns
  std::vector<std::vector<Cell>> rows;  ///< a cell that spans rows stands in each
};

/// The tables that a page's rules frame, from top to bottom; their words are taken off the page.
///
/// A cell is what rules part from its neighbours; open sides end where the rules do. Frames of one
/// column are no tables: their words stay. One of one row may be the end of a table.
/// Cost: O(rules² + words · log), and there are at most some hundred rules to a page.
std::vector<PdfTable> take_tables(PdfPage& page);

}  // namespace respnet::io
