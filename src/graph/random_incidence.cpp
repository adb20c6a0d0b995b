#include "respnet/graph/random_incidence.hpp"

#include <algorithm>
#include <unordered_set>

namespace respnet::graph {
namespace {

// `count` different numbers below `bound`, ascending (Floyd, in Bentley, Communications of the ACM
// 30(9), 1987). Of more than half of them, those left out are drawn.
void draw(std::uint64_t bound, std::uint64_t count, RandomEngine& engine,
          std::unordered_set<std::uint64_t>& seen, std::vector<std::uint64_t>& drawn) {
  const bool inverse = count > bound / 2;
  seen.clear();
  drawn.clear();
  for (std::uint64_t top = bound - (inverse ? bound - count : count); top < bound; ++top) {
    const std::uint64_t number = uniform_below(engine, top + 1);
    if (!seen.insert(number).second) seen.insert(top);
  }
  if (inverse) {
    for (std::uint64_t number = 0; number < bound; ++number)
      if (!seen.contains(number)) drawn.push_back(number);
  } else {
    drawn.assign(seen.begin(), seen.end());
    std::ranges::sort(drawn);
  }
}

// How many columns two ascending rows have in common.
std::size_t common(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  std::size_t both = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t left = a[i];
    const std::uint32_t right = b[j];
    both += left == right ? 1U : 0U;
    i += left <= right ? 1U : 0U;
    j += right <= left ? 1U : 0U;
  }
  return both;
}

}  // namespace

Incidence random_with_fill(const Incidence& matrix, RandomEngine& engine) {
  Incidence sample;
  sample.column_count = matrix.column_count;
  std::unordered_set<std::uint64_t> seen;
  std::vector<std::uint64_t> cells;
  draw(matrix.row_count() * std::uint64_t{matrix.column_count}, matrix.columns.size(), engine, seen,
       cells);
  sample.offsets.assign(matrix.offsets.size(), 0);
  for (const std::uint64_t cell : cells) {
    sample.columns.push_back(static_cast<std::uint32_t>(cell % matrix.column_count));
    sample.offsets[cell / matrix.column_count + 1] = sample.columns.size();
  }
  for (std::size_t row = 1; row < sample.offsets.size(); ++row)
    sample.offsets[row] = std::max(sample.offsets[row], sample.offsets[row - 1]);
  return sample;
}

Incidence random_with_row_sums(const Incidence& matrix, RandomEngine& engine) {
  Incidence sample = matrix;
  std::unordered_set<std::uint64_t> seen;
  std::vector<std::uint64_t> drawn;
  for (std::size_t row = 0; row < matrix.row_count(); ++row) {
    draw(matrix.column_count, matrix.degree(row), engine, seen, drawn);
    for (std::size_t i = 0; i < drawn.size(); ++i)
      sample.columns[matrix.offsets[row] + i] = static_cast<std::uint32_t>(drawn[i]);
  }
  return sample;
}

Curveball::Curveball(Incidence start) : matrix_(std::move(start)) {
  std::size_t longest = 0;
  for (std::size_t row = 0; row < matrix_.row_count(); ++row)
    longest = std::max(longest, matrix_.degree(row));
  first_.resize(longest);
  second_.resize(longest);
}

void Curveball::trade(std::uint64_t trades, RandomEngine& engine) {
  const std::size_t rows = matrix_.row_count();
  if (rows < 2) return;
  for (; trades > 0; --trades) {
    const std::size_t a = uniform_below(engine, rows);
    const std::size_t b = uniform_below(engine, rows - 1);
    trade(a, b + (b >= a ? 1 : 0), engine);
  }
}

// Walks along both rows at once; of the columns that one row alone has, each goes to the first row
// with the chance (columns it still needs) / (columns still to deal), so every deal is equally
// likely and both rows stay sorted.
void Curveball::trade(std::size_t a, std::size_t b, RandomEngine& engine) {
  const auto left = matrix_.row(a);
  const auto right = matrix_.row(b);
  const std::size_t both = common(left, right);
  std::uint64_t needed = left.size() - both;
  std::uint64_t to_deal = left.size() + right.size() - 2 * both;
  if (needed == 0 || needed == to_deal) return;

  std::size_t i = 0, j = 0, first = 0, second = 0;
  while (i < left.size() || j < right.size()) {
    const bool has_left = j == right.size() || (i < left.size() && left[i] <= right[j]);
    const bool has_right = i == left.size() || (j < right.size() && right[j] <= left[i]);
    const std::uint32_t column = has_left ? left[i] : right[j];
    i += has_left ? 1U : 0U;
    j += has_right ? 1U : 0U;
    bool to_first = has_left;
    bool to_second = has_right;
    if (has_left != has_right) {
      to_first = uniform_below(engine, to_deal--) < needed;
      to_second = !to_first;
      needed -= to_first ? 1U : 0U;
    }
    if (to_first) first_[first++] = column;
    if (to_second) second_[second++] = column;
  }
  std::copy_n(first_.begin(), first,
              matrix_.columns.begin() + static_cast<std::ptrdiff_t>(matrix_.offsets[a]));
  std::copy_n(second_.begin(), second,
              matrix_.columns.begin() + static_cast<std::ptrdiff_t>(matrix_.offsets[b]));
}

}  // namespace respnet::graph
