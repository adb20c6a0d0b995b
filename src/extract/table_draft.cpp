#include "respnet/extract/table_draft.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/cell_units.hpp"
#include "extract/row_words.hpp"
#include "extract/table_header.hpp"
#include "extract/table_ids.hpp"
#include "extract/table_matrix.hpp"
#include "extract/table_sections.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/english_items.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"
#include "respnet/model/doubt.hpp"

namespace respnet::extract {
namespace {

using model::Role;

constexpr std::size_t kWidestQuote = 80;     // bytes, of a cell in a message
constexpr std::size_t kLongestDitto = 4096;  // bytes, of a cell that 同上 may stand for
constexpr std::size_t kMostClauses = 10000;  // cells with units, of one task

class TableDrafter {
 public:
  TableDrafter(const TracedText& text, bool first_leads)
      : text_(text), remark_outside_(first_leads), sections_(text.text()) {}

  void learn_names(const CellTable& table, const TableLayout& layout);

  void add(const CellTable& table, TableLayout layout);
  TableDrafts drafts() {
    result_.sections = sections_.take();
    TableIds ids = ids_of_rows(text_.text(), numbers_, result_);
    result_.ids = std::move(ids.ids);
    if (ids.bad) doubt("numbers-not-unique", tasks()[*ids.bad].whole.begin);
    return std::move(result_);
  }

 private:
  std::string_view words(Range range) const { return stripped(range.of(text_.text())); }
  respnet::Words in_short(Range range) const {
    return model::quoted(prefix(words(range), kWidestQuote));
  }
  Range cell(const CellRow& row, std::size_t column) const {
    return column < row.size() ? narrowed(text_.text(), row[column]) : Range{};
  }
  // From the first cell with words to the last.
  Range filled(const CellRow& row) const;
  Range cell_of(const CellRow& row, ColumnKind kind) const;
  bool is(const CellRow& row, ColumnKind kind) const { return !words(cell_of(row, kind)).empty(); }
  bool names_units(const CellRow& row) const;

  void read_header(const CellRow& header);
  void find_remarks(const CellTable& table);
  void read_row(const CellTable& table, std::size_t r);
  bool read_across(const CellTable& table, std::size_t r);
  std::size_t filled_cells(const CellRow& row) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(row, [this](Range each) { return !words(each).empty(); }));
  }
  void start_task(const CellRow& row);
  Range number_of(const CellRow& row) const;
  void add_units(const CellRow& row);
  void add_letters(const CellRow& row);
  void add_cell(std::size_t column, Range range, bool ditto);
  void lead_first(TaskDraft& task) const;
  std::optional<std::uint32_t> section_of(const CellRow& row);
  void doubt(const char* key, std::uint32_t at, std::vector<respnet::Words> parts = {});
  void doubt_task(const char* key, std::uint32_t at, std::vector<respnet::Words> parts = {});
  std::uint32_t last() const { return static_cast<std::uint32_t>(tasks().size() - 1); }
  std::vector<TaskDraft>& tasks() { return result_.drafts.tasks; }
  const std::vector<TaskDraft>& tasks() const { return result_.drafts.tasks; }

  const TracedText& text_;
  bool remark_outside_;
  bool remark_in_row_ = false;  // of the table at hand
  Matrix matrix_;               // of the table at hand
  KnownNames known_;
  TableLayout layout_;
  std::vector<Range> header_;
  std::vector<bool> first_leads_;  // by column
  std::vector<Range> above_;       // by column: the cell that 同上 means
  std::size_t first_task_ = 0;     // of the table at hand
  TableDrafts result_;
  std::vector<Range> numbers_;  // by draft
  TableSections sections_;
};

void TableDrafter::doubt(const char* key, std::uint32_t at, std::vector<respnet::Words> parts) {
  result_.doubts.push_back({key, std::nullopt, at, std::move(parts)});
}

void TableDrafter::doubt_task(const char* key, std::uint32_t at,
                              std::vector<respnet::Words> parts) {
  result_.doubts.push_back({key, last(), at, std::move(parts)});
}

Range TableDrafter::cell_of(const CellRow& row, ColumnKind kind) const {
  if (kind == ColumnKind::Task) return cell(row, layout_.task);
  const auto found = std::ranges::find(layout_.columns, kind, &Column::kind);
  return cell(row, static_cast<std::size_t>(found - layout_.columns.begin()));
}

Range TableDrafter::filled(const CellRow& row) const {
  Range all;
  for (std::size_t c = 0; c < row.size(); ++c) {
    const Range range = cell(row, c);
    if (range.empty()) continue;
    if (all.empty()) all.begin = range.begin;
    all.end = range.end;
  }
  return all;
}

bool TableDrafter::names_units(const CellRow& row) const {
  for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
    const ColumnKind kind = layout_.columns[c].kind;
    if ((kind == ColumnKind::Units || kind == ColumnKind::Unit) &&
        !is_empty_cell(words(cell(row, c))))
      return true;
  }
  return false;
}

void TableDrafter::learn_names(const CellTable& table, const TableLayout& layout) {
  for (std::size_t c = 0; c < layout.columns.size(); ++c) {
    if (layout.columns[c].kind != ColumnKind::Units) continue;
    for (std::size_t r = layout.header + 1; r < table.rows.size(); ++r)
      if (const Range range = cell(table.rows[r], c); is_english(words(range)))
        known_.learn(words(range));
  }
}

void TableDrafter::add(const CellTable& table, TableLayout layout) {
  layout_ = std::move(layout);
  header_ = layout_.heads;
  above_.assign(header_.size(), {});
  std::vector<Range> headings = table.headings;
  if (table.section) headings.insert(headings.begin(), narrowed(text_.text(), *table.section));
  sections_.start_table(header_.size(), headings);
  first_task_ = tasks().size();
  result_.under_headings |= !table.headings.empty();
  if (!result_.head) result_.head = filled(header_).begin;
  find_remarks(table);
  matrix_ = Matrix(text_.text(), table, layout_);
  if (const auto& found = matrix_.doubt()) result_.doubts.push_back(*found);
  read_header(header_);
  std::size_t ragged = 0;
  std::uint32_t first_ragged = 0;
  for (std::size_t r = layout_.header + 1; r < table.rows.size(); ++r) {
    const CellRow& row = table.rows[r];
    if (row.size() != header_.size() && filled_cells(row) > 1 && ragged++ == 0)
      first_ragged = filled(row).begin;
    read_row(table, r);
  }
  if (ragged != 0) doubt("ragged-row", first_ragged, {model::counted(ragged)});
}

void TableDrafter::read_header(const CellRow& header) {
  first_leads_.assign(header.size(), remark_outside_ || remark_in_row_);
  for (std::size_t c = 0; c < header.size(); ++c)
    if (layout_.columns[c].kind == ColumnKind::Units && first_leads_remark(words(header[c]))) {
      first_leads_[c] = true;
      result_.drafts.remarks.push_back({header[c], true});
    }
  std::ranges::move(header_doubts(text_.text(), layout_), std::back_inserter(result_.doubts));
}

// Rows across the table may say that the unit listed first leads, also below the tasks.
void TableDrafter::find_remarks(const CellTable& table) {
  remark_in_row_ = false;
  for (const CellRow& row : table.rows) {
    if (filled_cells(row) != 1 || !first_leads_remark(words(filled(row)))) continue;
    remark_in_row_ = true;
    result_.drafts.remarks.push_back({filled(row), true});
  }
}

void TableDrafter::read_row(const CellTable& table, std::size_t r) {
  const CellRow& row = table.rows[r];
  const std::size_t cells = filled_cells(row);
  if (cells == 0) return;
  const bool repeats_header = std::ranges::equal(
      row, header_, {}, [this](Range each) { return words(each); },
      [this](Range each) { return words(each); });
  if (repeats_header || (cells == 1 && read_across(table, r))) return;
  const bool continues = !is(row, ColumnKind::Task) && !is(row, ColumnKind::Number) &&
                         tasks().size() > first_task_ && names_units(row);
  if (continues) {
    tasks().back().whole.end = filled(row).end;
    doubt_task("row-continues", filled(row).begin);
  } else if (is(row, ColumnKind::Task) || names_units(row)) {
    start_task(row);
  } else {
    doubt("row-left-aside", filled(row).begin);
    return;
  }
  add_units(row);
  if (tasks().back().clauses.size() > kMostClauses)
    throw LimitError("more than " + std::to_string(kMostClauses) +
                     " rows go on with one task; this is no work plan");
}

// A row with one cell: a note, or a section of the rows below.
bool TableDrafter::read_across(const CellTable& table, std::size_t r) {
  const Range label = filled(table.rows[r]);
  if (is_table_note(words(label))) {
    doubt("row-left-aside/note", label.begin);
    return true;
  }
  if (sections_.read_banner(label)) return true;
  constexpr std::size_t fewest_columns = 3;
  constexpr std::size_t longest = 60;  // characters
  const bool stands_over_rows =
      r + 1 < table.rows.size() && filled_cells(table.rows[r + 1]) >= fewest_columns;
  if (header_.size() < fewest_columns || !stands_over_rows || length(words(label)) > longest ||
      names_units(table.rows[r]))
    return false;
  sections_.add_banner(label);
  return true;
}

void TableDrafter::start_task(const CellRow& row) {
  TaskDraft task;
  task.section = section_of(row);
  task.sentences = cell(row, layout_.task);
  // What tells more stands in columns behind the task's.
  if (is(row, ColumnKind::Detail) && cell_of(row, ColumnKind::Detail).begin > task.sentences.begin)
    task.sentences.end = cell_of(row, ColumnKind::Detail).end;
  task.title = row_title(words(cell(row, layout_.task)));
  task.whole = filled(row);
  const Range deadline = cell_of(row, ColumnKind::Deadline);
  if (!is_empty_cell(words(deadline))) task.deadline = deadline;
  tasks().push_back(std::move(task));
  numbers_.push_back(number_of(row));
  if (!tasks().back().title.empty()) return;
  if (tasks().back().section)
    tasks().back().title = row_title(words(sections_[*tasks().back().section].label));
  doubt_task("task-without-words", filled(row).begin);
}

// Of the column of numbers, or "R1" of "R1: Publish the data" where there is none.
Range TableDrafter::number_of(const CellRow& row) const {
  if (std::ranges::find(layout_.columns, ColumnKind::Number, &Column::kind) !=
      layout_.columns.end())
    return cell_of(row, ColumnKind::Number);
  const Range task = cell(row, layout_.task);
  const auto mark = is_english(words(task)) ? item_at_start(words(task)) : std::nullopt;
  if (!mark || mark->number.empty()) return {};
  const auto at = static_cast<std::uint32_t>(words(task).find(mark->number));
  return {task.begin + at, task.begin + at + static_cast<std::uint32_t>(mark->number.size())};
}

void TableDrafter::add_units(const CellRow& row) {
  for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
    if (layout_.columns[c].kind != ColumnKind::Units) continue;
    const Range range = cell(row, c);
    const bool ditto = kDittos.is(words(range)) && !above_[c].empty();
    if (!ditto) above_[c] = range.size() <= kLongestDitto ? range : Range{};
    add_cell(c, ditto ? above_[c] : range, ditto);
  }
  add_letters(row);
  lead_first(tasks().back());
}

void TableDrafter::add_cell(std::size_t column, Range range, bool ditto) {
  if (is_empty_cell(words(range))) return;
  TaskDraft& task = tasks().back();
  const CellUnits found = units_in_cell(text_.text(), range, layout_.columns[column],
                                        static_cast<std::uint32_t>(task.clauses.size()), known_);
  task.clauses.push_back(found.clause);
  if (task.deadline.empty()) task.deadline = found.deadline;
  task.mentions.insert(task.mentions.end(), found.mentions.begin(), found.mentions.end());
  if (found.with) doubt_task("inferred-roles/with", range.begin);
  if (found.doubtful) doubt_task("doubtful-and", range.begin, {in_short(range)});
  if (ditto) doubt_task("ditto", task.whole.begin);
  if (found.overrides)
    doubt_task("cell-overrides-header", range.begin, {model::quoted(words(header_[column]))});
}

void TableDrafter::add_letters(const CellRow& row) {
  TaskDraft& task = tasks().back();
  bool any = false;
  for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
    if (layout_.columns[c].kind != ColumnKind::Unit || is_empty_cell(words(cell(row, c)))) continue;
    const std::optional<MatrixRole> found = matrix_.role(words(cell(row, c)));
    if (!found) {
      doubt_task("unknown-letters", cell(row, c).begin, {in_short(cell(row, c))});
      continue;
    }
    const auto clause = static_cast<std::uint32_t>(task.clauses.size());
    task.mentions.push_back(
        {unit_in_header(text_.text(), header_[c]), found->role, found->is_explicit, clause});
    any = true;
  }
  if (!any) return;
  FoundClause clause;
  clause.range = filled(row);
  clause.form = ClauseForm::Cell;
  task.clauses.push_back(std::move(clause));
}

// Where a remark says that the unit listed first leads.
void TableDrafter::lead_first(TaskDraft& task) const {
  const bool remark = std::ranges::any_of(first_leads_, [](bool each) { return each; });
  const bool led =
      std::ranges::any_of(task.mentions, [](const Mention& m) { return m.role == Role::Lead; });
  if (!remark || led || task.mentions.size() < 2 || task.mentions.front().unit.group) return;
  task.mentions.front().role = Role::Lead;
  task.mentions.front().is_explicit = true;
}

std::optional<std::uint32_t> TableDrafter::section_of(const CellRow& row) {
  std::vector<std::pair<std::size_t, Range>> cells;
  for (std::size_t c = 0; c < layout_.columns.size(); ++c)
    if (layout_.columns[c].kind == ColumnKind::Section) cells.emplace_back(c, cell(row, c));
  return sections_.section_of(cells);
}

}  // namespace

TableDrafts draft_table_tasks(const TracedText& text, const std::vector<CellTable>& tables,
                              bool first_leads) {
  TableDrafter drafter(text, first_leads);
  std::vector<std::optional<TableLayout>> layouts;
  for (const CellTable& table : tables) {
    layouts.push_back(layout_of(text.text(), table));
    if (layouts.back()) drafter.learn_names(table, *layouts.back());
  }
  for (std::size_t i = 0; i < tables.size(); ++i)
    if (layouts[i]) drafter.add(tables[i], std::move(*layouts[i]));
  return drafter.drafts();
}

}  // namespace respnet::extract
