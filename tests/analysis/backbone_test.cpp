#include "respnet/analysis/backbone.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include <gtest/gtest.h>

#include "respnet/analysis/adjusted_p.hpp"
#include "respnet/analysis/count_distribution.hpp"
#include "respnet/base/errors.hpp"
#include "support/davis.hpp"
#include "support/incidence.hpp"

namespace respnet::analysis {
namespace {

constexpr double kPrinted = 6e-7;

graph::Incidence small() { return test::incidence({"1011", "0100", "1001"}); }

graph::Incidence davis() {
  const auto network = test::davis_network();
  return graph::unit_rows(graph::BipartiteGraph(network));
}

std::vector<double> uppers(const std::vector<PairTest>& pairs) {
  std::vector<double> p;
  for (const PairTest& pair : pairs) p.push_back(pair.upper);
  return p;
}

std::int64_t below(const std::vector<double>& p, double alpha) {
  return std::ranges::count_if(p, [=](double value) { return value < alpha; });
}

// The matrix of the tests of R backbone; exact values, which its normal approximation misses.
TEST(PairTests, AreExactOnBackbonesMatrix) {
  const auto sdsm = pair_tests(small(), BackboneModel::Sdsm);
  ASSERT_EQ(sdsm.size(), 3U);  // 1-2, 1-3, 2-3
  EXPECT_EQ(sdsm[1].shared, 2U);
  EXPECT_NEAR(sdsm[1].upper, .555289, kPrinted);
  EXPECT_EQ(sdsm[0].upper, 1);
  EXPECT_EQ(sdsm[2].upper, 1);
  EXPECT_NEAR(sdsm[1].lower, .855756, kPrinted);
  EXPECT_NEAR(sdsm[0].lower, .364541, kPrinted);
  EXPECT_NEAR(sdsm[2].lower, .487132, kPrinted);

  EXPECT_NEAR(pair_tests(small(), BackboneModel::FixedRow)[1].upper, .5, 1e-12);
  EXPECT_NEAR(pair_tests(small(), BackboneModel::FixedFill)[1].upper, .173160, kPrinted);
  EXPECT_NEAR(pair_tests(small(), BackboneModel::FixedFill)[0].upper, 1, 1e-12);
  EXPECT_NEAR(pair_tests(small(), BackboneModel::FixedColumn)[1].upper, 1.0 / 9, 1e-12);
  EXPECT_NEAR(shared_columns(3, 4, 6).upper(1), .731602, kPrinted);
  EXPECT_NEAR(shared_columns(3, 4, 6).upper(3), .004329, kPrinted);
}

// The twin counts, among all 3 × 4 matrices, those that fit the model.
TEST(PairTests, AgreeWithCountingOnRandomMatrices) {
  RandomEngine engine(8);
  for (int round = 0; round < 10; ++round) {
    const auto matrix = test::random_incidence(3, 4, 0.5, engine);
    const auto fill = pair_tests(matrix, BackboneModel::FixedFill);
    const auto column = pair_tests(matrix, BackboneModel::FixedColumn);
    const auto row = pair_tests(matrix, BackboneModel::FixedRow);
    const auto sums = graph::column_sums(matrix);
    // By model, how many matrices there are, and in how many rows 0 and 1 share as many or more.
    std::array<double, 3> all{}, more{};
    for (unsigned bits = 0; bits < 1U << 12; ++bits) {
      const std::array<unsigned, 3> cells{bits & 15U, bits >> 4 & 15U, bits >> 8 & 15U};
      const bool shares = std::popcount(cells[0] & cells[1]) >= static_cast<int>(fill[0].shared);
      bool rows_fit = true, columns_fit = true;
      for (unsigned i = 0; i < 3; ++i)
        rows_fit &= std::popcount(cells[i]) == static_cast<int>(matrix.degree(i));
      for (unsigned t = 0; t < 4; ++t)
        columns_fit &=
            (cells[0] >> t & 1U) + (cells[1] >> t & 1U) + (cells[2] >> t & 1U) == sums[t];
      const std::array<bool, 3> fits{std::popcount(bits) == static_cast<int>(matrix.columns.size()),
                                     columns_fit, rows_fit};
      for (std::size_t model = 0; model < 3; ++model) {
        all[model] += fits[model] ? 1 : 0;
        more[model] += fits[model] && shares ? 1 : 0;
      }
    }
    EXPECT_NEAR(fill[0].upper, more[0] / all[0], 1e-12) << round;
    EXPECT_NEAR(column[0].upper, more[1] / all[1], 1e-12) << round;
    EXPECT_NEAR(row[0].upper, more[2] / all[2], 1e-12) << round;
  }
}

// Katherina and Sylvia share 6 events. Tests on all 153 pairs.
TEST(PairTests, AgreeOnDavis) {
  const auto rows = pair_tests(davis(), BackboneModel::FixedRow);
  ASSERT_EQ(rows.size(), 153U);
  const auto sylvia = std::ranges::find_if(rows, [](auto& p) { return p.a == 11 && p.b == 12; });
  EXPECT_EQ(sylvia->shared, 6U);
  EXPECT_NEAR(sylvia->upper, 0.002331002331, 1e-12);
  EXPECT_EQ(below(uppers(rows), .05), 17);
  EXPECT_EQ(below(adjusted_p(uppers(rows), Correction::Holm), .05), 0);
  EXPECT_EQ(below(adjusted_p(uppers(rows), Correction::BenjaminiHochberg), .05), 0);

  const auto sdsm = pair_tests(davis(), BackboneModel::Sdsm);
  const auto least = std::ranges::min_element(sdsm, {}, &PairTest::upper);
  EXPECT_NEAR(least->upper, 0.088372, kPrinted);
  EXPECT_EQ(least->a, 16U);  // Olivia
  EXPECT_EQ(least->b, 17U);  // Flora
}

TEST(PairTests, DoNotDependOnThreads) {
  RandomEngine engine(8);
  const auto matrix = test::random_incidence(40, 60, 0.2, engine);
  for (const auto model : {BackboneModel::FixedFill, BackboneModel::FixedRow,
                           BackboneModel::FixedColumn, BackboneModel::Sdsm})
    EXPECT_EQ(uppers(pair_tests(matrix, model, 1)), uppers(pair_tests(matrix, model, 3)));
}

TEST(PairTests, CopeWithNothingAndRefuseTooMany) {
  EXPECT_TRUE(pair_tests({}, BackboneModel::Sdsm).empty());
  EXPECT_EQ(pair_tests(test::incidence({"000", "000"}), BackboneModel::Sdsm)[0].upper, 1);
  EXPECT_EQ(pair_tests(test::incidence({"111", "111"}), BackboneModel::Sdsm)[0].lower, 1);
  graph::Incidence many;
  many.offsets.assign(5001, 0);
  EXPECT_THROW(pair_tests(many, BackboneModel::FixedRow), LimitError);
}

TEST(BackboneModel, IsKnownByName) {
  for (const auto model : {BackboneModel::FixedFill, BackboneModel::FixedRow,
                           BackboneModel::FixedColumn, BackboneModel::Sdsm})
    EXPECT_EQ(backbone_model_named(name(model)), model);
  EXPECT_FALSE(backbone_model_named("fdsm").has_value());
}

}  // namespace
}  // namespace respnet::analysis
