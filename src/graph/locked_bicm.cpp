#include "respnet/graph/locked_bicm.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "respnet/base/errors.hpp"

namespace respnet::graph {
namespace {

constexpr double kTolerance = 1e-9;
constexpr double kFarthest = 60;  // e^-60: a chance of 0

double logistic(double z) { return 1 / (1 + std::exp(-z)); }

// One mode of the free part of the matrix: what is left of each sum, its free cells, its unknown.
struct Side {
  std::vector<double> sums, unknown;
  std::vector<std::vector<std::uint32_t>> free;  // vertices of the other mode
};

struct Problem {
  Side rows, columns;
  std::vector<double> chances;
  std::size_t width = 0;
};

Problem problem_of(const Incidence& matrix, std::span<const Cell> locked) {
  const std::size_t rows = matrix.row_count(), width = matrix.column_count;
  Problem problem;
  problem.width = width;
  std::vector<bool> held(rows * width, false);
  for (const auto& [row, column] : locked) {
    if (row >= rows || column >= width)
      throw std::invalid_argument("a locked cell lies outside the matrix");
    held[row * width + column] = true;
  }
  problem.rows = {std::vector<double>(rows, 0), std::vector<double>(rows, 0),
                  std::vector<std::vector<std::uint32_t>>(rows)};
  problem.columns = {std::vector<double>(width, 0), std::vector<double>(width, 0),
                     std::vector<std::vector<std::uint32_t>>(width)};
  problem.chances.assign(rows * width, 0);
  for (std::uint32_t row = 0; row < rows; ++row) {
    for (const std::uint32_t column : matrix.row(row)) {
      problem.chances[row * width + column] = 1;
      if (held[row * width + column]) continue;
      problem.rows.sums[row] += 1;
      problem.columns.sums[column] += 1;
    }
    for (std::uint32_t column = 0; column < width; ++column) {
      if (held[row * width + column]) continue;
      problem.rows.free[row].push_back(column);
      problem.columns.free[column].push_back(row);
    }
  }
  return problem;
}

// The unknown with which the expected sum of a vertex is what it should be, by safeguarded Newton
// steps; the sum grows with it. @return how far it was off before
double solve(Side& side, std::size_t vertex, const Side& other) {
  const auto& cells = side.free[vertex];
  const double wanted = side.sums[vertex];
  double& unknown = side.unknown[vertex];
  double low = -2 * kFarthest, high = 2 * kFarthest, first = 0;
  for (int step = 0; step < 100; ++step) {
    double sum = 0, slope = 0;
    for (const std::uint32_t cell : cells) {
      const double p = logistic(unknown + other.unknown[cell]);
      sum += p;
      slope += p * (1 - p);
    }
    const double off = wanted - sum;
    if (step == 0) first = std::abs(off);
    if (std::abs(off) < kTolerance / 100) break;
    (off > 0 ? low : high) = unknown;
    const double next = slope > 0 ? unknown + off / slope : low - 1;
    unknown = next > low && next < high ? next : (low + high) / 2;
    if (high - low < 1e-13) break;
  }
  return first;
}

// Vertices with nothing free to give or everything free taken: their cells are as they are.
// @return whether there was one
bool settle(Side& side, Side& other) {
  bool any = false;
  for (std::uint32_t vertex = 0; vertex < side.sums.size(); ++vertex) {
    auto& cells = side.free[vertex];
    const bool full = side.sums[vertex] == static_cast<double>(cells.size());
    if (cells.empty() || (side.sums[vertex] != 0 && !full)) continue;
    for (const std::uint32_t cell : cells) {
      std::erase(other.free[cell], vertex);
      if (full) other.sums[cell] -= 1;
    }
    side.sums[vertex] = 0;
    cells.clear();
    any = true;
  }
  return any;
}

}  // namespace

std::vector<double> bicm_with_locked(const Incidence& matrix, std::span<const Cell> locked) {
  if (matrix.row_count() * std::uint64_t{matrix.column_count} > kMostLockedCells)
    throw LimitError("locked cells need the chance of each of " +
                     std::to_string(matrix.row_count()) + " × " +
                     std::to_string(matrix.column_count) +
                     " cells, the limit is 4000000 cells; take a part of the plan");
  Problem problem = problem_of(matrix, locked);
  Side &rows = problem.rows, &columns = problem.columns;
  while (settle(rows, columns) || settle(columns, rows)) {
  }
  for (int sweep = 0;; ++sweep) {
    double off = 0;
    for (std::size_t row = 0; row < rows.sums.size(); ++row)
      if (!rows.free[row].empty()) off = std::max(off, solve(rows, row, columns));
    for (std::size_t column = 0; column < columns.sums.size(); ++column)
      if (!columns.free[column].empty()) off = std::max(off, solve(columns, column, rows));
    if (off < kTolerance) break;
    if (sweep == kMostSweeps)
      throw LimitError(
          "the configuration model with locked cells was not solved in 20000 sweeps: the sums "
          "leave "
          "some cells no choice; lock those too, or leave out --locked");
  }
  for (std::size_t row = 0; row < rows.sums.size(); ++row)
    for (const std::uint32_t column : rows.free[row])
      problem.chances[row * problem.width + column] =
          logistic(rows.unknown[row] + columns.unknown[column]);
  return std::move(problem.chances);
}

}  // namespace respnet::graph
