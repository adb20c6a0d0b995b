#pragma once

#include <cstddef>
#include <vector>

#include "io/pdf_page.hpp"

namespace respnet::io {

/// The rules of one table as rows and columns of cells.
///
/// A rule parts two cells when it covers four fifths of the side between them. Rules that part no
/// cells (underlines, strokes of characters) make no row and no column; open sides end where the
/// rules do.
/// Cost: O(rules + cells) beside sorting.
class PdfGrid {
 public:
  /// @param rules  of one frame, at least one; without uprights it has one column
  explicit PdfGrid(const std::vector<PdfBox>& rules);

  PdfBox box() const;
  std::size_t row_count() const { return rows_.count(); }
  std::size_t column_count() const { return columns_.count(); }
  /// Where columns begin, and where the last one ends.
  const std::vector<double>& column_edges() const { return columns_.edges; }
  /// The cell in which that point lies, counted row by row.
  std::size_t cell_at(double x, double y) const;
  /// For each cell, the first of those that no rule parts from it.
  std::vector<std::size_t> joined_cells() const;

 private:
  struct Side {
    double at, begin, end;
  };

  // Rows or columns, and the rules along their edges.
  struct Axis {
    std::vector<double> edges;
    std::vector<std::vector<Side>> sides;  // by edge

    Axis() = default;
    Axis(const std::vector<Side>& all, double first, double last);
    std::size_t count() const { return edges.size() - 1; }
    std::size_t slot(double at) const;
    bool parted_behind(std::size_t slot, double begin, double end) const;
    /// Drops edges along which nothing parts any slot of the other axis.
    void drop_idle(const Axis& other);
  };

  Axis rows_, columns_;
};

/// Sets of rules that touch each other. Cost: O(rules²).
std::vector<std::vector<PdfBox>> frames_of(const std::vector<PdfBox>& rules);

}  // namespace respnet::io
