#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace respnet::io {

inline constexpr std::uint32_t kSheetRows = 1'048'576;
inline constexpr std::uint32_t kSheetColumns = 16'384;
inline constexpr std::size_t kLongestCell = 32'767;  ///< in UTF-16 code units

/// A cell of a sheet, from 0.
struct CellPlace {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

/// A rectangle of cells, both corners included.
struct CellArea {
  CellPlace first, last;
  friend bool operator==(const CellArea&, const CellArea&) = default;
};

/// "C4" -> row 3, column 2. Nothing for other text and for places beyond XFD1048576.
std::optional<CellPlace> cell_place(std::string_view name);
/// "A1:C3"; "A1" is an area of one cell.
std::optional<CellArea> cell_area(std::string_view name);
/// "C4"
std::string cell_name(CellPlace place);

}  // namespace respnet::io
