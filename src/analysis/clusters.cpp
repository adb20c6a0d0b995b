#include "respnet/analysis/clusters.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <ranges>
#include <span>
#include <utility>

#include "analysis/coarser_partition.hpp"
#include "respnet/graph/block_model.hpp"
#include "respnet/graph/brim.hpp"
#include "respnet/graph/label_propagation.hpp"
#include "respnet/graph/leiden.hpp"
#include "respnet/graph/two_mode.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::Vertex;
using model::TaskId;

constexpr std::array<std::string_view, 5> kMethods{"barber", "modularity", "brim", "lpawb", "sbm"};

// A partition as the kernels return it.
struct Labels {
  std::span<const std::uint32_t> of_unit;  // by unit number
  std::span<const std::uint32_t> of_task;  // empty: to be derived from the units
  std::size_t count;                       // above every label
};

// The unit numbers of a task, as a view.
auto units_of(const BipartiteGraph& graph, Vertex task) {
  return graph.neighbors(task) |
         std::views::transform([&graph](Vertex v) { return graph.unit_number(v); });
}

// From label to cluster number: labels that hold units with tasks, by number of units, most first,
// then by smallest unit. Other labels get kNoCluster.
std::vector<std::uint32_t> cluster_numbers(const BipartiteGraph& graph, const Labels& labels) {
  std::vector<std::uint32_t> size(labels.count, 0), order;
  for (std::uint32_t unit = 0; unit < labels.of_unit.size(); ++unit) {
    if (graph.neighbors(graph.unit_vertex(unit)).empty()) continue;
    if (size[labels.of_unit[unit]]++ == 0) order.push_back(labels.of_unit[unit]);
  }
  std::ranges::stable_sort(order, std::greater<>{},
                           [&](std::uint32_t label) { return size[label]; });
  std::vector<std::uint32_t> number(labels.count, kNoCluster);
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
  return number;
}

void gather_units(const BipartiteGraph& graph, Clusters& result) {
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit) {
    const std::uint32_t cluster = result.of_unit[unit];
    if (cluster == kNoCluster) continue;
    if (cluster >= result.clusters.size()) result.clusters.resize(cluster + 1);
    result.clusters[cluster].units.push_back(unit);
  }
}

// What a task's units say about it, given their clusters.
void gather_task(const BipartiteGraph& graph, Vertex task, Clusters& result,
                 std::vector<std::uint32_t>& row) {
  row.clear();
  for (const std::uint32_t unit : units_of(graph, task)) row.push_back(result.of_unit[unit]);
  if (row.empty()) return;
  std::ranges::sort(row);

  double same = 0;  // pairs within a cluster
  std::size_t most = 0;
  for (std::size_t begin = 0, end = 0; begin < row.size(); begin = end) {
    while (end < row.size() && row[end] == row[begin]) ++end;
    const auto count = static_cast<double>(end - begin);
    same += count * (count - 1) / 2;
    if (end - begin > most && !uses_barber(result.method)) result.of_task[task] = row[begin];
    most = std::max(most, end - begin);
  }
  for (const std::uint32_t unit : units_of(graph, task))
    result.strength[unit] += std::ranges::equal_range(row, result.of_unit[unit]).size() - 1;

  const auto k = static_cast<double>(row.size());
  if (row.size() > 1) result.cross_cluster[task] = 1 - same / (k * (k - 1) / 2);
  if (row.front() == row.back())
    result.clusters[row.front()].tasks.push_back(graph.task(task));
  else
    result.bridges.push_back(graph.task(task));
}

void choose_core(const std::vector<std::uint64_t>& strength, Cluster& cluster) {
  std::uint64_t total = 0;
  for (const std::uint32_t unit : cluster.units) total += strength[unit];
  for (const std::uint32_t unit : cluster.units)
    if (strength[unit] * cluster.units.size() >= total) cluster.core.push_back(unit);
}

// `result` with everything that follows from the labels.
Clusters described(const BipartiteGraph& graph, const Labels& labels, Clusters result) {
  const auto number = cluster_numbers(graph, labels);
  result.of_unit.assign(graph.unit_count(), kNoCluster);
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit)
    if (!graph.neighbors(graph.unit_vertex(unit)).empty())
      result.of_unit[unit] = number[labels.of_unit[unit]];
  result.of_task.assign(graph.task_count(), kNoCluster);
  for (std::size_t task = 0; task < labels.of_task.size(); ++task)
    result.of_task[task] = number[labels.of_task[task]];
  result.strength.assign(graph.unit_count(), 0);
  result.cross_cluster.assign(graph.task_count(), std::numeric_limits<double>::quiet_NaN());

  gather_units(graph, result);
  std::vector<std::uint32_t> row;
  for (Vertex task = 0; task < graph.task_count(); ++task) gather_task(graph, task, result, row);
  for (Cluster& cluster : result.clusters) choose_core(result.strength, cluster);
  return result;
}

graph::LeidenOptions leiden_options(const ClusterOptions& options) {
  return {.resolution = options.resolution,
          .seed = options.seed,
          .restarts = options.restarts,
          .threads = options.threads};
}

// A partition of tasks and units together, by one of the methods that optimise Barber's modularity.
graph::Partition joint_partition(const BipartiteGraph& graph, ClusterMethod method,
                                 const ClusterOptions& options) {
  if (method == ClusterMethod::Brim)
    return graph::brim(graph::two_mode(graph), {.resolution = options.resolution,
                                                .seed = options.seed,
                                                .restarts = options.restarts,
                                                .threads = options.threads});
  if (method == ClusterMethod::Barber) return graph::leiden_barber(graph, leiden_options(options));
  graph::LabelPropagationOptions how;
  how.resolution = options.resolution;
  how.seed = options.seed;
  how.threads = options.threads;
  if (options.restarts != 0) how.repeats = options.restarts;
  return graph::label_propagation(graph::two_mode(graph), how);
}

Clusters undescribed(ClusterMethod method, const ClusterOptions& options) {
  Clusters result;
  result.method = method;
  result.resolution = options.resolution;
  result.seed = options.seed;
  return result;
}

Clusters joint_clusters(const BipartiteGraph& graph, ClusterMethod method,
                        const ClusterOptions& options) {
  const auto found = joint_partition(graph, method, options);
  const auto label = coarser_partition(graph, found.cluster, options.resolution);
  Clusters result = undescribed(method, options);
  if (graph.edge_count() > 0)
    result.modularity = graph::barber_modularity(graph, label, options.resolution);
  const std::span joint(label);
  return described(graph,
                   {.of_unit = joint.subspan(graph.task_count()),
                    .of_task = joint.first(graph.task_count()),
                    .count = graph.vertex_count()},
                   std::move(result));
}

}  // namespace

std::string_view name(ClusterMethod method) { return kMethods[static_cast<std::size_t>(method)]; }

std::optional<ClusterMethod> cluster_method_named(std::string_view name) {
  const auto found = std::ranges::find(kMethods, name);
  if (found == kMethods.end()) return std::nullopt;
  return static_cast<ClusterMethod>(found - kMethods.begin());
}

bool uses_barber(ClusterMethod method) {
  return method != ClusterMethod::Modularity && method != ClusterMethod::Sbm;
}

Clusters two_mode_clusters(const BipartiteGraph& graph, const ClusterOptions& options) {
  return joint_clusters(graph, ClusterMethod::Barber, options);
}

Clusters projection_clusters(const BipartiteGraph& graph,
                             const graph::CoResponsibilityGraph& shared,
                             const ClusterOptions& options) {
  const auto found = graph::leiden(shared.adjacency(), leiden_options(options));
  Clusters result = undescribed(ClusterMethod::Modularity, options);
  if (shared.edge_count() > 0)
    result.modularity = graph::modularity(shared.adjacency(), found.cluster, options.resolution);
  return described(graph, {.of_unit = found.cluster, .of_task = {}, .count = graph.unit_count()},
                   std::move(result));
}

Clusters block_clusters(const BipartiteGraph& graph, const ClusterOptions& options) {
  auto found = graph::block_model(
      graph, {.seed = options.seed, .restarts = options.restarts, .threads = options.threads});
  Clusters result = undescribed(ClusterMethod::Sbm, options);
  result.resolution = std::numeric_limits<double>::quiet_NaN();
  if (graph.edge_count() > 0) result.description_length = found.description_length;
  const auto units = found.group.begin() + static_cast<std::ptrdiff_t>(graph.task_count());
  result.task_group.assign(found.group.begin(), units);
  const std::vector<std::uint32_t> of_unit(units, found.group.end());
  return described(graph, {.of_unit = of_unit, .of_task = {}, .count = graph.unit_count()},
                   std::move(result));
}

Clusters find_clusters(const BipartiteGraph& graph, ClusterMethod method,
                       const ClusterOptions& options) {
  if (method == ClusterMethod::Sbm) return block_clusters(graph, options);
  if (method == ClusterMethod::Modularity)
    return projection_clusters(graph, graph::CoResponsibilityGraph(graph), options);
  return joint_clusters(graph, method, options);
}

}  // namespace respnet::analysis
