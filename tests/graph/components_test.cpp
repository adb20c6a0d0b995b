#include "respnet/graph/components.hpp"

#include <gtest/gtest.h>

#include "support/graphs.hpp"
#include "support/random_network.hpp"

namespace respnet::graph {
namespace {

using Numbers = std::vector<std::uint32_t>;

TEST(Components, AreNumberedBySizeThenSmallestVertex) {
  const auto rows = test::undirected(7, {{1, 2}, {3, 5}, {5, 6}});  // 0 and 4 stand alone

  const Components found = connected_components(rows.unweighted());

  EXPECT_EQ(found.component, (Numbers{2, 1, 1, 0, 3, 0, 0}));
  EXPECT_EQ(found.sizes, (Numbers{3, 2, 1, 1}));
}

TEST(Components, OfTheEmptyGraphAreNone) {
  EXPECT_TRUE(connected_components({}).sizes.empty());
  EXPECT_TRUE(articulation_vertices({}).empty());
}

// The twin searches the joint graph.
TEST(Components, OfATwoModeGraphAreThoseOfItsJointGraph) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const model::Network network = test::random_network(seed);
    const BipartiteGraph graph(network);
    const Components searched = connected_components(graph.adjacency());
    const Components joined = connected_components(graph);
    ASSERT_EQ(joined.component, searched.component) << seed;
    ASSERT_EQ(joined.sizes, searched.sizes) << seed;
  }
}

TEST(Articulation, IsEveryInnerVertexOfAPath) {
  const auto rows = test::undirected(4, {{0, 1}, {1, 2}, {2, 3}});

  EXPECT_EQ(articulation_vertices(rows.unweighted()), (std::vector<Vertex>{1, 2}));
}

TEST(Articulation, IsNowhereOnACycle) {
  const auto rows = test::undirected(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}});

  EXPECT_TRUE(articulation_vertices(rows.unweighted()).empty());
}

TEST(Articulation, FollowsALongPathWithoutRecursion) {
  constexpr Vertex n = 300'000;
  std::vector<std::uint64_t> offsets{0};
  std::vector<Vertex> targets;
  for (Vertex v = 0; v < n; ++v) {
    if (v > 0) targets.push_back(v - 1);
    if (v + 1 < n) targets.push_back(v + 1);
    offsets.push_back(targets.size());
  }

  EXPECT_EQ(articulation_vertices({offsets, targets, {}}).size(), n - 2);
}

// The twin takes each vertex out and counts what is left.
TEST(Articulation, LeavesMoreComponentsWhenTakenOut) {
  RandomEngine engine(7);
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 9);
    const auto rows = test::random_graph(n, 0.3, engine);
    const auto weights = test::matrix(rows.unweighted());
    const std::size_t before = connected_components(rows.unweighted()).sizes.size();
    std::vector<Vertex> expected;
    for (Vertex out = 0; out < n; ++out) {
      std::vector<test::WeightedEdge> edges;
      for (Vertex i = 0; i < n; ++i)
        for (Vertex j = 0; j < i; ++j)
          if (i != out && j != out && weights[i][j] > 0) edges.push_back({i, j});
      const auto rest = test::undirected(n, edges);
      // `out` itself stays behind, alone.
      if (connected_components(rest.unweighted()).sizes.size() - 1 > before)
        expected.push_back(out);
    }
    EXPECT_EQ(articulation_vertices(rows.unweighted()), expected) << round;
  }
}

}  // namespace
}  // namespace respnet::graph
