#include "respnet/graph/approximate_betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "graph/both_ways.hpp"
#include "graph/longest_path_bound.hpp"
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

// The greatest error, as a share of the ordered pairs.
double directed_error(const Adjacency& out, const Estimates& found) {
  const auto exact = betweenness(out, {.directed = true});
  double most = 0;
  for (std::size_t v = 0; v < exact.size(); ++v)
    most = std::max(most, std::abs(found.score[v] - exact[v]) / (2 * pairs(out)));
  return most;
}

// Layers of three, joined at random to the next, with some arcs back.
test::Rows directed_layers(Vertex layers, RandomEngine& engine) {
  std::vector<test::WeightedEdge> arcs;
  for (Vertex from = 0; from < 3 * layers; ++from)
    for (Vertex to = 0; to < 3 * layers; ++to)
      if (from != to && uniform(engine) < (to / 3 == from / 3 + 1 ? 0.7 : to < from ? 0.01 : 0.0))
        arcs.push_back({from, to});
  return {3 * layers, arcs};
}

// From hardly any path to one strongly connected part.
test::Rows random_digraph(std::uint64_t round, RandomEngine& engine) {
  if (round % 3 == 0) return directed_layers(static_cast<Vertex>(3 + round % 7), engine);
  const std::size_t n = 3 + uniform_below(engine, 60);
  return {n, test::random_arcs(n, (0.5 + 3 * uniform(engine)) / static_cast<double>(n), engine)};
}

TEST(ApproximateDirectedBetweenness, KeepsItsWordOnRandomGraphs) {
  RandomEngine engine(18);
  int missed = 0, early = 0;
  constexpr int kRuns = 240;
  for (std::uint64_t run = 0; run < kRuns; ++run) {
    const auto rows = random_digraph(run, engine);
    const double epsilon = 0.01 + 0.03 * uniform(engine);
    const auto found =
        approximate_directed_betweenness(rows.unweighted(), {.epsilon = epsilon, .seed = run});
    missed += directed_error(rows.unweighted(), found) > epsilon ? 1 : 0;
    early += found.guarantee.early ? 1 : 0;
  }
  EXPECT_LE(missed, kRuns / 10);
  EXPECT_GT(early, kRuns / 10);
}

// As above of undirected graphs: each share varies as that of a binomial count does.
TEST(ApproximateDirectedBetweenness, IsUnbiased) {
  RandomEngine engine(6);
  double squares = 0;
  int terms = 0;
  for (std::uint64_t round = 0; round < 200; ++round) {
    const auto rows = random_digraph(round, engine);
    const Adjacency out = rows.unweighted();
    const auto found = approximate_directed_betweenness(out, {.epsilon = 0.01, .seed = round});
    const auto exact = betweenness(out, {.directed = true});
    for (std::size_t v = 0; v < exact.size(); ++v) {
      const double share = exact[v] / (2 * pairs(out));
      if (share == 0) {
        EXPECT_EQ(found.score[v], 0);
        continue;
      }
      const double deviation =
          std::sqrt(share * (1 - share) / static_cast<double>(found.guarantee.samples));
      const double z = (found.score[v] / (2 * pairs(out)) - share) / deviation;
      EXPECT_LT(std::abs(z), 6) << round << ", vertex " << v;
      squares += z * z;
      ++terms;
    }
  }
  ASSERT_GT(terms, 3000);
  EXPECT_NEAR(squares / terms, 1, 0.08);
}

TEST(ApproximateDirectedBetweenness, DoesNotDependOnThreads) {
  RandomEngine engine(10);
  const test::Rows rows(300, test::random_arcs(300, 0.01, engine));
  const Adjacency out = rows.unweighted();
  const auto one = approximate_directed_betweenness(out, {.threads = 1});
  EXPECT_GT(one.guarantee.samples, 0U);
  for (const unsigned threads : {2U, 16U}) {
    const auto many = approximate_directed_betweenness(out, {.threads = threads});
    EXPECT_EQ(many.score, one.score);
    EXPECT_EQ(many.guarantee.samples, one.guarantee.samples);
  }
}

// Along a way of arcs v, from 0, lies between v · (n - 1 - v) pairs; against it between none.
TEST(ApproximateDirectedBetweenness, FollowsArcsTheirWay) {
  constexpr Vertex n = 20;
  std::vector<test::WeightedEdge> way;
  for (Vertex v = 1; v < n; ++v) way.push_back({v - 1, v});
  const test::Rows rows(n, way);
  const auto found =
      approximate_directed_betweenness(rows.unweighted(), {.epsilon = 0.01, .delta = 0.001});
  for (Vertex v = 0; v < n; ++v)
    EXPECT_NEAR(found.score[v], v * (n - 1.0 - v), 0.01 * n * (n - 1)) << v;
  EXPECT_EQ(found.score[0], 0);
  EXPECT_EQ(found.score[n - 1], 0);
}

TEST(ApproximateDirectedBetweenness, IsExactWithoutPathsOfThree) {
  const test::Rows one(1, {}), alone(2, {}), pair(2, {{0, 1}, {1, 0}}), fan(4, {{0, 1}, {0, 2}});

  EXPECT_TRUE(approximate_directed_betweenness({}).score.empty());
  for (const auto* rows : {&one, &alone, &pair, &fan}) {
    const auto found = approximate_directed_betweenness(rows->unweighted());
    EXPECT_EQ(found.score, std::vector<double>(rows->unweighted().vertex_count(), 0));
    EXPECT_EQ(found.guarantee.samples, 0U);
  }
}

// All distances by Floyd and Warshall: vertices on the longest shortest path.
std::size_t longest_shortest_path(const Adjacency& out) {
  const std::size_t n = out.vertex_count();
  constexpr std::size_t far = 1'000'000;
  std::vector<std::vector<std::size_t>> distance(n, std::vector<std::size_t>(n, far));
  for (Vertex v = 0; v < n; ++v) {
    distance[v][v] = 0;
    for (const Vertex w : out.neighbors(v)) distance[v][w] = 1;
  }
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        distance[i][j] = std::min(distance[i][j], distance[i][k] + distance[k][j]);
  std::size_t most = 0;
  for (const auto& row : distance)
    for (const std::size_t steps : row)
      if (steps < far) most = std::max(most, steps + 1);
  return most;
}

TEST(LongestPathBound, HoldsAndIsRightWherePartsAreSingle) {
  RandomEngine engine(11);
  for (std::uint64_t round = 0; round < 300; ++round) {
    const auto rows = random_digraph(round, engine);
    const Adjacency out = rows.unweighted();
    const OwnedRows into = turned_round(out);
    EXPECT_GE(longest_path_bound(out, into.view()), longest_shortest_path(out)) << round;
    EXPECT_LE(longest_path_bound(out, into.view()), out.vertex_count());
  }
  // A way of 40; a circle of 10 with a tail of 5, where the bound is that of all vertices.
  std::vector<test::WeightedEdge> way, circle;
  for (Vertex v = 1; v < 40; ++v) way.push_back({v - 1, v});
  for (Vertex v = 0; v < 10; ++v) circle.push_back({v, (v + 1) % 10});
  for (Vertex v = 10; v < 15; ++v) circle.push_back({v == 10 ? 3 : v - 1, v});
  for (const auto& [rows, most] : {std::pair(test::Rows(40, way), std::size_t{40}),
                                   std::pair(test::Rows(15, circle), std::size_t{15})}) {
    EXPECT_EQ(longest_path_bound(rows.unweighted(), turned_round(rows.unweighted()).view()), most);
    EXPECT_EQ(longest_shortest_path(rows.unweighted()), most);
  }
  EXPECT_EQ(longest_path_bound({}, {}), 0U);
}

TEST(ApproximateBetweenness, RefusesWhatItCannotKeep) {
  const auto rows = test::undirected(3, {{0, 1}, {1, 2}});
  const Adjacency graph = rows.unweighted();
  for (const double wrong : {0.0, 1.0, -0.1, std::nan("")}) {
    EXPECT_THROW(approximate_betweenness(graph, {.epsilon = wrong}), std::invalid_argument);
    EXPECT_THROW(approximate_betweenness(graph, {.delta = wrong}), std::invalid_argument);
    EXPECT_THROW(approximate_directed_betweenness(graph, {.epsilon = wrong}),
                 std::invalid_argument);
  }
  EXPECT_THROW(approximate_betweenness(graph, {.epsilon = 1e-6}), LimitError);
}

}  // namespace
}  // namespace respnet::graph
