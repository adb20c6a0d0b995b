#include "graph/proportion_bound.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"

namespace respnet::graph {
namespace {

double entropy(double seen, double p) {
  const auto term = [](double a, double b) { return a == 0 ? 0 : a * std::log(a / b); };
  return term(seen, p) + term(1 - seen, 1 - p);
}

TEST(Proportion, LiesWhereTheEntropyIsTheTerm) {
  for (const double some : {1.0, 5.0, 37.0, 50.0, 99.0})
    for (const double term : {0.01, 1.0, 12.0}) {
      const Proportion found = proportion(some, 100, term);
      const double seen = some / 100;
      EXPECT_LT(found.least, seen);
      EXPECT_GT(found.most, seen);
      EXPECT_NEAR(entropy(seen, found.most), term / 100, 1e-4 * term) << some << ' ' << term;
      EXPECT_NEAR(entropy(seen, found.least), term / 100, 1e-4 * term) << some << ' ' << term;
      EXPECT_GE(entropy(seen, found.most), term / 100 * (1 - 1e-9));
      EXPECT_GE(entropy(seen, found.least), term / 100 * (1 - 1e-9));
    }
}

TEST(Proportion, OfNoneOrAllIsByHand) {
  const Proportion none = proportion(0, 50, 2), all = proportion(50, 50, 2);

  EXPECT_EQ(none.least, 0);
  EXPECT_NEAR(none.most, 1 - std::exp(-2.0 / 50), 1e-15);
  EXPECT_EQ(all.most, 1);
  EXPECT_NEAR(all.least, std::exp(-2.0 / 50), 1e-15);
}

TEST(Proportion, IsAnythingWhereNothingWasDrawn) {
  EXPECT_EQ(proportion(0, 0, 3).least, 0);
  EXPECT_EQ(proportion(0, 0, 3).most, 1);
}

TEST(Proportion, StaysWithinZeroAndOneForFewDrawsAndLittleChance) {
  for (double some = 0; some <= 3; ++some) {
    const Proportion found = proportion(some, 3, 500);
    EXPECT_GE(found.least, 0);
    EXPECT_LE(found.most, 1);
    EXPECT_LE(found.least, some / 3);
    EXPECT_GE(found.most, some / 3);
  }
  EXPECT_EQ(proportion(99, 100, 30).most, 1);  // nearer than 1e-12
}

// Draws without replacement, each bound wrong in one of exp(-2) at most.
TEST(Proportion, HoldsTheShareOfAnUrn) {
  RandomEngine engine(7);
  constexpr int kUrn = 60, kDraws = 25, kRuns = 4000;
  for (const int of_urn : {2, 17, 30, 51}) {
    int above = 0, below = 0;
    for (int run = 0; run < kRuns; ++run) {
      int some = 0, left = of_urn;
      for (int drawn = 0; drawn < kDraws; ++drawn)
        if (uniform_below(engine, static_cast<std::uint64_t>(kUrn - drawn)) <
            static_cast<std::uint64_t>(left)) {
          ++some;
          --left;
        }
      const Proportion found = proportion(some, kDraws, 2);
      above += of_urn > found.most * kUrn ? 1 : 0;
      below += of_urn < found.least * kUrn ? 1 : 0;
    }
    EXPECT_LT(above, kRuns * std::exp(-2)) << of_urn;
    EXPECT_LT(below, kRuns * std::exp(-2)) << of_urn;
  }
}

}  // namespace
}  // namespace respnet::graph
