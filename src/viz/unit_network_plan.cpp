#include "viz/unit_network_plan.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/lead_graph.hpp"
#include "viz/cluster_network.hpp"
#include "viz/labels.hpp"

namespace respnet::viz {
namespace {

constexpr std::size_t kMostLabelled = 300;  // units that all get a label
constexpr std::size_t kLabelsOfLarge = 40;  // labels above that
constexpr std::size_t kMostUnits = 3000;    // units drawn at all
constexpr std::size_t kUnitsOfHuge = 300;   // units drawn above that
constexpr std::size_t kMostStrong = 40;     // dark relations
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

UnitNode node_of(const BipartiteGraph& graph, std::uint32_t unit, Load load,
                 const PictureOptions& options, const Messages& say, bool directed) {
  const std::string name = shown(unit_name(graph, unit));
  return {.key = unit_key(graph, unit),
          .classes = unit_classes(graph, unit),
          .name = name,
          .id = graph.network().unit_id(graph.unit(unit)),
          .title = say("viz.named", {{"name", name}, {"text", load_text(say, load)}}),
          .size = load.tasks,
          .cluster = options.clusters.empty() ? 0 : options.clusters[unit],
          .group = is_group(graph, unit),
          .leading = directed && load.leads > 0};
}

// Numbers the relations by the places of the units that are drawn.
void settle(UnitNetworkPlan& plan, Relations edges, const std::vector<bool>& drawn) {
  std::vector<std::uint32_t> place(drawn.size());
  std::uint32_t next = 0;
  for (std::size_t unit = 0; unit < drawn.size(); ++unit)
    if (drawn[unit]) place[unit] = next++;
  for (UnitEdge& edge : edges) edge = {place[edge.from], place[edge.to], edge.tasks};
  plan.edges = std::move(edges);
}

void choose_labels(UnitNetworkPlan& plan, const Messages& say) {
  plan.large = plan.nodes.size() > kMostLabelled;
  if (!plan.large) return;
  std::vector<std::size_t> order(plan.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::size_t i) { return plan.nodes[i].size; });
  for (std::size_t i = kLabelsOfLarge; i < order.size(); ++i) plan.nodes[order[i]].labelled = false;
  plan.notes.push_back(say("viz.network.labels", {{"labelled", kLabelsOfLarge}}));
}

// Sets that grow together.
class Together {
 public:
  explicit Together(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }
  // Joins the sets of two; whether they were apart.
  bool join(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t one = root(a), other = root(b);
    parent_[other] = one;
    return one != other;
  }

 private:
  std::uint32_t root(std::uint32_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  std::vector<std::uint32_t> parent_;
};

// By edge: whether it stands in the maximum spanning forest.
std::vector<bool> spanning_forest(const Relations& edges) {
  std::uint32_t last = 0;
  for (const UnitEdge& edge : edges) last = std::max({last, edge.from, edge.to});
  std::vector<std::size_t> order(edges.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::size_t i) { return edges[i].tasks; });
  Together together(last + 1);
  std::vector<bool> kept(edges.size(), false);
  for (const std::size_t i : order) kept[i] = together.join(edges[i].from, edges[i].to);
  return kept;
}

std::vector<std::size_t> weights_falling(const Relations& edges) {
  std::vector<std::size_t> weights;
  for (const UnitEdge& edge : edges) weights.push_back(edge.tasks);
  std::ranges::sort(weights, std::ranges::greater{});
  return weights;
}

}  // namespace

void thin(Relations& edges, std::size_t most, const Messages& say,
          std::vector<std::string>& notes) {
  if (edges.size() <= most) return;
  const std::vector<bool> needed = spanning_forest(edges);
  const std::size_t least = weights_falling(edges)[most] + 1;
  const std::size_t before = edges.size();
  std::size_t place = 0;
  std::erase_if(edges,
                [&](const UnitEdge& edge) { return !needed[place++] && edge.tasks < least; });
  notes.push_back(
      say("viz.network.thinned", {{"least", least}, {"left_out", before - edges.size()}}));
}

std::size_t strong_from(const Relations& edges, std::size_t most) {
  const std::vector<std::size_t> weights = weights_falling(edges);
  return weights.size() <= most ? 3 : std::max<std::size_t>(3, weights[most] + 1);
}

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
  if (count(joined) > kMostUnits && !options.clusters.empty()) {
    UnitNetworkPlan clusters = cluster_network_plan(graph, relation, loads, options, say);
    if (!clusters.edges.empty()) return clusters;
  }
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
  thin(edges, std::max<std::size_t>(100, count(drawn) + count(drawn) / 2), say, plan.notes);
  plan.strong = strong_from(edges, kMostStrong);
  settle(plan, std::move(edges), drawn);
  for (std::uint32_t unit = 0; unit < drawn.size(); ++unit)
    if (drawn[unit]) plan.nodes.push_back(node_of(graph, unit, loads[unit], options, say, !shared));
  choose_labels(plan, say);
  return plan;
}

}  // namespace respnet::viz
