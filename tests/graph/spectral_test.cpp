#include "respnet/graph/spectral.hpp"

#include <array>
#include <cmath>
#include <numeric>
#include <span>

#include <gtest/gtest.h>

#include "respnet/graph/co_responsibility_graph.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"

namespace respnet::graph {
namespace {

double norm(std::span<const double> x) {
  return std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
}

std::vector<double> times(const Adjacency& graph, const std::vector<double>& x) {
  std::vector<double> y(graph.vertex_count(), 0);
  for (Vertex v = 0; v < y.size(); ++v)
    for (std::size_t i = 0; i < graph.degree(v); ++i)
      y[v] += (graph.weights.empty() ? 1 : graph.weights_of(v)[i]) * x[graph.neighbors(v)[i]];
  return y;
}

// On a connected graph only the leading vector is positive (Perron-Frobenius), so that a positive
// vector with A x = λ x is the answer.
void expect_eigenvector(const Adjacency& graph, const Eigenvector& found) {
  ASSERT_TRUE(found.value);
  EXPECT_NEAR(norm(found.vector), 1, 1e-13);
  const auto image = times(graph, found.vector);
  for (std::size_t v = 0; v < image.size(); ++v) {
    EXPECT_GE(found.vector[v], 0);
    EXPECT_NEAR(image[v], *found.value * found.vector[v], 1e-12 * *found.value) << v;
  }
}

// Reference table of Davis (SciPy, svd): Evelyn, Laura, Theresa, Nora, Olivia, Flora; E8, E9.
TEST(SingularVectors, AgreeWithTheReferenceOnDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const auto found = leading_singular_vectors(graph);

  EXPECT_NEAR(found.value.value(), 6.741908124910313, 1e-12);
  EXPECT_NEAR(found.right[0], 0.334734, 1e-6);
  EXPECT_NEAR(found.right[1], 0.309225, 1e-6);
  EXPECT_NEAR(found.right[2], 0.370564, 1e-6);
  EXPECT_NEAR(found.right[13], 0.263904, 1e-6);
  EXPECT_NEAR(found.right[16], 0.069571, 1e-6);
  EXPECT_NEAR(found.right[17], 0.069571, 1e-6);
  EXPECT_NEAR(found.left[7], 0.506633, 1e-6);
  EXPECT_NEAR(found.left[8], 0.379492, 1e-6);
}

TEST(SingularVectors, AreTheJointEigenvectorScaledPerMode) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const auto modes = leading_singular_vectors(graph);
  const auto joint = leading_eigenvector(graph.adjacency());

  EXPECT_NEAR(*joint.value, *modes.value, 1e-12);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    const double mode = graph.is_task(v) ? modes.left[v] : modes.right[graph.unit_number(v)];
    EXPECT_NEAR(joint.vector[v] * std::sqrt(2), mode, 1e-12);
  }
}

// Of the role toy: numpy.linalg.svd. Hubs are those that support, authorities those supported.
TEST(SingularVectors, AreHubsAndAuthoritiesOfADirectedGraph) {
  const std::vector<test::WeightedEdge> arcs{{1, 0, 2}, {2, 0, 1}, {3, 0, 1},
                                             {0, 1, 1}, {2, 3, 1}, {4, 3, 1}};
  const test::Rows out(5, arcs), in(5, test::turned_round(arcs));

  const auto found = leading_singular_vectors(out.weighted(), in.weighted());

  EXPECT_NEAR(found.value.value(), 2.49721204, 1e-8);
  constexpr std::array left{0.0, 0.77946844, 0.48173799, 0.38973422, 0.09200377};
  constexpr std::array right{0.97324899, 0.0, 0.0, 0.22975292, 0.0};
  for (std::size_t v = 0; v < 5; ++v) {
    EXPECT_NEAR(found.left[v], left[v], 1e-8);
    EXPECT_NEAR(found.right[v], right[v], 1e-8);
  }
  EXPECT_EQ(found.left[0], 0);  // its only arc is in another component
}

// numpy.linalg.eigh of the women's shared events.
TEST(Eigenvector, AgreesWithNumpyOnTheDavisWomen) {
  constexpr std::array expected{0.318519586, 0.300407325, 0.353554469, 0.304244379, 0.174192911,
                                0.217956388, 0.239037396, 0.194010937, 0.248510470, 0.230700071,
                                0.197727147, 0.221975129, 0.272877891, 0.253273848, 0.206940814,
                                0.146013109, 0.077475017, 0.077475017};
  const auto network = test::davis_network();
  const BipartiteGraph two_mode(network);
  const CoResponsibilityGraph graph(two_mode);

  const auto found = leading_eigenvector(graph.adjacency());

  EXPECT_NEAR(found.value.value(), 39.3975692, 1e-7);
  for (std::size_t v = 0; v < expected.size(); ++v)
    EXPECT_NEAR(found.vector[v], expected[v], 1e-9) << v;
  expect_eigenvector(graph.adjacency(), found);
}

// A path of four: the golden ratio.
TEST(Eigenvector, OfAPathIsTheGoldenRatio) {
  const auto path = test::undirected(4, {{0, 1}, {1, 2}, {2, 3}});

  EXPECT_NEAR(leading_eigenvector(path.unweighted()).value.value(), (1 + std::sqrt(5)) / 2, 1e-14);
}

TEST(Eigenvector, LivesOnTheComponentOfTheLargestValue) {
  // A star of four (value √3) before a triangle (value 2).
  const auto rows =
      test::undirected(8, {{0, 1}, {0, 2}, {0, 3}, {4, 5}, {5, 6}, {6, 4}});  // 7 alone

  const auto found = leading_eigenvector(rows.unweighted());

  EXPECT_NEAR(found.value.value(), 2, 1e-14);
  for (Vertex v = 0; v < 8; ++v)
    EXPECT_NEAR(found.vector[v], v >= 4 && v < 7 ? 1 / std::sqrt(3) : 0, 1e-14);
}

TEST(Eigenvector, LivesOnTheSmallestVertexWhereValuesAreEqual) {
  // K4 with weights of 1/3 has the value 1, as each of the two pairs; the pair 1, 4 comes first.
  const double third = 1.0 / 3;
  const auto rows = test::undirected(9, {{1, 4},
                                         {2, 3, third},
                                         {2, 5, third},
                                         {2, 6, third},
                                         {3, 5, third},
                                         {3, 6, third},
                                         {5, 6, third},
                                         {7, 8}});

  const auto found = leading_eigenvector(rows.weighted());

  EXPECT_NEAR(found.value.value(), 1, 1e-14);
  EXPECT_NEAR(found.vector[1], std::sqrt(0.5), 1e-14);
  EXPECT_NEAR(found.vector[4], std::sqrt(0.5), 1e-14);
  EXPECT_EQ(found.vector[2], 0);
  EXPECT_EQ(found.vector[7], 0);
}

TEST(SingularVectors, LiveOnTheSmallestSourceWhereValuesAreEqual) {
  const std::vector<test::WeightedEdge> arcs{{0, 1}, {1, 2}};  // two components: 0 → 1, 1 → 2
  const test::Rows out(3, arcs), in(3, test::turned_round(arcs));

  const auto found = leading_singular_vectors(out.unweighted(), in.unweighted());

  EXPECT_EQ(found.left, (std::vector<double>{1, 0, 0}));
  EXPECT_EQ(found.right, (std::vector<double>{0, 1, 0}));
  EXPECT_NEAR(*found.value, 1, 1e-14);
}

TEST(Eigenvector, IsUndefinedWithoutEdges) {
  const test::Rows alone(2, {});
  const auto network = test::network({});

  EXPECT_FALSE(leading_eigenvector({}).value);
  EXPECT_FALSE(leading_eigenvector(alone.unweighted()).value);
  EXPECT_EQ(leading_eigenvector(alone.unweighted()).vector, (std::vector<double>{0, 0}));
  EXPECT_FALSE(leading_singular_vectors(BipartiteGraph(network)).value);
  EXPECT_FALSE(leading_singular_vectors(alone.unweighted(), alone.unweighted()).value);
}

TEST(Eigenvector, IsRightOnBothSidesOfTheDenseLimit) {
  RandomEngine engine(23);
  for (const std::size_t n : {2U, 3U, 40U, 64U, 65U, 66U, 150U, 400U}) {
    auto edges = test::random_arcs(n, 3.0 / static_cast<double>(n), engine);
    for (Vertex v = 1; v < n; ++v) edges.push_back({v - 1, v, 1});  // connected
    for (auto& edge : edges)
      if (edge.from > edge.to) std::swap(edge.from, edge.to);
    const auto rows = test::undirected(n, edges);

    expect_eigenvector(rows.weighted(), leading_eigenvector(rows.weighted()));
    expect_eigenvector(rows.unweighted(), leading_eigenvector(rows.unweighted()));
  }
}

// Two cliques of 50 far apart on a path, one a little heavier: the two largest values agree to
// seven digits, and power iteration would need some 10^8 steps.
TEST(Eigenvector, TellsNearlyEqualValuesApart) {
  std::vector<test::WeightedEdge> edges;
  for (Vertex i = 0; i < 50; ++i)
    for (Vertex j = 0; j < i; ++j) {
      edges.push_back({i, j, 1});
      edges.push_back({50 + i, 50 + j, i == 1 && j == 0 ? 1 + 2e-4 : 1});
    }
  for (Vertex v = 100; v < 119; ++v) edges.push_back({v, v + 1});
  edges.push_back({0, 100});
  edges.push_back({99, 119});
  const auto rows = test::undirected(120, edges);

  const auto found = leading_eigenvector(rows.weighted());

  expect_eigenvector(rows.weighted(), found);
  EXPECT_NEAR(found.vector[60], 1 / std::sqrt(50), 1e-3);
  EXPECT_LT(found.vector[10], 1e-3);
}

// Rows and columns change places with the modes: the smaller side is where the work is done.
TEST(SingularVectors, DoNotDependOnWhichSideIsSmaller) {
  const auto network = test::davis_network();
  std::vector<test::Row> turned;
  for (const auto task : network.task_ids())
    for (const auto a : network.assignments(task))
      turned.push_back(
          {std::string(network.unit_name(network.unit_of(a))), std::string(network.task_id(task))});
  const auto transposed = test::network(turned);  // events come as E1, E2, E3, E4, E5, E6, E8, …

  const auto found = leading_singular_vectors(BipartiteGraph(network));
  const auto other = leading_singular_vectors(BipartiteGraph(transposed));

  for (std::size_t i = 0; i < 18; ++i) {
    const auto woman = transposed.task_id(static_cast<model::TaskId>(i));
    for (const auto unit : network.unit_ids()) {
      if (network.unit_name(unit) != woman) continue;
      EXPECT_NEAR(other.left[i], found.right[model::index(unit)], 1e-13);
    }
  }
}

}  // namespace
}  // namespace respnet::graph
