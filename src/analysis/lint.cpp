#include "respnet/analysis/lint.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <tsl/robin_map.h>

#include "analysis/globs.hpp"
#include "analysis/lint_findings.hpp"
#include "analysis/lint_names.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::analysis {
namespace {

using model::AssignmentId;
using model::index;
using model::Network;
using model::SourceId;
using model::TaskId;
using model::UnitId;

constexpr std::size_t kNamesShown = 5;

// The table's rules, and one for each other code of a note.
std::vector<LintRule> rules_for(const Network& network) {
  std::vector<LintRule> rules = lint_rules();
  tsl::robin_map<std::string, bool> seen;
  for (const LintRule& rule : rules) seen[rule.id] = true;
  for (const model::Note& note : network.notes())
    if (seen.emplace(note.code, true).second)
      rules.push_back({.id = note.code,
                       .meaning = {"阅读器存疑", "a doubt of the reader"},
                       .action = {"对照原文核对", "compare with the text"},
                       .source = "note of the reader",
                       .from_reader = true});
  return rules;
}

// By rule, whether a pattern of the list stands for it.
std::vector<bool> chosen(const std::vector<LintRule>& rules, std::string_view list) {
  std::vector<bool> result(rules.size(), false);
  for (const std::string& pattern : listed_patterns(list)) {
    bool any = false;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (!matches(pattern, rules[i].id)) continue;
      result[i] = any = true;
    }
    if (any) continue;
    std::vector<std::string_view> ids;
    for (const LintRule& rule : rules) ids.push_back(rule.id);
    const std::string hint = did_you_mean(pattern, ids);
    throw std::invalid_argument("no rule is named '" + printable(pattern) + "'" +
                                (hint.empty() ? "; see respnet check --list" : hint));
  }
  return result;
}

// Where a unit is named, over all tasks.
struct Mentions {
  std::optional<AssignmentId> first;
  TaskId first_task{};
  std::size_t tasks = 0;
  std::size_t alone = 0;  // tasks in which no other unit is named
};

std::vector<Mentions> mentions_of(const Network& network) {
  std::vector<Mentions> mentions(network.unit_count());
  for (const TaskId task : network.task_ids()) {
    const auto assignments = network.assignments(task);
    for (const AssignmentId a : assignments) {
      Mentions& unit = mentions[index(network.unit_of(a))];
      if (!unit.first) {
        unit.first = a;
        unit.first_task = task;
      }
      ++unit.tasks;
      if (assignments.size() == 1) ++unit.alone;
    }
  }
  return mentions;
}

void add_unit_finding(FindingList& findings, std::string_view rule, UnitId unit,
                      const Mentions& mentions, Words message) {
  const Network& network = findings.network();
  if (!mentions.first) {
    findings.add(rule, unit, std::nullopt, 0, std::move(message));
    return;
  }
  const std::uint32_t line = network.assignment(*mentions.first).line;
  findings.add(rule, unit, network.task(mentions.first_task).source, line, std::move(message));
}

void add_vague_units(FindingList& findings, const std::vector<Mentions>& mentions) {
  const Network& network = findings.network();
  for (const UnitId unit : network.unit_ids()) {
    const Mentions& of = mentions[index(unit)];
    if (of.tasks == 0 || !is_vague(network.unit_name(unit))) continue;
    if (!network.unit(unit).members.empty()) continue;  // a registry says who
    Words message = filled({"{}出现在 {} 项任务中", of.tasks == 1 ? "{} takes part in {} task"
                                                                  : "{} takes part in {} tasks"},
                           {quoted_names(network, {unit}), number_words(of.tasks)});
    if (of.alone > 0) {
      const Words alone =
          filled({"，其中 {} 项没有别的单位", ", in {} of them alone"}, {number_words(of.alone)});
      message = {message.zh + alone.zh, message.en + alone.en};
    }
    add_unit_finding(findings, "vague-unit", unit, of, std::move(message));
  }
}

void add_aliases(FindingList& findings, const std::vector<LikelyAlias>& aliases,
                 const std::vector<Mentions>& mentions) {
  const Network& network = findings.network();
  for (const LikelyAlias& alias : aliases) {
    ensure(index(alias.a) < network.unit_count() && index(alias.b) < network.unit_count(),
           "an alias of a unit that is not in the network");
    add_unit_finding(
        findings, "likely-alias", alias.b, mentions[index(alias.b)],
        filled({"可能是同一单位：{}", "may be one unit: {}"}, {{alias.evidence, alias.evidence}}));
  }
}

bool has_units(const Network& network, const std::optional<TaskId>& task) {
  return !task || !network.assignments(*task).empty();
}

// Notes whose matter a rule of the plan tells about the same task.
void add_notes(FindingList& findings, const graph::BipartiteGraph& graph) {
  const Network& network = findings.network();
  const auto& leadless = graph.tasks_without_lead();
  for (const model::Note& note : network.notes()) {
    const bool unitless = note.code == "task-without-unit" || note.code == "task-without-clause";
    if (unitless && !has_units(network, note.task) && findings.wants("task-without-clause"))
      continue;
    if (note.code == "group-first" && note.task && findings.wants("no-lead") &&
        std::ranges::binary_search(leadless, *note.task))
      continue;
    findings.add(note);
  }
}

std::string quoted(std::string_view name, Language language) {
  return language == Language::Zh ? "“" + std::string(name) + "”" : "'" + std::string(name) + "'";
}

}  // namespace

std::string_view name(Severity severity) {
  constexpr std::array<std::string_view, 3> names{"error", "warning", "info"};
  return names[static_cast<std::size_t>(severity)];
}

FindingList::FindingList(const Network& network, const LintOptions& options)
    : network_(network), report_{rules_for(network), {}} {
  wanted_ = options.select.empty() ? std::vector<bool>(report_.rules.size(), true)
                                   : chosen(report_.rules, options.select);
  const std::vector<bool> ignored = chosen(report_.rules, options.ignore);
  for (std::size_t i = 0; i < wanted_.size(); ++i) wanted_[i] = wanted_[i] && !ignored[i];
}

std::size_t FindingList::position(std::string_view rule) const {
  const auto found = std::ranges::find(report_.rules, rule, &LintRule::id);
  ensure(found != report_.rules.end(), "a finding under a rule that is in no table");
  return static_cast<std::size_t>(found - report_.rules.begin());
}

bool FindingList::wants(std::string_view rule) const { return wanted_[position(rule)]; }

void FindingList::add(Finding finding) {
  if (wanted_[finding.rule]) report_.findings.push_back(std::move(finding));
}

std::optional<SourceId> FindingList::known(SourceId source) const {
  if (index(source) < network_.source_count()) return source;
  return std::nullopt;
}

std::uint32_t FindingList::line_of(TaskId task) const {
  const auto assignments = network_.assignments(task);
  const std::uint32_t line =
      assignments.empty() ? 0 : network_.assignment(*assignments.begin()).line;
  return line != 0 ? line : network_.task(task).lines.first;
}

void FindingList::add(std::string_view rule, TaskId task, Words message,
                      std::optional<UnitId> unit) {
  add({.rule = position(rule),
       .source = known(network_.task(task).source),
       .line = line_of(task),
       .task = task,
       .unit = unit,
       .message = std::move(message)});
}

void FindingList::add(std::string_view rule, std::optional<UnitId> unit,
                      std::optional<SourceId> source, std::uint32_t line, Words message) {
  if (!source && network_.source_count() == 1) source = SourceId{0};
  add({.rule = position(rule),
       .source = source ? known(*source) : std::nullopt,
       .line = line,
       .unit = unit,
       .message = std::move(message)});
}

void FindingList::add(const model::Note& note) {
  const Words message{note.message, note.message};
  if (!note.task) {
    add(note.code, std::nullopt, std::nullopt, note.line, message);
    return;
  }
  add({.rule = position(note.code),
       .source = known(network_.task(*note.task).source),
       .line = note.line != 0 ? note.line : line_of(*note.task),
       .task = note.task,
       .message = message});
}

LintReport FindingList::sorted() && {
  const auto rank = [&](const Finding& finding) {
    const std::uint32_t source =
        finding.source ? static_cast<std::uint32_t>(index(*finding.source)) : UINT32_MAX;
    return std::tuple(report_.rules[finding.rule].severity, finding.rule, source, finding.line);
  };
  std::ranges::stable_sort(report_.findings, {}, rank);
  return std::move(report_);
}

Words number_words(std::size_t value) { return {std::to_string(value), std::to_string(value)}; }

Words filled(const Words& pattern, const std::vector<Words>& values) {
  const auto fill = [&](const std::string& text, Language language) {
    std::string result;
    std::size_t next = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text.compare(i, 2, "{}") != 0) {
        result += text[i];
        continue;
      }
      ensure(next < values.size(), "a message with more places than values");
      result += values[next++].in(language);
      ++i;
    }
    return result;
  };
  return {fill(pattern.zh, Language::Zh), fill(pattern.en, Language::En)};
}

Words quoted_names(const Network& network, const std::vector<UnitId>& units) {
  Words text;
  const std::size_t shown = std::min(units.size(), kNamesShown);
  for (std::size_t i = 0; i < shown; ++i) {
    text.zh += (i == 0 ? "" : "、") + quoted(network.unit_name(units[i]), Language::Zh);
    text.en += (i == 0 ? "" : ", ") + quoted(network.unit_name(units[i]), Language::En);
  }
  if (shown < units.size()) {
    text.zh += "等 " + std::to_string(units.size()) + " 家";
    text.en += " and " + std::to_string(units.size() - shown) + " more";
  }
  return text;
}

LintReport lint(const Network& network, const LintOptions& options) {
  FindingList findings(network, options);
  const graph::BipartiteGraph graph(network, {.lead = options.lead});
  const std::vector<Mentions> mentions = mentions_of(network);
  add_task_findings(findings, graph);
  add_vague_units(findings, mentions);
  add_aliases(findings, options.aliases, mentions);
  add_notes(findings, graph);
  return std::move(findings).sorted();
}

std::size_t count(const LintReport& report, Severity severity) {
  return static_cast<std::size_t>(std::ranges::count_if(report.findings, [&](const Finding& f) {
    return report.rules[f.rule].severity == severity;
  }));
}

}  // namespace respnet::analysis
