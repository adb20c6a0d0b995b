#include "viz/bipartite_plan.hpp"

#include <algorithm>
#include <numeric>

#include "viz/labels.hpp"

namespace respnet::viz {
namespace {

constexpr std::size_t kMost = 60;  // boxes a column, before the rest is put together

using graph::BipartiteGraph;
using graph::Vertex;
using model::TaskId;

// Where a task or unit went: the box that stands for it.
using Place = std::vector<std::size_t>;

LeftItem task_item(const BipartiteGraph& graph, TaskId id, std::size_t section) {
  const model::Task task = graph.network().task(id);
  const bool untitled = task.title.empty() || task.title == task.id;
  return {task_key(id),
          "task",
          untitled ? "" : shown(task.id),
          shown(untitled ? task.id : task.title),
          1,
          section};
}

std::string section_title(const BipartiteGraph& graph, const TopSections& sections,
                          std::size_t section, const Messages& say) {
  if (section == TopSections::kNone) return say("viz.no_section");
  return shown(graph.network().section(sections.ids[section]).title);
}

// Tasks one by one, in bands of their sections; tasks outside of any section come last.
Place add_tasks(const BipartiteGraph& graph, const TopSections& sections, std::vector<TaskId> tasks,
                const Messages& say, BipartitePlan& plan) {
  const auto section_of = [&](TaskId task) { return sections.of_task[model::index(task)]; };
  std::ranges::stable_sort(tasks, {}, section_of);
  Place place(graph.task_count());
  for (const TaskId task : tasks) {
    const std::size_t section = section_of(task);
    if (plan.bands.empty() || plan.bands.back().section != section) {
      const std::size_t at = plan.left.size();
      plan.bands.push_back(
          {at, at, section,
           sections.ids.empty() ? "" : section_title(graph, sections, section, say)});
    }
    place[model::index(task)] = plan.left.size();
    plan.left.push_back(task_item(graph, task, section));
    plan.bands.back().last = plan.left.size();
  }
  return place;
}

std::vector<TaskId> all_tasks(const BipartiteGraph& graph) {
  std::vector<TaskId> tasks;
  for (const TaskId task : graph.network().task_ids()) tasks.push_back(task);
  return tasks;
}

void add_alone(LeftItem rest, BipartitePlan& plan) {
  const std::size_t at = plan.left.size();
  plan.bands.push_back({at, at + 1, rest.section, ""});
  plan.left.push_back(std::move(rest));
}

// The tasks with most units, in text order, and one box for the others.
Place add_largest_tasks(const BipartiteGraph& graph, const TopSections& sections,
                        const Messages& say, BipartitePlan& plan) {
  std::vector<TaskId> tasks = all_tasks(graph);
  std::ranges::stable_sort(tasks, std::ranges::greater{}, [&](TaskId task) {
    return graph.adjacency().degree(graph.vertex(task));
  });
  const std::vector<TaskId> others(tasks.begin() + kMost, tasks.end());
  tasks.resize(kMost);
  std::ranges::sort(tasks);
  Place place = add_tasks(graph, sections, tasks, say, plan);
  for (const TaskId task : others) place[model::index(task)] = plan.left.size();
  add_alone({"rest-tasks", "rest", "", say("viz.rest_tasks", {{"tasks", others.size()}}),
             others.size(), TopSections::kNone},
            plan);
  plan.left_out.push_back(
      say("viz.bipartite.first_tasks", {{"tasks", graph.task_count()}, {"shown", kMost}}));
  return place;
}

// A box a section. The smallest of very many sections share one box.
Place add_sections(const BipartiteGraph& graph, const TopSections& sections, const Messages& say,
                   BipartitePlan& plan) {
  const std::size_t none = sections.ids.size();  // stands for kNone here
  const auto slot = [&](std::size_t section) { return std::min(section, none); };
  std::vector<std::size_t> tasks(none + 1, 0);
  for (const std::size_t section : sections.of_task) ++tasks[slot(section)];

  std::vector<std::size_t> order(none + (sections.complete ? 0 : 1));
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t s) { return tasks[s]; });
  const std::size_t kept = std::min(order.size(), kMost);
  std::ranges::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept));

  std::vector<std::size_t> box(none + 1, kept);
  std::size_t others = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t s = order[i];
    if (i >= kept) {
      others += tasks[s];
      continue;
    }
    box[s] = plan.left.size();
    const std::size_t section = s == none ? TopSections::kNone : s;
    add_alone({"s" + std::to_string(s + 1), "section", "",
               section_title(graph, sections, section, say), tasks[s], section},
              plan);
  }
  if (others > 0) {
    add_alone(
        {"rest-sections", "rest", "", say("viz.rest_sections", {{"sections", order.size() - kept}}),
         others, TopSections::kNone},
        plan);
  }
  plan.by_section = true;
  plan.left_out.push_back(
      say("viz.bipartite.by_section", {{"tasks", graph.task_count()}, {"sections", order.size()}}));
  Place place;
  for (const std::size_t section : sections.of_task) place.push_back(box[slot(section)]);
  return place;
}

Place add_left(const BipartiteGraph& graph, const Messages& say, BipartitePlan& plan) {
  const TopSections sections = top_sections(graph.network());
  plan.sections = sections.ids.size();
  if (graph.task_count() <= kMost) return add_tasks(graph, sections, all_tasks(graph), say, plan);
  if (sections.ids.size() >= 2) return add_sections(graph, sections, say, plan);
  return add_largest_tasks(graph, sections, say, plan);
}

Place add_right(const BipartiteGraph& graph, const std::vector<Load>& loads, const Messages& say,
                BipartitePlan& plan) {
  std::vector<std::uint32_t> units = heaviest_first(loads);
  Place place(units.size());
  Load rest;
  for (std::size_t i = kMost; i < units.size(); ++i) {
    place[units[i]] = kMost;
    rest.tasks += loads[units[i]].tasks;
    rest.leads += loads[units[i]].leads;
  }
  const std::size_t others = units.size() > kMost ? units.size() - kMost : 0;
  units.resize(units.size() - others);
  std::ranges::sort(units);
  for (const std::uint32_t unit : units) {
    place[unit] = plan.right.size();
    plan.right.push_back(
        {unit_key(graph, unit), unit_classes(graph, unit), std::string(unit_name(graph, unit)),
         graph.network().unit_id(graph.unit(unit)), is_group(graph, unit), loads[unit]});
  }
  if (others > 0) {
    plan.right.push_back(
        {"rest-units", "rest", say("viz.rest_units", {{"units", others}}), "", true, rest});
    plan.left_out.push_back(say("viz.heaviest", {{"units", place.size()}, {"shown", kMost}}));
  }
  return place;
}

void add_strands(const BipartiteGraph& graph, const Place& left, const Place& right,
                 BipartitePlan& plan) {
  std::vector<std::size_t> counts(plan.left.size() * plan.right.size() * 2, 0);
  const auto slot = [&](bool lead, std::size_t l, std::size_t r) {
    return ((lead ? plan.left.size() : 0) + l) * plan.right.size() + r;
  };
  for (Vertex task = 0; task < graph.task_count(); ++task) {
    const auto units = graph.neighbors(task);
    const auto parts = graph.parts(task);
    for (std::size_t i = 0; i < units.size(); ++i) {
      const bool lead = parts[i] == graph::Part::Lead;
      ++counts[slot(lead, left[task], right[graph.unit_number(units[i])])];
    }
  }
  for (const bool lead : {false, true})
    for (std::size_t l = 0; l < plan.left.size(); ++l)
      for (std::size_t r = 0; r < plan.right.size(); ++r)
        if (const std::size_t count = counts[slot(lead, l, r)]; count > 0)
          plan.strands.push_back({l, r, lead, count});
}

// Between boxes that stand for many, leaves out thin strands where there are too many to follow;
// keeps each unit's strongest (the first of equals).
void thin(const Messages& say, BipartitePlan& plan) {
  constexpr std::size_t kMostStrands = 240;
  if (!plan.by_section || plan.strands.size() <= kMostStrands) return;
  std::vector<std::size_t> strongest(plan.right.size(), 0), counts;
  for (const Strand& strand : plan.strands) {
    strongest[strand.right] = std::max(strongest[strand.right], strand.count);
    counts.push_back(strand.count);
  }
  std::ranges::sort(counts, std::ranges::greater{});
  const std::size_t least = counts[kMostStrands] + 1;
  const std::size_t before = plan.strands.size();
  std::erase_if(plan.strands, [&](const Strand& strand) {
    if (strand.count >= least) return false;
    if (strand.count != strongest[strand.right]) return true;
    strongest[strand.right] = 0;
    return false;
  });
  plan.left_out.push_back(
      say("viz.bipartite.thinned", {{"least", least}, {"left_out", before - plan.strands.size()}}));
}

}  // namespace

BipartitePlan bipartite_plan(const BipartiteGraph& graph, const std::vector<Load>& loads,
                             const Messages& say) {
  BipartitePlan plan;
  const Place left = add_left(graph, say, plan);
  const Place right = add_right(graph, loads, say, plan);
  add_strands(graph, left, right, plan);
  thin(say, plan);
  return plan;
}

}  // namespace respnet::viz
