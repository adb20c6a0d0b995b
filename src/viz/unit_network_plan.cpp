#include "viz/unit_network_plan.hpp"

#include <algorithm>
#include <cmath>

#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/lead_graph.hpp"
#include "viz/labels.hpp"

namespace respnet::viz {
namespace {

constexpr std::size_t kMostLabelled = 300;  // units that all get a label
constexpr std::size_t kLabelsOfLarge = 40;  // labels above that
constexpr std::size_t kMostUnits = 3000;    // units drawn at all
constexpr std::size_t kUnitsOfHuge = 300;   // units drawn above that
constexpr Font kTitle{19};
constexpr double kTitleName = 300;  // pt, of a name in the title

using graph::Adjacency;
using graph::BipartiteGraph;
using Relations = std::vector<UnitEdge>;  // between unit numbers

Relations relations(const Adjacency& adjacency, bool once) {
  Relations result;
  for (graph::Vertex v = 0; v < adjacency.vertex_count(); ++v) {
    const auto neighbors = adjacency.neighbors(v);
    const auto weights = adjacency.weights_of(v);
    for (std::size_t i = 0; i < neighbors.size(); ++i) {
      if (once && neighbors[i] < v) continue;
      result.push_back({v, neighbors[i], static_cast<std::size_t>(std::lround(weights[i]))});
    }
  }
  return result;
}

Relations relations(const BipartiteGraph& graph, UnitRelation relation) {
  if (relation == UnitRelation::Shared)
    return relations(graph::CoResponsibilityGraph(graph).adjacency(), true);
  return relations(graph::LeadGraph(graph).out(), false);
}

void keep_among(Relations& relations, const std::vector<bool>& kept) {
  std::erase_if(relations, [&](const UnitEdge& e) { return !kept[e.from] || !kept[e.to]; });
}

std::vector<bool> related(const Relations& relations, std::size_t units) {
  std::vector<bool> result(units, false);
  for (const UnitEdge& edge : relations) result[edge.from] = result[edge.to] = true;
  return result;
}

std::size_t count(const std::vector<bool>& flags) {
  return static_cast<std::size_t>(std::ranges::count(flags, true));
}

// Leaves out weak relations where there are too many to follow: keeps those of at least some
// number of tasks, and each unit's strongest (the first of equals), so that no unit is cut off.
void thin(Relations& edges, std::size_t units, const Messages& say,
          std::vector<std::string>& notes) {
  const std::size_t most = std::max<std::size_t>(100, units + units / 2);
  if (edges.size() <= most) return;
  std::vector<std::size_t> best;  // by unit: place of its strongest relation
  for (std::size_t i = 0; i < edges.size(); ++i) {
    for (const std::uint32_t unit : {edges[i].from, edges[i].to}) {
      if (best.size() <= unit) best.resize(unit + 1, edges.size());
      if (best[unit] == edges.size() || edges[best[unit]].tasks < edges[i].tasks) best[unit] = i;
    }
  }
  std::vector<bool> strongest(edges.size(), false);
  for (const std::size_t i : best)
    if (i < edges.size()) strongest[i] = true;

  std::vector<std::size_t> weights;
  for (const UnitEdge& edge : edges) weights.push_back(edge.tasks);
  std::ranges::sort(weights, std::ranges::greater{});
  const std::size_t least = weights[most] + 1;
  const std::size_t before = edges.size();
  std::size_t place = 0;
  std::erase_if(edges,
                [&](const UnitEdge& edge) { return !strongest[place++] && edge.tasks < least; });
  notes.push_back(
      say("viz.network.thinned", {{"least", least}, {"left_out", before - edges.size()}}));
}

// Three tasks, or more where that would darken too many relations.
std::size_t strong_from(const Relations& edges) {
  constexpr std::size_t kMostStrong = 40;
  std::vector<std::size_t> weights;
  for (const UnitEdge& edge : edges) weights.push_back(edge.tasks);
  std::ranges::sort(weights, std::ranges::greater{});
  return weights.size() <= kMostStrong ? 3 : std::max<std::size_t>(3, weights[kMostStrong] + 1);
}

std::string title_name(const BipartiteGraph& graph, std::size_t unit, const TextMetrics& metrics) {
  return cut_in_middle(metrics, shown(unit_name(graph, unit)), kTitle, kTitleName);
}

// The strongest of the pairs that are drawn.
std::string shared_finding(const BipartiteGraph& graph, const Relations& drawn, const Messages& say,
                           const TextMetrics& metrics) {
  const auto top = std::ranges::max_element(drawn, {}, &UnitEdge::tasks);
  const auto equal =
      static_cast<std::size_t>(std::ranges::count(drawn, top->tasks, &UnitEdge::tasks));
  if (equal > 1) return say("viz.shared.title_tie", {{"pairs", equal}, {"shared", top->tasks}});
  return say("viz.shared.title", {{"one", title_name(graph, top->from, metrics)},
                                  {"other", title_name(graph, top->to, metrics)},
                                  {"shared", top->tasks}});
}

// The drawn unit whose lead tasks mobilise most units, groups among them, as `lead.reach` counts.
std::string leads_finding(const BipartiteGraph& graph, const Relations& all,
                          const std::vector<bool>& drawn, const Messages& say,
                          const TextMetrics& metrics) {
  std::vector<std::size_t> reach(graph.unit_count(), 0);
  for (const UnitEdge& edge : all)
    if (drawn[edge.to]) ++reach[edge.to];
  const auto top = std::ranges::max_element(reach);
  const auto equal = static_cast<std::size_t>(std::ranges::count(reach, *top));
  if (equal > 1) return say("viz.leads.title_tie", {{"units", equal}, {"reach", *top}});
  const auto unit = static_cast<std::size_t>(top - reach.begin());
  return say("viz.leads.title", {{"top", title_name(graph, unit, metrics)}, {"reach", *top}});
}

// Takes the units that are drawn and numbers the relations by their places.
void settle(UnitNetworkPlan& plan, Relations edges, const std::vector<bool>& drawn) {
  std::vector<std::uint32_t> place(drawn.size());
  for (std::uint32_t unit = 0; unit < drawn.size(); ++unit) {
    place[unit] = static_cast<std::uint32_t>(plan.units.size());
    if (drawn[unit]) plan.units.push_back(unit);
  }
  for (UnitEdge& edge : edges) edge = {place[edge.from], place[edge.to], edge.tasks};
  plan.edges = std::move(edges);
}

void choose_labels(UnitNetworkPlan& plan, const std::vector<Load>& loads, const Messages& say) {
  plan.large = plan.units.size() > kMostLabelled;
  plan.labelled.assign(plan.units.size(), !plan.large);
  if (!plan.large) return;
  std::vector<Load> drawn_loads;
  for (const std::uint32_t unit : plan.units) drawn_loads.push_back(loads[unit]);
  const auto order = heaviest_first(drawn_loads);
  for (std::size_t i = 0; i < kLabelsOfLarge; ++i) plan.labelled[order[i]] = true;
  plan.notes.push_back(say("viz.network.labels", {{"labelled", kLabelsOfLarge}}));
}

}  // namespace

UnitNetworkPlan unit_network_plan(const BipartiteGraph& graph, UnitRelation relation,
                                  const std::vector<Load>& loads, const PictureOptions& options,
                                  const Messages& say, const TextMetrics& metrics) {
  UnitNetworkPlan plan;
  const Relations all = relations(graph, relation);
  Relations edges = all;
  std::vector<bool> kept(graph.unit_count(), true);
  for (std::size_t unit = 0; unit < kept.size(); ++unit)
    if (is_group(graph, unit) && !options.groups) kept[unit] = false;
  const std::size_t groups = kept.size() - count(kept);
  keep_among(edges, kept);

  std::vector<std::string> left_out;
  const std::vector<bool> joined = related(edges, kept.size());
  if (groups > 0) left_out.push_back(say("viz.no_groups", {{"groups", groups}}));
  if (const std::size_t lonely = count(kept) - count(joined); lonely > 0)
    left_out.push_back(say("viz.no_lonely", {{"units", lonely}}));
  if (count(joined) > kMostUnits) {
    std::vector<bool> heavy(kept.size(), false);
    std::size_t chosen = 0;
    for (const std::uint32_t unit : heaviest_first(loads))
      if (joined[unit] && chosen++ < kUnitsOfHuge) heavy[unit] = true;
    keep_among(edges, heavy);
    left_out.push_back(say("viz.heaviest", {{"units", count(joined)}, {"shown", kUnitsOfHuge}}));
  }
  const std::vector<bool> drawn = related(edges, kept.size());
  if (edges.empty()) return plan;

  const bool shared = relation == UnitRelation::Shared;
  plan.finding = shared ? shared_finding(graph, edges, say, metrics)
                        : leads_finding(graph, all, drawn, say, metrics);
  plan.notes.push_back(
      shared ? say("viz.shared.counts", {{"units", count(drawn)}, {"pairs", edges.size()}})
             : say("viz.leads.counts", {{"units", count(drawn)}, {"arcs", edges.size()}}));
  plan.notes.insert(plan.notes.end(), left_out.begin(), left_out.end());
  thin(edges, count(drawn), say, plan.notes);
  plan.strong = strong_from(edges);
  settle(plan, std::move(edges), drawn);
  choose_labels(plan, loads, say);
  return plan;
}

}  // namespace respnet::viz
