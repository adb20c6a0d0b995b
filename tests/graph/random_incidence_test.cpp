#include "respnet/graph/random_incidence.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

#include <gtest/gtest.h>

#include "support/davis.hpp"
#include "support/incidence.hpp"
#include "support/matrix_count.hpp"

namespace respnet::graph {
namespace {

// How often each matrix comes up; chi-squared against equal chances, in standard deviations.
struct Tally {
  std::map<std::vector<std::uint32_t>, std::uint64_t> seen;
  std::uint64_t draws = 0;

  void add(const Incidence& matrix) {
    auto key = matrix.columns;
    for (std::size_t row = 0; row < matrix.row_count(); ++row)
      key.push_back(static_cast<std::uint32_t>(matrix.degree(row)));
    ++seen[key];
    ++draws;
  }
  double excess(double states) const {
    const double expected = static_cast<double>(draws) / states;
    double chi = expected * (states - static_cast<double>(seen.size()));
    for (const auto& [matrix, count] : seen)
      chi += std::pow(static_cast<double>(count) - expected, 2) / expected;
    return (chi - (states - 1)) / std::sqrt(2 * (states - 1));
  }
};

Tally walk(const Incidence& start, int draws) {
  RandomEngine engine(5);
  Curveball curveball(start);
  Tally tally;
  for (int i = 0; i < draws; ++i) {
    curveball.trade(curveball.default_trades(), engine);
    tally.add(curveball.matrix());
  }
  return tally;
}

// Numbers of matrices: OEIS A001499 (90, 2040).
TEST(Curveball, ReachesTheNinetyMatricesEquallyOften) {
  const Tally tally = walk(test::incidence({"1100", "1100", "0011", "0011"}), 90'000);

  EXPECT_EQ(tally.seen.size(), 90U);
  EXPECT_LT(std::abs(tally.excess(90)), 4);
}

TEST(Curveball, ReachesThe2040MatricesEquallyOften) {
  const Tally tally = walk(test::incidence({"11000", "11000", "00110", "00101", "00011"}), 204'000);

  EXPECT_EQ(tally.seen.size(), 2040U);
  EXPECT_LT(std::abs(tally.excess(2040)), 4);
}

using Sums = std::vector<std::uint32_t>;

// OEIS A001499 and A001501; the finches of Darwin as counted by Chen, Diaconis, Holmes & Liu,
// Journal of the American Statistical Association 100, 2005.
TEST(MatrixCount, EqualsPublishedNumbers) {
  EXPECT_EQ(test::digits(test::matrix_count(Sums(4, 2), Sums(4, 2))), "90");
  EXPECT_EQ(test::digits(test::matrix_count(Sums(5, 2), Sums(5, 2))), "2040");
  EXPECT_EQ(test::digits(test::matrix_count(Sums(6, 3), Sums(6, 3))), "297200");
  EXPECT_EQ(test::digits(test::matrix_count({3, 1, 2}, {2, 1, 1, 2})), "8");
  EXPECT_EQ(
      test::digits(test::matrix_count({14, 13, 14, 10, 12, 2, 10, 1, 10, 11, 6, 2, 17},
                                      {4, 4, 11, 10, 10, 8, 9, 10, 8, 9, 3, 10, 4, 7, 9, 3, 3})),
      "67149106137567626");
  EXPECT_EQ(test::digits(test::matrix_count({1, 1}, {3})), "0");
}

TEST(MatrixCount, OfDavisEqualsTheReference) {
  const auto network = test::davis_network();
  const Incidence rows = unit_rows(BipartiteGraph(network));

  EXPECT_EQ(test::digits(test::matrix_count(row_sums(rows), column_sums(rows))),
            "9617859506803699891772645276510217705");
}

// Random sums: as many matrices as the walk says, and each equally often.
TEST(Curveball, ReachesAsManyMatricesAsThereAre) {
  RandomEngine engine(11);
  for (int round = 0; round < 20; ++round) {
    const Incidence start = test::random_incidence(4, 4, 0.5, engine);
    const auto states =
        static_cast<double>(test::matrix_count(row_sums(start), column_sums(start)));
    const Tally tally = walk(start, static_cast<int>(states) * 100);
    EXPECT_EQ(static_cast<double>(tally.seen.size()), states) << round;
    if (states > 1) {
      EXPECT_LT(std::abs(tally.excess(states)), 5) << round;
    }
  }
}

// Eight matrices have these sums, found by trying all; in two of them rows 1 and 3 share two
// columns (the exact FDSM p-value 0.25 of the matrix in the tests of R backbone).
TEST(Curveball, ReachesAllMatricesOfUnevenSums) {
  const Incidence start = test::incidence({"1011", "0100", "1001"});
  const Tally tally = walk(start, 50'000);
  const auto in_two = [](std::uint64_t sum, const auto& seen) {
    const auto& ones = seen.first;  // row 1 has three of them, row 3 the last two
    const bool both = std::ranges::count(ones.begin(), ones.begin() + 3, ones[4]) == 1 &&
                      std::ranges::count(ones.begin(), ones.begin() + 3, ones[5]) == 1;
    return sum + (both ? seen.second : 0);
  };
  const std::uint64_t shared =
      std::accumulate(tally.seen.begin(), tally.seen.end(), std::uint64_t{0}, in_two);

  EXPECT_EQ(tally.seen.size(), 8U);
  EXPECT_LT(std::abs(tally.excess(8)), 4);
  EXPECT_NEAR(static_cast<double>(shared) / 50'000, 0.25, 0.01);
}

TEST(Curveball, KeepsBothSumsAfterAMillionTrades) {
  const auto network = test::davis_network();
  const Incidence start = unit_rows(BipartiteGraph(network));
  RandomEngine engine(1);
  Curveball curveball(start);

  curveball.trade(1'000'000, engine);

  EXPECT_NE(curveball.matrix(), start);
  EXPECT_EQ(row_sums(curveball.matrix()), row_sums(start));
  EXPECT_EQ(column_sums(curveball.matrix()), column_sums(start));
  for (std::size_t row = 0; row < start.row_count(); ++row) {
    const auto ones = curveball.matrix().row(row);
    EXPECT_EQ(std::ranges::adjacent_find(ones, std::greater_equal{}), ones.end()) << row;
  }
}

TEST(Curveball, IsTheSameBySeedAndCopesWithNothingToTrade) {
  RandomEngine matrices(3);
  const Incidence start = test::random_incidence(20, 15, 0.3, matrices);
  Curveball a(start), b(start), c(start);
  RandomEngine one(7), same(7), other(8);
  a.trade(500, one);
  b.trade(500, same);
  c.trade(500, other);
  EXPECT_EQ(a.matrix(), b.matrix());
  EXPECT_NE(a.matrix(), c.matrix());

  for (const Incidence& fixed :
       {Incidence{}, test::incidence({"101"}), test::incidence({"111", "000", "111"})}) {
    Curveball curveball(fixed);
    curveball.trade(100, one);
    EXPECT_EQ(curveball.matrix(), fixed);
  }
}

TEST(RandomIncidence, DrawsEveryMatrixOfAFillEquallyOften) {
  const Incidence start = test::incidence({"110", "100"});  // C(6, 3) = 20
  RandomEngine engine(2);
  Tally tally;
  for (int i = 0; i < 20'000; ++i) tally.add(random_with_fill(start, engine));

  EXPECT_EQ(tally.seen.size(), 20U);
  EXPECT_LT(std::abs(tally.excess(20)), 4);
}

TEST(RandomIncidence, DrawsEveryMatrixOfRowSumsEquallyOften) {
  const Incidence start = test::incidence({"1100", "0111", "0000", "1111"});  // 6 · 4
  RandomEngine engine(2);
  Tally tally;
  for (int i = 0; i < 24'000; ++i) {
    const Incidence sample = random_with_row_sums(start, engine);
    ASSERT_EQ(sample.offsets, start.offsets);
    tally.add(sample);
  }

  EXPECT_EQ(tally.seen.size(), 24U);
  EXPECT_LT(std::abs(tally.excess(24)), 4);
}

TEST(RandomIncidence, KeepsItsSizeWhateverTheFill) {
  RandomEngine engine(4);
  for (const double chance : {0.0, 0.1, 0.5, 0.9, 1.0}) {
    const Incidence start = test::random_incidence(7, 5, chance, engine);
    const Incidence sample = random_with_fill(start, engine);
    EXPECT_EQ(sample.columns.size(), start.columns.size());
    EXPECT_EQ(sample.row_count(), start.row_count());
    EXPECT_EQ(transposed(transposed(sample)), sample);
    EXPECT_EQ(row_sums(transposed(sample)), column_sums(sample));
  }
}

}  // namespace
}  // namespace respnet::graph
