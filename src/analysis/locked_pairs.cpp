#include "respnet/analysis/locked_pairs.hpp"

#include <cstdint>
#include <string>

#include "respnet/analysis/count_distribution.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::analysis {

std::vector<PairTest> locked_pair_tests(const graph::Incidence& units,
                                        std::span<const graph::Cell> locked, unsigned threads) {
  const std::uint64_t n = units.row_count();
  if (n < 2) return {};
  const std::size_t width = units.column_count;
  const double chances_needed = static_cast<double>(n * (n - 1) / 2) * static_cast<double>(width);
  if (n * (n - 1) / 2 > kMostPairTests || chances_needed > kMostPairChances)
    throw LimitError("locked cells make every pair of " + std::to_string(n) +
                     " units a case of its own over " + std::to_string(width) +
                     " tasks, which is too much; take a part of the plan, or leave out --locked");
  const std::vector<double> chances = graph::bicm_with_locked(units, locked);

  const std::vector<std::uint32_t> once(width, 1);
  std::vector<std::vector<PairTest>> rows(n);
  parallel_blocks(n, threads, [&](std::size_t a) {
    std::vector<double> both(width);
    std::vector<bool> has(width, false);
    for (const std::uint32_t task : units.row(a)) has[task] = true;
    for (std::size_t b = a + 1; b < n; ++b) {
      for (std::size_t task = 0; task < width; ++task)
        both[task] = chances[a * width + task] * chances[b * width + task];
      std::uint32_t shared = 0;
      for (const std::uint32_t task : units.row(b)) shared += has[task] ? 1U : 0U;
      const CountDistribution distribution = poisson_binomial(both, once);
      rows[a].push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), shared,
                         distribution.mean(), distribution.upper(shared),
                         distribution.lower(shared)});
    }
  });
  std::vector<PairTest> tests;
  for (const auto& row : rows) tests.insert(tests.end(), row.begin(), row.end());
  return tests;
}

}  // namespace respnet::analysis
