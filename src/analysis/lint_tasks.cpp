// The rules about tasks.

#include <algorithm>
#include <string>
#include <utility>

#include <tsl/robin_map.h>

#include "analysis/lint_findings.hpp"
#include "analysis/lint_names.hpp"
#include "respnet/analysis/outliers.hpp"
#include "respnet/base/text.hpp"

namespace respnet::analysis {
namespace {

using model::AssignmentId;
using model::index;
using model::Network;
using model::Role;
using model::TaskId;
using model::UnitId;
using model::UnitKind;

constexpr std::size_t kTellingTitle = 16;  // columns; shorter ones recur from file to file
constexpr std::size_t kDuplicatesListed = 5;
constexpr std::size_t kTasksOfAManner = 5;  // fewer show no manner of writing

bool is_group(const Network& network, UnitId unit) {
  return network.unit_kind(unit) == UnitKind::Group;
}

std::vector<UnitId> units_in_role(const Network& network, TaskId task, Role role) {
  std::vector<UnitId> units;
  for (const AssignmentId a : network.assignments(task))
    if (network.role_of(a) == role) units.push_back(network.unit_of(a));
  return units;
}

// Why nobody leads the task under this policy.
Words missing_lead(const graph::BipartiteGraph& graph, TaskId task) {
  const Network& network = graph.network();
  const std::vector<UnitId> responsible = units_in_role(network, task, Role::Responsible);
  if (responsible.empty())
    return {"所列单位既非牵头也非责任单位", "no unit is listed as lead or responsible"};
  if (graph.options().lead == graph::LeadPolicy::Explicit)
    return {"原文没有写明牵头单位", "the text states no lead"};
  return filled({"排在首位的{}是集合单位，不能推定由其牵头",
                 "{}, listed first, is a group; a group is no lead unless the text says so"},
                {quoted_names(network, {responsible.front()})});
}

void check_leads(FindingList& findings, const graph::BipartiteGraph& graph, TaskId task) {
  const Network& network = graph.network();
  std::vector<UnitId> leads;
  const graph::Vertex vertex = graph.vertex(task);
  for (std::size_t i = 0; i < graph.parts(vertex).size(); ++i)
    if (graph.parts(vertex)[i] == graph::Part::Lead)
      leads.push_back(graph.unit(graph.unit_number(graph.neighbors(vertex)[i])));
  if (leads.empty()) {
    findings.add("no-lead", task, missing_lead(graph, task));
  } else if (std::ranges::all_of(leads, [&](UnitId unit) { return is_group(network, unit); })) {
    findings.add(
        "group-lead", task,
        filled({"牵头的只有集合单位{}", "only a group leads: {}"}, {quoted_names(network, leads)}),
        leads.front());
  }
  const std::vector<UnitId> stated = units_in_role(network, task, Role::Lead);
  if (stated.size() > 1)
    findings.add("several-leads", task,
                 filled({"{}同为牵头单位", "{} all lead"}, {quoted_names(network, stated)}));
}

void check_deadline(FindingList& findings, TaskId id) {
  const Network& network = findings.network();
  const model::Task task = network.task(id);
  if (index(task.source) >= network.source_count()) return;
  const std::string& date = network.sources()[index(task.source)].date;
  if (!is_before(task.due, date)) return;
  const std::string due(task.due);
  const std::string written = task.deadline.empty() ? due : std::string(task.deadline);
  findings.add("past-deadline", id,
               filled({"期限“{}”（{}）早于文件日期 {}", "due '{}' ({}), the document is of {}"},
                      {{written, written}, {due, due}, {date, date}}));
}

// Tasks that rest on one unit, unless that is how this document is written.
void add_single_units(FindingList& findings, const graph::BipartiteGraph& graph) {
  const Network& network = graph.network();
  struct Count {
    std::size_t tasks = 0, single = 0;
  };
  std::vector<Count> counts(std::max<std::size_t>(network.source_count(), 1));
  std::vector<TaskId> single;
  for (const TaskId task : network.task_ids()) {
    const auto units = graph.neighbors(graph.vertex(task));
    if (units.empty()) continue;
    Count& count = counts[index(network.task(task).source)];
    ++count.tasks;
    if (units.size() > 1 || is_group(network, graph.unit(graph.unit_number(units.front()))))
      continue;
    ++count.single;
    single.push_back(task);
  }
  const auto is_manner = [](const Count& count) {
    return count.tasks >= kTasksOfAManner && 2 * count.single > count.tasks;
  };
  for (const TaskId task : single) {
    if (is_manner(counts[index(network.task(task).source)])) continue;
    const UnitId unit = graph.unit(graph.unit_number(graph.neighbors(graph.vertex(task)).front()));
    findings.add("single-unit-task", task,
                 filled({"只有{}", "only {}"}, {quoted_names(network, {unit})}), unit);
  }
  for (std::size_t s = 0; s < counts.size(); ++s)
    if (is_manner(counts[s]))
      findings.add("single-unit-task", std::nullopt, static_cast<model::SourceId>(s), 0,
                   filled({"{} 项任务中有 {} 项只有一个单位", "of {} tasks, {} rest on one unit"},
                          {number_words(counts[s].tasks), number_words(counts[s].single)}));
}

void add_large_tasks(FindingList& findings, const graph::BipartiteGraph& graph) {
  std::vector<TaskId> tasks;
  std::vector<double> sizes;
  for (const TaskId task : graph.network().task_ids()) {
    const std::size_t units = graph.neighbors(graph.vertex(task)).size();
    if (units == 0) continue;
    tasks.push_back(task);
    sizes.push_back(static_cast<double>(units));
  }
  const Outliers found = outliers(sizes);
  const std::string fence = fixed(found.fence, 1);
  for (const std::uint32_t i : found.units)
    findings.add("over-large-task", tasks[i],
                 filled({"由 {} 个单位共同承担，多于 {} 个即为偏多",
                         "shared by {} units; above {} is unusual here"},
                        {number_words(static_cast<std::size_t>(sizes[i])), {fence, fence}}));
}

// "3.10" of "3.10#2": clauses under one heading share its title.
std::string_view heading_of(std::string_view id) { return id.substr(0, id.find('#')); }

// Tasks of one title, by title in order of its first task.
std::vector<std::vector<TaskId>> tasks_of_one_title(const Network& network) {
  tsl::robin_map<std::string, std::size_t> place;
  std::vector<std::vector<TaskId>> groups;
  for (const TaskId id : network.task_ids()) {
    const model::Task task = network.task(id);
    std::string key = comparable(task.title);
    if (key.empty()) continue;
    if (display_width(key) < kTellingTitle) key += "\n" + std::to_string(index(task.source));
    const auto [found, is_new] = place.emplace(std::move(key), groups.size());
    if (is_new) groups.emplace_back();
    auto& group = groups[found->second];
    if (group.empty() || heading_of(network.task_id(group.back())) != heading_of(task.id))
      group.push_back(id);
  }
  return groups;
}

void add_duplicates(FindingList& findings) {
  const Network& network = findings.network();
  for (const std::vector<TaskId>& group : tasks_of_one_title(network)) {
    if (group.size() < 2) continue;
    std::string ids(network.task_id(group.front()));
    const std::size_t listed = std::min(group.size(), kDuplicatesListed + 1);
    for (std::size_t i = 2; i < listed; ++i) ids += " " + std::string(network.task_id(group[i]));
    if (listed < group.size()) ids += " …";
    findings.add("duplicate-task", group[1],
                 filled({"与任务 {} 同名", "has the title of {}"}, {{ids, ids}}));
  }
}

}  // namespace

void add_task_findings(FindingList& findings, const graph::BipartiteGraph& graph) {
  for (const TaskId task : graph.network().task_ids()) {
    if (graph.network().assignments(task).empty()) {
      findings.add("task-without-clause", task, {"没有写明任何单位", "names no unit"});
    } else {
      check_leads(findings, graph, task);
    }
    check_deadline(findings, task);
  }
  add_single_units(findings, graph);
  add_large_tasks(findings, graph);
  add_duplicates(findings);
}

}  // namespace respnet::analysis
