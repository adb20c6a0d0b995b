#include <string>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

using test::message_of;

std::string refusal(std::string_view name) {
  const std::string file = fixture(name).string();
  std::string message = message_of<InputError>([&] { read_network(file); });
  if (message.starts_with(file)) message.erase(0, file.size() - name.size());
  return message;
}

std::string refused(std::string_view text) {
  return message_of<InputError>([&] { network_in(text, "json"); });
}

// A network file of these rows; `tasks` begins in line 1 column 12.
std::string file_of(std::string_view tasks, std::string_view units, std::string_view assignments) {
  return "{\"tasks\": [" + std::string(tasks) + "],\n \"units\": [" + std::string(units) +
         "],\n \"assignments\": [" + std::string(assignments) +
         "],\n \"schema\": \"respnet-network/1\"}";
}

}  // namespace

TEST(NetworkJson, WritesWhatItReadByteForByte) {
  EXPECT_EQ(network_bytes(read_network(fixture("every_key.json")), "json"),
            test::content(fixture("every_key.json")));
}

TEST(NetworkJson, ReadsEveryField) {
  const model::Network network = read_network(fixture("every_key.json"));
  EXPECT_EQ(network.title(), "Plan");
  EXPECT_EQ(network.sources()[0].issuer, "Town");
  EXPECT_EQ(network.section(model::SectionId{1}).parent, model::SectionId{0});
  const model::Task task = network.task(model::TaskId{0});
  EXPECT_EQ(task.lines, (model::LineRange{3, 4}));
  EXPECT_EQ(task.targets[0].value, 2);
  EXPECT_FALSE(task.targets[1].value);
  EXPECT_EQ(network.unit(model::UnitId{1}).members[0], model::UnitId{0});
  EXPECT_FALSE(network.assignment(model::AssignmentId{0}).is_explicit);
  EXPECT_EQ(network.notes()[0].task, model::TaskId{0});
}

TEST(NetworkJson, TakesItsPartsInAnyOrder) {
  const std::string text = R"({"assignments": [{"role": "lead", "unit": "u1", "task": "1"}],
    "units": [{"name": "Water", "id": "u1"}], "tasks": [{"id": "1"}],
    "schema": "respnet-network/1"})";
  EXPECT_EQ(seen(network_in(text, "json")), "1/Water/lead");
}

TEST(NetworkJson, IgnoresUnknownKeysWithOneNoteEach) {
  const model::Network network = read_network(fixture("unknown_key.json"));
  ASSERT_EQ(network.notes().size(), 2U);
  EXPECT_EQ(network.notes()[0].message,
            "the key 'made_by' of a network is not known and was ignored");
  EXPECT_EQ(network.notes()[1].message,
            "the key 'titel' of a task is not known and was ignored; did you mean 'title'?");
  EXPECT_EQ(network.notes()[1].line, 2U);
}

TEST(NetworkJson, RefusesBrokenJsonWithLineAndColumn) {
  EXPECT_EQ(
      refusal("broken.json"),
      "broken.json:3:24: broken JSON at '\"name\"'; look for a missing comma, colon, quote or "
      "bracket just before it");
  EXPECT_EQ(refusal("cut_off.json"),
            "cut_off.json:3:1: the JSON ends too early; close the last quote, bracket or brace");
  EXPECT_EQ(refusal("duplicate_key.json"),
            "duplicate_key.json:2:38: the key 'title' stands twice in one object, first in line 2 "
            "column 24; keep one");
  EXPECT_EQ(refused("{\"schema\": 1e999}"), "f:1:16: a number too large to hold; make it smaller");
  EXPECT_EQ(refused("{\"schema\": \"\\u0000\"}"),
            "f:1:12: text with a NUL character (\\u0000); remove it");
}

TEST(NetworkJson, RefusesWrongIdsAndNamesThePlaces) {
  EXPECT_EQ(refusal("unknown_unit.json"),
            "unknown_unit.json:4:40: unknown unit 'watr'; did you mean 'water'?");
  EXPECT_EQ(refusal("unknown_role.json"),
            "unknown_role.json:4:54: unknown role 'laed'; did you mean 'lead'?");
  const std::string file = fixture("duplicate_task.json").string();
  EXPECT_EQ(message_of<InputError>([&] { read_network(file); }),
            file + ":3:12: duplicate task id '1', first seen at " + file +
                ":2:12; give each task an id of its own");
}

TEST(NetworkJson, RefusesWrongTypes) {
  EXPECT_EQ(refusal("wrong_type.json"),
            "wrong_type.json:2:33: \"title\" of a task must be text, not a whole number");
  EXPECT_EQ(refused(file_of("3", "", "")),
            "f:1:12: a task must be an object {…}, not a whole number");
  EXPECT_EQ(refused(file_of("{}", "", "")), "f:1:12: a task without \"id\"; add it");
  EXPECT_EQ(refused(file_of("{\"id\": \"\"}", "", "")),
            "f:1:19: \"id\" of a task is empty; fill it in");
  EXPECT_EQ(refused(file_of("{\"id\": \"a\", \"lines\": [2, 1]}", "", "")),
            "f:1:33: \"lines\" of a task must be two whole numbers, the smaller one first");
  EXPECT_EQ(refused(file_of("{\"id\": \"a\", \"lines\": [-1, 1]}", "", "")),
            "f:1:34: \"lines\" of a task must lie between 0 and 4294967295");
  EXPECT_EQ(refused(file_of("{\"id\": \"a\", \"lines\": [1.5, 1]}", "", "")),
            "f:1:34: \"lines\" of a task must be a whole number, not a number");
  EXPECT_EQ(refused(file_of("{\"id\": \"a\", \"targets\": [{\"value\": true}]}", "", "")),
            "f:1:46: \"value\" of a target must be a number, not true or false");
}

TEST(NetworkJson, RefusesWhatDoesNotFitTogether) {
  const std::string unit = R"({"id": "u1", "name": "Water"})";
  EXPECT_EQ(refused(file_of("{\"id\": \"a\"}", unit,
                            R"({"task": "a", "unit": "u1", "role": "lead", "clause": 1})")),
            "f:3:72: the task has no clause 1; clauses count from 0");
  EXPECT_EQ(refused(file_of("{\"id\": \"a\", \"source\": \"s1\"}", unit, "")),
            "f:1:34: unknown source 's1'; add it to \"sources\"");
  EXPECT_EQ(refused(file_of("{\"id\": \"a\", \"section\": \"1\"}", unit, "")),
            "f:1:35: unknown section '1'; add it to the list of sections or correct the id");
  EXPECT_EQ(
      refused("{\"schema\": \"respnet-network/1\", \"sections\": [{\"id\": \"1.1\", \"parent\": "
              "\"1\"}, {\"id\": \"1\"}]}"),
      "f:1:70: a section stands before its parent '1'; move the parent up");
  EXPECT_EQ(refused(file_of("", "", "")),
            "f:1:1: the network has neither tasks nor units; check how it was made");
}

TEST(NetworkJson, RefusesOtherJson) {
  EXPECT_EQ(refusal("other_json.json"),
            "other_json.json:1:1: this JSON is no network; a network file begins with {\"schema\": "
            "\"respnet-network/1\"");
  EXPECT_EQ(refused("{\"schema\": \"respnet-network/2\"}"),
            "f:1:12: the schema 'respnet-network/2' is not read here, only 'respnet-network/1'; "
            "write the file with this version of respnet");
  EXPECT_EQ(refused("[]"), "f:1:1: a network must be an object {…}, not a list");
}

TEST(NetworkJson, RefusesDeepNesting) {
  const auto nested = [](std::size_t depth) {
    return "{\"schema\": \"respnet-network/1\", \"units\": [], \"assignments\": [], \"tasks\": "
           "[{\"id\": "
           "\"1\", \"x\": " +
           std::string(depth, '[') + std::string(depth, ']') + "}]}";
  };
  EXPECT_NO_THROW(network_in(nested(61), "json"));
  EXPECT_EQ(message_of<LimitError>([&] { network_in(nested(62), "json"); }),
            "f:1:153: nested more than 64 deep; a network needs 5");
  EXPECT_THROW(network_in(nested(1'000'000), "json"), LimitError);
}

TEST(NetworkJson, RefusesManyEqualKeysInTimeNotQuadratic) {
  std::string text = "{\"schema\": \"respnet-network/1\"";
  for (int i = 0; i < 200'000; ++i) text += ",\"k" + std::to_string(i) + "\":1";
  text += ",\"k7\":1}";
  EXPECT_NE(refused(text).find("the key 'k7' stands twice"), std::string::npos);
}

}  // namespace respnet::io
