#include "viz/bipartite_sheets.hpp"

#include <algorithm>
#include <map>

#include "viz/labels.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using model::Network;
using model::SectionId;
using model::TaskId;

TopSections sections_below(const Network& network, SectionId above) {
  TopSections result;
  std::map<SectionId, std::size_t> place;
  std::vector<std::optional<SectionId>> of_task;
  for (const TaskId task : network.task_ids()) {
    of_task.push_back(section_below(network, task, above));
    if (of_task.back()) place.emplace(*of_task.back(), 0);
  }
  for (auto& [section, at] : place) {
    at = result.ids.size();
    result.ids.push_back(section);
  }
  for (const auto& section : of_task) {
    result.of_task.push_back(section ? place.at(*section) : TopSections::kNone);
    result.complete = result.complete && section;
  }
  return result;
}

// Tasks in text order by section; those outside of any come last.
std::vector<std::vector<TaskId>> tasks_by_section(const Network& network,
                                                  const TopSections& sections) {
  std::vector<std::vector<TaskId>> result(sections.ids.size() + 1);
  for (const TaskId task : network.task_ids())
    result[std::min(sections.of_task[model::index(task)], sections.ids.size())].push_back(task);
  return result;
}

std::string range(const Network& network, const std::vector<TaskId>& tasks) {
  const std::string first = shown(network.task_id(tasks.front()));
  const std::string last = shown(network.task_id(tasks.back()));
  return first == last ? first : first + " – " + last;
}

// In as many sheets of nearly equal length as needed.
void add_sheets(const Network& network, const std::vector<TaskId>& tasks,
                std::optional<SectionId> section, std::vector<BipartiteSheet>& sheets) {
  const std::size_t parts = (tasks.size() + kBipartiteBoxes - 1) / kBipartiteBoxes;
  for (std::size_t part = 0; part < parts; ++part) {
    const auto at = [&](std::size_t i) {
      return tasks.begin() + static_cast<std::ptrdiff_t>(i * tasks.size() / parts);
    };
    BipartiteSheet sheet{{}, section, {at(part), at(part + 1)}, part + 1, parts};
    if (section) sheet.title = shown(network.section(*section).title);
    if (!section || parts > 1)
      sheet.title += (section ? " (" : "") + range(network, sheet.tasks) + (section ? ")" : "");
    sheets.push_back(std::move(sheet));
  }
}

}  // namespace

std::optional<SectionId> section_below(const Network& network, TaskId task, SectionId above) {
  std::optional<SectionId> below;
  for (auto at = network.task(task).section; at && *at != above; at = network.section(*at).parent)
    below = at;
  return below;
}

Outline outline(const Network& network) {
  Outline result{top_sections(network)};
  while (result.sections.ids.size() == 1 && result.sections.complete) {
    TopSections below = sections_below(network, result.sections.ids.front());
    // Headings of single tasks put nothing together.
    if (below.ids.empty() || 2 * below.ids.size() > network.task_count()) break;
    result = {std::move(below), false};
  }
  return result;
}

std::vector<BipartiteSheet> bipartite_sheets(const BipartiteGraph& graph) {
  const std::size_t tasks = graph.task_count();
  std::vector<BipartiteSheet> sheets{{}};
  if (tasks <= kBipartiteBoxes && graph.unit_count() <= kBipartiteBoxes) return sheets;
  if (tasks > kBipartiteTasks) return sheets;
  const Network& network = graph.network();
  const TopSections sections = outline(network).sections;
  const auto by_section = tasks_by_section(network, sections);
  for (std::size_t i = 0; i < by_section.size(); ++i)
    add_sheets(network, by_section[i],
               i < sections.ids.size() ? std::optional(sections.ids[i]) : std::nullopt, sheets);
  if (sheets.size() <= 2) sheets.resize(1);  // the part would be the whole
  return sheets;
}

}  // namespace respnet::viz
