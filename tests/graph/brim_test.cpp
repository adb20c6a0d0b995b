#include "respnet/graph/brim.hpp"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "support/davis.hpp"
#include "support/graphs.hpp"
#include "support/two_mode.hpp"

namespace respnet::graph {
namespace {

using Labels = std::vector<std::uint32_t>;

// Women 1-9 with E1-8, women 10-18 with E9-14.
Labels halves_of_davis() {
  Labels halves(32);
  for (Vertex v = 0; v < 32; ++v) halves[v] = (v < 14 ? v < 8 : v < 14 + 9) ? 0 : 1;
  return halves;
}

// From the reference table: a fixed point of BRIM, so it stays as it is.
TEST(Brim, StaysAtAFixedPointOfDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const Partition found = brim_from(two_mode(graph), halves_of_davis());

  EXPECT_NEAR(found.modularity, 0.3183941421537687, 1e-14);
  EXPECT_EQ(found.count, 2U);
  const Labels& cluster = found.cluster;  // numbered by size: both have 17 and 15 vertices
  for (Vertex v = 0; v < 32; ++v)
    EXPECT_EQ(cluster[v] == cluster[0], halves_of_davis()[v] == 0) << v;
}

// Exhaustive search: the best with at most two modules; 4000 restarts elsewhere: with three.
TEST(Brim, FindsTheBestOfDavisWithTwoAndWithThreeModules) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  EXPECT_NEAR(brim(two_mode(graph), {.modules = 2, .restarts = 400}).modularity, 0.321171569246,
              1e-12);
  EXPECT_NEAR(brim(two_mode(graph), {.modules = 3, .restarts = 2000}).modularity, 0.345158, 1e-6);
}

TEST(Brim, NeverPassesTheProvenOptimumOfDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const Partition found = brim(two_mode(graph));

  EXPECT_LE(found.modularity, 0.34553717964903424 + 1e-14);
  EXPECT_GE(found.modularity, 0.321171569246);  // more modules than two must pay
  EXPECT_EQ(found.restarts, 100);
}

TEST(Brim, OfTwoEdgesIsOneHalfAndOfOneBicliqueNothing) {
  const auto edges = test::network({{"t1", "A"}, {"t2", "B"}});
  const auto biclique = test::network({{"t1", "A"}, {"t1", "B"}, {"t2", "A"}, {"t2", "B"}});

  EXPECT_DOUBLE_EQ(brim(two_mode(BipartiteGraph(edges))).modularity, 0.5);
  EXPECT_NEAR(brim(two_mode(BipartiteGraph(biclique))).modularity, 0, 1e-15);
}

// The definition: no step lowers modularity, so the fixed point is no worse than any start, and no
// vertex would gain in any of its modules.
TEST(Brim, NeverLowersModularityAndLeavesNoVertexAGain) {
  RandomEngine engine(61);
  for (int round = 0; round < 30; ++round) {
    const auto network = test::random_two_mode(12, 9, 0.3, engine);
    const BipartiteGraph graph(network);
    Labels start(21);
    for (auto& label : start) label = static_cast<std::uint32_t>(uniform_below(engine, 4));

    const Partition found = brim_from(two_mode(graph), start, 1.1);

    EXPECT_GE(found.modularity, barber_modularity(graph, start, 1.1) - 1e-12);
    for (Vertex v = 0; v < 21; ++v)
      for (std::uint32_t c = 0; c < found.count; ++c) {
        Labels moved = found.cluster;
        moved[v] = c;
        EXPECT_LE(barber_modularity(graph, moved, 1.1), found.modularity + 1e-12);
      }
  }
}

TEST(Brim, IsNeverAboveTheBestOfAllPartitionsAndMostlyEqual) {
  RandomEngine engine(67);
  int equal = 0;
  for (int round = 0; round < 30; ++round) {
    const auto network = test::random_two_mode(4, 4, 0.45, engine);
    const BipartiteGraph graph(network);
    double best = -1;
    test::each_partition(
        8, [&](const Labels& labels) { best = std::max(best, barber_modularity(graph, labels)); });

    const double found = brim(two_mode(graph)).modularity;

    EXPECT_LE(found, best + 1e-12);
    equal += found > best - 1e-12 ? 1 : 0;
  }
  EXPECT_GE(equal, 27);
}

TEST(Brim, IsTheSameForAnyNumberOfThreads) {
  RandomEngine engine(71);
  const auto network = test::random_two_mode(60, 30, 0.1, engine);
  const BipartiteGraph graph(network);

  EXPECT_EQ(brim(two_mode(graph), {.threads = 1}).cluster,
            brim(two_mode(graph), {.threads = 16}).cluster);
}

TEST(Brim, LeavesVerticesWithoutEdgesAlone) {
  model::NetworkBuilder builder("test");
  builder.task_of_id("nobody's");
  builder.unit_of_name("idle");
  const auto empty = model::NetworkBuilder("test").build();
  const auto idle = std::move(builder).build();

  EXPECT_EQ(brim(two_mode(BipartiteGraph(idle))).cluster, (Labels{0, 1}));
  EXPECT_EQ(brim(two_mode(BipartiteGraph(empty))).count, 0U);
}

TEST(Brim, RefusesOptionsOutOfRange) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  EXPECT_THROW(brim(two_mode(graph), {.resolution = 0}), std::invalid_argument);
  EXPECT_THROW(brim(two_mode(graph), {.modules = 33}), std::invalid_argument);
  EXPECT_THROW(brim(two_mode(graph), {.restarts = -1}), std::invalid_argument);
  EXPECT_THROW(brim_from(two_mode(graph), Labels{0}), std::invalid_argument);
}

}  // namespace
}  // namespace respnet::graph
