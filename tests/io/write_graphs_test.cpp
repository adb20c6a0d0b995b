// Graphs for other programs keep nodes, sides, roles, order and measures, whatever the names hold.

#include <cmath>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <graphviz/cgraph.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "io/support.hpp"
#include "respnet/io/write.hpp"
#include "respnet/model/network_builder.hpp"
#include "support/folder.hpp"
#include "support/network.hpp"
#include "support/random_network.hpp"

namespace respnet::io {
namespace {

using model::Role;
using nlohmann::json;

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kHostile = "a\"<&>\\\n\x01=1+1 */ %";

// Two tasks and two units with a measure of each kind.
struct Measured {
  model::Network network =
      test::network({{"1", std::string(kHostile), Role::Lead}, {"2", "财政局", Role::Support}});
  std::vector<Table> tables{
      {"network", "", {{"density", "", std::vector<double>{0.5}}}},
      {"units",
       "",
       {{"id", "", std::vector<std::string>{"u1", "u2"}},
        {"load.tasks", "", std::vector<std::int64_t>{1, 1}},
        {"co.constraint", "", std::vector<double>{0.25, kUndefined}},
        {"both", "", std::vector<std::int64_t>{3, 4}},
        {"words", "", std::vector<std::string>{"x", ""}}}},
      {"tasks", "", {{"both", "", std::vector<double>{0.125, kUndefined}}}},
  };
  Run run{.version = "1", .command = "export */ %", .options = {{"b", "2"}, {"a", "1"}}};

  Attachments with() const { return {.tables = tables, .run = &run}; }
  std::string bytes(std::string_view format) const {
    return network_bytes(network, format, with());
  }
};

}  // namespace

TEST(GraphWriters, ReadBackHasTheSameTasksUnitsAndRoles) {
  for (const std::string_view format : {"graphml", "gexf", "node-link", "cytoscape"})
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      // XML replaces some characters; graphml_test looks at those.
      const model::Network before = test::random_network(seed);
      const model::Network after = network_in(network_bytes(before, format), format);
      ASSERT_EQ(after.task_count(), before.task_count()) << format << " seed " << seed;
      ASSERT_EQ(after.unit_count(), before.unit_count());
      ASSERT_EQ(after.assignment_count(), before.assignment_count());
      if (losses(before, format).empty() ||
          losses(before, format).front().find("XML") == std::string::npos) {
        ASSERT_EQ(seen(after), seen(before)) << format << " seed " << seed;
      }
    }
}

TEST(GraphWriters, MeasuresDoNotChangeWhatIsReadBack) {
  const Measured measured;
  for (const std::string_view format : {"node-link", "cytoscape"})
    EXPECT_EQ(seen(network_in(measured.bytes(format), format)), seen(measured.network)) << format;
}

TEST(GraphWriters, RefuseTablesThatDoNotFit) {
  const model::Network network = test::network({{"a", "x"}});
  const auto message = [&](std::string_view format, const Table& units) {
    return test::message_of<std::invalid_argument>(
        [&] { network_bytes(network, format, {.tables = std::span(&units, 1)}); });
  };
  const Table longer{"units", "", {{"load.tasks", "", std::vector<std::int64_t>{1, 2}}}};
  const Table ours{"units", "", {{"type", "", std::vector<std::int64_t>{1}}}};
  for (const std::string_view format :
       {"graphml", "gexf", "node-link", "cytoscape", "hif", "dot", "pajek-project"}) {
    EXPECT_EQ(message(format, longer), "the table 'units' has 2 rows, the network has 1");
    EXPECT_EQ(message(format, ours), "nodes have a 'type' of their own");
  }
}

// Long and short tasks, more than a block of rows, some with words of the text behind them.
TEST(Graphml, AnEdgeIsTheSameInATaskOfAnyLengthAndOnAnyThreads) {
  model::NetworkBuilder builder("x");
  for (std::size_t unit = 0; unit < 70; ++unit)
    builder.add_unit({.id = {}, .name = "n" + std::to_string(unit)});
  std::vector<std::string> edges;
  for (std::size_t task = 0; task < 2500; ++task) {
    const model::TaskId id = builder.add_task({.id = "k" + std::to_string(task)});
    for (std::size_t place = 0; place < task % 70; ++place) {
      const auto role = static_cast<Role>((task + place) % model::kRoles);
      const bool is_explicit = place % 3 != 0, has_line = (task + place) % 5 == 0,
                 has_words = (task + place) % 7 == 0;
      builder.add_assignment(id, static_cast<model::UnitId>(69 - place), role, 0,
                             {.is_explicit = is_explicit,
                              .line = has_line ? 8U : 0U,
                              .as_written = has_words ? "a<b 局" : ""});
      const auto data = [](std::string_view key, std::string_view value) {
        return "<data key=\"edge." + std::string(key) + "\">" + std::string(value) + "</data>";
      };
      edges.push_back("  <edge source=\"t" + std::to_string(task + 1) + "\" target=\"u" +
                      std::to_string(70 - place) + "\">" + data("role", name(role)) +
                      data("weight", "1") + data("explicit", is_explicit ? "true" : "false") +
                      data("order", std::to_string(place + 1)) +
                      (has_line ? data("source_line", "8") : "") +
                      (has_words ? data("as_written", "a&lt;b 局") : "") + "</edge>");
    }
  }
  const model::Network network = std::move(builder).build();
  for (const unsigned threads : {1U, 2U, 16U}) {
    std::istringstream lines(network_bytes(network, "graphml", {.threads = threads}));
    std::size_t found = 0, nodes = 0;
    for (std::string line; std::getline(lines, line);) {
      nodes += line.starts_with("  <node ");
      if (!line.starts_with("  <edge ")) continue;
      ASSERT_LT(found, edges.size());
      ASSERT_EQ(line, edges[found++]) << threads << " threads";
    }
    EXPECT_EQ(found, edges.size());
    EXPECT_EQ(nodes, 2570U);
  }
}

TEST(NodeLink, IsWhatNetworkXReads) {
  const json graph = json::parse(Measured().bytes("node-link"));
  EXPECT_EQ(graph["directed"], false);
  EXPECT_EQ(graph["multigraph"], false);
  EXPECT_EQ(graph["graph"]["density"], 0.5);
  EXPECT_EQ(graph["graph"]["run"]["options"], json::parse(R"({"a": "1", "b": "2"})"));
  ASSERT_EQ(graph["nodes"].size(), 4U);
  EXPECT_EQ(graph["nodes"][0]["id"], "t1");
  EXPECT_EQ(graph["nodes"][0]["both"], 0.125);
  EXPECT_TRUE(graph["nodes"][1]["both"].is_null());
  EXPECT_FALSE(graph["nodes"][0].contains("load.tasks"));  // no measure of tasks
  EXPECT_EQ(graph["nodes"][2]["label"], kHostile);
  EXPECT_EQ(graph["nodes"][2]["bipartite"], 1);
  EXPECT_EQ(graph["nodes"][2]["load.tasks"], 1);
  EXPECT_TRUE(graph["nodes"][3]["co.constraint"].is_null());
  EXPECT_EQ(graph["edges"][0], json::parse(R"({"source": "t1", "target": "u1", "role": "lead",
      "weight": 1, "explicit": true, "order": 1})"));
}

TEST(Cytoscape, HasWhatNetworkXAsksFor) {
  const json graph = json::parse(Measured().bytes("cytoscape"));
  EXPECT_EQ(graph["directed"], false);
  EXPECT_EQ(graph["multigraph"], false);
  EXPECT_EQ(graph["data"]["density"], 0.5);
  const json& nodes = graph["elements"]["nodes"];
  ASSERT_EQ(nodes.size(), 4U);
  EXPECT_EQ(nodes[0]["data"]["value"], "t1");
  EXPECT_EQ(nodes[2]["data"]["label"], kHostile);
  EXPECT_EQ(nodes[2]["data"]["co.constraint"], 0.25);
  EXPECT_EQ(graph["elements"]["edges"][1]["data"]["role"], "support");
  EXPECT_EQ(graph["elements"]["edges"][1]["data"]["id"], "e2");
}

TEST(Hif, TasksAreHyperedgesOfTheirUnits) {
  const json graph = json::parse(Measured().bytes("hif"));
  EXPECT_EQ(graph["network-type"], "undirected");
  EXPECT_EQ(graph["metadata"]["density"], 0.5);
  ASSERT_EQ(graph["nodes"].size(), 2U);
  EXPECT_EQ(graph["nodes"][0]["node"], "u1");
  EXPECT_EQ(graph["nodes"][0]["attrs"]["label"], kHostile);
  EXPECT_EQ(graph["edges"][1]["edge"], "t2");
  EXPECT_EQ(graph["edges"][0]["attrs"]["both"], 0.125);
  EXPECT_EQ(graph["incidences"][1]["edge"], "t2");
  EXPECT_EQ(graph["incidences"][1]["node"], "u2");
  EXPECT_EQ(graph["incidences"][1]["attrs"]["role"], "support");
}

TEST(GraphWriters, KeepTheTitleOfTheNetwork) {
  model::NetworkBuilder builder("test");
  builder.set_title("2024 <plan> & more");
  builder.add_task({.id = "1"});
  const model::Network network = std::move(builder).build();
  for (const std::string_view format : {"graphml", "node-link", "cytoscape"})
    EXPECT_EQ(network_in(network_bytes(network, format), format).title(), "2024 <plan> & more")
        << format;
}

TEST(Gexf, HasNoElementsThatItsGrammarDoesNotKnow) {
  model::NetworkBuilder builder("test");
  builder.set_title("plan");
  builder.add_task({.id = "1"});
  const std::string bytes = network_bytes(std::move(builder).build(), "gexf");
  EXPECT_NE(bytes.find("<creator>respnet</creator>\n  <keywords>plan</keywords>\n </meta>"),
            std::string::npos)
      << bytes;
}

TEST(Gexf, DeclaresAttributesColoursAndSizes) {
  const Measured measured;
  Attachments with = measured.with();
  const std::vector<NodeLook> looks{{1, 2, 3, 10}, {255, 0, 128, 12.5}};
  with.unit_looks = looks;
  const std::string bytes = network_bytes(measured.network, "gexf", with);
  for (const std::string_view part :
       {"xmlns=\"http://gexf.net/1.3\"", "version=\"1.3\"",
        "<attribute id=\"both\" title=\"both\" type=\"double\"/>",
        "<attribute id=\"load.tasks\" title=\"load.tasks\" type=\"integer\"/>",
        "<attvalue for=\"co.constraint\" value=\"0.25\"/>",
        "<viz:color r=\"255\" g=\"0\" b=\"128\"/><viz:size value=\"12.5\"/><viz:shape "
        "value=\"disc\"/>",
        "<edge id=\"e2\" source=\"t2\" target=\"u2\" weight=\"1\">"})
    EXPECT_NE(bytes.find(part), std::string::npos) << part << "\n" << bytes;
  // Undefined has no element; the label is the element's own.
  EXPECT_EQ(bytes.find("nan"), std::string::npos);
  EXPECT_EQ(bytes.find("title=\"label\""), std::string::npos);
}

TEST(Dot, GraphvizReadsNodesEdgesAndAnyName) {
  const std::string bytes = Measured().bytes("dot");
  Agraph_t* graph = agmemread(bytes.c_str());
  ASSERT_NE(graph, nullptr) << bytes;
  EXPECT_EQ(agnnodes(graph), 4);
  EXPECT_EQ(agnedges(graph), 2);
  Agnode_t* unit = agnode(graph, const_cast<char*>("u1"), 0);
  ASSERT_NE(unit, nullptr);
  const auto attribute = [](void* of, const char* name) -> std::string {
    const char* value = agget(of, const_cast<char*>(name));
    return value == nullptr ? "" : value;
  };
  // As an escString: what stands for a backslash is two of them.
  EXPECT_EQ(attribute(unit, "label"), "a\"<&amp;>\\\\\n\x01=1+1 */ %");
  EXPECT_EQ(attribute(unit, "kind"), "unit");
  EXPECT_EQ(attribute(unit, "co.constraint"), "0.25");
  Agedge_t* edge = agfstedge(graph, unit);
  ASSERT_NE(edge, nullptr);
  EXPECT_EQ(attribute(edge, "role"), "lead");
  agclose(graph);
}

TEST(Dot, AnyNetworkIsRead) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const model::Network network = test::random_network(seed);
    Agraph_t* graph = agmemread(network_bytes(network, "dot").c_str());
    ASSERT_NE(graph, nullptr) << "seed " << seed;
    ASSERT_EQ(static_cast<std::size_t>(agnnodes(graph)),
              network.task_count() + network.unit_count());
    ASSERT_EQ(static_cast<std::size_t>(agnedges(graph)), network.assignment_count());
    agclose(graph);
  }
}

TEST(Pajek, WritesTwoModesAndTamesLabels) {
  const std::vector<test::Row> rows{{"1", "say \"x\"\n*Edges", Role::Lead}, {"2", "财政局"}};
  const std::string rest =
      "\n1 \"1\"\n2 \"2\"\n3 \"say 'x' *Edges\"\n4 \"财政局\"\n*Edges\n1 3 1\n2 4 1\n";
  EXPECT_EQ(network_bytes(test::network(rows), "pajek"), "*Vertices 4 2" + rest);
  EXPECT_EQ(network_bytes(test::network(rows), "pajek-one-mode"), "*Vertices 4" + rest);
  EXPECT_EQ(losses(test::network(rows), "pajek").back(),
            "quotes or control characters are replaced in 1 names");
}

TEST(Pajek, OfOneModeEscapesBackslashesAsNetworkXReadsThem) {
  const model::Network network = test::network({{"1", R"(ends with \)"}});
  EXPECT_NE(network_bytes(network, "pajek").find(R"(2 "ends with \")"), std::string::npos);
  EXPECT_NE(network_bytes(network, "pajek-one-mode").find(R"(2 "ends with \\")"),
            std::string::npos);
}

TEST(Pajek, AProjectHasSidesAndMeasures) {
  const std::string bytes = Measured().bytes("pajek-project");
  EXPECT_TRUE(bytes.starts_with("\xEF\xBB\xBF% {\"version\": \"1\""));
  EXPECT_NE(bytes.find("\n*Partition side (1 task, 2 unit)\n*Vertices 4\n1\n1\n2\n2\n"),
            std::string::npos);
  EXPECT_NE(bytes.find("\n*Vector both\n*Vertices 4\n0.125\n999999998\n3\n4\n"), std::string::npos);
  EXPECT_NE(bytes.find("\n*Vector co.constraint\n*Vertices 4\n999999998\n999999998\n0.25\n"
                       "999999998\n"),
            std::string::npos);
  EXPECT_EQ(bytes.find("words"), std::string::npos);
}

TEST(Dl, ListsBothModesOrOne) {
  const model::Network network = test::network({{"1", "x"}, {"1", "y"}, {"2", "y"}});
  EXPECT_EQ(network_bytes(network, "dl"),
            "dl nr=2 nc=2 format=edgelist2\nrow labels:\nt1\nt2\ncolumn labels:\nu1\nu2\ndata:\n"
            "1 1 1\n1 2 1\n2 2 1\n");
  EXPECT_EQ(network_bytes(network, "dl-one-mode"),
            "dl n=4\nformat=edgelist1\nlabels:\nt1\nt2\nu1\nu2\ndata:\n1 3 1\n1 4 1\n2 4 1\n");
}

TEST(MatrixMarket, HasCoordinatesAndNamesAsComments) {
  const model::Network network = test::network({{"1", "x\n9 9"}, {"1", "y"}, {"2", "y"}});
  EXPECT_EQ(network_bytes(network, "matrix-market"),
            "%%MatrixMarket matrix coordinate pattern general\n% row 1 1\n% row 2 2\n"
            "% column 1 x 9 9\n% column 2 y\n2 2 3\n1 1\n1 2\n2 2\n");
}

}  // namespace respnet::io
