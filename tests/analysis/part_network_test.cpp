// Role views: the network of leads alone, and of supports alone.

#include "respnet/analysis/part_network.hpp"

#include <array>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "support/davis.hpp"
#include "support/random_roles.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using graph::Part;
using test::numbers;
using Values = std::vector<double>;

TEST(PartNetwork, KeepsTasksAndUnitsAndOnePart) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto network = test::random_roles(seed);
    const graph::BipartiteGraph graph(network);
    const auto roles = test::role_matrix(graph);
    for (const Part part : {Part::Lead, Part::Support}) {
      const auto alone = part_network(graph, part);
      const graph::BipartiteGraph view(alone, {.lead = graph::LeadPolicy::Explicit});
      ASSERT_EQ(view.task_count(), graph.task_count());
      ASSERT_EQ(view.unit_count(), graph.unit_count());
      auto expected = roles;
      for (auto& row : expected)
        for (char& cell : row)
          if (cell != (part == Part::Lead ? 'L' : 'S')) cell = 0;
      EXPECT_EQ(test::role_matrix(view), expected) << seed;
    }
  }
}

// A leads three of six tasks, B, C and D one; in their joint work B C, B C and E C support.
TEST(RoleViews, OfTheRoleToyEqualTheHandCount) {
  const auto network = test::role_toy_network();
  const Study study(network);
  const auto unit = [&](std::string_view id) { return numbers(study, Level::Unit, id); };

  EXPECT_EQ(unit("bipartite.lead.degree"), (Values{3. / 6, 1. / 6, 1. / 6, 1. / 6, 0}));
  EXPECT_EQ(unit("bipartite.support.degree"), (Values{1. / 6, 2. / 6, 2. / 6, 1. / 6, 1. / 6}));
  EXPECT_EQ(unit("co.lead.degree"), Values(5, 0));
  EXPECT_EQ(unit("co.support.degree"), (Values{0, 1, 2, 0, 1}));
  EXPECT_EQ(numbers(study, Level::Network, "density.lead").front(), 6.0 / 30);
  EXPECT_EQ(numbers(study, Level::Network, "density.support").front(), 7.0 / 30);
  EXPECT_EQ(numbers(study, Level::Network, "components.lead").front(), 5);
}

// BᵀB = LL + LS + LSᵀ + SS, by rows; a view of everything is the measure itself.
TEST(RoleViews, AddUpToAllAssignmentsOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto network = test::random_roles(seed);
    const Study study(network);
    const auto& pairs = study.pairs();
    const std::size_t units = study.graph().unit_count();
    const auto by_unit = [&](std::string_view id) {
      const auto column = numbers(study, Level::Pair, id);
      Values sums(units, 0);
      for (std::size_t i = 0; i < pairs.size(); ++i) {
        sums[pairs[i].a] += column[i];
        sums[pairs[i].b] += column[i];
      }
      return sums;
    };
    const auto all = numbers(study, Level::Unit, "co.strength");
    const auto leads = numbers(study, Level::Unit, "co.lead.strength");
    const auto supports = numbers(study, Level::Unit, "co.support.strength");
    const auto ls = by_unit("co.lead_support"), sl = by_unit("co.support_lead");
    EXPECT_EQ(leads, by_unit("co.lead_lead")) << seed;
    EXPECT_EQ(supports, by_unit("co.support_support")) << seed;
    const auto degree = numbers(study, Level::Unit, "bipartite.degree");
    const auto lead_degree = numbers(study, Level::Unit, "bipartite.lead.degree");
    const auto support_degree = numbers(study, Level::Unit, "bipartite.support.degree");
    for (std::size_t u = 0; u < units; ++u) {
      EXPECT_EQ(all[u], leads[u] + ls[u] + sl[u] + supports[u]) << seed;
      EXPECT_NEAR(degree[u], lead_degree[u] + support_degree[u], 1e-15) << seed;
    }
  }
}

// Where every unit leads, the lead view is the network: all of its measures are those of all.
TEST(RoleViews, OfTheOnlyPartAreTheMeasuresThemselves) {
  const auto network = test::davis_network();
  const Study study(network, {.counting = {.lead = graph::LeadPolicy::All}});
  int compared = 0;
  for (const Measure& view : catalog()) {
    const std::size_t place = view.id.find(".lead");
    if (place == std::string::npos || view.id.starts_with("concentration")) continue;
    std::string id = view.id;
    id.erase(place, 5);
    const auto base = std::ranges::find_if(catalog(), [&](const Measure& measure) {
      return measure.level == view.level && measure.id == id;
    });
    if (base == catalog().end()) continue;
    ++compared;
    EXPECT_EQ(numbers(view.column(study)), numbers(base->column(study))) << view.id;
  }
  EXPECT_EQ(compared, 15);
}

}  // namespace
}  // namespace respnet::analysis
