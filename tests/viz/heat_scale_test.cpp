#include "respnet/viz/heat_scale.hpp"

#include <gtest/gtest.h>

namespace respnet::viz {
namespace {

TEST(HeatScale, GivesEachOfFewCountsItsOwnStep) {
  for (std::size_t count = 0; count <= 6; ++count) {
    EXPECT_EQ(heat_step(count, 6), count);
    EXPECT_EQ(heat_step(count / 3, 2), count / 3);
  }
}

TEST(HeatScale, RisesToTheLastStepAndShowsEveryCount) {
  for (std::size_t most = 7; most <= 200; ++most) {
    EXPECT_EQ(heat_step(0, most), 0U);
    EXPECT_EQ(heat_step(1, most), 1U);
    EXPECT_EQ(heat_step(most, most), kHeatSteps);
    for (std::size_t count = 1; count < most; ++count)
      EXPECT_LE(heat_step(count, most), heat_step(count + 1, most));
  }
}

}  // namespace
}  // namespace respnet::viz
