#include <algorithm>
#include <array>
#include <map>

#include "io/csv_text.hpp"
#include "io/review_words.hpp"
#include "respnet/extract/alias_candidates.hpp"
#include "respnet/io/review.hpp"

namespace respnet::io {
namespace {

using model::Network;
using model::Role;

class ReviewWriter {
 public:
  ReviewWriter(const Network& network, Language language) : network_(network), language_(language) {
    for (const model::UnitId unit : network.unit_ids()) ++bearers_[network.unit_name(unit)];
  }

  std::string csv(const extract::Registry* registry) {
    out_ = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < kReviewColumns; ++i)
      cell(static_cast<ReviewColumn>(i)) = word(static_cast<ReviewColumn>(i), language_);
    end_row();
    for (const model::Note& note : network_.notes()) write_note(note);
    for (const extract::AliasCandidate& pair : extract::alias_candidates(network_, registry))
      write_pair(pair);
    return std::move(out_);
  }

 private:
  std::string& cell(ReviewColumn column) { return row_[static_cast<std::size_t>(column)]; }
  void end_row();
  void write_note(const model::Note& note);
  void write_pair(const extract::AliasCandidate& pair);
  void put_task(model::TaskId task);
  void put_units(const model::Note& note);
  void put_unit(model::UnitId unit);
  std::string name_of(model::UnitId unit) const;
  std::vector<StatedUnit> units_of(model::TaskId task) const;
  std::string other_readings(const model::Note& note, const std::vector<StatedUnit>& chosen) const;
  std::string either(const std::vector<std::string>& readings) const;

  const Network& network_;
  Language language_;
  std::map<std::string_view, int> bearers_;  // of a name
  std::array<std::string, kReviewColumns> row_;
  std::string out_;
};

void ReviewWriter::end_row() {
  for (std::size_t i = 0; i < kReviewColumns; ++i) {
    if (i > 0) out_ += ',';
    append_csv(out_, row_[i]);
    row_[i].clear();
  }
  out_ += "\r\n";
}

std::string ReviewWriter::name_of(model::UnitId unit) const {
  const std::string name(network_.unit_name(unit));
  return bearers_.at(name) == 1 ? name : name + " [" + network_.unit_id(unit) + "]";
}

std::vector<StatedUnit> ReviewWriter::units_of(model::TaskId task) const {
  std::vector<StatedUnit> units;
  for (const model::AssignmentId id : network_.assignments(task))
    units.push_back({name_of(network_.unit_of(id)), network_.role_of(id)});
  return units;
}

std::string ReviewWriter::either(const std::vector<std::string>& readings) const {
  std::string text;
  for (const std::string& reading : readings) {
    if (!text.empty()) text += language_ == Language::Zh ? " 或 " : " or ";
    text += reading;
  }
  return text;
}

std::string ReviewWriter::other_readings(const model::Note& note,
                                         const std::vector<StatedUnit>& chosen) const {
  const std::string none(word(ReviewWord::NoUnit, language_));
  const std::string no_task(word(ReviewWord::DeleteTask, language_));
  if (chosen.empty()) return no_task;
  if (note.code == "closing-sentence" || note.code == "no-role-word")
    return either({none, no_task});
  if (note.code != "inferred-roles" && note.code != "group-first") return {};
  std::vector<std::string> readings;
  std::vector<StatedUnit> other = chosen;
  const auto offer = [&] {
    std::string text = statement(other, language_);
    if (text != statement(chosen, language_)) readings.push_back(std::move(text));
  };
  for (StatedUnit& unit : other) unit.role = Role::Responsible;
  offer();
  for (StatedUnit& unit : other) unit.role = &unit == &other.front() ? Role::Lead : Role::Support;
  offer();
  return either(readings);
}

void ReviewWriter::put_task(model::TaskId id) {
  const model::Task task = network_.task(id);
  cell(ReviewColumn::Task) = task_mark(task.id, language_);
  cell(ReviewColumn::Title) = task.title;
  if (index(task.source) < network_.source_count())
    cell(ReviewColumn::Source) = network_.sources()[index(task.source)].path;
}

void ReviewWriter::put_units(const model::Note& note) {
  const model::Task task = network_.task(*note.task);
  const auto clause = std::ranges::find_if(task.clauses, [&](const model::Clause& one) {
    return one.lines.first <= note.line && note.line <= one.lines.last;
  });
  if (clause != task.clauses.end()) {
    cell(ReviewColumn::Text) = clause->text;
    cell(ReviewColumn::Span) =
        "[" + std::to_string(clause->span.begin) + ", " + std::to_string(clause->span.end) + ")";
  }
  const std::vector<StatedUnit> chosen = units_of(*note.task);
  cell(ReviewColumn::About) = word(ReviewSubject::Units, language_);
  cell(ReviewColumn::Chosen) = statement(chosen, language_);
  cell(ReviewColumn::Other) = other_readings(note, chosen);
}

void ReviewWriter::put_unit(model::UnitId unit) {
  cell(ReviewColumn::About) = word(ReviewSubject::Unit, language_);
  cell(ReviewColumn::Text) = name_of(unit);
  cell(ReviewColumn::Chosen) = name_list({name_of(unit)}, language_);
}

void ReviewWriter::write_note(const model::Note& note) {
  cell(ReviewColumn::Code) = note.code;
  cell(ReviewColumn::Message) = note.message;
  if (note.line > 0) cell(ReviewColumn::Line) = std::to_string(note.line);
  if (note.task) put_task(*note.task);
  if (note.unit) {
    put_unit(*note.unit);
    const std::string apart(word(ReviewWord::Apart, language_));
    const std::string no_unit(word(ReviewWord::Delete, language_));
    cell(ReviewColumn::Other) =
        network_.unit(*note.unit).aliases.empty() ? no_unit : either({apart, no_unit});
  } else if (note.task) {
    put_units(note);
  }
  end_row();
}

// The second is offered as the name of the first.
void ReviewWriter::write_pair(const extract::AliasCandidate& pair) {
  cell(ReviewColumn::Code) = "likely-alias";
  put_unit(pair.a);
  cell(ReviewColumn::Other) = name_list({name_of(pair.b)}, language_);
  cell(ReviewColumn::Message) = pair.evidence;
  end_row();
}

}  // namespace

std::string review_csv(const Network& network, Language language,
                       const extract::Registry* registry) {
  return ReviewWriter(network, language).csv(registry);
}

}  // namespace respnet::io
