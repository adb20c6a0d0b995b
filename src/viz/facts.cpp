#include "viz/facts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace respnet::viz {

using graph::BipartiteGraph;
using graph::Part;

namespace {

// "viz.lead.listed", …: the word of that kind for the lead policy in force.
std::string word_key(std::string_view kind, const BipartiteGraph& graph) {
  constexpr std::array<std::string_view, 4> names{"listed", "explicit", "mixed", "all"};
  return "viz." + std::string(kind) + "." +
         std::string(names[static_cast<std::size_t>(graph::lead_basis(graph))]);
}

}  // namespace

Messages picture_words(const BipartiteGraph& graph, Language language) {
  const Messages plain(language);
  std::vector<Argument> always;
  for (const std::string_view kind : {"lead", "lead_unit", "leading"})
    always.emplace_back(kind, plain(word_key(kind, graph)));
  return Messages(language, std::move(always));
}

std::string lead_note(const BipartiteGraph& graph, const Messages& say) {
  return say(word_key("lead_note", graph));
}

std::string load_text(const Messages& say, Load load) {
  return say(load.leads == 0 ? "viz.load" : "viz.load_leads",
             {{"tasks", load.tasks}, {"leads", load.leads}});
}

std::string load_sum(const Messages& say, Load load) {
  if (load.leads == 0) return std::to_string(load.tasks);
  return say("viz.load_sum", {{"leads", load.leads}, {"others", load.others()}});
}

std::string counts_text(const BipartiteGraph& graph, const Messages& say) {
  return say("viz.counts", {{"tasks", graph.task_count()},
                            {"units", graph.unit_count()},
                            {"assignments", graph.edge_count()}});
}

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

Emphasis emphasis(const BipartiteGraph& graph, const PictureOptions& options) {
  Emphasis result;
  for (const std::uint32_t unit : options.highlight) {
    result.chosen.insert(unit_key(graph, unit));
    for (const graph::Vertex task : graph.neighbors(graph.unit_vertex(unit)))
      result.lit.insert(task_key(graph.task(task)));
  }
  result.lit.insert(result.chosen.begin(), result.chosen.end());
  return result;
}

std::string_view document_title(const model::Network& network) {
  if (!network.title().empty()) return network.title();
  return network.sources().empty() ? std::string_view{} : network.sources().front().title;
}

std::string unit_classes(const BipartiteGraph& graph, std::size_t unit) {
  return "unit " + std::string(model::name(graph.network().unit_kind(graph.unit(unit))));
}

}  // namespace respnet::viz
