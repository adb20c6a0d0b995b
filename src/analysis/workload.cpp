#include "respnet/analysis/workload.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::Part;
using graph::Vertex;
using model::Role;
using model::TaskId;
using model::UnitId;

constexpr std::array<std::string_view, kLoadKinds> kLoadNames{"tasks", "lead", "share", "weighted"};
constexpr std::uint32_t kNone = UINT32_MAX;

// Printed roles by unit number: the graph knows parts only, so they are read from the network.
class PrintedRoles {
 public:
  explicit PrintedRoles(const BipartiteGraph& graph) : graph_(graph) {
    number_.assign(graph.network().unit_count(), kNone);
    for (std::uint32_t i = 0; i < graph.unit_count(); ++i) number_[index(graph.unit(i))] = i;
  }

  // Adds 1 for each unit that the task prints as responsible, for itself or through a group that
  // was expanded; a stronger role in the same task wins.
  void count_responsible(TaskId task, std::vector<std::uint32_t>& count) {
    row_.clear();
    for (const auto a : graph_.network().assignments(task))
      add(graph_.network().unit_of(a), graph_.network().role_of(a), 0);
    std::ranges::sort(row_);
    const auto repeated = std::ranges::unique(row_, {}, [](const auto& e) { return e.first; });
    row_.erase(repeated.begin(), repeated.end());
    for (const auto& [unit, role] : row_) count[unit] += role == Role::Responsible ? 1U : 0U;
  }

 private:
  // A unit without a number is a group that was dropped or gave way to its members. Groups may hold
  // groups, as deep as BipartiteGraph follows them.
  void add(UnitId unit, Role role, int depth) {
    if (number_[index(unit)] != kNone) {
      row_.emplace_back(number_[index(unit)], role);
      return;
    }
    if (graph_.options().groups == graph::GroupPolicy::Drop || depth == 16) return;
    for (const UnitId member : graph_.network().unit(unit).members) add(member, role, depth + 1);
  }

  const BipartiteGraph& graph_;
  std::vector<std::uint32_t> number_;  // by UnitId
  std::vector<std::pair<std::uint32_t, Role>> row_;
};

// The top-level section of each task as a position among those that hold tasks.
struct TopSections {
  std::vector<std::optional<model::SectionId>> sections;
  std::vector<std::uint32_t> of_task;
};

TopSections top_sections(const BipartiteGraph& graph) {
  const model::Network& network = graph.network();
  TopSections top;
  top.of_task.reserve(network.task_count());
  std::vector<bool> used(network.section_count() + 1, false);  // the last: in no section
  for (const TaskId task : network.task_ids()) {
    const auto section = network.top_section(task);
    const std::size_t place = section ? index(*section) : network.section_count();
    used[place] = true;
    top.of_task.push_back(static_cast<std::uint32_t>(place));
  }
  std::vector<std::uint32_t> position(used.size(), 0);
  for (std::size_t place = 0; place < used.size(); ++place) {
    if (!used[place]) continue;
    position[place] = static_cast<std::uint32_t>(top.sections.size());
    top.sections.emplace_back();
    if (place < network.section_count()) top.sections.back() = static_cast<model::SectionId>(place);
  }
  for (std::uint32_t& section : top.of_task) section = position[section];
  return top;
}

// Section loads of one unit, ascending by section.
void append_cells(const BipartiteGraph& graph, std::uint32_t unit, const TopSections& top,
                  std::vector<SectionLoad>& cells) {
  const Vertex vertex = graph.unit_vertex(unit);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> row;  // section, leads
  for (std::size_t i = 0; i < graph.neighbors(vertex).size(); ++i)
    row.emplace_back(top.of_task[graph.neighbors(vertex)[i]],
                     graph.parts(vertex)[i] == Part::Lead ? 1U : 0U);
  std::ranges::sort(row);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i == 0 || row[i].first != row[i - 1].first)
      cells.push_back({.unit = unit, .section = row[i].first, .tasks = 0, .leads = 0});
    cells.back().tasks += 1;
    cells.back().leads += row[i].second;
  }
}

}  // namespace

Loads loads(const BipartiteGraph& graph) {
  const std::size_t n = graph.unit_count();
  Loads result;
  for (auto* column :
       {&result.tasks, &result.lead, &result.responsible, &result.support, &result.sections})
    column->assign(n, 0);
  result.share.assign(n, 0);
  result.weighted.assign(n, 0);

  for (std::uint32_t unit = 0; unit < n; ++unit) {
    const Vertex vertex = graph.unit_vertex(unit);
    const auto tasks = graph.neighbors(vertex);
    result.tasks[unit] = static_cast<std::uint32_t>(tasks.size());
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      const Part part = graph.parts(vertex)[i];
      result.lead[unit] += part == Part::Lead ? 1U : 0U;
      result.support[unit] += part == Part::Support ? 1U : 0U;
      result.share[unit] += 1 / static_cast<double>(graph.neighbors(tasks[i]).size());
      result.weighted[unit] += graph.options().weights[part];
    }
  }

  PrintedRoles printed(graph);
  for (const TaskId task : graph.network().task_ids())
    printed.count_responsible(task, result.responsible);

  const SectionLoads by_section = section_loads(graph);
  for (const SectionLoad& cell : by_section.cells)
    result.sections[cell.unit] += by_section.sections[cell.section] ? 1U : 0U;
  return result;
}

std::string_view name(LoadKind load) { return kLoadNames[static_cast<std::size_t>(load)]; }

double load_of(const BipartiteGraph& graph, TaskId task, Part part, LoadKind load) {
  switch (load) {
    case LoadKind::Lead:
      return part == Part::Lead ? 1 : 0;
    case LoadKind::Share:
      return 1 / static_cast<double>(graph.neighbors(graph.vertex(task)).size());
    case LoadKind::Weighted:
      return graph.options().weights[part];
    default:
      return 1;
  }
}

std::vector<double> load_values(const Loads& loads, LoadKind load) {
  switch (load) {
    case LoadKind::Tasks:
      return {loads.tasks.begin(), loads.tasks.end()};
    case LoadKind::Lead:
      return {loads.lead.begin(), loads.lead.end()};
    case LoadKind::Share:
      return loads.share;
    default:
      return loads.weighted;
  }
}

SectionLoads section_loads(const BipartiteGraph& graph) {
  TopSections top = top_sections(graph);
  SectionLoads result;
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit)
    append_cells(graph, unit, top, result.cells);
  result.sections = std::move(top.sections);
  return result;
}

std::vector<TaskId> single_unit_tasks(const BipartiteGraph& graph) {
  std::vector<TaskId> tasks;
  for (const TaskId task : graph.network().task_ids())
    if (graph.neighbors(graph.vertex(task)).size() == 1) tasks.push_back(task);
  return tasks;
}

}  // namespace respnet::analysis
