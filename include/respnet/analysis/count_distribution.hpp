#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace respnet::analysis {

/// The distribution of a count, exact to rounding: chances below 1e-30 of the largest are left out.
struct CountDistribution {
  std::int64_t first = 0;       ///< the count of chances[0]
  std::vector<double> chances;  ///< sum to 1; of counts first, first + 1, …

  double upper(std::int64_t count) const;  ///< P(X >= count)
  double lower(std::int64_t count) const;  ///< P(X <= count)
  double mean() const;
};

/// Successes in `trials` independent trials of one chance.
/// @throws std::invalid_argument  unless 0 <= chance <= 1
/// Cost: O(trials), or less: O(standard deviation).
CountDistribution binomial(std::uint64_t trials, double chance);

/// Successes in independent trials of any chances, `counts[i]` of them with chances[i]
/// (Poisson-binomial). Exact: binomials convolved, no normal or other approximation.
/// @throws std::invalid_argument  on a chance outside [0, 1], or when the spans differ in size
/// Cost: O(C n²) at most with C classes and n counts that have a chance worth keeping.
/// Source: Y. Hong, Computational Statistics & Data Analysis 59, 2013,
/// doi:10.1016/j.csda.2012.10.006.
CountDistribution poisson_binomial(std::span<const double> chances,
                                   std::span<const std::uint32_t> counts);

/// How many of `drawn` items without replacement are among the `marked` of `total`.
/// @throws std::invalid_argument  when more are drawn or marked than there are
/// Cost: O(min(drawn, marked)).
CountDistribution hypergeometric(std::uint64_t total, std::uint64_t marked, std::uint64_t drawn);

/// Columns in which two given rows are both 1, in a random 0-1 matrix with `ones` ones.
/// @throws std::invalid_argument  with fewer than two rows, or more ones than cells
/// Cost: O(w²), w the ones in both rows that have a chance worth keeping; at most 2 columns.
CountDistribution shared_columns(std::uint64_t rows, std::uint64_t columns, std::uint64_t ones);

}  // namespace respnet::analysis
