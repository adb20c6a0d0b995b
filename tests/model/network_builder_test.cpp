#include "respnet/model/network_builder.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/model/edge_list_columns.hpp"
#include "support/folder.hpp"

namespace respnet::model {

using test::message_of;

TEST(NetworkBuilder, RefusesTheSameIdTwiceAndNamesBothPlaces) {
  NetworkBuilder builder("plan.json");
  builder.add_task({.id = "3.1"}, {4, 2});
  builder.add_unit({.id = "u1", .name = "Water"}, {7, 2});
  builder.add_section({.id = "3"}, {2, 1});

  EXPECT_EQ(message_of<InputError>([&] {
              builder.add_task({.id = "3.1"}, {5, 9});
            }),
            "plan.json:5:9: duplicate task id '3.1', first seen at plan.json:4:2; give each task "
            "an id of its own");
  EXPECT_THROW(builder.add_unit({.id = "u1", .name = "Roads"}), InputError);
  EXPECT_THROW(builder.add_section({.id = "3"}), InputError);
}

TEST(NetworkBuilder, SuggestsTheNearestIdForADanglingOne) {
  NetworkBuilder builder("plan.json");
  builder.add_task({.id = "3.10#2"});
  builder.add_unit({.id = "finance", .name = "Finance"});

  EXPECT_EQ(message_of<InputError>([&] {
              builder.unit_at("finanse", {9, 5});
            }),
            "plan.json:9:5: unknown unit 'finanse'; did you mean 'finance'?");
  EXPECT_EQ(message_of<InputError>([&] { builder.task_at("other", {}); }),
            "plan.json: unknown task 'other'; add it to the list of tasks or correct the id");
  EXPECT_EQ(builder.task_at("3.10#2", {}), TaskId{0});
  EXPECT_FALSE(builder.find_section("1"));
}

TEST(NetworkBuilder, KeepsTheStrongerRoleOfAUnitNamedTwiceAndSaysSo) {
  NetworkBuilder builder("x");
  const TaskId task = builder.add_task({.id = "1", .lines = {7, 9}});
  const UnitId water = builder.add_unit({.name = "Water"});
  const UnitId roads = builder.add_unit({.name = "Roads"});
  builder.add_assignment(task, water, Role::Responsible, 1, {.line = 7, .as_written = "water"});
  builder.add_assignment(task, roads, Role::Support, 2, {.line = 7});
  builder.add_assignment(task, water, Role::Lead, 3, {.line = 8, .as_written = "Water board"});
  builder.add_assignment(task, water, Role::Lead, 4, {.line = 9, .as_written = "again"});
  const Network network = std::move(builder).build();

  ASSERT_EQ(network.assignment_count(), 2U);
  const Assignment kept = network.assignment(AssignmentId{0});
  EXPECT_EQ(kept.unit, water);
  EXPECT_EQ(kept.role, Role::Lead);
  EXPECT_EQ(kept.as_written, "Water board");  // the first evidence of the stronger role
  EXPECT_EQ(kept.order, 1U);                  // the first place
  EXPECT_EQ(network.assignment(AssignmentId{1}).order, 2U);
  ASSERT_EQ(network.notes().size(), 2U);
  EXPECT_EQ(network.notes()[0].code, "duplicate-assignment");
  EXPECT_EQ(network.notes()[0].task, task);
  EXPECT_EQ(network.notes()[0].line, 7U);
  EXPECT_EQ(network.notes()[0].message,
            "'Water' is named more than once in task 1; counted once, with its strongest role");
}

TEST(NetworkBuilder, TellsALeadThatSupportsItselfFromOtherRepetitions) {
  const auto code_of = [](Role first, Role second) {
    NetworkBuilder builder("x");
    for (const Role role : {first, second})
      builder.add_assignment(builder.task_of_id("1"), builder.unit_of_name("Water"), role);
    return std::move(builder).build().notes().at(0).code;
  };

  EXPECT_EQ(code_of(Role::Lead, Role::Support), "lead-also-support");
  EXPECT_EQ(code_of(Role::Support, Role::Lead), "lead-also-support");
  EXPECT_EQ(code_of(Role::Lead, Role::Responsible), "duplicate-assignment");
  EXPECT_EQ(code_of(Role::Lead, Role::Informed), "duplicate-assignment");
  EXPECT_EQ(code_of(Role::Support, Role::Support), "duplicate-assignment");
}

TEST(NetworkBuilder, CountsFurtherDuplicatesInsteadOfListingThem) {
  NetworkBuilder builder("x");
  for (int task = 0; task < 1500; ++task) {
    for (int twice = 0; twice < 2; ++twice)
      builder.add_assignment(builder.task_of_id(std::to_string(task)),
                             builder.unit_of_name("Water"), Role::Support);
  }
  const Network network = std::move(builder).build();

  EXPECT_EQ(network.assignment_count(), 1500U);
  ASSERT_EQ(network.notes().size(), 1001U);
  EXPECT_EQ(network.notes()[0].message,
            "'Water' is named more than once in task 0; counted once, with its strongest role");
  EXPECT_EQ(network.notes().back().message, "and 500 more units named more than once in a task");
}

TEST(NetworkBuilder, SortsATaskByStatedOrderAndPutsTheRestBehindThoseBefore) {
  NetworkBuilder builder("x");
  const TaskId task = builder.task_of_id("1");
  const auto add = [&](std::string_view unit, std::uint32_t order) {
    builder.add_assignment(task, builder.unit_of_name(unit), Role::Responsible, order);
  };
  add("third", 30);
  add("behind third", 0);
  add("first", 10);
  add("second", 20);
  add("also behind third", 0);
  const Network network = std::move(builder).build();

  std::vector<std::string_view> names;
  for (const AssignmentId id : network.assignments(task)) {
    names.push_back(network.unit_name(network.unit_of(id)));
    EXPECT_EQ(network.assignment(id).order, names.size());
  }
  EXPECT_EQ(names, (std::vector<std::string_view>{"first", "second", "third", "behind third",
                                                  "also behind third"}));
}

TEST(NetworkBuilder, NumbersUnitsWithoutAnId) {
  NetworkBuilder builder("x");
  builder.add_unit({.name = "Water"});
  builder.add_unit({.id = "roads", .name = "Roads"});
  const Network network = std::move(builder).build();

  EXPECT_EQ(network.unit(UnitId{0}).id, "u1");
  EXPECT_EQ(network.unit(UnitId{1}).id, "roads");
}

TEST(NetworkBuilder, CarriesEverythingItWasGiven) {
  NetworkBuilder builder("x");
  builder.set_title("Plan");
  const SourceId source = builder.add_source({.path = "plan.md", .sha256 = "00"});
  const SectionId section = builder.add_section({.id = "1", .title = "一、水", .source = source});
  const UnitId group = builder.add_unit({.name = "all towns", .kind = UnitKind::Group});
  const UnitId town =
      builder.add_unit({.name = "Town", .aliases = {"T"}, .offices = {"Dam office"}});
  builder.set_members(group, {town});
  const TaskId task = builder.add_task({.id = "1.1",
                                        .title = "Dam",
                                        .section = section,
                                        .source = source,
                                        .lines = {3, 4},
                                        .deadline = "by May",
                                        .due = "2025-05",
                                        .clauses = {{"(Town)", {4, 4}, {10, 16}}},
                                        .targets = {{"2 dams", 2, "dams", ">="}}});
  builder.add_assignment(task, town, Role::Lead, 1,
                         {.is_explicit = false, .line = 4, .span = {11, 15}, .offices = {"Dam"}});
  builder.add_note({"open-list", task, 4, "the list was left open"});
  const Network network = std::move(builder).build();

  EXPECT_EQ(network.title(), "Plan");
  EXPECT_EQ(network.sources()[0].id, "s1");
  const Task row = network.task(task);
  EXPECT_EQ(row.title, "Dam");
  EXPECT_EQ(row.section, section);
  EXPECT_EQ(row.lines, (LineRange{3, 4}));
  EXPECT_EQ(row.deadline, "by May");
  EXPECT_EQ(row.due, "2025-05");
  EXPECT_EQ(row.clauses[0].span, (Span{10, 16}));
  EXPECT_EQ(row.targets[0].value, 2);
  EXPECT_EQ(network.unit(group).members[0], town);
  EXPECT_EQ(network.unit(town).aliases[0], "T");
  EXPECT_EQ(network.unit(town).offices[0], "Dam office");
  const Assignment assignment = network.assignment(AssignmentId{0});
  EXPECT_FALSE(assignment.is_explicit);
  EXPECT_EQ(assignment.span, (Span{11, 15}));
  EXPECT_EQ(assignment.offices[0], "Dam");
  EXPECT_EQ(network.notes()[0].code, "open-list");
}

TEST(NetworkBuilder, TreatsMisuseAsABug) {
  NetworkBuilder builder("x");
  EXPECT_THROW(builder.add_assignment(TaskId{0}, UnitId{0}, Role::Lead), std::logic_error);
  EXPECT_THROW(builder.add_task({.id = "1", .source = SourceId{1}}), std::logic_error);
  EXPECT_THROW(builder.set_members(UnitId{0}, {}), std::logic_error);
  builder.add_unit({.name = "Water"});
  EXPECT_THROW(builder.unit_of_name("Roads"), std::logic_error);
}

TEST(NetworkBuilder, MayBeMovedWhileInUse) {
  NetworkBuilder first("x");
  const TaskId task = first.task_of_id("1");
  NetworkBuilder second = std::move(first);
  second.add_assignment(task, second.unit_of_name("Water"), Role::Lead);
  EXPECT_EQ(second.task_of_id("1"), task);
  EXPECT_EQ(std::move(second).build().assignment_count(), 1U);
}

TEST(NetworkBuilder, TakesAnEdgeListAsAWhole) {
  const auto columns = [](std::string_view second_task, std::uint32_t second_unit) {
    EdgeListColumns made;
    made.task_ids.set(0, "1");
    made.task_ids.set(1, second_task);
    made.unit_names.set(0, "Water");
    made.unit_names.set(1, "Roads");
    made.offsets = {0, 2, 3};
    made.units = {UnitId{1}, UnitId{second_unit}, UnitId{0}};
    made.roles = {Role::Lead, Role::Support, Role::Informed};
    return made;
  };
  NetworkBuilder builder("x");
  EdgeListColumns repeated = columns("1", 0);
  EXPECT_FALSE(builder.take(repeated));
  repeated = columns("2", 1);
  EXPECT_FALSE(builder.take(repeated));
  EXPECT_EQ(repeated.units.size(), 3U);

  EdgeListColumns misfit = columns("2", 2);
  EXPECT_THROW(builder.take(misfit), std::logic_error);
  misfit = columns("2", 0);
  misfit.roles.pop_back();
  EXPECT_THROW(builder.take(misfit), std::logic_error);

  EdgeListColumns good = columns("2", 0);
  ASSERT_TRUE(builder.take(good));
  const Network network = std::move(builder).build();
  ASSERT_EQ(network.task_count(), 2U);
  ASSERT_EQ(network.unit_count(), 2U);
  EXPECT_EQ(network.task_id(TaskId{1}), "2");
  EXPECT_EQ(network.unit(network.unit_of(AssignmentId{0})).name, "Roads");
  EXPECT_EQ(network.unit_id(UnitId{1}), "u2");
  EXPECT_EQ(network.assignment(AssignmentId{2}).role, Role::Informed);
}

TEST(NetworkBuilder, TakesAssignmentsOfTasksAndUnitsThatWereAdded) {
  const auto added = [] {
    NetworkBuilder builder("x");
    builder.add_task({.id = "1", .title = "Roads"});
    builder.add_task({.id = "2"});
    builder.add_unit({.id = "a", .name = "Water"});
    builder.add_unit({.id = "b", .name = "Fire", .members = {UnitId{0}}});
    return builder;
  };
  const auto columns = [](std::uint32_t second_unit) {
    EdgeListColumns made;
    made.offsets = {0, 2, 2};
    made.units = {UnitId{1}, UnitId{second_unit}};
    made.roles = {Role::Lead, Role::Support};
    made.inferred.set(1, true);
    made.lines.set(1, 7);
    made.spans.set(1, {3, 9});
    made.as_written.set(1, "water");
    made.offices.set(1, {"pumps"});
    return made;
  };
  NetworkBuilder builder = added();
  EdgeListColumns list = columns(1);
  EXPECT_FALSE(builder.take(list));  // twice in a task
  list = columns(2);
  EXPECT_THROW(builder.take(list), std::logic_error);  // no such unit
  list = columns(0);
  list.offsets.push_back(2);
  EXPECT_THROW(builder.take(list), std::logic_error);  // no such task
  list = columns(0);
  list.task_ids.set(0, "1");
  EXPECT_THROW(builder.take(list), std::logic_error);
  list = columns(0);
  ASSERT_TRUE(builder.take(list));
  EXPECT_THROW(builder.take(list), std::logic_error);
  const Network network = std::move(builder).build();
  EXPECT_EQ(network.task(TaskId{0}).title, "Roads");
  EXPECT_EQ(network.unit_id(UnitId{1}), "b");
  EXPECT_EQ(network.unit(UnitId{1}).members[0], UnitId{0});
  EXPECT_EQ(network.assignments(TaskId{1}).size(), 0U);
  const Assignment row = network.assignment(AssignmentId{1});
  EXPECT_EQ(row.unit, UnitId{0});
  EXPECT_EQ(row.order, 2U);
  EXPECT_FALSE(row.is_explicit);
  EXPECT_EQ(row.line, 7U);
  EXPECT_EQ(row.span, (Span{3, 9}));
  EXPECT_EQ(row.as_written, "water");
  EXPECT_EQ(row.offices[0], "pumps");

  NetworkBuilder later = added();
  list = columns(0);
  ASSERT_TRUE(later.take(list));
  later.add_assignment(TaskId{1}, UnitId{0}, Role::Lead);
  EXPECT_THROW(std::move(later).build(), std::logic_error);
}

TEST(NetworkBuilder, MixesNoRowsWithAnEdgeList) {
  NetworkBuilder builder("x");
  EdgeListColumns columns;
  columns.task_ids.set(0, "1");
  columns.offsets = {0, 0};
  ASSERT_TRUE(builder.take(columns));
  builder.task_of_id("2");
  EXPECT_THROW(std::move(builder).build(), std::logic_error);
}

}  // namespace respnet::model
