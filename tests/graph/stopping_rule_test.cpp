#include "graph/stopping_rule.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"

namespace respnet::graph {
namespace {

constexpr double kEpsilon = 0.01, kDelta = 0.2;
constexpr std::uint64_t kMost = 40000;

// Freedman's bound on how likely it is that a share of at most `share` is off by ε after τ of ω
// samples. g of the rule is where this is δ_v, solved for ε.
double chance_to_be_off(double share, double samples) {
  const double off = kEpsilon * samples;
  return std::exp(-off * off / (2 * (share * static_cast<double>(kMost) + off / 3)));
}

// Each of `vertices` has `share` of the samples, at first and later on.
void expect_stop(std::size_t vertices, double share, double chance) {
  const std::vector<std::uint64_t> first(vertices, static_cast<std::uint64_t>(share * 1000));
  const StoppingRule rule(kEpsilon, kDelta, kMost, first, 1000);
  for (std::uint64_t samples = 1000; samples <= kMost; samples += 1000) {
    const auto count = static_cast<std::uint64_t>(share * static_cast<double>(samples));
    const double found = static_cast<double>(count) / static_cast<double>(samples);
    EXPECT_EQ(rule.met(std::vector<std::uint64_t>(vertices, count), samples),
              chance_to_be_off(found + kEpsilon, static_cast<double>(samples)) <= chance)
        << vertices << " vertices, share " << share << ", samples " << samples;
  }
}

// What is likely to be wrong is shared out in full, 2 δ_v for each vertex: evenly, if all are
// alike.
TEST(StoppingRule, StopsOnceAllErrorsAreUnlikely) {
  for (const double share : {0.004, 0.02, 0.05}) {
    expect_stop(1, share, kDelta / 2);
    expect_stop(5, share, kDelta / 10);
  }
}

// A thousandth of δ is left for those that no sample passed at first.
TEST(StoppingRule, IsStricterWhereNothingWasSeenAtFirst) {
  expect_stop(1, 0, kDelta / 1000 / 2);
  expect_stop(7, 0, kDelta / 1000 / 14);
}

// One vertex that is not settled is enough to go on.
TEST(StoppingRule, AsksForEveryVertex) {
  const std::vector<std::uint64_t> first{10, 0, 10};
  const StoppingRule rule(kEpsilon, kDelta, kMost, first, 1000);

  EXPECT_TRUE(rule.met(std::vector<std::uint64_t>{200, 0, 200}, 30000));
  EXPECT_FALSE(rule.met(std::vector<std::uint64_t>{200, 20000, 200}, 30000));
}

// Coins, looked at after every hundred throws: off at the stop no more often than δ allows.
TEST(StoppingRule, IsRarelyWrongWhereverItStops) {
  const std::vector<double> chances{0.002, 0.01, 0.03};
  int wrong = 0;
  constexpr int kRuns = 300;
  for (std::uint64_t run = 0; run < kRuns; ++run) {
    RandomEngine engine(run);
    std::vector<std::uint64_t> counts(3, 0);
    const auto throw_all = [&](int times) {
      for (; times > 0; --times)
        for (std::size_t v = 0; v < 3; ++v) counts[v] += uniform(engine) < chances[v] ? 1U : 0U;
    };
    throw_all(1000);
    const StoppingRule rule(kEpsilon, kDelta, kMost, counts, 1000);
    counts.assign(3, 0);
    std::uint64_t samples = 0;
    do {
      throw_all(100);
      samples += 100;
    } while (samples < kMost && !rule.met(counts, samples));
    ASSERT_LT(samples, kMost);
    bool off = false;
    for (std::size_t v = 0; v < 3; ++v)
      if (std::abs(static_cast<double>(counts[v]) / static_cast<double>(samples) - chances[v]) >
          kEpsilon)
        off = true;
    wrong += off ? 1 : 0;
  }
  EXPECT_LE(wrong, kRuns * kDelta);
}

}  // namespace
}  // namespace respnet::graph
