#include "respnet/analysis/lead_loss.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "respnet/analysis/concentration.hpp"
#include "respnet/analysis/workload.hpp"
#include "support/davis.hpp"
#include "support/random_roles.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using model::Role;

// Every set of units, tried: the least whose loss ends more than half of the led tasks.
std::size_t plain_bus_factor(const BipartiteGraph& graph) {
  std::vector<unsigned> leads;
  for (const auto& task : test::role_matrix(graph)) {
    unsigned set = 0;
    for (std::size_t u = 0; u < task.size(); ++u) set |= task[u] == 'L' ? 1U << u : 0U;
    if (set != 0) leads.push_back(set);
  }
  std::size_t least = graph.unit_count() + 1;
  for (unsigned lost = 0; lost < 1U << graph.unit_count(); ++lost) {
    const auto ended = static_cast<std::size_t>(
        std::ranges::count_if(leads, [&](unsigned set) { return (set & ~lost) == 0; }));
    if (2 * ended > leads.size())
      least = std::min(least, static_cast<std::size_t>(std::popcount(lost)));
  }
  return least;
}

// Each unit leads a task with each of the next three: all alike, so it takes a search to be sure.
model::Network ring(int units) {
  std::vector<test::Row> rows;
  for (int u = 0; u < units; ++u)
    for (const int step : {1, 2, 3}) {
      const std::string task = std::to_string(u) + "-" + std::to_string(step);
      rows.push_back({task, std::to_string(u), Role::Lead});
      rows.push_back({task, std::to_string((u + step) % units), Role::Lead});
    }
  return test::network(rows);
}

}  // namespace

// A leads three of six tasks; with any other lead four, more than half.
TEST(LeadBusFactor, OfTheRoleToyIsTwo) {
  const auto network = test::role_toy_network();
  const auto found = lead_bus_factor(BipartiteGraph(network)).value();

  EXPECT_EQ(found.greedy, 2U);
  EXPECT_EQ(found.exact, 2U);
}

// Evelyn is first at 8 of 14 events.
TEST(LeadBusFactor, OfDavisIsOne) {
  const auto network = test::davis_network();

  EXPECT_EQ(lead_bus_factor(BipartiteGraph(network))->exact, 1U);
}

TEST(LeadBusFactor, IsTheLeastOfAllSetsOnRandomNetworks) {
  std::size_t searched = 0, beaten = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    const auto network = test::random_roles(seed);
    const BipartiteGraph graph(network);
    const auto found = lead_bus_factor(graph);
    if (!found) continue;
    ++searched;
    const std::size_t least = plain_bus_factor(graph);
    EXPECT_EQ(found->exact, least) << seed;
    EXPECT_GE(found->greedy, least) << seed;
    beaten += found->greedy > least ? 1U : 0U;
  }
  EXPECT_GT(searched, 500U);
  EXPECT_GT(beaten, 0U);  // or the search had nothing to do
}

TEST(LeadBusFactor, IsNotGivenWhereItWasNotProved) {
  const auto network = ring(12);
  const BipartiteGraph graph(network);
  const auto hurried = lead_bus_factor(graph, 0.5, 100).value();
  const auto patient = lead_bus_factor(graph).value();

  EXPECT_FALSE(hurried.exact);
  EXPECT_EQ(hurried.greedy, patient.greedy);
  EXPECT_EQ(patient.exact, plain_bus_factor(graph));
}

TEST(LeadBusFactor, IsUndefinedWithoutLeadsAndRejectsShares) {
  const auto network = test::network({{"1", "a", Role::Support}});
  const BipartiteGraph graph(network);

  EXPECT_FALSE(lead_bus_factor(graph));
  EXPECT_FALSE(lead_robustness(graph));
  EXPECT_THROW(lead_bus_factor(graph, 1), std::invalid_argument);
  EXPECT_THROW(lead_bus_factor(graph, -0.1), std::invalid_argument);
}

// The Gini index of the toy's leads is 0.4; that of Davis is what the catalogue prints.
TEST(LeadRobustness, IsHalfTheEvennessOfLeadsWhereEachTaskHasOne) {
  const auto toy = test::role_toy_network(), davis = test::davis_network();
  const BipartiteGraph graph(davis);
  const auto leads = load_values(loads(graph), LoadKind::Lead);

  EXPECT_NEAR(lead_robustness(BipartiteGraph(toy)).value(), (1 - 0.4) / 2, 1e-14);
  EXPECT_NEAR(lead_robustness(graph).value(), (1 - *concentration(leads).gini) / 2, 1e-14);
}

// Two leads of the one task, three units: 1, 1, 0, 0.
TEST(LeadRobustness, CountsASecondLeadAsCover) {
  const auto network =
      test::network({{"1", "a", Role::Lead}, {"1", "b", Role::Lead}, {"1", "c", Role::Support}});

  EXPECT_NEAR(lead_robustness(BipartiteGraph(network)).value(), 1.5 / 3, 1e-15);
}

}  // namespace respnet::analysis
