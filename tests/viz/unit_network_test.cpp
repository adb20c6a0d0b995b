#include "viz/unit_network.hpp"

#include <algorithm>
#include <map>

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

  const auto layout = unit_network_layout(plan, graph, load, true, 0, metrics);

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
