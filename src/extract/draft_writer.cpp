#include "extract/draft_writer.hpp"

#include <algorithm>
#include <utility>

#include "respnet/base/errors.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/notice_notes.hpp"
#include "respnet/extract/promises.hpp"

namespace respnet::extract {
namespace {

bool has_units(const TaskDraft& task) { return !task.mentions.empty(); }

// Blanks inside are accidents of layout in Chinese, and part of "30 June 2026".
std::string deadline_text(std::string_view written) {
  const bool ascii =
      std::ranges::all_of(written, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? std::string(stripped(written)) : without_blanks(written);
}

}  // namespace

std::string Ids::unique(const std::string& id) {
  if (taken_.insert(id).second) return id;
  const std::string other = id + "~" + std::to_string(++repeats_[id] + 1);
  return taken_.insert(other).second ? other : unique(other);
}

DraftWriter::DraftWriter(const TracedText& text, const Drafts& drafts, std::string file)
    : text_(text),
      drafts_(drafts),
      units_(resolve_units(drafts.tasks)),
      file_(std::move(file)),
      builder_(file_) {
  for (const UnitEntry& unit : units_.units)
    unit_ids_.push_back(
        builder_.add_unit({{}, unit.name, unit.kind, unit.aliases, unit.offices, {}}));
}

std::size_t DraftWriter::tasks_with_units() const {
  return static_cast<std::size_t>(std::ranges::count_if(drafts_.tasks, has_units));
}

void DraftWriter::refuse_empty(const std::string& message) const {
  if (std::ranges::none_of(drafts_.tasks, has_units)) throw InputError({file_, 0, 0}, message);
}

void DraftWriter::add_source(model::Source source, const FrontMatter& front) {
  const auto fill = [](std::string& field, const std::string& value) {
    if (field.empty()) field = value;
  };
  fill(source.title, front.title);
  fill(source.number, front.number);
  fill(source.issuer, front.issuer);
  fill(source.date, front.date);
  fill(source.language, front.language);
  builder_.set_title(source.title);
  source_ = builder_.add_source(std::move(source));
}

std::vector<model::Clause> DraftWriter::clauses(const TaskDraft& task) const {
  std::vector<model::Clause> rows;
  for (const FoundClause& clause : task.clauses)
    rows.push_back({std::string(clause.range.of(text_.text())), text_.lines(clause.range),
                    text_.span(clause.range)});
  return rows;
}

void DraftWriter::add_task(std::string id, std::optional<model::SectionId> section) {
  const std::size_t t = task_ids_.size();
  const TaskDraft& task = drafts_.tasks[t];
  const Promises promises = promises_of(task.sentences.of(text_.text()));
  model::TaskRow row;
  row.id = std::move(id);
  row.title = task.title;
  row.section = section;
  row.source = source_;
  row.lines = text_.lines(task.whole);
  row.deadline =
      task.deadline.empty() ? promises.deadline : deadline_text(task.deadline.of(text_.text()));
  row.due = due_date(row.deadline);
  row.clauses = clauses(task);
  row.targets = promises.targets;
  task_ids_.push_back(builder_.add_task(std::move(row), {text_.line(task.whole.begin), 0}));
  add_assignments(t, task_ids_.back());
}

void DraftWriter::add_assignments(std::size_t t, model::TaskId id) {
  const auto& mentions = drafts_.tasks[t].mentions;
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const Mention& mention = mentions[m];
    model::AssignmentEvidence evidence;
    evidence.is_explicit = mention.is_explicit;
    evidence.clause = mention.clause;
    evidence.line = text_.line(mention.unit.written.begin);
    evidence.span = text_.span(mention.unit.written);
    evidence.as_written =
        text_.source().substr(evidence.span.begin, evidence.span.end - evidence.span.begin);
    evidence.offices = mention.unit.offices;
    builder_.add_assignment(id, unit_ids_[units_.mentions[t][m].unit], mention.role, 0,
                            std::move(evidence));
  }
}

model::Network DraftWriter::network() && {
  NoticeNotes(text_, drafts_, units_, task_ids_, unit_ids_).add_to(builder_);
  return std::move(builder_).build();
}

}  // namespace respnet::extract
