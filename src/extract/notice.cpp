#include "respnet/extract/notice.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/draft.hpp"
#include "respnet/extract/flow.hpp"
#include "respnet/extract/front_matter.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/notice_notes.hpp"
#include "respnet/extract/outline.hpp"
#include "respnet/extract/promises.hpp"
#include "respnet/extract/unit_table.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::extract {
namespace {

// Ids that people see; a second one of the same path gets "~2".
class Ids {
 public:
  std::string unique(const std::string& id) {
    if (taken_.insert(id).second) return id;
    const std::string other = id + "~" + std::to_string(++repeats_[id] + 1);
    return taken_.insert(other).second ? other : unique(other);
  }

 private:
  tsl::robin_set<std::string> taken_;
  tsl::robin_map<std::string, std::uint32_t> repeats_;
};

class NoticeReader {
 public:
  NoticeReader(std::string_view text, model::Source source, std::string file)
      : flow_(text),
        headings_(outline(flow_)),
        drafts_(draft_tasks(flow_, headings_)),
        units_(resolve_units(drafts_.tasks)),
        builder_(file),
        sections_(headings_.size()) {
    refuse_empty(std::move(file));
    add_source(text, std::move(source));
  }

  model::Network network() {
    add_units();
    for (std::size_t t = 0; t < drafts_.tasks.size(); ++t) add_task(t);
    NoticeNotes(flow_, drafts_, units_, task_ids_).add_to(builder_);
    return std::move(builder_).build();
  }

 private:
  void refuse_empty(std::string file) const;
  void add_source(std::string_view text, model::Source source);
  void add_units();
  void add_task(std::size_t t);
  void add_assignments(std::size_t t, model::TaskId id);
  std::string task_id(const TaskDraft& task, std::size_t t);
  std::string prefixed_path(std::uint32_t heading) const;
  std::optional<model::SectionId> section(std::optional<std::uint32_t> heading);
  std::vector<model::Clause> clauses(const TaskDraft& task) const;

  Flow flow_;
  std::vector<Heading> headings_;
  Drafts drafts_;
  UnitTable units_;
  model::NetworkBuilder builder_;
  model::SourceId source_{};
  std::vector<std::optional<model::SectionId>> sections_;  // by heading, once added
  std::vector<model::UnitId> unit_ids_;
  std::vector<model::TaskId> task_ids_;
  Ids seen_tasks_, seen_sections_;
};

void NoticeReader::refuse_empty(std::string file) const {
  for (const TaskDraft& task : drafts_.tasks)
    if (!task.mentions.empty()) return;
  throw InputError(
      {std::move(file), 0, 0},
      "no responsibility clause found, such as （责任单位：…） or （…牵头，…负责） at the end "
      "of a task; check that this is the work plan itself, or see 'respnet formats' "
      "for tables");
}

void NoticeReader::add_source(std::string_view text, model::Source source) {
  const FrontMatter front = front_matter(text);
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

void NoticeReader::add_units() {
  for (const UnitEntry& unit : units_.units)
    unit_ids_.push_back(
        builder_.add_unit({{}, unit.name, unit.kind, unit.aliases, unit.offices, {}}));
}

// Numbers of an annex follow its own count, so that they cannot meet those of the body.
std::string NoticeReader::prefixed_path(std::uint32_t heading) const {
  const std::uint32_t part = headings_[heading].part;
  const bool follows_tasks = part != 0 && headings_[drafts_.tasks.front().heading].part != part;
  const std::string numbers = path(headings_, heading);
  if (!follows_tasks) return numbers;
  return "附" + std::to_string(part) + (numbers.empty() ? "" : ".") + numbers;
}

std::string NoticeReader::task_id(const TaskDraft& task, std::size_t t) {
  std::string id = prefixed_path(task.heading);
  if (id.empty()) {
    if (headings_.size() == 1) return seen_tasks_.unique(std::to_string(t + 1));
    id = "0";
  }
  if (task.part != 0) id += "#" + std::to_string(task.part);
  return seen_tasks_.unique(id);
}

std::optional<model::SectionId> NoticeReader::section(std::optional<std::uint32_t> heading) {
  if (!heading || headings_[*heading].mark.kind == MarkKind::None) return std::nullopt;
  if (auto& known = sections_[*heading]; known) return known;
  std::optional<model::SectionId> parent;
  if (headings_[*heading].parent != 0) parent = section(headings_[*heading].parent);
  model::SectionRow row;
  row.id = seen_sections_.unique(prefixed_path(*heading));
  row.title = stripped(headings_[*heading].label.of(flow_.text()));
  row.parent = parent;
  row.source = source_;
  sections_[*heading] = builder_.add_section(std::move(row));
  return sections_[*heading];
}

std::vector<model::Clause> NoticeReader::clauses(const TaskDraft& task) const {
  std::vector<model::Clause> rows;
  for (const FoundClause& clause : task.clauses)
    rows.push_back({std::string(clause.range.of(flow_.text())), flow_.lines(clause.range),
                    flow_.span(clause.range)});
  return rows;
}

void NoticeReader::add_task(std::size_t t) {
  const TaskDraft& task = drafts_.tasks[t];
  const Promises promises = promises_of(task.sentences.of(flow_.text()));
  model::TaskRow row;
  row.id = task_id(task, t);
  row.title = task.title;
  row.section = section(task.section);
  row.source = source_;
  row.lines = flow_.lines(task.whole);
  row.deadline =
      task.deadline.empty() ? promises.deadline : without_blanks(task.deadline.of(flow_.text()));
  row.due = due_date(row.deadline);
  row.clauses = clauses(task);
  row.targets = promises.targets;
  task_ids_.push_back(builder_.add_task(std::move(row), {flow_.line(task.whole.begin), 0}));
  add_assignments(t, task_ids_.back());
}

void NoticeReader::add_assignments(std::size_t t, model::TaskId id) {
  const auto& mentions = drafts_.tasks[t].mentions;
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const Mention& mention = mentions[m];
    model::AssignmentEvidence evidence;
    evidence.is_explicit = mention.is_explicit;
    evidence.clause = mention.clause;
    evidence.line = flow_.line(mention.unit.written.begin);
    evidence.span = flow_.span(mention.unit.written);
    evidence.as_written =
        flow_.source().substr(evidence.span.begin, evidence.span.end - evidence.span.begin);
    evidence.offices = mention.unit.offices;
    builder_.add_assignment(id, unit_ids_[units_.mentions[t][m].unit], mention.role, 0,
                            std::move(evidence));
  }
}

}  // namespace

model::Network read_notice(std::string_view text, model::Source source, std::string_view file) {
  std::string shown(file.empty() ? source.path : file);
  return NoticeReader(text, std::move(source), std::move(shown)).network();
}

}  // namespace respnet::extract
