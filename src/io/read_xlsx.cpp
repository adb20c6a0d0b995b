#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "io/clause_words.hpp"
#include "io/workbook.hpp"
#include "io/workbook_network.hpp"
#include "io/workbook_text.hpp"
#include "io/xlsx.hpp"
#include "io/zip_archive.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/clause.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/notice.hpp"
#include "respnet/extract/table_layout.hpp"
#include "respnet/extract/task_table.hpp"

namespace respnet::io {
namespace {

using extract::CellRow;
using extract::CellTable;
using extract::ColumnKind;
using extract::TableLayout;
using extract::TracedText;

void clear(CellRow& row) {
  for (extract::Range& cell : row) cell.end = cell.begin;
}

// The layout of a table, in which a header over the header is emptied.
std::optional<TableLayout> layout_below(const TracedText& text, CellTable& table,
                                        const SheetGrid& grid) {
  for (const std::size_t upper : grid.upper_headers) {
    CellTable below;
    below.rows.assign(table.rows.begin() + static_cast<std::ptrdiff_t>(upper) + 1,
                      table.rows.end());
    const auto layout = extract::layout_of(text.text(), below);
    if (layout && layout->header == 0) clear(table.rows[upper]);
  }
  return extract::layout_of(text.text(), table);
}

// Empties what a merged task shows in its further rows, so that they go on with it.
void join_merged_rows(CellTable& table, const TableLayout& layout, const SheetGrid& grid) {
  const auto is_named_anew = [&](const GridRow& row) {
    for (std::size_t c = 0; c < layout.columns.size(); ++c)
      if ((layout.columns[c].kind == ColumnKind::Number || c == layout.task) && row.cells[c].text &&
          !row.cells[c].from_above)
        return true;
    return !row.cells[layout.task].from_above;
  };
  for (std::size_t r = layout.header + 1; r < table.rows.size(); ++r) {
    if (is_named_anew(grid.rows[r])) continue;
    for (std::size_t c = 0; c < layout.columns.size(); ++c)
      if (layout.columns[c].kind != ColumnKind::Section && grid.rows[r].cells[c].from_above)
        table.rows[r][c].end = table.rows[r][c].begin;
  }
}

// The words around a table: the rows above its header, and rows of one cell.
void append_words_around(std::string& words, const TracedText& text, const CellTable& table,
                         std::size_t header) {
  for (std::size_t r = 0; r < table.rows.size() && words.size() < extract::kLongestClause; ++r) {
    const auto filled =
        std::ranges::count_if(table.rows[r], [](extract::Range cell) { return !cell.empty(); });
    if (r >= header && filled != 1) continue;
    for (const extract::Range cell : table.rows[r])
      words += std::string(cell.of(text.text())) + "\n";
  }
}

std::vector<model::Note> notes_on(const Workbook& workbook) {
  std::vector<model::Note> notes;
  for (const std::string& name : workbook.hidden)
    notes.push_back({"hidden-sheet", std::nullopt, 0,
                     "the hidden sheet '" + printable(name) +
                         "' was left aside; show it if it is part of the plan"});
  constexpr std::size_t shown = 3;
  std::string places;
  for (std::size_t i = 0; i < std::min(shown, workbook.errors.size()); ++i)
    places += (i == 0 ? "" : ", ") + workbook.errors[i];
  if (workbook.errors.size() > shown) places += " and more";
  if (!places.empty())
    notes.push_back({"error-value", std::nullopt, 0,
                     "cells that show an error such as #N/A were taken as empty: " + places});
  return notes;
}

/// The task tables of a workbook.
class WorkbookTables {
 public:
  WorkbookTables(const Workbook& workbook, const WorkbookText& shown)
      : workbook_(workbook),
        text_(shown.text()),
        document_{.text = text_, .tables = {}, .first_leads = false, .notes = {}} {
    document_.tables = shown.tables(text_);
    for (std::size_t s = 0; s < document_.tables.size(); ++s) fit(s, shown.grids()[s]);
  }

  bool empty() const { return count_ == 0; }
  model::Network network(const Document& document) {
    if (count_ < 2)
      for (CellTable& table : document_.tables) table.section.reset();
    document_.notes.insert(document_.notes.end(), aside_.begin(), aside_.end());
    document_.first_leads = extract::first_leads_remark(around_).has_value();
    if (document_.first_leads)
      document_.notes.push_back({"first-listed-leads", std::nullopt, 0,
                                 "a remark outside the tables says that the unit listed first "
                                 "leads; it was taken as stated lead wherever no group stands "
                                 "first"});
    return extract::read_task_tables(document_, document.source, document.file);
  }

 private:
  void fit(std::size_t sheet, const SheetGrid& grid) {
    CellTable& table = document_.tables[sheet];
    const auto layout = layout_below(text_, table, grid);
    append_words_around(around_, text_, table, layout ? layout->header : table.rows.size());
    if (layout) {
      ++count_;
      join_merged_rows(table, *layout, grid);
    } else if (!table.rows.empty()) {
      aside_.push_back({"sheet-left-aside", std::nullopt, 0,
                        "the sheet '" + printable(workbook_.sheets[sheet].name) +
                            "' holds no task table and was left aside"});
    }
  }

  const Workbook& workbook_;
  TracedText text_;
  extract::TaskTables document_;
  std::vector<model::Note> aside_;
  std::string around_;
  std::size_t count_ = 0;
};

// Where a person finds what notes are about.
model::Network with_places(model::Network network, const WorkbookText& shown,
                           std::vector<model::Note> notes) {
  for (model::Note note : network.notes()) {
    if (note.line != 0) note.message += " (" + shown.place(note.line) + ")";
    notes.push_back(std::move(note));
  }
  return std::move(network).with_notes(std::move(notes));
}

}  // namespace

bool looks_like_xlsx(std::string_view bytes) {
  constexpr const char* book = "xl/workbook.xml";
  if (!bytes.starts_with("PK\x03\x04")) return false;
  try {
    return ZipArchive(bytes, {}).has(book);
  } catch (const InputError&) {
    return bytes.find(book) != bytes.npos;  // damaged: the reader will say so
  }
}

model::Network read_xlsx(const Document& document) {
  const Workbook workbook = read_workbook(document.text, document.file);
  std::vector<model::Note> notes = notes_on(workbook);
  if (auto network = network_in_workbook(workbook, document.source)) {
    notes.insert(notes.end(), network->notes().begin(), network->notes().end());
    return std::move(*network).with_notes(std::move(notes));
  }
  const WorkbookText rows(workbook);
  if (trimmed(rows.text()).empty())
    throw InputError(
        {document.file},
        "no visible sheet of the workbook holds anything; check that the right file was saved");
  if (WorkbookTables tables(workbook, rows); !tables.empty())
    return with_places(tables.network(document), rows, std::move(notes));
  const WorkbookText prose(workbook, WorkbookText::Breaks::Lines);
  return with_places(extract::read_notice(prose.text(), document.source, document.file), prose,
                     std::move(notes));
}

}  // namespace respnet::io
