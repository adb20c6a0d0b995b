#include "respnet/viz/picture.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "viz/bipartite.hpp"
#include "viz/cluster_map.hpp"
#include "viz/dendrogram.hpp"
#include "viz/ego.hpp"
#include "viz/facts.hpp"
#include "viz/labels.hpp"
#include "viz/lorenz.hpp"
#include "viz/matrix.hpp"
#include "viz/task_pages.hpp"
#include "viz/task_sheet.hpp"
#include "viz/unit_network.hpp"
#include "viz/unit_tree.hpp"
#include "viz/workload.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;

std::vector<Sheet> one_sheet(const BipartiteGraph&) { return {Sheet{}}; }

std::vector<Sheet> sheets_of_tasks(const BipartiteGraph& graph) {
  std::vector<Sheet> result;
  for (const TaskPage& page : task_pages(graph)) {
    Sheet& sheet = result.emplace_back();
    if (page.section) sheet.title = shown(graph.network().section(*page.section).title);
    sheet.section = page.section;
    sheet.part = page.part;
    sheet.parts = page.parts;
  }
  return result.empty() ? one_sheet(graph) : result;
}

std::vector<Sheet> sheet_a_unit(const BipartiteGraph& graph) {
  std::vector<Sheet> result;
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit)
    result.push_back({shown(unit_name(graph, unit)), std::nullopt, unit});
  return result.empty() ? one_sheet(graph) : result;
}

struct Row {
  View view;
  std::string_view name;
  bool dot;
  std::vector<Sheet> (*sheets)(const BipartiteGraph&);
  Picture (*draw)(const BipartiteGraph&, const PictureOptions&);
};

// A new view is a row here, in the order of View.
constexpr std::array kRows{
    Row{View::Bipartite, "bipartite", true, sheets_of_bipartite, draw_bipartite},
    Row{View::CoResponsibility, "coresponsibility", true, one_sheet, draw_coresponsibility},
    Row{View::Leads, "leads", true, one_sheet, draw_leads},
    Row{View::Matrix, "matrix", false, one_sheet, draw_matrix},
    Row{View::Workload, "workload", false, one_sheet, draw_workload},
    Row{View::Lorenz, "lorenz", false, one_sheet, draw_lorenz},
    Row{View::Dendrogram, "dendrogram", false, one_sheet, draw_dendrogram},
    Row{View::Clusters, "clusters", false, one_sheet, draw_cluster_map},
    Row{View::Ego, "ego", false, sheet_a_unit, draw_ego},
    Row{View::TaskSheet, "task-sheet", false, sheets_of_tasks, draw_task_sheet},
};

const Row& row(View view) { return kRows[static_cast<std::size_t>(view)]; }

}  // namespace

std::string_view name(View view) { return row(view).name; }
bool has_dot(View view) { return row(view).dot; }

std::optional<View> view_named(std::string_view name) {
  const auto found = std::ranges::find(kRows, name, &Row::name);
  if (found == kRows.end()) return std::nullopt;
  return found->view;
}

std::vector<Sheet> sheets(View view, const BipartiteGraph& graph, Language language) {
  std::vector<Sheet> result = row(view).sheets(graph);
  const Messages say(language);
  const bool any_section =
      std::ranges::any_of(result, [](const Sheet& sheet) { return sheet.section.has_value(); });
  for (Sheet& sheet : result) {
    if (view == View::TaskSheet && sheet.title.empty() && graph.task_count() > 0)
      sheet.title = say(any_section ? "viz.no_section" : "sheet.all_tasks");
    if (view == View::TaskSheet && sheet.part > 1)
      sheet.title = say("sheet.continued", {{"title", sheet.title}});
  }
  return result;
}

Picture draw(View view, const BipartiteGraph& graph, const PictureOptions& options) {
  const std::size_t units = graph.unit_count();
  if (!options.clusters.empty() && options.clusters.size() != units)
    throw std::invalid_argument("draw: one cluster number per unit, or none");
  if (!is_tree(options.merges, units))
    throw std::invalid_argument("draw: merges that make no tree of units");
  if (std::ranges::any_of(options.highlight, [&](std::uint32_t unit) { return unit >= units; }))
    throw std::invalid_argument("draw: a highlighted unit that is not there");
  if (!(options.width >= 0)) throw std::invalid_argument("draw: a negative width");
  if (std::ranges::any_of(options.core, [&](std::uint32_t unit) { return unit >= units; }))
    throw std::invalid_argument("draw: a core unit that is not there");
  if (options.sheet >= sheets(view, graph).size())
    throw std::invalid_argument("draw: a sheet that is not there");
  return row(view).draw(graph, options);
}

}  // namespace respnet::viz
