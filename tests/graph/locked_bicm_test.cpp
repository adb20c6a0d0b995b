#include "respnet/graph/locked_bicm.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/graph/bicm.hpp"
#include "support/davis.hpp"
#include "support/incidence.hpp"

namespace respnet::graph {
namespace {

constexpr double kPrinted = 6e-7;

std::vector<double> chances(const std::vector<std::string_view>& rows,
                            const std::vector<Cell>& locked = {}) {
  return bicm_with_locked(test::incidence(rows), locked);
}

}  // namespace

// The matrices of the tests of R backbone.
TEST(LockedBicm, IsBicmWithoutLocks) {
  const auto small = chances({"001", "010", "101"});
  for (const std::size_t cell : {0U, 1U, 3U, 4U}) EXPECT_NEAR(small[cell], .215779, kPrinted);
  EXPECT_NEAR(small[2], .568441, kPrinted);
  EXPECT_NEAR(small[8], .863117, kPrinted);

  const auto network = test::davis_network();
  const Incidence davis = unit_rows(BipartiteGraph(network));
  const Bicm model = bicm(row_sums(davis), column_sums(davis));
  const auto found = bicm_with_locked(davis, {});
  for (std::size_t woman = 0; woman < 18; ++woman)
    for (std::size_t event = 0; event < 14; ++event)
      EXPECT_NEAR(found[woman * 14 + event], model.probability(woman, event), 1e-7);
}

// Sums hold, locked cells are what they were, and the odds of free cells are products: of any four
// free cells in two rows and two columns the odds ratio is 1 (that is what makes the model).
TEST(LockedBicm, KeepsSumsLocksAndOddsOnRandomMatrices) {
  RandomEngine engine(6);
  for (int round = 0; round < 20; ++round) {
    const Incidence matrix = test::random_incidence(9, 8, 0.4, engine);
    std::vector<Cell> locked;
    for (std::uint32_t row = 0; row < 9; ++row)
      for (std::uint32_t column = 0; column < 8; ++column)
        if (uniform_below(engine, 6) == 0) locked.emplace_back(row, column);
    const auto p = bicm_with_locked(matrix, locked);

    const std::set<Cell> held(locked.begin(), locked.end());
    std::vector<double> columns(8, 0);
    for (std::uint32_t row = 0; row < 9; ++row) {
      double sum = 0;
      for (std::uint32_t column = 0; column < 8; ++column) {
        sum += p[row * 8 + column];
        columns[column] += p[row * 8 + column];
        if (held.contains({row, column})) {
          const bool one = std::ranges::find(matrix.row(row), column) != matrix.row(row).end();
          EXPECT_EQ(p[row * 8 + column], one ? 1 : 0);
        }
      }
      EXPECT_NEAR(sum, static_cast<double>(matrix.degree(row)), 1e-6);
    }
    const auto wanted = column_sums(matrix);
    for (std::size_t column = 0; column < 8; ++column)
      EXPECT_NEAR(columns[column], wanted[column], 1e-6);
    const auto odds = [&](std::uint32_t row, std::uint32_t column) {
      return p[row * 8 + column] / (1 - p[row * 8 + column]);
    };
    const auto open = [&](std::uint32_t row, std::uint32_t column) {
      const double chance = p[row * 8 + column];
      return !held.contains({row, column}) && chance > 1e-6 && chance < 1 - 1e-6;
    };
    for (std::uint32_t row = 0; row + 1 < 9; ++row)
      for (std::uint32_t column = 0; column + 1 < 8; ++column)
        if (open(row, column) && open(row, column + 1) && open(row + 1, column) &&
            open(row + 1, column + 1)) {
          EXPECT_NEAR(std::log(odds(row, column) * odds(row + 1, column + 1) /
                               (odds(row, column + 1) * odds(row + 1, column))),
                      0, 1e-4);
        }
  }
}

// Both rows have one of three; where the first cannot have the third column, it has either of the
// others, and the second makes up for it.
TEST(LockedBicm, SolvesASmallCaseByHand) {
  const auto p = chances({"100", "010", "001"}, {{0, 2}});
  // By symmetry of columns 1 and 2: row 1 is 1/2, 1/2, 0; the others 1/4, 1/4, 1/2.
  const std::vector<double> expected{.5, .5, 0, .25, .25, .5, .25, .25, .5};
  for (std::size_t cell = 0; cell < 9; ++cell) EXPECT_NEAR(p[cell], expected[cell], 1e-7) << cell;
}

TEST(LockedBicm, HoldsWhatHasNoChoiceAndRefusesWhatIsNotThere) {
  EXPECT_EQ(chances({"111", "000"}), (std::vector<double>{1, 1, 1, 0, 0, 0}));
  EXPECT_EQ(chances({"10", "01"}, {{0, 0}, {0, 1}}), (std::vector<double>{1, 0, 0, 1}));
  EXPECT_THROW(chances({"10", "01"}, {{2, 0}}), std::invalid_argument);
  Incidence wide;
  wide.offsets.assign(2001, 0);
  wide.column_count = 2001;
  EXPECT_THROW(bicm_with_locked(wide, {}), LimitError);
}

}  // namespace respnet::graph
