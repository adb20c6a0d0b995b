#include "respnet/viz/picture.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "viz/bipartite.hpp"
#include "viz/unit_network.hpp"
#include "viz/workload.hpp"

namespace respnet::viz {
namespace {

struct Row {
  View view;
  std::string_view name;
  bool dot;
  Picture (*draw)(const graph::BipartiteGraph&, const PictureOptions&);
};

// A new view is a row here, in the order of View.
constexpr std::array kRows{
    Row{View::Bipartite, "bipartite", true, draw_bipartite},
    Row{View::CoResponsibility, "coresponsibility", true, draw_coresponsibility},
    Row{View::Leads, "leads", true, draw_leads},
    Row{View::Workload, "workload", false, draw_workload},
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

Picture draw(View view, const graph::BipartiteGraph& graph, const PictureOptions& options) {
  if (!options.clusters.empty() && options.clusters.size() != graph.unit_count())
    throw std::invalid_argument("draw: one cluster number per unit, or none");
  return row(view).draw(graph, options);
}

}  // namespace respnet::viz
