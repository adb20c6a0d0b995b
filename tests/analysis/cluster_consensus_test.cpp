#include "respnet/analysis/cluster_consensus.hpp"

#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "support/davis.hpp"
#include "support/two_mode.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;

// Three groups of four units that share nothing: every run finds them.
model::Network apart() {
  std::vector<test::Row> rows;
  for (int task = 0; task < 12; ++task)
    for (int unit = 0; unit < 4; ++unit)
      rows.push_back({std::to_string(task), "u" + std::to_string(4 * (task % 3) + unit)});
  return test::network(rows);
}

}  // namespace

TEST(ClusterConsensus, OfClearGroupsIsFull) {
  const auto network = apart();
  const BipartiteGraph graph(network);
  const auto clusters = two_mode_clusters(graph);

  const auto found = cluster_consensus(graph, clusters, {.runs = 20});

  EXPECT_EQ(found.partitions, 1U);
  EXPECT_EQ(found.most_frequent, 1);
  EXPECT_EQ(found.as_given, 1);
  EXPECT_EQ(found.agreement, 1);
  EXPECT_EQ(found.rounds, 0U);
  EXPECT_TRUE(found.settled);
  EXPECT_EQ(found.of_unit, clusters.of_unit);
  for (const double value : found.stability) EXPECT_EQ(value, 1);
}

// One run of Leiden in five finds the optimum of the Southern Women (see graph::LeidenOptions); the
// consensus of many is one partition all the same, and units that come to the same events are
// always together.
TEST(ClusterConsensus, OfDavisSettlesThoughRunsDiffer) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto clusters = two_mode_clusters(graph);

  const auto found = cluster_consensus(graph, clusters, {.runs = 200});

  EXPECT_GT(found.partitions, 1U);
  EXPECT_GT(found.as_given, 0.05);
  EXPECT_LT(found.as_given, 0.6);
  EXPECT_GE(found.most_frequent, found.as_given);
  EXPECT_TRUE(found.settled);
  EXPECT_EQ(found.of_unit[16], found.of_unit[17]);  // Olivia and Flora
  EXPECT_EQ(found.together(16, 17), 1);
  EXPECT_EQ(found.of_unit[0], found.of_unit[1]);  // Evelyn and Laura
  EXPECT_GT(found.together(0, 1), 0.9);
}

TEST(ClusterConsensus, CountsPairsBothWaysAndNumbersBySize) {
  RandomEngine engine(131);
  const auto network = test::random_two_mode(20, 12, 0.15, engine);
  const BipartiteGraph graph(network);
  const auto found = cluster_consensus(graph, two_mode_clusters(graph), {.runs = 30});

  std::vector<std::size_t> sizes(found.count, 0);
  for (std::uint32_t a = 0; a < 12; ++a) {
    if (found.of_unit[a] != kNoCluster) ++sizes[found.of_unit[a]];
    EXPECT_EQ(found.together(a, a), found.of_unit[a] == kNoCluster ? 0 : 1);
    for (std::uint32_t b = 0; b < 12; ++b) EXPECT_EQ(found.together(a, b), found.together(b, a));
  }
  for (std::size_t i = 1; i < sizes.size(); ++i) EXPECT_GE(sizes[i - 1], sizes[i]);
}

TEST(ClusterConsensus, IsTheSameForAnyNumberOfThreads) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto clusters = two_mode_clusters(graph);
  const auto one = cluster_consensus(graph, clusters, {.runs = 25, .threads = 1});
  const auto many = cluster_consensus(graph, clusters, {.runs = 25, .threads = 16});

  EXPECT_EQ(one.of_unit, many.of_unit);
  EXPECT_EQ(one.same, many.same);
}

TEST(ClusterConsensus, RefusesWhatWouldTakeLong) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto clusters = two_mode_clusters(graph);

  EXPECT_THROW(cluster_consensus(graph, clusters, {.runs = 1'000'000}), LimitError);
  EXPECT_THROW(cluster_consensus(graph, clusters, {.runs = 0}), std::invalid_argument);
}

}  // namespace respnet::analysis
