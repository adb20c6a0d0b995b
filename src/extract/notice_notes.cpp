#include "respnet/extract/notice_notes.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <tsl/robin_map.h>

#include "respnet/base/text.hpp"
#include "respnet/extract/clean_line.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/unit_list.hpp"
#include "respnet/extract/unit_names.hpp"
#include "respnet/model/doubt.hpp"

namespace respnet::extract {
namespace {

using model::Role;

using model::counted;
using model::doubt;
using model::quoted;

// Zero-width and bidirectional characters: the flow leaves them out, the source has them.
bool hides_characters(std::string_view printed) {
  for (std::size_t i = 0; i < printed.size();)
    if (is_hidden(next_code_point(printed, i))) return true;
  return false;
}

}  // namespace

void NoticeNotes::add_to(Builder& builder) const {
  add_remarks(builder);
  if (!drafts_.repeats.empty())
    builder.add_doubt(doubt("annex-repeats", {counted(drafts_.repeats.size())},
                            {.line = text_.line(drafts_.repeats.front().begin)}));
  add_persons(builder);
  for (std::size_t t = 0; t < drafts_.tasks.size(); ++t) add_task_notes(builder, t);
  add_completions(builder);
  add_unit_notes(builder);
}

void NoticeNotes::note(Builder& builder, std::size_t t, std::uint32_t offset, std::string_view key,
                       const std::vector<respnet::Words>& parts) const {
  builder.add_doubt(doubt(key, parts, {.line = text_.line(offset), .task = ids_[t]}));
}

void NoticeNotes::add_remarks(Builder& builder) const {
  for (const StandingRemark& remark : drafts_.remarks)
    builder.add_doubt(doubt(remark.from_here_on ? "first-listed-leads" : "first-listed-leads/once",
                            {}, {.line = text_.line(remark.range.begin)}));
}

void NoticeNotes::add_persons(Builder& builder) const {
  for (std::size_t t = 0; t < drafts_.tasks.size(); ++t)
    for (const Mention& mention : drafts_.tasks[t].mentions) {
      if (!mention.unit.person) continue;
      note(builder, t, mention.unit.written.begin, "person-label");
      return;
    }
}

void NoticeNotes::add_task_notes(Builder& builder, std::size_t t) const {
  const TaskDraft& task = drafts_.tasks[t];
  const std::uint32_t begin = task.whole.begin;
  if (task.clauses.empty()) note(builder, t, begin, "task-without-clause");
  const bool duty = !task.clauses.empty() && task.clauses.front().form == ClauseForm::Duty;
  const bool first_duty = duty && (t == 0 || drafts_.tasks[t - 1].clauses.empty() ||
                                   drafts_.tasks[t - 1].clauses.front().form != ClauseForm::Duty);
  if (first_duty) note(builder, t, begin, "duty-list");
  if (task.part == 1 && !duty) note(builder, t, begin, "several-clauses");
  if (task.shared_list) note(builder, t, begin, "list-shares-clause");
  const bool led =
      std::ranges::any_of(task.mentions, [](const Mention& m) { return m.role == Role::Lead; });
  if (task.mentions.size() > 1 && task.mentions.front().unit.group && !led)
    note(builder, t, task.mentions.front().unit.written.begin, "group-first",
         {quoted(task.mentions.front().unit.name)});
  for (const FoundClause& clause : task.clauses) add_clause_notes(builder, t, clause);
  add_name_notes(builder, t);
}

void NoticeNotes::add_clause_notes(Builder& builder, std::size_t t,
                                   const FoundClause& clause) const {
  const ClauseReading& reading = clause.reading;
  const auto add = [&](bool doubtful, const char* key) {
    if (doubtful) note(builder, t, clause.range.begin, key);
  };
  add(reading.open_list, "open-list");
  add(reading.joint, "inferred-roles");
  add(!clause.role_word, "no-role-word");
  add(clause.form == ClauseForm::Sentence, "closing-sentence");
  add(!clause.closed, "unclosed-bracket");
  add(clause.too_long, "long-clause");
  add(reading.other_remark, "remark");
}

void NoticeNotes::add_name_notes(Builder& builder, std::size_t t) const {
  const TaskDraft& task = drafts_.tasks[t];
  for (const Mention& mention : task.mentions) {
    const model::Span span = text_.span(mention.unit.written);
    if (span.end - span.begin != mention.unit.written.size() &&
        hides_characters(text_.source().substr(span.begin, span.end - span.begin)))
      note(builder, t, mention.unit.written.begin, "hidden-characters",
           {quoted(mention.unit.name)});
  }
}

// Once for a name and what it was taken for, at its first task.
void NoticeNotes::add_completions(Builder& builder) const {
  struct Completed {
    std::size_t task = 0;
    std::size_t mention = 0;
    std::size_t tasks = 0;
    std::size_t last = 0;
  };
  std::vector<Completed> completed;
  tsl::robin_map<std::string, std::size_t> seen;
  for (std::size_t t = 0; t < drafts_.tasks.size(); ++t)
    for (std::size_t m = 0; m < drafts_.tasks[t].mentions.size(); ++m) {
      const auto [unit, completion] = units_.mentions[t][m];
      if (completion == Completion::None) continue;
      const std::string key = drafts_.tasks[t].mentions[m].unit.name + '\n' + std::to_string(unit) +
                              (completion == Completion::Level ? "level" : "ending");
      const auto [found, added] = seen.try_emplace(key, completed.size());
      if (added) completed.push_back({t, m, 1, t});
      Completed& here = completed[found->second];
      if (std::exchange(here.last, t) != t) ++here.tasks;
    }
  for (const auto& [t, m, tasks, last] : completed) {
    const auto [unit, completion] = units_.mentions[t][m];
    const Mention& mention = drafts_.tasks[t].mentions[m];
    const bool level = completion == Completion::Level;
    const char* once = level ? "level-added" : "ending-added";
    const char* often = level ? "level-added/often" : "ending-added/often";
    builder.add_doubt(
        doubt(tasks == 1 ? once : often,
              {quoted(mention.unit.name), quoted(units_.units[unit].name), counted(tasks)},
              {.line = text_.line(mention.unit.written.begin),
               .task = ids_[t],
               .unit = unit_ids_[unit]}));
  }
}

void NoticeNotes::add_unit_notes(Builder& builder) const {
  tsl::robin_map<std::string, std::uint32_t> without_level;
  for (std::uint32_t u = 0; u < units_.units.size(); ++u)
    without_level.emplace(comparison_key(units_.units[u].name), u);
  for (std::size_t u = 0; u < units_.units.size(); ++u) {
    const UnitEntry& unit = units_.units[u];
    const auto add = [&](const char* key, const std::vector<respnet::Words>& parts) {
      builder.add_doubt(doubt(key, parts, {.line = text_.line(unit.first), .unit = unit_ids_[u]}));
    };
    const respnet::Words name = quoted(unit.name);
    if (unit.same_body) add("same-body", {name, quoted(unit.aliases)});
    if (const auto parts = parts_of_name(unit.name); parts && !parts->level.empty()) {
      const auto bare = without_level.find(
          comparison_key(std::string(parts->field) + std::string(parts->ending)));
      if (bare != without_level.end())
        add("with-and-without-level", {name, quoted(units_.units[bare->second].name)});
    }
    if (unit.kind == model::UnitKind::Organ && !looks_like_unit(unit.name) &&
        !looks_like_english_unit(unit.name))
      add("unusual-name", {name});
  }
}

}  // namespace respnet::extract
