#include "respnet/analysis/outliers.hpp"

#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace respnet::analysis {
namespace {

using Units = std::vector<std::uint32_t>;

}  // namespace

// Median 1, a = 2 sqrt(1.375) = 2.345; more than half are 1, so MAD = 0 and the spread is 1:
// the fence is at a = 5.845, x = (5.845/2)² - 0.375 = 8.1666.
TEST(Outliers, AmongTiedLoadsAreMeasuredByTheScatterOfCounts) {
  const auto found = outliers(std::array{1., 1., 1., 9., 1., 2., 8., 1.});

  EXPECT_EQ(found.units, Units{3});
  EXPECT_NEAR(found.fence, 8.1666, 1e-4);
  EXPECT_DOUBLE_EQ(found.score[0], 0);
  EXPECT_NEAR(found.score[3], 2 * std::sqrt(9.375) - 2 * std::sqrt(1.375), 1e-14);
}

// Roots 2 sqrt(x + 3/8) of 0 3 8 15 24 99: about 1.22 3.67 5.79 7.84 9.87 19.94; median 6.815,
// deviations 5.59 3.14 1.03 1.03 3.06 13.12, MAD 3.10, spread 4.60: 99 scores 2.85.
TEST(Outliers, AreNoneWhereLoadsSpreadEvenlyOnTheRootScale) {
  const auto found = outliers(std::array{0., 3., 8., 15., 24., 99.});

  EXPECT_TRUE(found.units.empty());
  EXPECT_NEAR(found.score[5], 2.85, 0.01);
}

// Median 0, fence (2 sqrt(0.375) + 3.5)² / 4 - 0.375 = 5.21.
TEST(Outliers, AmongIdleUnitsAreThoseThatCarryMoreThanFive) {
  const auto found = outliers(std::array{0., 0., 0., 0., 0., 5., 6., 1.});

  EXPECT_EQ(found.units, Units{6});
  EXPECT_NEAR(found.fence, 5.2058, 1e-4);
}

TEST(Outliers, AreNeverLightlyLoadedUnits) {
  EXPECT_TRUE(outliers(std::array{50., 50., 50., 50., 0.}).units.empty());
}

TEST(Outliers, DoNotDependOnTheUnitOfWork) {
  const auto found = outliers(std::array{2., 2., 2., 18., 2., 4., 16., 2.}, {.one_task = 2});

  EXPECT_EQ(found.units, Units{3});
  EXPECT_NEAR(found.fence, 2 * 8.1666, 1e-3);
}

TEST(Outliers, AreNoneWithoutUnitsOrWithOneOrTwo) {
  EXPECT_TRUE(outliers({}).units.empty());
  EXPECT_TRUE(outliers(std::array{100.}).units.empty());
  EXPECT_TRUE(outliers(std::array{0., 1000.}).units.empty());
}

TEST(Outliers, RejectWhatIsNoLoad) {
  EXPECT_THROW(outliers(std::array{-1.}), std::invalid_argument);
  EXPECT_THROW(outliers(std::array{std::nan("")}), std::invalid_argument);
  EXPECT_THROW(outliers(std::array{1.}, {.cutoff = 0}), std::invalid_argument);
  EXPECT_THROW(outliers(std::array{1.}, {.one_task = 0}), std::invalid_argument);
}

}  // namespace respnet::analysis
