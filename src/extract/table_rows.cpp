#include "extract/table_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "respnet/extract/english_items.hpp"
#include "respnet/extract/english_names.hpp"

namespace respnet::extract {

Range TableRows::cell(const CellRow& row, std::size_t column) const {
  return column < row.size() ? narrowed(text_, row[column]) : Range{};
}

Range TableRows::cell(const CellRow& row, ColumnKind kind) const {
  if (kind == ColumnKind::Task) return cell(row, layout_.task);
  const auto found = std::ranges::find(layout_.columns, kind, &Column::kind);
  return cell(row, static_cast<std::size_t>(found - layout_.columns.begin()));
}

Range TableRows::filled(const CellRow& row) const {
  Range all;
  for (std::size_t c = 0; c < row.size(); ++c) {
    const Range range = cell(row, c);
    if (range.empty()) continue;
    if (all.empty()) all.begin = range.begin;
    all.end = range.end;
  }
  return all;
}

std::size_t TableRows::filled_cells(const CellRow& row) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(row, [this](Range each) { return !words(each).empty(); }));
}

bool TableRows::names_units(const CellRow& row) const {
  for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
    const ColumnKind kind = layout_.columns[c].kind;
    if ((kind == ColumnKind::Units || kind == ColumnKind::Unit) &&
        !is_empty_cell(words(cell(row, c))))
      return true;
  }
  return false;
}

Range TableRows::number(const CellRow& row) const {
  if (std::ranges::find(layout_.columns, ColumnKind::Number, &Column::kind) !=
      layout_.columns.end())
    return cell(row, ColumnKind::Number);
  const Range task = cell(row, ColumnKind::Task);
  const auto mark = is_english(words(task)) ? item_at_start(words(task)) : std::nullopt;
  if (!mark || mark->number.empty()) return {};
  const auto at = static_cast<std::uint32_t>(words(task).find(mark->number));
  return {task.begin + at, task.begin + at + static_cast<std::uint32_t>(mark->number.size())};
}

std::vector<std::pair<std::size_t, Range>> TableRows::sections(const CellRow& row) const {
  std::vector<std::pair<std::size_t, Range>> cells;
  for (std::size_t c = 0; c < layout_.columns.size(); ++c)
    if (layout_.columns[c].kind == ColumnKind::Section) cells.emplace_back(c, cell(row, c));
  return cells;
}

}  // namespace respnet::extract
