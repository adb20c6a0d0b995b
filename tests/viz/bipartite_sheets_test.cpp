#include "viz/bipartite_sheets.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "viz/bipartite_plan.hpp"
#include "viz/networks.hpp"
#include "viz/svg.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using model::Network;

std::vector<Sheet> sheets_of(const Network& network) {
  return sheets(View::Bipartite, BipartiteGraph(network));
}

// A plan whose tasks all stand in one top-level section, under `parts` sections of it.
Network one_chapter(std::size_t tasks, std::size_t parts) {
  model::NetworkBuilder builder("plan");
  const auto source = builder.add_source({});
  const auto top =
      builder.add_section({.id = "1", .title = "重点任务", .parent = {}, .source = source});
  std::vector<model::SectionId> below;
  for (std::size_t s = 1; s <= parts; ++s)
    below.push_back(builder.add_section({.id = "1." + std::to_string(s),
                                         .title = "第" + std::to_string(s) + "节",
                                         .parent = top,
                                         .source = source}));
  model::UnitRow unit;
  unit.name = "财政局";
  const auto finance = builder.add_unit(unit);
  for (std::size_t t = 0; t < tasks; ++t) {
    model::TaskRow row;
    row.id = "1." + std::to_string(1 + t * parts / tasks) + "." + std::to_string(t);
    row.title = "任务" + std::to_string(t);
    row.source = source;
    row.section = below[t * parts / tasks];
    builder.add_assignment(builder.add_task(row), finance, model::Role::Responsible);
  }
  return std::move(builder).build();
}

TEST(BipartiteSheets, AreOneUpToSixtyTasksAndUnits) {
  EXPECT_EQ(sheets_of(test::city()).size(), 1U);
  EXPECT_EQ(sheets_of(test::large(60, 60, 4)).size(), 1U);
}

TEST(BipartiteSheets, AreAnOverviewAndASectionEachUpToFourHundredTasks) {
  const Network network = test::large(200, 90, 5);
  const auto sheets = sheets_of(network);

  ASSERT_EQ(sheets.size(), 6U);
  EXPECT_TRUE(sheets[0].title.empty());
  EXPECT_EQ(sheets[2].title, "第2章");
  EXPECT_EQ(network.section(*sheets[2].section).id, "2");
}

TEST(BipartiteSheets, AreTheOverviewAloneAboveFourHundredTasks) {
  EXPECT_EQ(sheets_of(test::large(401, 90, 5)).size(), 1U);
}

TEST(BipartiteSheets, HoldEveryTaskOnceAndNeverMoreThanSixty) {
  for (const std::size_t sections : {0U, 1U, 2U, 7U}) {
    const Network network = test::large(400, 90, sections);
    const BipartiteGraph graph(network);
    const auto sheets = bipartite_sheets(graph);

    std::set<model::TaskId> tasks;
    std::size_t count = 0;
    for (const BipartiteSheet& sheet : sheets) {
      EXPECT_LE(sheet.tasks.size(), 60U);
      tasks.insert(sheet.tasks.begin(), sheet.tasks.end());
      count += sheet.tasks.size();
    }
    EXPECT_EQ(tasks.size(), 400U) << sections;
    EXPECT_EQ(count, 400U) << sections;
  }
}

TEST(BipartiteSheets, NameTheTasksWhereASectionNeedsSeveral) {
  const auto sheets = sheets_of(test::large(200, 90, 2));

  ASSERT_EQ(sheets.size(), 5U);
  EXPECT_EQ(sheets[1].title, "第1章 (t.0 – t.49)");
  EXPECT_EQ(sheets[4].title, "第2章 (t.150 – t.199)");
  EXPECT_EQ(sheets[1].section, sheets[2].section);
  EXPECT_EQ(sheets[2].part, 2U);
  EXPECT_EQ(sheets[2].parts, 2U);
}

TEST(BipartiteSheets, SplitAPlanOfOneChapterByItsSections) {
  const Network network = one_chapter(120, 4);
  const auto sheets = sheets_of(network);

  ASSERT_EQ(sheets.size(), 5U);
  EXPECT_EQ(sheets[1].title, "第1节");
  const test::Svg overview(draw(View::Bipartite, BipartiteGraph(network)).svg);
  EXPECT_EQ(overview.marks("section").size(), 4U);
  EXPECT_TRUE(overview.marks("ch2").empty());  // the classes are those of chapters
}

TEST(BipartiteSheets, ShowASectionWithItsUnitsAndWhatTheyCarryInIt) {
  const Network network = test::large(200, 50, 5);
  const BipartiteGraph graph(network);
  std::size_t edges = 0;
  for (std::size_t sheet = 1; sheet <= 5; ++sheet) {
    const Picture picture = draw(View::Bipartite, graph, {.sheet = sheet});
    const test::Svg svg(picture.svg);

    EXPECT_EQ(svg.marks("task").size(), 40U);
    EXPECT_EQ(svg.marks("ch" + std::to_string(sheet)).size(), svg.marks("edge").size() + 1);
    EXPECT_NE(picture.svg.find("数字只计本图任务"), std::string::npos);
    EXPECT_TRUE(picture.title.starts_with("第" + std::to_string(sheet) + "章：")) << picture.title;
    edges += svg.marks("edge").size();
  }
  EXPECT_EQ(edges, graph.edge_count());
}

TEST(BipartiteOverview, DrawsNoLinesToTheRest) {
  const Network network = test::large(2000, 300, 6);

  const Picture picture = draw(View::Bipartite, BipartiteGraph(network));

  const test::Svg svg(picture.svg);
  EXPECT_EQ(svg.marks("rest").size(), 1U);
  EXPECT_EQ(picture.svg.find("data-to=\"rest"), std::string::npos);
  EXPECT_NE(picture.svg.find("300 个单位中只画任务最多的 60 个，其余的连线从略"),
            std::string::npos);
}

TEST(BipartiteOverview, PutsManyTasksWithoutSectionsIntoBlocks) {
  const Network network = test::large(2000, 300, 0);

  const test::Svg svg(draw(View::Bipartite, BipartiteGraph(network)).svg);

  EXPECT_TRUE(svg.marks("task").empty());
  const auto blocks = svg.marks("block");
  ASSERT_EQ(blocks.size(), 20U);
  EXPECT_EQ(blocks[1].words, (std::vector<std::string>{"100 项", "t.100 – t.199"}));
}

TEST(BipartiteOverview, KeepsSumsOfThousandsInThePicture) {
  std::vector<test::PlanTask> tasks;
  for (std::size_t t = 0; t < 26'000; ++t)
    tasks.push_back({"t" + std::to_string(t), "任务", "", {"一局", "二局"}});
  for (std::size_t t = 0; t < tasks.size(); t += 2) std::swap(tasks[t].units[0], tasks[t].units[1]);
  const Network network = test::plan({}, tasks);

  const test::Svg svg(draw(View::Bipartite, BipartiteGraph(network)).svg);

  ASSERT_EQ(svg.marks("bar").size(), 2U);
  EXPECT_EQ(svg.marks("bar")[0].words, std::vector<std::string>{"13,000＋13,000"});
  for (const Box& text : svg.texts) EXPECT_LE(text.right(), svg.width);
}

TEST(BipartiteOverview, SharesTheHeightAmongSectionsByTheirTasks) {
  std::vector<test::PlanTask> tasks;
  for (std::size_t t = 0; t < 100; ++t)
    tasks.push_back({"t" + std::to_string(t),
                     "任务",
                     t < 75 ? "1" : "2",
                     {"第" + std::to_string(t % 50) + "局"}});
  const Network network = test::plan({{"1", "大章"}, {"2", "小章"}}, tasks);

  const auto sections =
      test::Svg(draw(View::Bipartite, BipartiteGraph(network)).svg).marks("section");

  ASSERT_EQ(sections.size(), 2U);
  EXPECT_NEAR((sections[0].box.height - 26) / (sections[1].box.height - 26), 3, 0.01);
}

}  // namespace
}  // namespace respnet::viz
