#pragma once

#include <cstdint>
#include <vector>

#include "respnet/analysis/backbone.hpp"
#include "respnet/graph/incidence.hpp"

namespace respnet::analysis {

struct FdsmOptions {
  std::uint64_t trials = 10'000;  ///< random matrices to draw; >= 1
  std::uint64_t seed = 1;
  unsigned threads = 0;  ///< 0: all; changes no result
};

/// Most pairs of units times trials, and most pairs: counts of all pairs are held eight times.
inline constexpr std::uint64_t kMostDrawnPairs = 10'000'000'000;
inline constexpr std::uint64_t kMostPairsDrawn = 2'000'000;

/// Every pair of rows as pair_tests() gives them, under the fixed degree sequence model: matrices
/// in which each unit has as many tasks and each task as many units as observed.
///
/// No formula gives these chances, so matrices are drawn by graph::Curveball: eight walks, each
/// from the observed matrix, 5 trades a unit between draws. `upper` is (1 + #{X >= shared}) /
/// (1 + trials), `lower` likewise, never 0; `expected` the mean. Their Monte-Carlo error is that of
/// monte_carlo_error().
/// @param units  rows units, columns tasks
/// @throws std::invalid_argument  without trials
/// @throws LimitError             above the limits
/// Cost: O(trials · (5 · ones + Σ k_t²)). Memory: 16 bytes a pair and walk.
/// Source: K. A. Zweig and M. Kaufmann, Social Network Analysis and Mining 1, 2011,
/// doi:10.1007/s13278-011-0021-0; p with +1: North et al. 2002, doi:10.1086/341527.
std::vector<PairTest> fdsm_tests(const graph::Incidence& units, const FdsmOptions& options = {});

/// Standard error of a p-value that so many trials gave: √(p (1 - p) / trials).
double monte_carlo_error(double p, std::uint64_t trials);

}  // namespace respnet::analysis
