#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/viz/picture.hpp"
#include "support/davis.hpp"
#include "viz/networks.hpp"
#include "viz/sheets.hpp"
#include "viz/svg.hpp"
#include "viz/task_pages.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using model::Network;

std::vector<Picture> drawn(const BipartiteGraph& graph, PictureOptions options = {}) {
  std::vector<Picture> pictures;
  for (options.sheet = 0; options.sheet < sheets(View::TaskSheet, graph).size(); ++options.sheet)
    pictures.push_back(draw(View::TaskSheet, graph, options));
  return pictures;
}

// Sections of their own size, tasks before and after them that stand in none.
Network uneven() {
  std::vector<test::PlanTask> tasks;
  for (int t = 0; t < 70; ++t) {
    const std::string section = t < 3 || t > 66 ? "" : t < 50 ? "1" : t < 52 ? "2" : "3";
    test::PlanTask task{
        "t" + std::to_string(t), "办好第" + std::to_string(t) + "件实事", section, {}};
    for (int u = 0; u <= t % 5; ++u)
      task.units.push_back("第" + std::to_string((t * 3 + u * u) % 40) + "局");
    tasks.push_back(task);
  }
  return test::plan({{"1", "一、很长的一章"}, {"2", "二、很短的一章"}, {"3", "三、最后一章"}},
                    tasks);
}

Network wordy() {
  std::string name, title;
  for (int i = 0; i < 9; ++i) name += "Directorate ";
  for (int i = 0; i < 30; ++i) title += "Wholesale WWW ";
  std::vector<test::PlanTask> tasks;
  for (int t = 0; t < 6; ++t) {
    tasks.push_back({"1." + std::to_string(t), title, "1", {}});
    for (int u = 0; u < 40; ++u) tasks.back().units.push_back(name + std::to_string(u * (t + 1)));
  }
  return test::plan({{"1", title}}, tasks, model::Role::Lead, title + title);
}

std::vector<Network> networks() {
  std::vector<Network> all;
  all.push_back(test::city());
  all.push_back(respnet::test::davis_network());
  all.push_back(test::hostile());
  all.push_back(uneven());
  all.push_back(wordy());
  all.push_back(test::large(300, 80, 12));
  return all;
}

TEST(TaskSheet, HoldsEveryTaskOnce) {
  for (const Network& network : networks()) {
    const BipartiteGraph graph(network);
    const auto listed = sheets(View::TaskSheet, graph);
    const auto pictures = drawn(graph);
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
      for (const test::Mark& task : test::Svg(pictures[i].svg).marks("task")) {
        ++seen[task.data_id];
        const auto id = static_cast<model::TaskId>(std::stoul(task.data_id.substr(1)) - 1);
        EXPECT_EQ(network.top_section(id), listed[i].section);
      }
    }
    EXPECT_EQ(seen.size(), network.task_count());
    for (const auto& [task, count] : seen) EXPECT_EQ(count, 1U) << task;
  }
}

TEST(TaskSheet, DrawsEveryAssignmentOnce) {
  const Network network = uneven();
  const BipartiteGraph graph(network);
  std::set<std::string> edges, leads;

  for (const Picture& picture : drawn(graph)) {
    const test::Svg svg(picture.svg);
    for (const test::Mark& edge : svg.marks("edge")) EXPECT_TRUE(edges.insert(edge.id).second);
    for (const test::Mark& edge : svg.marks("edge"))
      if (edge.classes.find("lead") != std::string::npos) leads.insert(edge.id);
  }

  EXPECT_EQ(edges.size(), graph.edge_count());
  EXPECT_EQ(leads.size(), 70U);  // every task has units, the first of them leads
}

TEST(TaskSheet, IsA4AndReadableOnPaper) {
  for (const Network& network : networks()) {
    const BipartiteGraph graph(network);
    for (const Language language : {Language::Zh, Language::En}) {
      for (const Picture& picture : drawn(graph, {.language = language})) {
        EXPECT_EQ(picture.width, 595);
        EXPECT_EQ(picture.height, 842);
        test::expect_printable(picture);
      }
    }
  }
}

TEST(TaskSheet, KeepsItsTextsApart) {
  for (const Network& network : networks()) {
    const BipartiteGraph graph(network);
    for (const Language language : {Language::Zh, Language::En})
      for (const Picture& picture : drawn(graph, {.language = language}))
        test::expect_texts_apart(picture);
  }
}

TEST(TaskSheet, GoesOnOnFurtherSheetsOfEqualLength) {
  const Network network = uneven();
  const BipartiteGraph graph(network);
  const auto zh = sheets(View::TaskSheet, graph);
  const auto en = sheets(View::TaskSheet, graph, Language::En);

  ASSERT_EQ(zh.size(), en.size());
  EXPECT_EQ(zh[0].title, "一、很长的一章");
  EXPECT_EQ(zh[1].title, "一、很长的一章（续）");
  EXPECT_EQ(en[1].title, "一、很长的一章 (continued)");
  EXPECT_EQ(zh.back().title, "未分章");
  EXPECT_EQ(en.back().title, "Outside sections");
  EXPECT_FALSE(zh.back().section);
  EXPECT_GT(zh[0].parts, 1U);

  std::vector<std::size_t> sizes;
  for (const TaskPage& page : task_pages(graph))
    if (page.place == 0) sizes.push_back(page.tasks.size());
  EXPECT_EQ(sizes.size(), zh[0].parts);
  const auto [least, most] = std::ranges::minmax(sizes);
  EXPECT_LE(most - least, 3U);
  EXPECT_NE(draw(View::TaskSheet, graph, {.sheet = 1}).svg.find("（续）"), std::string::npos);
}

TEST(TaskSheet, CallsTasksOfAPlanWithoutSectionsAllTasks) {
  const Network network = respnet::test::davis_network();
  const BipartiteGraph graph(network);

  EXPECT_EQ(sheets(View::TaskSheet, graph)[0].title, "全部任务");
  EXPECT_EQ(draw(View::TaskSheet, graph, {.language = Language::En}).title.substr(0, 9),
            "All tasks");
}

TEST(TaskSheet, ShowsTitlesAndNamesWhole) {
  const Network network = test::city();
  const BipartiteGraph graph(network);
  const std::string text = test::text_of(draw(View::TaskSheet, graph, {.sheet = 1}));

  EXPECT_NE(text.find("改造老旧小区管网并完善周边配套服务设施和公共停车场"), std::string::npos);
  EXPECT_NE(text.find("市自然资源和规划局（林业局）"), std::string::npos);
  EXPECT_EQ(text.find("…"), std::string::npos);
}

TEST(TaskSheet, FindsWhoLeadsTheSection) {
  const Network network = test::plan({{"1", "甲章"}, {"2", "乙章"}, {"3", "丙章"}, {"4", "丁章"}},
                                     {{"1", "一", "1", {"财政局"}},
                                      {"2", "二", "2", {"财政局", "教育局"}},
                                      {"3", "三", "2", {"财政局"}},
                                      {"4", "四", "3", {"财政局"}},
                                      {"5", "五", "3", {"财政局", "民政局"}},
                                      {"6", "六", "3", {"教育局"}},
                                      {"7", "七", "4", {"教育局"}},
                                      {"8", "八", "4", {"财政局"}}},
                                     model::Role::Lead);
  const BipartiteGraph graph(network);
  const auto title = [&](std::size_t sheet, Language language = Language::Zh) {
    return draw(View::TaskSheet, graph, {.language = language, .sheet = sheet}).title;
  };

  EXPECT_EQ(title(0), "甲章：1 项任务，财政局牵头");
  EXPECT_EQ(title(1), "乙章：2 项任务，财政局全部牵头");
  EXPECT_EQ(title(2), "丙章：3 项任务，财政局牵头 2 项");
  EXPECT_EQ(title(3), "丁章：2 项任务由 2 个单位承担");
  EXPECT_EQ(title(2, Language::En), "丙章: 3 tasks, 2 of them with 财政局 as lead unit");
}

TEST(TaskSheet, SaysDeadlinesAndHeadingsBelowTheTop) {
  model::NetworkBuilder builder("plan");
  const auto source = builder.add_source({});
  builder.add_section({.id = "1", .title = "第一章", .parent = {}, .source = source});
  builder.add_section(
      {.id = "1.2", .title = "第二节", .parent = builder.find_section("1"), .source = source});
  model::TaskRow row;
  row.id = "1.2.3";
  row.title = "修路";
  row.source = source;
  row.section = builder.find_section("1.2");
  row.deadline = "2025年底";
  builder.add_task(row);
  const Network network = std::move(builder).build();
  const BipartiteGraph graph(network);

  const std::string text = test::text_of(draw(View::TaskSheet, graph));

  EXPECT_NE(text.find("期限：2025年底"), std::string::npos);
  EXPECT_NE(text.find("第二节"), std::string::npos);
  EXPECT_NE(text.find("没有责任单位"), std::string::npos);
}

TEST(TaskSheet, PutsTogetherUnitsForWhichThereIsNoRoom) {
  const Network network = wordy();
  const BipartiteGraph graph(network);

  const test::Svg svg(draw(View::TaskSheet, graph).svg);

  EXPECT_EQ(svg.marks("unit").size(), 31U);
  ASSERT_EQ(svg.marks("rest").size(), 1U);
  EXPECT_EQ(svg.marks("rest")[0].words[0], "其余 9 个单位");
}

TEST(TaskPages, DependOnNeitherFontsNorLanguage) {
  // Lines are counted from characters; the picture never needs more of them.
  for (const Network& network : networks()) {
    const BipartiteGraph graph(network);
    for (const TaskPage& page : task_pages(graph)) {
      double height = 0;
      for (const model::TaskId task : page.tasks) {
        const CardLines lines = card_lines(graph, task);
        height += CardStyle{}.height(lines.title, lines.names, false) + PageRoom::kGap;
      }
      EXPECT_TRUE(height <= PageRoom::kHeight || page.tasks.size() == 1) << height;
    }
  }
}

}  // namespace
}  // namespace respnet::viz
