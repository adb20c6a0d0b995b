#include "respnet/base/weighted_draw.hpp"

#include <array>
#include <limits>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace respnet {

TEST(WeightedDraw, DrawsInProportionToWeights) {
  const std::array weights{0.0, 1.0, 2.0, 3.0, 10.0, 0.0};
  const WeightedDraw draw(weights);
  RandomEngine engine(11);
  std::array<double, weights.size()> counts{};
  constexpr int kDraws = 160'000;

  for (int i = 0; i < kDraws; ++i) ++counts[draw(engine)];

  double chi_squared = 0;
  for (std::size_t i = 1; i < 5; ++i) {
    const double expected = kDraws * weights[i] / 16;
    chi_squared += (counts[i] - expected) * (counts[i] - expected) / expected;
  }
  EXPECT_LT(chi_squared, 16.3);  // 3 degrees of freedom: exceeded once in a thousand seeds
  EXPECT_EQ(counts[0] + counts[5], 0);
}

TEST(WeightedDraw, KnowsNothingButTheRatioOfWeights) {
  const WeightedDraw small(std::array{1.0, 2.0, 5.0});
  const WeightedDraw large(std::array{1024.0, 2048.0, 5120.0});
  RandomEngine first(3), second(3);

  for (int i = 0; i < 100; ++i) EXPECT_EQ(small(first), large(second));
}

TEST(WeightedDraw, RefusesWeightsThatSayNothing) {
  EXPECT_THROW(WeightedDraw(std::vector<double>{}), std::invalid_argument);
  EXPECT_THROW(WeightedDraw(std::array{0.0, 0.0}), std::invalid_argument);
  EXPECT_THROW(WeightedDraw(std::array{1.0, -1.0}), std::invalid_argument);
  EXPECT_THROW(WeightedDraw(std::array{1.0, std::numeric_limits<double>::infinity()}),
               std::invalid_argument);
}

}  // namespace respnet
