#include "respnet/graph/approximate_harmonic.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/distances.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"
#include "support/two_mode.hpp"

namespace respnet::graph {
namespace {

// The greatest error of a score over n - 1.
double error(const Adjacency& graph, const Estimates& found) {
  const auto exact = distance_sums(graph).inverse_sum;
  const auto others = static_cast<double>(graph.vertex_count()) - 1;
  double most = 0;
  for (std::size_t v = 0; v < exact.size(); ++v)
    most = std::max(most, std::abs(found.score[v] - exact[v]) / others);
  return most;
}

// NetworkX 3.6.1, harmonic_centrality. All of the few vertices are sources.
TEST(ApproximateHarmonic, AgreesWithNetworkXOnDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const auto found = approximate_harmonic(graph.adjacency(), {.epsilon = 0.01});

  EXPECT_NEAR(found.score[14], 18.5, 1e-12);
  EXPECT_NEAR(found.score[31], 13.25, 1e-12);
  EXPECT_NEAR(found.score[7], 21.833333333333332, 1e-12);
  EXPECT_EQ(found.guarantee.samples, 32U);
  EXPECT_EQ(found.guarantee.epsilon, 0);
  EXPECT_EQ(found.guarantee.delta, 0);
}

// h = ln(2 · 1000 / 0.1) / (8 · 0.05²) · (1000 / 999)² = 496.17, h · 1001 / (1000 + h) = 331.96.
TEST(ApproximateHarmonic, TakesAsManySourcesAsTheBoundAsks) {
  RandomEngine engine(1);
  const auto rows = test::random_graph(1000, 0.004, engine);

  const auto found = approximate_harmonic(rows.unweighted(), {.epsilon = 0.05});

  EXPECT_EQ(found.guarantee.samples, 332U);
  EXPECT_EQ(found.guarantee.epsilon, 0.05);
  EXPECT_EQ(found.guarantee.delta, 0.1);
  EXPECT_LE(error(rows.unweighted(), found), 0.05);
  EXPECT_GT(error(rows.unweighted(), found), 0);
}

TEST(ApproximateHarmonic, KeepsItsWordOnRandomGraphs) {
  RandomEngine engine(23);
  int missed = 0, estimated = 0;
  constexpr int kRuns = 200;
  for (std::uint64_t run = 0; run < kRuns; ++run) {
    // Large enough for searches from many sources at once, or not; sparse ones in several parts.
    const std::size_t n = 100 + uniform_below(engine, 400);
    const double chance = (0.3 + 4 * uniform(engine)) / static_cast<double>(n);
    const double epsilon = 0.06 + 0.05 * uniform(engine);
    const auto rows = test::random_graph(n, chance, engine);
    const auto found = approximate_harmonic(rows.unweighted(), {.epsilon = epsilon, .seed = run});
    missed += error(rows.unweighted(), found) > epsilon ? 1 : 0;
    estimated += found.guarantee.samples < n ? 1 : 0;
  }
  EXPECT_LE(missed, kRuns / 10);
  EXPECT_GT(estimated, kRuns / 2);
}

// The mean of many estimates comes near to the exact value, by as much as chance allows: draws
// without replacement vary by no more than σ² / k.
TEST(ApproximateHarmonic, IsUnbiased) {
  RandomEngine engine(4);
  const auto rows = test::random_graph(300, 0.008, engine);
  const Adjacency graph = rows.unweighted();
  const auto exact = distance_sums(graph).inverse_sum;
  constexpr int kRuns = 200;
  std::vector<double> mean(300, 0);
  double samples = 0;
  for (std::uint64_t seed = 0; seed < kRuns; ++seed) {
    const auto found = approximate_harmonic(graph, {.epsilon = 0.1, .seed = seed});
    samples = static_cast<double>(found.guarantee.samples);
    for (std::size_t v = 0; v < mean.size(); ++v) mean[v] += found.score[v] / kRuns;
  }
  ASSERT_LT(samples, 150);
  for (std::size_t v = 0; v < mean.size(); ++v)
    EXPECT_NEAR(mean[v], exact[v], 4.5 * 300 * 0.25 / std::sqrt(samples * kRuns)) << v;
  double off = 0;  // of all vertices together, errors would add up
  for (std::size_t v = 0; v < mean.size(); ++v) off += (mean[v] - exact[v]) / 300;
  EXPECT_LT(std::abs(off), 0.45);
}

TEST(ApproximateHarmonic, DoesNotDependOnThreads) {
  RandomEngine engine(8);
  const auto network = test::random_two_mode(3000, 200, 0.01, engine);
  const BipartiteGraph graph(network);
  const CoResponsibilityGraph projection(graph);
  for (const Adjacency& rows : {graph.adjacency(), projection.unweighted()}) {
    const auto one = approximate_harmonic(rows, {.epsilon = 0.03, .threads = 1});
    EXPECT_LE(error(rows, one), 0.03);
    for (const unsigned threads : {2U, 16U})
      EXPECT_EQ(approximate_harmonic(rows, {.epsilon = 0.03, .threads = threads}).score, one.score);
  }
}

TEST(ApproximateHarmonic, FollowsTheSeed) {
  RandomEngine engine(9);
  const auto rows = test::random_graph(400, 0.01, engine);
  const Adjacency graph = rows.unweighted();
  const SamplingOptions options{.epsilon = 0.1, .seed = 1}, other{.epsilon = 0.1, .seed = 2};

  const auto found = approximate_harmonic(graph, options);

  EXPECT_EQ(approximate_harmonic(graph, options).score, found.score);
  EXPECT_NE(approximate_harmonic(graph, other).score, found.score);
}

TEST(ApproximateHarmonic, IsZeroOrNoneWithoutPaths) {
  const test::Rows one(1, {}), alone(2, {});

  EXPECT_TRUE(approximate_harmonic({}).score.empty());
  EXPECT_EQ(approximate_harmonic(one.unweighted()).score, std::vector<double>{0});
  EXPECT_EQ(approximate_harmonic(alone.unweighted()).score, (std::vector<double>{0, 0}));
}

// A star: every vertex but the center is one step from it, which is known, and two from the others.
TEST(ApproximateHarmonic, KnowsNeighboursExactly) {
  constexpr Vertex n = 2000;
  std::vector<test::WeightedEdge> edges;
  for (Vertex v = 1; v < n; ++v) edges.push_back({0, v});
  const auto rows = test::undirected(n, edges);

  const auto found = approximate_harmonic(rows.unweighted(), {.epsilon = 0.05});

  ASSERT_LT(found.guarantee.samples, n / 2);
  EXPECT_EQ(found.score[0], n - 1);
  for (Vertex v = 1; v < n; ++v) EXPECT_NEAR(found.score[v], 1 + (n - 2) / 2.0, 0.05 * n) << v;
}

TEST(ApproximateHarmonic, RefusesWhatItCannotKeep) {
  const auto rows = test::undirected(3, {{0, 1}, {1, 2}});
  for (const double wrong : {0.0, 1.0, -0.1, std::nan("")}) {
    EXPECT_THROW(approximate_harmonic(rows.unweighted(), {.epsilon = wrong}),
                 std::invalid_argument);
    EXPECT_THROW(approximate_harmonic(rows.unweighted(), {.delta = wrong}), std::invalid_argument);
  }
}

}  // namespace
}  // namespace respnet::graph
