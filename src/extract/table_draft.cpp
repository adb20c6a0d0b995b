#include "respnet/extract/table_draft.hpp"

#include <algorithm>
#include <utility>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "extract/cell_units.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/heading_mark.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

using model::Role;

constexpr std::size_t kWidestTitle = 80;     // columns, 40 Chinese characters
constexpr std::size_t kLongestDitto = 4096;  // bytes, of a cell that 同上 may stand for
constexpr std::size_t kMostClauses = 10000;  // cells with units, of one task
constexpr std::size_t kLongestNumber = 20;   // bytes, of a number column's cell

// The first phrase of a task's words, up to a comma or stop: what a heading would say.
std::string title_of(std::string_view words) {
  words = stripped(words);
  constexpr std::size_t looked_at = 1024;  // bytes, more than the widest title
  const std::string_view head = prefix(words.substr(0, looked_at), kWidestTitle + 1);
  std::size_t end = std::min(head.size(), head.find('\n'));
  for (const GlyphKind kind : {GlyphKind::Stop, GlyphKind::Semicolon})
    end = std::min(end, find_outside_brackets(head, kind));
  for (std::size_t at = find_outside_brackets(head, GlyphKind::Comma); at < end;
       at = find_outside_brackets(head, GlyphKind::Comma, at + 1))
    if (head[at] != ',') end = at;
  std::string_view title = stripped(head.substr(0, end));
  if (title.ends_with('.')) title.remove_suffix(1);
  while (display_width(title) > kWidestTitle) title = prefix(title, length(title) - 1);
  return std::string(title);
}

// "（3）", "3、" -> "3"
std::string number_of(std::string_view cell) {
  cell = stripped(cell);
  if (cell.size() > kLongestNumber) return {};
  std::string number;
  for (std::size_t i = 0; i < cell.size();) {
    const Glyph glyph = glyph_at(cell, i);
    if (glyph.kind == GlyphKind::Other) number.append(cell, i, glyph.size);
    i += glyph.size;
  }
  while (number.ends_with('.')) number.pop_back();
  return number;
}

class TableDrafter {
 public:
  TableDrafter(const TracedText& text, bool first_leads)
      : text_(text), remark_outside_(first_leads) {}

  void add(const CellTable& table, TableLayout layout);
  TableDrafts drafts() {
    choose_ids();
    return std::move(result_);
  }

 private:
  std::string_view words(Range range) const { return stripped(range.of(text_.text())); }
  Range cell(const CellRow& row, std::size_t column) const {
    return column < row.size() ? narrowed(text_.text(), row[column]) : Range{};
  }
  // From the first cell with words to the last.
  Range filled(const CellRow& row) const;
  Range cell_of(const CellRow& row, ColumnKind kind) const;
  bool is(const CellRow& row, ColumnKind kind) const { return !words(cell_of(row, kind)).empty(); }
  bool names_units(const CellRow& row) const;

  void read_header(const CellRow& header);
  void read_row(const CellRow& row);
  bool read_banner(const CellRow& row);
  void start_task(const CellRow& row);
  void add_units(const CellRow& row);
  void add_letters(const CellRow& row);
  void add_cell(std::size_t column, Range range, bool ditto);
  void lead_first(TaskDraft& task) const;
  std::optional<std::uint32_t> section_of(const CellRow& row);
  std::uint32_t section(Range label, std::optional<std::uint32_t> parent);
  void choose_ids();
  void doubt(std::string code, std::uint32_t at, std::string message, bool of_task = false);
  std::uint32_t last() const { return static_cast<std::uint32_t>(tasks().size() - 1); }
  std::vector<TaskDraft>& tasks() { return result_.drafts.tasks; }
  const std::vector<TaskDraft>& tasks() const { return result_.drafts.tasks; }

  const TracedText& text_;
  bool remark_outside_;
  TableLayout layout_;
  std::vector<Range> header_;
  std::vector<bool> first_leads_;  // by column
  std::vector<Range> above_;       // by column: the cell that 同上 means
  std::vector<std::optional<std::uint32_t>> section_above_;  // by column: what an empty cell means
  std::optional<std::uint32_t> table_section_;  // around all sections of the table at hand
  std::vector<std::pair<MarkKind, std::uint32_t>> banners_;
  std::size_t first_task_ = 0;  // of the table at hand
  TableDrafts result_;
  std::vector<Range> numbers_;                             // by draft
  tsl::robin_map<std::string, std::uint32_t> section_at_;  // by parent's id and words
  std::vector<std::uint32_t> children_{0};                 // of the root, then by section
};

void TableDrafter::doubt(std::string code, std::uint32_t at, std::string message, bool of_task) {
  result_.doubts.push_back(
      {std::move(code), of_task ? std::optional(last()) : std::nullopt, at, std::move(message)});
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

void TableDrafter::add(const CellTable& table, TableLayout layout) {
  layout_ = std::move(layout);
  header_ = table.rows[layout_.header];
  above_.assign(header_.size(), {});
  section_above_.assign(header_.size(), std::nullopt);
  banners_.clear();
  table_section_.reset();
  if (table.section) table_section_ = section(narrowed(text_.text(), *table.section), std::nullopt);
  first_task_ = tasks().size();
  if (!result_.head) result_.head = filled(header_).begin;
  read_header(header_);
  std::size_t ragged = 0;
  std::uint32_t first_ragged = 0;
  for (std::size_t r = layout_.header + 1; r < table.rows.size(); ++r) {
    const CellRow& row = table.rows[r];
    if (row.size() != header_.size() && !filled(row).empty() && ragged++ == 0)
      first_ragged = filled(row).begin;
    read_row(row);
  }
  if (ragged != 0)
    doubt("ragged-row", first_ragged,
          std::to_string(ragged) +
              " rows have more or fewer cells than the header, this one first; missing cells were "
              "taken as empty, cells beyond the header were left aside");
}

void TableDrafter::read_header(const CellRow& header) {
  std::string ignored;
  first_leads_.assign(header.size(), remark_outside_);
  for (std::size_t c = 0; c < header.size(); ++c) {
    const std::string_view name = words(header[c]);
    const ColumnKind kind = layout_.columns[c].kind;
    if (kind == ColumnKind::Ignored && !name.empty())
      ignored += (ignored.empty() ? "'" : ", '") + printable(prefix(name, kWidestTitle)) + "'";
    if (kind == ColumnKind::Persons)
      doubt("person-column", header[c].begin,
            "the column '" + printable(name) + "' names persons; it was left aside");
    if (layout_.columns[c].several_roles)
      doubt("several-roles", header[c].begin,
            "the column '" + printable(name) +
                "' names several roles; its units were taken as responsible, inferred, where the "
                "cell does not say more");
    if (kind == ColumnKind::Units && first_leads_remark(name)) {
      first_leads_[c] = true;
      result_.drafts.remarks.push_back({header[c], true});
    }
  }
  if (!ignored.empty())
    doubt("ignored-column", filled(header).begin,
          "columns that say neither what, who nor when were left aside: " + ignored);
}

void TableDrafter::read_row(const CellRow& row) {
  const auto cells = std::ranges::count_if(row, [this](Range r) { return !words(r).empty(); });
  if (cells == 0) return;
  const bool repeats_header = std::ranges::equal(
      row, header_, {}, [this](Range r) { return words(r); }, [this](Range r) { return words(r); });
  if (repeats_header || (cells == 1 && read_banner(row))) return;
  const bool continues = !is(row, ColumnKind::Task) && !is(row, ColumnKind::Number) &&
                         tasks().size() > first_task_ && names_units(row);
  if (continues) {
    tasks().back().whole.end = filled(row).end;
    doubt("row-continues", filled(row).begin,
          "has units and no words of a task; they were added to the task above", true);
  } else if (is(row, ColumnKind::Task) || names_units(row)) {
    start_task(row);
  } else {
    doubt("row-left-aside", filled(row).begin,
          "has neither words of a task nor units; it was left aside");
    return;
  }
  add_units(row);
  if (tasks().back().clauses.size() > kMostClauses)
    throw LimitError("more than " + std::to_string(kMostClauses) +
                     " rows go on with one task; this is no work plan");
}

// A row with one cell that has a heading's number: a section of the rows below.
bool TableDrafter::read_banner(const CellRow& row) {
  const Range label = filled(row);
  const std::optional<HeadingMark> mark = heading_mark(words(label));
  if (!mark || mark->kind >= MarkKind::Digit || mark->kind == MarkKind::None) return false;
  while (!banners_.empty() && banners_.back().first >= mark->kind) banners_.pop_back();
  std::optional<std::uint32_t> parent = table_section_;
  if (!banners_.empty()) parent = banners_.back().second;
  banners_.emplace_back(mark->kind, section(label, parent));
  std::ranges::fill(section_above_, std::nullopt);
  return true;
}

void TableDrafter::start_task(const CellRow& row) {
  TaskDraft task;
  task.section = section_of(row);
  task.sentences = cell(row, layout_.task);
  // What tells more stands in columns behind the task's.
  if (is(row, ColumnKind::Detail) && cell_of(row, ColumnKind::Detail).begin > task.sentences.begin)
    task.sentences.end = cell_of(row, ColumnKind::Detail).end;
  task.title = title_of(words(cell(row, layout_.task)));
  task.whole = filled(row);
  const Range deadline = cell_of(row, ColumnKind::Deadline);
  if (!is_empty_cell(words(deadline))) task.deadline = deadline;
  tasks().push_back(std::move(task));
  numbers_.push_back(cell_of(row, ColumnKind::Number));
  if (!tasks().back().title.empty()) return;
  if (tasks().back().section)
    tasks().back().title = title_of(words(result_.sections[*tasks().back().section].label));
  doubt("task-without-words", filled(row).begin,
        "names units and a number, and no words of a task; kept as a task", true);
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
                                        static_cast<std::uint32_t>(task.clauses.size()));
  task.clauses.push_back(found.clause);
  if (task.deadline.empty()) task.deadline = found.deadline;
  task.mentions.insert(task.mentions.end(), found.mentions.begin(), found.mentions.end());
  if (ditto)
    doubt("ditto", task.whole.begin, "says 'as above'; the units of the row above were taken",
          true);
  if (found.overrides)
    doubt("cell-overrides-header", range.begin,
          "words in the cell give another role than the column's header '" +
              printable(words(header_[column])) + "'; the words in the cell were followed",
          true);
}

void TableDrafter::add_letters(const CellRow& row) {
  TaskDraft& task = tasks().back();
  bool any = false;
  for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
    if (layout_.columns[c].kind != ColumnKind::Unit || is_empty_cell(words(cell(row, c)))) continue;
    const std::optional<Role> role = role_of_letters(words(cell(row, c)));
    if (!role) {
      doubt("unknown-letters", cell(row, c).begin,
            "'" + printable(prefix(words(cell(row, c)), kWidestTitle)) +
                "' is none of R, A, S, C, I; the cell was left aside",
            true);
      continue;
    }
    const auto clause = static_cast<std::uint32_t>(task.clauses.size());
    task.mentions.push_back({unit_in_header(text_.text(), header_[c]), *role, true, clause});
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

// The innermost section of a row. An empty cell means the one above, as merged cells are written.
std::optional<std::uint32_t> TableDrafter::section_of(const CellRow& row) {
  std::optional<std::uint32_t> found = table_section_;
  if (!banners_.empty()) found = banners_.back().second;
  bool changed = false;
  for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
    if (layout_.columns[c].kind != ColumnKind::Section) continue;
    const Range own = cell(row, c);
    auto& here = section_above_[c];
    if (!own.empty()) {
      const std::uint32_t stated = section(own, found);
      changed |= here != stated;
      here = stated;
    } else if (changed) {
      here.reset();
    }
    if (here) found = here;
  }
  return found;
}

std::uint32_t TableDrafter::section(Range label, std::optional<std::uint32_t> parent) {
  const auto added = static_cast<std::uint32_t>(result_.sections.size());
  const std::string above = parent ? result_.sections[*parent].id : "";
  const auto [place, is_new] =
      section_at_.try_emplace(above + "\n" + std::string(words(label)), added);
  if (!is_new) return place->second;
  const std::uint32_t count = ++children_[parent ? *parent + 1 : 0];
  result_.sections.push_back(
      {label, parent, (above.empty() ? "" : above + ".") + std::to_string(count)});
  children_.push_back(0);
  return added;
}

void TableDrafter::choose_ids() {
  tsl::robin_set<std::string> seen;
  std::optional<std::size_t> bad;
  for (std::size_t t = 0; t < numbers_.size() && !bad; ++t) {
    result_.ids.push_back(number_of(words(numbers_[t])));
    if (result_.ids.back().empty() || !seen.insert(result_.ids.back()).second) bad = t;
  }
  if (!bad) return;
  result_.ids.clear();
  for (std::size_t t = 0; t < tasks().size(); ++t) result_.ids.push_back(std::to_string(t + 1));
  const bool numbered = std::ranges::any_of(numbers_, [](Range range) { return !range.empty(); });
  if (numbered)
    doubt("numbers-not-unique", tasks()[*bad].whole.begin,
          "has no number of its own in the table's column of numbers; tasks were numbered by row");
}

}  // namespace

TableDrafts draft_table_tasks(const TracedText& text, const std::vector<CellTable>& tables,
                              bool first_leads) {
  TableDrafter drafter(text, first_leads);
  for (const CellTable& table : tables)
    if (auto layout = layout_of(text.text(), table)) drafter.add(table, std::move(*layout));
  return drafter.drafts();
}

}  // namespace respnet::extract
