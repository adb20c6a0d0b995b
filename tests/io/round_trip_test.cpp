// Everything that can be in a network survives every format that promises to carry it.

#include <set>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/text.hpp"
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
