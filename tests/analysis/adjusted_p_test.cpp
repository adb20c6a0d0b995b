#include "respnet/analysis/adjusted_p.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace respnet::analysis {
namespace {

using P = std::vector<double>;

void expect_near(const P& got, const P& expected) {
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], expected[i], 6e-7) << i;
}

// Benjamini-Hochberg: reference values, not ours.
TEST(AdjustedP, AgreesWithR) {
  const P p{.001, .008, .039, .041, .042, .06, .074, .205};
  expect_near(adjusted_p(p, Correction::BenjaminiHochberg),
              {.008, .032, .0672, .0672, .0672, .08, .0845714, .205});
  // By hand: 8 p; (8 - i) p, never below the one before; BH times 1 + 1/2 + … + 1/8 = 2.7178571.
  expect_near(adjusted_p(p, Correction::Bonferroni), {.008, .064, .312, .328, .336, .48, .592, 1});
  expect_near(adjusted_p(p, Correction::Holm), {.008, .056, .234, .234, .234, .234, .234, .234});
  expect_near(adjusted_p(p, Correction::BenjaminiYekutieli),
              {.0217429, .0869714, .182640, .182640, .182640, .2174286, .2298531, .5571607});
  EXPECT_EQ(adjusted_p(p, Correction::None), p);
}

TEST(AdjustedP, KeepsTheOrderGivenAndCountsTestsNotListed) {
  expect_near(adjusted_p(P{.04, .01}, Correction::Holm), {.04, .02});
  expect_near(adjusted_p(P{.04, .01}, Correction::Bonferroni, 10), {.4, .1});
  expect_near(adjusted_p(P{.04, .01}, Correction::BenjaminiHochberg, 10), {.2, .1});
  EXPECT_TRUE(adjusted_p({}, Correction::Holm).empty());
}

TEST(AdjustedP, RefusesWhatIsNoP) {
  EXPECT_THROW(adjusted_p(P{1.1}, Correction::Holm), std::invalid_argument);
  EXPECT_THROW(adjusted_p(P{.1, .2}, Correction::Holm, 1), std::invalid_argument);
}

TEST(AdjustedP, KnowsItsCorrectionsByName) {
  for (const auto correction : {Correction::None, Correction::Bonferroni, Correction::Holm,
                                Correction::BenjaminiHochberg, Correction::BenjaminiYekutieli})
    EXPECT_EQ(correction_named(name(correction)), correction);
  EXPECT_FALSE(correction_named("fdr").has_value());
}

}  // namespace
}  // namespace respnet::analysis
