#include "respnet/graph/co_responsibility_graph.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/model/synthetic.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"
#include "support/random_network.hpp"

namespace respnet::graph {
namespace {

// Edges by the names of their ends, "AB" for A and B.
std::map<std::string, double> pairs(const model::Network& network, ProjectionWeight weight) {
  const BipartiteGraph two_mode(network);
  const CoResponsibilityGraph graph(two_mode, weight);
  std::map<std::string, double> result;
  const Adjacency rows = graph.adjacency();
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    for (std::size_t i = 0; i < rows.degree(v); ++i)
      result[std::string(network.unit_name(two_mode.unit(v))) +
             std::string(network.unit_name(two_mode.unit(rows.neighbors(v)[i])))] =
          rows.weights_of(v)[i];
  return result;
}

// "A12 B1" : unit A in tasks 1 and 2, unit B in task 1.
model::Network units_in_tasks(const std::vector<std::string>& units) {
  std::vector<test::Row> rows;
  for (const std::string& unit : units)
    for (std::size_t i = 1; i < unit.size(); ++i)
      rows.push_back({std::string(1, unit[i]), std::string(1, unit[0])});
  return test::network(rows);
}

// Both graphs: NetworkX, test_project.py, after Newman 2001 (fig. 6) and Opsahl.
const auto kNewman = units_in_tasks({"A123", "B123", "C1", "D1", "E3"});
const auto kOpsahl = units_in_tasks({"A12", "B12345", "C1", "D3", "E456", "F6"});

TEST(CoResponsibilityGraph, WeighsByNewman) {
  const auto newman = pairs(kNewman, ProjectionWeight::Newman);
  const auto opsahl = pairs(kOpsahl, ProjectionWeight::Newman);

  EXPECT_DOUBLE_EQ(newman.at("AB"), 11.0 / 6);
  EXPECT_DOUBLE_EQ(newman.at("AE"), 0.5);
  EXPECT_DOUBLE_EQ(newman.at("BE"), 0.5);
  for (const char* pair : {"AC", "AD", "BC", "BD", "CD"})
    EXPECT_DOUBLE_EQ(newman.at(pair), 1.0 / 3) << pair;
  EXPECT_EQ(newman.size(), 16U);  // eight pairs, from both ends
  EXPECT_DOUBLE_EQ(opsahl.at("AB"), 1.5);
  EXPECT_DOUBLE_EQ(opsahl.at("AC"), 0.5);
  EXPECT_DOUBLE_EQ(opsahl.at("BC"), 0.5);
  EXPECT_DOUBLE_EQ(opsahl.at("BD"), 1);
  EXPECT_DOUBLE_EQ(opsahl.at("BE"), 2);
  EXPECT_DOUBLE_EQ(opsahl.at("EF"), 1);
}

TEST(CoResponsibilityGraph, WeighsByJaccardOverlapAndCosine) {
  const auto jaccard = pairs(kOpsahl, ProjectionWeight::Jaccard);
  const auto overlap = pairs(kOpsahl, ProjectionWeight::Overlap);
  const auto cosine = pairs(kOpsahl, ProjectionWeight::Cosine);

  EXPECT_DOUBLE_EQ(jaccard.at("AB"), 2.0 / 5);
  EXPECT_DOUBLE_EQ(jaccard.at("EB"), 2.0 / 6);
  EXPECT_DOUBLE_EQ(overlap.at("BE"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(overlap.at("AB"), 1);
  EXPECT_DOUBLE_EQ(cosine.at("BE"), 2 / std::sqrt(5.0 * 3));
}

// 139 pairs, weights to 7, together 322: NetworkX, weighted_projected_graph.
TEST(CoResponsibilityGraph, CountsTheSharedEventsOfTheDavisWomen) {
  const auto network = test::davis_network();
  const BipartiteGraph two_mode(network);

  const CoResponsibilityGraph graph(two_mode);

  double sum = 0, most = 0;
  for (const double weight : graph.adjacency().weights) {
    sum += weight;
    most = std::max(most, weight);
  }
  EXPECT_EQ(graph.edge_count(), 139U);
  EXPECT_EQ(sum / 2, 322);
  EXPECT_EQ(most, 7);
}

// Newman's strength of a unit is the number of its tasks that it shares (measures: section 1.4).
TEST(CoResponsibilityGraph, GivesEachUnitItsSharedTasksAsNewmanStrength) {
  const auto network = test::davis_network();
  const BipartiteGraph two_mode(network);

  const CoResponsibilityGraph graph(two_mode, ProjectionWeight::Newman);

  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    double strength = 0;
    for (const double weight : graph.adjacency().weights_of(v)) strength += weight;
    EXPECT_NEAR(strength, static_cast<double>(two_mode.neighbors(two_mode.unit_vertex(v)).size()),
                1e-12);
  }
}

TEST(CoResponsibilityGraph, IsTheSameFromBothEnds) {
  const auto network = test::davis_network();
  const BipartiteGraph two_mode(network);
  for (const auto weight :
       {ProjectionWeight::Shared, ProjectionWeight::Newman, ProjectionWeight::Jaccard,
        ProjectionWeight::Cosine, ProjectionWeight::Overlap}) {
    const CoResponsibilityGraph graph(two_mode, weight);
    const auto weights = test::matrix(graph.adjacency());
    for (std::size_t i = 0; i < weights.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) EXPECT_EQ(weights[i][j], weights[j][i]) << name(weight);
    EXPECT_EQ(projection_weight_named(name(weight)), weight);
  }
  EXPECT_FALSE(projection_weight_named("dot"));
}

TEST(CoResponsibilityGraph, KeepsUnitsWithoutPartners) {
  const auto network = test::network({{"t1", "A"}, {"t2", "B"}});
  const BipartiteGraph two_mode(network);

  const CoResponsibilityGraph graph(two_mode, ProjectionWeight::Newman);

  EXPECT_EQ(graph.vertex_count(), 2U);
  EXPECT_EQ(graph.edge_count(), 0U);
}

// The twin adds up each pair of each task, in the order of tasks.
void expect_sums_of_pairs(const model::Network& network) {
  const BipartiteGraph two_mode(network);
  for (const auto weight : {ProjectionWeight::Shared, ProjectionWeight::Newman}) {
    std::map<std::pair<Vertex, Vertex>, double> expected;
    for (Vertex task = 0; task < two_mode.task_count(); ++task) {
      const auto units = two_mode.neighbors(task);
      const double step =
          weight == ProjectionWeight::Shared ? 1 : 1 / (static_cast<double>(units.size()) - 1);
      for (const Vertex a : units)
        for (const Vertex b : units)
          if (a != b) expected[{two_mode.unit_number(a), two_mode.unit_number(b)}] += step;
    }

    const CoResponsibilityGraph one(two_mode, weight, 1);
    const CoResponsibilityGraph three(two_mode, weight, 3);

    const Adjacency rows = one.adjacency();
    ASSERT_EQ(rows.arc_count(), expected.size());
    auto next = expected.begin();  // ascending, as rows must be
    for (Vertex v = 0; v < one.vertex_count(); ++v)
      for (std::size_t i = 0; i < rows.degree(v); ++i, ++next) {
        ASSERT_EQ(next->first, (std::pair{v, rows.neighbors(v)[i]}));
        ASSERT_EQ(next->second, rows.weight(v, i));
      }
    EXPECT_TRUE(std::ranges::equal(rows.weights, three.adjacency().weights));
    EXPECT_TRUE(std::ranges::equal(rows.targets, three.adjacency().targets));
  }
}

TEST(CoResponsibilityGraph, AddsUpTheTasksOfEachPair) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    expect_sums_of_pairs(test::random_network(seed));
    expect_sums_of_pairs(
        model::synthetic_network({.tasks = 300, .units = 100, .seed = seed}));  // dense rows
  }
  // Rows of few partners among many units, and several blocks.
  expect_sums_of_pairs(model::synthetic_network({.tasks = 30'000, .units = 20'000}));
}

TEST(CoResponsibilityGraph, RefusesTasksOfTooManyUnits) {
  model::NetworkBuilder builder("test");
  const auto task = builder.task_of_id("t");
  for (int i = 0; i < 63'300; ++i)  // 63300² > 4·10^9
    builder.add_assignment(task, builder.unit_of_name("u" + std::to_string(i)),
                           model::Role::Support);
  const auto network = std::move(builder).build();
  const BipartiteGraph two_mode(network);

  EXPECT_THROW(CoResponsibilityGraph{two_mode}, LimitError);
}

}  // namespace
}  // namespace respnet::graph
