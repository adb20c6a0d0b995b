#include "viz/cluster_plan.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;

// The clusters of a task's units, each once, rising; 0 for units in none.
std::vector<std::uint32_t> clusters_of(const BipartiteGraph& graph, model::TaskId task,
                                       const std::vector<std::uint32_t>& clusters) {
  std::vector<std::uint32_t> found;
  for (const graph::Vertex unit : graph.neighbors(graph.vertex(task)))
    found.push_back(clusters[graph.unit_number(unit)]);
  std::ranges::sort(found);
  const auto again = std::ranges::unique(found);
  found.erase(again.begin(), again.end());
  return found;
}

// By number, with all their members: core first, then by tasks, leads, number.
std::vector<ClusterBox> boxes(const std::vector<Load>& loads, const PictureOptions& options) {
  const std::set<std::uint32_t> core(options.core.begin(), options.core.end());
  std::map<std::uint32_t, ClusterBox> found;
  for (const std::uint32_t unit : heaviest_first(loads))
    if (const std::uint32_t number = options.clusters[unit]; number > 0)
      found[number].members.push_back({unit, core.contains(unit)});
  std::vector<ClusterBox> result;
  for (auto& [number, box] : found) {
    box.number = number;
    box.units = box.members.size();
    std::ranges::stable_partition(box.members, &ClusterMember::core);
    result.push_back(std::move(box));
  }
  return result;
}

// The largest of them; of equal ones, those of smaller numbers.
void keep_largest(std::vector<ClusterBox>& boxes) {
  std::ranges::stable_sort(boxes, std::ranges::greater{}, &ClusterBox::units);
  if (boxes.size() > ClusterPlan::kMostClusters) boxes.resize(ClusterPlan::kMostClusters);
  std::ranges::sort(boxes, {}, &ClusterBox::number);
  for (ClusterBox& box : boxes)
    if (box.members.size() > ClusterPlan::kMostMembers)
      box.members.resize(ClusterPlan::kMostMembers - 1);  // the last row says how many more
}

// By bridge: whether it is the strongest of one of its ends; of equal ones the first.
std::vector<bool> strongest(const ClusterPlan& plan) {
  std::vector<std::size_t> best(plan.boxes.size(), plan.bridges.size());
  for (std::size_t i = 0; i < plan.bridges.size(); ++i)
    for (const std::size_t end : {plan.bridges[i].from, plan.bridges[i].to})
      if (best[end] == plan.bridges.size() || plan.bridges[i].tasks > plan.bridges[best[end]].tasks)
        best[end] = i;
  std::vector<bool> result(plan.bridges.size(), false);
  for (const std::size_t i : best)
    if (i < plan.bridges.size()) result[i] = true;
  return result;
}

// Raises the least number of tasks until the bridges are few enough to be told apart.
void thin(ClusterPlan& plan) {
  const std::size_t most = 12 + 2 * plan.boxes.size();
  if (plan.bridges.size() <= most) return;
  const std::vector<bool> kept = strongest(plan);
  const std::size_t highest = std::ranges::max(plan.bridges, {}, &ClusterBridge::tasks).tasks;
  std::vector<ClusterBridge> rest;
  for (plan.least = 2; plan.least <= highest + 1; ++plan.least) {
    rest.clear();
    for (std::size_t i = 0; i < plan.bridges.size(); ++i)
      if (kept[i] || plan.bridges[i].tasks >= plan.least) rest.push_back(plan.bridges[i]);
    if (rest.size() <= most) break;
  }
  plan.thinned = plan.bridges.size() - rest.size();
  plan.bridges = std::move(rest);
}

}  // namespace

ClusterPlan cluster_plan(const BipartiteGraph& graph, const std::vector<Load>& loads,
                         const PictureOptions& options) {
  ClusterPlan plan;
  plan.has_core = !options.core.empty();
  plan.boxes = boxes(loads, options);
  plan.clusters = plan.boxes.size();
  plan.outside = static_cast<std::size_t>(std::ranges::count(options.clusters, 0U));
  keep_largest(plan.boxes);
  std::map<std::uint32_t, std::size_t> place;
  for (std::size_t i = 0; i < plan.boxes.size(); ++i)
    place.emplace(static_cast<std::uint32_t>(plan.boxes[i].number), i);

  std::map<std::pair<std::size_t, std::size_t>, std::size_t> bridges;
  for (const model::TaskId task : graph.network().task_ids()) {
    const auto all = clusters_of(graph, task, options.clusters);
    if (all.size() == 1 && place.contains(all.front())) ++plan.boxes[place[all.front()]].inside;
    std::vector<std::size_t> drawn;
    for (const std::uint32_t number : all)
      if (place.contains(number)) drawn.push_back(place[number]);
    plan.crossing += static_cast<std::size_t>(all.size() - (!all.empty() && all[0] == 0)) > 1;
    for (std::size_t a = 0; a < drawn.size(); ++a)
      for (std::size_t b = a + 1; b < drawn.size(); ++b) ++bridges[{drawn[a], drawn[b]}];
  }
  for (const auto& [ends, tasks] : bridges)
    plan.bridges.push_back({ends.first, ends.second, tasks});
  thin(plan);
  return plan;
}

}  // namespace respnet::viz
