#include "respnet/graph/approximate_betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/graph/betweenness.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"
#include "support/two_mode.hpp"

namespace respnet::graph {
namespace {

double pairs(const Adjacency& graph) {
  const auto n = static_cast<double>(graph.vertex_count());
  return n * (n - 1) / 2;
}

// The greatest error, as a share of the pairs.
double error(const Adjacency& graph, const Estimates& found) {
  const auto exact = betweenness(graph);
  double most = 0;
  for (std::size_t v = 0; v < exact.size(); ++v)
    most = std::max(most, std::abs(found.score[v] - exact[v]) / pairs(graph));
  return most;
}

// Women and events: NetworkX 3.6.1, betweenness_centrality(normalized=False).
TEST(ApproximateBetweenness, IsNearNetworkXOnDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const auto found = approximate_betweenness(graph.adjacency(), {.epsilon = 0.004});

  const double within = 0.004 * 32 * 31 / 2;
  EXPECT_NEAR(found.score[7], 110.206397, within);  // E8
  EXPECT_NEAR(found.score[8], 101.932143, within);  // E9
  EXPECT_NEAR(found.score[6], 58.534788, within);   // E7
  EXPECT_NEAR(found.score[27], 50.490306, within);  // Nora
  EXPECT_NEAR(found.score[14], 42.980201, within);  // Evelyn
  EXPECT_NEAR(found.score[29], 0.869319, within);   // Dorothy
  EXPECT_EQ(found.guarantee.epsilon, 0.004);
  EXPECT_EQ(found.guarantee.delta, 0.1);
}

// Every tenth run may miss; the bounds are wide enough that hardly one does.
TEST(ApproximateBetweenness, KeepsItsWordOnRandomGraphs) {
  RandomEngine engine(17);
  int missed = 0, early = 0;
  constexpr int kRuns = 240;
  for (std::uint64_t run = 0; run < kRuns; ++run) {
    // Sparse, in several components, to dense; every third with two modes.
    const std::size_t n = 3 + uniform_below(engine, 60);
    const double chance = 0.02 + 0.5 * uniform(engine);
    const double epsilon = 0.01 + 0.03 * uniform(engine);
    const auto check = [&](const Adjacency& graph) {
      const auto found = approximate_betweenness(graph, {.epsilon = epsilon, .seed = run});
      missed += error(graph, found) > epsilon ? 1 : 0;
      early += found.guarantee.early ? 1 : 0;
    };
    if (run % 3 == 0) {
      const auto network = test::random_two_mode(static_cast<int>(n), 5, chance, engine);
      check(BipartiteGraph(network).adjacency());
    } else {
      check(test::random_graph(n, chance, engine).unweighted());
    }
  }
  EXPECT_LE(missed, kRuns / 10);
  EXPECT_GT(early, kRuns / 10);      // or the stop was never put to the test,
  EXPECT_LT(early, kRuns * 9 / 10);  // or the limit
}

// Layers of three, joined at random to the next: long shortest paths, and many of them.
test::Rows layered_graph(Vertex layers, RandomEngine& engine) {
  std::vector<test::WeightedEdge> edges;
  for (Vertex layer = 1; layer < layers; ++layer)
    for (Vertex i = 0; i < 3; ++i)
      for (Vertex j = 0; j < 3; ++j)
        if (uniform(engine) < 0.7) edges.push_back({3 * layer - 3 + i, 3 * layer + j});
  return test::undirected(3 * layers, edges);
}

// Stricter than the guarantee: the share of samples through a vertex varies as that of a binomial
// count does, about the exact value.
TEST(ApproximateBetweenness, IsUnbiased) {
  RandomEngine engine(5);
  double squares = 0;
  int terms = 0;
  for (std::uint64_t round = 0; round < 200; ++round) {
    const auto rows =
        round % 2 == 0
            ? test::random_graph(24, 0.05 + 0.01 * static_cast<double>(round % 20), engine)
            : layered_graph(9, engine);
    const Adjacency graph = rows.unweighted();
    const auto found = approximate_betweenness(graph, {.epsilon = 0.01, .seed = round});
    const auto exact = betweenness(graph);
    for (std::size_t v = 0; v < exact.size(); ++v) {
      const double share = exact[v] / pairs(graph);
      if (share == 0) {
        EXPECT_EQ(found.score[v], 0);
        continue;
      }
      const double deviation =
          std::sqrt(share * (1 - share) / static_cast<double>(found.guarantee.samples));
      const double z = (found.score[v] / pairs(graph) - share) / deviation;
      EXPECT_LT(std::abs(z), 6) << round << ", vertex " << v;
      squares += z * z;
      ++terms;
    }
  }
  ASSERT_GT(terms, 3000);
  EXPECT_NEAR(squares / terms, 1, 0.08);
}

TEST(ApproximateBetweenness, DoesNotDependOnThreads) {
  RandomEngine engine(8);
  const auto network = test::random_two_mode(400, 40, 0.05, engine);
  const BipartiteGraph graph(network);
  const CoResponsibilityGraph projection(graph);
  for (const Adjacency& rows : {graph.adjacency(), projection.unweighted()}) {
    const auto one = approximate_betweenness(rows, {.epsilon = 0.01, .threads = 1});
    for (const unsigned threads : {2U, 16U}) {
      const auto many = approximate_betweenness(rows, {.epsilon = 0.01, .threads = threads});
      EXPECT_EQ(many.score, one.score);
      EXPECT_EQ(many.guarantee.samples, one.guarantee.samples);
    }
  }
}

TEST(ApproximateBetweenness, FollowsTheSeed) {
  RandomEngine engine(9);
  const auto rows = test::random_graph(40, 0.1, engine);
  const Adjacency graph = rows.unweighted();

  const auto found = approximate_betweenness(graph, {.seed = 1});

  EXPECT_EQ(approximate_betweenness(graph, {.seed = 1}).score, found.score);
  EXPECT_NE(approximate_betweenness(graph, {.seed = 2}).score, found.score);
}

// With no vertex between two others there is nothing to draw.
TEST(ApproximateBetweenness, IsExactWithoutPathsOfThree) {
  const test::Rows one(1, {}), alone(2, {}), pairs = test::undirected(5, {{0, 1}, {2, 3}});

  EXPECT_TRUE(approximate_betweenness({}).score.empty());
  for (const auto* rows : {&one, &alone, &pairs}) {
    const auto found = approximate_betweenness(rows->unweighted());
    EXPECT_EQ(found.score, std::vector<double>(rows->unweighted().vertex_count(), 0));
    EXPECT_EQ(found.guarantee.samples, 0U);
    EXPECT_EQ(found.guarantee.epsilon, 0);
  }
}

TEST(ApproximateBetweenness, KnowsStarsPathsAndSeveralComponents) {
  std::vector<test::WeightedEdge> star, path, both;
  for (Vertex v = 1; v < 50; ++v) {
    star.push_back({0, v});
    path.push_back({v - 1, v});
    both.push_back({0, v});
    both.push_back({49 + v, 50 + v});
  }
  const SamplingOptions options{.epsilon = 0.02, .delta = 0.01};
  for (const auto& rows :
       {test::undirected(50, star), test::undirected(50, path), test::undirected(101, both)}) {
    const auto found = approximate_betweenness(rows.unweighted(), options);
    EXPECT_LE(error(rows.unweighted(), found), 0.02);
    EXPECT_GT(found.guarantee.samples, 0U);
  }
  const auto found = approximate_betweenness(test::undirected(50, star).unweighted(), options);
  EXPECT_NEAR(found.score[0], 49 * 48 / 2.0, 0.02 * 50 * 49 / 2);
  EXPECT_EQ(std::ranges::count(found.score, 0), 49);
}

// Where no vertex is between many pairs, few samples tell so: not even as many as would be
// needed at most with shortest paths of three vertices.
TEST(ApproximateBetweenness, StopsEarlyWhereAllSharesAreSmall) {
  RandomEngine engine(3);
  const auto rows = test::random_graph(300, 0.05, engine);

  const auto found = approximate_betweenness(rows.unweighted(), {.epsilon = 0.002});

  EXPECT_TRUE(found.guarantee.early);
  const double most = 0.5 / (0.002 * 0.002) * (1 + std::log(2 / 0.1));
  EXPECT_LT(static_cast<double>(found.guarantee.samples), most);
  EXPECT_LE(error(rows.unweighted(), found), 0.002);
}

TEST(ApproximateBetweenness, RefusesWhatItCannotKeep) {
  const auto rows = test::undirected(3, {{0, 1}, {1, 2}});
  const Adjacency graph = rows.unweighted();
  for (const double wrong : {0.0, 1.0, -0.1, std::nan("")}) {
    EXPECT_THROW(approximate_betweenness(graph, {.epsilon = wrong}), std::invalid_argument);
    EXPECT_THROW(approximate_betweenness(graph, {.delta = wrong}), std::invalid_argument);
  }
  EXPECT_THROW(approximate_betweenness(graph, {.epsilon = 1e-6}), LimitError);
}

}  // namespace
}  // namespace respnet::graph
