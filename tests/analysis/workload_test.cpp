#include "respnet/analysis/workload.hpp"

#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/analysis/concentration.hpp"
#include "support/davis.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::CountingOptions;
using graph::GroupPolicy;
using graph::LeadPolicy;
using model::Role;
using Counts = std::vector<std::uint32_t>;

std::vector<double> as_load(const Counts& counts) { return {counts.begin(), counts.end()}; }

model::SectionId add_section(model::NetworkBuilder& builder, std::string id, model::SourceId source,
                             std::optional<model::SectionId> parent = {}) {
  model::SectionRow row;
  row.id = std::move(id);
  row.source = source;
  row.parent = parent;
  return builder.add_section(std::move(row));
}

model::TaskId add_task(model::NetworkBuilder& builder, std::string id,
                       std::optional<model::SectionId> section = {}) {
  model::TaskRow row;
  row.id = std::move(id);
  row.section = section;
  return builder.add_task(std::move(row));
}

// Sections 1 (with 1.1 below it) and 2 of one source, 1 of another, and a task in none.
model::Network sectioned_network() {
  model::NetworkBuilder builder("test");
  const auto source = builder.add_source({}), second = builder.add_source({});
  const auto s1 = add_section(builder, "s1:1", source);
  const auto s11 = add_section(builder, "s1:1.1", source, s1);
  const auto s2 = add_section(builder, "s1:2", source);
  const auto other = add_section(builder, "s2:1", second);
  const auto assign = [&](model::TaskId task, std::initializer_list<const char*> units) {
    for (const char* unit : units)
      builder.add_assignment(task, builder.unit_of_name(unit), Role::Responsible);
  };
  assign(add_task(builder, "1.x", s1), {"A", "B"});
  assign(add_task(builder, "1.1.x", s11), {"A"});
  assign(add_task(builder, "2.x", s2), {"B"});
  assign(add_task(builder, "other", other), {"A"});
  assign(add_task(builder, "none"), {"A"});
  return std::move(builder).build();
}

// All the towns together are named once as a group, once beside one of its members.
model::Network grouped_network() {
  model::NetworkBuilder builder("test");
  model::UnitRow row;
  row.name = "Town";
  const auto town = builder.add_unit(row);
  row.name = "Village";
  const auto village = builder.add_unit(row);
  row.name = "all towns";
  row.kind = model::UnitKind::Group;
  row.members = {town, village};
  const auto all = builder.add_unit(row);
  const auto t1 = add_task(builder, "1"), t2 = add_task(builder, "2");
  builder.add_assignment(t1, all, Role::Responsible);
  builder.add_assignment(t2, town, Role::Lead);
  builder.add_assignment(t2, all, Role::Responsible);
  return std::move(builder).build();
}

}  // namespace

TEST(Loads, OfTheRoleToyAreTheHandCountedOnes) {
  const auto network = test::role_toy_network();
  const auto found = loads(BipartiteGraph(network, {.weights = {.lead = 2, .support = 1}}));

  EXPECT_EQ(found.tasks, (Counts{4, 3, 3, 2, 1}));
  EXPECT_EQ(found.lead, (Counts{3, 1, 1, 1, 0}));
  EXPECT_EQ(found.support, (Counts{1, 2, 2, 1, 1}));
  EXPECT_EQ(found.responsible, (Counts{0, 0, 0, 0, 0}));
  EXPECT_EQ(found.sections, (Counts{0, 0, 0, 0, 0}));
  EXPECT_EQ(found.weighted, (std::vector<double>{7, 4, 4, 3, 1}));
  // A: 1/3 + 1/2 + 1/2 + 1/2; B: 1/3 + 1/2 + 1/2; C: 1/3 + 1 + 1/3; D: 1/2 + 1/3; E: 1/3.
  const std::vector<double> share{11.0 / 6, 4.0 / 3, 5.0 / 3, 5.0 / 6, 1.0 / 3};
  for (std::size_t unit = 0; unit < share.size(); ++unit)
    EXPECT_NEAR(found.share[unit], share[unit], 1e-15);
}

TEST(Loads, OfTheRoleToyAreAsConcentratedAsTheReference) {
  const auto network = test::role_toy_network();
  const auto found = loads(BipartiteGraph(network, {.weights = {.lead = 2, .support = 1}}));

  const auto tasks = concentration(as_load(found.tasks));
  EXPECT_NEAR(*tasks.gini, 0.2153846153846155, 1e-14);
  EXPECT_NEAR(*tasks.hhi, 0.2307692307692308, 1e-14);
  EXPECT_NEAR(*tasks.hhi_normalized, 0.0384615384615385, 1e-14);
  EXPECT_NEAR(*tasks.theil, 0.0847305194039567, 1e-14);
  EXPECT_NEAR(*tasks.hoover, 0.16923076923076924, 1e-14);
  EXPECT_NEAR(*tasks.entropy, 1.5247073930301436, 1e-14);
  EXPECT_NEAR(*tasks.evenness, 0.9473539682709406, 1e-14);

  const auto lead = concentration(as_load(found.lead));
  EXPECT_NEAR(*lead.gini, 0.4, 1e-14);
  EXPECT_NEAR(*lead.hhi, 1.0 / 3, 1e-14);
  EXPECT_NEAR(*lead.hhi_normalized, 1.0 / 6, 1e-14);
  EXPECT_NEAR(*lead.theil, 0.3669845875401001, 1e-14);
  EXPECT_NEAR(*lead.hoover, 0.3, 1e-14);
  EXPECT_NEAR(std::exp(*lead.entropy), 2 * std::sqrt(3.0), 1e-13);
  EXPECT_NEAR(*lead.evenness, 0.7719796553163858, 1e-14);

  const auto weighted = concentration(found.weighted);
  EXPECT_NEAR(*weighted.gini, 0.27368421052631575, 1e-14);
  EXPECT_NEAR(*weighted.hhi, 0.2520775623268698, 1e-14);
  EXPECT_NEAR(*weighted.hhi_normalized, 0.06509695290858722, 1e-14);
  EXPECT_NEAR(*weighted.theil, 0.139081185812431, 1e-14);
  EXPECT_NEAR(*weighted.hoover, 0.1894736842105263, 1e-14);
  EXPECT_NEAR(*weighted.entropy, 1.4703567266216693, 1e-14);
}

TEST(Loads, LeadFollowsThePolicyAndResponsibleThePrint) {
  const auto network = test::davis_network();
  const auto first = loads(BipartiteGraph(network));
  const auto only_explicit = loads(BipartiteGraph(network, {.lead = LeadPolicy::Explicit}));
  const auto all = loads(BipartiteGraph(network, {.lead = LeadPolicy::All}));

  // The first woman at each event: Evelyn E1-E6, E8, E9; Laura E7; Verne E12; Myra E10; Katherina
  // E13, E14; Nora E11.
  EXPECT_EQ(first.lead, (Counts{8, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 0, 1, 0, 0, 0, 0}));
  EXPECT_EQ(only_explicit.lead, Counts(18, 0));
  EXPECT_EQ(all.lead, all.tasks);
  EXPECT_EQ(first.responsible, first.tasks);
  EXPECT_EQ(only_explicit.responsible, first.tasks);
}

TEST(Loads, LeadAndSupportMakeUpTasksAndSharesTheTasksThatHaveUnits) {
  for (const auto& network :
       {test::davis_network(), test::role_toy_network(), sectioned_network(), grouped_network()}) {
    for (const auto policy : {LeadPolicy::First, LeadPolicy::Explicit, LeadPolicy::All}) {
      const BipartiteGraph graph(network, {.lead = policy});
      const auto found = loads(graph);

      for (std::size_t unit = 0; unit < graph.unit_count(); ++unit)
        EXPECT_EQ(found.lead[unit] + found.support[unit], found.tasks[unit]);
      std::size_t with_units = 0;
      for (const auto task : network.task_ids())
        with_units += graph.neighbors(graph.vertex(task)).empty() ? 0U : 1U;
      EXPECT_NEAR(std::accumulate(found.share.begin(), found.share.end(), 0.0),
                  static_cast<double>(with_units), 1e-12);
    }
  }
}

TEST(Loads, CountInformedUnitsOnlyWhenTheyWeighSomething) {
  const auto network = test::network({{"T", "A", Role::Lead}, {"T", "B", Role::Informed}});

  const auto without = loads(BipartiteGraph(network));
  const auto with = loads(BipartiteGraph(network, {.weights = {.informed = 0.25}}));

  EXPECT_EQ(without.tasks, (Counts{1, 0}));
  EXPECT_EQ(without.share, (std::vector<double>{1, 0}));
  EXPECT_EQ(with.tasks, (Counts{1, 1}));
  EXPECT_EQ(with.support, (Counts{0, 0}));
  EXPECT_EQ(with.weighted, (std::vector<double>{1, 0.25}));
}

TEST(Loads, CountTopLevelSectionsPerSource) {
  const auto network = sectioned_network();
  const auto found = loads(BipartiteGraph(network));

  // A: section 1 of the first source (twice, once below it) and section 1 of the second; B: 1, 2.
  EXPECT_EQ(found.sections, (Counts{2, 2}));
}

TEST(Loads, OfGroupsFallOnTheirMembersWhenExpanded) {
  const auto network = grouped_network();
  const auto kept = loads(BipartiteGraph(network));
  const auto expanded = loads(BipartiteGraph(network, {.groups = GroupPolicy::Expand}));
  const auto dropped = loads(BipartiteGraph(network, {.groups = GroupPolicy::Drop}));

  EXPECT_EQ(kept.tasks, (Counts{1, 0, 2}));
  EXPECT_EQ(kept.responsible, (Counts{0, 0, 2}));
  EXPECT_EQ(expanded.tasks, (Counts{2, 2}));
  EXPECT_EQ(expanded.lead, (Counts{1, 0}));
  EXPECT_EQ(expanded.responsible, (Counts{1, 2}));  // Town leads task 2, the stronger role
  EXPECT_EQ(dropped.tasks, (Counts{1, 0}));
  EXPECT_EQ(dropped.responsible, (Counts{0, 0}));
}

TEST(SectionLoads, AreASparseMatrixOfTasksAndLeads) {
  const auto network = sectioned_network();
  const auto found = section_loads(BipartiteGraph(network));

  ASSERT_EQ(found.sections.size(), 4U);  // s1:1, s1:2, s2:1, none
  EXPECT_EQ(network.section(*found.sections[0]).id, "s1:1");
  EXPECT_EQ(network.section(*found.sections[1]).id, "s1:2");
  EXPECT_EQ(network.section(*found.sections[2]).id, "s2:1");
  EXPECT_FALSE(found.sections[3]);
  std::vector<std::array<std::uint32_t, 4>> cells;
  for (const auto& [unit, section, tasks, leads] : found.cells)
    cells.push_back({unit, section, tasks, leads});
  const std::vector<std::array<std::uint32_t, 4>> expected{
      {0, 0, 2, 2}, {0, 2, 1, 1}, {0, 3, 1, 1}, {1, 0, 1, 0}, {1, 1, 1, 1}};
  EXPECT_EQ(cells, expected);
}

TEST(SingleUnitTasks, OfTheRoleToyAreItsFifth) {
  const auto network = test::role_toy_network();

  EXPECT_EQ(single_unit_tasks(BipartiteGraph(network)),
            std::vector<model::TaskId>{model::TaskId{4}});
}

}  // namespace respnet::analysis
