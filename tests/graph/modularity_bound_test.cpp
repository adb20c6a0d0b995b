#include "respnet/graph/modularity_bound.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"
#include "respnet/graph/leiden.hpp"
#include "support/davis.hpp"

namespace respnet::graph {
namespace {

// Four tasks and three units, each pair joined with a chance.
model::Network random_plan(RandomEngine& engine) {
  model::NetworkBuilder builder("test");
  for (const char* unit : {"a", "b", "c"}) builder.unit_of_name(unit);
  for (int task = 0; task < 4; ++task) {
    const auto id = builder.task_of_id(std::to_string(task));
    for (std::uint32_t unit = 0; unit < 3; ++unit)
      if (uniform_below(engine, 2) == 0)
        builder.add_assignment(id, model::UnitId{unit}, model::Role::Responsible);
  }
  return std::move(builder).build();
}

// The twin: every way to number seven vertices.
double best_of_all(const BipartiteGraph& graph, double resolution) {
  std::vector<std::uint32_t> labels(7, 0);
  double best = -1;
  const auto visit = [&](auto&& self, std::size_t place, std::uint32_t used) -> void {
    if (place == labels.size()) {
      best = std::max(best, barber_modularity(graph, labels, resolution));
      return;
    }
    for (std::uint32_t label = 0; label <= used && label < 7; ++label) {
      labels[place] = label;
      self(self, place + 1, std::max(used, label + 1));
    }
  };
  visit(visit, 0, 0);
  return best;
}

}  // namespace

// Proven by integer programming elsewhere (HiGHS): 0.34553717964903424.
TEST(ModularityBound, ProvesTheOptimumOfDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto found = barber_bound(graph, 0.34553717964903424);
  EXPECT_TRUE(found.proven);
  EXPECT_TRUE(found.relaxed);
  EXPECT_EQ(found.upper, 0.34553717964903424);
}

// BRIM's fixed point and the best of two modules are no optima.
TEST(ModularityBound, ProvesNothingOfLessThanTheOptimum) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  for (const double less : {0.318394142154, 0.321171569246}) {
    const auto found = barber_bound(graph, less, {.most_nodes = 20});
    EXPECT_FALSE(found.proven);
    EXPECT_GE(found.upper, 0.34553717964903424 - 1e-9);
  }
}

TEST(ModularityBound, WithoutASearchIsStillABound) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto relaxed = barber_bound(graph, 0.34553717964903424, {.most_nodes = 0});
  EXPECT_FALSE(relaxed.proven);
  EXPECT_GT(relaxed.upper, 0.34553717964903424);
  EXPECT_LT(relaxed.upper, 0.36);
  const auto plain = barber_bound(graph, 0.34553717964903424, {.most_vertices = 10});
  EXPECT_FALSE(plain.relaxed);
  EXPECT_GE(plain.upper, relaxed.upper);
}

TEST(ModularityBound, IsTheOptimumOfAllSmallPlans) {
  RandomEngine engine(11);
  for (int round = 0; round < 60; ++round) {
    const auto network = random_plan(engine);
    const BipartiteGraph graph(network);
    if (graph.edge_count() == 0) continue;
    for (const double resolution : {1.0, 0.6, 1.7}) {
      const double best = best_of_all(graph, resolution);
      const auto proof = barber_bound(graph, best, {.resolution = resolution});
      EXPECT_TRUE(proof.proven) << round;
      // Modularities at resolution 1 are multiples of 1/E²: nothing lies between two of them.
      const auto edges = static_cast<double>(graph.edge_count());
      if (resolution == 1 && 0.01 < 1 / (edges * edges)) continue;
      const auto open = barber_bound(graph, best - 0.01, {.resolution = resolution});
      EXPECT_GE(open.upper, best - 1e-9) << round;
      EXPECT_FALSE(open.proven) << round;
    }
  }
}

TEST(ModularityBound, RefusesWhatIsNoModularity) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  EXPECT_THROW(barber_bound(graph, 1.5), std::invalid_argument);
  EXPECT_THROW(barber_bound(graph, 0.3, {.resolution = 0}), std::invalid_argument);
}

}  // namespace respnet::graph
