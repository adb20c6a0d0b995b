#include "viz/bipartite_layout.hpp"

#include <gtest/gtest.h>

#include "viz/networks.hpp"

namespace respnet::viz {
namespace {

TEST(BipartiteLayout, LeavesBoxesWhereTheyWantToBe) {
  EXPECT_EQ(placed_without_overlap({10, 50, 90}, {10, 10, 10}, 5, 100),
            (std::vector<double>{5, 45, 85}));
}

TEST(BipartiteLayout, SpreadsBoxesThatWantTheSamePlace) {
  // Three boxes of 10, 5 apart, around 50: the middle one stays.
  EXPECT_EQ(placed_without_overlap({50, 50, 50}, {10, 10, 10}, 5, 100),
            (std::vector<double>{30, 45, 60}));
}

TEST(BipartiteLayout, KeepsBoxesInTheRoom) {
  EXPECT_EQ(placed_without_overlap({0, 0}, {10, 10}, 5, 100), (std::vector<double>{0, 15}));
  EXPECT_EQ(placed_without_overlap({100, 100}, {10, 10}, 5, 100), (std::vector<double>{75, 90}));
}

TEST(BipartiteLayout, NeedsMoreThanTheRoomWhereBoxesDo) {
  EXPECT_EQ(placed_without_overlap({5, 5}, {10, 10}, 5, 10), (std::vector<double>{0, 15}));
}

TEST(BipartiteLayout, OrdersLineEndsLikeTheirOtherEnds) {
  const model::Network network = test::city();
  const graph::BipartiteGraph graph(network);
  const BipartitePlan plan =
      bipartite_plan(graph, {}, picture_words(graph, Language::Zh));

  const BipartiteLayout layout = bipartite_layout(plan);

  for (std::size_t a = 0; a < plan.strands.size(); ++a) {
    for (std::size_t b = 0; b < plan.strands.size(); ++b) {
      if (plan.strands[a].right != plan.strands[b].right) continue;
      if (plan.strands[a].left >= plan.strands[b].left) continue;
      EXPECT_LT(layout.strands[a].points.back().y, layout.strands[b].points.back().y);
    }
  }
}

}  // namespace
}  // namespace respnet::viz
