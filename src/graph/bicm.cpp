#include "respnet/graph/bicm.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "respnet/base/errors.hpp"

namespace respnet::graph {
namespace {

constexpr int kMostSteps = 200;
constexpr double kTolerance = 1e-10;

// Vertices of one sum.
struct Side {
  std::vector<std::uint32_t> sums, counts, class_of;

  explicit Side(std::span<const std::uint32_t> values) : sums(values.begin(), values.end()) {
    std::ranges::sort(sums);
    const auto doubles = std::ranges::unique(sums);
    sums.erase(doubles.begin(), doubles.end());
    counts.assign(sums.size(), 0);
    for (const std::uint32_t value : values) {
      const auto found = std::ranges::lower_bound(sums, value);
      class_of.push_back(static_cast<std::uint32_t>(found - sums.begin()));
      ++counts[class_of.back()];
    }
  }
};

// Classes that are not decided yet, what is left of their sums, and their unknowns ln x.
struct Open {
  std::vector<std::uint32_t> classes;
  std::vector<double> counts, sums, unknown;

  double vertices() const { return std::accumulate(counts.begin(), counts.end(), 0.0); }
  std::size_t size() const { return classes.size(); }

  explicit Open(const Side& side) : counts(side.counts.begin(), side.counts.end()) {
    classes.resize(side.sums.size());
    std::iota(classes.begin(), classes.end(), 0U);
    sums.assign(side.sums.begin(), side.sums.end());
  }
  void drop(std::size_t place) {
    const auto at = static_cast<std::ptrdiff_t>(place);
    classes.erase(classes.begin() + at);
    counts.erase(counts.begin() + at);
    sums.erase(sums.begin() + at);
  }
  void start() {
    double ones = 0;
    for (std::size_t i = 0; i < size(); ++i) ones += counts[i] * sums[i];
    for (const double sum : sums) unknown.push_back(std::log(sum / std::sqrt(ones)));
  }
};

// Takes out the classes whose cells are all 0 or all 1; `ones(class)` hears of the latter.
template <typename Ones>
bool peel(Open& side, Open& other, const Ones& ones) {
  for (std::size_t i = 0; i < side.size(); ++i) {
    const bool full = side.sums[i] == other.vertices() && side.sums[i] > 0;
    if (side.sums[i] != 0 && !full) continue;
    if (full) {
      for (double& sum : other.sums) sum -= side.counts[i];
      ones(side.classes[i]);
    }
    side.drop(i);
    return true;
  }
  return false;
}

// ln(1 + e^z) without overflow.
double softplus(double z) { return z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z)); }
double logistic(double z) { return 1 / (1 + std::exp(-z)); }

double likelihood(const Open& rows, const Open& columns) {
  double sum = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    sum += rows.counts[r] * rows.sums[r] * rows.unknown[r];
    for (std::size_t c = 0; c < columns.size(); ++c)
      sum -= rows.counts[r] * columns.counts[c] * softplus(rows.unknown[r] + columns.unknown[c]);
  }
  for (std::size_t c = 0; c < columns.size(); ++c)
    sum += columns.counts[c] * columns.sums[c] * columns.unknown[c];
  return sum;
}

// Solves the symmetric positive definite system in place (Cholesky); columns first.
void solve(std::vector<double>& a, std::vector<double>& b) {
  const std::size_t n = b.size();
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = j; i < n; ++i) {
      double sum = a[i * n + j];
      for (std::size_t k = 0; k < j; ++k) sum -= a[i * n + k] * a[j * n + k];
      if (i == j) {
        // Where chances reach 0 or 1 nothing pulls any more; the unknown stays where it is.
        a[j * n + j] = sum > 0 ? std::sqrt(sum) : HUGE_VAL;
      } else {
        a[i * n + j] = sum / a[j * n + j];
      }
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
}

// Gradient and Hessian at the unknowns, by classes. The Hessian is two diagonals and the block W.
struct Slope {
  std::vector<double> row_pull, column_pull, row_curve, column_curve, block;
  double error = 0;

  Slope(const Open& rows, const Open& columns)
      : row_curve(rows.size(), 0), column_curve(columns.size(), 0) {
    std::vector<double> row_sum(rows.size(), 0), column_sum(columns.size(), 0);
    for (std::size_t r = 0; r < rows.size(); ++r)
      for (std::size_t c = 0; c < columns.size(); ++c) {
        const double z = rows.unknown[r] + columns.unknown[c];
        const double p = logistic(z);
        row_sum[r] += columns.counts[c] * p;
        column_sum[c] += rows.counts[r] * p;
        block.push_back(rows.counts[r] * columns.counts[c] * p * logistic(-z));
        row_curve[r] += block.back();
        column_curve[c] += block.back();
      }
    row_pull = pull(rows, row_sum);
    column_pull = pull(columns, column_sum);
  }

 private:
  std::vector<double> pull(const Open& side, const std::vector<double>& expected) {
    std::vector<double> result;
    for (std::size_t i = 0; i < side.size(); ++i) {
      const double off = side.sums[i] - expected[i];
      error = std::max(error, std::abs(off) / std::max(1.0, side.sums[i]));
      result.push_back(side.counts[i] * off);
    }
    return result;
  }
};

// The Newton step. The smaller side is solved for; its last unknown stays, since only products x y
// matter.
void newton(const Slope& slope, std::vector<double>& row_step, std::vector<double>& column_step) {
  const std::size_t columns = slope.column_curve.size();
  const std::size_t n = columns - 1;
  std::vector<double> schur(n * n, 0);
  std::vector<double> right(slope.column_pull.begin(), slope.column_pull.end() - 1);
  for (std::size_t c = 0; c < n; ++c) schur[c * n + c] = slope.column_curve[c];
  for (std::size_t r = 0; r < slope.row_curve.size(); ++r) {
    if (slope.row_curve[r] <= 0) continue;
    const double* w = &slope.block[r * columns];
    for (std::size_t c = 0; c < n; ++c) {
      const double share = w[c] / slope.row_curve[r];
      right[c] -= share * slope.row_pull[r];
      for (std::size_t d = 0; d <= c; ++d) schur[c * n + d] -= share * w[d];
    }
  }
  solve(schur, right);
  column_step = right;
  column_step.push_back(0);
  row_step.assign(slope.row_curve.size(), 0);
  for (std::size_t r = 0; r < row_step.size(); ++r) {
    if (slope.row_curve[r] <= 0) continue;
    double sum = slope.row_pull[r];
    for (std::size_t c = 0; c < n; ++c) sum -= slope.block[r * columns + c] * column_step[c];
    row_step[r] = sum / slope.row_curve[r];
  }
}

void move(Open& side, const std::vector<double>& step, double length) {
  for (std::size_t i = 0; i < side.size(); ++i) side.unknown[i] += length * step[i];
}

// @pre columns are no more classes than rows
void maximise(Open& rows, Open& columns) {
  std::vector<double> row_step, column_step;
  for (int step = 0; step < kMostSteps; ++step) {
    const Slope slope(rows, columns);
    if (slope.error < kTolerance) return;
    newton(slope, row_step, column_step);
    const double before = likelihood(rows, columns);
    double length = 1;
    move(rows, row_step, length);
    move(columns, column_step, length);
    // Near the top the likelihood no longer tells in the last digits: there full steps are right.
    while (length > 1e-6 && !(likelihood(rows, columns) >= before - 1e-12 * std::abs(before))) {
      move(rows, row_step, -length / 2);
      move(columns, column_step, -length / 2);
      length /= 2;
    }
  }
  throw LimitError(
      "the bipartite configuration model was not solved in 200 steps for these sums; use another "
      "null model");
}

void check(std::span<const std::uint32_t> row_sums, std::span<const std::uint32_t> column_sums) {
  const auto total = [](std::span<const std::uint32_t> sums) {
    return std::accumulate(sums.begin(), sums.end(), std::uint64_t{0});
  };
  const auto above = [](std::span<const std::uint32_t> sums, std::size_t most) {
    return std::ranges::any_of(sums, [&](std::uint32_t sum) { return sum > most; });
  };
  if (total(row_sums) != total(column_sums))
    throw std::invalid_argument("the sums of the rows and of the columns must have one total");
  if (above(row_sums, column_sums.size()) || above(column_sums, row_sums.size()))
    throw std::invalid_argument("no row of a 0-1 matrix has more ones than there are columns");
}

}  // namespace

Bicm bicm(std::span<const std::uint32_t> row_sums, std::span<const std::uint32_t> column_sums) {
  check(row_sums, column_sums);
  const Side row_side(row_sums);
  const Side column_side(column_sums);
  Bicm model{.row_class = row_side.class_of,
             .column_class = column_side.class_of,
             .column_counts = column_side.counts,
             .probabilities = {}};
  const std::size_t width = column_side.sums.size();
  model.probabilities.assign(row_side.sums.size() * width, 0);

  Open rows(row_side);
  Open columns(column_side);
  const auto full_row = [&](std::uint32_t r) {
    for (const std::uint32_t c : columns.classes) model.probabilities[r * width + c] = 1;
  };
  const auto full_column = [&](std::uint32_t c) {
    for (const std::uint32_t r : rows.classes) model.probabilities[r * width + c] = 1;
  };
  while (peel(rows, columns, full_row) || peel(columns, rows, full_column)) {
  }
  if (rows.size() == 0 || columns.size() == 0) return model;

  rows.start();
  columns.start();
  if (columns.size() <= rows.size()) {
    maximise(rows, columns);
  } else {
    maximise(columns, rows);
  }
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < columns.size(); ++c)
      model.probabilities[rows.classes[r] * width + columns.classes[c]] =
          logistic(rows.unknown[r] + columns.unknown[c]);
  return model;
}

}  // namespace respnet::graph
