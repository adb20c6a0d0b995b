#include "respnet/graph/bipartite_graph.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "support/davis.hpp"

namespace respnet::graph {
namespace {

using model::Role;
using model::TaskId;
using model::UnitKind;

// "Finance:L Audit:S" for a task: the units of its row by number, with their parts.
std::string row(const BipartiteGraph& graph, std::size_t task) {
  const auto v = static_cast<Vertex>(task);
  std::string text;
  for (std::size_t i = 0; i < graph.neighbors(v).size(); ++i) {
    if (!text.empty()) text += ' ';
    const std::uint32_t number = graph.unit_number(graph.neighbors(v)[i]);
    text += graph.network().unit_name(graph.unit(number));
    text += ':';
    text += "LSIO"[static_cast<std::size_t>(graph.parts(v)[i])];
  }
  return text;
}

// One task, its units named once in this order.
struct Named {
  std::string unit;
  Role role = Role::Responsible;
};

model::Network one_task(const std::vector<Named>& units) {
  std::vector<test::Row> rows;
  for (const Named& named : units) rows.push_back({"t", named.unit, named.role});
  return test::network(rows);
}

model::UnitId add_unit(model::NetworkBuilder& builder, const char* name,
                       UnitKind kind = UnitKind::Organ) {
  model::UnitRow row;
  row.name = name;
  row.kind = kind;
  return builder.add_unit(std::move(row));
}

TEST(BipartiteGraph, HoldsTheDavisNetworkFromBothEnds) {
  const auto network = test::davis_network();

  const BipartiteGraph graph(network);

  EXPECT_EQ(graph.task_count(), 14U);
  EXPECT_EQ(graph.unit_count(), 18U);
  EXPECT_EQ(graph.edge_count(), 89U);
  EXPECT_EQ(graph.neighbors(7).size(), 14U);  // E8
  EXPECT_EQ(graph.neighbors(14).size(), 8U);  // Evelyn
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    EXPECT_TRUE(std::ranges::is_sorted(graph.neighbors(v)));
    for (std::size_t i = 0; i < graph.neighbors(v).size(); ++i) {
      const Vertex u = graph.neighbors(v)[i];
      EXPECT_NE(graph.is_task(u), graph.is_task(v));
      const auto back = std::ranges::find(graph.neighbors(u), v);
      ASSERT_NE(back, graph.neighbors(u).end());
      EXPECT_EQ(graph.parts(u)[static_cast<std::size_t>(back - graph.neighbors(u).begin())],
                graph.parts(v)[i]);
    }
  }
}

TEST(BipartiteGraph, TakesTheFirstResponsibleUnitAsLead) {
  const auto network = one_task({{"A", Role::Support}, {"B"}, {"C"}});

  const BipartiteGraph graph(network);

  EXPECT_EQ(row(graph, 0), "A:S B:L C:S");
  EXPECT_TRUE(graph.lead_inferred(TaskId{0}));
  EXPECT_EQ(graph.inferred_lead_count(), 1U);
  EXPECT_TRUE(graph.tasks_without_lead().empty());
}

TEST(BipartiteGraph, InfersNoLeadBesideAnExplicitOne) {
  const auto network = one_task({{"A"}, {"B", Role::Lead}, {"C", Role::Lead}});

  const BipartiteGraph graph(network);

  EXPECT_EQ(row(graph, 0), "A:S B:L C:L");
  EXPECT_FALSE(graph.lead_inferred(TaskId{0}));
  EXPECT_EQ(graph.inferred_lead_count(), 0U);
}

TEST(BipartiteGraph, ExplicitPolicyInfersNothing) {
  const auto network =
      test::network({{"t1", "A"}, {"t1", "B"}, {"t2", "A", Role::Lead}, {"t2", "B"}});

  const BipartiteGraph graph(network, {.lead = LeadPolicy::Explicit});

  EXPECT_EQ(row(graph, 0), "A:S B:S");
  EXPECT_EQ(row(graph, 1), "A:L B:S");
  EXPECT_EQ(graph.inferred_lead_count(), 0U);
  EXPECT_EQ(graph.tasks_without_lead(), std::vector{TaskId{0}});
}

TEST(BipartiteGraph, AllPolicyMakesEveryResponsibleUnitALead) {
  const auto network = one_task({{"A"}, {"B", Role::Lead}, {"C"}, {"D", Role::Support}});

  const BipartiteGraph graph(network, {.lead = LeadPolicy::All});

  EXPECT_EQ(row(graph, 0), "A:L B:L C:L D:S");
  EXPECT_EQ(graph.inferred_lead_count(), 0U);
}

TEST(BipartiteGraph, LeavesInformedAndOversightOutUnlessWeighted) {
  const auto network = one_task({{"A"}, {"B", Role::Informed}, {"C", Role::Oversight}});

  EXPECT_EQ(row(BipartiteGraph(network), 0), "A:L");
  EXPECT_EQ(row(BipartiteGraph(network, {.weights = {.informed = 0.1}}), 0), "A:L B:I");
  EXPECT_EQ(row(BipartiteGraph(network, {.weights = {.oversight = 0.1}}), 0), "A:L C:O");
}

TEST(BipartiteGraph, RefusesWeightsBelowZeroOrNotFinite) {
  const auto network = one_task({{"A"}});

  EXPECT_THROW(BipartiteGraph(network, {.weights = {.lead = -1}}), std::invalid_argument);
  EXPECT_THROW(BipartiteGraph(network, {.weights = {.support = std::nan("")}}),
               std::invalid_argument);
}

// t1: the group `All` first, then A. t2: A, then the group. t3: the group as explicit lead, then
// B. t4: the group alone. `All` has members B, and `Bureaus`, a group of A and B.
class Groups : public testing::Test {
 protected:
  static model::Network make(bool with_members) {
    model::NetworkBuilder builder("test");
    const auto a = add_unit(builder, "A");
    const auto all = add_unit(builder, "All", UnitKind::Group);
    const auto b = add_unit(builder, "B");
    const auto bureaus = add_unit(builder, "Bureaus", UnitKind::Group);
    if (with_members) {
      builder.set_members(all, {b, bureaus});
      builder.set_members(bureaus, {a, b});
    }
    const auto task = [&](const char* id) { return builder.task_of_id(id); };
    const auto t1 = task("t1"), t2 = task("t2"), t3 = task("t3"), t4 = task("t4");
    builder.add_assignment(t1, all, Role::Responsible);
    builder.add_assignment(t1, a, Role::Responsible);
    builder.add_assignment(t2, a, Role::Responsible);
    builder.add_assignment(t2, all, Role::Responsible);
    builder.add_assignment(t3, all, Role::Lead);
    builder.add_assignment(t3, b, Role::Responsible);
    builder.add_assignment(t4, all, Role::Responsible);
    return std::move(builder).build();
  }

  static std::vector<std::string> rows(const BipartiteGraph& graph) {
    return {row(graph, 0), row(graph, 1), row(graph, 2), row(graph, 3)};
  }

  const model::Network network = make(true);
};

TEST_F(Groups, ThatComeFirstLeaveATaskWithoutLead) {
  const BipartiteGraph graph(network);

  EXPECT_EQ(rows(graph),
            (std::vector<std::string>{"A:S All:S", "A:L All:S", "All:L B:S", "All:S"}));
  EXPECT_EQ(graph.tasks_without_lead(), (std::vector{TaskId{0}, TaskId{3}}));
  EXPECT_EQ(graph.inferred_lead_count(), 1U);
  EXPECT_EQ(graph.unit_count(), 4U);
}

TEST_F(Groups, AreReplacedByTheirMembersEachWithItsStrongestPart) {
  const BipartiteGraph graph(network, {.groups = GroupPolicy::Expand});

  EXPECT_EQ(rows(graph), (std::vector<std::string>{"A:S B:S", "A:L B:S", "A:L B:L", "A:S B:S"}));
  EXPECT_EQ(graph.unit_count(), 2U);
  EXPECT_EQ(graph.tasks_without_lead(), (std::vector{TaskId{0}, TaskId{3}}));
}

TEST_F(Groups, AreDroppedAfterTheLeadsWereDecided) {
  const BipartiteGraph graph(network, {.groups = GroupPolicy::Drop});

  EXPECT_EQ(rows(graph), (std::vector<std::string>{"A:S", "A:L", "B:S", ""}));
  EXPECT_EQ(graph.unit_count(), 2U);
  EXPECT_EQ(graph.unit_vertex(1), 5U);
  EXPECT_EQ(network.unit_name(graph.unit(1)), "B");
  EXPECT_EQ(graph.tasks_without_lead(), (std::vector{TaskId{0}, TaskId{2}}));
}

TEST_F(Groups, WithoutMembersAreKeptWhenOthersExpand) {
  const auto bare = make(false);

  const BipartiteGraph graph(bare, {.groups = GroupPolicy::Expand});

  EXPECT_EQ(row(graph, 0), "A:S All:S");
  EXPECT_EQ(graph.unit_count(), 4U);
}

TEST(BipartiteGraph, KeepsGroupsThatNameOnlyEachOther) {
  model::NetworkBuilder builder("test");
  const auto north = add_unit(builder, "North", UnitKind::Group);
  const auto south = add_unit(builder, "South", UnitKind::Group);
  const auto both = add_unit(builder, "Both", UnitKind::Group);
  const auto office = add_unit(builder, "Office");
  builder.set_members(north, {south, north});
  builder.set_members(south, {north});
  builder.set_members(both, {north, office});
  const auto task = builder.task_of_id("t");
  builder.add_assignment(task, both, Role::Lead);
  const auto network = std::move(builder).build();

  const BipartiteGraph graph(network, {.groups = GroupPolicy::Expand});

  EXPECT_EQ(row(graph, 0), "North:L South:L Office:L");
}

TEST(BipartiteGraph, KnowsTheNamesOfItsPolicies) {
  for (const auto policy : {LeadPolicy::First, LeadPolicy::Explicit, LeadPolicy::All})
    EXPECT_EQ(lead_policy_named(name(policy)), policy);
  for (const auto policy : {GroupPolicy::Keep, GroupPolicy::Expand, GroupPolicy::Drop})
    EXPECT_EQ(group_policy_named(name(policy)), policy);
  EXPECT_EQ(name(LeadPolicy::Explicit), "explicit");
  EXPECT_EQ(name(GroupPolicy::Drop), "drop");
  EXPECT_FALSE(lead_policy_named("last"));
}

TEST(BipartiteGraph, IsEmptyForTheEmptyNetwork) {
  const auto network = test::network({});

  const BipartiteGraph graph(network);

  EXPECT_EQ(graph.vertex_count(), 0U);
  EXPECT_EQ(graph.edge_count(), 0U);
}

}  // namespace
}  // namespace respnet::graph
