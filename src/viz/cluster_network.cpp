#include "viz/cluster_network.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "viz/labels.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using graph::Part;

constexpr std::size_t kMostClusters = 40;
constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

struct Members {
  std::size_t count = 0;
  std::uint32_t top = 0;  // the unit with most tasks, of equals the first
};

// By cluster number; empty ones too.
std::vector<Members> members(const BipartiteGraph& graph, const std::vector<Load>& loads,
                             const PictureOptions& options) {
  std::vector<Members> result(1 + *std::ranges::max_element(options.clusters));
  for (std::uint32_t unit = 0; unit < loads.size(); ++unit) {
    if (is_group(graph, unit) && !options.groups) continue;
    if (loads[unit].tasks == 0) continue;
    Members& cluster = result[options.clusters[unit]];
    if (cluster.count++ == 0 || loads[unit].tasks > loads[cluster.top].tasks) cluster.top = unit;
  }
  return result;
}

// By cluster number: its place among the nodes, or kNone.
std::vector<std::uint32_t> places(const std::vector<Members>& clusters) {
  std::vector<std::uint32_t> order(clusters.size() - 1);
  std::iota(order.begin(), order.end(), 1U);
  std::erase_if(order, [&](std::uint32_t number) { return clusters[number].count < 2; });
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::uint32_t number) { return clusters[number].count; });
  order.resize(std::min(order.size(), kMostClusters));
  std::ranges::sort(order);
  std::vector<std::uint32_t> result(clusters.size(), kNone);
  for (std::uint32_t i = 0; i < order.size(); ++i) result[order[i]] = i;
  return result;
}

// The clusters of a task's units, apart by whether they lead.
struct Sides {
  std::vector<std::uint32_t> leads, others;
};

void keep_once(std::vector<std::uint32_t>& places) {
  std::ranges::sort(places);
  places.erase(std::ranges::unique(places).begin(), places.end());
}

Sides sides(const BipartiteGraph& graph, graph::Vertex task, const PictureOptions& options,
            const std::vector<std::uint32_t>& place, UnitRelation relation) {
  Sides result;
  const auto units = graph.neighbors(task);
  const auto parts = graph.parts(task);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::uint32_t unit = graph.unit_number(units[i]);
    const std::uint32_t at = place[options.clusters[unit]];
    if (at == kNone || (is_group(graph, unit) && !options.groups)) continue;
    if (relation == UnitRelation::Shared || parts[i] == Part::Lead) result.leads.push_back(at);
    if (relation == UnitRelation::Shared || parts[i] == Part::Support) result.others.push_back(at);
  }
  keep_once(result.leads);
  keep_once(result.others);
  return result;
}

std::vector<UnitEdge> relations(const BipartiteGraph& graph, const PictureOptions& options,
                                const std::vector<std::uint32_t>& place, UnitRelation relation) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> tasks;
  for (graph::Vertex task = 0; task < graph.task_count(); ++task) {
    const Sides both = sides(graph, task, options, place, relation);
    for (const std::uint32_t from : both.others)
      for (const std::uint32_t to : both.leads)
        if (relation == UnitRelation::Shared ? from < to : from != to) ++tasks[{from, to}];
  }
  std::vector<UnitEdge> result;
  for (const auto& [ends, count] : tasks) result.push_back({ends.first, ends.second, count});
  return result;
}

UnitNode node(const BipartiteGraph& graph, const Members& cluster, std::uint32_t number,
              const Messages& say) {
  const std::string top = shown(unit_name(graph, cluster.top));
  const std::string more =
      say("viz.cluster_of", {{"units", cluster.count}, {"others", cluster.count - 1}});
  const std::string name = say("viz.cluster_name", {{"top", top}, {"more", more}});
  const std::string counted = say("viz.cluster", {{"number", number}, {"units", cluster.count}});
  return {.key = "c" + std::to_string(number),
          .classes = "cluster",
          .name = name,
          .label = top,
          .below = more,
          .id = std::to_string(number),
          .title = say("viz.named", {{"name", counted}, {"text", name}}),
          .size = cluster.count,
          .cluster = number};
}

// Clusters without relations would only push the others together.
void leave_out_lonely(UnitNetworkPlan& plan) {
  std::vector<std::uint32_t> place(plan.nodes.size(), kNone);
  for (const UnitEdge& edge : plan.edges) place[edge.from] = place[edge.to] = 0;
  std::vector<UnitNode> kept;
  for (std::size_t i = 0; i < place.size(); ++i) {
    if (place[i] == kNone) continue;
    place[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(std::move(plan.nodes[i]));
  }
  for (UnitEdge& edge : plan.edges) edge = {place[edge.from], place[edge.to], edge.tasks};
  plan.nodes = std::move(kept);
}

void add_notes(const std::vector<Members>& clusters, UnitRelation relation, const Messages& say,
               UnitNetworkPlan& plan) {
  std::size_t units = 0, drawn = 0, all = 0;
  for (const UnitNode& node : plan.nodes) drawn += node.size;
  for (std::size_t number = 1; number < clusters.size(); ++number) {
    units += clusters[number].count;
    if (clusters[number].count > 0) ++all;
  }
  plan.notes.push_back(
      relation == UnitRelation::Shared
          ? say("viz.network.clusters_counts",
                {{"units", units}, {"clusters", all}, {"pairs", plan.edges.size()}})
          : say("viz.network.support_counts",
                {{"units", units}, {"clusters", all}, {"arcs", plan.edges.size()}}));
  if (all > plan.nodes.size())
    plan.notes.push_back(say("viz.network.small_clusters",
                             {{"clusters", all - plan.nodes.size()}, {"units", units - drawn}}));
  if (clusters[0].count > 0)
    plan.notes.push_back(say("viz.network.unclustered", {{"units", clusters[0].count}}));
}

std::string finding(const UnitNetworkPlan& plan, UnitRelation relation, const Messages& say) {
  const auto top = std::ranges::max_element(plan.edges, {}, &UnitEdge::tasks);
  const std::size_t from = plan.nodes[top->from].cluster, to = plan.nodes[top->to].cluster;
  if (relation == UnitRelation::Shared)
    return say("viz.network.clusters_title", {{"one", from}, {"other", to}, {"tasks", top->tasks}});
  return say("viz.network.support_title", {{"from", from}, {"to", to}, {"tasks", top->tasks}});
}

}  // namespace

UnitNetworkPlan cluster_network_plan(const BipartiteGraph& graph, UnitRelation relation,
                                     const std::vector<Load>& loads, const PictureOptions& options,
                                     const Messages& say) {
  UnitNetworkPlan plan;
  const std::vector<Members> clusters = members(graph, loads, options);
  const std::vector<std::uint32_t> place = places(clusters);
  plan.edges = relations(graph, options, place, relation);
  if (plan.edges.empty()) return plan;
  plan.of_clusters = true;
  for (std::uint32_t number = 1; number < clusters.size(); ++number)
    if (place[number] != kNone) plan.nodes.push_back(node(graph, clusters[number], number, say));
  leave_out_lonely(plan);
  add_notes(clusters, relation, say, plan);
  plan.finding = finding(plan, relation, say);
  thin(plan.edges, 3 * plan.nodes.size() / 2, say, plan.notes);
  plan.strong = strong_from(plan.edges, plan.edges.size() / 3);
  return plan;
}

}  // namespace respnet::viz
