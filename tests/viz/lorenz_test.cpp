#include "viz/lorenz.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "respnet/base/text.hpp"
#include "support/davis.hpp"
#include "viz/networks.hpp"
#include "viz/svg.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using model::Network;

Picture lorenz(const Network& network, Language language = Language::Zh) {
  return draw(View::Lorenz, BipartiteGraph(network),
              test::with_results(network, View::Lorenz, language));
}

const Mark& mark(const Picture& picture, std::string_view classes) {
  return *std::ranges::find(picture.marks, classes, &Mark::classes);
}

// The curve as shares: from (0, 0) to (1, 1).
std::vector<Point> curve(const Picture& picture) {
  std::vector<Point> points = mark(picture, "lorenz").points;
  const Point from = points.front(), to = points.back();
  for (Point& point : points)
    point = {(point.x - from.x) / (to.x - from.x), (point.y - from.y) / (to.y - from.y)};
  return points;
}

// `loads[u]` tasks of the u-th unit, each task with one unit.
Network loaded(const std::vector<std::size_t>& loads) {
  std::vector<test::PlanTask> tasks;
  for (std::size_t unit = 0; unit < loads.size(); ++unit)
    for (std::size_t i = 0; i < loads[unit]; ++i)
      tasks.push_back(
          {std::to_string(tasks.size() + 1), "", "", {"第" + std::to_string(unit + 1) + "局"}});
  return test::plan({}, tasks);
}

TEST(Lorenz, DrawsTheCumulatedShares) {
  const Picture picture = lorenz(loaded({5, 1, 2, 2}));

  const auto points = curve(picture);
  ASSERT_EQ(points.size(), 5U);
  const std::vector<double> shares{0, 0.1, 0.3, 0.5, 1};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(points[i].x, static_cast<double>(i) / 4, 1e-9);
    EXPECT_NEAR(points[i].y, shares[i], 1e-9);
  }
  const Mark& even = mark(picture, "even");
  EXPECT_EQ(even.points.front(), mark(picture, "lorenz").points.front());
  EXPECT_EQ(even.points.back(), mark(picture, "lorenz").points.back());
}

TEST(Lorenz, EnclosesHalfTheGiniIndexThatItNames) {
  for (const Network& network : {test::city(), respnet::test::davis_network(), test::hostile()}) {
    const Picture picture = lorenz(network);
    double area = 0;
    const auto points = curve(picture);
    for (std::size_t i = 1; i < points.size(); ++i)
      area += (points[i].x - points[i - 1].x) * (points[i].y + points[i - 1].y) / 2;

    const double gini = *analysis::Study(network).concentration_of(analysis::LoadKind::Tasks).gini;

    EXPECT_NEAR(1 - 2 * area, gini, 1e-9);
    EXPECT_NE(picture.title.find("基尼系数 " + fixed(gini, 2)), std::string::npos);
  }
}

TEST(Lorenz, RingsWhereTheTopFiveBegin) {
  // 20 tasks, 15 of the last five. Σ (2i - 11) x_(i) / (10 · 20) = 68 / 200.
  const Network network = loaded({1, 1, 1, 1, 1, 2, 2, 2, 3, 6});

  const Picture picture = lorenz(network);

  EXPECT_EQ(picture.title, "10 个单位中前 5 个承担 75% 的责任（基尼系数 0.34）");
  const Point ring = mark(picture, "ring").box.center();
  const Point begin = mark(picture, "lorenz").points[5];
  EXPECT_NEAR(ring.x, begin.x, 1e-9);
  EXPECT_NEAR(ring.y, begin.y, 1e-9);
  EXPECT_NE(picture.svg.find("其余 5 个单位合计占 25%"), std::string::npos);
  EXPECT_EQ(lorenz(network, Language::En).title,
            "5 of 10 units carry 75% of assignments (Gini 0.34)");
}

TEST(Lorenz, NamesOnlyUnitsThatStandOut) {
  // The fourth and fifth of the top carry as much as the sixth: which are they?
  const Picture picture = lorenz(loaded({9, 7, 5, 2, 2, 2, 1, 1, 1, 1}));

  const auto notes = test::Svg(picture.svg).marks("top");
  ASSERT_EQ(notes.size(), 3U);
  EXPECT_EQ(notes[0].words, (std::vector<std::string>{"第1局：29%"}));  // 9 of 31
  EXPECT_EQ(notes[2].words, (std::vector<std::string>{"第3局：16%"}));
}

TEST(Lorenz, NamesHighlightedUnits) {
  const Network network = loaded({9, 7, 5, 2, 2, 2, 1, 1, 1, 1});
  PictureOptions options = test::with_results(network, View::Lorenz);
  options.highlight = {7};

  const test::Svg svg(draw(View::Lorenz, BipartiteGraph(network), options).svg);

  std::vector<std::string> words;
  for (const test::Mark& note : svg.marks("note"))
    words.insert(words.end(), note.words.begin(), note.words.end());
  EXPECT_EQ(words, (std::vector<std::string>{"第1局：29%", "第2局：23%", "第3局：16%",
                                             "其余 5 个单位合计占 19%", "第8局：3%"}));
  for (std::size_t i = 1; i < svg.texts.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_FALSE(overlap(svg.texts[i].grown(-1), svg.texts[j].grown(-1)));
}

TEST(Lorenz, HasAPointAUnitUpToAHundred) {
  const Network few = test::city(), many = test::large(300, 150, 3);

  const test::Svg svg(lorenz(few).svg);
  EXPECT_EQ(svg.marks("node").size(), 13U);
  EXPECT_EQ(svg.marks("group").size(), 1U);
  EXPECT_TRUE(test::Svg(lorenz(many).svg).marks("node").empty());
  EXPECT_EQ(curve(lorenz(many)).size(), 151U);
}

TEST(Lorenz, SaysWhenAllCarryTheSame) {
  const Network network = loaded({2, 2, 2});

  const Picture picture = lorenz(network);

  EXPECT_EQ(picture.title, "3 个单位平均分担，各 2 项任务（基尼系数 0.00）");
  for (const Point& point : curve(picture)) EXPECT_NEAR(point.x, point.y, 1e-9);
}

TEST(Lorenz, LeavesAnUnknownGiniIndexOut) {
  const Network network = loaded({1, 3});

  EXPECT_EQ(draw(View::Lorenz, BipartiteGraph(network)).title, "2 个单位怎样分担责任");
}

}  // namespace
}  // namespace respnet::viz
