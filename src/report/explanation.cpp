#include <array>
#include <string_view>
#include <utility>

#include "report/evidence.hpp"
#include "report/marked_clause.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/tables.hpp"
#include "respnet/report/explanation.hpp"

namespace respnet::report {
namespace {

using analysis::Study;
using model::index;
using model::Network;
using model::Role;
using model::TaskId;
using model::UnitId;

const Words& role_word(Role role) {
  static const std::array<Words, model::kRoles> words{{{"牵头", "lead"},
                                                       {"责任", "responsible"},
                                                       {"配合", "support"},
                                                       {"督办", "oversight"},
                                                       {"知会", "informed"}}};
  return words[static_cast<std::size_t>(role)];
}

// "责任，推定首位": the printed role, and what the lead policy makes of it.
std::string role_text(const Study& study, TaskId task, const model::Assignment& assignment,
                      Language language) {
  std::string text = role_word(assignment.role).in(language);
  if (!assignment.is_explicit) text += Words{"（角色系推定）", " (role inferred)"}.in(language);
  if (lead_of(study, task, assignment) != Lead::Inferred) return text;
  const bool first = study.options().counting.lead == graph::LeadPolicy::First;
  return text + (first ? Words{"，推定首位", ", first-listed: inferred lead"}
                       : Words{"，计为牵头", ", counted as lead"})
                    .in(language);
}

std::string line_text(std::uint32_t line, Language language) {
  if (line == 0) return {};
  return Words{"第 " + std::to_string(line) + " 行", "line " + std::to_string(line)}.in(language);
}

// "notice.md 第 40 行", the file only where there are several.
std::string place_text(const Network& network, TaskId task, std::uint32_t line, Language language) {
  const std::string file =
      network.source_count() > 1 ? path_of(network, network.task(task).source) : "";
  const std::string place = line_text(line, language);
  return file + (file.empty() || place.empty() ? "" : " ") + place;
}

std::string deadline_text(const model::Task& task, Language language) {
  if (task.due.empty() || task.deadline == task.due) return std::string(task.deadline);
  return std::string(task.deadline) +
         (task.deadline.empty()      ? ""
          : language == Language::Zh ? "（"
                                     : " (") +
         std::string(task.due) +
         (task.deadline.empty()      ? ""
          : language == Language::Zh ? "）"
                                     : ")");
}

std::string title_line(const model::Task& task) {
  return printable(task.id) + (task.title.empty() ? "" : "  ") + printable(task.title) + '\n';
}

// "label  value", if there is a value.
void append_field(std::string& out, const Words& label, std::string_view value, Language language) {
  if (value.empty()) return;
  out += "  " + label.in(language) + Words{"：", ": "}.in(language) + std::string(value) + '\n';
}

std::string heading_of(const Study& study, UnitId id, std::size_t tasks, Language language) {
  const model::Unit unit = study.network().unit(id);
  const std::string number = std::to_string(tasks);
  const std::string kind = kind_word(unit.kind).in(language);
  const std::string name = printable(unit.name);
  const std::string shown_id = printable(unit.id);
  return Words{
      name + "（" + shown_id + "）：" + kind + "，" + number + " 项任务\n",
      name + " (" + shown_id + "): " + kind + ", " + number + (tasks == 1 ? " task\n" : " tasks\n")}
      .in(language);
}

std::string unit_text(const Study& study, UnitId id, const ExplanationOptions& options) {
  const Network& network = study.network();
  const Language language = options.language;
  const model::Unit unit = network.unit(id);
  const std::vector<Mention> mentions = mentions_of(network, id);
  std::string out = heading_of(study, id, mentions.size(), language);
  append_field(out, {"别名", "also"},
               joined(unit.aliases, language, [](const auto& text) { return printable(text); }),
               language);
  append_field(out, {"内设", "offices"},
               joined(unit.offices, language, [](const auto& text) { return printable(text); }),
               language);
  for (const Mention& m : mentions) {
    const model::Task task = network.task(m.task);
    const std::string place = place_text(network, m.task, m.assignment.line, language);
    out += "\n" + title_line(task) + "  " + role_text(study, m.task, m.assignment, language) +
           (place.empty() ? "" : "  ") + printable(place) + '\n';
    const std::string clause =
        marked_clause(network, m.task, m.assignment.clause, id, options.marks);
    if (!clause.empty()) {
      out += "  " + clause + '\n';
    } else {
      append_field(out, {"其他单位", "other units"},
                   printable(other_units(network, m.task, id, language)), language);
    }
  }
  return out;
}

std::string lines_text(const Network& network, TaskId id, Language language) {
  const model::LineRange lines = network.task(id).lines;
  if (lines.last <= lines.first) return place_text(network, id, lines.first, language);
  const std::string range = std::to_string(lines.first) + "–" + std::to_string(lines.last);
  const std::string file =
      network.source_count() > 1 ? path_of(network, network.task(id).source) + " " : "";
  return file + Words{"第 " + range + " 行", "lines " + range}.in(language);
}

// The units of a task with their roles, aligned.
std::string units_table(const Study& study, TaskId id, Language language) {
  std::vector<std::string> names, roles, lines, written;
  for (const Mention& m : mentions_of(study.network(), id)) {
    names.emplace_back(study.network().unit_name(m.assignment.unit));
    roles.push_back(role_text(study, id, m.assignment, language));
    lines.push_back(m.assignment.line == 0 ? "" : std::to_string(m.assignment.line));
    written.emplace_back(m.assignment.as_written);
  }
  if (names.empty()) return {};
  return io::text_table(
      {.id = "units",
       .title = "",
       .columns = {{"unit", Words{"单位", "unit"}.in(language), names},
                   {"role", Words{"角色", "role"}.in(language), roles},
                   {"line", Words{"行", "line"}.in(language), lines},
                   {"as_written", Words{"原文写法", "as written"}.in(language), written}}});
}

std::string task_text(const Study& study, TaskId id, const ExplanationOptions& options) {
  const Network& network = study.network();
  const Language language = options.language;
  const model::Task task = network.task(id);
  std::string out = title_line(task);
  append_field(out, {"章节", "section"}, printable(headings_above(network, task)), language);
  append_field(out, {"位置", "place"}, printable(lines_text(network, id, language)), language);
  append_field(out, {"期限", "deadline"}, printable(deadline_text(task, language)), language);
  append_field(out, {"目标", "targets"}, printable(targets_text(task, language)), language);
  for (std::uint32_t i = 0; i < task.clauses.size(); ++i) {
    const std::string clause = marked_clause(network, id, i, std::nullopt, options.marks);
    const std::string place = line_text(task.clauses[i].lines.first, language);
    append_field(out, {"条款", "clause"},
                 place.empty() || clause.empty() ? clause : place + "  " + clause, language);
  }
  const std::string units = units_table(study, id, language);
  return units.empty() ? out : out + '\n' + units;
}

}  // namespace

std::string explanation(const Study& study, const analysis::Subject& subject,
                        const ExplanationOptions& options) {
  if (const auto* unit = std::get_if<UnitId>(&subject)) return unit_text(study, *unit, options);
  return task_text(study, std::get<TaskId>(subject), options);
}

}  // namespace respnet::report
