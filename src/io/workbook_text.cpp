#include "io/workbook_text.hpp"

#include <algorithm>
#include <utility>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

using extract::Range;
using extract::TracedText;

constexpr std::size_t kMostBytes = std::size_t{64} << 20;
constexpr std::uint32_t kMostEmptyRows = 1000;  // side by side, that become lines

bool is_break(char c) { return c == '\n' || c == '\r' || c == '\t'; }

// Appends a cell of the source, with the line breaks that the source has as blanks.
Range appended(TracedText& traced, std::uint32_t begin, std::string_view cell) {
  const std::uint32_t from = traced.size();
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find('\n', at), cell.size());
    traced.append(traced.source().substr(begin + at, end - at));
    if (end < cell.size()) traced.append('\n', begin + static_cast<std::uint32_t>(end));
    at = end + 1;
  }
  const Range range{from, traced.size()};
  traced.append_mark('\t');
  return range;
}

}  // namespace

WorkbookText::WorkbookText(const Workbook& workbook, Breaks breaks)
    : workbook_(workbook), breaks_(breaks) {
  const auto filled = std::ranges::count_if(
      workbook.sheets, [](const Sheet& sheet) { return !sheet.cells.empty(); });
  for (std::uint32_t sheet = 0; sheet < workbook.sheets.size(); ++sheet)
    add_sheet(sheet, filled > 1 && !workbook.sheets[sheet].cells.empty());
}

void WorkbookText::add_sheet(std::uint32_t sheet, bool named) {
  name_begins_.emplace_back();
  if (named) {
    name_begins_.back() = static_cast<std::uint32_t>(text_.size());
    append(workbook_.sheets[sheet].name, {sheet, 0});
    end_line({sheet, 0});
  }
  begins_.emplace_back();
  grids_.push_back(sheet_grid(workbook_, workbook_.sheets[sheet]));
  std::uint32_t next = 0;
  for (const GridRow& row : grids_.back().rows) {
    if (row.row - next <= kMostEmptyRows)
      for (; next < row.row; ++next) end_line({sheet, next + 1});
    add_row(row, sheet);
    next = row.row + 1;
  }
}

void WorkbookText::add_row(const GridRow& row, std::uint32_t sheet) {
  std::vector<std::uint32_t>& begins = begins_.back();
  for (const GridCell& cell : row.cells) {
    if (&cell != &row.cells.front()) text_ += '\t';
    begins.push_back(static_cast<std::uint32_t>(text_.size()));
    if (cell.text) append(workbook_.texts[*cell.text], {sheet, row.row + 1});
  }
  text_.resize(text_.find_last_not_of('\t') + 1);
  end_line({sheet, row.row + 1});
}

void WorkbookText::append(std::string_view cell, Line line) {
  if (text_.size() + cell.size() > kMostBytes)
    throw LimitError(workbook_.file + "!" + printable(workbook_.sheets[line.sheet].name) +
                     ": up to here the workbook shows more than " +
                     std::to_string(kMostBytes >> 20) + " MiB of text; split it");
  for (const char c : cell) {
    if (c == '\n' && breaks_ == Breaks::Lines)
      end_line(line);
    else
      text_ += is_break(c) ? ' ' : c;
  }
}

void WorkbookText::end_line(Line line) {
  text_ += '\n';
  lines_.push_back(line);
}

std::vector<extract::CellTable> WorkbookText::tables(TracedText& traced) const {
  std::vector<extract::CellTable> tables;
  for (std::size_t s = 0; s < grids_.size(); ++s) {
    extract::CellTable& table = tables.emplace_back();
    if (name_begins_[s]) {
      table.section = appended(traced, *name_begins_[s], workbook_.sheets[s].name);
      traced.append_mark('\n');
    }
    auto begin = begins_[s].begin();
    for (const GridRow& row : grids_[s].rows) {
      extract::CellRow& cells = table.rows.emplace_back();
      for (const GridCell& cell : row.cells)
        cells.push_back(appended(
            traced, *begin++,
            cell.text ? std::string_view(workbook_.texts[*cell.text]) : std::string_view()));
      traced.append_mark('\n');
    }
  }
  return tables;
}

std::string WorkbookText::place(std::uint32_t line) const {
  const Line& at = lines_[std::min<std::size_t>(line, lines_.size()) - 1];
  const std::string name = printable(workbook_.sheets[at.sheet].name);
  return at.row == 0 ? name : name + "!" + std::to_string(at.row);
}

}  // namespace respnet::io
