#include "respnet/analysis/count_distribution.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace respnet::analysis {
namespace {

constexpr double kNegligible = 1e-30;

void scale(CountDistribution& distribution) {
  const auto& chances = distribution.chances;
  const double total = std::accumulate(chances.begin(), chances.end(), 0.0);
  for (double& chance : distribution.chances) chance /= total;
}

// A distribution on [low, high] that rises to one top and falls, from `ratio(x)` = P(x + 1) / P(x):
// from the top down both sides, so that nothing overflows and no factorial is needed.
template <typename Ratio>
CountDistribution from_ratios(std::int64_t low, std::int64_t high, const Ratio& ratio) {
  std::int64_t top = low;
  for (std::int64_t end = high; top < end;) {
    const std::int64_t middle = top + (end - top) / 2;
    if (ratio(middle) >= 1) {
      top = middle + 1;
    } else {
      end = middle;
    }
  }
  std::vector<double> below;
  double chance = 1;
  for (std::int64_t x = top; x > low && chance > kNegligible; --x)
    below.push_back(chance /= ratio(x - 1));
  CountDistribution result{top - static_cast<std::int64_t>(below.size()),
                           {below.rbegin(), below.rend()}};
  chance = 1;
  for (std::int64_t x = top;; ++x) {
    result.chances.push_back(chance);
    if (x >= high || chance < kNegligible) break;
    chance *= ratio(x);
  }
  scale(result);
  return result;
}

void trim(CountDistribution& distribution) {
  auto& chances = distribution.chances;
  const double least = kNegligible * *std::ranges::max_element(chances);
  const auto worth = [&](double chance) { return chance > least; };
  const auto begin = std::ranges::find_if(chances, worth);
  const auto end = std::find_if(chances.rbegin(), chances.rend(), worth).base();
  distribution.first += begin - chances.begin();
  chances = std::vector<double>(begin, end);
}

CountDistribution sum_of(const CountDistribution& a, const CountDistribution& b) {
  CountDistribution result{a.first + b.first, {}};
  result.chances.assign(a.chances.size() + b.chances.size() - 1, 0);
  for (std::size_t i = 0; i < a.chances.size(); ++i)
    for (std::size_t j = 0; j < b.chances.size(); ++j)
      result.chances[i + j] += a.chances[i] * b.chances[j];
  trim(result);
  return result;
}

double real(std::int64_t value) { return static_cast<double>(value); }

}  // namespace

double CountDistribution::upper(std::int64_t count) const {
  if (count <= first) return 1;
  double sum = 0;  // from the small end, where the digits are
  for (std::int64_t i = std::ssize(chances) - 1; i >= count - first; --i)
    sum += chances[static_cast<std::size_t>(i)];
  return std::min(sum, 1.0);
}

double CountDistribution::lower(std::int64_t count) const {
  if (count >= first + std::ssize(chances) - 1) return 1;
  double sum = 0;
  for (std::int64_t i = 0; i <= count - first; ++i) sum += chances[static_cast<std::size_t>(i)];
  return std::min(sum, 1.0);
}

double CountDistribution::mean() const {
  double sum = 0;
  for (std::size_t i = 0; i < chances.size(); ++i)
    sum += chances[i] * (real(first) + static_cast<double>(i));
  return sum;
}

CountDistribution binomial(std::uint64_t trials, double chance) {
  if (!(chance >= 0 && chance <= 1)) throw std::invalid_argument("a chance must be within 0 and 1");
  const auto n = static_cast<std::int64_t>(trials);
  if (chance == 0 || n == 0) return {0, {1}};
  if (chance == 1) return {n, {1}};
  const double odds = chance / (1 - chance);
  return from_ratios(0, n, [=](std::int64_t x) { return odds * real(n - x) / real(x + 1); });
}

CountDistribution poisson_binomial(std::span<const double> chances,
                                   std::span<const std::uint32_t> counts) {
  if (chances.size() != counts.size())
    throw std::invalid_argument("every chance needs the number of its trials");
  CountDistribution sum{0, {1}};
  for (std::size_t i = 0; i < chances.size(); ++i)
    sum = sum_of(sum, binomial(counts[i], chances[i]));
  scale(sum);
  return sum;
}

CountDistribution hypergeometric(std::uint64_t total, std::uint64_t marked, std::uint64_t drawn) {
  if (marked > total || drawn > total)
    throw std::invalid_argument("more items are marked or drawn than there are");
  const auto rest = static_cast<std::int64_t>(total - marked);
  const auto k = static_cast<std::int64_t>(marked);
  const auto n = static_cast<std::int64_t>(drawn);
  return from_ratios(std::max<std::int64_t>(0, n - rest), std::min(k, n), [=](std::int64_t x) {
    return real(k - x) * real(n - x) / (real(x + 1) * real(rest - n + x + 1));
  });
}

// First how many ones the two rows get, then how those pair up among 2 × columns cells.
CountDistribution shared_columns(std::uint64_t rows, std::uint64_t columns, std::uint64_t ones) {
  if (rows < 2 || ones > rows * columns)
    throw std::invalid_argument("two rows are needed, and no more ones than cells");
  const CountDistribution in_both = hypergeometric(rows * columns, 2 * columns, ones);
  const auto m = static_cast<std::int64_t>(columns);
  CountDistribution result{0, std::vector<double>(columns + 1, 0)};
  for (std::size_t i = 0; i < in_both.chances.size(); ++i) {
    const std::int64_t s = in_both.first + static_cast<std::int64_t>(i);
    const CountDistribution pairs =
        from_ratios(std::max<std::int64_t>(0, s - m), s / 2, [=](std::int64_t x) {
          return real(s - 2 * x) * real(s - 2 * x - 1) / (4 * real(x + 1) * real(m - s + x + 1));
        });
    for (std::size_t j = 0; j < pairs.chances.size(); ++j)
      result.chances[static_cast<std::size_t>(pairs.first) + j] +=
          in_both.chances[i] * pairs.chances[j];
  }
  trim(result);
  return result;
}

}  // namespace respnet::analysis
