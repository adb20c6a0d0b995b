#include "respnet/analysis/count_distribution.hpp"

#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"

namespace respnet::analysis {
namespace {

// Exact values; the approximation in R backbone prints .6773302 and .6268476.
TEST(PoissonBinomial, IsExactWhereApproximationsAreNot) {
  const std::vector<double> chances{.123, .234, .345, .456, .567, .678, .789, .801, .911};
  const auto sum = poisson_binomial(chances, std::vector<std::uint32_t>(9, 1));

  EXPECT_NEAR(sum.lower(5), 0.6791345, 6e-8);
  EXPECT_NEAR(sum.upper(5), 0.6283854, 6e-8);
  EXPECT_NEAR(sum.mean(), 4.904, 1e-12);
}

// The twin adds up all 2^n outcomes.
TEST(PoissonBinomial, AgreesWithEveryOutcome) {
  RandomEngine engine(3);
  for (int round = 0; round < 40; ++round) {
    std::vector<double> chances, each;
    std::vector<std::uint32_t> counts;
    for (int c = 0; c < 4; ++c) {
      chances.push_back(c == 3 ? static_cast<double>(uniform_below(engine, 2)) : uniform(engine));
      counts.push_back(static_cast<std::uint32_t>(uniform_below(engine, 4)));
      each.insert(each.end(), counts.back(), chances.back());
    }
    std::vector<double> expected(each.size() + 1, 0);
    for (unsigned outcome = 0; outcome < 1U << each.size(); ++outcome) {
      double chance = 1;
      unsigned successes = 0;
      for (std::size_t i = 0; i < each.size(); ++i) {
        const bool success = (outcome >> i & 1U) != 0;
        chance *= success ? each[i] : 1 - each[i];
        successes += success ? 1U : 0U;
      }
      expected[successes] += chance;
    }
    const auto sum = poisson_binomial(chances, counts);
    double upper = 0;
    for (std::size_t k = expected.size(); k-- > 0;) {
      upper += expected[k];
      EXPECT_NEAR(sum.upper(static_cast<std::int64_t>(k)), upper, 1e-13) << round;
      EXPECT_NEAR(sum.lower(static_cast<std::int64_t>(k)), 1 - upper + expected[k], 1e-13);
    }
  }
}

double choose(int n, int k) {
  return k < 0 || k > n ? 0
                        : std::round(std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) -
                                              std::lgamma(n - k + 1)));
}

TEST(Hypergeometric, AgreesWithBinomialCoefficients) {
  for (int total = 0; total <= 12; ++total)
    for (int marked = 0; marked <= total; ++marked)
      for (int drawn = 0; drawn <= total; ++drawn) {
        const auto x =
            hypergeometric(static_cast<std::uint64_t>(total), static_cast<std::uint64_t>(marked),
                           static_cast<std::uint64_t>(drawn));
        for (int k = 0; k <= drawn; ++k) {
          double upper = 0;
          for (int j = k; j <= drawn; ++j)
            upper += choose(marked, j) * choose(total - marked, drawn - j) / choose(total, drawn);
          EXPECT_NEAR(x.upper(k), upper, 1e-12) << total << ' ' << marked << ' ' << drawn;
        }
      }
}

TEST(Binomial, KeepsItsTailsWhereTheyAreTiny) {
  const auto x = binomial(60, 0.5);
  EXPECT_NEAR(x.upper(60) / std::exp2(-60), 1, 1e-12);
  EXPECT_NEAR(x.lower(0) / std::exp2(-60), 1, 1e-12);
  EXPECT_EQ(x.upper(61), 0);
  EXPECT_EQ(x.lower(-1), 0);
  EXPECT_NEAR(binomial(1'000'000, 0.25).mean(), 250'000, 1e-6);
}

TEST(CountDistribution, RefusesWhatIsNoChance) {
  EXPECT_THROW(binomial(3, 1.5), std::invalid_argument);
  EXPECT_THROW(binomial(3, std::nan("")), std::invalid_argument);
  EXPECT_THROW(hypergeometric(3, 4, 1), std::invalid_argument);
  EXPECT_THROW(shared_columns(1, 3, 1), std::invalid_argument);
  EXPECT_THROW(poisson_binomial(std::vector{.5}, {}), std::invalid_argument);
}

}  // namespace
}  // namespace respnet::analysis
