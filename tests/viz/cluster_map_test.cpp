#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/viz/picture.hpp"
#include "support/davis.hpp"
#include "viz/cluster_layout.hpp"
#include "viz/cluster_placement.hpp"
#include "viz/cluster_plan.hpp"
#include "viz/networks.hpp"
#include "viz/sheets.hpp"
#include "viz/svg.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using model::Network;

// Units dealt out to `count` clusters in turn, the first unit of each its core.
PictureOptions dealt(const BipartiteGraph& graph, std::uint32_t count) {
  PictureOptions options;
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit) {
    options.clusters.push_back(1 + unit % count);
    if (unit < count) options.core.push_back(unit);
  }
  return options;
}

std::vector<Network> three_networks() {
  std::vector<Network> all;
  all.push_back(test::city());
  all.push_back(respnet::test::davis_network());
  all.push_back(test::large(120, 40, 3));
  return all;
}

// Tasks with units of both clusters, counted the slow way.
std::size_t shared_tasks(const BipartiteGraph& graph, const std::vector<std::uint32_t>& clusters,
                         std::size_t one, std::size_t other) {
  std::size_t count = 0;
  for (const model::TaskId task : graph.network().task_ids()) {
    const auto units = graph.neighbors(graph.vertex(task));
    const auto has = [&](std::size_t number) {
      return std::ranges::any_of(
          units, [&](graph::Vertex v) { return clusters[graph.unit_number(v)] == number; });
    };
    if (has(one) && has(other)) ++count;
  }
  return count;
}

TEST(ClusterMap, CountsBridgesAsTheNetworkHasThem) {
  for (const Network& network : three_networks()) {
    const BipartiteGraph graph(network);
    const PictureOptions options = dealt(graph, 5);
    const ClusterPlan plan = cluster_plan(graph, loads(graph), options);

    std::size_t pairs = 0;
    for (std::size_t one = 1; one <= 5; ++one)
      for (std::size_t other = one + 1; other <= 5; ++other)
        if (shared_tasks(graph, options.clusters, one, other) > 0) ++pairs;
    EXPECT_EQ(plan.bridges.size(), pairs);
    for (const ClusterBridge& bridge : plan.bridges)
      EXPECT_EQ(bridge.tasks, shared_tasks(graph, options.clusters, plan.boxes[bridge.from].number,
                                           plan.boxes[bridge.to].number));
    std::size_t inside = 0, with_units = 0;
    for (const ClusterBox& box : plan.boxes) inside += box.inside;
    for (const model::TaskId task : network.task_ids())
      if (!graph.neighbors(graph.vertex(task)).empty()) ++with_units;
    EXPECT_EQ(inside + plan.crossing, with_units);
  }
}

TEST(ClusterMap, FindsHowManyTasksCross) {
  const Network network = test::plan({}, {{"1", "甲", "", {"一局", "二局"}},
                                          {"2", "乙", "", {"三局"}},
                                          {"3", "丙", "", {"一局", "三局", "四局"}}});
  const BipartiteGraph graph(network);
  PictureOptions options{.clusters = {1, 1, 2, 0}};

  EXPECT_EQ(draw(View::Clusters, graph, options).title, "2 个协作圈，1 项任务跨越不同协作圈");
  EXPECT_NE(draw(View::Clusters, graph, options).svg.find("1 个单位不在任何圈中"),
            std::string::npos);
  options.language = Language::En;
  EXPECT_EQ(draw(View::Clusters, graph, options).title, "2 clusters; 1 task crosses between them");
  options.clusters = {1, 1, 1, 1};
  EXPECT_EQ(draw(View::Clusters, graph, options).title,
            "1 cluster, and no task crosses between them");
}

TEST(ClusterMap, ShowsEveryMemberInItsBox) {
  const Network network = test::city();
  const BipartiteGraph graph(network);
  const PictureOptions options = dealt(graph, 4);
  const Picture picture = draw(View::Clusters, graph, options);
  const test::Svg svg(picture.svg);

  std::map<std::string, Box> boxes;
  for (const test::Mark& box : svg.marks("cluster")) boxes[box.data_id] = box.box;
  ASSERT_EQ(boxes.size(), 4U);
  const auto units = svg.marks("unit");
  EXPECT_EQ(units.size(), graph.unit_count());
  for (const test::Mark& unit : units) {
    const std::size_t number = std::stoul(unit.data_id.substr(1)) - 1;
    const Box& box = boxes.at("c" + std::to_string(options.clusters[number]));
    EXPECT_GE(unit.box.x, box.x);
    EXPECT_LE(unit.box.right(), box.right());
    EXPECT_GE(unit.box.y, box.y);
    EXPECT_LE(unit.box.bottom(), box.bottom());
  }
  EXPECT_EQ(svg.marks("core").size(), 4U);
  std::size_t bold = 0;
  for (const Mark& mark : picture.marks)
    if (mark.bold && mark.classes == "name") ++bold;
  EXPECT_EQ(bold, 4U);
}

TEST(ClusterMap, KeepsBoxesApartAndLinesOutOfThem) {
  for (const std::uint32_t count : {2U, 7U, 12U, 30U}) {
    const Network network = test::large(150, 90, 3);
    const BipartiteGraph graph(network);
    const Picture picture = draw(View::Clusters, graph, dealt(graph, count));
    const test::Svg svg(picture.svg);

    const auto boxes = svg.marks("cluster");
    EXPECT_EQ(boxes.size(), count);
    for (std::size_t a = 0; a < boxes.size(); ++a)
      for (std::size_t b = 0; b < a; ++b)
        EXPECT_FALSE(overlap(boxes[a].box.grown(10), boxes[b].box.grown(10)));
    for (const Mark& mark : picture.marks) {
      if (mark.kind != Mark::Kind::Line) continue;
      const Subject& edge = picture.subjects[mark.subject];
      for (const test::Mark& box : boxes) {
        if (box.data_id == edge.from || box.data_id == edge.to) continue;
        for (const Point p : mark.points)
          EXPECT_FALSE(overlap(box.box.grown(-1), {p.x, p.y, 0.01, 0.01}))
              << edge.id << " " << box.data_id;
      }
    }
    test::expect_printable(picture);
  }
}

TEST(ClusterMap, TellsBridgesOfThousandsOfTasksApart) {
  EXPECT_DOUBLE_EQ(bridge_width(9, 9), 0.4 + 1.5 * 3);  // few tasks: one scale for all pictures
  for (const std::size_t most : {50U, 100U, 40'000U}) {
    EXPECT_LE(bridge_width(most, most), 12);
    EXPECT_GT(bridge_width(most, most), bridge_width(most - most / 4, most) + 0.5);
  }
}

TEST(ClusterMap, KeepsTheLargestThirtyAndSaysSo) {
  const Network network = test::large(300, 120, 3);
  const BipartiteGraph graph(network);
  const Picture picture = draw(View::Clusters, graph, dealt(graph, 50));

  EXPECT_EQ(test::Svg(picture.svg).marks("cluster").size(), 30U);
  EXPECT_NE(picture.svg.find("50 个协作圈中只画最大的 30 个"), std::string::npos);
  EXPECT_TRUE(picture.title.starts_with("50 个协作圈")) << picture.title;
}

TEST(ClusterMap, NamesTwelveMembersAtMost) {
  const Network network = test::large(100, 40, 3);
  const BipartiteGraph graph(network);
  const Picture picture = draw(View::Clusters, graph, dealt(graph, 2));

  EXPECT_EQ(test::Svg(picture.svg).marks("unit").size(), 22U);
  EXPECT_NE(picture.svg.find("另有 9 个单位"), std::string::npos);
  EXPECT_NE(picture.svg.find("20 个单位，"), std::string::npos);
}

TEST(ClusterMap, HoldsHostileNames) {
  const Network network = test::hostile();
  const BipartiteGraph graph(network);
  for (const std::uint32_t count : {1U, 3U}) {
    PictureOptions options = dealt(graph, count);
    const Picture picture = draw(View::Clusters, graph, options);
    test::expect_printable(picture);
    test::expect_texts_apart(picture);
    std::set<std::string> labels;
    for (const Mark& mark : picture.marks) {
      if (mark.classes != "name") continue;
      EXPECT_TRUE(labels.insert(mark.text).second) << mark.text;
    }
  }
}

TEST(ClusterMap, IsTheSameTwice) {
  const Network network = test::large(150, 60, 3);
  const BipartiteGraph graph(network);

  EXPECT_EQ(draw(View::Clusters, graph, dealt(graph, 9)).svg,
            draw(View::Clusters, graph, dealt(graph, 9)).svg);
}

TEST(ClusterMap, SaysThatThereAreNoClusters) {
  const Network network = test::city();
  const BipartiteGraph graph(network);
  const PictureOptions none{.clusters = std::vector<std::uint32_t>(graph.unit_count(), 0)};

  EXPECT_NE(draw(View::Clusters, graph).svg.find("没有划分协作圈"), std::string::npos);
  EXPECT_NE(draw(View::Clusters, graph, none).svg.find("没有划分协作圈"), std::string::npos);
  EXPECT_THROW(draw(View::Clusters, graph, {.core = {99}}), std::invalid_argument);
}

TEST(ClusterPlacement, PutsTheHubInTheMiddle) {
  const std::vector<LayoutNode> sizes(7, {100, 60});
  std::vector<LayoutEdge> edges;
  for (std::uint32_t spoke = 0; spoke < 7; ++spoke)
    if (spoke != 4) edges.push_back({std::min(spoke, 4U), std::max(spoke, 4U), 3});

  const std::vector<Box> boxes = placed_in_columns(sizes, edges);

  double x = 0, y = 0;
  for (const Box& box : boxes) {
    x += box.center().x / 7;
    y += box.center().y / 7;
  }
  EXPECT_NEAR(boxes[4].center().x, x, 1);
  EXPECT_NEAR(boxes[4].center().y, y, 1);
}

}  // namespace
}  // namespace respnet::viz
