#include "viz/dendrogram.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "support/davis.hpp"
#include "viz/dendrogram_plan.hpp"
#include "viz/networks.hpp"
#include "viz/svg.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using model::Network;

Picture dendrogram(const Network& network, Language language = Language::Zh) {
  return draw(View::Dendrogram, BipartiteGraph(network),
              test::with_results(network, View::Dendrogram, language));
}

std::vector<std::string> words(const std::vector<test::Mark>& marks) {
  std::vector<std::string> result;
  for (const test::Mark& mark : marks)
    result.insert(result.end(), mark.words.begin(), mark.words.end());
  return result;
}

// 甲 and 乙 share both of their tasks, 丙 one of its two with them, 丁 none with anybody.
Network four() {
  return test::plan({}, {{"1", "a", "", {"甲局", "乙局", "丙局", "各乡镇"}},
                         {"2", "b", "", {"甲局", "乙局"}},
                         {"3", "c", "", {"丙局"}},
                         {"4", "d", "", {"丁局"}}});
}

TEST(Dendrogram, MergesAtTheDistancesOfTheUnits) {
  // 甲-乙 0; 丙 with either 1 - 1/3; 丁 1.
  const Picture picture = dendrogram(four());

  std::vector<std::string> titles;
  for (const test::Mark& merge : test::Svg(picture.svg).marks("merge"))
    titles.push_back(merge.title);
  EXPECT_EQ(titles,
            (std::vector<std::string>{"甲局等 3 个单位、丁局：距离 1.00", "甲局、乙局：距离 0.00",
                                      "甲局等 2 个单位、丙局：距离 0.67"}));
  double axis = 0;  // x of distance 0, from the tick lines
  std::set<double> ticks;
  for (const Mark& mark : picture.marks)
    if (picture.subjects[mark.subject == Mark::kNone ? 0 : mark.subject].classes == "grid" &&
        mark.kind == Mark::Kind::Line)
      ticks.insert(mark.points.front().x);
  ASSERT_EQ(ticks.size(), 6U);
  axis = *ticks.begin();
  const double one = *ticks.rbegin() - axis;
  std::vector<double> heights;
  for (const Mark& mark : picture.marks)
    if (mark.classes == "fork") heights.push_back((mark.points[1].x - axis) / one);
  ASSERT_EQ(heights.size(), 3U);
  EXPECT_NEAR(heights[0], 1, 1e-9);
  EXPECT_NEAR(heights[1], 0, 1e-9);
  EXPECT_NEAR(heights[2], 2.0 / 3, 1e-9);
}

TEST(Dendrogram, NamesItsSetsByLetter) {
  const Picture zh = dendrogram(four()), en = dendrogram(four(), Language::En);

  EXPECT_EQ(words(test::Svg(zh.svg).marks("node")),
            (std::vector<std::string>{"甲局", "乙局", "丙局", "丁局"}));
  EXPECT_EQ(words(test::Svg(zh.svg).marks("set")), (std::vector<std::string>{"A 组（3 个单位）"}));
  EXPECT_EQ(words(test::Svg(en.svg).marks("set")), (std::vector<std::string>{"set A (3 units)"}));
  EXPECT_EQ(zh.title, "4 个单位中有 3 个常在一起，结成 1 组");
  EXPECT_EQ(en.title, "3 of 4 units often work together, in 1 set");
  EXPECT_EQ(zh.svg.find("协作圈"), std::string::npos);
  EXPECT_EQ(en.svg.find("luster"), std::string::npos);
}

TEST(Dendrogram, SaysWhoIsNotInIt) {
  EXPECT_NE(dendrogram(four()).svg.find("不含 1 个集合单位"), std::string::npos);
  EXPECT_NE(dendrogram(four(), Language::En).svg.find("without 1 group unit"), std::string::npos);
}

TEST(Dendrogram, ShowsTheTwoCirclesOfTheSouthernWomen) {
  const Network network = respnet::test::davis_network();

  const Picture picture = dendrogram(network);

  // All merge below 0.85, at 0.8296 last and 0.7925 before.
  EXPECT_NE(picture.svg.find("切分 0.81"), std::string::npos);
  EXPECT_NE(picture.svg.find("平均有 18% 以上的任务相同"), std::string::npos);
  EXPECT_EQ(words(test::Svg(picture.svg).marks("set")),
            (std::vector<std::string>{"A 组（7 个单位）", "B 组（11 个单位）"}));
}

TEST(Dendrogram, CutsBelowTheLastMergeOfOneSet) {
  const auto cut = [](const std::vector<double>& heights) {
    std::vector<Merge> merges;
    for (const double height : heights) merges.push_back({0, 0, height});
    return cut_height(merges);
  };

  EXPECT_EQ(cut({0.2, 0.9}), 0.85);
  EXPECT_EQ(cut({0.25, 0.75}), 0.5);
  EXPECT_EQ(cut({0.25, 0.75, 0.75}), 0.5);
  EXPECT_EQ(cut({0, 0}), 0.85);
  EXPECT_EQ(cut({1}), 0.85);
}

TEST(Dendrogram, CountsInLetters) {
  EXPECT_EQ(letter(0), "A");
  EXPECT_EQ(letter(25), "Z");
  EXPECT_EQ(letter(26), "AA");
  EXPECT_EQ(letter(26 + 26 * 26), "AAA");
}

TEST(Dendrogram, ShowsEachSetOfManyUnitsAsARow) {
  // 45 pairs of units with a task each, and 5 units on their own.
  std::vector<test::PlanTask> tasks;
  for (int pair = 0; pair < 50; ++pair) {
    const std::string name = "第" + std::to_string(pair) + "局";
    tasks.push_back({std::to_string(pair), "", "", {name + "甲"}});
    if (pair < 45) tasks.back().units.push_back(name + "乙");
  }

  const Picture picture = dendrogram(test::plan({}, tasks));
  const test::Svg svg(picture.svg);

  EXPECT_EQ(svg.marks("node").size(), 5U);
  EXPECT_EQ(std::ranges::count(picture.marks, "set", &Mark::classes), 45);
  EXPECT_NE(picture.svg.find("A 组：第0局甲和第0局乙"), std::string::npos);
  EXPECT_NE(picture.svg.find("95 个单位，每组并为一行"), std::string::npos);
  EXPECT_EQ(picture.title, "95 个单位中有 90 个常在一起，结成 45 组");
  EXPECT_EQ(svg.marks("merge").size(), 49U);
}

TEST(Dendrogram, KeepsTheLargestOfVeryManySets) {
  const Network network = test::large(400, 300, 0);

  const Picture picture = dendrogram(network);
  const DendrogramPlan plan = dendrogram_plan(test::with_results(network, View::Dendrogram).merges,
                                              heaviest_first(loads(BipartiteGraph(network))));

  ASSERT_EQ(plan.rows.size(), 80U);
  EXPECT_EQ(plan.forks.size(), 79U);
  std::size_t drawn = 0;
  for (const auto& row : plan.rows) drawn += plan.tree.nodes[row.node].size();
  EXPECT_EQ(drawn + plan.left_out, 300U);
  EXPECT_NE(picture.svg.find("只画最大的 80 行，略去 " + std::to_string(plan.left_out)),
            std::string::npos);
}

TEST(Dendrogram, SaysWhyThereIsNothing) {
  const Network one = test::plan({}, {{"1", "a", "", {"甲局", "各乡镇"}}});

  EXPECT_NE(dendrogram(one).svg.find("有任务的单位不足两个"), std::string::npos);
  EXPECT_NE(draw(View::Dendrogram, BipartiteGraph(four())).svg.find("没有给出聚类结果"),
            std::string::npos);
}

TEST(Dendrogram, RefusesMergesThatAreNoTree) {
  const Network network = four();
  const BipartiteGraph graph(network);                        // units 0 … 4
  const std::vector<std::vector<Merge>> wrong{{{0, 0, 0.5}},  // with itself
                                              {{0, 6, 0.5}},  // with what is not made yet
                                              {{0, 1, 0.5}, {0, 2, 0.6}},  // twice
                                              {{0, 1, 0.5}, {2, 3, 0.6}},  // two trees
                                              {{0, 1, 0.5}, {2, 5, 0.4}},  // falling
                                              {{0, 1, 1.5}},               // too far
                                              {{0, 1, std::numeric_limits<double>::quiet_NaN()}}};
  for (const auto& merges : wrong)
    EXPECT_THROW(draw(View::Dendrogram, graph, {.merges = merges}), std::invalid_argument);
  EXPECT_NO_THROW(draw(View::Dendrogram, graph, {.merges = {{0, 1, 0.5}, {2, 5, 0.6}}}));
}

}  // namespace
}  // namespace respnet::viz
