// What nodes and edges of graphs mean, and what is refused, in exact words.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "io/graph_formats.hpp"
#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

using test::message_of;

// A GraphML file whose nodes begin in line 2; each key is called as the attribute it stands for.
std::string graphml(const std::string& body, const std::string& keys = "") {
  std::string text = "<graphml>" + keys;
  for (const char* name : {"kind", "type", "bipartite", "mode", "label", "name", "ref", "section",
                           "source_file", "source_line", "unit_kind", "size"})
    text += "<key id='" + std::string(name) + "' for='node'/>";
  for (const char* name : {"role", "order", "explicit", "weight"})
    text += "<key id='" + std::string(name) + "' for='edge'/>";
  return text + "<graph>\n" + body + "</graph></graphml>";
}

std::string data(const std::string& key, const std::string& value) {
  return "<data key='" + key + "'>" + value + "</data>";
}
std::string node(const std::string& id, const std::string& content) {
  return "<node id='" + id + "'>" + content + "</node>\n";
}
std::string edge(const std::string& from, const std::string& to, const std::string& content = "") {
  return "<edge source='" + from + "' target='" + to + "'>" + content + "</edge>\n";
}
std::string task(const std::string& id) { return node(id, data("kind", "task")); }
std::string unit(const std::string& id) { return node(id, data("kind", "unit")); }

model::Network read(const std::string& body, const std::string& keys = "") {
  return network_in(graphml(body, keys), "graphml");
}
std::string refused(const std::string& body, std::string_view format = "graphml") {
  return message_of<InputError>(
      [&] { network_in(format == "graphml" ? graphml(body) : body, format); });
}
std::string refused_whole(const std::string& text, std::string_view format = "graphml") {
  return message_of<InputError>([&] { network_in(text, format); });
}

std::vector<std::string> notes(const model::Network& network) {
  std::vector<std::string> result;
  for (const model::Note& note : network.notes()) result.push_back(note.code + ": " + note.message);
  return result;
}

}  // namespace

TEST(GraphRows, TakeSidesInWordsOfEitherLanguage) {
  for (const auto& [key, of_task, of_unit] :
       std::vector<std::array<std::string, 3>>{{"kind", "task", "unit"},
                                               {"kind", "任务", "单位"},
                                               {"kind", "0", "1"},
                                               {"mode", "Events", "Actors"},
                                               {"type", "tasks", "units"},
                                               {"type", "false", "true"},
                                               {"type", " FALSE ", "True"},
                                               {"bipartite", "0", "1"},
                                               {"bipartite", "0.0", "1.0"}}) {
    const model::Network network =
        read(node("x", data(key, of_task)) + node("y", data(key, of_unit)) + edge("y", "x"));
    EXPECT_EQ(seen(network), "x/y/responsible") << key << " " << of_task;
  }
}

TEST(GraphRows, PassOverValuesThatTellNoSide) {
  const model::Network network = read(node("x", data("type", "Meeting") + data("bipartite", "0")) +
                                      node("y", data("kind", "") + data("mode", "actor")) +
                                      edge("x", "y", data("role", "lead")));
  EXPECT_EQ(seen(network), "x/y/lead");
}

TEST(GraphRows, SayWhichNumbersWereTakenForTasks) {
  const model::Network network =
      read(node("x", data("bipartite", "0")) + node("y", data("bipartite", "1")) +
           edge("x", "y", data("role", "lead")));
  EXPECT_EQ(notes(network),
            std::vector<std::string>{
                "sides-by-number: 'bipartite' alone tells tasks from units: 0 and false were taken "
                "for tasks, 1 and true for units"});
}

TEST(GraphRows, RefuseSidesThatContradictEachOther) {
  EXPECT_EQ(refused(task("a") + node("x", data("kind", "task") + data("bipartite", "1.0"))),
            "f:3: the node 'x' is a task by its kind 'task' and a unit by its bipartite '1.0'; "
            "correct one of them");
}

TEST(GraphRows, RefuseNodesThatTellNoSide) {
  EXPECT_EQ(refused(node("x", data("size", "3"))),
            "f:2: the node 'x' does not say whether it is a task or a unit; give each node an "
            "attribute 'kind' with task or unit, or 'bipartite' with 0 for tasks and 1 for units");
  EXPECT_EQ(refused(node("x", data("type", "Person"))),
            "f:2: the node 'x' does not say whether it is a task or a unit, its type 'Person' "
            "being neither; give each node an attribute 'kind' with task or unit, or 'bipartite' "
            "with 0 for tasks and 1 for units");
}

TEST(GraphRows, NamePlacesOfDuplicateNodes) {
  EXPECT_EQ(refused(task("a") + unit("b") + unit("a")),
            "f:4: duplicate node id 'a', first seen at f:2; give each node an id of its own");
  EXPECT_EQ(refused(node("a", data("kind", "task") + data("ref", "3.1")) +
                    node("b", data("kind", "task") + data("ref", "3.1"))),
            "f:3: duplicate task id '3.1', first seen at f:2; give each task an id of its own");
}

TEST(GraphRows, RefuseEdgesThatLeadNowhereOrStayOnOneSide) {
  EXPECT_EQ(refused(task("road") + unit("b") + edge("raod", "b")),
            "f:4: an edge to a node 'raod' that is not there; did you mean 'road'?");
  EXPECT_EQ(refused(task("road") + edge("road", "42")),
            "f:3: an edge to a node '42' that is not there; add the node or correct the edge");
  EXPECT_EQ(refused(task("a") + task("b") + unit("c") + edge("a", "c") + edge("b", "a")),
            "f:6: the edge joins two tasks, 'b' (f:3) and 'a' (f:2); an edge must join a task and "
            "a unit");
  EXPECT_EQ(refused(unit("c") + edge("c", "c")),
            "f:3: the edge joins two units, 'c' (f:2) and 'c' (f:2); an edge must join a task and "
            "a unit");
}

TEST(GraphRows, TakeEdgesBeforeTheirNodesAndInEitherDirection) {
  EXPECT_EQ(seen(read(edge("b", "a") + task("a") + unit("b"))), "a/b/responsible");
}

TEST(GraphRows, KeepTheStrongerRoleOfParallelEdges) {
  const model::Network network =
      read(task("a") + unit("b") + edge("a", "b", data("role", "support")) +
           edge("b", "a", data("role", "lead")));
  EXPECT_EQ(seen(network), "a/b/lead");
  EXPECT_EQ(notes(network),
            std::vector<std::string>{"lead-also-support: 'b' is named both as lead and as support "
                                     "in task a; counted once, as lead"});
}

TEST(GraphRows, TakeRolesInWordsAndLetters) {
  for (const auto& [word, role] :
       std::vector<std::pair<std::string, std::string>>{{"lead", "lead"},
                                                        {"Support", "support"},
                                                        {"牵头", "lead"},
                                                        {"配合单位", "support"},
                                                        {"A/R", "lead"},
                                                        {"C", "support"},
                                                        {"I", "informed"},
                                                        {"督办", "oversight"}})
    EXPECT_EQ(seen(read(task("a") + unit("b") + edge("a", "b", data("role", word)))), "a/b/" + role)
        << word;
  EXPECT_EQ(refused(task("a") + unit("b") + edge("a", "b", data("role", "laed"))),
            "f:4: unknown role 'laed'; did you mean 'lead'?");
}

TEST(GraphRows, TakeUnitsWithoutRoleForResponsibleAndSaySoOnce) {
  const model::Network network =
      read(task("a") + unit("b") + unit("c") + edge("a", "b") + edge("a", "c"));
  EXPECT_EQ(seen(network), "a/b/responsible a/c/responsible");
  EXPECT_FALSE(network.assignment(model::AssignmentId{1}).is_explicit);
  EXPECT_EQ(notes(network),
            std::vector<std::string>{
                "missing-role: 2 edges name no role; their units were taken as responsible"});
}

TEST(GraphRows, OrderTheUnitsOfATask) {
  EXPECT_EQ(seen(read(task("a") + unit("b") + unit("c") + edge("a", "b", data("order", "2.0")) +
                      edge("a", "c", data("order", "1")))),
            "a/c/responsible a/b/responsible");
  EXPECT_EQ(refused(task("a") + unit("b") + edge("a", "b", data("order", "1.5"))),
            "f:4: the order '1.5' is no whole number; write 1, 2, 3 or leave it out");
  EXPECT_EQ(seen(read(task("a") + unit("b") + edge("a", "b", data("order", "NaN")))),
            "a/b/responsible");
}

TEST(GraphRows, PutSectionsUnderThePathAboveThem) {
  const model::Network network = read(node("a", data("kind", "task") + data("section", "3.1.2")) +
                                      node("b", data("kind", "task") + data("section", "3")));
  EXPECT_EQ(network.section_count(), 3U);
  EXPECT_EQ(network.section(*network.task(model::TaskId{0}).section).id, "3.1.2");
  EXPECT_EQ(network.section(*network.top_section(model::TaskId{0})).id, "3");
}

TEST(GraphRows, NameTheSourcesThatTasksName) {
  const model::Network network =
      read(node("a", data("kind", "task") + data("source_file", "plan.md")) + task("b"));
  ASSERT_EQ(network.sources().size(), 2U);
  EXPECT_EQ(network.sources()[0].path, "plan.md");
  EXPECT_EQ(network.sources()[1].path, "f");
  EXPECT_EQ(index(network.task(model::TaskId{1}).source), 1U);
}

TEST(GraphRows, ListTheLonely) {
  EXPECT_EQ(
      notes(read(task("a") + unit("b") + unit("c"))),
      (std::vector<std::string>{"task-without-unit: 1 tasks have no edge; kept as they are",
                                "unit-without-task: 2 units have no edge; kept as they are"}));
}

TEST(GraphRows, KeepApartTasksWhoseNamesAreEqual) {
  const model::Network network =
      read(node("7", data("kind", "task") + data("name", "x") + data("label", "One")) +
           node("8", data("kind", "task") + data("name", "x") + data("label", "Two")));
  EXPECT_EQ(network.task_id(model::TaskId{0}), "x");
  EXPECT_EQ(network.task_id(model::TaskId{1}), "8");
}

TEST(GraphRows, RefuseValuesOfUnitsAndEdgesThatMeanNothing) {
  EXPECT_EQ(refused(node("b", data("kind", "unit") + data("unit_kind", "board"))),
            "f:2: unknown unit_kind 'board'; choose from organ, group, person or leave it out");
  EXPECT_EQ(refused(task("a") + unit("b") +
                    edge("a", "b", data("role", "lead") + data("explicit", "maybe"))),
            "f:4: explicit 'maybe' is neither true nor false; correct it or leave it out");
}

TEST(Graphml, AppliesDefaultsOfKeys) {
  const std::string keys =
      "<key id='d0' for='node' attr.name='Kind'><default>unit</default></key>"
      "<key id='d1' for='edge' attr.name='role'><default>support</default></key>";
  EXPECT_EQ(seen(read(node("a", data("d0", "task")) + node("b", "") + edge("a", "b"), keys)),
            "a/b/support");
}

TEST(Graphml, RefusesWhatANetworkCannotHold) {
  EXPECT_EQ(refused(node("g", data("kind", "task") + "<graph/>")),
            "f:2: a graph within the node 'g'; ungroup it, a network has only tasks and units");
  EXPECT_EQ(refused(task("a") + "<hyperedge/>"),
            "f:3: a hyperedge; write an edge from the task to each of its units");
  EXPECT_EQ(refused("</graph>\n<graph>"), "f:3: a second graph; keep one graph in a file");
  EXPECT_EQ(refused(""), "f:1: the graph has no nodes; check how it was made");
}

TEST(Graphml, RefusesBrokenReferencesAndValues) {
  EXPECT_EQ(refused(node("a", data("d9", "x"))),
            "f:2: the attribute 'd9' was not declared; declare it before the nodes and edges");
  EXPECT_EQ(refused("<node/>"), "f:2: <node> without 'id'; add it");
  EXPECT_EQ(refused("<edge source='a'/>"), "f:2: <edge> without 'target'; add it");
  EXPECT_EQ(refused(node("a", data("kind", "task") + data("kind", "unit"))),
            "f:2: two values for 'kind', 'task' and 'unit'; keep one");
  EXPECT_EQ(refused_whole("<gexf/>"),
            "f:1: the document is <gexf>, not <graphml>; name its format by --from");
}

TEST(Graphml, RefusesHostileXml) {
  EXPECT_EQ(refused_whole("<!DOCTYPE graphml [<!ENTITY a 'b'>]>\n<graphml><graph/></graphml>"),
            "f: the DOCTYPE declares entities or elements; remove the declarations");
  EXPECT_EQ(refused("<node id='a'></edge>"),
            "f:2:21: an end tag does not match its start tag; write the file anew with the program "
            "that made it");
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<graph>";
  EXPECT_THROW(network_in("<graphml>" + deep, "graphml"), LimitError);
}

TEST(Gexf, TakesTheFirstValueOfWhatChanges) {
  const model::Network network = network_in(
      "<gexf><graph mode='dynamic'><attributes class='node' mode='dynamic'><attribute id='0' "
      "title='kind'><default>unit</default></attribute></attributes><nodes><node id='a'><attvalues>"
      "<attvalue for='0' value='task' start='1'/><attvalue for='0' value='unit' start='2'/>"
      "</attvalues><spells><spell start='1'/></spells></node><node id='b' label='B'/></nodes>"
      "<edges><edge source='a' target='b' kind='lead' label='unsaid'/></edges></graph></gexf>",
      "gexf");
  EXPECT_EQ(seen(network), "a/B/lead");
  EXPECT_EQ(notes(network).front(),
            "dynamics-ignored: the graph changes in time; all its nodes and edges were taken, with "
            "the first value of each attribute");
}

TEST(Gexf, RefusesNodesWithinNodes) {
  EXPECT_EQ(
      refused("<gexf><graph><nodes>\n<node id='a'><nodes/></node></nodes></graph></gexf>", "gexf"),
      "f:2: a graph within the node 'a'; ungroup it, a network has only tasks and units");
  EXPECT_EQ(refused("<gexf><graph/>\n<graph/></gexf>", "gexf"),
            "f:2: a second graph; keep one graph in a file");
  EXPECT_EQ(refused("<svg/>", "gexf"),
            "f:1: the document is <svg>, not <gexf>; name its format by --from");
}

TEST(NodeLink, NamesLineAndColumn) {
  const std::string a = R"({"nodes": [{"id": "a", "kind": "task"},)";
  EXPECT_EQ(refused(a + "\n {\"id\": \"a\", \"kind\": \"unit\"}], \"edges\": []}", "node-link"),
            "f:2:2: duplicate node id 'a', first seen at f:1:12; give each node an id of its own");
  EXPECT_EQ(refused(a + "\n {\"id\": \"b\", \"kind\": \"task\"}],\n \"links\": [{\"source\": \"a\","
                        " \"target\": \"b\"}]}",
                    "node-link"),
            "f:3:12: the edge joins two tasks, 'a' (f:1:12) and 'b' (f:2:2); an edge must join a "
            "task and a unit");
}

TEST(NodeLink, RefusesWhatIsNoGraph) {
  const std::string nodes = R"({"nodes": [{"id": "a", "kind": "task"}])";
  EXPECT_EQ(refused(nodes + "}", "node-link"), "f:1:1: a graph without \"edges\"; add it");
  EXPECT_EQ(refused(R"({"nodes": [], "edges": []})", "node-link"),
            "f:1:11: the graph has no nodes; check how it was made");
  EXPECT_EQ(refused(R"({"nodes": [7], "edges": []})", "node-link"),
            "f:1:12: a node must be an object {…}, not a whole number");
  EXPECT_EQ(refused(R"({"nodes": [{"id": [1, 2]}], "edges": []})", "node-link"),
            "f:1:19: an id must be text or a number, not a list");
  EXPECT_EQ(refused(nodes + R"(, "edges": [{"source": "a"}]})", "node-link"),
            "f:1:52: an edge without \"target\"; add it");
  EXPECT_EQ(
      refused(nodes + R"(, "edges": [{"source": 0, "target": 1}]})", "node-link"),
      "f:1:76: an edge to node number 1, and there are 1; count from 0 or name the node's id");
}

TEST(NodeLink, TakesNumbersAndBooleansAsTheyAre) {
  EXPECT_EQ(seen(network_in(R"({"nodes": [{"id": 1.5, "bipartite": 0.0}, {"id": 2, "type": true}],
                                "edges": [{"source": 2, "target": 1.5, "order": 1}]})",
                            "node-link")),
            "1.5/2/responsible");
}

TEST(NodeLink, CountsNodesWithoutIds) {
  EXPECT_EQ(
      seen(network_in(R"({"nodes": [{"name": "Road", "kind": 0}, {"name": "Water", "kind": 1}],
                                "links": [{"source": 0, "target": 1}]})",
                      "node-link")),
      "0/Water/responsible");
}

TEST(GraphDetection, GoesByTheRootAndTheKeysAtTheTop) {
  EXPECT_TRUE(
      looks_like_graphml("<?xml version='1.0'?>\n<!-- <gexf> -->\n<!DOCTYPE g>\n<graphml>"));
  EXPECT_TRUE(looks_like_graphml("<g:graphml xmlns:g='x'/>"));
  EXPECT_TRUE(looks_like_gexf("<gexf\nversion='1.3'>"));
  EXPECT_FALSE(looks_like_graphml("<gexf>"));
  EXPECT_FALSE(looks_like_graphml("<graphml2>"));
  EXPECT_FALSE(looks_like_gexf("gexf"));
  EXPECT_TRUE(looks_like_node_link(R"({"directed": false, "graph": {"schema": 1}, "nodes": [)"));
  EXPECT_TRUE(looks_like_node_link(R"( {"edges": [{"nodes": "\"]"}], "nodes" : [] })"));
  EXPECT_TRUE(looks_like_node_link(R"({"data": {}, "elements": {"nodes": []}})"));
  EXPECT_FALSE(looks_like_node_link(R"({"schema": "respnet-network/1", "nodes": []})"));
  EXPECT_FALSE(looks_like_node_link(R"({"a": {"nodes": []}, "nodes": 3, "elements": []})"));
  EXPECT_FALSE(looks_like_node_link(R"([{"nodes": []}])"));
  EXPECT_FALSE(looks_like_node_link("{\"nodes\\"));
  EXPECT_FALSE(looks_like_node_link("{\"nodes"));
}

}  // namespace respnet::io
