#include "respnet/analysis/concentration.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"

namespace respnet::analysis {
namespace {

// Loads 0 … 9 of `count` units, not all zero.
std::vector<double> random_load(std::uint64_t seed, std::size_t count) {
  RandomEngine engine(seed);
  std::vector<double> load;
  for (std::size_t i = 0; i < count; ++i)
    load.push_back(static_cast<double>(uniform_below(engine, 10)));
  load.front() = 5;
  return load;
}

// The twin of the Gini index: mean absolute difference over all pairs, halved, over the mean.
double pairwise_gini(const std::vector<double>& load) {
  double difference = 0, total = 0;
  for (const double x : load) {
    total += x;
    for (const double y : load) difference += std::abs(x - y);
  }
  return difference / (2 * static_cast<double>(load.size()) * total);
}

}  // namespace

TEST(Concentration, OfOneToFiveEqualsThePublishedValues) {
  const auto c = concentration(std::array{1.0, 2.0, 3.0, 4.0, 5.0});

  EXPECT_NEAR(c.gini.value(), 4.0 / 15, 1e-15);
  EXPECT_NEAR(c.hhi.value(), 11.0 / 45, 1e-15);
  EXPECT_NEAR(c.hhi_normalized.value(), 1.0 / 18, 1e-15);
  EXPECT_NEAR(c.effective_units.value(), 45.0 / 11, 1e-14);
  EXPECT_NEAR(c.theil.value(), 0.1196876, 5e-8);
  EXPECT_NEAR(c.entropy.value(), std::log(5.0) - 0.1196876, 5e-8);
  EXPECT_NEAR(c.evenness.value(), 1 - 0.1196876 / std::log(5.0), 5e-8);
  EXPECT_NEAR(c.hoover.value(), 0.2, 1e-15);
  EXPECT_NEAR(c.cr1.value(), 1.0 / 3, 1e-15);
  EXPECT_NEAR(c.cr3.value(), 12.0 / 15, 1e-15);
  EXPECT_DOUBLE_EQ(c.cr5.value(), 1);
  EXPECT_NEAR(c.max_over_mean.value(), 5.0 / 3, 1e-15);
}

// The example vector of R package ineq, with the values that package prints.
TEST(Concentration, OfIncomesEqualsThePackageIneq) {
  const auto c = concentration(
      std::array{541.0, 1463.0, 2445.0, 3438.0, 4437.0, 5401.0, 6392.0, 8304.0, 11904.0, 22261.0});

  EXPECT_NEAR(c.gini.value(), 0.4620911, 5e-8);
  EXPECT_NEAR(c.theil.value(), 0.3623412, 5e-8);
  EXPECT_NEAR(c.hoover.value(), 0.3378067, 5e-8);
}

// The role toy's loads, by an independent implementation.
TEST(Concentration, OfTheLoadsOfTheRoleToyEqualsTheReference) {
  const auto degree = concentration(std::array{4.0, 3.0, 3.0, 2.0, 1.0});
  const auto share = concentration(std::array{2.0, 1.25, 1.5, 1.0, 0.25});
  const auto lead = concentration(std::array{3.0, 1.0, 1.0, 1.0, 0.0});

  EXPECT_NEAR(degree.gini_corrected.value(), 0.2692307692307694, 1e-14);
  EXPECT_NEAR(degree.cv.value(), 0.3922322702763681, 1e-14);
  EXPECT_NEAR(degree.atkinson.value(), 0.04510999944311056, 1e-14);
  EXPECT_NEAR(degree.mld.value(), 0.10017822122422533, 1e-14);
  EXPECT_NEAR(share.gini_corrected.value(), 0.3333333333333333, 1e-14);
  EXPECT_NEAR(share.cv.value(), 0.48232653761625943, 1e-14);
  EXPECT_NEAR(share.atkinson.value(), 0.07880102232080977, 1e-14);
  EXPECT_NEAR(share.mld.value(), 0.19522926102146881, 1e-14);
  EXPECT_NEAR(lead.gini_corrected.value(), 0.5, 1e-14);
  EXPECT_NEAR(lead.cv.value(), 0.8164965809277261, 1e-14);
  EXPECT_NEAR(lead.atkinson.value(), 0.2535898384862245, 1e-14);
  EXPECT_FALSE(lead.mld);
}

// Ten units: the idlest four carry 1 + 1 + 2 + 2, the busiest one 12. Five: half of the largest,
// and the two smallest.
TEST(Concentration, OfTheBusiestTenthAndTheIdlestFortyPercentIsByHand) {
  const auto ten = concentration(std::array{2., 12., 1., 3., 2., 3., 1., 4., 5., 4.});
  const auto five = concentration(std::array{3.0, 1.0, 6.0, 2.0, 4.0});

  EXPECT_NEAR(ten.palma.value(), 12.0 / 6, 1e-14);
  EXPECT_NEAR(five.palma.value(), 3.0 / 3, 1e-14);
  EXPECT_NEAR(concentration(std::vector<double>(7, 2.0)).palma.value(), 0.25, 1e-14);
  EXPECT_FALSE(concentration(std::array{0.0, 0.0, 1.0, 4.0, 5.0}).palma);
}

// US Department of Justice: four firms of 30, 30, 20 and 20 percent make an index of 2600.
TEST(Concentration, OfFourFirmsEqualsTheAntitrustExample) {
  EXPECT_NEAR(concentration(std::array{30.0, 30.0, 20.0, 20.0}).hhi.value(), 0.26, 1e-15);
}

TEST(Concentration, OfDavisWomenEqualsTheReference) {
  const auto c = concentration(
      std::array{8., 7., 8., 7., 4., 4., 4., 3., 4., 4., 4., 6., 7., 8., 5., 2., 2., 2.});

  EXPECT_NEAR(c.gini.value(), 0.23408239700374533, 1e-14);
  EXPECT_NEAR(c.hhi.value(), 0.06526953667466229, 1e-14);
  EXPECT_NEAR(c.hhi_normalized.value(), 0.010285391773171837, 1e-14);
  EXPECT_NEAR(c.theil.value(), 0.09043472663883234, 1e-14);
  EXPECT_NEAR(c.hoover.value(), 0.18476903870162292, 1e-14);
  EXPECT_NEAR(c.entropy.value(), 2.799937031257332, 1e-13);
  EXPECT_NEAR(c.evenness.value(), 0.9687117318414924, 1e-14);
  EXPECT_NEAR(c.gini_corrected.value(), 0.24785194976867153, 1e-14);
  EXPECT_NEAR(c.cv.value(), 0.4181526756388404, 1e-14);
  EXPECT_NEAR(c.atkinson.value(), 0.04652681271871373, 1e-14);
  EXPECT_NEAR(c.mld.value(), 0.09976058678403671, 1e-14);
  EXPECT_NEAR(std::exp(c.entropy.value()), 16.4436113049676, 1e-11);
}

TEST(Concentration, OfDavisEventsEqualsTheReference) {
  const auto c =
      concentration(std::array{3., 3., 6., 4., 8., 8., 10., 14., 12., 5., 4., 6., 3., 3.});

  EXPECT_NEAR(c.gini.value(), 0.2945425361155698, 1e-14);
  EXPECT_NEAR(c.hhi.value(), 0.09253882085595252, 1e-14);
  EXPECT_NEAR(c.hhi_normalized.value(), 0.022734114767948878, 1e-14);
  EXPECT_NEAR(c.theil.value(), 0.13788841555470377, 1e-14);
  EXPECT_NEAR(c.hoover.value(), 0.22712680577849115, 1e-14);
  EXPECT_NEAR(c.entropy.value(), 2.5011689140605546, 1e-13);
  EXPECT_NEAR(c.evenness.value(), 0.9477508828598254, 1e-14);
}

TEST(Concentration, IsHighestWhenOneUnitCarriesEverything) {
  const auto c = concentration(std::array{0.0, 0.0, 0.0, 1.0});

  EXPECT_DOUBLE_EQ(c.gini.value(), 0.75);
  EXPECT_DOUBLE_EQ(c.hhi.value(), 1);
  EXPECT_DOUBLE_EQ(c.hhi_normalized.value(), 1);
  EXPECT_DOUBLE_EQ(c.effective_units.value(), 1);
  EXPECT_DOUBLE_EQ(c.theil.value(), std::log(4.0));
  EXPECT_DOUBLE_EQ(c.hoover.value(), 0.75);
  EXPECT_DOUBLE_EQ(c.entropy.value(), 0);
  EXPECT_DOUBLE_EQ(c.evenness.value(), 0);
  EXPECT_DOUBLE_EQ(c.max_over_mean.value(), 4);
}

TEST(Concentration, IsLowestWhenEveryUnitCarriesTheSame) {
  const auto c = concentration(std::vector<double>(7, 0.3));

  EXPECT_NEAR(c.gini.value(), 0, 1e-15);
  EXPECT_NEAR(c.hhi.value(), 1.0 / 7, 1e-15);
  EXPECT_NEAR(c.hhi_normalized.value(), 0, 1e-15);
  EXPECT_NEAR(c.theil.value(), 0, 1e-15);
  EXPECT_NEAR(c.hoover.value(), 0, 1e-15);
  EXPECT_NEAR(c.evenness.value(), 1, 1e-15);
  EXPECT_NEAR(c.cr3.value(), 3.0 / 7, 1e-15);
  EXPECT_NEAR(c.max_over_mean.value(), 1, 1e-15);
}

TEST(Concentration, IsUndefinedWithoutLoad) {
  for (const auto& load : {std::vector<double>{}, std::vector<double>{0, 0, 0}}) {
    const auto c = concentration(load);
    EXPECT_FALSE(c.gini || c.hhi || c.hhi_normalized || c.effective_units || c.theil || c.hoover);
    EXPECT_FALSE(c.gini_corrected || c.cv || c.atkinson || c.mld || c.palma);
    EXPECT_FALSE(c.entropy || c.evenness || c.cr1 || c.cr3 || c.cr5 || c.max_over_mean);
    EXPECT_TRUE(lorenz_curve(load).empty());
  }
}

TEST(Concentration, OfASingleUnitLacksOnlyWhatIsComparedWithEquality) {
  const auto c = concentration(std::array{3.0});

  EXPECT_DOUBLE_EQ(c.gini.value(), 0);
  EXPECT_DOUBLE_EQ(c.hhi.value(), 1);
  EXPECT_DOUBLE_EQ(c.cr5.value(), 1);
  EXPECT_FALSE(c.hhi_normalized);
  EXPECT_FALSE(c.evenness);
}

TEST(Concentration, RejectsLoadsThatAreNegativeOrNotFinite) {
  EXPECT_THROW(concentration(std::array{1.0, -1.0}), std::invalid_argument);
  EXPECT_THROW(concentration(std::array{std::nan("")}), std::invalid_argument);
  EXPECT_THROW(lorenz_curve(std::array{std::numeric_limits<double>::infinity()}),
               std::invalid_argument);
}

TEST(Concentration, SurvivesLoadsWhoseTotalOverflows) {
  const auto c = concentration(std::array{1.5e308, 1.5e308});

  EXPECT_DOUBLE_EQ(c.hhi.value(), 0.5);
  EXPECT_DOUBLE_EQ(c.gini.value(), 0);
}

TEST(Concentration, DoesNotChangeWithScale) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const std::vector<double> load = random_load(seed, 12);
    std::vector<double> scaled = load;
    for (double& x : scaled) x *= 3.7;

    const auto a = concentration(load), b = concentration(scaled);

    EXPECT_NEAR(*a.gini, *b.gini, 1e-14);
    EXPECT_NEAR(*a.hhi, *b.hhi, 1e-14);
    EXPECT_NEAR(*a.theil, *b.theil, 1e-14);
    EXPECT_NEAR(*a.hoover, *b.hoover, 1e-14);
    EXPECT_NEAR(*a.cr3, *b.cr3, 1e-14);
    EXPECT_NEAR(*a.cv, *b.cv, 1e-14);
    EXPECT_NEAR(*a.atkinson, *b.atkinson, 1e-14);
  }
}

TEST(Concentration, OfEachUnitTwiceKeepsGiniTheilAndHooverAndHalvesTheHerfindahlIndex) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const std::vector<double> load = random_load(seed, 9);
    std::vector<double> twice = load;
    twice.insert(twice.end(), load.begin(), load.end());

    const auto a = concentration(load), b = concentration(twice);

    EXPECT_NEAR(*a.gini, *b.gini, 1e-14);
    EXPECT_NEAR(*a.theil, *b.theil, 1e-14);
    EXPECT_NEAR(*a.hoover, *b.hoover, 1e-14);
    EXPECT_NEAR(*a.max_over_mean, *b.max_over_mean, 1e-14);
    EXPECT_NEAR(*a.cv, *b.cv, 1e-14);
    EXPECT_NEAR(*a.atkinson, *b.atkinson, 1e-14);
    EXPECT_NEAR(*a.hhi, 2 * *b.hhi, 1e-14);
    EXPECT_NEAR(2 * *a.effective_units, *b.effective_units, 1e-12);
  }
}

// Pigou and Dalton: a transfer from more to less loaded, short of changing places.
TEST(Concentration, FallsWhenTheBusyGiveToTheIdle) {
  const auto before = concentration(std::array{1.0, 4.0, 9.0, 6.0});
  const auto after = concentration(std::array{2.0, 4.0, 8.0, 6.0});

  EXPECT_LT(*after.gini, *before.gini);
  EXPECT_LT(*after.cv, *before.cv);
  EXPECT_LT(*after.atkinson, *before.atkinson);
  EXPECT_LT(*after.mld, *before.mld);
  EXPECT_LT(*after.hhi, *before.hhi);
  EXPECT_LT(*after.theil, *before.theil);
  EXPECT_LT(*after.hoover, *before.hoover);
  EXPECT_GT(*after.entropy, *before.entropy);
  EXPECT_GT(*after.evenness, *before.evenness);
}

TEST(Concentration, GiniEqualsItsPairwiseTwin) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const std::vector<double> load = random_load(seed, 1 + seed);
    EXPECT_NEAR(*concentration(load).gini, pairwise_gini(load), 1e-14);
  }
}

TEST(LorenzCurve, RisesFromNothingToEverything) {
  const auto curve = lorenz_curve(std::array{3.0, 0.0, 1.0});  // ascending: 0, 1, 3 of 4

  ASSERT_EQ(curve.size(), 4U);
  EXPECT_DOUBLE_EQ(curve[0].units, 0);
  EXPECT_DOUBLE_EQ(curve[0].load, 0);
  EXPECT_DOUBLE_EQ(curve[1].load, 0);
  EXPECT_DOUBLE_EQ(curve[2].units, 2.0 / 3);
  EXPECT_DOUBLE_EQ(curve[2].load, 0.25);
  EXPECT_DOUBLE_EQ(curve[3].units, 1);
  EXPECT_DOUBLE_EQ(curve[3].load, 1);
}

TEST(LorenzCurve, EnclosesTheGiniIndex) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const std::vector<double> load = random_load(seed, 15);
    const auto curve = lorenz_curve(load);

    double below = 0;  // trapezoids
    for (std::size_t i = 1; i < curve.size(); ++i)
      below += (curve[i].units - curve[i - 1].units) * (curve[i].load + curve[i - 1].load) / 2;

    EXPECT_NEAR(1 - 2 * below, *concentration(load).gini, 1e-14);
  }
}

}  // namespace respnet::analysis
