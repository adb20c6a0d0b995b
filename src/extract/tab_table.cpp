#include "respnet/extract/cell_table.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {
namespace {

constexpr char kTab = '\t';
constexpr char kBreak = '\v';

Range appended_cell(TracedText& text, std::string_view cell) {
  const std::uint32_t begin = text.size();
  for (std::size_t at = cell.find(kBreak); at != std::string_view::npos; at = cell.find(kBreak)) {
    text.append(cell.substr(0, at));
    // A bracket on the next line belongs to the name in front of it.
    if (at + 1 == cell.size() || glyph_at(cell, at + 1).kind != GlyphKind::Open)
      text.append('\n', static_cast<std::uint32_t>(cell.data() + at - text.source().data()));
    cell.remove_prefix(at + 1);
  }
  text.append(cell);
  const Range range{begin, text.size()};
  text.append_mark(kTab);
  return range;
}

CellRow appended_row(TracedText& text, std::string_view line) {
  CellRow row;
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  for (std::size_t at = line.find(kTab); at != std::string_view::npos; at = line.find(kTab)) {
    row.push_back(appended_cell(text, line.substr(0, at)));
    line.remove_prefix(at + 1);
  }
  row.push_back(appended_cell(text, line));
  text.append_mark('\n');
  return row;
}

}  // namespace

std::vector<PlacedTable> tab_tables(TracedText& text) {
  const std::vector<std::uint32_t>& starts = text.line_starts();
  const auto end_of = [&](std::size_t i) {
    return i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(text.source().size());
  };
  const auto line = [&](std::size_t i) {
    return text.source().substr(starts[i], end_of(i) - starts[i]);
  };
  const auto has_tab = [&](std::size_t i) {
    return i < starts.size() && line(i).find(kTab) != std::string_view::npos;
  };
  std::vector<PlacedTable> tables;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (!has_tab(i) || !has_tab(i + 1)) continue;
    PlacedTable table;
    table.place.begin = starts[i];
    table.line = static_cast<std::uint32_t>(i + 1);
    for (; has_tab(i); ++i) table.cells.rows.push_back(appended_row(text, line(i)));
    table.place.end = end_of(--i);
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace respnet::extract
