#include "respnet/analysis/lead_units.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "respnet/graph/components.hpp"
#include "support/davis.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::LeadPolicy;
using model::Role;
using model::TaskId;
using Units = std::vector<std::uint32_t>;

// The network without one unit: its assignments dropped, itself kept (it counts as one component).
std::size_t components_without(const model::Network& network, model::UnitId lost) {
  model::NetworkBuilder builder("test");
  for (const auto unit : network.unit_ids()) builder.unit_of_name(network.unit_name(unit));
  for (const auto task : network.task_ids()) {
    const auto copy = builder.task_of_id(network.task_id(task));
    for (const auto a : network.assignments(task))
      if (network.unit_of(a) != lost)
        builder.add_assignment(copy, builder.unit_of_name(network.unit_name(network.unit_of(a))),
                               network.role_of(a));
  }
  const auto rest = std::move(builder).build();
  return graph::connected_components(BipartiteGraph(rest).adjacency()).sizes.size() - 1;
}

}  // namespace

// C alone holds task 5. (Task 6 splits off E too, but is no unit. NetworkX says T6 and C.)
TEST(ArticulationUnits, OfTheRoleToyAreC) {
  const auto network = test::role_toy_network();

  EXPECT_EQ(articulation_units(BipartiteGraph(network)), Units{2});
}

// Davis is 2-connected.
TEST(ArticulationUnits, OfDavisAreNone) {
  const auto network = test::davis_network();

  EXPECT_TRUE(articulation_units(BipartiteGraph(network)).empty());
}

TEST(ArticulationUnits, AreThoseWhoseRemovalMakesMoreComponents) {
  for (const auto& network :
       {test::role_toy_network(), test::network({{"1", "a"}}),
        test::network({{"1", "a"}, {"1", "b"}, {"2", "b"}, {"2", "c"}, {"3", "c"}, {"4", "d"}})}) {
    const BipartiteGraph graph(network);
    const std::size_t before = graph::connected_components(graph.adjacency()).sizes.size();
    Units expected;
    for (const auto unit : network.unit_ids())
      if (components_without(network, unit) > before)
        expected.push_back(static_cast<std::uint32_t>(index(unit)));

    EXPECT_EQ(articulation_units(graph), expected);
  }
}

TEST(SoleLeadTasks, OfTheRoleToyAreEachUnitsLeads) {
  const auto network = test::role_toy_network();
  const auto found = sole_lead_tasks(BipartiteGraph(network));

  EXPECT_EQ(found[0], (std::vector{TaskId{0}, TaskId{1}, TaskId{2}}));
  EXPECT_EQ(found[1], std::vector{TaskId{3}});
  EXPECT_EQ(found[2], std::vector{TaskId{4}});
  EXPECT_EQ(found[3], std::vector{TaskId{5}});
  EXPECT_TRUE(found[4].empty());
}

TEST(SoleLeadTasks, LeaveOutTasksOfSeveralLeadsAndOfNone) {
  const auto network = test::network({{"1", "a", Role::Lead},
                                      {"1", "b", Role::Lead},
                                      {"2", "a", Role::Responsible},
                                      {"2", "b", Role::Responsible}});

  const auto first = sole_lead_tasks(BipartiteGraph(network));
  const auto only_explicit =
      sole_lead_tasks(BipartiteGraph(network, {.lead = LeadPolicy::Explicit}));

  EXPECT_EQ(first[0], std::vector{TaskId{1}});
  EXPECT_TRUE(first[1].empty());
  EXPECT_TRUE(only_explicit[0].empty());
}

}  // namespace respnet::analysis
