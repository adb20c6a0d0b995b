#include "respnet/model/network.hpp"

#include <gtest/gtest.h>

#include "support/network.hpp"

namespace respnet::model {

TEST(Network, MayBeEmpty) {
  const Network network = test::network({});
  EXPECT_EQ(network.task_count(), 0U);
  EXPECT_EQ(network.unit_count(), 0U);
  EXPECT_EQ(network.offsets().size(), 1U);
  EXPECT_TRUE(network.task_ids().empty());
}

TEST(Network, KeepsTextOrderInATaskAndOrderOfAppearanceElsewhere) {
  const Network network =
      test::network({{"b", "Water"}, {"a", "Roads", Role::Lead}, {"b", "Roads", Role::Support}});

  EXPECT_EQ(network.task_id(TaskId{0}), "b");
  EXPECT_EQ(network.unit_name(UnitId{1}), "Roads");
  EXPECT_EQ(network.unit_id(UnitId{1}), "u2");
  const auto of_b = network.assignments(TaskId{0});
  ASSERT_EQ(of_b.size(), 2U);
  EXPECT_EQ(network.unit_of(*of_b.begin()), UnitId{0});
  const Assignment second = network.assignment(AssignmentId{1});
  EXPECT_EQ(second.unit, UnitId{1});
  EXPECT_EQ(second.role, Role::Support);
  EXPECT_EQ(second.order, 2U);
  EXPECT_TRUE(second.is_explicit);
  EXPECT_EQ(network.role_of(AssignmentId{2}), Role::Lead);
}

TEST(Network, FindsTheTopLevelSection) {
  NetworkBuilder builder("x");
  const SectionId top = builder.add_section({.id = "3", .title = "三、路"});
  const SectionId middle = builder.add_section({.id = "3.1", .title = "(一)", .parent = top});
  const SectionId low = builder.add_section({.id = "3.1.2", .parent = middle});
  builder.add_task({.id = "a", .section = low});
  builder.add_task({.id = "b", .section = top});
  builder.add_task({.id = "c"});
  const Network network = std::move(builder).build();

  EXPECT_EQ(network.top_section(TaskId{0}), top);
  EXPECT_EQ(network.top_section(TaskId{1}), top);
  EXPECT_FALSE(network.top_section(TaskId{2}));
  EXPECT_EQ(network.section(middle).title, "(一)");
  EXPECT_EQ(network.section(middle).parent, top);
}

}  // namespace respnet::model
