#include "respnet/graph/pagerank.hpp"

#include <cmath>
#include <numeric>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/random.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/weighted_two_mode.hpp"
#include "respnet/model/network_builder.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"
#include "support/random_network.hpp"

namespace respnet::graph {
namespace {

// Values: NetworkX 3.6.1, pagerank(tol=1e-15).
TEST(PageRank, AgreesWithNetworkXOnDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const CoResponsibilityGraph shared(graph);

  const auto two_mode = page_rank(graph.adjacency()).score;
  const auto projected = page_rank(shared.adjacency()).score;

  EXPECT_NEAR(two_mode[14], 0.042563450745, 1e-11);  // Evelyn
  EXPECT_NEAR(two_mode[31], 0.015199525150, 1e-11);  // Flora
  EXPECT_NEAR(two_mode[7], 0.072497125194, 1e-11);   // E8
  EXPECT_NEAR(two_mode[0], 0.018251735104, 1e-11);   // E1
  EXPECT_NEAR(projected[0], 0.074150354164, 1e-11);
  EXPECT_NEAR(projected[17], 0.027475518512, 1e-11);
}

// The leads of the role toy, weighted; all but C and E have arcs out. Also NetworkX 3.6.1.
TEST(PageRank, SpreadsWhatReachesAVertexWithoutArcs) {
  const test::Rows rows(5, {{1, 0, 2}, {2, 0, 1}, {3, 0, 1}, {0, 1, 1}, {2, 3, 1}, {4, 3, 1}});
  const test::Rows sink(2, {{0, 1, 5}});

  const auto score = page_rank(rows.weighted()).score;
  const auto sunk = page_rank(sink.weighted()).score;

  EXPECT_NEAR(score[0], 0.455, 1e-12);
  EXPECT_NEAR(score[1], 0.41675, 1e-12);
  EXPECT_NEAR(score[3], 0.06825, 1e-12);
  // x0 = (1 - d + d x1) / 2 and x0 + x1 = 1 give x0 = 1 / (2 + d).
  EXPECT_NEAR(sunk[0], 1 / 2.85, 1e-12);
  EXPECT_NEAR(sunk[1], 1.85 / 2.85, 1e-12);
}

TEST(PageRank, FollowsWeights) {
  const auto rows = test::undirected(3, {{0, 1, 3}, {0, 2, 1}});

  const auto weighted = page_rank(rows.weighted()).score;
  const auto unweighted = page_rank(rows.unweighted()).score;

  EXPECT_GT(weighted[1], weighted[2]);
  EXPECT_DOUBLE_EQ(unweighted[1], unweighted[2]);
}

// The twin solves x = d Pᵀx + ... by elimination.
std::vector<double> solved(const Adjacency& graph, double d) {
  const std::size_t n = graph.vertex_count();
  const auto weights = test::matrix(graph);
  std::vector a(n, std::vector<double>(n + 1, 0));
  for (std::size_t i = 0; i < n; ++i) {
    const double total = std::accumulate(weights[i].begin(), weights[i].end(), 0.0);
    for (std::size_t j = 0; j < n; ++j)
      a[j][i] -= d * (total > 0 ? weights[i][j] / total : 1 / static_cast<double>(n));
    a[i][i] += 1;
    a[i][n] = (1 - d) / static_cast<double>(n);
  }
  for (std::size_t k = 0; k < n; ++k)  // diagonally dominant by columns: no pivots needed
    for (std::size_t i = 0; i < n; ++i) {
      if (i == k) continue;
      const double factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j <= n; ++j) a[i][j] -= factor * a[k][j];
    }
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = a[i][n] / a[i][i];
  return x;
}

TEST(PageRank, AgreesWithALinearSolverOnRandomGraphs) {
  RandomEngine engine(13);
  for (int round = 0; round < 100; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 10);
    const test::Rows rows(n, test::random_arcs(n, 0.2, engine));

    const auto found = page_rank(rows.weighted()).score;

    const auto expected = solved(rows.weighted(), 0.85);
    for (std::size_t v = 0; v < n; ++v) EXPECT_NEAR(found[v], expected[v], 2e-12);
    EXPECT_NEAR(std::accumulate(found.begin(), found.end(), 0.0), 1, 1e-14);
  }
}

TEST(PageRank, HasEdgeCases) {
  const test::Rows alone(1, {});

  EXPECT_TRUE(page_rank({}).score.empty());
  EXPECT_EQ(page_rank(alone.unweighted()).score, std::vector<double>{1});
}

TEST(PageRank, RefusesWhatItCannotDo) {
  const auto path = test::undirected(3, {{0, 1}, {1, 2}});

  EXPECT_THROW(page_rank(path.unweighted(), {.damping = 1}), std::invalid_argument);
  EXPECT_THROW(page_rank(path.unweighted(), {.tolerance = 0}), std::invalid_argument);
  EXPECT_THROW(page_rank(path.unweighted(), {.max_iterations = 3}), LimitError);
}

TEST(TwoModePageRank, EqualsTheWalk) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const model::Network network = test::random_network(seed);
    const BipartiteGraph graph(network);
    const auto walked = page_rank(graph.adjacency()).score;
    const auto found = two_mode_page_rank(graph).score;
    ASSERT_EQ(found.size(), walked.size());
    for (std::size_t v = 0; v < walked.size(); ++v)
      ASSERT_NEAR(found[v], walked[v], 1e-12) << "seed " << seed << ", vertex " << v;
  }
}

TEST(TwoModePageRank, WithWeightsEqualsTheWalkInProportionToThem) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const model::Network network = test::random_network(seed);
    const CountingOptions counting{
        .weights = {.lead = 3, .support = 0.25, .informed = seed % 2 == 0 ? 0.0 : 7.0}};
    const BipartiteGraph graph(network, counting);
    const WeightedTwoMode weighted(graph);
    const auto walked = page_rank(weighted.adjacency()).score;
    const auto found = two_mode_page_rank(weighted.adjacency(), graph.task_count()).score;
    ASSERT_EQ(found.size(), walked.size());
    for (std::size_t v = 0; v < walked.size(); ++v)
      ASSERT_NEAR(found[v], walked[v], 1e-12) << "seed " << seed << ", vertex " << v;
  }
}

TEST(TwoModePageRank, OfALargeGraphIsTheSameOnAnyNumberOfThreads) {
  RandomEngine random(7, 0);
  model::NetworkBuilder builder("test");
  for (int t = 0; t < 60'000; ++t) {
    const auto task = builder.task_of_id(std::to_string(t));
    const std::uint64_t first = uniform_below(random, 2000);
    for (std::uint64_t i = 0; i < 4; ++i)
      builder.add_assignment(
          task,
          builder.unit_of_name("u" + std::to_string((first * (i + 1) + 500 * i) % 2000 + i * 2000)),
          model::Role::Lead);
  }
  const model::Network network = std::move(builder).build();
  const BipartiteGraph graph(network);
  const auto one = two_mode_page_rank(graph, {.threads = 1});
  EXPECT_EQ(one.score, two_mode_page_rank(graph, {.threads = 3}).score);
  EXPECT_LT(one.iterations, 25);
  const auto walked = page_rank(graph.adjacency()).score;
  double difference = 0;
  for (std::size_t v = 0; v < walked.size(); ++v) difference += std::abs(one.score[v] - walked[v]);
  EXPECT_LT(difference, 2e-12);
}

TEST(TwoModePageRank, TakesAnyDampingAndRefusesOthers) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  for (const double damping : {0.0, 0.5, 0.9}) {
    const auto walked = page_rank(graph.adjacency(), {.damping = damping}).score;
    const auto found = two_mode_page_rank(graph, {.damping = damping}).score;
    for (std::size_t v = 0; v < walked.size(); ++v) EXPECT_NEAR(found[v], walked[v], 2e-12);
  }
  EXPECT_LT(two_mode_page_rank(graph, {.damping = 0.99}).iterations, 20);
  EXPECT_THROW(two_mode_page_rank(graph, {.damping = 1}), std::invalid_argument);
  EXPECT_THROW(two_mode_page_rank(graph, {.max_iterations = 1}), LimitError);
}

}  // namespace
}  // namespace respnet::graph
