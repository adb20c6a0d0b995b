// How far load and position pile up: exclusivity, redundancy, centralization, Theil's parts.

#include <array>
#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "respnet/analysis/centralization.hpp"
#include "respnet/analysis/exclusivity.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/analysis/theil_parts.hpp"
#include "support/davis.hpp"
#include "support/random_roles.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using test::numbers;
using Values = std::vector<double>;

double network_value(const Study& study, std::string_view id) {
  return numbers(study, Level::Network, id).front();
}

void expect_near(const Values& found, const Values& expected, double tolerance) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], tolerance) << i;
}

// The network whose cells are the bits of a number.
model::Network network_of_bits(unsigned bits, unsigned tasks, unsigned units) {
  model::NetworkBuilder builder("test");
  for (unsigned t = 0; t < tasks; ++t) builder.task_of_id(std::to_string(t));
  for (unsigned u = 0; u < units; ++u) builder.unit_of_name(std::to_string(u));
  for (unsigned t = 0; t < tasks; ++t)
    for (unsigned u = 0; u < units; ++u)
      if ((bits >> (t * units + u) & 1U) != 0)
        builder.add_assignment(builder.task_of_id(std::to_string(t)),
                               builder.unit_of_name(std::to_string(u)), model::Role::Support);
  return std::move(builder).build();
}

}  // namespace

TEST(TaskExclusivity, OfTheRoleToyAndDavisEqualsTheReference) {
  const auto toy = test::role_toy_network(), davis = test::davis_network();
  const auto women = task_exclusivity(graph::BipartiteGraph(davis));

  expect_near(task_exclusivity(graph::BipartiteGraph(toy)),
              {1.238974, 0.871094, 1.270671, 0.503215, 0.135335}, 5e-7);
  EXPECT_NEAR(women[0], 0.3290383078014811, 1e-14);
  EXPECT_NEAR(women[13], 0.34656321419934033, 1e-14);
  EXPECT_NEAR(women[15], 1.8962030197226714e-05, 1e-18);
}

TEST(AssignmentRedundancy, OfTheRoleToyAndDavisEqualsTheReference) {
  const auto toy = test::role_toy_network(), davis = test::davis_network();

  EXPECT_NEAR(assignment_redundancy(graph::BipartiteGraph(toy)).value(), 7.0 / 24, 1e-15);
  EXPECT_NEAR(assignment_redundancy(graph::BipartiteGraph(davis)).value(), 0.31512605042016806,
              1e-15);
  EXPECT_FALSE(assignment_redundancy(graph::BipartiteGraph(test::network({{"1", "a"}}))));
}

TEST(Balance, OfTheRoleToyIsByHand) {
  const auto network = test::role_toy_network();
  const Study study(network);

  expect_near(numbers(study, Level::Unit, "load.lead_ratio"), {0.75, 1.0 / 3, 1.0 / 3, 0.5, 0},
              1e-15);
  expect_near(numbers(study, Level::Unit, "load.balance"), {0.5, -1.0 / 3, -1.0 / 3, 0, -1}, 1e-15);
  EXPECT_EQ(numbers(study, Level::Unit, "lead.sole"), (Values{3, 1, 1, 1, 0}));
}

// Degree by formula; closeness as the tests of the R package netrics (0.293, 0.452), betweenness
// within modes too (0.082, 0.202), which divides that of women by a little less.
TEST(Centralization, OfDavisEqualsTheReference) {
  const auto network = test::davis_network();
  const Study study(network);

  EXPECT_NEAR(network_value(study, "centralization.degree.units"), 0.248868778280543, 1e-14);
  EXPECT_NEAR(network_value(study, "centralization.degree.tasks"), 0.4841628959276018, 1e-14);
  EXPECT_NEAR(network_value(study, "centralization.closeness.units"), 0.293, 5e-4);
  EXPECT_NEAR(network_value(study, "centralization.closeness.tasks"), 0.452, 5e-4);
  EXPECT_NEAR(network_value(study, "centralization.betweenness.units"), 0.082, 1e-3);
  EXPECT_NEAR(network_value(study, "centralization.betweenness.tasks"), 0.202, 5e-4);
}

// Of all networks of a size the most centralized has betweenness 1; both ways round.
TEST(Centralization, OfBetweennessReachesOneAndNeverPassesIt) {
  for (const auto& [tasks, units] :
       {std::pair{2U, 2U}, std::pair{2U, 4U}, std::pair{4U, 2U}, std::pair{3U, 3U}}) {
    double units_most = 0, tasks_most = 0;
    for (unsigned bits = 0; bits < 1U << (tasks * units); ++bits) {
      const auto network = network_of_bits(bits, tasks, units);
      const Study study(network, {.threads = 1});
      units_most = std::max(units_most, network_value(study, "centralization.betweenness.units"));
      tasks_most = std::max(tasks_most, network_value(study, "centralization.betweenness.tasks"));
    }
    EXPECT_NEAR(units_most, 1, 1e-14) << tasks << " " << units;
    EXPECT_NEAR(tasks_most, 1, 1e-14) << tasks << " " << units;
  }
}

TEST(Centralization, IsZeroWhereAllAreAlikeAndUndefinedForOne) {
  const Values even(4, 0.5), one{1};

  EXPECT_EQ(centralization(Centrality::Degree, even, even).value(), 0);
  EXPECT_EQ(centralization(Centrality::Closeness, even, even).value(), 0);
  EXPECT_EQ(centralization(Centrality::Betweenness, even, even).value(), 0);
  EXPECT_FALSE(centralization(Centrality::Degree, one, even));
  EXPECT_FALSE(centralization(Centrality::Degree, even, one));
}

// T of {1, 1 | 2, 4}: within 3/4 T{2, 4}; between ¼ ln ½ + ¾ ln 3/2.
TEST(TheilParts, OfTwoGroupsAreByHand) {
  const auto parts =
      theil_parts(std::array{1.0, 2.0, 1.0, 4.0}, std::array<std::uint32_t, 4>{7, 3, 7, 3});

  EXPECT_NEAR(parts.value().within, 0.75 * (std::log(2.0 / 3) / 3 + 2 * std::log(4.0 / 3) / 3),
              1e-15);
  EXPECT_NEAR(parts.value().between, 0.25 * std::log(0.5) + 0.75 * std::log(1.5), 1e-15);
}

TEST(TheilParts, SumToTheIndexOnRandomGroups) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    RandomEngine engine(seed);
    Values load;
    std::vector<std::uint32_t> group;
    for (std::uint64_t n = 1 + uniform_below(engine, 12); n > 0; --n) {
      load.push_back(static_cast<double>(uniform_below(engine, 6)));
      group.push_back(static_cast<std::uint32_t>(uniform_below(engine, 4)));
    }
    load.front() = 3;
    const auto parts = theil_parts(load, group).value();

    EXPECT_NEAR(parts.within + parts.between, concentration(load).theil.value(), 1e-12);
    EXPECT_GE(parts.within, 0);
    EXPECT_GE(parts.between, 0);
  }
}

TEST(TheilParts, OfOneGroupAreAllWithinAndOfOneUnitEachAllBetween) {
  const std::array load{1.0, 2.0, 5.0};
  const double theil = concentration(load).theil.value();

  EXPECT_NEAR(theil_parts(load, std::array<std::uint32_t, 3>{1, 1, 1})->within, theil, 1e-15);
  EXPECT_NEAR(theil_parts(load, std::array<std::uint32_t, 3>{1, 2, 3})->between, theil, 1e-15);
  EXPECT_FALSE(theil_parts(std::array{0.0}, std::array<std::uint32_t, 1>{1}));
  EXPECT_THROW(theil_parts(load, std::array<std::uint32_t, 1>{1}), std::invalid_argument);
}

TEST(TheilParts, OfDavisByClustersSumToTheReference) {
  const auto network = test::davis_network();
  const Study study(network);

  EXPECT_NEAR(network_value(study, "concentration.tasks.theil_within_clusters") +
                  network_value(study, "concentration.tasks.theil_between_clusters"),
              0.09043472663883234, 1e-12);
}

}  // namespace respnet::analysis
