#include "io/sheet_places.hpp"

#include <charconv>

namespace respnet::io {

std::optional<CellPlace> cell_place(std::string_view name) {
  std::uint32_t column = 0;
  std::size_t letters = 0;
  for (; letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z'; ++letters) {
    column = column * 26 + static_cast<std::uint32_t>(name[letters] - 'A' + 1);
    if (column > kSheetColumns) return std::nullopt;
  }
  std::uint32_t row = 0;
  const char* const end = name.data() + name.size();
  const auto [behind, error] = std::from_chars(name.data() + letters, end, row);
  if (letters == 0 || error != std::errc{} || behind != end || row == 0 || row > kSheetRows)
    return std::nullopt;
  return CellPlace{row - 1, column - 1};
}

std::optional<CellArea> cell_area(std::string_view name) {
  const std::size_t colon = name.find(':');
  const auto first = cell_place(name.substr(0, colon));
  const auto last = colon == name.npos ? first : cell_place(name.substr(colon + 1));
  if (!first || !last || first->row > last->row || first->column > last->column)
    return std::nullopt;
  return CellArea{*first, *last};
}

std::string cell_name(CellPlace place) {
  std::string letters;
  for (std::uint32_t rest = place.column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(place.row + 1);
}

}  // namespace respnet::io
