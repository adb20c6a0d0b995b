#include "respnet/graph/distances.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"

namespace respnet::graph {
namespace {

// Sums for Evelyn, Flora and E8: NetworkX 3.6.1, shortest_path_length and harmonic_centrality.
TEST(Distances, AgreeWithNetworkXOnDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const DistanceSums found = distance_sums(graph.adjacency());

  EXPECT_EQ(found.sum[14], 60U);
  EXPECT_EQ(found.sum[31], 82U);
  EXPECT_EQ(found.sum[7], 52U);
  EXPECT_NEAR(found.inverse_sum[14], 18.5, 1e-12);
  EXPECT_NEAR(found.inverse_sum[31], 13.25, 1e-12);
  EXPECT_NEAR(found.inverse_sum[7], 21.833333333333332, 1e-12);
  EXPECT_TRUE(std::ranges::all_of(found.reached, [](auto count) { return count == 31; }));
  const auto all = std::accumulate(found.sum.begin(), found.sum.end(), std::uint64_t{0});
  EXPECT_NEAR(static_cast<double>(all) / (32 * 31), 2.306452, 5e-7);
}

TEST(Distances, FollowTheArcs) {
  const test::Rows path(4, {{0, 1}, {1, 2}});  // 3 stands alone

  const DistanceSums found = distance_sums(path.unweighted(), {.directed = true});

  EXPECT_EQ(found.reached, (std::vector<std::uint32_t>{2, 1, 0, 0}));
  EXPECT_EQ(found.sum, (std::vector<std::uint64_t>{3, 1, 0, 0}));
  EXPECT_EQ(found.inverse_sum, (std::vector<double>{1.5, 1, 0, 0}));
}

TEST(Distances, OfTheEmptyGraphAreNone) { EXPECT_TRUE(distance_sums({}).sum.empty()); }

// The twin is Floyd and Warshall's.
TEST(Distances, AgreeWithAllPairsOnRandomGraphs) {
  RandomEngine engine(3);
  for (int round = 0; round < 100; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 12);
    const test::Rows rows(n, test::random_arcs(n, 0.2, engine));
    auto d = test::matrix(rows.unweighted());
    for (auto& row : d)
      for (double& x : row) x = x > 0 ? 1 : 1e9;
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);

    const DistanceSums found = distance_sums(rows.unweighted(), {.directed = true});

    for (std::size_t i = 0; i < n; ++i) {
      double reached = 0, sum = 0, inverse = 0;
      for (std::size_t j = 0; j < n; ++j) {
        if (i == j || d[i][j] >= 1e9) continue;
        ++reached;
        sum += d[i][j];
        inverse += 1 / d[i][j];
      }
      EXPECT_EQ(found.reached[i], reached);
      EXPECT_EQ(static_cast<double>(found.sum[i]), sum);
      EXPECT_NEAR(found.inverse_sum[i], inverse, 1e-12);
    }
  }
}

// Undirected graphs are searched from many vertices at once where they are large: must agree with
// single searches, which the directed case makes, on every shape.
void expect_as_single_searches(const test::Rows& rows, const std::string& what) {
  const DistanceSums many = distance_sums(rows.unweighted());
  const DistanceSums single = distance_sums(rows.unweighted(), {.directed = true});

  EXPECT_EQ(many.reached, single.reached) << what;
  EXPECT_EQ(many.sum, single.sum) << what;
  for (std::size_t v = 0; v < many.inverse_sum.size(); ++v)
    ASSERT_NEAR(many.inverse_sum[v], single.inverse_sum[v], 1e-9) << what << ", vertex " << v;
}

TEST(Distances, FromManyVerticesAtOnceAreThoseOfSingleSearches) {
  RandomEngine engine(8);
  for (const double chance : {0.0005, 0.001, 0.002, 0.005, 0.02, 0.3})
    expect_as_single_searches(test::random_graph(700, chance, engine), std::to_string(chance));
  for (const std::size_t units : {3U, 40U, 600U, 1500U}) {
    std::vector<test::WeightedEdge> edges;
    for (Vertex task = 0; task < 900; ++task)
      for (std::uint64_t k = uniform_below(engine, 5); k > 0; --k)
        edges.push_back({task, static_cast<Vertex>(900 + uniform_below(engine, units))});
    expect_as_single_searches(test::undirected(900 + units, edges), std::to_string(units));
  }
  std::vector<test::WeightedEdge> path;
  for (Vertex v = 0; v < 400; ++v) path.push_back({v, v + 1});
  expect_as_single_searches(test::undirected(401, path), "a path");
}

// Of the other side one step, of the own two.
TEST(Distances, OfCompleteTwoModeGraphsAreKnown) {
  const auto rows = test::complete_two_mode(3, 1000);

  const DistanceSums found = distance_sums(rows.unweighted());

  EXPECT_EQ(found.reached, std::vector<std::uint32_t>(1003, 1002));
  EXPECT_EQ(found.sum[0], 1000U + 2 * 2);
  EXPECT_EQ(found.inverse_sum[2], 1000 + 2 / 2.0);
  EXPECT_EQ(found.sum[3], 3U + 2 * 999);
  EXPECT_EQ(found.inverse_sum[1002], 3 + 999 / 2.0);
}

TEST(Distances, AgreeWithSingleSearchesWhereVerticesHaveTwins) {
  RandomEngine engine(9);
  for (int round = 0; round < 40; ++round) {
    const std::size_t units = 1 + uniform_below(engine, 40);
    expect_as_single_searches(test::few_unit_sets(20 + uniform_below(engine, 200), units,
                                                  1 + uniform_below(engine, 40), engine),
                              "round " + std::to_string(round));
  }
  // Enough classes for many sources at once; of one class very many.
  for (const double chance : {0.004, 0.006, 0.03}) {
    std::vector<test::WeightedEdge> edges, two_mode;
    for (const auto& arc : test::random_arcs(300, chance, engine)) {
      edges.push_back(arc);
      if ((arc.from < 200) != (arc.to < 200)) two_mode.push_back(arc);
    }
    expect_as_single_searches(test::with_twins(300, edges, 5, engine), std::to_string(chance));
    expect_as_single_searches(test::with_twins(300, two_mode, 20, engine), std::to_string(chance));
  }
}

TEST(Distances, AreRefusedByTheStepsWithoutTwins) {
  const auto rows = test::complete_two_mode(20, 30);

  EXPECT_EQ(distance_sums(rows.unweighted(), {.most_steps = 4}).sum.size(), 50U);
  EXPECT_THROW(distance_sums(rows.unweighted(), {.most_steps = 3}), LimitError);
}

TEST(Distances, AreTheSameForAnyNumberOfThreads) {
  RandomEngine engine(5);
  std::vector<test::WeightedEdge> two_mode;  // 2000 tasks, many of them twins, 40 units
  for (Vertex task = 0; task < 2000; ++task)
    for (std::uint64_t k = uniform_below(engine, 4); k > 0; --k)
      two_mode.push_back({task, static_cast<Vertex>(2000 + uniform_below(engine, 40))});
  for (const auto& rows :
       {test::random_graph(300, 0.01, engine), test::undirected(2040, two_mode),
        test::with_twins(400, test::random_arcs(400, 0.003, engine), 5, engine)}) {
    const DistanceSums one = distance_sums(rows.unweighted(), {.threads = 1});

    for (const unsigned threads : {2U, 16U}) {
      const DistanceSums many = distance_sums(rows.unweighted(), {.threads = threads});
      EXPECT_EQ(many.reached, one.reached);
      EXPECT_EQ(many.sum, one.sum);
      EXPECT_EQ(many.inverse_sum, one.inverse_sum);
    }
  }
}

TEST(Distances, AreRefusedWhereTheyWouldTakeTooLong) {
  constexpr std::size_t n = 700'000;  // a ring: n vertices, n arcs
  std::vector<std::uint64_t> offsets(n + 1);
  std::vector<Vertex> targets(n);
  for (std::size_t v = 0; v < n; ++v) {
    offsets[v + 1] = v + 1;
    targets[v] = static_cast<Vertex>((v + 1) % n);
  }

  EXPECT_THROW(distance_sums({offsets, targets, {}}), LimitError);
}

}  // namespace
}  // namespace respnet::graph
