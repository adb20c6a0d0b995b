#include "respnet/graph/structural_holes.hpp"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"

namespace respnet::graph {
namespace {

// NetworkX 3: constraint (weighted by shared events) and effective_size of the women.
constexpr std::array kConstraint{0.2577885489845873,  0.27767741973833027, 0.2457215010064491,
                                 0.27603800473325746, 0.32146033769653176, 0.28859650864317765,
                                 0.26836946171077586, 0.2442032857446319,  0.24216766706573895,
                                 0.24363827234962676, 0.256298321310919,   0.2641867157948191,
                                 0.2477154347180458,  0.24490726665894938, 0.25220698819364257,
                                 0.24619417546428596, 0.264070166551127,   0.264070166551127};
constexpr std::array kEffectiveSize{2.6470588235294112,
                                    1.5333333333333332,
                                    2.6470588235294112,
                                    1.5333333333333332,
                                    1.0,
                                    1.5333333333333332,
                                    1.5333333333333332,
                                    2.0,
                                    2.6470588235294112,
                                    2.6470588235294112,
                                    2.0,
                                    2.0,
                                    2.6470588235294112,
                                    2.6470588235294112,
                                    2.6470588235294112,
                                    2.0,
                                    1.0,
                                    1.0};
// Of women, then events, in the two-mode graph.
constexpr std::array kDistinctiveness{
    1.8807990144823608, 1.8228070675046741, 4.247674126337311,  2.7121087700109845,
    6.026277531349932,  5.850186272294251,  7.464932874668202,  11.272017157910044,
    10.37742985894205,  3.6294391961175383, 3.761326792681166,  4.518740898623848,
    1.947745804112974,  1.947745804112974,  5.564950543813501,  4.754830087354816,
    5.042071798533164,  4.629891350746516,  2.682145546633541,  2.234987515291322,
    2.0131387656749657, 1.3456858127850118, 1.8370475066192844, 1.9619862432275843,
    2.2630162388915656, 4.2914971171207865, 4.782858810955059,  5.915198562147664,
    3.231499187445501,  0.7574141059426825, 1.301482150292958,  1.301482150292958};

void expect_near(const std::vector<double>& found, const auto& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-13) << i;
}

TEST(Constraint, OfTheDavisWomenEqualsNetworkX) {
  const auto network = test::davis_network();
  const CoResponsibilityGraph graph{BipartiteGraph(network)};

  expect_near(constraint(graph.adjacency()), kConstraint);
}

TEST(EffectiveSize, OfTheDavisWomenEqualsNetworkX) {
  const auto network = test::davis_network();
  const CoResponsibilityGraph graph{BipartiteGraph(network)};

  expect_near(effective_size(graph.adjacency()), kEffectiveSize);
}

TEST(Distinctiveness, OfDavisEqualsTheReference) {
  const auto network = test::davis_network();

  expect_near(distinctiveness(BipartiteGraph(network).adjacency()), kDistinctiveness);
}

TEST(StructuralHoles, AreUndefinedForAnIsolateAndByHandForAnEdge) {
  const auto rows = test::undirected(3, {{0, 1, 5}});
  const auto held = constraint(rows.weighted()), size = effective_size(rows.weighted());

  EXPECT_EQ(held[0], 1);
  EXPECT_EQ(size[0], 1);
  EXPECT_TRUE(std::isnan(held[2]));
  EXPECT_TRUE(std::isnan(size[2]));
  EXPECT_NEAR(distinctiveness(rows.weighted())[0], 5 * std::log10(2), 1e-15);
  EXPECT_EQ(distinctiveness(rows.weighted())[2], 0);
}

TEST(StructuralHoles, AgreeWithTheirDefinitionsOnRandomGraphs) {
  RandomEngine engine(23);
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 9);
    const auto rows = test::random_graph(n, 0.5, engine);
    const auto w = test::matrix(rows.weighted());
    std::vector<std::vector<double>> p = w;
    for (auto& row : p) {
      double sum = 0;
      for (const double x : row) sum += x;
      for (double& x : row) x = sum == 0 ? 0 : x / sum;
    }
    const auto held = constraint(rows.weighted()), size = effective_size(rows.weighted());
    for (std::size_t i = 0; i < n; ++i) {
      double expected = 0, neighbors = 0, ties = 0;
      for (std::size_t j = 0; j < n; ++j) {
        if (w[i][j] == 0) continue;
        double invested = p[i][j];
        for (std::size_t q = 0; q < n; ++q) {
          invested += p[i][q] * p[q][j];
          ties += w[i][q] != 0 && w[q][j] != 0 ? 0.5 : 0;
        }
        expected += invested * invested;
        ++neighbors;
      }
      if (neighbors == 0) continue;
      EXPECT_NEAR(held[i], expected, 1e-13) << round;
      EXPECT_NEAR(size[i], neighbors - 2 * ties / neighbors, 1e-13) << round;
      EXPECT_LT(held[i], 4) << round;
    }
  }
}

}  // namespace
}  // namespace respnet::graph
