#include "respnet/analysis/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/graph/components.hpp"
#include "respnet/graph/leiden.hpp"
#include "support/davis.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::CoResponsibilityGraph;
using Units = std::vector<std::uint32_t>;
using Tasks = std::vector<model::TaskId>;

Tasks tasks(std::initializer_list<std::uint32_t> ids) {
  Tasks result;
  for (const std::uint32_t id : ids) result.push_back(model::TaskId{id});
  return result;
}

// a, b and c share three tasks, a and b a fourth, d and e two; task 7 joins c and d. Of all
// partitions the one into a b c and d e is the best, and the only one (found by trying all).
model::Network two_groups() {
  std::vector<test::Row> rows;
  const auto add = [&](const char* task, std::initializer_list<const char*> units) {
    for (const char* unit : units) rows.push_back({task, unit});
  };
  for (const char* task : {"1", "2", "3"}) add(task, {"a", "b", "c"});
  add("4", {"a", "b"});
  for (const char* task : {"5", "6"}) add(task, {"d", "e"});
  add("7", {"c", "d"});
  return test::network(rows);
}

// Three tasks and three units; bit 3t + u of `cells` joins task t and unit u.
model::Network small_network(unsigned cells) {
  model::NetworkBuilder builder("test");
  for (const char* unit : {"a", "b", "c"}) builder.unit_of_name(unit);
  for (unsigned task = 0; task < 3; ++task) {
    const auto id = builder.task_of_id(std::to_string(task));
    for (unsigned unit = 0; unit < 3; ++unit)
      if ((cells >> (3 * task + unit) & 1U) != 0)
        builder.add_assignment(id, model::UnitId{unit}, model::Role::Responsible);
  }
  return std::move(builder).build();
}

// The twin: all labels of three tasks and three units.
double best_modularity(const BipartiteGraph& graph) {
  double best = -1;
  std::vector<std::uint32_t> labels(6);
  for (std::uint32_t code = 0; code < 729; ++code) {  // 3^6
    std::uint32_t rest = code;
    for (std::uint32_t& label : labels) {
      label = rest % 3;
      rest /= 3;
    }
    best = std::max(best, barber_modularity(graph, labels));
  }
  return best;
}

}  // namespace

// The optimum, proven by integer programming; R bipartite's LPA_wb_plus reaches the same.
TEST(TwoModeClusters, OfDavisReachTheProvenOptimum) {
  const auto network = test::davis_network();
  const auto found = two_mode_clusters(BipartiteGraph(network));

  EXPECT_NEAR(found.modularity.value(), 0.34553717964903424, 1e-14);
  ASSERT_EQ(found.clusters.size(), 4U);
  EXPECT_EQ(found.clusters[0].units, (Units{0, 1, 2, 3, 4, 5}));    // Evelyn … Frances
  EXPECT_EQ(found.clusters[1].units, (Units{10, 11, 12, 13, 14}));  // Myra … Helen
  EXPECT_EQ(found.clusters[2].units, (Units{7, 15, 16, 17}));       // Pearl Dorothy Olivia Flora
  EXPECT_EQ(found.clusters[3].units, (Units{6, 8, 9}));             // Eleanor Ruth Verne
  const Units events{0, 0, 0, 0, 0, 0, 3, 3, 2, 1, 2, 1, 1, 1};
  EXPECT_EQ(found.of_task, events);
}

TEST(TwoModeClusters, OfDavisDoNotDependOnThreads) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const auto serial = two_mode_clusters(graph, {.threads = 1});
  const auto parallel = two_mode_clusters(graph, {.threads = 4});

  EXPECT_EQ(serial.of_unit, parallel.of_unit);
  EXPECT_EQ(serial.of_task, parallel.of_task);
  EXPECT_EQ(serial.modularity, parallel.modularity);
}

TEST(TwoModeClusters, SayWhatTheyAreMadeOf) {
  const auto network = two_groups();
  const auto found = two_mode_clusters(BipartiteGraph(network));

  EXPECT_NEAR(found.modularity.value(), 0.3806228373702422, 1e-14);
  ASSERT_EQ(found.clusters.size(), 2U);
  EXPECT_EQ(found.clusters[0].units, (Units{0, 1, 2}));
  EXPECT_EQ(found.clusters[0].tasks, tasks({0, 1, 2, 3}));
  EXPECT_EQ(found.clusters[1].units, (Units{3, 4}));
  EXPECT_EQ(found.clusters[1].tasks, tasks({4, 5}));
  EXPECT_EQ(found.bridges, tasks({6}));
  // a and b: 2 partners in three tasks, 1 in a fourth; c: 2 in three; mean 20/3. d and e: 1 in two.
  EXPECT_EQ(found.strength, (std::vector<std::uint64_t>{7, 7, 6, 2, 2}));
  EXPECT_EQ(found.clusters[0].core, (Units{0, 1}));
  EXPECT_EQ(found.clusters[1].core, (Units{3, 4}));
  EXPECT_EQ(found.cross_cluster, (std::vector<double>{0, 0, 0, 0, 0, 0, 1}));
}

// Four units, three of one cluster and one of another: 3 of 6 pairs cross.
TEST(TwoModeClusters, MeasureHowFarATaskReachesAcross) {
  auto rows = std::vector<test::Row>{{"x", "a"}, {"x", "b"}, {"x", "c"}, {"x", "d"}, {"y", "a"}};
  for (const char* task : {"1", "2", "3", "4"})
    for (const char* unit : {"a", "b", "c"}) rows.push_back({task, unit});
  for (const char* task : {"5", "6", "7"})
    for (const char* unit : {"d", "e"}) rows.push_back({task, unit});
  const auto network = test::network(rows);
  const auto found = two_mode_clusters(BipartiteGraph(network));

  ASSERT_EQ(found.clusters.size(), 2U);
  EXPECT_DOUBLE_EQ(found.cross_cluster[0], 0.5);
  EXPECT_TRUE(std::isnan(found.cross_cluster[1]));  // one unit has no pairs
  EXPECT_EQ(found.bridges, tasks({0}));
}

// Modularity is 0 however units that share everything are divided: they stay together.
TEST(TwoModeClusters, KeepUnitsTogetherThatShareEveryTask) {
  for (int task_count = 1; task_count <= 4; ++task_count) {
    std::vector<test::Row> rows;
    for (int task = 0; task < task_count; ++task)
      for (const char* unit : {"a", "b", "c"}) rows.push_back({std::to_string(task), unit});
    const auto network = test::network(rows);
    const auto found = two_mode_clusters(BipartiteGraph(network));

    ASSERT_EQ(found.clusters.size(), 1U) << task_count;
    EXPECT_EQ(found.clusters[0].units.size(), 3U);
    EXPECT_EQ(found.clusters[0].tasks.size(), static_cast<std::size_t>(task_count));
    EXPECT_NEAR(found.modularity.value(), 0, 1e-15);
  }
}

// Every network of three tasks and three units, against every partition of both.
TEST(TwoModeClusters, OfEverySmallNetworkAreTheBest) {
  for (unsigned cells = 1; cells < 512; ++cells) {
    const auto network = small_network(cells);
    const BipartiteGraph graph(network);
    const double found = two_mode_clusters(graph).modularity.value();

    EXPECT_NEAR(found, best_modularity(graph), 1e-12) << cells;
  }
}

TEST(TwoModeClusters, HoldTasksAndUnitsBoth) {
  for (unsigned cells = 1; cells < 512; ++cells) {
    const auto network = small_network(cells);
    const auto found = two_mode_clusters(BipartiteGraph(network));

    const std::set<std::uint32_t> of_tasks(found.of_task.begin(), found.of_task.end());
    const std::set<std::uint32_t> of_units(found.of_unit.begin(), found.of_unit.end());
    for (std::uint32_t cluster = 0; cluster < found.clusters.size(); ++cluster)
      EXPECT_TRUE(of_tasks.contains(cluster) && of_units.contains(cluster)) << cells;
    for (const auto task : network.task_ids())
      EXPECT_EQ(found.of_task[index(task)] == kNoCluster, network.assignments(task).empty())
          << cells;
  }
}

TEST(TwoModeClusters, LeaveUnitsWithoutTasksOut) {
  model::NetworkBuilder builder("test");
  for (const char* unit : {"a", "idle", "b"}) builder.unit_of_name(unit);
  for (const char* unit : {"a", "b"})
    builder.add_assignment(builder.task_of_id("1"), builder.unit_of_name(unit),
                           model::Role::Responsible);
  builder.task_of_id("nobody's");
  const auto network = std::move(builder).build();
  const BipartiteGraph graph(network);

  for (const auto& found :
       {two_mode_clusters(graph), projection_clusters(graph, CoResponsibilityGraph(graph))}) {
    EXPECT_EQ(found.of_unit, (Units{0, kNoCluster, 0}));
    EXPECT_EQ(found.of_task, (Units{0, kNoCluster}));
    EXPECT_EQ(found.clusters.size(), 1U);
    EXPECT_TRUE(std::isnan(found.cross_cluster[1]));
  }
}

TEST(TwoModeClusters, OfANetworkWithoutAssignmentsAreNone) {
  model::NetworkBuilder builder("test");
  builder.task_of_id("1");
  builder.unit_of_name("a");
  const auto network = std::move(builder).build();
  const BipartiteGraph graph(network);

  for (const auto& found :
       {two_mode_clusters(graph), projection_clusters(graph, CoResponsibilityGraph(graph))}) {
    EXPECT_TRUE(found.clusters.empty());
    EXPECT_FALSE(found.modularity);
  }
}

TEST(TwoModeClusters, RejectAResolutionOfZero) {
  const auto network = two_groups();

  EXPECT_THROW(two_mode_clusters(BipartiteGraph(network), {.resolution = 0}),
               std::invalid_argument);
}

// The optimum of igraph's exhaustive search on the projection.
TEST(ProjectionClusters, OfDavisReachTheOptimum) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto found = projection_clusters(graph, CoResponsibilityGraph(graph));

  EXPECT_NEAR(found.modularity.value(), 0.151865, 5e-7);
  EXPECT_EQ(found.clusters.size(), 2U);
}

TEST(ProjectionClusters, AgreeOnTwoGroups) {
  const auto network = two_groups();
  const BipartiteGraph graph(network);
  const auto found = projection_clusters(graph, CoResponsibilityGraph(graph));

  EXPECT_EQ(found.of_unit, (Units{0, 0, 0, 1, 1}));
  EXPECT_EQ(found.of_task, (Units{0, 0, 0, 0, 1, 1, 0}));  // the bridge: a tie, the first cluster
}

// What is tracked in the search is not what is reported: the figure follows from the labels.
TEST(Clusters, ReportTheModularityOfTheirLabels) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  for (const double resolution : {0.5, 1.0, 1.7}) {
    const auto found = two_mode_clusters(graph, {.resolution = resolution});

    std::vector<std::uint32_t> joint = found.of_task;
    joint.insert(joint.end(), found.of_unit.begin(), found.of_unit.end());
    EXPECT_NEAR(found.modularity.value(), barber_modularity(graph, joint, resolution), 1e-12);
  }
}

TEST(Clusters, PutEachTaskEitherInsideOrAcross) {
  for (const auto& network : {test::davis_network(), test::role_toy_network(), two_groups()}) {
    const auto found = two_mode_clusters(BipartiteGraph(network));

    std::multiset<model::TaskId> seen(found.bridges.begin(), found.bridges.end());
    for (const Cluster& cluster : found.clusters)
      seen.insert(cluster.tasks.begin(), cluster.tasks.end());
    EXPECT_EQ(seen.size(), network.task_count());
    for (const auto task : network.task_ids()) EXPECT_EQ(seen.count(task), 1U);
  }
}

// The reference methods reach the proven optimum too, or (BRIM) come near it, never above.
TEST(FindClusters, ByTheReferenceMethodsOfDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto leiden = find_clusters(graph, ClusterMethod::Barber);

  const auto lpawb = find_clusters(graph, ClusterMethod::Lpawb);
  const auto brim = find_clusters(graph, ClusterMethod::Brim);

  EXPECT_NEAR(lpawb.modularity.value(), 0.34553717964903424, 1e-14);
  EXPECT_EQ(lpawb.of_unit, leiden.of_unit);
  EXPECT_EQ(lpawb.of_task, leiden.of_task);
  EXPECT_LE(brim.modularity.value(), 0.34553717964903424 + 1e-14);
  EXPECT_GE(brim.modularity.value(), 0.345);
  EXPECT_EQ(brim.method, ClusterMethod::Brim);
  EXPECT_FALSE(lpawb.description_length);
}

// bipartiteSBM (Yen and Larremore) finds one group a mode in the Southern Women as well.
TEST(BlockClusters, SeeOneGroupInDavis) {
  const auto network = test::davis_network();
  const auto found = block_clusters(BipartiteGraph(network));

  EXPECT_EQ(found.clusters.size(), 1U);
  EXPECT_FALSE(found.modularity);
  EXPECT_NEAR(found.description_length.value(), 192.18973645363950, 1e-9);
  EXPECT_EQ(found.task_group, Units(14, 0));
}

// Half of the units of each block lead no life with the other: two groups a mode, and units that
// never meet may be of one group where they do the same. Tasks are grouped apart from units.
TEST(BlockClusters, PutUnitsTogetherThatTakePartAlike) {
  std::vector<test::Row> rows;
  for (int task = 0; task < 30; ++task)
    for (int unit = 0; unit < 12; ++unit)
      if (task % 2 == unit % 2 && (task / 2 + unit / 2) % 3 != 0)
        rows.push_back({std::to_string(task), std::string(1, static_cast<char>('a' + unit))});
  model::NetworkBuilder builder("test");
  for (const auto& row : rows)
    builder.add_assignment(builder.task_of_id(row.task), builder.unit_of_name(row.unit),
                           model::Role::Responsible);
  builder.task_of_id("nobody's");
  builder.unit_of_name("idle");
  const auto network = std::move(builder).build();
  const auto found = block_clusters(BipartiteGraph(network));

  ASSERT_EQ(found.clusters.size(), 2U);
  EXPECT_EQ(found.clusters[0].units.size(), 6U);
  EXPECT_EQ(found.of_unit.back(), kNoCluster);
  EXPECT_EQ(found.task_group.back(), kNoCluster);
  for (std::uint32_t task = 0; task < 30; ++task) {
    const auto name = std::stoi(std::string(network.task_id(model::TaskId{task})));
    const auto first = std::stoi(std::string(network.task_id(model::TaskId{0})));
    EXPECT_EQ(found.task_group[task] == found.task_group[0], name % 2 == first % 2);
  }
  EXPECT_TRUE(found.bridges.empty());
}

TEST(ClusterMethod, HasNames) {
  for (const auto* method : {"barber", "modularity", "brim", "lpawb", "sbm"})
    EXPECT_EQ(name(cluster_method_named(method).value()), method);
  EXPECT_EQ(name(ClusterMethod::Barber), "barber");
  EXPECT_EQ(cluster_method_named("modularity"), ClusterMethod::Modularity);
  EXPECT_FALSE(cluster_method_named("louvain"));
}

}  // namespace respnet::analysis
