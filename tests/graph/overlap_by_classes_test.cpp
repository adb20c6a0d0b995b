#include "graph/overlap_by_classes.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::graph {
namespace {

// Tasks of up to 16 of 24 units, some units in most of them, some sets of units again and again.
model::Network crowded(std::uint64_t seed) {
  RandomEngine engine(seed);
  model::NetworkBuilder builder("crowded");
  std::vector<std::vector<std::uint64_t>> sets;
  for (std::uint64_t t = 0; t < 60; ++t) {
    std::vector<std::uint64_t> units;
    if (t > 0 && uniform_below(engine, 4) == 0) {
      units = sets[uniform_below(engine, sets.size())];
    } else {
      const std::uint64_t count = uniform_below(engine, uniform_below(engine, 5) == 0 ? 17 : 5);
      while (units.size() < count) {
        const std::uint64_t below = 1 + uniform_below(engine, 24);
        const std::uint64_t unit = uniform_below(engine, below);  // small numbers are popular
        if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
      }
    }
    sets.push_back(units);
    const auto task = builder.task_of_id(std::to_string(t));
    for (const std::uint64_t unit : units)
      builder.add_assignment(task, builder.unit_of_name(std::to_string(unit)),
                             model::Role::Responsible);
  }
  return std::move(builder).build();
}

std::size_t shared(const BipartiteGraph& graph, Vertex a, Vertex b) {
  std::vector<Vertex> both;
  std::ranges::set_intersection(graph.neighbors(a), graph.neighbors(b), std::back_inserter(both));
  return both.size();
}

TEST(OverlapByClasses, AgreesWithItsDefinitionHoweverManyAreHeavy) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const auto network = crowded(seed);
    const BipartiteGraph graph(network);
    for (const std::size_t heavies : {0U, 1U, 3U, 8U, 14U, 24U}) {
      const TwoModeOverlap found = overlap_by_classes(graph, Side::Tasks, heavies, 2);
      std::vector<std::uint64_t> alone(graph.unit_count(), 0);
      for (Vertex v = 0; v < graph.task_count(); ++v) {
        const auto own = static_cast<double>(graph.neighbors(v).size());
        double dot = 0, min = 0, max = 0, partners = 0;
        std::uint64_t cycles = 0;
        for (Vertex w = 0; w < graph.task_count(); ++w) {
          const std::size_t common = shared(graph, v, w);
          if (w == v || common == 0) continue;
          const auto s = static_cast<double>(common);
          const auto theirs = static_cast<double>(graph.neighbors(w).size());
          ++partners;
          dot += s / (own + theirs - s);
          min += s / std::min(own, theirs);
          max += s / std::max(own, theirs);
          cycles += common * (common - 1) / 2;
          if (v < w && common == 1)
            for (const Vertex unit : graph.neighbors(v))
              alone[graph.unit_number(unit)] +=
                  std::ranges::binary_search(graph.neighbors(w), unit) ? 1U : 0U;
        }
        partners = std::max(partners, 1.0);
        ASSERT_NEAR(found.dot[v], dot / partners, 1e-14) << seed << " " << heavies << " " << v;
        ASSERT_NEAR(found.min[v], min / partners, 1e-14);
        ASSERT_NEAR(found.max[v], max / partners, 1e-14);
        ASSERT_EQ(found.butterflies[v], cycles);
      }
      ASSERT_EQ(found.alone, alone) << seed << " " << heavies;
    }
  }
}

TEST(OverlapByClasses, IsTheSameToTheLastBitHoweverManyAreHeavyAndThreads) {
  const auto network = crowded(99);
  const BipartiteGraph graph(network);
  for (const Side side : {Side::Tasks, Side::Units}) {
    const TwoModeOverlap plain = overlap_by_classes(graph, side, 0, 1);
    for (const std::size_t heavies : {2U, 9U, 24U})
      for (const unsigned threads : {1U, 2U, 16U}) {
        const TwoModeOverlap found = overlap_by_classes(graph, side, heavies, threads);
        EXPECT_EQ(found.dot, plain.dot);
        EXPECT_EQ(found.min, plain.min);
        EXPECT_EQ(found.max, plain.max);
        EXPECT_EQ(found.butterflies, plain.butterflies);
        EXPECT_EQ(found.alone, plain.alone);
      }
  }
}

// A side of more different degrees than that is listed, partner by partner.
TEST(OverlapByClasses, AgreesWithTheListOfPartners) {
  RandomEngine engine(5);
  model::NetworkBuilder builder("degrees");
  std::vector<model::TaskId> tasks;
  for (int t = 0; t < 120; ++t) tasks.push_back(builder.task_of_id(std::to_string(t)));
  for (std::size_t u = 0; u < 80; ++u) {
    shuffle(std::span(tasks), engine);
    for (std::size_t t = 0; t <= u; ++t)
      builder.add_assignment(tasks[t], builder.unit_of_name(std::to_string(u)),
                             model::Role::Responsible);
  }
  const auto network = std::move(builder).build();
  const BipartiteGraph graph(network);
  ASSERT_FALSE(overlap_plan(graph, Side::Units).by_classes);

  const TwoModeOverlap counted = overlap_by_classes(graph, Side::Units, 7, 2);
  for (const unsigned threads : {1U, 2U, 16U}) {
    const TwoModeOverlap listed = two_mode_overlap(graph, Side::Units, {.threads = threads});
    EXPECT_EQ(listed.butterflies, counted.butterflies);
    EXPECT_EQ(listed.alone, counted.alone);
    for (std::size_t u = 0; u < graph.unit_count(); ++u) {
      EXPECT_NEAR(listed.dot[u], counted.dot[u], 1e-13);
      EXPECT_NEAR(listed.min[u], counted.min[u], 1e-13);
      EXPECT_NEAR(listed.max[u], counted.max[u], 1e-13);
    }
  }
}

TEST(OverlapByClasses, TakesHeavyNeighboursWhereListingIsLong) {
  // Two units in each of 10,000 tasks, and one of its own in each.
  model::NetworkBuilder builder("heavy");
  for (std::size_t t = 0; t < 10'000; ++t) {
    const auto task = builder.task_of_id(std::to_string(t));
    for (const std::string& unit : {std::string("a"), std::string("b"), "u" + std::to_string(t)})
      builder.add_assignment(task, builder.unit_of_name(unit), model::Role::Responsible);
  }
  const auto network = std::move(builder).build();
  const BipartiteGraph graph(network);

  const OverlapPlan plan = overlap_plan(graph, Side::Tasks);
  EXPECT_TRUE(plan.by_classes);
  EXPECT_GE(plan.heavies, 2U);
  EXPECT_LT(plan.steps, 1e6);
  const TwoModeOverlap found = two_mode_overlap(graph, Side::Tasks);
  EXPECT_EQ(found.dot.front(), 0.5);  // two of four with everybody
  EXPECT_EQ(found.butterflies.front(), 9'999U);
}

}  // namespace
}  // namespace respnet::graph
