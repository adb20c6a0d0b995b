#include "respnet/graph/birank.hpp"

#include <array>
#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/model/synthetic.hpp"
#include "support/davis.hpp"
#include "support/random_roles.hpp"

namespace respnet::graph {
namespace {

// NetworkX's birank with alpha = beta = 0.85 and uniform priors, which stops at an error of 1e-6:
// events, then women.
constexpr std::array kDavis{
    0.04776634741487899,  0.047642570850213124, 0.06354739484123725, 0.05376707287617639,
    0.07183654658121741,  0.07190511607088604,  0.07943462332180219, 0.09257941450045462,
    0.0882716286471103,   0.05995114955603202,  0.05729168006886695, 0.06460789961015212,
    0.048633982917133535, 0.048633982917133535, 0.07112889496754594, 0.06671131883744581,
    0.07039007160054153,  0.06651119516562577,  0.05225459276328759, 0.05147353497436907,
    0.051123470196651075, 0.04545693225311609,  0.05114876904106695, 0.05156442327151883,
    0.052283325931212,    0.06370568952082693,  0.06766828908458201, 0.07264893703318868,
    0.05839483332739738,  0.038520433552874184, 0.04086626604724121, 0.04086626604724121};

TEST(BiRank, OfDavisEqualsNetworkX) {
  const auto network = test::davis_network();
  const auto found = birank(BipartiteGraph(network));

  ASSERT_EQ(found.size(), kDavis.size());
  for (std::size_t v = 0; v < found.size(); ++v) EXPECT_NEAR(found[v], kDavis[v], 1e-6) << v;
}

TEST(BiRank, ByCoHitsOfDavisEqualsTheReference) {
  const auto network = test::davis_network();
  const auto found = birank(BipartiteGraph(network), {.step = BiRankStep::CoHits});

  EXPECT_NEAR(found[14], 0.085291, 5e-7);  // Evelyn
  EXPECT_NEAR(found[7], 0.144433, 5e-7);   // E8
  double tasks = 0;
  for (std::size_t v = 0; v < 14; ++v) tasks += found[v];
  EXPECT_NEAR(tasks, 1, 1e-11);
}

// With nearly no damping BiRank is √degree within a connected network.
TEST(BiRank, HardlyDampedIsTheSquareRootOfTheDegree) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto found =
      birank(graph, {.alpha = 0.99999, .beta = 0.99999, .max_iterations = 10'000'000});

  for (Vertex v = 15; v < found.size(); ++v)
    EXPECT_NEAR(found[v] / found[14], std::sqrt(static_cast<double>(graph.neighbors(v).size()) / 8),
                1e-3);
}

TEST(BiRank, SolvesItsEquationsOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto network = test::random_roles(seed);
    const BipartiteGraph graph(network);
    for (const BiRankStep step : {BiRankStep::BiRank, BiRankStep::CoHits}) {
      const auto rank = birank(graph, {.step = step, .alpha = 0.7, .beta = 0.9});
      for (Vertex v = 0; v < rank.size(); ++v) {
        const double damping = graph.is_task(v) ? 0.7 : 0.9;
        const auto mode =
            static_cast<double>(graph.is_task(v) ? graph.task_count() : graph.unit_count());
        double sum = 0;
        for (const Vertex w : graph.neighbors(v)) {
          const auto taker = static_cast<double>(graph.neighbors(v).size());
          const auto giver = static_cast<double>(graph.neighbors(w).size());
          sum += rank[w] / (step == BiRankStep::CoHits ? giver : std::sqrt(giver * taker));
        }
        EXPECT_NEAR(rank[v], damping * sum + (1 - damping) / mode, 1e-11) << seed;
      }
    }
  }
}

TEST(BiRank, RejectsOptionsAndSaysWhenItDidNotConverge) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  EXPECT_THROW(birank(graph, {.alpha = 1}), std::invalid_argument);
  EXPECT_THROW(birank(graph, {.beta = -0.1}), std::invalid_argument);
  EXPECT_THROW(birank(graph, {.tolerance = 0}), std::invalid_argument);
  EXPECT_THROW(birank(graph, {.max_iterations = 3}), LimitError);
}

// Large enough for several blocks. The definition, vertex by vertex, holds at the end.
TEST(BiRank, IsTheSameForAnyNumberOfThreads) {
  const auto network = model::synthetic_network({.tasks = 22'222, .units = 2'000, .mixing = 0.65});
  const BipartiteGraph graph(network);
  const auto degree = [&](Vertex v) { return static_cast<double>(graph.neighbors(v).size()); };

  const auto one = birank(graph, {.threads = 1});

  EXPECT_EQ(birank(graph, {.threads = 2}), one);
  EXPECT_EQ(birank(graph, {.threads = 16}), one);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    double sum = 0;
    for (const Vertex w : graph.neighbors(v)) sum += one[w] / std::sqrt(degree(v) * degree(w));
    const auto side = graph.is_task(v) ? graph.task_count() : graph.unit_count();
    ASSERT_NEAR(one[v], 0.85 * sum + 0.15 / static_cast<double>(side), 1e-12) << v;
  }
}

}  // namespace
}  // namespace respnet::graph
