#include "respnet/base/document.hpp"

#include <numeric>

#include <gtest/gtest.h>

namespace respnet {
namespace {

TEST(PaperFor, KeepsToA4WhereLabelsStayReadable) {
  const Paper small = paper_for(300, 200), chart = paper_for(780, 500);

  EXPECT_FALSE(small.own_page);
  EXPECT_EQ(small.scale, 1);
  EXPECT_FALSE(chart.own_page);
  EXPECT_NEAR(chart.scale, 481.0 / 780, 1e-9);
}

TEST(PaperFor, TurnsTheSheetOrTakesA3ForLargePictures) {
  const Paper wide = paper_for(1150, 400), tall = paper_for(933, 1163), both = paper_for(1088, 845);

  EXPECT_TRUE(wide.own_page);
  EXPECT_EQ(wide.width, kA4Height);
  EXPECT_EQ(wide.height, kA4Width);
  EXPECT_EQ(tall.height, 1191);
  EXPECT_GT(tall.scale, 0.8);
  EXPECT_EQ(both.width, 1191);
  EXPECT_GT(both.scale, 0.8);
}

TEST(PaperFor, NeverLeavesThePaper) {
  for (double width = 10; width < 20000; width *= 1.7) {
    for (double height = 10; height < 20000; height *= 1.7) {
      const Paper paper = paper_for(width, height);
      EXPECT_GT(paper.scale, 0);
      EXPECT_LE(paper.scale, 1);
      EXPECT_LE(width * paper.scale, paper.width - 60);
      EXPECT_LE(height * paper.scale, paper.height - 100);
    }
  }
}

double sum(const std::vector<double>& widths) {
  return std::accumulate(widths.begin(), widths.end(), 0.0);
}

TEST(GridSetting, FillsTheRoomWhateverTheTextIs) {
  const Grid empty{.columns = {{"单位"}, {"数", true}}};
  const Grid short_texts{.columns = {{"单位"}, {"数", true}}, .rows = {{"甲", "1"}, {"乙", "2"}}};
  const Grid long_texts{.columns = {{"单位"}, {"数", true}},
                        .rows = {{std::string(5000, 'w'), std::string(300, '9')}}};

  for (const Grid* grid : {&empty, &short_texts, &long_texts})
    EXPECT_NEAR(sum(grid_setting(*grid, 481).widths), 481, 1e-6);
}

TEST(GridSetting, GivesMoreRoomToMoreText) {
  std::string many;
  for (int i = 0; i < 200; ++i) many += "很长的条款";
  const Grid grid{.columns = {{"编号"}, {"条款"}, {"数", true}}, .rows = {{"1.1", many, "12"}}};

  const auto widths = grid_setting(grid, 481).widths;

  EXPECT_GT(widths[1], 350);
  EXPECT_LT(widths[0], 60);
  EXPECT_LT(widths[2], 40);
}

TEST(GridSetting, SetsSmallerBeforeItBreaksWords) {
  Grid grid{.columns = {{"unit"}}, .rows = {{"Department"}}};
  const double usual = grid_setting(grid, 481).size;
  for (int i = 0; i < 9; ++i) {
    grid.columns.push_back({"betweenness centrality", true});
    grid.rows[0].push_back("0.123");
  }

  const GridSetting crowded = grid_setting(grid, 481);

  EXPECT_EQ(usual, 8.5);
  EXPECT_LT(crowded.size, usual);
  EXPECT_GE(crowded.size, 6.5);
}

TEST(GapBehind, PartsNumbersFromTheTextBehindThem) {
  const Grid grid{.columns = {{"数", true}, {"任务"}, {"数", true}}};

  EXPECT_GT(gap_behind(grid, 0), 0);
  EXPECT_EQ(gap_behind(grid, 1), 0);
  EXPECT_EQ(gap_behind(grid, 2), 0);
}

TEST(CreationTime, CompletesDatesAndKnowsNoClock) {
  EXPECT_EQ(creation_time("2024-09-05"), "2024-09-05T00:00:00Z");
  EXPECT_EQ(creation_time("2024-09"), "2024-09-01T00:00:00Z");
  EXPECT_EQ(creation_time("2024"), "2024-01-01T00:00:00Z");
  for (const char* none : {"", "last year", "2024/09/05", "20240"})
    EXPECT_EQ(creation_time(none), "1970-01-01T00:00:00Z") << none;
}

}  // namespace
}  // namespace respnet
