#include "respnet/graph/approximate_distances.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/distances.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"
#include "support/two_mode.hpp"

namespace respnet::graph {
namespace {

// Wasserman and Faust's, which is also NetworkX's: r/Σ dist · r/(n - 1).
ClosenessOf closeness_in(const Adjacency& graph) {
  const double others = static_cast<double>(graph.vertex_count()) - 1;
  return [others](Vertex, std::uint32_t reached, double sum) {
    return sum == 0 ? 0 : reached / sum * reached / others;
  };
}

DistanceEstimates estimates(const Adjacency& graph, const SamplingOptions& options = {}) {
  return approximate_distances(graph, closeness_in(graph), options);
}

struct Truth {
  std::vector<double> harmonic, closeness;
};

Truth truth(const Adjacency& graph) {
  const DistanceSums exact = distance_sums(graph);
  Truth result{exact.inverse_sum, {}};
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    result.closeness.push_back(
        closeness_in(graph)(v, exact.reached[v], static_cast<double>(exact.sum[v])));
  return result;
}

double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double most = 0;
  for (std::size_t v = 0; v < a.size(); ++v) most = std::max(most, std::abs(a[v] - b[v]));
  return most;
}

// The greatest error of a harmonic score over n - 1.
double harmonic_error(const Adjacency& graph, const DistanceEstimates& found) {
  return largest_difference(found.harmonic.score, truth(graph).harmonic) /
         (static_cast<double>(graph.vertex_count()) - 1);
}

double closeness_error(const Adjacency& graph, const DistanceEstimates& found) {
  return largest_difference(found.closeness.score, truth(graph).closeness);
}

// NetworkX 3.6.1, harmonic_centrality and closeness_centrality. All of the few vertices are
// sources.
TEST(ApproximateDistances, AgreeWithNetworkXOnDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const auto found = estimates(graph.adjacency(), {.epsilon = 0.01});

  EXPECT_NEAR(found.harmonic.score[14], 18.5, 1e-12);
  EXPECT_NEAR(found.harmonic.score[31], 13.25, 1e-12);
  EXPECT_NEAR(found.harmonic.score[7], 21.833333333333332, 1e-12);
  EXPECT_EQ(found.closeness.score, truth(graph.adjacency()).closeness);
  for (const Guarantee& guarantee : {found.harmonic.guarantee, found.closeness.guarantee}) {
    EXPECT_EQ(guarantee.samples, 32U);
    EXPECT_EQ(guarantee.epsilon, 0);
    EXPECT_EQ(guarantee.delta, 0);
  }
}

// A wheel: from the hub all are one step away, so that no distance is greater than two, none is in
// doubt, and E is 1: l = ln(2 · 21 / 0.1) = 6.040, and l / 0.05 = 120.8 sources.
TEST(ApproximateDistances, TakeAsManySourcesAsTheBoundAsks) {
  constexpr Vertex n = 3000;
  std::vector<test::WeightedEdge> edges;
  for (Vertex v = 1; v < n; ++v) {
    edges.push_back({0, v});
    edges.push_back({v, v + 1 < n ? v + 1 : 1});
  }
  const auto rows = test::undirected(n, edges);
  const Adjacency graph = rows.unweighted();

  const auto found = estimates(graph, {.epsilon = 0.05});

  EXPECT_EQ(found.harmonic.guarantee.samples, 121U);
  EXPECT_LT(harmonic_error(graph, found), 1e-12);
  EXPECT_LT(closeness_error(graph, found), 1e-12);
}

TEST(ApproximateDistances, AreNoBetterThanNeedBe) {
  RandomEngine engine(1);
  const auto rows = test::random_graph(3000, 0.004, engine);
  const Adjacency graph = rows.unweighted();

  const auto found = estimates(graph, {.epsilon = 0.05});

  EXPECT_LT(found.harmonic.guarantee.samples, 1500U);
  EXPECT_EQ(found.harmonic.guarantee.epsilon, 0.05);
  EXPECT_EQ(found.harmonic.guarantee.delta, 0.1);
  EXPECT_EQ(found.harmonic.guarantee.share, ShareOf::Others);
  EXPECT_EQ(found.closeness.guarantee.epsilon, 0.05);
  EXPECT_EQ(found.closeness.guarantee.share, ShareOf::One);
  EXPECT_LE(harmonic_error(graph, found), 0.05);
  EXPECT_GT(harmonic_error(graph, found), 0);
  EXPECT_LE(closeness_error(graph, found), 0.05);
  EXPECT_GT(closeness_error(graph, found), 0);
}

// Sparse graphs have long distances and several parts: closeness takes more sources.
TEST(ApproximateDistances, KeepTheirWordOnRandomGraphs) {
  RandomEngine engine(23);
  int missed = 0, estimated = 0, went_on = 0;
  constexpr int kRuns = 60;
  for (std::uint64_t run = 0; run < kRuns; ++run) {
    const std::size_t n = 1000 + uniform_below(engine, 1000);
    const double chance = (1 + 4 * uniform(engine)) / static_cast<double>(n);
    const double epsilon = 0.09 + 0.1 * uniform(engine);
    const auto rows = test::random_graph(n, chance, engine);
    const Adjacency graph = rows.unweighted();
    const auto found = estimates(graph, {.epsilon = epsilon, .seed = run});
    EXPECT_LE(found.harmonic.guarantee.epsilon, epsilon);
    EXPECT_LE(found.closeness.guarantee.epsilon, epsilon);
    missed += harmonic_error(graph, found) > epsilon || closeness_error(graph, found) > epsilon;
    estimated += found.harmonic.guarantee.samples < n ? 1 : 0;
    // What a graph with 20 distances in doubt begins with.
    const double first = std::log(420.0 * 20 * static_cast<double>(n)) / epsilon;
    went_on += static_cast<double>(found.harmonic.guarantee.samples) > 1.2 * first ? 1 : 0;
  }
  EXPECT_LE(missed, kRuns / 10);
  EXPECT_GT(estimated, kRuns / 2);
  EXPECT_GT(went_on, 0);
}

// The mean of many estimates comes near to the exact value, by as much as chance allows: draws
// without replacement vary by no more than σ² / k, and 1/d lies between 0 and 1/2.
TEST(ApproximateDistances, AreNotOffToOneSide) {
  RandomEngine engine(4);
  const auto rows = test::random_graph(600, 0.02, engine);
  const Adjacency graph = rows.unweighted();
  const auto exact = truth(graph).harmonic;
  constexpr int kRuns = 200;
  std::vector<double> mean(600, 0);
  double samples = 0;
  for (std::uint64_t seed = 0; seed < kRuns; ++seed) {
    const auto found = estimates(graph, {.epsilon = 0.25, .seed = seed});
    samples = static_cast<double>(found.harmonic.guarantee.samples);
    for (std::size_t v = 0; v < mean.size(); ++v) mean[v] += found.harmonic.score[v] / kRuns;
  }
  ASSERT_LT(samples, 300);
  for (std::size_t v = 0; v < mean.size(); ++v)
    EXPECT_NEAR(mean[v], exact[v], 4.5 * 600 * 0.25 / std::sqrt(samples * kRuns)) << v;
  double off = 0;  // of all vertices together, errors would add up
  for (std::size_t v = 0; v < mean.size(); ++v) off += (mean[v] - exact[v]) / 600;
  EXPECT_LT(std::abs(off), 0.45);
}

TEST(ApproximateDistances, DoNotDependOnThreads) {
  RandomEngine engine(8);
  const auto network = test::random_two_mode(6000, 200, 0.01, engine);
  const BipartiteGraph graph(network);
  const CoResponsibilityGraph projection(graph);
  for (const Adjacency& rows : {graph.adjacency(), projection.unweighted()}) {
    const auto one = estimates(rows, {.epsilon = 0.03, .threads = 1});
    EXPECT_LE(harmonic_error(rows, one), 0.03);
    EXPECT_LE(closeness_error(rows, one), 0.03);
    for (const unsigned threads : {2U, 16U}) {
      const auto found = estimates(rows, {.epsilon = 0.03, .threads = threads});
      EXPECT_EQ(found.harmonic.score, one.harmonic.score);
      EXPECT_EQ(found.closeness.score, one.closeness.score);
    }
  }
}

TEST(ApproximateDistances, FollowTheSeed) {
  RandomEngine engine(9);
  const auto rows = test::random_graph(1000, 0.01, engine);
  const Adjacency graph = rows.unweighted();
  const SamplingOptions options{.epsilon = 0.1, .seed = 1}, other{.epsilon = 0.1, .seed = 2};

  const auto found = estimates(graph, options);

  EXPECT_EQ(estimates(graph, options).harmonic.score, found.harmonic.score);
  EXPECT_NE(estimates(graph, other).harmonic.score, found.harmonic.score);
  EXPECT_NE(estimates(graph, other).closeness.score, found.closeness.score);
}

TEST(ApproximateDistances, AreZeroOrNoneWithoutPaths) {
  const test::Rows one(1, {}), alone(2, {});

  EXPECT_TRUE(estimates({}).harmonic.score.empty());
  EXPECT_EQ(estimates(one.unweighted()).harmonic.score, std::vector<double>{0});
  EXPECT_EQ(estimates(alone.unweighted()).harmonic.score, (std::vector<double>{0, 0}));
  EXPECT_EQ(estimates(alone.unweighted()).closeness.score, (std::vector<double>{0, 0}));
}

// A star: every vertex but the center is one step from it and two from the others, and a search
// from the center shows that no distance is greater.
TEST(ApproximateDistances, KnowWhatASearchFromTheCenterTells) {
  constexpr Vertex n = 4000;
  std::vector<test::WeightedEdge> edges;
  for (Vertex v = 1; v < n; ++v) edges.push_back({0, v});
  const auto rows = test::undirected(n, edges);
  const Adjacency graph = rows.unweighted();

  const auto found = estimates(graph, {.epsilon = 0.05});

  ASSERT_LT(found.harmonic.guarantee.samples, n / 2);
  EXPECT_EQ(found.harmonic.score[0], n - 1);
  EXPECT_EQ(found.closeness.score[0], 1);
  EXPECT_LT(harmonic_error(graph, found), 0.05);
  EXPECT_LT(closeness_error(graph, found), 0.05);
}

// A small part beside a large one is searched from all of its vertices, and is exact.
TEST(ApproximateDistances, AreExactInSmallParts) {
  RandomEngine engine(5);
  const auto large = test::random_graph(2000, 0.006, engine);
  std::vector<test::WeightedEdge> edges;
  for (Vertex v = 0; v < 2000; ++v)
    for (const Vertex w : large.unweighted().neighbors(v))
      if (v < w) edges.push_back({v, w});
  for (Vertex v = 2000; v < 2009; ++v) edges.push_back({v, v + 1});  // a way of ten vertices
  const auto rows = test::undirected(2010, edges);
  const Adjacency graph = rows.unweighted();

  const auto found = estimates(graph, {.epsilon = 0.08});

  ASSERT_LT(found.harmonic.guarantee.samples, 1500U);
  const Truth exact = truth(graph);
  for (Vertex v = 2000; v < 2010; ++v) {
    EXPECT_NEAR(found.harmonic.score[v], exact.harmonic[v], 1e-12);
    EXPECT_EQ(found.closeness.score[v], exact.closeness[v]);
  }
}

// Searches on a ring are deep, one source at a time; half of its distances say little of the other.
TEST(ApproximateDistances, SayHowFarTheyCameWhereTheyMayNotGoOn) {
  constexpr Vertex n = 5000;
  std::vector<test::WeightedEdge> edges;
  for (Vertex v = 0; v < n; ++v) edges.push_back({v, (v + 1) % n});
  const auto rows = test::undirected(n, edges);
  const Adjacency graph = rows.unweighted();
  // Times a thousand, so that what is one in 1,250 of the scale would be seen.
  const ClosenessOf closeness = [](Vertex, std::uint32_t reached, double sum) {
    return 1000.0 * reached / sum;
  };

  const auto found = approximate_distances(graph, closeness, {.epsilon = 0.04}, 2e7);

  EXPECT_EQ(found.closeness.guarantee.samples, 2000U);  // of 10,000 arcs
  EXPECT_GT(found.closeness.guarantee.epsilon, 0.04);
  EXPECT_EQ(found.harmonic.guarantee.epsilon, 0.04);
  const DistanceSums exact = distance_sums(graph);
  for (Vertex v = 0; v < n; ++v)
    EXPECT_NEAR(found.closeness.score[v],
                closeness(v, exact.reached[v], static_cast<double>(exact.sum[v])),
                found.closeness.guarantee.epsilon);
}

TEST(ApproximateDistances, RefuseWhatTheyCannotKeep) {
  const auto rows = test::undirected(3, {{0, 1}, {1, 2}});
  const Adjacency graph = rows.unweighted();
  for (const double wrong : {0.0, 1.0, -0.1, std::nan("")}) {
    EXPECT_THROW(estimates(graph, {.epsilon = wrong}), std::invalid_argument);
    EXPECT_THROW(estimates(graph, {.delta = wrong}), std::invalid_argument);
  }
  EXPECT_THROW(approximate_distances(graph, closeness_in(graph), {}, 7), LimitError);
}

}  // namespace
}  // namespace respnet::graph
