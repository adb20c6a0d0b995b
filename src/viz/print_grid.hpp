#pragma once

#include <span>
#include <vector>

#include "respnet/base/document.hpp"
#include "viz/print_text.hpp"

namespace respnet::viz {

/// A row broken into lines, by column.
using SetRow = std::vector<std::vector<SetLine>>;
/// As many lines as its highest cell.
std::size_t line_count(const SetRow& row);

SetRow set_head(const Typesetter& type, const Grid& grid, std::span<const double> widths,
                double padding);
SetRow set_row(const Typesetter& type, const Grid& grid, std::size_t row,
               std::span<const double> widths, double padding);

}  // namespace respnet::viz
