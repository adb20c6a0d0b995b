// One network of three tasks and three units, as the programs of others write it.

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/io/read.hpp"

namespace respnet::io {
namespace {

constexpr std::string_view kNetwork =
    "road/Transport Bureau/lead road/市财政局/support bridge/Transport Bureau/responsible "
    "school/Education & Sports <Bureau>/lead school/市财政局/support";

std::set<std::string> codes(const model::Network& network) {
  std::set<std::string> result;
  for (const model::Note& note : network.notes()) result.insert(note.code);
  return result;
}

class GraphFile : public testing::TestWithParam<const char*> {};

TEST_P(GraphFile, IsReadWithoutBeingToldTheFormat) {
  const model::Network network = read_network(fixture("graphs") / GetParam());
  // Edges may come in any order of tasks, not of the units of one task.
  EXPECT_EQ(seen(network), kNetwork);
  EXPECT_EQ(network.task(model::TaskId{0}).title, "Mend the road");
  EXPECT_EQ(network.task(model::TaskId{2}).title, "Open the school");
  EXPECT_EQ(network.sources()[0].path, GetParam());
  for (const model::AssignmentId id : network.assignments(model::TaskId{0}))
    EXPECT_TRUE(network.assignment(id).is_explicit);
}

INSTANTIATE_TEST_SUITE_P(All, GraphFile,
                         testing::Values("bare_1.1.gexf", "cytoscape.cyjs", "cytoscape.graphml",
                                         "d3_by_place.json", "gephi.gexf", "graphology.json",
                                         "networkx_2.cyjs", "networkx_2.gexf", "networkx_2.graphml",
                                         "networkx_2_links.json", "networkx_2_multi.graphml",
                                         "networkx_3_edges.json", "python_igraph.graphml",
                                         "vis_network.json", "yed.graphml"));

model::Network read_fixture(const char* name) { return read_network(fixture("graphs") / name); }

}  // namespace

TEST(GraphFiles, NamesOfUnitsAreIdsOnlyWhereTheFileHasOthers) {
  const model::Network by_name = read_fixture("networkx_2.graphml");
  EXPECT_EQ(by_name.unit_id(model::UnitId{0}), "u1");
  const model::Network by_id = read_fixture("vis_network.json");
  EXPECT_EQ(by_id.unit_id(model::UnitId{0}), "4");
}

TEST(GraphFiles, OfRHaveEmptyTextsForMissingOnes) {
  const model::Network network = read_fixture("r_igraph.graphml");
  EXPECT_EQ(seen(network),
            "road/Transport Bureau/lead road/Finance Bureau/support "
            "bridge/Transport Bureau/responsible");
  EXPECT_FALSE(network.assignment(model::AssignmentId{2}).is_explicit);
  EXPECT_EQ(codes(network), (std::set<std::string>{"missing-role", "sides-by-number"}));
}

TEST(GraphFiles, TellWhatTheReaderChose) {
  EXPECT_EQ(codes(read_fixture("gephi.gexf")), std::set<std::string>{});
  EXPECT_EQ(codes(read_fixture("networkx_2.gexf")), std::set<std::string>{"sides-by-number"});
  EXPECT_EQ(codes(read_fixture("d3_by_place.json")), std::set<std::string>{"ends-by-place"});
  EXPECT_EQ(codes(read_fixture("yed.graphml")), std::set<std::string>{"ports-ignored"});
  EXPECT_EQ(codes(read_fixture("networkx_2_multi.graphml")),
            (std::set<std::string>{"duplicate-assignment", "sides-by-number"}));
}

TEST(GraphFiles, KeepTheNameOfTheGraph) {
  EXPECT_EQ(read_fixture("networkx_3_edges.json").title(), "Roads and schools");
  EXPECT_EQ(read_fixture("cytoscape.cyjs").title(), "Roads and schools");
}

}  // namespace respnet::io
