#include "respnet/base/random.hpp"

#include <array>
#include <map>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace respnet {

// The published stream of xoshiro256** 1.0 seeded by SplitMix64 from 0 and from 1 (the C sources at
// prng.di.unimi.it; the first numbers stand in many other implementations' tests).
TEST(Random, GivesTheReferenceStream) {
  RandomEngine zero(0);
  for (const std::uint64_t expected :
       {11091344671253066420U, 13793997310169335082U, 1900383378846508768U, 7684712102626143532U})
    EXPECT_EQ(zero(), expected);
  RandomEngine one(1);
  for (const std::uint64_t expected :
       {12966619160104079557U, 9600361134598540522U, 10590380919521690900U, 7218738570589545383U})
    EXPECT_EQ(one(), expected);
}

TEST(Random, StreamsOfOneSeedDiffer) {
  std::set<std::uint64_t> first;
  for (std::uint64_t stream = 0; stream < 1000; ++stream) first.insert(RandomEngine(1, stream)());
  EXPECT_EQ(first.size(), 1000U);
}

TEST(Random, DrawsBelowTheBoundWithoutBias) {
  RandomEngine engine(7);
  std::array<int, 3> count{};
  for (int i = 0; i < 30000; ++i) ++count[uniform_below(engine, 3)];

  // Binomial(30000, 1/3): standard deviation 82; five of them.
  for (const int n : count) EXPECT_NEAR(n, 10000, 410);
  EXPECT_EQ(uniform_below(engine, 1), 0U);
}

TEST(Random, DrawsBelowABoundOfMoreThanHalfTheRange) {
  RandomEngine engine(3);
  const std::uint64_t bound = (std::uint64_t{3} << 62) + 1;  // a quarter of all words is rejected
  for (int i = 0; i < 1000; ++i) EXPECT_LT(uniform_below(engine, bound), bound);
}

TEST(Random, UniformLiesInTheUnitInterval) {
  RandomEngine engine(5);
  double sum = 0;
  for (int i = 0; i < 10000; ++i) {
    const double x = uniform(engine);
    ASSERT_GE(x, 0);
    ASSERT_LT(x, 1);
    sum += x;
  }
  EXPECT_NEAR(sum / 10000, 0.5, 0.0145);  // five standard deviations of the mean
}

TEST(Random, ShufflesEveryOrderEquallyOften) {
  RandomEngine engine(11);
  std::map<std::vector<int>, int> count;
  for (int i = 0; i < 6000; ++i) {
    std::vector<int> items{1, 2, 3};
    shuffle(std::span(items), engine);
    ++count[items];
  }
  ASSERT_EQ(count.size(), 6U);
  for (const auto& [order, n] : count) EXPECT_NEAR(n, 1000, 145);  // five standard deviations
}

}  // namespace respnet
