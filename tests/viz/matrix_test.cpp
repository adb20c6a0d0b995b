#include "viz/matrix.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "support/davis.hpp"
#include "viz/matrix_plan.hpp"
#include "viz/networks.hpp"
#include "viz/svg.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using model::Network;

// What stands in the cells: by the id of their group.
std::map<std::string, std::string> cells(const test::Svg& svg) {
  std::map<std::string, std::string> result;
  for (const test::Mark& cell : svg.marks("cell")) result[cell.id] = cell.words.front();
  return result;
}

// Unit names from top to bottom.
std::vector<std::string> rows(const test::Svg& svg) {
  std::vector<std::string> names;
  for (const test::Mark& row : svg.marks("node")) names.push_back(row.words.front());
  return names;
}

Network three_sections() {
  return test::plan({{"1", "一、甲"}, {"2", "二、乙"}, {"3", "三、丙"}},
                    {{"1.1", "a", "1", {"发改局", "财政局"}},
                     {"1.2", "b", "1", {"发改局", "各乡镇"}},
                     {"2.1", "c", "2", {"财政局", "发改局"}},
                     {"3.1", "d", "3", {"发改局"}}});
}

TEST(Matrix, CountsTasksAndLeadsByUnitAndSection) {
  const Network network = three_sections();

  const test::Svg svg(draw(View::Matrix, BipartiteGraph(network)).svg);

  const std::map<std::string, std::string> expected{{"c-u1-s1", "2（2）"}, {"c-u1-s2", "1"},
                                                    {"c-u1-s3", "1（1）"}, {"c-u2-s1", "1"},
                                                    {"c-u3-s1", "1"},      {"c-u2-s2", "1（1）"}};
  EXPECT_EQ(cells(svg), expected);
  EXPECT_EQ(rows(svg), (std::vector<std::string>{"发改局", "财政局", "各乡镇"}));
  std::vector<std::string> sums;
  for (const test::Mark& sum : svg.marks("row-sum")) sums.push_back(sum.words.front());
  EXPECT_EQ(sums, (std::vector<std::string>{"4", "2", "1"}));
  ASSERT_EQ(svg.marks("sum").size(), 1U);
  EXPECT_EQ(svg.marks("sum")[0].words, (std::vector<std::string>{"任务总数", "2", "1", "1", "4"}));
}

TEST(Matrix, SumsToTheNetwork) {
  const Network network = test::city();
  const BipartiteGraph graph(network);

  std::size_t sum = 0;
  for (const auto& [id, text] : cells(test::Svg(draw(View::Matrix, graph).svg)))
    sum += std::stoul(text);

  EXPECT_EQ(sum, graph.edge_count());
}

TEST(Matrix, TitlesAFinding) {
  const Network one = three_sections();
  const Network several =
      test::plan({{"1", "一、甲"}, {"2", "二、乙"}},
                 {{"1", "a", "1", {"甲局", "乙局"}}, {"2", "b", "2", {"甲局", "乙局", "丙局"}}});
  const Network apart = test::plan({{"1", "一、甲"}, {"2", "二、乙"}},
                                   {{"1", "a", "1", {"甲局"}}, {"2", "b", "2", {"乙局"}}});
  const auto title = [](const Network& network, Language language) {
    return draw(View::Matrix, BipartiteGraph(network), {.language = language}).title;
  };

  EXPECT_EQ(title(one, Language::Zh), "只有发改局在全部 3 章都有任务");
  EXPECT_EQ(title(one, Language::En), "Only 发改局 has tasks in each of the 3 sections");
  EXPECT_EQ(title(several, Language::Zh), "2 个单位在全部 2 章都有任务");
  EXPECT_EQ(title(apart, Language::En), "No unit crosses sections: each has tasks in one only");
}

TEST(Matrix, WritesTheEndsOfItsScale) {
  const Network network = three_sections();

  const auto scale = test::Svg(draw(View::Matrix, BipartiteGraph(network)).svg).marks("scale");

  ASSERT_EQ(scale.size(), 1U);
  EXPECT_EQ(scale[0].words, (std::vector<std::string>{"1 项", "2 项"}));
}

TEST(Matrix, KeepsTextInItsCellsAndReadable) {
  for (const Network& network :
       {test::city(), test::hostile(), test::large(2000, 60, 8), test::large(4000, 20, 25)}) {
    const BipartiteGraph graph(network);
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Gray}) {
      const Picture picture = draw(View::Matrix, graph, {.theme = theme});
      for (const test::Mark& cell : test::Svg(picture.svg).marks("cell")) {
        const Box& text = cell.texts.front();
        EXPECT_GE(text.x, cell.box.x);
        EXPECT_LE(text.right(), cell.box.right());
      }
      for (std::size_t i = 1; i < picture.marks.size(); ++i) {
        if (picture.marks[i - 1].classes != "heat") continue;
        EXPECT_GE(palette::contrast(picture.marks[i].color, picture.marks[i - 1].color), 4.5);
      }
    }
  }
}

TEST(Matrix, PutsLikeUnitsTogetherWhenAsked) {
  const Network network = test::city();
  const BipartiteGraph graph(network);
  PictureOptions options = test::with_results(network, View::Matrix);
  options.order_by_merges = true;

  const auto ordered = rows(test::Svg(draw(View::Matrix, graph, options).svg));
  const auto tree = rows(
      test::Svg(draw(View::Dendrogram, graph, test::with_results(network, View::Dendrogram)).svg));

  ASSERT_EQ(ordered.size(), tree.size() + 1);
  EXPECT_TRUE(std::equal(tree.begin(), tree.end(), ordered.begin()));
  EXPECT_EQ(ordered.back(), "各县（市、区）");  // a group: not in the tree
}

TEST(Matrix, PutsTheRestInOneRow) {
  const Network network = test::large(500, 200, 6);
  const BipartiteGraph graph(network);

  const Picture picture = draw(View::Matrix, graph);
  const test::Svg svg(picture.svg);

  EXPECT_EQ(svg.marks("node").size(), 40U);
  ASSERT_EQ(svg.marks("rest").size(), 1U);
  const auto words = svg.marks("rest")[0].words;
  EXPECT_EQ(words.front(), "其余 160 个单位相加");
  std::size_t sum = std::stoul(words.back());
  for (const test::Mark& row : svg.marks("row-sum")) sum += std::stoul(row.words.front());
  EXPECT_EQ(sum, graph.edge_count());
  EXPECT_NE(picture.svg.find("200 个单位中只画任务最多的 40 个"), std::string::npos);
}

TEST(Matrix, DrawsTheLastUnitRatherThanARestOfOne) {
  const Network network = test::large(500, 41, 6);

  const test::Svg svg(draw(View::Matrix, BipartiteGraph(network)).svg);

  EXPECT_EQ(svg.marks("node").size(), 41U);
  EXPECT_TRUE(svg.marks("rest").empty());
}

TEST(Matrix, TurnsTheHeadingsOfManySections) {
  const Network upright = test::large(200, 10, 12), turned = test::large(200, 10, 13);

  EXPECT_EQ(draw(View::Matrix, BipartiteGraph(upright)).svg.find("rotate(-45)"), std::string::npos);
  const std::string svg = draw(View::Matrix, BipartiteGraph(turned)).svg;
  EXPECT_NE(svg.find("rotate(-45)"), std::string::npos);
  EXPECT_EQ(test::Svg(svg).marks("section").size(), 13U);
}

TEST(Matrix, KeepsLongHeadingsInsideThePicture) {
  for (const std::size_t sections : {3U, 13U, 40U}) {
    std::vector<std::pair<std::string, std::string>> headings;
    std::vector<test::PlanTask> tasks;
    for (std::size_t s = 1; s <= sections; ++s) {
      const std::string id = std::to_string(s);
      headings.emplace_back(id, id + ". " + test::hostile_names()[8 + s % 2]);
      tasks.push_back({id + ".1", "a", id, {"甲局"}});
    }
    const Network network = test::plan(headings, tasks);

    const test::Svg svg(draw(View::Matrix, BipartiteGraph(network)).svg);

    for (const Box& text : svg.texts) {
      EXPECT_GE(text.x, 0);
      EXPECT_GE(text.y, 0);
      EXPECT_LE(text.right(), svg.width);
      EXPECT_LE(text.bottom(), svg.height);
    }
  }
}

TEST(Matrix, WritesOnlyNumbersAboveThirtySections) {
  const Network network = test::large(400, 10, 31);

  const Picture picture = draw(View::Matrix, BipartiteGraph(network));

  const auto sections = test::Svg(picture.svg).marks("section");
  ASSERT_EQ(sections.size(), 31U);
  EXPECT_EQ(picture.svg.find("rotate"), std::string::npos);
  EXPECT_EQ(sections[30].words, (std::vector<std::string>{"31"}));
  EXPECT_NE(sections[30].title.find("第31章"), std::string::npos);
  EXPECT_NE(picture.svg.find("31 章，只写章号"), std::string::npos);
  for (const auto& [id, text] : cells(test::Svg(picture.svg)))
    EXPECT_EQ(text.find("（"), std::string::npos);
}

TEST(Matrix, NumbersSectionsByPlaceWhereTheirOwnNumberIsTooLong) {
  std::vector<std::pair<std::string, std::string>> headings;
  std::vector<test::PlanTask> tasks;
  for (int s = 1; s <= 35; ++s) {
    const std::string id = std::to_string(s);
    headings.emplace_back(id, "第" + id + "章 总则");
    tasks.push_back({id + ".1", "a", id, {"甲局"}});
  }
  const Network network = test::plan(headings, tasks);

  const auto sections = test::Svg(draw(View::Matrix, BipartiteGraph(network)).svg).marks("section");

  ASSERT_EQ(sections.size(), 35U);
  EXPECT_EQ(sections[34].words, (std::vector<std::string>{"35"}));
}

TEST(Matrix, PutsTheSmallestOfVeryManySectionsTogether) {
  const Network network = test::large(700, 10, 70);
  const BipartiteGraph graph(network);

  const test::Svg svg(draw(View::Matrix, graph).svg);

  EXPECT_EQ(svg.marks("section").size(), 60U);
  std::size_t sum = 0;
  for (const auto& [id, text] : cells(svg)) sum += std::stoul(text);
  EXPECT_EQ(sum, graph.edge_count());
}

TEST(Matrix, HasOneColumnWithoutSections) {
  const Network network = respnet::test::davis_network();

  const Picture picture = draw(View::Matrix, BipartiteGraph(network), {.language = Language::En});

  EXPECT_EQ(test::Svg(picture.svg).marks("section").size(), 1U);
  EXPECT_EQ(picture.title, "14 tasks rely on 18 units");
  EXPECT_NE(picture.svg.find("no sections, hence one column"), std::string::npos);
}

TEST(Matrix, KeepsTasksOutsideOfSectionsApart) {
  const Network network = test::plan(
      {{"1", "一、甲"}, {"2", "二、乙"}},
      {{"1", "a", "1", {"甲局"}}, {"2", "b", "2", {"甲局"}}, {"x", "c", "", {"甲局", "乙局"}}});

  const Picture picture = draw(View::Matrix, BipartiteGraph(network));
  const test::Svg svg(picture.svg);

  EXPECT_EQ(svg.marks("section").size(), 3U);
  EXPECT_EQ(cells(svg).at("c-u2-s0"), "1");
  EXPECT_EQ(picture.title, "只有甲局在全部 2 章都有任务");
}

TEST(NumberedTitle, SplitsANumberFromItsWords) {
  const auto split = [](std::string_view title) {
    const NumberedTitle result = numbered_title(title);
    return result.number + "|" + result.words;
  };

  EXPECT_EQ(split("一、培育产业"), "一|培育产业");
  EXPECT_EQ(split("十二、保障"), "十二|保障");
  EXPECT_EQ(split("第三章 总则"), "第三章|总则");
  EXPECT_EQ(split("2. Roads"), "2|Roads");
  EXPECT_EQ(split("12 Schools"), "12|Schools");
  EXPECT_EQ(split("人、财、物"), "|人、财、物");
  EXPECT_EQ(split("5G networks"), "|5G networks");
  EXPECT_EQ(split("2024年"), "|2024年");
  EXPECT_EQ(split("一、"), "|一、");
  EXPECT_EQ(split(""), "|");
}

}  // namespace
}  // namespace respnet::viz
