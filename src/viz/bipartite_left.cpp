#include "viz/bipartite_left.hpp"

#include <algorithm>
#include <numeric>

#include "viz/labels.hpp"

namespace respnet::viz {
namespace {

constexpr std::size_t kMost = kBipartiteBoxes;

using graph::BipartiteGraph;
using model::TaskId;
using Place = BipartitePlaces;

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

// What a band of tasks stands under: a section of the outline, and in the sheet of one section
// the section below, where those put tasks together.
struct Heading {
  std::size_t section = TopSections::kNone;
  std::string title;
  bool operator==(const Heading&) const = default;
};

// Tasks one by one, in bands of equal headings.
void add_bands(const BipartiteGraph& graph, const std::vector<TaskId>& tasks,
               const std::vector<Heading>& headings, Place& place, BipartitePlan& plan) {
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const std::size_t at = plan.left.size();
    if (i == 0 || headings[i] != headings[i - 1])
      plan.bands.push_back({at, at, headings[i].section, headings[i].title});
    place[model::index(tasks[i])] = at;
    plan.left.push_back(task_item(graph, tasks[i], headings[i].section));
    plan.bands.back().last = plan.left.size();
  }
}

// Tasks outside of any section come last.
Place add_tasks(const BipartiteGraph& graph, const TopSections& sections, std::vector<TaskId> tasks,
                const Messages& say, BipartitePlan& plan) {
  const auto section_of = [&](TaskId task) { return sections.of_task[model::index(task)]; };
  std::ranges::stable_sort(tasks, {}, section_of);
  std::vector<Heading> headings;
  for (const TaskId task : tasks) {
    const std::size_t section = section_of(task);
    headings.push_back(
        {section, sections.ids.empty() ? "" : section_title(graph, sections, section, say)});
  }
  Place place(graph.task_count(), kNowhere);
  add_bands(graph, tasks, headings, place, plan);
  return place;
}

// What stands over a task in the sheet of one section: the section below it; or its own title.
Heading heading_in(const model::Network& network, const BipartiteSheet& sheet, TaskId task,
                   std::size_t section) {
  if (!sheet.section) return {section, ""};
  const auto below = section_below(network, task, *sheet.section);
  return {section, shown(network.section(below.value_or(*sheet.section)).title)};
}

// The tasks of one section, under the headings of the sections below where those have several.
Place add_part(const BipartiteGraph& graph, const TopSections& sections,
               const BipartiteSheet& sheet, BipartitePlan& plan) {
  std::vector<Heading> headings;
  std::size_t bands = 0;
  for (const TaskId task : sheet.tasks) {
    headings.push_back(
        heading_in(graph.network(), sheet, task, sections.of_task[model::index(task)]));
    if (headings.size() == 1 || headings[headings.size() - 2] != headings.back()) ++bands;
  }
  if (2 * bands > sheet.tasks.size() && sheet.section)
    for (Heading& heading : headings)
      heading.title = shown(graph.network().section(*sheet.section).title);
  Place place(graph.task_count(), kNowhere);
  add_bands(graph, sheet.tasks, headings, place, plan);
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

// The tasks with most units, in text order, and one box for the others; its lines would be a dark
// wedge that says nothing, so it has none.
Place add_largest_tasks(const BipartiteGraph& graph, const TopSections& sections,
                        const Messages& say, BipartitePlan& plan) {
  std::vector<TaskId> tasks = all_tasks(graph);
  std::ranges::stable_sort(tasks, std::ranges::greater{}, [&](TaskId task) {
    return graph.adjacency().degree(graph.vertex(task));
  });
  const std::size_t others = tasks.size() - kMost;
  tasks.resize(kMost);
  std::ranges::sort(tasks);
  Place place = add_tasks(graph, sections, tasks, say, plan);
  add_alone({"rest-tasks", "rest", "", say("viz.rest_tasks", {{"tasks", others}}), others,
             TopSections::kNone},
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
  plan.together = true;
  plan.left_out.push_back(
      say("viz.bipartite.by_section", {{"tasks", graph.task_count()}, {"sections", order.size()}}));
  Place place;
  for (const std::size_t section : sections.of_task) place.push_back(box[slot(section)]);
  return place;
}

// Tasks in text order, in blocks of nearly equal length.
Place add_blocks(const BipartiteGraph& graph, const Messages& say, BipartitePlan& plan) {
  constexpr std::size_t kBlocks = 20;
  const model::Network& network = graph.network();
  const std::size_t tasks = graph.task_count();
  Place place;
  for (std::size_t block = 0; block < kBlocks; ++block) {
    const std::size_t begin = block * tasks / kBlocks, end = (block + 1) * tasks / kBlocks;
    const auto id = [&](std::size_t task) {
      return shown(network.task_id(static_cast<TaskId>(task)));
    };
    place.insert(place.end(), end - begin, plan.left.size());
    add_alone({"b" + std::to_string(block + 1), "block", "", id(begin) + " – " + id(end - 1),
               end - begin, TopSections::kNone},
              plan);
  }
  plan.together = true;
  plan.left_out.push_back(say("viz.bipartite.by_block", {{"tasks", tasks}, {"blocks", kBlocks}}));
  return place;
}

}  // namespace

BipartitePlaces add_left_column(const BipartiteGraph& graph, const BipartiteSheet& sheet,
                                const Messages& say, BipartitePlan& plan) {
  const Outline parts = outline(graph.network());
  plan.sections = parts.sections.ids.size();
  plan.colored = parts.top_level;
  if (!sheet.tasks.empty()) return add_part(graph, parts.sections, sheet, plan);
  if (graph.task_count() <= kMost)
    return add_tasks(graph, parts.sections, all_tasks(graph), say, plan);
  if (plan.sections >= 2) return add_sections(graph, parts.sections, say, plan);
  if (graph.task_count() > kBipartiteTasks) return add_blocks(graph, say, plan);
  return add_largest_tasks(graph, parts.sections, say, plan);
}

}  // namespace respnet::viz
