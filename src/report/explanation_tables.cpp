#include <algorithm>
#include <utility>

#include "report/evidence.hpp"
#include "report/marked_clause.hpp"
#include "respnet/report/explanation.hpp"

namespace respnet::report {
namespace {

using analysis::Study;
using model::Network;
using model::TaskId;
using model::UnitId;

Column texts(std::string id, const Words& label, Language language,
             const std::vector<Mention>& mentions, const auto& text_of) {
  std::vector<std::string> values;
  for (const Mention& mention : mentions) values.emplace_back(text_of(mention));
  return {std::move(id), label.in(language), std::move(values)};
}

Column single(std::string id, const Words& label, Language language, std::string value) {
  return {std::move(id), label.in(language), std::vector<std::string>{std::move(value)}};
}

// What both kinds of assignment tables tell of each.
void add_evidence(Table& table, const Study& study, const std::vector<Mention>& mentions,
                  Language language) {
  const auto add = [&](const char* id, const Words& label, const auto& text_of) {
    table.columns.push_back(texts(id, label, language, mentions, text_of));
  };
  add("role", {"角色", "role"}, [](const Mention& m) { return name(m.assignment.role); });
  add("role_stated", {"角色明示", "role stated"},
      [](const Mention& m) { return m.assignment.is_explicit ? "yes" : "no"; });
  add("lead", {"牵头", "lead"}, [&](const Mention& m) {
    const Lead lead = lead_of(study, m.task, m.assignment);
    return lead == Lead::No ? "" : lead == Lead::Stated ? "stated" : "inferred";
  });
  std::vector<std::int64_t> lines;
  for (const Mention& mention : mentions) lines.push_back(mention.assignment.line);
  table.columns.push_back({"line", Words{"行", "line"}.in(language), std::move(lines)});
  add("as_written", {"原文写法", "as written"},
      [](const Mention& m) { return m.assignment.as_written; });
}

Table unit_assignments(const Study& study, UnitId unit, const ExplanationOptions& options) {
  const Network& network = study.network();
  const Language language = options.language;
  const std::vector<Mention> mentions = mentions_of(network, unit);
  Table table{"assignments", Words{"任务", "Tasks"}.in(language), {}};
  table.columns = {texts("task", {"任务", "task"}, language, mentions,
                         [&](const Mention& m) { return network.task_id(m.task); }),
                   texts("title", {"名称", "title"}, language, mentions,
                         [&](const Mention& m) { return network.task(m.task).title; })};
  if (network.source_count() > 1)
    table.columns.push_back(
        texts("file", {"文件", "file"}, language, mentions,
              [&](const Mention& m) { return path_of(network, network.task(m.task).source); }));
  add_evidence(table, study, mentions, language);
  table.columns.push_back(
      texts("others", {"其他单位", "other units"}, language, mentions,
            [&](const Mention& m) { return other_units(network, m.task, unit, language); }));
  table.columns.push_back(
      texts("clause", {"条款", "clause"}, language, mentions, [&](const Mention& m) {
        return marked_clause(network, m.task, m.assignment.clause, unit, options.marks);
      }));
  return table;
}

Table task_assignments(const Study& study, TaskId task, Language language) {
  const Network& network = study.network();
  const std::vector<Mention> mentions = mentions_of(network, task);
  Table table{"assignments", Words{"单位", "Units"}.in(language), {}};
  table.columns = {texts("unit", {"单位", "unit"}, language, mentions,
                         [&](const Mention& m) { return network.unit_name(m.assignment.unit); })};
  add_evidence(table, study, mentions, language);
  return table;
}

Table about_unit(const Network& network, UnitId id, Language language) {
  const model::Unit unit = network.unit(id);
  const auto itself = [](const std::string& text) { return text; };
  return {"unit",
          Words{"单位", "Unit"}.in(language),
          {single("id", {"编号", "id"}, language, unit.id),
           single("name", {"名称", "name"}, language, std::string(unit.name)),
           single("kind", {"类别", "kind"}, language, std::string(name(unit.kind))),
           single("aliases", {"别名", "aliases"}, language, joined(unit.aliases, language, itself)),
           single("offices", {"内设", "offices"}, language, joined(unit.offices, language, itself)),
           single("members", {"成员", "members"}, language,
                  joined(unit.members, language,
                         [&](UnitId member) { return network.unit_name(member); }))}};
}

std::string clauses_text(const Network& network, TaskId id, const ExplanationOptions& options) {
  std::string text;
  for (std::uint32_t i = 0; i < network.task(id).clauses.size(); ++i)
    text += (i == 0 ? "" : " ") + marked_clause(network, id, i, std::nullopt, options.marks);
  return text;
}

Table about_task(const Network& network, TaskId id, const ExplanationOptions& options) {
  const model::Task task = network.task(id);
  const Language language = options.language;
  const auto line = [](std::uint32_t value) { return std::vector<std::int64_t>{value}; };
  return {"task",
          Words{"任务", "Task"}.in(language),
          {single("id", {"编号", "id"}, language, std::string(task.id)),
           single("title", {"名称", "title"}, language, std::string(task.title)),
           single("section", {"章节", "section"}, language, headings_above(network, task)),
           single("file", {"文件", "file"}, language, path_of(network, task.source)),
           {"first_line", Words{"首行", "first line"}.in(language), line(task.lines.first)},
           {"last_line", Words{"末行", "last line"}.in(language), line(task.lines.last)},
           single("deadline", {"期限", "deadline"}, language, std::string(task.deadline)),
           single("due", {"日期", "due"}, language, std::string(task.due)),
           single("targets", {"目标", "targets"}, language, targets_text(task, language)),
           single("clauses", {"条款", "clauses"}, language, clauses_text(network, id, options))}};
}

}  // namespace

std::vector<Table> explanation_tables(const Study& study, const analysis::Subject& subject,
                                      const ExplanationOptions& options) {
  if (const auto* unit = std::get_if<UnitId>(&subject))
    return {unit_assignments(study, *unit, options),
            about_unit(study.network(), *unit, options.language)};
  const TaskId task = std::get<TaskId>(subject);
  return {task_assignments(study, task, options.language),
          about_task(study.network(), task, options)};
}

}  // namespace respnet::report
