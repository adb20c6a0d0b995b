#include "respnet/analysis/fdsm.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/graph/random_incidence.hpp"

namespace respnet::analysis {
namespace {

constexpr std::uint64_t kWalks = 8;

// Of every pair in the matrices of a walk. Whole numbers: their sums do not depend on the order.
struct Counts {
  std::vector<std::uint32_t> above, below;  // draws in which the pair shares as many or more, less
  std::vector<std::uint64_t> shared;
};

std::size_t place(std::size_t a, std::size_t b, std::size_t n) {
  return a * n - a * (a + 1) / 2 + (b - a - 1);
}

void count_shared(const graph::Incidence& units, std::vector<std::uint32_t>& shared) {
  std::ranges::fill(shared, 0);
  const graph::Incidence tasks = graph::transposed(units);
  const std::size_t n = units.row_count();
  for (std::size_t task = 0; task < tasks.row_count(); ++task) {
    const auto row = tasks.row(task);
    for (std::size_t i = 0; i < row.size(); ++i)
      for (std::size_t j = i + 1; j < row.size(); ++j) ++shared[place(row[i], row[j], n)];
  }
}

Counts walked(const graph::Incidence& units, const std::vector<std::uint32_t>& observed,
              std::uint64_t draws, RandomEngine engine) {
  const std::size_t pairs = observed.size();
  Counts counts{std::vector<std::uint32_t>(pairs, 0), std::vector<std::uint32_t>(pairs, 0),
                std::vector<std::uint64_t>(pairs, 0)};
  std::vector<std::uint32_t> shared(pairs, 0);
  graph::Curveball curveball(units);
  for (; draws > 0; --draws) {
    curveball.trade(curveball.default_trades(), engine);
    count_shared(curveball.matrix(), shared);
    for (std::size_t i = 0; i < pairs; ++i) {
      counts.above[i] += shared[i] >= observed[i] ? 1U : 0U;
      counts.below[i] += shared[i] <= observed[i] ? 1U : 0U;
      counts.shared[i] += shared[i];
    }
  }
  return counts;
}

void check(std::uint64_t pairs, const FdsmOptions& options) {
  if (options.trials == 0) throw std::invalid_argument("fdsm needs a trial or more");
  if (pairs > kMostPairsDrawn || options.trials > kMostDrawnPairs / pairs)
    throw LimitError("fdsm would count " + std::to_string(pairs) + " pairs in " +
                     std::to_string(options.trials) +
                     " random networks, the limits are 2000000 pairs and 10000000000 counts; take "
                     "fewer --trials, or --model sdsm, its exact stand-in");
}

}  // namespace

std::vector<PairTest> fdsm_tests(const graph::Incidence& units, const FdsmOptions& options) {
  const std::uint64_t n = units.row_count();
  if (n < 2) return {};
  const std::uint64_t pairs = n * (n - 1) / 2;
  check(pairs, options);
  std::vector<std::uint32_t> observed(pairs, 0);
  count_shared(units, observed);

  std::vector<Counts> walks(kWalks);
  parallel_blocks(kWalks, options.threads, [&](std::size_t walk) {
    const std::uint64_t draws = options.trials / kWalks + (walk < options.trials % kWalks ? 1 : 0);
    walks[walk] = walked(units, observed, draws, RandomEngine(options.seed, walk + 1));
  });

  std::vector<PairTest> tests;
  tests.reserve(pairs);
  const auto trials = static_cast<double>(options.trials);
  for (std::uint32_t a = 0; a < n; ++a)
    for (std::uint32_t b = a + 1; b < n; ++b) {
      const std::size_t i = tests.size();
      double above = 0, below = 0, shared = 0;
      for (const Counts& counts : walks) {
        above += counts.above[i];
        below += counts.below[i];
        shared += static_cast<double>(counts.shared[i]);
      }
      tests.push_back({a, b, observed[i], shared / trials, (1 + above) / (1 + trials),
                       (1 + below) / (1 + trials)});
    }
  return tests;
}

double monte_carlo_error(double p, std::uint64_t trials) {
  return std::sqrt(p * (1 - p) / static_cast<double>(trials));
}

}  // namespace respnet::analysis
