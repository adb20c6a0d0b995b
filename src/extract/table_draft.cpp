#include "respnet/extract/table_draft.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/cell_units.hpp"
#include "extract/row_words.hpp"
#include "extract/table_header.hpp"
#include "extract/table_ids.hpp"
#include "extract/table_matrix.hpp"
#include "extract/table_rows.hpp"
#include "extract/table_sections.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/words.hpp"

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
    if (ids.bad)
      doubt("numbers-not-unique", tasks()[*ids.bad].whole.begin,
            "has no number of its own in the table's column of numbers; tasks were numbered by "
            "row or section");
    return std::move(result_);
  }

 private:
  void read_header(const CellRow& header);
  void find_remarks(const CellTable& table);
  void read_row(const CellTable& table, std::size_t r);
  bool read_across(const CellTable& table, std::size_t r);
  bool heads_numbered_rows(const CellTable& table, std::size_t r) const;
  void start_task(const CellRow& row);
  void add_units(const CellRow& row);
  void add_letters(const CellRow& row);
  void add_cell(std::size_t column, Range range, bool ditto);
  void lead_first(TaskDraft& task) const;
  void doubt(std::string code, std::uint32_t at, std::string message, bool of_task = false);
  std::uint32_t last() const { return static_cast<std::uint32_t>(tasks().size() - 1); }
  std::vector<TaskDraft>& tasks() { return result_.drafts.tasks; }
  const std::vector<TaskDraft>& tasks() const { return result_.drafts.tasks; }

  const TracedText& text_;
  bool remark_outside_;
  bool remark_in_row_ = false;  // of the table at hand
  Matrix matrix_;               // of the table at hand
  KnownNames known_;
  TableRows rows_;  // of the table at hand
  std::vector<Range> header_;
  std::vector<bool> first_leads_;  // by column
  std::vector<Range> above_;       // by column: the cell that 同上 means
  std::size_t first_task_ = 0;     // of the table at hand
  TableDrafts result_;
  std::vector<Range> numbers_;  // by draft
  TableSections sections_;
};

void TableDrafter::doubt(std::string code, std::uint32_t at, std::string message, bool of_task) {
  result_.doubts.push_back(
      {std::move(code), of_task ? std::optional(last()) : std::nullopt, at, std::move(message)});
}

void TableDrafter::learn_names(const CellTable& table, const TableLayout& layout) {
  const TableRows rows(text_.text(), layout);
  for (std::size_t c = 0; c < layout.columns.size(); ++c) {
    if (layout.columns[c].kind != ColumnKind::Units) continue;
    for (std::size_t r = layout.header + 1; r < table.rows.size(); ++r)
      if (const auto words = rows.words(rows.cell(table.rows[r], c)); is_english(words))
        known_.learn(words);
  }
}

void TableDrafter::add(const CellTable& table, TableLayout layout) {
  rows_ = TableRows(text_.text(), std::move(layout));
  header_ = rows_.layout().heads;
  above_.assign(header_.size(), {});
  std::vector<Range> headings = table.headings;
  if (table.section) headings.insert(headings.begin(), narrowed(text_.text(), *table.section));
  sections_.start_table(header_.size(), headings);
  first_task_ = tasks().size();
  result_.under_headings |= !table.headings.empty();
  if (!result_.head) result_.head = rows_.filled(header_).begin;
  find_remarks(table);
  matrix_ = Matrix(text_.text(), table, rows_.layout());
  if (const auto& found = matrix_.doubt()) doubt(found->code, found->at, found->message);
  read_header(header_);
  std::size_t ragged = 0;
  std::uint32_t first_ragged = 0;
  for (std::size_t r = rows_.layout().header + 1; r < table.rows.size(); ++r) {
    const CellRow& row = table.rows[r];
    if (row.size() != header_.size() && rows_.filled_cells(row) > 1 && ragged++ == 0)
      first_ragged = rows_.filled(row).begin;
    read_row(table, r);
  }
  if (ragged != 0)
    doubt("ragged-row", first_ragged,
          std::to_string(ragged) +
              " rows have more or fewer cells than the header, this one first; missing cells were "
              "taken as empty, cells beyond the header were left aside");
}

void TableDrafter::read_header(const CellRow& header) {
  first_leads_.assign(header.size(), remark_outside_ || remark_in_row_);
  for (std::size_t c = 0; c < header.size(); ++c)
    if (rows_.columns()[c].kind == ColumnKind::Units &&
        first_leads_remark(rows_.words(header[c]))) {
      first_leads_[c] = true;
      result_.drafts.remarks.push_back({header[c], true});
    }
  std::ranges::move(header_doubts(text_.text(), rows_.layout()),
                    std::back_inserter(result_.doubts));
}

// Rows across the table may say that the unit listed first leads, also below the tasks.
void TableDrafter::find_remarks(const CellTable& table) {
  remark_in_row_ = false;
  for (const CellRow& row : table.rows) {
    if (rows_.filled_cells(row) != 1 || !first_leads_remark(rows_.words(rows_.filled(row))))
      continue;
    remark_in_row_ = true;
    result_.drafts.remarks.push_back({rows_.filled(row), true});
  }
}

void TableDrafter::read_row(const CellTable& table, std::size_t r) {
  const CellRow& row = table.rows[r];
  const std::size_t cells = rows_.filled_cells(row);
  if (cells == 0) return;
  const bool repeats_header = std::ranges::equal(
      row, header_, {}, [this](Range each) { return rows_.words(each); },
      [this](Range each) { return rows_.words(each); });
  if (repeats_header || (cells == 1 && read_across(table, r))) return;
  if (cells == 2 && heads_numbered_rows(table, r))
    return sections_.add_banner(rows_.cell(row, ColumnKind::Task));
  const bool continues = !rows_.has(row, ColumnKind::Task) && !rows_.has(row, ColumnKind::Number) &&
                         tasks().size() > first_task_ && rows_.names_units(row);
  if (continues) {
    tasks().back().whole.end = rows_.filled(row).end;
    doubt("row-continues", rows_.filled(row).begin,
          "has units and no words of a task; they were added to the task above", true);
  } else if (rows_.has(row, ColumnKind::Task) || rows_.names_units(row)) {
    start_task(row);
  } else {
    doubt("row-left-aside", rows_.filled(row).begin,
          "has neither words of a task nor units; it was left aside");
    return;
  }
  add_units(row);
  if (tasks().back().clauses.size() > kMostClauses)
    throw LimitError("more than " + std::to_string(kMostClauses) +
                     " rows go on with one task; this is no work plan");
}

// A row with nothing but a number and words, which the next row's number goes on: 1 above 1.1.
bool TableDrafter::heads_numbered_rows(const CellTable& table, std::size_t r) const {
  if (r + 1 >= table.rows.size()) return false;
  const CellRow& row = table.rows[r];
  if (!rows_.has(row, ColumnKind::Number) || !rows_.has(row, ColumnKind::Task)) return false;
  const std::string_view number = rows_.words(rows_.cell(row, ColumnKind::Number));
  const std::string_view below = rows_.words(rows_.cell(table.rows[r + 1], ColumnKind::Number));
  return below.size() > number.size() + 1 && below.starts_with(number) &&
         (number.ends_with('.') || below[number.size()] == '.');
}

// A row with one cell: a note, or a section of the rows below.
bool TableDrafter::read_across(const CellTable& table, std::size_t r) {
  const Range label = rows_.filled(table.rows[r]);
  if (is_table_note(rows_.words(label))) {
    doubt("row-left-aside", label.begin, "is a note below or above the tasks; it was left aside");
    return true;
  }
  if (sections_.read_banner(label)) return true;
  constexpr std::size_t fewest_columns = 3;
  constexpr std::size_t longest = 60;  // characters
  const bool stands_over_rows =
      r + 1 < table.rows.size() && rows_.filled_cells(table.rows[r + 1]) >= fewest_columns;
  if (header_.size() < fewest_columns || !stands_over_rows ||
      length(rows_.words(label)) > longest || rows_.names_units(table.rows[r]))
    return false;
  sections_.add_banner(label);
  return true;
}

void TableDrafter::start_task(const CellRow& row) {
  TaskDraft task;
  task.section = sections_.section_of(rows_.sections(row));
  task.sentences = rows_.cell(row, ColumnKind::Task);
  // What tells more stands in columns behind the task's.
  if (rows_.has(row, ColumnKind::Detail) &&
      rows_.cell(row, ColumnKind::Detail).begin > task.sentences.begin)
    task.sentences.end = rows_.cell(row, ColumnKind::Detail).end;
  task.title = row_title(rows_.words(rows_.cell(row, ColumnKind::Task)));
  task.whole = rows_.filled(row);
  const Range deadline = rows_.cell(row, ColumnKind::Deadline);
  if (!is_empty_cell(rows_.words(deadline))) task.deadline = deadline;
  tasks().push_back(std::move(task));
  numbers_.push_back(rows_.number(row));
  if (!tasks().back().title.empty()) return;
  if (tasks().back().section)
    tasks().back().title = row_title(rows_.words(sections_[*tasks().back().section].label));
  doubt("task-without-words", rows_.filled(row).begin,
        "names units and a number, and no words of a task; kept as a task", true);
}

void TableDrafter::add_units(const CellRow& row) {
  for (std::size_t c = 0; c < rows_.columns().size(); ++c) {
    if (rows_.columns()[c].kind != ColumnKind::Units) continue;
    const Range range = rows_.cell(row, c);
    const bool ditto = kDittos.is(rows_.words(range)) && !above_[c].empty();
    if (!ditto) above_[c] = range.size() <= kLongestDitto ? range : Range{};
    add_cell(c, ditto ? above_[c] : range, ditto);
  }
  add_letters(row);
  lead_first(tasks().back());
}

void TableDrafter::add_cell(std::size_t column, Range range, bool ditto) {
  if (is_empty_cell(rows_.words(range))) return;
  TaskDraft& task = tasks().back();
  const CellUnits found = units_in_cell(text_.text(), range, rows_.columns()[column],
                                        static_cast<std::uint32_t>(task.clauses.size()), known_);
  task.clauses.push_back(found.clause);
  if (task.deadline.empty()) task.deadline = found.deadline;
  task.mentions.insert(task.mentions.end(), found.mentions.begin(), found.mentions.end());
  if (found.with)
    doubt("inferred-roles", range.begin,
          "'with' or the like joins the units; those behind it were taken as support, inferred",
          true);
  if (found.doubtful)
    doubt("doubtful-and", range.begin,
          "an 'and' in '" + printable(prefix(rows_.words(range), kWidestQuote)) +
              "' may join two units or stand inside the name of one; it was taken as part of a "
              "name",
          true);
  if (ditto)
    doubt("ditto", task.whole.begin, "says 'as above'; the units of the row above were taken",
          true);
  if (found.overrides)
    doubt("cell-overrides-header", range.begin,
          "words in the cell give another role than the column's header '" +
              printable(rows_.words(header_[column])) + "'; the words in the cell were followed",
          true);
}

void TableDrafter::add_letters(const CellRow& row) {
  TaskDraft& task = tasks().back();
  bool any = false;
  for (std::size_t c = 0; c < rows_.columns().size(); ++c) {
    if (rows_.columns()[c].kind != ColumnKind::Unit ||
        is_empty_cell(rows_.words(rows_.cell(row, c))))
      continue;
    const std::optional<MatrixRole> found = matrix_.role(rows_.words(rows_.cell(row, c)));
    if (!found) {
      doubt("unknown-letters", rows_.cell(row, c).begin,
            "'" + printable(prefix(rows_.words(rows_.cell(row, c)), kWidestQuote)) +
                "' is none of R, A, S, C, I; the cell was left aside",
            true);
      continue;
    }
    const auto clause = static_cast<std::uint32_t>(task.clauses.size());
    task.mentions.push_back(
        {unit_in_header(text_.text(), header_[c]), found->role, found->is_explicit, clause});
    any = true;
  }
  if (!any) return;
  FoundClause clause;
  clause.range = rows_.filled(row);
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
