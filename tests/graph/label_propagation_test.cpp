#include "respnet/graph/label_propagation.hpp"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "support/davis.hpp"
#include "support/graphs.hpp"
#include "support/two_mode.hpp"

namespace respnet::graph {
namespace {

using Labels = std::vector<std::uint32_t>;

// Proven by integer programming; R bipartite's LPA_wb_plus reaches .3455372.
TEST(LabelPropagation, FindsTheOptimumOfDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Partition found = label_propagation(two_mode(graph), {.seed = seed});

    EXPECT_NEAR(found.modularity, 0.34553717964903424, 1e-14) << seed;
    EXPECT_EQ(found.count, 4U);
  }
}

// Brute force; R bipartite's DIRTLPAwb+ agrees.
TEST(LabelPropagation, FindsTheOptimumWithWeights) {
  const auto rows = test::undirected(8, {{0, 4, 5},
                                         {0, 5, 1},
                                         {1, 4, 2},
                                         {1, 5, 4},
                                         {1, 6, 1},
                                         {2, 6, 6},
                                         {2, 7, 2},
                                         {3, 4, 1},
                                         {3, 7, 3}});

  const Partition found = label_propagation({rows.weighted(), 4});

  EXPECT_NEAR(found.modularity, 0.4656, 1e-12);
  for (const Vertex row : {0U, 1U, 2U, 3U}) EXPECT_EQ(found.cluster[row], found.cluster[row + 4]);
}

TEST(LabelPropagation, OfTwoEdgesIsOneHalfAndOfOneBicliqueNothing) {
  const auto edges = test::network({{"t1", "A"}, {"t2", "B"}});
  const auto biclique = test::network({{"t1", "A"}, {"t1", "B"}, {"t2", "A"}, {"t2", "B"}});
  const auto weighted = test::undirected(4, {{0, 2, 3}, {1, 3, 1}});

  EXPECT_DOUBLE_EQ(label_propagation(two_mode(BipartiteGraph(edges))).modularity, 0.5);
  EXPECT_NEAR(label_propagation(two_mode(BipartiteGraph(biclique))).modularity, 0, 1e-15);
  EXPECT_DOUBLE_EQ(label_propagation({weighted.weighted(), 2}).modularity, 0.375);
}

// LPAwb+ ends where no two modules gain by union.
TEST(LabelPropagation, LeavesNoMergeAGain) {
  RandomEngine engine(73);
  for (int round = 0; round < 15; ++round) {
    const auto network = test::random_two_mode(25, 15, 0.12, engine);
    const BipartiteGraph graph(network);
    const Partition found = label_propagation(two_mode(graph), {.repeats = 0});

    EXPECT_EQ(found.restarts, 1);
    EXPECT_NEAR(found.modularity, barber_modularity(graph, found.cluster), 1e-12);
    for (std::uint32_t a = 0; a < found.count; ++a)
      for (std::uint32_t b = 0; b < a; ++b) {
        Labels merged = found.cluster;
        std::ranges::replace(merged, a, b);
        EXPECT_LE(barber_modularity(graph, merged), found.modularity + 1e-12);
      }
  }
}

TEST(LabelPropagation, IsNeverAboveTheBestOfAllPartitionsAndMostlyEqual) {
  RandomEngine engine(79);
  int equal = 0;
  for (int round = 0; round < 30; ++round) {
    const auto network = test::random_two_mode(4, 4, 0.45, engine);
    const BipartiteGraph graph(network);
    const double resolution = round % 2 == 0 ? 1 : 0.7;
    double best = -1;
    test::each_partition(8, [&](const Labels& labels) {
      best = std::max(best, barber_modularity(graph, labels, resolution));
    });

    const double found =
        label_propagation(two_mode(graph), {.resolution = resolution, .fewest = 1}).modularity;

    EXPECT_LE(found, best + 1e-12);
    equal += found > best - 1e-12 ? 1 : 0;
  }
  EXPECT_GE(equal, 27);
}

TEST(LabelPropagation, IsTheSameForAnyNumberOfThreads) {
  RandomEngine engine(83);
  const auto network = test::random_two_mode(60, 30, 0.1, engine);
  const BipartiteGraph graph(network);

  EXPECT_EQ(label_propagation(two_mode(graph), {.threads = 1}).cluster,
            label_propagation(two_mode(graph), {.threads = 16}).cluster);
}

// Weights of 1 are no weights.
TEST(TwoModeModularity, OfEqualWeightsIsThatWithout) {
  RandomEngine engine(89);
  for (int round = 0; round < 10; ++round) {
    const auto network = test::random_two_mode(7, 6, 0.4, engine);
    const BipartiteGraph graph(network);
    Labels labels(13);
    for (auto& label : labels) label = static_cast<std::uint32_t>(uniform_below(engine, 3));

    EXPECT_NEAR(barber_modularity(two_mode(graph), labels, 1.3),
                barber_modularity(graph, labels, 1.3), 1e-14);
  }
}

TEST(LabelPropagation, RefusesOptionsOutOfRange) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  EXPECT_THROW(label_propagation(two_mode(graph), {.resolution = -1}), std::invalid_argument);
  EXPECT_THROW(label_propagation(two_mode(graph), {.repeats = -1}), std::invalid_argument);
  EXPECT_THROW(label_propagation(two_mode(graph), {.fewest = 0}), std::invalid_argument);
  EXPECT_THROW(barber_modularity(two_mode(graph), Labels{0}), std::invalid_argument);
}

}  // namespace
}  // namespace respnet::graph
