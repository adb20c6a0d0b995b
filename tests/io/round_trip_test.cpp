// Everything that can be in a network survives every format that promises to carry it.

#include <set>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/random_network.hpp"

namespace respnet::io {

TEST(RoundTrip, ThroughJsonGivesTheSameBytes) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const std::string bytes = network_bytes(test::random_network(seed), "json");
    ASSERT_FALSE(first_invalid_utf8(bytes));
    ASSERT_EQ(network_bytes(network_in(bytes, "json"), "json"), bytes) << "seed " << seed;
  }
}

TEST(RoundTrip, ThroughJsonKeepsHostileNames) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const model::Network before = test::random_network(seed);
    const model::Network after = network_in(network_bytes(before, "json"), "json");
    ASSERT_EQ(seen(after), seen(before)) << "seed " << seed;
  }
}

TEST(RoundTrip, ThroughCsvKeepsTasksUnitsAndRoles) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const model::Network before = test::random_edge_list(seed);
    const std::string bytes = network_bytes(before, "csv");
    const model::Network after = network_in(bytes, "csv");
    ASSERT_EQ(seen(after), seen(before)) << "seed " << seed;
    ASSERT_EQ(after.task_count(), before.task_count());
    ASSERT_EQ(after.unit_count(), before.unit_count());
    ASSERT_EQ(network_bytes(after, "csv"), bytes) << "seed " << seed;
  }
}

// What GraphML carries of a network, as text; characters that XML does not allow are replaced.
std::string carried(const model::Network& network) {
  std::string text;
  const auto add = [&text](std::string_view key, std::string_view value) {
    text.append(key).append("=");
    append_xml(text, value);
    text += '\n';
  };
  for (const model::TaskId id : network.task_ids()) {
    const model::Task task = network.task(id);
    add("task", task.id);
    add("title", task.title);
    add("section", task.section ? network.section(*task.section).id : "");
    add("deadline", task.deadline);
    add("due", task.due);
    add("line", std::to_string(task.lines.first));
    const auto& sources = network.sources();
    if (!sources.empty() && !sources[index(task.source)].path.empty())
      add("source", sources[index(task.source)].path);
    std::string clauses;
    for (const model::Clause& clause : task.clauses)
      clauses.append(clauses.empty() ? "" : "\n").append(clause.text);
    add("clause", clauses);
    for (const model::AssignmentId at : network.assignments(id)) {
      const model::Assignment row = network.assignment(at);
      add(name(row.role), network.unit_name(row.unit));
      add(row.is_explicit ? "explicit" : "inferred", std::to_string(row.order));
      add("line", std::to_string(row.line));
      add("as_written", row.as_written);
    }
  }
  for (const model::UnitId id : network.unit_ids()) {
    add("unit", network.unit_id(id));
    add(name(network.unit_kind(id)), network.unit_name(id));
  }
  return text;
}

// Without what only says where a task without a source stood: in the GraphML file itself.
std::string without_source_of_its_own(std::string text) {
  for (std::size_t at; (at = text.find("source=f\n")) != text.npos;) text.erase(at, 9);
  return text;
}

TEST(RoundTrip, ThroughGraphmlKeepsAllThatItCarries) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const model::Network before = test::random_network(seed);
    const std::string bytes = network_bytes(before, "graphml");
    const model::Network after = network_in(bytes, "graphml");
    ASSERT_EQ(without_source_of_its_own(carried(after)), carried(before)) << "seed " << seed;
  }
}

TEST(RoundTrip, OfEdgeListsThroughGraphmlGivesTheSameBytes) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const model::Network before = test::random_edge_list(seed);
    const std::string csv = network_bytes(before, "csv");
    const model::Network after = network_in(network_bytes(before, "graphml"), "graphml");
    ASSERT_EQ(carried(before), without_source_of_its_own(carried(after))) << "seed " << seed;
    if (!losses(before, "graphml").empty()) continue;  // characters that XML does not allow
    ASSERT_EQ(network_bytes(after, "csv"), csv);
  }
}

TEST(RoundTrip, OfTheSampleThroughGraphmlKeepsSections) {
  const model::Network before = read_network(dataset("changle-2024/network.json"));
  const model::Network after = network_in(network_bytes(before, "graphml"), "graphml");
  EXPECT_EQ(carried(after), carried(before));
  for (const model::TaskId task : before.task_ids())
    EXPECT_EQ(after.section(*after.top_section(task)).id,
              before.section(*before.top_section(task)).id);
}

TEST(RoundTrip, FromJsonThroughCsvKeepsTheLonely) {
  const model::Network before = network_in(
      R"({"schema": "respnet-network/1", "tasks": [{"id": "a"}, {"id": "b"}],
          "units": [{"id": "u1", "name": "idle"}, {"id": "u2", "name": "busy"}],
          "assignments": [{"task": "b", "unit": "u2", "role": "lead"}]})",
      "json");
  const model::Network after = network_in(network_bytes(before, "csv"), "csv");
  EXPECT_EQ(after.task_count(), 2U);
  EXPECT_EQ(after.unit_count(), 2U);
  EXPECT_EQ(seen(after), "b/busy/lead");
}

}  // namespace respnet::io
