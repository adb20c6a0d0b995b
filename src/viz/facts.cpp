#include "viz/facts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace respnet::viz {

using graph::BipartiteGraph;
using graph::Part;

std::vector<Load> loads(const BipartiteGraph& graph) {
  std::vector<Load> result(graph.unit_count());
  for (std::size_t unit = 0; unit < result.size(); ++unit) {
    const auto parts = graph.parts(graph.unit_vertex(unit));
    result[unit] = {parts.size(), static_cast<std::size_t>(std::ranges::count(parts, Part::Lead))};
  }
  return result;
}

std::vector<std::uint32_t> heaviest_first(const std::vector<Load>& loads) {
  std::vector<std::uint32_t> order(loads.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(loads[a].tasks, loads[a].leads) > std::tie(loads[b].tasks, loads[b].leads);
  });
  return order;
}

TopSections top_sections(const model::Network& network) {
  std::map<model::SectionId, std::size_t> place;
  for (const model::TaskId task : network.task_ids())
    if (const auto top = network.top_section(task)) place.emplace(*top, 0);

  TopSections result;
  for (auto& [section, at] : place) {
    at = result.ids.size();
    result.ids.push_back(section);
  }
  result.of_task.reserve(network.task_count());
  for (const model::TaskId task : network.task_ids()) {
    const auto top = network.top_section(task);
    result.of_task.push_back(top ? place.at(*top) : TopSections::kNone);
    if (!top) result.complete = false;
  }
  return result;
}

bool is_group(const BipartiteGraph& graph, std::size_t unit) {
  return graph.network().unit_kind(graph.unit(unit)) == model::UnitKind::Group;
}

std::string_view unit_name(const BipartiteGraph& graph, std::size_t unit) {
  return graph.network().unit_name(graph.unit(unit));
}

std::string task_key(model::TaskId task) { return "t" + std::to_string(model::index(task) + 1); }

std::string unit_key(const BipartiteGraph& graph, std::size_t unit) {
  return "u" + std::to_string(model::index(graph.unit(unit)) + 1);
}

std::string_view document_title(const model::Network& network) {
  if (!network.title().empty()) return network.title();
  return network.sources().empty() ? std::string_view{} : network.sources().front().title;
}

std::string unit_classes(const BipartiteGraph& graph, std::size_t unit) {
  return "unit " + std::string(model::name(graph.network().unit_kind(graph.unit(unit))));
}

}  // namespace respnet::viz
