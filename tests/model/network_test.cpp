#include "respnet/model/network.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/model/network_builder.hpp"
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

TEST(Network, KnowsAnAssignmentsPlaceInWhateverSequenceItIsAsked) {
  NetworkBuilder one("x"), other("y");
  for (NetworkBuilder* const builder : {&one, &other})
    for (std::size_t task = 0; task < 50; ++task) {
      const TaskId id = builder->task_of_id(std::to_string(task));
      const std::size_t units = builder == &one ? task % 4 : (task + 1) % 3;  // some have none
      for (std::size_t unit = 0; unit < units; ++unit)
        builder->add_assignment(id, builder->unit_of_name(std::to_string(unit)), Role::Lead);
    }
  const std::vector<Network> networks{std::move(one).build(), std::move(other).build()};
  // Steps forth and back, short and long, now in one network and now in the other.
  for (const std::size_t step : {1U, 2U, 7U, 71U})
    for (std::size_t i = 0; i < 300; ++i) {
      const Network& network = networks[i % 2];
      const std::size_t at = i * step % network.assignment_count();
      std::size_t before = 0;
      while (network.offsets()[before + 1] <= at) ++before;
      ASSERT_EQ(network.assignment(static_cast<AssignmentId>(at)).order,
                at - network.offsets()[before] + 1)
          << "step " << step << ", assignment " << at;
    }
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
