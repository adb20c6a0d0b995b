#include "viz/ego_plan.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using graph::Part;

std::vector<Partner> partners(const BipartiteGraph& graph, std::uint32_t unit) {
  std::map<std::uint32_t, Partner> found;
  const graph::Vertex vertex = graph.unit_vertex(unit);
  const auto tasks = graph.neighbors(vertex);
  const auto parts = graph.parts(vertex);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    for (const graph::Vertex neighbor : graph.neighbors(tasks[i])) {
      if (neighbor == vertex) continue;
      const std::uint32_t other = graph.unit_number(neighbor);
      Partner& partner = found[other];
      partner.unit = other;
      ++partner.shared;
      if (parts[i] == Part::Lead) ++partner.own_leads;
    }
  }
  std::vector<Partner> result;
  for (const auto& [number, partner] : found) result.push_back(partner);
  std::ranges::stable_sort(result, std::ranges::greater{}, &Partner::shared);
  return result;
}

std::vector<EgoSection> sections(const BipartiteGraph& graph, std::uint32_t unit,
                                 const TopSections& tops) {
  std::map<std::size_t, EgoSection> found;  // kNone is the greatest: outside comes last
  const graph::Vertex vertex = graph.unit_vertex(unit);
  const auto tasks = graph.neighbors(vertex);
  const auto parts = graph.parts(vertex);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const model::TaskId task = graph.task(tasks[i]);
    const std::size_t place = tops.of_task[model::index(task)];
    EgoSection& section = found[place];
    section.place = place;
    if (place != TopSections::kNone) section.section = tops.ids[place];
    section.tasks.push_back(task);
    section.leads.push_back(parts[i] == Part::Lead);
  }
  std::vector<EgoSection> result;
  for (auto& [place, section] : found) result.push_back(std::move(section));
  return result;
}

}  // namespace

EgoPlan ego_plan(const BipartiteGraph& graph, std::uint32_t unit) {
  const TopSections tops = top_sections(graph.network());
  const std::vector<Load> all = loads(graph);
  EgoPlan plan;
  plan.unit = unit;
  plan.load = all[unit];
  for (const Load& load : all) {
    plan.loads.push_back(load.tasks);
    plan.all_leads += load.leads;
  }
  std::ranges::sort(plan.loads, std::greater{});
  const auto equal = std::ranges::equal_range(plan.loads, plan.load.tasks, std::greater{});
  plan.rank = 1 + static_cast<std::size_t>(equal.begin() - plan.loads.begin());
  plan.rank_tied = equal.size() > 1;
  plan.partners = partners(graph, unit);
  plan.sections = sections(graph, unit, tops);
  plan.all_sections = tops.ids.size();
  return plan;
}

}  // namespace respnet::viz
