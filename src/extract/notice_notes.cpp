#include "respnet/extract/notice_notes.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <tsl/robin_map.h>

#include "respnet/base/text.hpp"
#include "respnet/extract/unit_list.hpp"
#include "respnet/extract/unit_names.hpp"

namespace respnet::extract {
namespace {

using model::Role;

std::string quoted(std::string_view name) { return "'" + printable(name) + "'"; }

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + quoted(name);
  return text;
}

bool hides_characters(std::string_view name) {
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = next_code_point(name, i);
    if (c < 0x20 || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
        (c >= 0x2060 && c <= 0x2069))
      return true;
  }
  return false;
}

}  // namespace

void NoticeNotes::add_to(Builder& builder) const {
  add_remarks(builder);
  for (std::size_t t = 0; t < drafts_.tasks.size(); ++t) add_task_notes(builder, t);
  add_unit_notes(builder);
}

void NoticeNotes::note(Builder& builder, std::string code, std::size_t t, std::uint32_t offset,
                       std::string message, std::optional<model::UnitId> unit) const {
  builder.add_note({std::move(code), ids_[t], text_.line(offset), std::move(message), unit});
}

void NoticeNotes::add_remarks(Builder& builder) const {
  for (const StandingRemark& remark : drafts_.remarks)
    builder.add_note({"first-listed-leads", std::nullopt, text_.line(remark.range.begin),
                      remark.from_here_on
                          ? "a remark says that the unit listed first leads, here and in what "
                            "follows; it was taken as stated lead wherever no group stands first"
                          : "a remark says that the unit listed first leads; it was taken for "
                            "this clause alone, as it does not say 下同"});
}

void NoticeNotes::add_task_notes(Builder& builder, std::size_t t) const {
  const TaskDraft& task = drafts_.tasks[t];
  const std::uint32_t begin = task.whole.begin;
  if (task.clauses.empty())
    note(builder, "task-without-clause", t, begin,
         "names no unit although the others of its series do; kept as a task without units");
  if (task.part == 1)
    note(builder, "several-clauses", t, begin,
         "one heading holds several clauses with text between them; each was taken as a task of "
         "its own");
  if (task.shared_list)
    note(builder, "list-shares-clause", t, begin,
         "only the last item of the list has a clause; it was taken for the whole list");
  const bool led =
      std::ranges::any_of(task.mentions, [](const Mention& m) { return m.role == Role::Lead; });
  if (task.mentions.size() > 1 && task.mentions.front().unit.group && !led)
    note(builder, "group-first", t, task.mentions.front().unit.written.begin,
         "lists the group " + quoted(task.mentions.front().unit.name) +
             " first; a group is no lead unless the text says so");
  for (const FoundClause& clause : task.clauses) add_clause_notes(builder, t, clause);
  add_name_notes(builder, t);
}

void NoticeNotes::add_clause_notes(Builder& builder, std::size_t t,
                                   const FoundClause& clause) const {
  const ClauseReading& reading = clause.reading;
  const auto add = [&](bool doubtful, const char* code, const char* message) {
    if (doubtful) note(builder, code, t, clause.range.begin, message);
  };
  add(reading.open_list, "open-list",
      "the list of units ends in 等, so others may take part; only those named were taken");
  add(reading.joint, "inferred-roles",
      "会同 or the like joins the units; those before it were taken as lead, those behind it as "
      "support, both as inferred");
  add(!clause.role_word, "no-role-word",
      "the bracket lists units without saying what they do; they were taken as responsible, "
      "inferred");
  add(clause.form == ClauseForm::Sentence, "closing-sentence",
      "no bracket or label names units, but the last sentence does; it was taken as the clause");
  add(!clause.closed, "unclosed-bracket",
      "the bracket of the clause is never closed; it was taken to end with the sentence");
  add(clause.too_long, "long-clause", "the clause is longer than 64 kB and was not read");
  add(reading.other_remark, "remark",
      "a remark inside the clause says more about who takes part; it was left aside");
  add(reading.persons, "person-label", "the clause also names persons; they were left aside");
}

void NoticeNotes::add_name_notes(Builder& builder, std::size_t t) const {
  const TaskDraft& task = drafts_.tasks[t];
  for (std::size_t m = 0; m < task.mentions.size(); ++m) {
    const auto [unit, completion] = units_.mentions[t][m];
    if (completion == Completion::None) continue;
    const bool level = completion == Completion::Level;
    note(builder, level ? "level-added" : "ending-added", t, task.mentions[m].unit.written.begin,
         quoted(task.mentions[m].unit.name) + " was taken as " + quoted(units_.units[unit].name) +
             (level ? ", with the level of the unit in front of it"
                    : ", with the ending of the unit behind it"),
         unit_ids_[unit]);
  }
}

void NoticeNotes::add_unit_notes(Builder& builder) const {
  tsl::robin_map<std::string, std::uint32_t> without_level;
  for (std::uint32_t u = 0; u < units_.units.size(); ++u)
    without_level.emplace(comparison_key(units_.units[u].name), u);
  for (std::size_t u = 0; u < units_.units.size(); ++u) {
    const UnitEntry& unit = units_.units[u];
    const auto add = [&](std::string code, std::string message) {
      builder.add_note({std::move(code), std::nullopt, text_.line(unit.first),
                        quoted(unit.name) + " " + std::move(message), unit_ids_[u]});
    };
    if (unit.same_body) add("same-body", "and " + listed(unit.aliases) + " were taken as one body");
    if (const auto parts = parts_of_name(unit.name); parts && !parts->level.empty()) {
      const auto bare = without_level.find(
          comparison_key(std::string(parts->field) + std::string(parts->ending)));
      if (bare != without_level.end())
        add("with-and-without-level", "is also named " + quoted(units_.units[bare->second].name) +
                                          ", without its level; the two were kept apart");
    }
    if (unit.kind == model::UnitKind::Organ && !looks_like_unit(unit.name))
      add("unusual-name", "does not end like the name of a unit; it was kept as printed");
    if (hides_characters(unit.name))
      add("hidden-characters", "holds characters that do not show; it may look like another unit");
  }
}

}  // namespace respnet::extract
