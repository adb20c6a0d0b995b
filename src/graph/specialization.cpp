#include "respnet/graph/specialization.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>

#include "graph/search_limit.hpp"

namespace respnet::graph {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kSame = 1e-12;  // bounds this close leave nothing between them

std::vector<std::uint64_t> column_totals(const CountMatrix& matrix) {
  std::vector<std::uint64_t> totals(matrix.columns, 0);
  for (std::size_t i = 0; i < matrix.rows(); ++i)
    for (std::size_t j = 0; j < matrix.columns; ++j) totals[j] += matrix.row(i)[j];
  return totals;
}

std::vector<std::uint64_t> row_totals(const CountMatrix& matrix) {
  std::vector<std::uint64_t> totals(matrix.rows(), 0);
  for (std::size_t i = 0; i < matrix.rows(); ++i)
    for (const std::uint32_t count : matrix.row(i)) totals[i] += count;
  return totals;
}

// x ln(x / (n q)): a column's part of n d.
double divergence(double x, double n, double q) { return x == 0 ? 0 : x * std::log(x / (n * q)); }

// The least Σ_j divergence of n whole counts: one after the other goes where it adds least, which
// is exact as each term is convex.
double least_divergence(std::uint64_t n, const std::vector<double>& shares) {
  using Step = std::pair<double, std::size_t>;  // what the next count would add, column
  std::priority_queue<Step, std::vector<Step>, std::greater<>> next;
  std::vector<double> counts(shares.size(), 0);
  const auto size = static_cast<double>(n);
  const auto offer = [&](std::size_t j) {
    next.emplace(
        divergence(counts[j] + 1, size, shares[j]) - divergence(counts[j], size, shares[j]), j);
  };
  for (std::size_t j = 0; j < shares.size(); ++j)
    if (shares[j] > 0) offer(j);
  for (std::uint64_t placed = 0; placed < n; ++placed) {
    const std::size_t j = next.top().second;
    next.pop();
    counts[j] += 1;
    offer(j);
  }
  double sum = 0;
  for (std::size_t j = 0; j < shares.size(); ++j) sum += divergence(counts[j], size, shares[j]);
  return sum;
}

// Σ x ln x: the total times ln(total) - H.
double sum_x_log_x(const std::vector<std::uint32_t>& cells) {
  double sum = 0;
  for (const std::uint32_t x : cells) sum += x == 0 ? 0 : x * std::log(static_cast<double>(x));
  return sum;
}

// Puts as much as the sums allow into one cell, the largest first, until all is placed.
double crowded_x_log_x(std::vector<std::uint64_t> rows, std::vector<std::uint64_t> columns) {
  std::uint64_t left = std::accumulate(rows.begin(), rows.end(), std::uint64_t{0});
  double sum = 0;
  while (left > 0) {
    std::uint64_t most = 0;
    std::size_t row = 0, column = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t j = 0; rows[i] > most && j < columns.size(); ++j)
        if (const std::uint64_t fits = std::min(rows[i], columns[j]); fits > most) {
          most = fits;
          row = i;
          column = j;
        }
    const auto x = static_cast<double>(most);
    sum += x * std::log(x);
    rows[row] -= most;
    columns[column] -= most;
    left -= most;
  }
  return sum;
}

}  // namespace

std::vector<double> selectiveness(const CountMatrix& matrix) {
  const auto rows = row_totals(matrix), columns = column_totals(matrix);
  const auto total =
      static_cast<double>(std::accumulate(rows.begin(), rows.end(), std::uint64_t{0}));
  std::vector<double> shares;
  for (const std::uint64_t column : columns)
    shares.push_back(total == 0 ? 0 : static_cast<double>(column) / total);
  std::vector<double> result(matrix.rows(), kNone);
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (rows[i] == 0) continue;
    const auto n = static_cast<double>(rows[i]);
    double d = 0;
    for (std::size_t j = 0; j < shares.size(); ++j) d += divergence(matrix.row(i)[j], n, shares[j]);
    const double least = least_divergence(rows[i], shares) / n, most = std::log(total / n);
    if (most - least > kSame) result[i] = std::clamp((d / n - least) / (most - least), 0.0, 1.0);
  }
  return result;
}

std::vector<double> paired_difference(const CountMatrix& matrix) {
  std::vector<double> result(matrix.rows(), kNone);
  if (matrix.columns < 2) return result;
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto row = matrix.row(i);
    const double most = *std::ranges::max_element(row);
    if (most == 0) continue;
    const auto sum = static_cast<double>(std::accumulate(row.begin(), row.end(), std::uint64_t{0}));
    const auto columns = static_cast<double>(matrix.columns);
    result[i] = (columns - sum / most) / (columns - 1);
  }
  return result;
}

std::optional<double> network_specialization(const CountMatrix& matrix,
                                             const WorkOptions& options) {
  const auto cells = static_cast<double>(matrix.cells.size());
  check_steps(cells * static_cast<double>(matrix.rows() + matrix.columns), "H2'",
              options.most_steps);
  const auto rows = row_totals(matrix), columns = column_totals(matrix);
  if (std::ranges::all_of(rows, [](std::uint64_t sum) { return sum == 0; })) return std::nullopt;
  const auto total =
      static_cast<double>(std::accumulate(rows.begin(), rows.end(), std::uint64_t{0}));
  const double own = sum_x_log_x(matrix.cells);
  const double even = sum_x_log_x(most_even_counts(rows, columns, options));
  const double crowded = std::max(own, crowded_x_log_x(rows, columns));
  if ((crowded - even) / total <= kSame) return std::nullopt;
  return std::clamp((own - even) / (crowded - even), 0.0, 1.0);
}

}  // namespace respnet::graph
