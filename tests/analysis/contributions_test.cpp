#include "respnet/analysis/contributions.hpp"

#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "support/network.hpp"
#include "support/random_network.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using model::TaskId;
using model::UnitId;
using enum model::Role;

double sum(const Breakdown& breakdown) {
  return std::accumulate(
      breakdown.parts.begin(), breakdown.parts.end(), 0.0,
      [](double so_far, const Contribution& part) { return so_far + part.value; });
}

// Each sum of the catalogue equals what it is said to be made of, for every unit and task.
void expect_sums_add_up(const Study& study) {
  for (const char* measure : {"load.tasks", "load.lead", "load.responsible", "load.support",
                              "load.share", "load.weighted", "load.sections", "load.exclusivity"}) {
    for (const UnitId unit : study.graph().units()) {
      const Breakdown found = breakdown(study, unit, measure);
      EXPECT_TRUE(found.is_sum);
      EXPECT_NEAR(sum(found), found.value.value(), 1e-12) << measure;
      for (const Contribution& part : found.parts) EXPECT_EQ(part.unit, unit);
    }
  }
  for (const char* measure : {"task.units", "task.leads", "task.support"})
    for (const TaskId task : study.network().task_ids())
      EXPECT_EQ(sum(breakdown(study, task, measure)), breakdown(study, task, measure).value.value())
          << measure;
}

}  // namespace

TEST(Contributions, AddUpToTheMeasureUnderEveryPolicy) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const model::Network network = test::random_network(seed);
    for (const auto lead :
         {graph::LeadPolicy::First, graph::LeadPolicy::Explicit, graph::LeadPolicy::All})
      for (const auto groups :
           {graph::GroupPolicy::Keep, graph::GroupPolicy::Expand, graph::GroupPolicy::Drop})
        for (const double oversight : {0.0, 0.25}) {
          StudyOptions options;
          options.counting = {lead, groups, {.oversight = oversight}};
          expect_sums_add_up(Study(network, options));
        }
  }
}

// Water is one of three units in the first task and alone in the second: 1/3 + 1.
TEST(Contributions, OfShareAreOneOverTheUnitsOfEachTask) {
  const model::Network network = test::network(
      {{"1", "Water"}, {"1", "Roads"}, {"1", "Parks"}, {"2", "Water"}, {"3", "Roads"}});
  const Study study(network);

  const Breakdown share = breakdown(study, UnitId{0}, "load.share");

  ASSERT_EQ(share.parts.size(), 2U);
  EXPECT_EQ(share.parts[0].task, TaskId{0});
  EXPECT_DOUBLE_EQ(share.parts[0].value, 1.0 / 3);
  EXPECT_DOUBLE_EQ(share.parts[1].value, 1);
  EXPECT_DOUBLE_EQ(share.value.value(), 4.0 / 3);
}

// Without its only task the unit is joined to nobody.
TEST(Contributions, AreNoSumForMeasuresOfTheWholeNetwork) {
  const model::Network network = test::network({{"1", "Water"}, {"1", "Roads"}});
  const Study study(network);

  const Breakdown closeness = breakdown(study, UnitId{0}, "co.closeness");

  EXPECT_FALSE(closeness.is_sum);
  EXPECT_DOUBLE_EQ(closeness.value.value(), 1);
  ASSERT_EQ(closeness.parts.size(), 1U);
  EXPECT_DOUBLE_EQ(closeness.parts[0].value, 1);
  EXPECT_TRUE(breakdown(study, TaskId{0}, "bipartite.degree").parts.empty());
}

TEST(Contributions, HaveNoValueForAUnitThatIsNotCounted) {
  model::NetworkBuilder builder("x");
  const auto task = builder.add_task({.id = "1"});
  const auto towns = builder.add_unit({.name = "all towns", .kind = model::UnitKind::Group});
  builder.add_assignment(task, towns, Lead);
  const model::Network network = std::move(builder).build();
  StudyOptions options;
  options.counting.groups = graph::GroupPolicy::Drop;

  EXPECT_FALSE(breakdown(Study(network, options), towns, "load.tasks").value);
  EXPECT_EQ(breakdown(Study(network), towns, "load.tasks").value, 1);
}

TEST(Contributions, AreAskedForByMeasuresOfTheRightLevel) {
  const model::Network network = test::network({{"1", "Water"}});
  const Study study(network);

  EXPECT_THROW(breakdown(study, UnitId{0}, "load.taks"), std::invalid_argument);
  EXPECT_THROW(breakdown(study, UnitId{0}, "task.units"), std::invalid_argument);
  EXPECT_THROW(breakdown(study, TaskId{0}, "load.tasks"), std::invalid_argument);
}

// A mobilises B and C in T1, B in T2, D in T3, and supports B in T4: C hangs on T1, D on T3.
TEST(Contributions, OfWhatIsNoSumAreWhatIsLostWithoutTheTask) {
  const auto network = test::role_toy_network();
  const Study study(network);
  const Breakdown found = breakdown(study, UnitId{0}, "lead.reach");
  EXPECT_FALSE(found.is_sum);
  EXPECT_EQ(found.value, 3);
  ASSERT_EQ(found.parts.size(), 4U);
  const std::array<double, 4> lost{1, 0, 1, 0};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(found.parts[i].task, TaskId{static_cast<std::uint32_t>(i)});
    EXPECT_EQ(found.parts[i].value, lost[i]);
  }
}

TEST(Contributions, AreNotTriedForAUnitOfVeryManyTasks) {
  std::vector<test::Row> rows;
  for (std::size_t task = 0; task <= kMostLeftOut; ++task)
    rows.push_back({std::to_string(task), "a"});
  const auto network = test::network(rows);
  EXPECT_THROW(breakdown(Study(network), UnitId{0}, "co.degree"), LimitError);
}

}  // namespace respnet::analysis
