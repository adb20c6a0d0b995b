#include "respnet/extract/table_layout.hpp"

#include <algorithm>
#include <string>

#include "extract/clause_reader.hpp"
#include "respnet/extract/english_labels.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/role_letters.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

using model::Role;

constexpr std::size_t kHeaderRows = 10;     // a header stands among the first rows
constexpr std::size_t kLongestHeader = 96;  // bytes; longer cells are text

// A header's words: lower case, without blanks between Chinese characters and a bracket behind.
std::string plain_header(std::string_view header) {
  header = stripped(header);
  const std::size_t bracket = find_outside_brackets(header, GlyphKind::Open);
  if (bracket != std::string_view::npos && bracket > 0) header = header.substr(0, bracket);
  return lower_case(without_blanks(header));
}

bool names_persons(std::string_view header) {
  return kPersonLabels.is(header) ||
         (kPersonHeads.at_end(header) != 0 && kConjunctions.at_start(header) == 0 &&
          header.find("及") == std::string_view::npos);
}

// What would be a label in a clause: 牵头单位, 市级责任部门; not a sentence that ends like one.
bool names_units(std::string_view header) {
  const std::string label = std::string(header) + "：";
  return kDutyHeads.is(header) || any_label_at_start(label) == label.size();
}

std::optional<Column> chinese_column(std::string_view header) {
  if (kNumberHeads.is(header)) return Column{ColumnKind::Number};
  if (names_persons(header)) return Column{ColumnKind::Persons};
  if (kTimeLabels.is(header) || kTimeHeads.at_end(header) != 0) return Column{ColumnKind::Deadline};
  if (names_units(header)) {
    const int roles = int{kLeadStems.inside(header)} + int{kSupportStems.inside(header)} +
                      int{kResponsibleStems.inside(header)};
    if (roles > 1) return Column{ColumnKind::Units, Role::Responsible, true};
    return Column{ColumnKind::Units, role_of_label(header)};
  }
  if (kSectionHeads.at_end(header) != 0) return Column{ColumnKind::Section};
  if (kDetailHeads.at_end(header) != 0) return Column{ColumnKind::Detail};
  if (kTaskHeads.at_end(header) != 0) return Column{ColumnKind::Task};
  return std::nullopt;
}

// "Lead: Roads Board", "We lead. They follow": English words that head no column.
bool is_sentence(std::string_view header) {
  constexpr std::size_t most_words = 8;
  return header.find(": ") != std::string_view::npos ||
         header.find(". ") != std::string_view::npos ||
         (is_english(header) && words_of(header).size() > most_words);
}

Column column_of(std::string_view header) {
  if (header.size() > kLongestHeader || is_sentence(header)) return {};
  const std::string plain = plain_header(header);
  if (const auto column = chinese_column(plain)) return *column;
  return english_column(header).value_or(Column{});
}

class LayoutFinder {
 public:
  LayoutFinder(std::string_view text, const CellTable& table) : text_(text), table_(table) {
    const auto filled = [&](Range cell) { return !stripped(cell.of(text)).empty(); };
    for (const CellRow& row : table.rows) across_.push_back(std::ranges::count_if(row, filled) < 2);
  }

  std::optional<TableLayout> layout() {
    for (std::size_t r = 0; r < std::min(kHeaderRows, table_.rows.size()); ++r) {
      if (names_roles(r)) return std::nullopt;  // an edge list
      if (!may_be_header(r)) continue;
      if (const CellRow both = with_row_below(r); !both.empty() && read_header(r + 1, both))
        return std::move(layout_);
      if (read_header(r, table_.rows[r])) return std::move(layout_);
    }
    return std::nullopt;
  }

 private:
  std::string_view cell(std::size_t row, std::size_t column) const {
    const CellRow& cells = table_.rows[row];
    return column < cells.size() ? stripped(cells[column].of(text_)) : std::string_view{};
  }
  bool has(ColumnKind kind) const {
    return std::ranges::find(layout_.columns, kind, &Column::kind) != layout_.columns.end();
  }
  bool names_roles(std::size_t row) const {
    return std::ranges::any_of(table_.rows[row], [this](Range cell) {
      return cell.size() <= kLongestHeader && kRoleHeads.is(plain_header(cell.of(text_)));
    });
  }
  std::string_view head(std::size_t column) const {
    return stripped(layout_.heads[column].of(text_));
  }
  bool may_be_header(std::size_t row) const;
  CellRow with_row_below(std::size_t row) const;
  bool read_header(std::size_t row, const CellRow& heads);
  void find_matrix();
  void take_letter_heads();
  void take_what_is_left();
  bool holds_letters(std::size_t column) const;
  void choose_task();
  bool changes_with_every_row(std::size_t column) const;

  std::string_view text_;
  const CellTable& table_;
  std::vector<bool> across_;  // by row: one cell across the table, or none
  TableLayout layout_;
};

// Rows above a header are titles and the like; a row of a legend is no header.
bool LayoutFinder::may_be_header(std::size_t row) const {
  constexpr std::size_t fewest = 3;  // cells, below other rows
  const auto above = across_.begin() + static_cast<std::ptrdiff_t>(row);
  if (std::all_of(across_.begin(), above, [](bool across) { return across; })) return true;
  return static_cast<std::size_t>(std::ranges::count_if(table_.rows[row], [this](Range each) {
           return !stripped(each.of(text_)).empty();
         })) >= fewest;
}

// The cells of a header in two rows: the lower ones where they are filled. Nothing if the row below
// belongs to a task.
CellRow LayoutFinder::with_row_below(std::size_t row) const {
  const auto is_task = [this](Range each) {
    return column_of(each.of(text_)).kind == ColumnKind::Task;
  };
  if (row + 1 >= table_.rows.size() || std::ranges::none_of(table_.rows[row], is_task)) return {};
  CellRow both = table_.rows[row];
  const CellRow& below = table_.rows[row + 1];
  both.resize(std::max(both.size(), below.size()));
  bool says_more = false;
  bool spanned = false;
  for (std::size_t c = 0; c < below.size(); ++c) {
    const std::string_view lower = cell(row + 1, c);
    const std::string_view upper = cell(row, c);
    if (lower.empty() || lower == upper) continue;
    if (lower.size() > kLongestHeader || role_of_letters(lower)) return {};
    const ColumnKind kind = column_of(upper).kind;
    if (kind == ColumnKind::Task || kind == ColumnKind::Number) return {};
    says_more |= column_of(lower).kind == ColumnKind::Units;
    spanned |= upper.empty() || (c + 1 < below.size() && cell(row, c + 1).empty());
    both[c] = below[c];
  }
  return says_more || spanned ? both : CellRow{};
}

bool LayoutFinder::read_header(std::size_t row, const CellRow& heads) {
  layout_ = {.header = row, .heads = heads, .columns = {}, .task = 0};
  for (std::size_t c = 0; c < heads.size(); ++c) layout_.columns.push_back(column_of(head(c)));
  if (!has(ColumnKind::Task)) return false;
  find_matrix();
  if (!has(ColumnKind::Task)) return false;  // letters stand below 任务, too
  take_letter_heads();
  if (!has(ColumnKind::Units) && !has(ColumnKind::Unit)) take_what_is_left();
  if (!has(ColumnKind::Units) && !has(ColumnKind::Unit)) return false;
  choose_task();
  return true;
}

// Columns of letters, whatever their heads: "Sponsors & Friends Office" may be a unit.
void LayoutFinder::find_matrix() {
  std::vector<std::size_t> found;
  for (std::size_t c = 0; c < layout_.columns.size(); ++c)
    if (!head(c).empty() && holds_letters(c)) found.push_back(c);
  if (found.size() < 2) return;
  for (const std::size_t c : found) layout_.columns[c].kind = ColumnKind::Unit;
}

// Columns headed R, A, C, I: one alone may mean anything.
void LayoutFinder::take_letter_heads() {
  const auto is_letter_head = [this](std::size_t c) {
    return head(c).size() == 1 && layout_.columns[c].kind == ColumnKind::Ignored &&
           role_of_letters(head(c));
  };
  std::vector<std::size_t> found;
  for (std::size_t c = 0; c < layout_.columns.size(); ++c)
    if (is_letter_head(c)) found.push_back(c);
  if (found.size() < 2) return;
  for (const std::size_t c : found)
    layout_.columns[c] = {ColumnKind::Units, *role_of_letters(head(c))};
}

// Where no other column says who: "Agency", or "Lead officer", as officers stand for their units.
void LayoutFinder::take_what_is_left() {
  for (std::size_t c = 0; c < layout_.columns.size(); ++c)
    if (layout_.columns[c].kind == ColumnKind::Ignored && is_english(head(c)) &&
        heads_bodies(head(c))) {
      layout_.columns[c].kind = ColumnKind::Units;
      return;
    }
  for (std::size_t c = 0; c < layout_.columns.size(); ++c)
    if (layout_.columns[c].kind == ColumnKind::Persons && is_english(head(c)))
      layout_.columns[c].kind = ColumnKind::Units;
}

// More cells with letters, marks or words of a role than with anything else.
bool LayoutFinder::holds_letters(std::size_t column) const {
  std::size_t letters = 0;
  std::size_t others = 0;
  for (std::size_t r = layout_.header + 1; r < table_.rows.size(); ++r)
    if (!is_empty_cell(cell(r, column))) ++(role_in_matrix(cell(r, column)) ? letters : others);
  return letters > others;
}

void LayoutFinder::choose_task() {
  std::vector<std::size_t> candidates;
  for (std::size_t c = 0; c < layout_.columns.size(); ++c)
    if (layout_.columns[c].kind == ColumnKind::Task) candidates.push_back(c);
  const auto first =
      std::ranges::find_if(candidates, [this](std::size_t c) { return changes_with_every_row(c); });
  layout_.task = first == candidates.end() ? candidates.back() : *first;
  for (const std::size_t c : candidates)
    if (c != layout_.task)
      layout_.columns[c].kind = c < layout_.task ? ColumnKind::Section : ColumnKind::Detail;
}

bool LayoutFinder::changes_with_every_row(std::size_t column) const {
  std::string_view before;
  for (std::size_t r = layout_.header + 1; r < table_.rows.size(); ++r) {
    if (across_[r]) continue;
    const std::string_view here = cell(r, column);
    if (here.empty() || here == before) return false;
    before = here;
  }
  return true;
}

}  // namespace

std::optional<TableLayout> layout_of(std::string_view text, const CellTable& table) {
  return LayoutFinder(text, table).layout();
}

std::optional<Role> role_in_words(std::string_view words) {
  if (words.size() > kLongestHeader) return std::nullopt;
  const Column column = column_of(words);
  if (column.kind != ColumnKind::Units) return std::nullopt;
  return column.role;
}

bool is_empty_cell(std::string_view cell) {
  cell = stripped(cell);
  return cell.empty() || kEmptyCells.is(cell) || (is_english(cell) && names_nobody(cell));
}

}  // namespace respnet::extract
