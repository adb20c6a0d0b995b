#include "viz/curve.hpp"

#include <gtest/gtest.h>

namespace respnet::viz {
namespace {

const Curve kArch{{{0, 0}, {0, 40}, {100, 40}, {100, 0}}};

TEST(Curve, StraightHasItsLength) {
  EXPECT_NEAR(arc_length(straight({0, 0}, {30, 40})), 50, 1e-9);
  EXPECT_NEAR(parameter_at(straight({0, 0}, {30, 40}), 0.6), 0.6, 1e-9);
}

TEST(Curve, PointAtTheMiddleOfAnArch) {
  EXPECT_NEAR(point_at(kArch, 0.5).x, 50, 1e-9);
  EXPECT_NEAR(point_at(kArch, 0.5).y, 30, 1e-9);  // 3/8 · 40 twice
}

TEST(Curve, PartsJoinToTheWhole) {
  const Curve first = part(kArch, 0, 0.3), second = part(kArch, 0.3, 1);

  EXPECT_NEAR(arc_length(first) + arc_length(second), arc_length(kArch), 0.1);
  EXPECT_NEAR(first.points.back().x, second.points.front().x, 1e-9);
  EXPECT_NEAR(point_at(second, 0.5).y, point_at(kArch, 0.65).y, 1e-9);
}

TEST(Curve, ClippedEndsOnTheBorders) {
  const Box from{-10, -10, 20, 20}, to{90, -10, 20, 20};

  const Curve seen = clipped(straight({0, 0}, {100, 0}), from, to, 4);

  EXPECT_NEAR(seen.points.front().x, 10, 0.01);
  EXPECT_NEAR(seen.points.back().x, 90, 0.01);
}

TEST(Curve, ClippedFollowsRoundCorners) {
  const Box from{-10, -10, 20, 20}, to{90, 90, 20, 20};

  const Curve seen = clipped(straight({0, 0}, {100, 100}), from, to, 10);

  EXPECT_NEAR(seen.points.front().x, 7.07, 0.01);  // a circle of radius 10
  EXPECT_NEAR(seen.points.back().y, 92.93, 0.01);
}

TEST(Curve, ShiftedGoesToTheLeft) {
  const Curve beside = shifted(straight({0, 0}, {10, 0}), 2);

  EXPECT_EQ(beside.points.front(), (Point{0, -2}));  // up on the page when going right
  EXPECT_EQ(beside.points.back(), (Point{10, -2}));
}

}  // namespace
}  // namespace respnet::viz
