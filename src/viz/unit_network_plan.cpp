#include "viz/unit_network_plan.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "respnet/graph/lead_graph.hpp"
#include "respnet/graph/unit_pairs.hpp"
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

// Every relation between two units: pairs, which can be many more than all else, are not held.
void each_relation(const BipartiteGraph& graph, UnitRelation relation, const auto& visit) {
  if (relation == UnitRelation::Shared)
    return graph::each_pair(graph, {}, [&](std::span<const graph::UnitPair> pairs) {
      for (const graph::UnitPair& pair : pairs) visit(UnitEdge{pair.a, pair.b, pair.shared});
    });
  const graph::LeadGraph leads(graph);
  const Adjacency out = leads.out();
  for (graph::Vertex v = 0; v < out.vertex_count(); ++v)
    for (std::size_t i = 0; i < out.degree(v); ++i)
      visit(UnitEdge{v, out.neighbors(v)[i],
                     static_cast<std::size_t>(std::lround(out.weight(v, i)))});
}

bool among(const std::vector<bool>& kept, const UnitEdge& edge) {
  return kept[edge.from] && kept[edge.to];
}

Relations relations_among(const std::vector<bool>& kept, const BipartiteGraph& graph,
                          UnitRelation relation) {
  Relations result;
  each_relation(graph, relation, [&](const UnitEdge& edge) {
    if (among(kept, edge)) result.push_back(edge);
  });
  return result;
}

void mark(std::vector<bool>& units, const UnitEdge& edge) {
  units[edge.from] = units[edge.to] = true;
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
std::string leads_finding(const BipartiteGraph& graph, const std::vector<bool>& drawn,
                          const Messages& say, const TextMetrics& metrics) {
  std::vector<std::size_t> reach(graph.unit_count(), 0);
  each_relation(graph, UnitRelation::Support, [&](const UnitEdge& edge) {
    if (drawn[edge.to]) ++reach[edge.to];
  });
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
  std::vector<bool> kept(graph.unit_count(), true);
  for (std::size_t unit = 0; unit < kept.size(); ++unit)
    if (is_group(graph, unit) && !options.groups) kept[unit] = false;
  const std::size_t groups = kept.size() - count(kept);
  std::vector<bool> joined(kept.size(), false);
  each_relation(graph, relation, [&](const UnitEdge& edge) {
    if (among(kept, edge)) mark(joined, edge);
  });

  std::vector<std::string> left_out;
  if (groups > 0) left_out.push_back(say("viz.no_groups", {{"groups", groups}}));
  if (const std::size_t lonely = count(kept) - count(joined); lonely > 0)
    left_out.push_back(say("viz.no_lonely", {{"units", lonely}}));
  if (count(joined) > kMostUnits && !options.clusters.empty()) {
    UnitNetworkPlan clusters = cluster_network_plan(graph, relation, loads, options, say);
    if (!clusters.edges.empty()) return clusters;
  }
  std::vector<bool> chosen = joined;
  if (count(joined) > kMostUnits) {
    chosen.assign(kept.size(), false);
    std::size_t heavy = 0;
    for (const std::uint32_t unit : heaviest_first(loads))
      if (joined[unit] && heavy++ < kUnitsOfHuge) chosen[unit] = true;
    left_out.push_back(say("viz.heaviest", {{"units", count(joined)}, {"shown", kUnitsOfHuge}}));
  }
  Relations edges = relations_among(chosen, graph, relation);
  std::vector<bool> drawn(kept.size(), false);
  for (const UnitEdge& edge : edges) mark(drawn, edge);
  if (edges.empty()) return plan;

  const bool shared = relation == UnitRelation::Shared;
  plan.finding = shared ? shared_finding(graph, edges, say, metrics)
                        : leads_finding(graph, drawn, say, metrics);
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
