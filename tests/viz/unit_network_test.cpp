#include "viz/unit_network.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/lead_graph.hpp"
#include "support/davis.hpp"
#include "viz/dot.hpp"
#include "viz/networks.hpp"
#include "viz/svg.hpp"
#include "viz/unit_network_layout.hpp"

namespace respnet::viz {
namespace {

TEST(UnitNetwork, HasTheEdgesOfTheGraph) {
  const model::Network network = respnet::test::davis_network();
  const graph::BipartiteGraph graph(network);

  const test::Svg leads(draw_leads(graph, {}).svg);

  EXPECT_EQ(leads.marks("edge").size(), graph::LeadGraph(graph).edge_count());
  EXPECT_EQ(leads.marks("node").size(), 18U);
}

TEST(UnitNetwork, RunsArrowsFromSupportToLead) {
  const model::Network network = respnet::test::network(
      {{"roads", "Works", model::Role::Lead}, {"roads", "Finance", model::Role::Support}});
  const graph::BipartiteGraph graph(network);

  const Picture picture = draw_leads(graph, {});
  const test::Svg svg(picture.svg);
  const test::Dot dot(picture.dot);

  ASSERT_EQ(svg.marks("edge").size(), 1U);
  EXPECT_EQ(svg.marks("edge")[0].id, "e-u2-u1");
  EXPECT_EQ(svg.marks("edge")[0].title, "Finance → Works：1 项");
  ASSERT_EQ(dot.edges.size(), 1U);
  EXPECT_TRUE(dot.directed);
  EXPECT_EQ(dot.edges[0].at("from"), "u2");
  EXPECT_TRUE(dot.edges[0].at("pos").starts_with("e,"));
}

TEST(UnitNetwork, EndsArrowsAtTheLeadsBox) {
  const model::Network network = test::city();
  const graph::BipartiteGraph graph(network);
  const TextMetrics metrics;
  const auto load = loads(graph);
  const auto plan = unit_network_plan(graph, UnitRelation::Support, load, {},
                                      picture_words(graph, Language::Zh), metrics);

  const auto layout = unit_network_layout(plan, true, 0, metrics);

  ASSERT_GT(plan.edges.size(), 10U);
  for (std::size_t i = 0; i < plan.edges.size(); ++i) {
    const Box& to = layout.boxes[plan.edges[i].to].box;
    const Point tip = layout.lines[i].tip.value();
    EXPECT_TRUE(overlap(to.grown(1.5), {tip.x, tip.y, 0.01, 0.01})) << i;
    EXPECT_FALSE(overlap(to.grown(-0.5), {tip.x, tip.y, 0.01, 0.01})) << i;
  }
}

TEST(UnitNetwork, LeavesGroupsOutAndSaysSo) {
  const model::Network network = test::city();
  const graph::BipartiteGraph graph(network);

  const std::string without = draw_coresponsibility(graph, {}).svg;
  const std::string with = draw_coresponsibility(graph, {.groups = true}).svg;

  EXPECT_EQ(test::Svg(without).marks("group").size(), 0U);
  EXPECT_NE(without.find("未画 1 个集合单位"), std::string::npos);
  EXPECT_EQ(test::Svg(with).marks("group").size(), 1U);
  EXPECT_EQ(with.find("未画"), std::string::npos);
}

TEST(UnitNetwork, WritesClusterNumbersBesideNames) {
  const model::Network network = respnet::test::davis_network();
  const graph::BipartiteGraph graph(network);
  std::vector<std::uint32_t> clusters(18, 1);
  clusters[17] = 2;

  const test::Svg svg(draw_coresponsibility(graph, {.clusters = clusters}).svg);

  for (const test::Mark& unit : svg.marks("node")) {
    ASSERT_GE(unit.words.size(), 2U);
    EXPECT_EQ(unit.words[0], unit.data_id == "u18" ? "2" : "1");
  }
}

TEST(UnitNetwork, ThinsManyRelationsButCutsNobodyOff) {
  const model::Network network = test::large(900, 250, 5);
  const graph::BipartiteGraph graph(network);

  const Picture picture = draw_coresponsibility(graph, {});
  const test::Svg svg(picture.svg);

  EXPECT_LT(svg.marks("edge").size(), graph::CoResponsibilityGraph(graph).edge_count());
  EXPECT_LE(svg.marks("edge").size(), 375U + 250U);
  EXPECT_NE(picture.svg.find("略去"), std::string::npos);
  std::map<std::string, int> degree;
  for (const auto& edge : test::Dot(picture.dot).edges) {
    ++degree[edge.at("from")];
    ++degree[edge.at("to")];
  }
  for (const test::Mark& unit : svg.marks("node")) EXPECT_GT(degree[unit.data_id], 0);
}

// Pairs of units that share many tasks, and one task that ties each pair to the next.
TEST(UnitNetwork, KeepsTogetherWhatHangsTogether) {
  std::vector<test::PlanTask> tasks;
  const auto add = [&](std::vector<std::string> units) {
    tasks.push_back({std::to_string(tasks.size()), "任务", "", std::move(units)});
  };
  const auto name = [](int unit) { return "第" + std::to_string(unit) + "局"; };
  for (int pair = 0; pair < 40; ++pair) {
    for (int i = 0; i < 3; ++i) add({name(2 * pair), name(2 * pair + 1)});
    add({name(2 * pair), name((2 * pair + 2) % 80)});
    add({name(2 * pair + 1), name((2 * pair + 5) % 80)});
    add({name(2 * pair + 1), name((2 * pair + 8) % 80)});
  }
  const model::Network network = test::plan({}, tasks);

  const Picture picture = draw_coresponsibility(graph::BipartiteGraph(network), {});

  EXPECT_NE(picture.svg.find("略去"), std::string::npos);
  std::map<std::string, std::string> root;
  const auto find = [&](std::string at) {
    while (root.contains(at) && root[at] != at) at = root[at];
    return at;
  };
  for (const auto& edge : test::Dot(picture.dot).edges)
    root[find(edge.at("from"))] = find(edge.at("to"));
  std::set<std::string> parts;
  for (const test::Mark& unit : test::Svg(picture.svg).marks("node"))
    parts.insert(find(unit.data_id));
  EXPECT_EQ(parts.size(), 1U);
}

// 3200 units in 4 clusters of 800: tasks stay within a cluster, but for 7 that join the first two
// and 2 in which the third supports the fourth.
class Clusters : public testing::Test {
 protected:
  Clusters() : network_(made()), graph_(network_) {
    options_.language = Language::En;
    for (std::uint32_t unit = 0; unit < graph_.unit_count(); ++unit)
      options_.clusters.push_back(1 + unit / 800);
  }

  static model::Network made() {
    model::NetworkBuilder builder("plan");
    std::vector<model::UnitId> units;
    for (int u = 0; u < 3200; ++u) {
      model::UnitRow unit;
      unit.name = "Unit " + std::to_string(u);
      units.push_back(builder.add_unit(unit));
    }
    const auto source = builder.add_source({});
    int next = 0;
    const auto add = [&](std::size_t lead, std::size_t other) {
      model::TaskRow row;
      row.id = std::to_string(++next);
      row.title = "Task";
      row.source = source;
      const auto task = builder.add_task(row);
      builder.add_assignment(task, units[lead], model::Role::Lead);
      builder.add_assignment(task, units[other], model::Role::Support);
    };
    for (std::size_t u = 0; u + 1 < 3200; ++u)
      if (u % 800 != 799) add(u, u + 1);
    for (std::size_t i = 0; i < 7; ++i) add(i % 2 == 0 ? 10 : 810, i % 2 == 0 ? 810 : 10);
    for (std::size_t i = 0; i < 2; ++i) add(2400 + i, 1600 + i);
    return std::move(builder).build();
  }

  model::Network network_;
  graph::BipartiteGraph graph_;
  PictureOptions options_;
};

TEST_F(Clusters, StandForVeryManyUnits) {
  const Picture picture = draw_coresponsibility(graph_, options_);
  const test::Svg svg(picture.svg);

  EXPECT_EQ(picture.title, "Clusters 1 and 2 share most tasks: 7");
  const auto nodes = svg.marks("cluster");
  ASSERT_EQ(nodes.size(), 4U);
  EXPECT_EQ(nodes[0].words, (std::vector<std::string>{"1", "Unit 10", "and 799 more"}));
  ASSERT_EQ(svg.marks("edge").size(), 2U);
  EXPECT_EQ(svg.marks("edge")[0].id, "e-c3-c4");
  EXPECT_EQ(svg.marks("edge")[1].id, "e-c1-c2");
  EXPECT_NE(picture.svg.find("3200 units in 4 clusters, 2 pairs with tasks in common"),
            std::string::npos);
}

TEST_F(Clusters, SupportEachOther) {
  const test::Svg svg(draw_leads(graph_, options_).svg);

  std::map<std::string, std::string> titles;
  for (const test::Mark& edge : svg.marks("edge")) titles[edge.id] = edge.title;
  ASSERT_EQ(titles.size(), 3U);
  EXPECT_TRUE(titles["e-c3-c4"].ends_with(": 2 tasks")) << titles["e-c3-c4"];
  EXPECT_TRUE(titles["e-c2-c1"].ends_with(": 4 tasks")) << titles["e-c2-c1"];
  EXPECT_TRUE(titles["e-c1-c2"].ends_with(": 3 tasks")) << titles["e-c1-c2"];
}

TEST_F(Clusters, StandOutForTheirMembers) {
  options_.highlight = {15};

  const std::string svg = draw_coresponsibility(graph_, options_).svg;

  const auto tag = [&](const std::string& id) {
    const std::size_t at = svg.find("<g id=\"" + id + "\"");
    return at == std::string::npos ? "" : svg.substr(at, svg.find('>', at) - at);
  };
  EXPECT_EQ(tag("n-c1").find("opacity"), std::string::npos);
  EXPECT_EQ(tag("n-c2").find("opacity"), std::string::npos);
  EXPECT_NE(tag("n-c3").find("opacity"), std::string::npos);
}

TEST_F(Clusters, AreNotNeededToDrawTheHeaviest) {
  options_.clusters.clear();

  const test::Svg svg(draw_coresponsibility(graph_, options_).svg);

  EXPECT_GT(svg.marks("unit").size(), 100U);
  EXPECT_LE(svg.marks("unit").size(), 300U);
}

TEST(UnitNetwork, LabelsFortyOfVeryManyUnits) {
  const model::Network network = test::large(1501, 557, 5);
  const graph::BipartiteGraph graph(network);

  const test::Svg svg(draw_leads(graph, {}).svg);

  const auto units = svg.marks("node");
  EXPECT_GT(units.size(), 300U);
  EXPECT_EQ(std::ranges::count_if(units, [](const auto& unit) { return !unit.words.empty(); }), 40);
}

TEST(UnitNetwork, RefusesClustersOfAnotherNetwork) {
  const model::Network network = respnet::test::davis_network();
  const graph::BipartiteGraph graph(network);

  EXPECT_THROW(draw(View::Leads, graph, {.clusters = {1, 2}}), std::invalid_argument);
}

}  // namespace
}  // namespace respnet::viz
