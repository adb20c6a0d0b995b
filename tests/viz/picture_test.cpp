#include "respnet/viz/picture.hpp"

#include <future>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "respnet/viz/raster.hpp"
#include "support/davis.hpp"
#include "support/random_network.hpp"
#include "viz/dot.hpp"
#include "viz/image.hpp"
#include "viz/labels.hpp"
#include "viz/networks.hpp"
#include "viz/svg.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using model::Network;
using model::Role;

std::vector<Network> networks() {
  std::vector<Network> all;
  all.push_back(test::city());
  all.push_back(respnet::test::davis_network());
  all.push_back(test::hostile());
  return all;
}

// Calls check(picture, svg, view) for each view of each network.
void for_each_picture(const auto& check) {
  for (const Network& network : networks()) {
    const BipartiteGraph graph(network);
    for (const View view : kViews) {
      SCOPED_TRACE(std::string(name(view)) + " of " + shown(network.title()));
      // Cluster numbers sit on the corners of boxes; tests/viz/unit_network_test.cpp has them.
      const bool plain = view == View::CoResponsibility || view == View::Leads;
      const Picture picture =
          draw(view, graph, plain ? PictureOptions{} : test::with_results(network, view));
      check(picture, test::Svg(picture.svg), view);
    }
  }
}

bool inside(const Box& inner, const Box& outer, double sideways, double up_down) {
  return inner.x >= outer.x - sideways && inner.right() <= outer.right() + sideways &&
         inner.y >= outer.y - up_down && inner.bottom() <= outer.bottom() + up_down;
}

TEST(Picture, NamesItsViews) {
  for (const View view : kViews) EXPECT_EQ(view_named(name(view)), view);
  EXPECT_EQ(name(View::CoResponsibility), "coresponsibility");
  EXPECT_FALSE(view_named("hairball"));
}

TEST(Picture, SaysWhatItShows) {
  for_each_picture([](const Picture& picture, const test::Svg& svg, View view) {
    EXPECT_EQ(svg.role, "img");
    EXPECT_FALSE(svg.title.empty());
    EXPECT_EQ(svg.description, picture.description);
    EXPECT_NEAR(svg.width, picture.width, 0.01);
    EXPECT_NEAR(svg.height, picture.height, 0.01);
    EXPECT_EQ(picture.dot.empty(), !has_dot(view));
  });
}

TEST(Picture, KeepsTextInItsBox) {
  for_each_picture([](const Picture&, const test::Svg& svg, View view) {
    for (const Box& text : svg.texts)
      EXPECT_TRUE(inside(text, {0, 0, svg.width, svg.height}, 0, 0));
    if (view == View::Workload) return;
    for (const test::Mark& node : svg.marks("node"))
      for (const Box& text : node.texts)
        EXPECT_TRUE(inside(text, node.box, 1, 1)) << node.data_id << " " << node.title;
  });
}

TEST(Picture, KeepsBoxesApart) {
  for_each_picture([](const Picture&, const test::Svg& svg, View) {
    const auto nodes = svg.marks("node");
    for (std::size_t a = 0; a < nodes.size(); ++a)
      for (std::size_t b = 0; b < a; ++b)
        EXPECT_FALSE(overlap(nodes[a].box, nodes[b].box))
            << nodes[a].data_id << " " << nodes[b].data_id;
  });
}

TEST(Picture, KeepsTextsApart) {
  for_each_picture([](const Picture&, const test::Svg& svg, View view) {
    if (view == View::CoResponsibility || view == View::Leads) return;  // badges may touch
    for (std::size_t a = 0; a < svg.texts.size(); ++a)
      for (std::size_t b = 0; b < a; ++b)
        EXPECT_FALSE(overlap(svg.texts[a].grown(-1), svg.texts[b].grown(-1))) << a << " " << b;
  });
}

TEST(Picture, DrawsChartsOfWhateverIsThere) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Network network = respnet::test::random_network(seed);
    const BipartiteGraph graph(network);
    for (const View view : {View::Matrix, View::Workload, View::Lorenz, View::Dendrogram}) {
      SCOPED_TRACE(std::string(name(view)) + " of seed " + std::to_string(seed));
      PictureOptions options = test::with_results(network, view, Language::En);
      options.order_by_merges = true;

      const Picture picture = draw(view, graph, options);

      for (const Box& text : test::Svg(picture.svg).texts)
        EXPECT_TRUE(inside(text, {0, 0, picture.width, picture.height}, 0, 0));
      for (const std::string_view number : {"\"nan", "\"inf", ",nan", ",inf", "-nan", "-inf"})
        EXPECT_EQ(picture.svg.find(number), std::string::npos) << number;
    }
  }
}

TEST(Picture, NamesEveryUnitWhole) {
  const Network network = test::hostile();
  const BipartiteGraph graph(network);

  for (const View view :
       {View::Bipartite, View::Workload, View::Matrix, View::Lorenz, View::Dendrogram}) {
    std::set<std::string> titles;
    const Picture picture = draw(view, graph, test::with_results(network, view));
    for (const test::Mark& node : test::Svg(picture.svg).marks("unit"))
      titles.insert(node.title.substr(0, node.title.rfind("：")));

    for (const std::string& name : test::hostile_names())
      EXPECT_TRUE(titles.contains(shown(name))) << name;
  }
}

TEST(Picture, NeverShowsTwoUnitsAlike) {
  const Network network = test::hostile();
  const BipartiteGraph graph(network);

  for (const View view : kViews) {
    std::set<std::string> labels;
    const Picture picture = draw(view, graph, test::with_results(network, view));
    for (const test::Mark& unit : test::Svg(picture.svg).marks("unit")) {
      if (unit.words.empty()) continue;  // a point
      std::string label;
      for (const std::string& word : unit.words) label += word + "\n";
      if (view == View::Workload || view == View::Matrix) label = unit.words.front();
      EXPECT_TRUE(labels.insert(label).second) << label;
    }
  }
}

TEST(Picture, WritesDotThatGraphvizReadsBack) {
  for_each_picture([](const Picture& picture, const test::Svg& svg, View view) {
    if (!has_dot(view)) return;
    const test::Dot dot(picture.dot);
    EXPECT_EQ(dot.edges.size(), svg.marks("edge").size());
    for (const test::Mark& node : svg.marks("node")) {
      ASSERT_TRUE(dot.nodes.contains(node.data_id));
      const auto& attributes = dot.nodes.at(node.data_id);
      EXPECT_EQ(attributes.at("id"), node.id);
      EXPECT_FALSE(attributes.at("pos").empty());
      if (node.classes.find("unit") == std::string::npos) continue;
      EXPECT_EQ(test::label_text(attributes.at("name")),
                node.title.substr(0, node.title.rfind("：")));
      std::string label = test::label_text(attributes.at("label")), words;
      std::erase(label, '\n');
      for (const std::string& word : node.words) words += word;
      EXPECT_EQ(label, words);
    }
  });
}

TEST(Picture, CountsWhatTheNetworkHas) {
  const Network network = test::city();
  const BipartiteGraph graph(network);
  const test::Svg svg(draw(View::Bipartite, graph).svg);

  EXPECT_EQ(svg.marks("task").size(), 9U);
  EXPECT_EQ(svg.marks("unit").size(), 13U);
  EXPECT_EQ(svg.marks("group").size(), 1U);
  EXPECT_EQ(svg.marks("edge").size(), graph.edge_count());
  EXPECT_EQ(svg.marks("lead").size(), 9U);  // every task starts with an organ
  EXPECT_EQ(svg.marks("other").size(), graph.edge_count() - 9);
  EXPECT_EQ(svg.marks("ch2").size(), 3U + 8U - 2U);
}

TEST(Picture, WritesHeadingPathsBesideTasks) {
  const Network network = test::city();
  const auto tasks = test::Svg(draw(View::Bipartite, BipartiteGraph(network)).svg).marks("task");

  ASSERT_EQ(tasks.size(), 9U);
  EXPECT_EQ(tasks[7].id, "n-t8");
  EXPECT_EQ(tasks[7].words, (std::vector<std::string>{"3.1.2", "跟踪项目进度"}));
  EXPECT_TRUE(tasks[4].words[1].ends_with("…"));
  EXPECT_EQ(tasks[4].title, "2.2 改造老旧小区管网并完善周边配套服务设施和公共停车场");
}

TEST(Picture, FindsTheHeaviestUnit) {
  const Network network = test::city();
  const BipartiteGraph graph(network);

  EXPECT_EQ(test::Svg(draw(View::Workload, graph).svg).title,
            "市发改局承担 7 项任务，其中首位 2 项");
  EXPECT_EQ(test::Svg(draw(View::Workload, graph, {.title = "自定"}).svg).title, "自定");
}

TEST(Picture, SaysLeadOnlyWhereTheTextDoes) {
  const std::vector<test::PlanTask> tasks{{"1", "甲", "", {"发改局", "财政局"}}};
  const Network listed = test::plan({}, tasks), stated = test::plan({}, tasks, Role::Lead);

  for (const View view : {View::Bipartite, View::Leads, View::Workload}) {
    const std::string inferred = draw(view, BipartiteGraph(listed)).svg;
    EXPECT_NE(inferred.find("首位＝条款中列在最前的单位，由顺序推定"), std::string::npos);
    EXPECT_EQ(inferred.find("牵头"), std::string::npos);
    const std::string plain = draw(view, BipartiteGraph(stated)).svg;
    EXPECT_NE(plain.find("牵头"), std::string::npos);
    EXPECT_EQ(plain.find("首位"), std::string::npos);
  }
}

TEST(Picture, IsTheSameTwiceAndFromTwoThreads) {
  const Network network = test::city();
  const BipartiteGraph graph(network);
  for (const View view : kViews) {
    const PictureOptions options = test::with_results(network, view);
    const auto picture = [&] { return draw(view, graph, options); };
    const Picture first = picture();
    auto one = std::async(std::launch::async, picture);
    auto other = std::async(std::launch::async, picture);
    for (const Picture& again : {one.get(), other.get()}) {
      EXPECT_EQ(again.svg, first.svg);
      EXPECT_EQ(again.dot, first.dot);
    }
    EXPECT_EQ(png(first.svg), png(first.svg));
  }
}

TEST(Picture, BecomesAPngWithTheLeadColour) {
  const Network network =
      respnet::test::davis_network();  // no sections: lead lines in the lead colour
  const BipartiteGraph graph(network);
  for (const View view : {View::Bipartite, View::Workload}) {
    const Picture picture = draw(view, graph);

    const test::Image image(png(picture.svg));

    EXPECT_NEAR(image.width, 2 * picture.width, 1);
    EXPECT_NEAR(image.height, 2 * picture.height, 1);
    EXPECT_GT(std::ranges::count(image.pixels, 0x0B3C6FU), 1000);
    EXPECT_GT(std::ranges::count(image.pixels, 0xFFFFFFU), 100000);
  }
}

TEST(Picture, SaysThatThereIsNothing) {
  const Network empty = test::plan({}, {});
  const Network no_units = test::plan({}, {{"1", "甲", "", {}}});
  const Network one = test::plan({}, {{"1", "甲", "", {"财政局"}}});
  for (const View view : kViews) {
    EXPECT_TRUE(test::Svg(draw(view, BipartiteGraph(empty)).svg).marks("node").empty());
    EXPECT_NE(draw(view, BipartiteGraph(empty)).svg.find("没有"), std::string::npos);
    EXPECT_NE(draw(view, BipartiteGraph(no_units)).svg.find("没有"), std::string::npos);
    EXPECT_FALSE(png(draw(view, BipartiteGraph(one)).svg).empty());
  }
  EXPECT_EQ(test::Svg(draw(View::Bipartite, BipartiteGraph(no_units)).svg).marks("task").size(),
            1U);
}

TEST(Picture, PutsTheRestTogetherInLargeNetworks) {
  const Network network = test::large(500, 200, 6);
  const BipartiteGraph graph(network);

  const Picture bipartite = draw(View::Bipartite, graph);
  const test::Svg svg(bipartite.svg);
  EXPECT_EQ(svg.marks("section").size(), 6U);
  EXPECT_EQ(svg.marks("unit").size(), 60U);
  EXPECT_EQ(svg.marks("rest").size(), 1U);
  EXPECT_LE(svg.marks("edge").size(), 240U + 61U);
  EXPECT_NE(bipartite.svg.find("其余 140 个单位"), std::string::npos);
  EXPECT_NE(bipartite.svg.find("200 个单位中只画任务最多的 60 个"), std::string::npos);

  const Picture workload = draw(View::Workload, graph);
  EXPECT_EQ(test::Svg(workload.svg).marks("unit").size(), 40U);
  EXPECT_NE(workload.svg.find("其余 160 个单位，合计"), std::string::npos);
}

TEST(Picture, KeepsTheLargestTasksWhereThereAreNoSections) {
  const Network network = test::large(100, 30, 0);

  const test::Svg svg(draw(View::Bipartite, BipartiteGraph(network)).svg);

  EXPECT_EQ(svg.marks("task").size(), 60U);
  EXPECT_EQ(svg.marks("rest").size(), 1U);
}

}  // namespace
}  // namespace respnet::viz
