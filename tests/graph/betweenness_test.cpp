#include "respnet/graph/betweenness.hpp"

#include <array>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>

#include "respnet/base/errors.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/lead_graph.hpp"
#include "respnet/graph/twins.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"

namespace respnet::graph {
namespace {

// E1 … E14, then the women: NetworkX 3.6.1, betweenness_centrality(normalized=False).
constexpr std::array kDavis{
    0.973748,   0.944091,  8.237425,  3.481328,  17.037888, 29.387390, 58.534788, 110.206397,
    101.932143, 5.171921,  8.888757,  8.178570,  1.012777,  1.012777,  42.980201, 22.854138,
    38.979635,  22.021537, 4.715263,  4.767883,  4.202635,  3.026144,  7.468483,  7.003261,
    7.273235,   21.076426, 31.910570, 50.490306, 18.862455, 0.869319,  2.249255,  2.249255};

TEST(Betweenness, AgreesWithNetworkXOnDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const auto score = betweenness(graph.adjacency());

  ASSERT_EQ(score.size(), kDavis.size());
  for (std::size_t v = 0; v < score.size(); ++v) EXPECT_NEAR(score[v], kDavis[v], 1e-6) << v;
}

// A – B – C: the pair A, C passes through B. Directed only there, not back.
TEST(Betweenness, CountsAPairOnceWhenUndirected) {
  const auto path = test::undirected(3, {{0, 1}, {1, 2}});
  const test::Rows one_way(3, {{0, 1}, {1, 2}});

  EXPECT_EQ(betweenness(path.unweighted()), (std::vector<double>{0, 1, 0}));
  EXPECT_EQ(betweenness(path.unweighted(), {.directed = true}), (std::vector<double>{0, 2, 0}));
  EXPECT_EQ(betweenness(one_way.unweighted(), {.directed = true}), (std::vector<double>{0, 1, 0}));
}

TEST(Betweenness, IsZeroOrNoneWithoutPaths) {
  const test::Rows alone(2, {});

  EXPECT_TRUE(betweenness({}).empty());
  EXPECT_EQ(betweenness(alone.unweighted()), (std::vector<double>{0, 0}));
}

// The twin: distances and numbers of shortest paths for all pairs, then the definition.
std::vector<double> by_definition(const Adjacency& graph, bool directed) {
  const std::size_t n = graph.vertex_count();
  const auto joined = test::matrix(graph);
  std::vector d(n, std::vector<std::size_t>(n, n));
  std::vector paths(n, std::vector<double>(n, 0));
  for (std::size_t s = 0; s < n; ++s) {
    d[s][s] = 0;
    paths[s][s] = 1;
    for (std::size_t step = 1; step < n; ++step)
      for (std::size_t v = 0; v < n; ++v)
        for (std::size_t u = 0; u < n; ++u) {
          if (d[s][u] != step - 1 || joined[u][v] == 0 || d[s][v] < step) continue;
          d[s][v] = step;
          paths[s][v] += paths[s][u];
        }
  }
  std::vector<double> score(n, 0);
  for (std::size_t v = 0; v < n; ++v)
    for (std::size_t s = 0; s < n; ++s)
      for (std::size_t t = 0; t < n; ++t)
        if (s != v && t != v && s != t && d[s][t] < n && d[s][v] + d[v][t] == d[s][t])
          score[v] += paths[s][v] * paths[v][t] / paths[s][t] / (directed ? 1 : 2);
  return score;
}

TEST(Betweenness, AgreesWithItsDefinitionOnRandomGraphs) {
  RandomEngine engine(11);
  for (int round = 0; round < 100; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 10);
    const auto undirected = test::random_graph(n, 0.35, engine);
    const test::Rows directed(n, test::random_arcs(n, 0.25, engine));

    const auto found = betweenness(undirected.unweighted());
    const auto found_directed = betweenness(directed.unweighted(), {.directed = true});

    const auto expected = by_definition(undirected.unweighted(), false);
    const auto expected_directed = by_definition(directed.unweighted(), true);
    for (std::size_t v = 0; v < n; ++v) {
      EXPECT_NEAR(found[v], expected[v], 1e-12) << round;
      EXPECT_NEAR(found_directed[v], expected_directed[v], 1e-12) << round;
    }
  }
}

// Boost's own, on graphs large enough for searches from many sources at once.
template <typename Direction = boost::undirectedS>
std::vector<double> by_boost(std::size_t vertices, const Adjacency& rows) {
  boost::adjacency_list<boost::vecS, boost::vecS, Direction> graph(vertices);
  for (Vertex v = 0; v < vertices; ++v)
    for (const Vertex w : rows.neighbors(v))
      if (v < w || std::is_same_v<Direction, boost::directedS>) boost::add_edge(v, w, graph);
  std::vector<double> score(vertices);
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(score.begin(), get(boost::vertex_index, graph)));
  return score;
}

void expect_as_boost(std::size_t vertices, const Adjacency& graph, const std::string& what) {
  const auto found = betweenness(graph);
  const auto expected = by_boost(vertices, graph);
  for (std::size_t v = 0; v < vertices; ++v)
    ASSERT_NEAR(found[v], expected[v], 1e-9 * (1 + expected[v])) << what << ", vertex " << v;
}

TEST(Betweenness, AgreesWithBoostOnTwoModeGraphs) {
  RandomEngine engine(21);
  for (int round = 0; round < 40; ++round) {
    // Few units or many, sparse (several parts, deep searches) or dense; either side may be larger.
    const std::size_t tasks = 40 + uniform_below(engine, 200),
                      units = 5 + uniform_below(engine, 150);
    std::vector<test::WeightedEdge> edges;
    for (Vertex task = 0; task < tasks; ++task)
      for (std::uint64_t k = uniform_below(engine, 2 + static_cast<std::uint64_t>(round) % 5);
           k > 0; --k)
        edges.push_back({task, static_cast<Vertex>(tasks + uniform_below(engine, units))});
    const auto rows = test::undirected(tasks + units, edges);

    expect_as_boost(tasks + units, rows.unweighted(), "round " + std::to_string(round));
  }
}

TEST(Betweenness, AgreesWithBoostOnOneModeGraphs) {
  RandomEngine engine(22);
  for (const double chance : {0.005, 0.01, 0.02, 0.05, 0.3, 0.9}) {
    const auto rows = test::random_graph(150, chance, engine);

    expect_as_boost(150, rows.unweighted(), "chance " + std::to_string(chance));
  }
}

TEST(Betweenness, AgreesWithBoostWhereSearchesAreDeep) {
  std::vector<test::WeightedEdge> path, ring_with_a_chord{{0, 99}, {0, 50}};
  for (Vertex v = 0; v + 1 < 100; ++v) {
    path.push_back({v, v + 1});
    ring_with_a_chord.push_back({v, v + 1});
  }
  expect_as_boost(100, test::undirected(100, path).unweighted(), "path");
  expect_as_boost(100, test::undirected(100, ring_with_a_chord).unweighted(), "ring");
}

void expect_as_boost_directed(std::size_t vertices, const std::vector<test::WeightedEdge>& arcs,
                              const std::string& what) {
  const test::Rows rows(vertices, arcs);
  const auto expected = by_boost<boost::directedS>(vertices, rows.unweighted());
  for (const unsigned threads : {1U, 2U, 16U}) {
    const auto found = betweenness(rows.unweighted(), {.directed = true, .threads = threads});
    for (std::size_t v = 0; v < vertices; ++v)
      ASSERT_NEAR(found[v], expected[v], 1e-9 * (1 + expected[v])) << what << ", vertex " << v;
  }
}

// Also those that are two-mode or fall apart without direction, with sources that lead nowhere.
TEST(Betweenness, AgreesWithBoostOnDirectedGraphs) {
  RandomEngine engine(23);
  for (const double chance : {0.003, 0.006, 0.01, 0.02, 0.05, 0.3})
    expect_as_boost_directed(150, test::random_arcs(150, chance, engine), std::to_string(chance));
  std::vector<test::WeightedEdge> two_mode;
  for (Vertex v = 0; v < 100; ++v)
    for (std::uint64_t k = uniform_below(engine, 4); k > 0; --k) {
      const auto w = static_cast<Vertex>(100 + uniform_below(engine, 60));
      const bool forth = uniform_below(engine, 2) == 0;
      two_mode.push_back(forth ? test::WeightedEdge{v, w} : test::WeightedEdge{w, v});
    }
  expect_as_boost_directed(160, two_mode, "two-mode");
}

// Around the ring one way is deep, though it is half as deep without direction.
TEST(Betweenness, AgreesWithBoostWhereDirectedSearchesAreDeep) {
  std::vector<test::WeightedEdge> ring, wheel;
  for (Vertex v = 0; v < 200; ++v) ring.push_back({v, (v + 1) % 200});
  wheel = ring;
  for (Vertex v = 0; v < 200; ++v) wheel.push_back({v, 200});  // shallow without direction
  expect_as_boost_directed(200, ring, "ring");
  expect_as_boost_directed(201, wheel, "wheel");
}

// Every pair of one side has all of the other between, so each of these gets an equal share.
TEST(Betweenness, OfCompleteTwoModeGraphsIsKnown) {
  for (const auto& [left, right] : {std::pair{1, 5}, {2, 2}, {3, 1000}, {200, 300}}) {
    const auto rows =
        test::complete_two_mode(static_cast<std::size_t>(left), static_cast<std::size_t>(right));
    const auto found = betweenness(rows.unweighted());
    for (std::size_t v = 0; v < found.size(); ++v) {
      const double own = v < static_cast<std::size_t>(left) ? left : right;
      const double others = left + right - own;
      ASSERT_NEAR(found[v], others * (others - 1) / 2 / own, 1e-12 * others * others) << v;
    }
  }
}

void expect_as_boost_closely(const Adjacency& graph, const std::string& what) {
  const auto expected = by_boost(graph.vertex_count(), graph);
  const auto one = betweenness(graph, {.threads = 1});
  for (std::size_t v = 0; v < expected.size(); ++v)
    ASSERT_NEAR(one[v], expected[v], 1e-12 * (1 + expected[v])) << what << ", vertex " << v;
  EXPECT_EQ(betweenness(graph, {.threads = 2}), one) << what;
  EXPECT_EQ(betweenness(graph, {.threads = 16}), one) << what;
}

TEST(Betweenness, AgreesWithBoostWhereTasksHaveTwins) {
  RandomEngine engine(24);
  for (int round = 0; round < 60; ++round) {
    const std::size_t units = 1 + uniform_below(engine, 40);
    const auto rows = test::few_unit_sets(20 + uniform_below(engine, 80), units,
                                          1 + uniform_below(engine, 30), engine);
    expect_as_boost_closely(rows.unweighted(), "round " + std::to_string(round));
  }
  // Enough classes for many sources at once.
  const auto large = test::few_unit_sets(1200, 60, 250, engine);
  ASSERT_LT(all_search_steps(large.unweighted()), 0.2 * 1000 * 3000);
  expect_as_boost_closely(large.unweighted(), "large");
}

TEST(Betweenness, AgreesWithBoostWhereAnyVertexHasTwins) {
  RandomEngine engine(25);
  for (int round = 0; round < 40; ++round) {
    const std::size_t n = 2 + uniform_below(engine, round % 4 == 0 ? 120 : 20);
    const double chance = (1 + uniform(engine)) / static_cast<double>(n);
    std::vector<test::WeightedEdge> edges;
    for (const auto& arc : test::random_arcs(n, chance, engine))
      if (round % 2 == 0 || (arc.from < n / 2) != (arc.to < n / 2))
        edges.push_back(arc);  // two-mode
    expect_as_boost_closely(test::with_twins(n, edges, 6, engine).unweighted(),
                            "round " + std::to_string(round));
  }
}

// Of the graph that is searched: 2 classes and an edge.
TEST(Betweenness, IsRefusedByTheStepsWithoutTwins) {
  const auto rows = test::complete_two_mode(20, 30);

  EXPECT_EQ(betweenness(rows.unweighted(), {.most_steps = 4}).size(), 50U);
  EXPECT_THROW(betweenness(rows.unweighted(), {.most_steps = 3}), LimitError);
  EXPECT_THROW(betweenness(rows.unweighted(), {.directed = true, .most_steps = 50 * 1200 - 1}),
               LimitError);
}

TEST(Betweenness, IsTheSameForAnyNumberOfThreads) {
  RandomEngine engine(5);
  const auto rows = test::random_graph(200, 0.02, engine);

  const auto one = betweenness(rows.unweighted(), {.threads = 1});

  EXPECT_EQ(betweenness(rows.unweighted(), {.threads = 2}), one);
  EXPECT_EQ(betweenness(rows.unweighted(), {.threads = 16}), one);
}

}  // namespace
}  // namespace respnet::graph
