#include "respnet/graph/clustering.hpp"

#include <array>

#include <algorithm>

#include <gtest/gtest.h>

#include "respnet/graph/co_responsibility_graph.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"

namespace respnet::graph {
namespace {

// NetworkX 3.6.1, clustering() of the women.
constexpr std::array kDavis{0.897058824, 0.961904762, 0.897058824, 0.961904762, 1.0,
                            0.961904762, 0.961904762, 0.933333333, 0.897058824, 0.897058824,
                            0.933333333, 0.933333333, 0.897058824, 0.897058824, 0.897058824,
                            0.933333333, 1.0,         1.0};

TEST(Clustering, AgreesWithNetworkXOnTheDavisWomen) {
  const auto network = test::davis_network();
  const BipartiteGraph two_mode(network);
  const CoResponsibilityGraph graph(two_mode);

  const auto found = clustering_coefficients(graph.adjacency());

  for (std::size_t v = 0; v < kDavis.size(); ++v) EXPECT_NEAR(found[v], kDavis[v], 1e-9) << v;
}

TEST(Clustering, IsZeroForFewerThanTwoNeighbours) {
  const auto rows = test::undirected(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}});

  EXPECT_EQ(clustering_coefficients(rows.unweighted()), (std::vector<double>{1, 1, 1.0 / 3, 0, 0}));
  EXPECT_TRUE(clustering_coefficients({}).empty());
}

TEST(Clustering, AgreesWithItsDefinitionOnRandomGraphs) {
  RandomEngine engine(19);
  for (int round = 0; round < 100; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 12);
    const auto rows = test::random_graph(n, 0.5, engine);
    const Adjacency graph = rows.unweighted();
    const auto joined = test::matrix(graph);

    const auto found = clustering_coefficients(graph);

    for (Vertex v = 0; v < n; ++v) {
      double pairs = 0, closed = 0;
      for (const Vertex a : graph.neighbors(v))
        for (const Vertex b : graph.neighbors(v)) {
          if (a >= b) continue;
          ++pairs;
          closed += joined[a][b];
        }
      EXPECT_DOUBLE_EQ(found[v], pairs == 0 ? 0 : closed / pairs) << round;
    }
  }
}

// Large enough for several blocks.
TEST(Clustering, OfManyVerticesIsTheSameForAnyNumberOfThreads) {
  RandomEngine engine(29);
  const auto rows = test::random_graph(2500, 0.01, engine);
  const Adjacency graph = rows.unweighted();

  const auto one = clustering_coefficients(graph, 1);

  EXPECT_EQ(clustering_coefficients(graph, 2), one);
  EXPECT_EQ(clustering_coefficients(graph, 16), one);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    double twice = 0;
    for (const Vertex a : graph.neighbors(v))
      for (const Vertex b : graph.neighbors(v))
        twice += std::ranges::binary_search(graph.neighbors(a), b) ? 1 : 0;
    const auto degree = static_cast<double>(graph.degree(v));
    ASSERT_DOUBLE_EQ(one[v], degree < 2 ? 0 : twice / (degree * (degree - 1))) << v;
  }
}

}  // namespace
}  // namespace respnet::graph
