#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "io/support.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"
#include "support/network.hpp"
#include "support/random_network.hpp"

namespace respnet::io {
namespace {

using Attributes = std::map<std::string, std::string>;

// What a GraphML reader sees, by an XML parser that is not ours.
struct Seen {
  std::map<std::string, Attributes> nodes;
  std::map<std::pair<std::string, std::string>, Attributes> edges;
  std::set<std::string> keys;  // "node weight double"
};

std::string attribute(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name));
  const std::string text = value == nullptr ? "" : reinterpret_cast<const char*>(value);
  xmlFree(value);
  return text;
}

std::string content(xmlNode* node) {
  xmlChar* value = xmlNodeGetContent(node);
  const std::string text = reinterpret_cast<const char*>(value);
  xmlFree(value);
  return text;
}

std::string tag(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

void each_child(xmlNode* parent, auto&& visit) {
  for (xmlNode* child = parent->children; child != nullptr; child = child->next)
    if (child->type == XML_ELEMENT_NODE) visit(child);
}

Seen parse(const std::string& bytes) {
  Seen seen;
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "x", nullptr, XML_PARSE_NONET),
      xmlFreeDoc);
  if (document == nullptr) {
    ADD_FAILURE() << "not well-formed:\n" << bytes;
    return seen;
  }
  std::map<std::string, std::string> names;
  each_child(xmlDocGetRootElement(document.get()), [&](xmlNode* child) {
    if (tag(child) == "desc") return;
    if (tag(child) == "key") {
      EXPECT_TRUE(seen.nodes.empty()) << "a key behind the graph";
      EXPECT_TRUE(names.emplace(attribute(child, "id"), attribute(child, "attr.name")).second);
      seen.keys.insert(attribute(child, "for") + " " + attribute(child, "attr.name") + " " +
                       attribute(child, "attr.type"));
      return;
    }
    each_child(child, [&](xmlNode* element) {
      if (tag(element) == "desc") return;
      Attributes& attributes =
          tag(element) == "node"
              ? seen.nodes[attribute(element, "id")]
              : seen.edges[{attribute(element, "source"), attribute(element, "target")}];
      each_child(element, [&](xmlNode* data) {
        attributes[names.at(attribute(data, "key"))] = content(data);
      });
    });
  });
  return seen;
}

}  // namespace

TEST(Graphml, CarriesSidesRolesAndProvenance) {
  const Seen seen =
      parse(network_bytes(read_network(dataset("southern-women/edges.csv")), "graphml"));
  EXPECT_EQ(seen.nodes.size(), 32U);
  EXPECT_EQ(seen.edges.size(), 89U);
  const Attributes& event = seen.nodes.at("t1");
  EXPECT_EQ(event.at("name"), "t1");
  EXPECT_EQ(event.at("label"), "E1");
  EXPECT_EQ(event.at("type"), "false");
  EXPECT_EQ(event.at("bipartite"), "0");
  EXPECT_EQ(event.at("kind"), "task");
  EXPECT_EQ(event.at("ref"), "E1");
  EXPECT_EQ(event.at("source_file"), "edges.csv");
  EXPECT_FALSE(event.contains("source_line"));  // none known: no element
  const Attributes& woman = seen.nodes.at("u1");
  EXPECT_EQ(woman.at("label"), "Evelyn Jefferson");
  EXPECT_EQ(woman.at("type"), "true");
  EXPECT_EQ(woman.at("bipartite"), "1");
  EXPECT_EQ(woman.at("unit_kind"), "organ");
  EXPECT_EQ(seen.edges.at({"t1", "u1"}).at("role"), "responsible");
  EXPECT_EQ(seen.edges.at({"t1", "u1"}).at("weight"), "1");
  EXPECT_TRUE(seen.keys.contains("node type boolean"));
  EXPECT_TRUE(seen.keys.contains("node bipartite int"));
  EXPECT_TRUE(seen.keys.contains("edge weight double"));
}

TEST(Graphml, IsWellFormedForAnyNameAndKeepsWhatXmlAllows) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const model::Network network = test::random_network(seed);
    const Seen seen = parse(network_bytes(network, "graphml"));
    ASSERT_EQ(seen.nodes.size(), network.task_count() + network.unit_count());
    ASSERT_EQ(seen.edges.size(), network.assignment_count());
    for (const model::UnitId unit : network.unit_ids()) {
      const std::string name(network.unit_name(unit));
      if (name.find_first_of("\x01\x1b") != std::string::npos ||
          name.find("\uFFFE") != std::string::npos)
        continue;
      ASSERT_EQ(seen.nodes.at("u" + std::to_string(index(unit) + 1)).at("label"), name);
    }
  }
}

TEST(Graphml, TellsOfReplacedCharacters) {
  const model::Network network = test::network({{"a\x01", "b\x1b\x02"}});
  EXPECT_EQ(losses(network, "graphml").front(),
            "3 control characters that XML does not allow are replaced by U+FFFD");
  EXPECT_EQ(parse(network_bytes(network, "graphml")).nodes.at("u1").at("label"), "b\uFFFD\uFFFD");
}

TEST(Graphml, CarriesMeasuresAndLeavesUndefinedOut) {
  const model::Network network = test::network({{"a", "x"}, {"a", "y"}});
  const std::vector<Table> tables{
      {"units",
       "",
       {{"id", "", std::vector<std::string>{"u1", "u2"}},
        {"load.tasks", "", std::vector<std::int64_t>{1, 1}},
        {"big", "", std::vector<std::int64_t>{1, 1LL << 40}},
        {"co.constraint", "", std::vector<double>{0.5, std::numeric_limits<double>::quiet_NaN()}}}},
      {"tasks", "", {{"task.units", "", std::vector<std::int64_t>{2}}}}};
  const io::Run run{.version = "1", .command = "a&b"};
  const std::string bytes = network_bytes(network, "graphml", {.tables = tables, .run = &run});

  const Seen seen = parse(bytes);
  EXPECT_NE(
      bytes.find("<desc>{&quot;version&quot;: &quot;1&quot;, &quot;command&quot;: &quot;a&amp;b"),
      std::string::npos);

  EXPECT_EQ(seen.nodes.at("u1").at("co.constraint"), "0.5");
  EXPECT_FALSE(seen.nodes.at("u2").contains("co.constraint"));
  EXPECT_EQ(seen.nodes.at("u2").at("load.tasks"), "1");
  EXPECT_EQ(seen.nodes.at("t1").at("task.units"), "2");
  EXPECT_TRUE(seen.keys.contains("node co.constraint double"));
  EXPECT_TRUE(seen.keys.contains("node load.tasks int"));
  EXPECT_TRUE(seen.keys.contains("node big long"));
  EXPECT_FALSE(seen.keys.contains("node id string"));
}

}  // namespace respnet::io
