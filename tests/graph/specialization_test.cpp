#include "respnet/graph/specialization.hpp"

#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"

namespace respnet::graph {
namespace {

const CountMatrix kPublished{4, {5, 1, 0, 0, 2, 4, 1, 0, 0, 0, 6, 2, 1, 0, 0, 3}};

CountMatrix transposed(const CountMatrix& matrix) {
  CountMatrix turned{.columns = matrix.rows(), .cells = {}};
  for (std::size_t j = 0; j < matrix.columns; ++j)
    for (std::size_t i = 0; i < matrix.rows(); ++i) turned.cells.push_back(matrix.row(i)[j]);
  return turned;
}

void expect_near(const std::vector<double>& found, const std::vector<double>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 5e-8) << i;
}

double x_log_x(const std::vector<std::uint32_t>& cells) {
  double sum = 0;
  for (const std::uint32_t x : cells) sum += x == 0 ? 0 : x * std::log(static_cast<double>(x));
  return sum;
}

// Calls visit with each matrix of whole counts with these sums.
void each_matrix(std::vector<std::uint64_t> rows, std::vector<std::uint64_t> columns,
                 const std::function<void(const std::vector<std::uint32_t>&)>& visit) {
  std::vector<std::uint32_t> cells(rows.size() * columns.size());
  const std::function<void(std::size_t)> fill = [&](std::size_t cell) {
    if (cell == cells.size()) {
      for (const std::uint64_t left : columns)
        if (left > 0) return;
      return visit(cells);
    }
    const std::size_t i = cell / columns.size(), j = cell % columns.size();
    const bool last = j + 1 == columns.size();
    for (std::uint64_t x = last ? rows[i] : 0; x <= std::min(rows[i], columns[j]); ++x) {
      cells[cell] = static_cast<std::uint32_t>(x);
      rows[i] -= x;
      columns[j] -= x;
      fill(cell + 1);
      rows[i] += x;
      columns[j] += x;
    }
  };
  fill(0);
}

CountMatrix random_counts(RandomEngine& engine) {
  CountMatrix matrix{.columns = 1 + uniform_below(engine, 3), .cells = {}};
  matrix.cells.resize(matrix.columns * (1 + uniform_below(engine, 3)));
  for (std::uint32_t& cell : matrix.cells)
    cell = static_cast<std::uint32_t>(uniform_below(engine, 5));
  return matrix;
}

}  // namespace

// R package bipartite: dfun, PDI (of its columns), H2fun.
TEST(Specialization, OfTheReferenceMatrixEqualsR) {
  expect_near(selectiveness(kPublished), {0.5340167, 0.3565382, 0.6916695, 0.5014074});
  expect_near(paired_difference(transposed(kPublished)), {0.8, 0.9166667, 0.9444444, 0.7777778});
  EXPECT_NEAR(network_specialization(kPublished).value(), 0.5644021, 5e-8);
  EXPECT_NEAR(network_specialization(transposed(kPublished)).value(), 0.5644021, 5e-8);
}

TEST(Specialization, IsOneWhereNobodySharesAColumn) {
  const CountMatrix apart{2, {3, 0, 0, 4}};

  EXPECT_EQ(selectiveness(apart), (std::vector<double>{1, 1}));
  EXPECT_EQ(paired_difference(apart), (std::vector<double>{1, 1}));
  EXPECT_EQ(network_specialization(apart), 1);
}

TEST(Specialization, IsZeroWhereAllPickAlike) {
  const CountMatrix alike{2, {2, 4, 1, 2, 3, 6}};

  for (const double value : selectiveness(alike)) EXPECT_NEAR(value, 0, 1e-12);
  EXPECT_NEAR(network_specialization(alike).value(), 0, 1e-12);
}

TEST(Specialization, IsUndefinedWithoutAChoice) {
  EXPECT_TRUE(std::isnan(selectiveness({2, {0, 0, 1, 2}})[0]));
  EXPECT_TRUE(std::isnan(selectiveness({2, {1, 2}})[0]));
  EXPECT_TRUE(std::isnan(paired_difference({1, {3}})[0]));
  EXPECT_TRUE(std::isnan(paired_difference({2, {0, 0}})[0]));
  EXPECT_FALSE(network_specialization({1, {3, 2}}));
  EXPECT_FALSE(network_specialization({2, {0, 0}}));
  EXPECT_FALSE(network_specialization({}));
}

// All matrices with the same sums, looked at one by one.
TEST(MostEvenCounts, AreTheMostEvenOfAll) {
  RandomEngine engine(3);
  for (int round = 0; round < 300; ++round) {
    const CountMatrix matrix = random_counts(engine);
    std::vector<std::uint64_t> rows(matrix.rows(), 0), columns(matrix.columns, 0);
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t j = 0; j < columns.size(); ++j) {
        rows[i] += matrix.row(i)[j];
        columns[j] += matrix.row(i)[j];
      }
    const auto found = most_even_counts(rows, columns);
    double least = x_log_x(matrix.cells);
    bool met = false;  // the sums are kept
    each_matrix(rows, columns, [&](const std::vector<std::uint32_t>& cells) {
      least = std::min(least, x_log_x(cells));
      met = met || cells == found;
    });
    EXPECT_TRUE(met) << round;
    EXPECT_NEAR(x_log_x(found), least, 1e-9) << round;
  }
}

}  // namespace respnet::graph
