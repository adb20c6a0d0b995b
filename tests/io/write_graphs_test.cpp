// Graphs for other programs keep nodes, sides, roles and order, whatever the names hold.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "io/support.hpp"
#include "respnet/io/write.hpp"
#include "support/network.hpp"
#include "support/random_network.hpp"

namespace respnet::io {

TEST(Cytoscape, ReadBackHasTheSameTasksUnitsAndRoles) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const model::Network before = test::random_network(seed);
    const std::string bytes = network_bytes(before, "node-link");
    const model::Network after = network_in(bytes, "node-link");
    ASSERT_EQ(seen(after), seen(before)) << "seed " << seed;
    ASSERT_EQ(after.task_count(), before.task_count());
    ASSERT_EQ(after.unit_count(), before.unit_count());
  }
}

TEST(Cytoscape, HasWhatNetworkXAsksFor) {
  const auto json = nlohmann::json::parse(
      network_bytes(test::network({{"1", "a\"<&>\n\x01=1+1", model::Role::Lead}}), "node-link"));
  EXPECT_EQ(json["directed"], false);
  EXPECT_EQ(json["multigraph"], false);
  const auto& nodes = json["elements"]["nodes"];
  ASSERT_EQ(nodes.size(), 2U);
  EXPECT_EQ(nodes[0]["data"]["value"], "t1");
  EXPECT_EQ(nodes[1]["data"]["bipartite"], 1);
  EXPECT_EQ(nodes[1]["data"]["label"], "a\"<&>\n\x01=1+1");
  EXPECT_EQ(json["elements"]["edges"][0]["data"]["role"], "lead");
}

TEST(Pajek, WritesTwoModesAndTamesLabels) {
  const std::vector<test::Row> rows{{"1", "say \"x\"\n*Edges", model::Role::Lead}, {"2", "财政局"}};
  EXPECT_EQ(network_bytes(test::network(rows), "pajek"),
            "*Vertices 4 2\n1 \"1\"\n2 \"2\"\n3 \"say 'x' *Edges\"\n4 \"财政局\"\n"
            "*Edges\n1 3 1\n2 4 1\n");
}

}  // namespace respnet::io
