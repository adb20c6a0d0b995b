#include "respnet/analysis/cluster_stability.hpp"

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/random.hpp"
#include "support/davis.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;

// Groups of four units; each task draws three units of one group, or of all with a chance.
model::Network planted(double mixing, std::uint64_t seed) {
  RandomEngine engine(seed);
  std::vector<test::Row> rows;
  for (int task = 0; task < 60; ++task)
    for (int draw = 0; draw < 3; ++draw) {
      const std::uint64_t group = uniform(engine) < mixing ? uniform_below(engine, 3)
                                                           : static_cast<std::uint64_t>(task % 3);
      rows.push_back(
          {std::to_string(task), "u" + std::to_string(4 * group + uniform_below(engine, 4))});
    }
  return test::network(rows);
}

ClusterStability stability_of(const model::Network& network, const StabilityOptions& options = {}) {
  const BipartiteGraph graph(network);
  return cluster_stability(graph, two_mode_clusters(graph), options);
}

}  // namespace

// By construction: no task joins two groups, and each group holds together in nearly every sample.
TEST(ClusterStability, OfClearGroupsIsFullByHennigsThreshold) {
  const auto network = planted(0, 1);
  const auto found = stability_of(network);
  ASSERT_EQ(found.of_cluster.size(), 3U);
  for (const double value : found.of_cluster) EXPECT_GT(value, 0.95);
  EXPECT_GT(found.agreement, 0.95);
}

TEST(ClusterStability, OfNoiseIsNeverCalledValid) {
  const auto network = planted(1, 2);
  const auto found = stability_of(network);
  for (const double value : found.of_cluster) EXPECT_LT(value, 0.75);
  EXPECT_LT(found.agreement, 0.5);
}

TEST(ClusterStability, CountsPairsBothWays) {
  const auto network = test::davis_network();
  const auto found = stability_of(network, {.samples = 40});
  const std::size_t n = found.of_unit.size();
  EXPECT_EQ(found.samples, 40U);
  for (std::uint32_t a = 0; a < n; ++a) {
    if (found.both[a * n + a] > 0) {
      EXPECT_EQ(found.together(a, a), 1);
    }
    for (std::uint32_t b = 0; b < n; ++b) {
      EXPECT_EQ(found.same[a * n + b], found.same[b * n + a]);
      EXPECT_LE(found.same[a * n + b], found.both[a * n + b]);
      EXPECT_LE(found.both[a * n + b], 40U);
    }
  }
  // Olivia and Flora come to the same two events: a sample holds both or none, in one cluster.
  EXPECT_EQ(found.together(16, 17), 1);
}

TEST(ClusterStability, DoesNotDependOnThreads) {
  const auto network = test::davis_network();
  const auto one = stability_of(network, {.samples = 20, .threads = 1});
  const auto many = stability_of(network, {.samples = 20, .threads = 16});
  EXPECT_EQ(one.same, many.same);
  EXPECT_EQ(one.of_cluster, many.of_cluster);
  EXPECT_EQ(one.agreement, many.agreement);
}

TEST(ClusterStability, OfALoneUnitIsUndefined) {
  const auto network = test::network({{"1", "a"}, {"2", "b"}, {"2", "c"}});
  const auto found = stability_of(network);
  EXPECT_TRUE(std::isnan(found.of_unit[0]));
  EXPECT_EQ(found.of_unit[1], 1);
}

TEST(ClusterStability, WorksForTheProjectionToo) {
  const auto network = planted(0, 3);
  const BipartiteGraph graph(network);
  const auto clusters = projection_clusters(graph, graph::CoResponsibilityGraph(graph));
  for (const double value : cluster_stability(graph, clusters).of_cluster) EXPECT_GT(value, 0.95);
}

TEST(ClusterStability, WorksForEveryMethod) {
  const auto network = planted(0, 4);
  const BipartiteGraph graph(network);
  for (const auto method : {ClusterMethod::Brim, ClusterMethod::Lpawb, ClusterMethod::Sbm}) {
    const auto found = cluster_stability(graph, find_clusters(graph, method), {.samples = 20});
    ASSERT_EQ(found.of_cluster.size(), 3U) << name(method);
    for (const double value : found.of_cluster) EXPECT_GT(value, 0.9) << name(method);
  }
}

TEST(ClusterStability, RefusesWhatWouldTakeLong) {
  const auto network = test::davis_network();
  EXPECT_THROW(stability_of(network, {.samples = 1'000'000}), LimitError);
  EXPECT_THROW(stability_of(network, {.samples = 0}), std::invalid_argument);
  EXPECT_THROW(stability_of(network, {.restarts = 0}), std::invalid_argument);
}

}  // namespace respnet::analysis
