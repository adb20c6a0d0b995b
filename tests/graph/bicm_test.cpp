#include "respnet/graph/bicm.hpp"

#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/graph/incidence.hpp"
#include "support/davis.hpp"
#include "support/incidence.hpp"

namespace respnet::graph {
namespace {

Bicm solved(const Incidence& matrix) { return bicm(row_sums(matrix), column_sums(matrix)); }

void expect_chances(const Incidence& matrix, const std::vector<std::vector<double>>& expected) {
  const Bicm model = solved(matrix);
  for (std::size_t i = 0; i < expected.size(); ++i)
    for (std::size_t t = 0; t < expected[i].size(); ++t)
      EXPECT_NEAR(model.probability(i, t), expected[i][t], 6e-7) << i << ", " << t;
}

// The first matrix is in the tests of R backbone, which give .216, .568 and .863.
TEST(Bicm, AgreesWithBackboneOnSmallMatrices) {
  expect_chances(
      test::incidence({"001", "010", "101"}),
      {{.215779, .215779, .568441}, {.215779, .215779, .568441}, {.568441, .568441, .863117}});
  expect_chances(test::incidence({"1011", "0100", "1001"}), {{.897167, .602833, .602833, .897167},
                                                             {.397167, .102833, .102833, .397167},
                                                             {.705666, .294334, .294334, .705666}});
}

TEST(Bicm, AgreesOnDavis) {
  const auto network = test::davis_network();
  const Bicm model = solved(unit_rows(BipartiteGraph(network)));

  EXPECT_NEAR(model.probability(0, 7), 0.933382, 6e-7);
  EXPECT_NEAR(model.probability(0, 0), 0.342329, 6e-7);
}

TEST(Bicm, DecidesEmptyAndFullRowsFirst) {
  // The full row takes a one from each column; then the last column is empty.
  expect_chances(test::incidence({"1111", "0000", "1000", "0100", "0010"}),
                 {{1, 1, 1, 1},
                  {0, 0, 0, 0},
                  {1.0 / 3, 1.0 / 3, 1.0 / 3, 0},
                  {1.0 / 3, 1.0 / 3, 1.0 / 3, 0},
                  {1.0 / 3, 1.0 / 3, 1.0 / 3, 0}});
  expect_chances(test::incidence({"11", "11"}), {{1, 1}, {1, 1}});
  expect_chances(test::incidence({"00"}), {{0, 0}});
  EXPECT_TRUE(bicm({}, {}).probabilities.empty());
}

TEST(Bicm, MeetsEverySumOnRandomMatrices) {
  RandomEngine engine(11);
  for (int round = 0; round < 200; ++round) {
    const std::size_t rows = 1 + uniform_below(engine, 30);
    const auto columns = static_cast<std::uint32_t>(1 + uniform_below(engine, 30));
    const Incidence matrix = test::random_incidence(rows, columns, uniform(engine), engine);
    const auto of_columns = column_sums(matrix);
    const Bicm model = solved(matrix);
    std::vector<double> by_column(columns, 0);
    for (std::size_t i = 0; i < rows; ++i) {
      double sum = 0;
      for (std::uint32_t t = 0; t < columns; ++t) {
        sum += model.probability(i, t);
        by_column[t] += model.probability(i, t);
      }
      EXPECT_NEAR(sum, static_cast<double>(matrix.degree(i)), 1e-8) << round;
    }
    for (std::uint32_t t = 0; t < columns; ++t)
      EXPECT_NEAR(by_column[t], of_columns[t], 1e-8) << round;
  }
}

// Only one matrix has these sums: every chance tends to 0 or 1, and no x is finite.
TEST(Bicm, ApproachesSumsOfASingleMatrix) {
  const Incidence matrix = test::incidence({"111100", "111010", "110000", "100000"});
  const Bicm model = solved(matrix);
  double sum = 0;
  for (std::uint32_t t = 0; t < 6; ++t) sum += model.probability(1, t);
  EXPECT_NEAR(sum, 4, 1e-8);
}

// All ones in one corner and none in the opposite one: no other matrix of these sums differs there,
// so those chances tend to 1 and 0 and half of the x and y have no limit.
TEST(Bicm, MeetsSumsThatForceCorners) {
  RandomEngine engine(5);
  for (int round = 0; round < 200; ++round) {
    const auto some = [&] { return static_cast<std::uint32_t>(1 + uniform_below(engine, 20)); };
    const std::uint32_t upper = some(), lower = some(), left = some(), right = some();
    const double chance = uniform(engine);
    std::vector<std::uint32_t> rows(upper + lower, 0), columns(left + right, 0);
    for (std::uint32_t i = 0; i < rows.size(); ++i)
      for (std::uint32_t t = 0; t < columns.size(); ++t) {
        const bool forced = (i < upper) != (t < left);
        if (!(forced ? i < upper : uniform(engine) < chance)) continue;
        ++rows[i];
        ++columns[t];
      }
    const Bicm model = bicm(rows, columns);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      double sum = 0;
      for (std::uint32_t t = 0; t < columns.size(); ++t) sum += model.probability(i, t);
      EXPECT_NEAR(sum, rows[i], 1e-8) << round;
    }
  }
}

TEST(Bicm, RefusesSumsOfNoMatrix) {
  using Sums = std::vector<std::uint32_t>;
  EXPECT_THROW(bicm(Sums{1, 1}, Sums{1}), std::invalid_argument);
  EXPECT_THROW(bicm(Sums{3}, Sums{2, 1}), std::invalid_argument);
}

}  // namespace
}  // namespace respnet::graph
