// What measures must keep when a network is turned over, repeated or renamed.

#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "respnet/analysis/catalog.hpp"
#include "support/davis.hpp"
#include "support/random_roles.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using test::numbers;

/// The tasks of a network as units and its units as tasks.
model::Network transposed(const model::Network& network) {
  model::NetworkBuilder builder("transposed");
  for (const model::TaskId task : network.task_ids()) builder.unit_of_name(network.task_id(task));
  for (const model::UnitId unit : network.unit_ids()) builder.task_of_id(network.unit_name(unit));
  for (const model::TaskId task : network.task_ids())
    for (const model::AssignmentId at : network.assignments(task))
      builder.add_assignment(builder.task_of_id(network.unit_name(network.unit_of(at))),
                             builder.unit_of_name(network.task_id(task)), model::Role::Responsible);
  return std::move(builder).build();
}

/// Each task `times` times over, with its units and roles.
model::Network repeated(const model::Network& network, int times) {
  model::NetworkBuilder builder("repeated");
  for (const model::UnitId unit : network.unit_ids()) builder.unit_of_name(network.unit_name(unit));
  for (int copy = 0; copy < times; ++copy)
    for (const model::TaskId task : network.task_ids()) {
      const auto added =
          builder.task_of_id(std::string(network.task_id(task)) + "/" + std::to_string(copy));
      for (const model::AssignmentId at : network.assignments(task))
        builder.add_assignment(added, builder.unit_of_name(network.unit_name(network.unit_of(at))),
                               network.role_of(at));
    }
  return std::move(builder).build();
}

void expect_same(const std::vector<double>& found, const std::vector<double>& expected,
                 const std::string& what, double factor = 1) {
  ASSERT_EQ(found.size(), expected.size()) << what;
  for (std::size_t i = 0; i < found.size(); ++i) {
    ASSERT_EQ(std::isnan(found[i]), std::isnan(expected[i])) << what << ", row " << i;
    if (std::isnan(found[i])) continue;
    ASSERT_NEAR(found[i], factor * expected[i], 1e-9 * std::max(1.0, std::abs(expected[i])))
        << what << ", row " << i;
  }
}

const std::set<std::string> kTwoModeOfTies{
    "bipartite.degree",      "bipartite.closeness",      "bipartite.harmonic",
    "bipartite.betweenness", "bipartite.pagerank",       "bipartite.core",
    "bipartite.clustering",  "bipartite.clustering_min", "bipartite.clustering_max",
    "bipartite.redundancy",  "bipartite.butterflies"};

// Tasks of the one are units of the other, and nothing else may tell them apart.
TEST(Invariants, TwoModeMeasuresOfUnitsAreThoseOfTasksOfTheTransposedNetwork) {
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const auto network = test::random_roles(seed), turned = transposed(network);
    const Study study(network), other(turned);
    for (const std::string& id : kTwoModeOfTies) {
      const std::string what = id + ", seed " + std::to_string(seed);
      expect_same(numbers(other, Level::Task, id), numbers(study, Level::Unit, id), what);
      expect_same(numbers(other, Level::Unit, id), numbers(study, Level::Task, id), what);
    }
    for (const char* id : {"density", "components", "assignments", "concepts"})
      expect_same(numbers(other, Level::Network, id), numbers(study, Level::Network, id), id);
  }
}

// Loads grow with the repetitions; what compares units, or a unit with itself, stays.
TEST(Invariants, RepeatingEveryTaskScalesLoadsAndKeepsShares) {
  constexpr int kTimes = 3;
  const std::set<std::string> scaled{"load.tasks",    "load.lead",  "load.responsible",
                                     "load.support",  "load.share", "load.weighted",
                                     "lead.strength", "co.strength"};
  const std::set<std::string> kept{"load.lead_ratio", "load.balance", "lead.reach",    "co.degree",
                                   "co.constraint",   "co.closeness", "co.betweenness"};
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const auto network = test::random_roles(seed), more = repeated(network, kTimes);
    const Study study(network), other(more);
    for (const Measure& measure : catalog()) {
      const std::string what = measure.id + ", seed " + std::to_string(seed);
      const auto compare = [&](double factor) {
        expect_same(numbers(measure.column(other)), numbers(measure.column(study)), what, factor);
      };
      if (measure.level == Level::Unit && scaled.contains(measure.id)) compare(kTimes);
      if (measure.level == Level::Unit && kept.contains(measure.id)) compare(1);
      // Replication invariance of inequality (Cowell 2011): all indices, all loads. How they split
      // over clusters depends on which of several best groupings was found.
      if (measure.level == Level::Network && measure.id.starts_with("concentration.") &&
          !measure.id.ends_with("_clusters"))
        compare(1);
      if (measure.level == Level::Network && (measure.id == "density" || measure.id == "units"))
        compare(1);
      if (measure.level == Level::Pair &&
          (measure.id == "co.jaccard" || measure.id == "co.cosine" || measure.id == "co.overlap" ||
           measure.id == "co.ratio"))
        compare(1);
      if (measure.level == Level::Pair &&
          (measure.id == "co.shared" || measure.id == "co.newman" || measure.id == "co.fractional"))
        compare(kTimes);
    }
  }
}

// Roles that weigh the same make no difference.
TEST(Invariants, WeightedMeasuresAreThePlainOnesWhereRolesWeighTheSame) {
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const auto network = test::random_roles(seed);
    const Study study(network, {.counting = {.weights = {.lead = 1, .support = 1}}});
    for (const Level level : {Level::Unit, Level::Task})
      for (const std::string id : {"degree", "eigenvector", "pagerank"})
        expect_same(numbers(study, level, "bipartite.weighted." + id),
                    numbers(study, level, "bipartite." + id),
                    id + ", seed " + std::to_string(seed));
    expect_same(numbers(study, Level::Unit, "co.weighted.strength"),
                numbers(study, Level::Unit, "co.strength"), "strength");
  }
}

// By definition, from the matrix W; the eigenvector by the power method on WᵀW.
TEST(Invariants, WeightedMeasuresAreThoseOfTheMatrix) {
  const auto network = test::role_toy_network();
  const Study study(network, {.counting = {.weights = {.lead = 2, .support = 1}}});
  // The role toy, leads 2, supports 1: T1 A B C · T2 A B · T3 A D · T4 B A · T5 C · T6 D E C.
  const std::vector<std::vector<double>> w{{2, 1, 1, 0, 0}, {2, 1, 0, 0, 0}, {2, 0, 0, 1, 0},
                                           {1, 2, 0, 0, 0}, {0, 0, 2, 0, 0}, {0, 0, 1, 2, 1}};
  // By hand: loads 7 4 4 3 1 over six tasks.
  expect_same(numbers(study, Level::Unit, "bipartite.weighted.degree"),
              {7 / 6.0, 4 / 6.0, 4 / 6.0, 3 / 6.0, 1 / 6.0}, "degree");
  std::vector<double> vector(5, 1), meetings(5, 0);
  for (int step = 0; step < 10'000; ++step) {
    std::vector<double> next(5, 0);
    for (const auto& row : w) {
      double sum = 0;
      for (std::size_t u = 0; u < 5; ++u) sum += row[u] * vector[u];
      for (std::size_t u = 0; u < 5; ++u) next[u] += row[u] * sum;
    }
    double norm = 0;
    for (const double value : next) norm += value * value;
    for (std::size_t u = 0; u < 5; ++u) vector[u] = next[u] / std::sqrt(norm);
  }
  expect_same(numbers(study, Level::Unit, "bipartite.weighted.eigenvector"), vector, "eigenvector");
  for (const auto& row : w)
    for (std::size_t u = 0; u < 5; ++u)
      for (std::size_t v = 0; v < 5; ++v)
        if (u != v) meetings[u] += row[u] * row[v];
  expect_same(numbers(study, Level::Unit, "co.weighted.strength"), meetings, "strength");
}

// Gini and the like of loads in another unit of measurement.
TEST(Invariants, ConcentrationDoesNotDependOnTheUnitOfTheWeights) {
  const auto network = test::davis_network();
  const Study study(network);
  const Study scaled(network, {.counting = {.weights = {.lead = 7, .support = 3.5}}});
  for (const Measure& measure : catalog())
    if (measure.level == Level::Network && measure.id.starts_with("concentration.weighted."))
      expect_same(numbers(measure.column(scaled)), numbers(measure.column(study)), measure.id);
}

}  // namespace
}  // namespace respnet::analysis
