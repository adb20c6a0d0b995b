#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "io/csv_text.hpp"
#include "io/network_edit.hpp"
#include "io/review_words.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/review.hpp"

namespace respnet::io {
namespace {

using Column = ReviewColumn;
using Subject = ReviewSubject;

/// A row with a correction.
struct Correction {
  std::array<std::string, kReviewColumns> cells;
  std::size_t offset = 0;  // of the correction, in the file
  Subject subject = Subject::None;
  std::optional<ReviewWord> word;  // where the correction is one

  const std::string& operator[](Column column) const {
    return cells[static_cast<std::size_t>(column)];
  }
  /// The task or unit it is about.
  std::string_view key() const {
    return subject == Subject::Unit ? std::string_view((*this)[Column::Text])
                                    : task_of_mark((*this)[Column::Task]);
  }
};

std::string shown(std::string_view text) { return "'" + printable(text) + "'"; }

class Review {
 public:
  Review(std::string_view csv, const std::string& file);

  Corrected applied_to(const model::Network& network);

 private:
  [[noreturn]] void refuse(const Correction& row, const std::string& message) const {
    scanner_.refuse(row.offset, message);
  }
  std::size_t line_of(const Correction& row) const;
  void read_head();
  bool read_row();
  void check_agreement();
  void check_names(const Correction& row, const std::vector<std::string>& names) const;
  const Correction* renaming(std::string_view unit) const;

  // Each returns whether the network changed.
  bool apply_units(NetworkEdit& edit, const Correction& row) const;
  bool apply_unit(NetworkEdit& edit, const Correction& row) const;
  bool rename(NetworkEdit& edit, const Correction& row, const std::string& name) const;
  static bool settle(NetworkEdit& edit, const model::Network& network, const Correction& row);
  std::vector<StatedUnit> statement_in(const Correction& row) const;
  std::vector<std::string> names_in(const Correction& row) const;

  std::string_view text_;
  CsvScanner scanner_;
  std::vector<std::optional<Column>> columns_;
  std::vector<Correction> rows_;
  std::map<std::string_view, const Correction*> by_unit_;  // corrections of unit names
};

char separator_of(std::string_view text) {
  const std::string_view head = text.substr(0, std::min(text.find('\n'), text.size()));
  for (const char separator : {',', ';', '\t'})
    if (head.find(separator) != head.npos) return separator;
  return ',';
}

Review::Review(std::string_view csv, const std::string& file)
    : text_(csv), scanner_(csv, separator_of(csv), file) {
  read_head();
  while (read_row()) {
  }
  check_agreement();
}

void Review::read_head() {
  const auto& fields = scanner_.next();
  for (const CsvField& field : fields) columns_.push_back(review_column(field.text));
  for (const Column needed : {Column::About, Column::Text, Column::Task, Column::Correction})
    if (std::ranges::find(columns_, needed) == columns_.end())
      scanner_.refuse(0, "a review needs a column " + shown(io::word(needed, Language::En)) + " (" +
                             std::string(io::word(needed, Language::Zh)) +
                             "); write one by import --review");
}

bool Review::read_row() {
  const auto& fields = scanner_.next();
  if (fields.empty()) return false;
  Correction row;
  for (std::size_t i = 0; i < std::min(fields.size(), columns_.size()); ++i) {
    if (!columns_[i]) continue;
    row.cells[static_cast<std::size_t>(*columns_[i])] = without_guard(fields[i].text);
    if (*columns_[i] == Column::Correction) row.offset = fields[i].offset;
  }
  if (trimmed(row[Column::Correction]).empty()) return true;
  const auto subject = review_subject(row[Column::About]);
  if (!subject)
    refuse(row, shown(row[Column::About]) +
                    " is nothing that a review is about; write 单位 (units) "
                    "or 名称 (unit)");
  row.subject = *subject;
  row.word = review_word(row[Column::Correction]);
  if (row.subject == Subject::None && row.word != ReviewWord::Ok)
    refuse(row,
           "this row is for information; write 对 (ok), or say in the column 事项 (about) what "
           "is corrected");
  rows_.push_back(std::move(row));
  return true;
}

std::size_t Review::line_of(const Correction& row) const {
  return 1 + static_cast<std::size_t>(std::ranges::count(text_.substr(0, row.offset), '\n'));
}

const Correction* Review::renaming(std::string_view unit) const {
  const auto found = by_unit_.find(unit);
  return found == by_unit_.end() ? nullptr : found->second;
}

std::vector<StatedUnit> Review::statement_in(const Correction& row) const {
  auto units = stated_units(row[Column::Correction]);
  if (!units)
    refuse(row, shown(row[Column::Correction]) +
                    " does not say who does what; write 牵头：甲局；配合：乙局、丙局 (lead: A; "
                    "support: B | C), 无 (none), 删除任务 (delete task) or 对 (ok)");
  return std::move(*units);
}

std::vector<std::string> Review::names_in(const Correction& row) const {
  auto names = listed_names(row[Column::Correction]);
  if (!names)
    refuse(row,
           shown(row[Column::Correction]) +
               " is no name; write the unit's name, several with ； between them, 删除 (delete), "
               "拆开 (apart) or 对 (ok)");
  return std::move(*names);
}

// A name that one row gives must not be changed by another: the order of rows would count.
void Review::check_names(const Correction& row, const std::vector<std::string>& names) const {
  for (const std::string& name : names) {
    const Correction* other = renaming(name);
    if (other == nullptr || other == &row || (*other)[Column::Correction] == name) continue;
    const bool only_renamed =
        row.subject == Subject::Units && !other->word &&
        listed_names((*other)[Column::Correction]).value_or(std::vector<std::string>(2)).size() ==
            1;
    if (!only_renamed)
      refuse(row, "names " + shown(name) + ", which line " + std::to_string(line_of(*other)) +
                      " changes; use the name that holds in the end");
  }
}

void Review::check_agreement() {
  std::map<std::pair<Subject, std::string_view>, const Correction*> first;
  for (const Correction& row : rows_) {
    if (row.word == ReviewWord::Ok) continue;
    const auto [place, is_new] = first.try_emplace({row.subject, row.key()}, &row);
    if (!is_new && (*place->second)[Column::Correction] != row[Column::Correction])
      refuse(row, "says something else about " + shown(row.key()) + " than line " +
                      std::to_string(line_of(*place->second)) + "; keep one");
    if (row.subject == Subject::Unit) by_unit_.emplace(row.key(), &row);
  }
  for (const Correction& row : rows_) {
    if (row.word) continue;
    std::vector<std::string> names;
    if (row.subject == Subject::Unit)
      names = names_in(row);
    else
      for (const StatedUnit& unit : statement_in(row)) names.push_back(unit.name);
    check_names(row, names);
  }
}

bool Review::apply_units(NetworkEdit& edit, const Correction& row) const {
  const auto task = edit.task(row.key());
  if (row.word == ReviewWord::DeleteTask) {
    if (task) edit.delete_task(*task);
    return task.has_value();
  }
  if (row.word && *row.word != ReviewWord::NoUnit)
    refuse(row, shown(row[Column::Correction]) + " is said of names, not of tasks");
  if (!task) refuse(row, "there is no task " + shown(row.key()) + "; write the review anew");
  const std::vector<StatedUnit> units = statement_in(row);
  if (edit.meets(*task, units)) return false;
  const auto chosen = stated_units(row[Column::Chosen]);
  if (chosen && !edit.meets(*task, *chosen))
    refuse(row, "task " + shown(row.key()) +
                    " has other units than when the review was written; write it anew");
  edit.set_units(*task, units);
  return true;
}

bool Review::rename(NetworkEdit& edit, const Correction& row, const std::string& name) const {
  const auto unit = edit.unit_of_own_name(row.key());
  const auto other = edit.unit_of_own_name(name);
  if (!unit) {
    if (other) return false;
    refuse(row, "there is no unit " + shown(row.key()) + "; write the review anew");
  }
  if (unit == other) return false;
  if (other)
    edit.merge_units(*unit, *other);
  else
    edit.rename_unit(*unit, name);
  return true;
}

bool Review::apply_unit(NetworkEdit& edit, const Correction& row) const {
  const auto unit = edit.unit_of_own_name(row.key());
  if (row.word == ReviewWord::Delete) {
    if (unit) edit.delete_unit(*unit);
    return unit.has_value();
  }
  if (row.word == ReviewWord::Apart) return unit && edit.part_aliases(*unit);
  if (row.word) refuse(row, shown(row[Column::Correction]) + " is said of tasks, not of names");
  const std::vector<std::string> names = names_in(row);
  if (names.size() == 1) return rename(edit, row, names.front());
  if (!unit) {
    for (const std::string& name : names)
      if (!edit.unit_of_own_name(name))
        refuse(row, "there is no unit " + shown(row.key()) + "; write the review anew");
    return false;
  }
  return edit.split_unit(*unit, names);
}

// The notes behind a row are answered.
bool Review::settle(NetworkEdit& edit, const model::Network& network, const Correction& row) {
  return edit.settle_notes([&](const model::Note& note) {
    if (note.code != row[Column::Code] || note.message != row[Column::Message]) return false;
    const std::string_view task = note.task ? network.task_id(*note.task) : std::string_view{};
    return task == task_of_mark(row[Column::Task]);
  });
}

Corrected Review::applied_to(const model::Network& network) {
  NetworkEdit edit(network);
  Corrected result{network};
  const auto count = [&](const Correction& row, bool changed) {
    changed = settle(edit, network, row) || changed;
    ++(changed ? result.applied : result.already);
  };
  for (const Subject subject : {Subject::None, Subject::Units, Subject::Unit})
    for (const Correction& row : rows_) {
      if (row.subject != subject) continue;
      const bool ok = row.word == ReviewWord::Ok;
      count(row,
            !ok && (subject == Subject::Units ? apply_units(edit, row) : apply_unit(edit, row)));
    }
  if (result.applied > 0) result.network = edit.network();
  return result;
}

}  // namespace

Corrected corrected(const model::Network& network, std::string_view csv, const std::string& file) {
  return Review(csv, file).applied_to(network);
}

}  // namespace respnet::io
