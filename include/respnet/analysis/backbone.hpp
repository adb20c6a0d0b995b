#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "respnet/graph/incidence.hpp"

namespace respnet::analysis {

/// What a random network has in common with the observed one, when two units that share many tasks
/// are to be told from two that share them by chance.
enum class BackboneModel : std::uint8_t {
  FixedFill,  ///< the number of assignments
  FixedRow,   ///< the tasks of each unit; ignores that tasks of many units make pairs by the dozen
  FixedColumn,  ///< the units of each task
  Sdsm,         ///< both, on average (graph::bicm)
};

/// "fixedfill", "fixedrow", "fixedcol", "sdsm".
std::string_view name(BackboneModel model);
std::optional<BackboneModel> backbone_model_named(std::string_view name);

/// How unusual the shared tasks of two units are.
struct PairTest {
  std::uint32_t a;  ///< unit number
  std::uint32_t b;  ///< unit number, a < b
  std::uint32_t shared;
  double expected;  ///< mean of the shared tasks under the model
  double upper;     ///< P(X >= shared): small where they share more than by chance
  double lower;     ///< P(X <= shared)
};

/// Most pairs that are tested.
inline constexpr std::uint64_t kMostPairTests = 10'000'000;

/// Every pair of rows (all n (n - 1) / 2, also those that share nothing), by a, then b.
///
/// The p-values are exact: hypergeometric, or Poisson-binomial by convolution. Correct them with
/// adjusted_p().
/// @param units  rows units, columns tasks
/// @param threads  0: all; changes no result
/// @throws LimitError  above kMostPairTests pairs, or as graph::bicm()
/// Cost: shared tasks O(Σ k_t²); one distribution for every pair of different degrees, at most
/// that of poisson_binomial() over the different task sizes. O(pairs) memory.
/// Source: Z. Neal, R. Domagalski and B. Sagan, Scientific Reports 11:23929, 2021,
/// doi:10.1038/s41598-021-03238-3; fixedrow: M. Tumminello et al., PLoS ONE 6(3), 2011,
/// doi:10.1371/journal.pone.0017994; SDSM: Z. Neal, Social Networks 39, 2014,
/// doi:10.1016/j.socnet.2014.06.001.
std::vector<PairTest> pair_tests(const graph::Incidence& units, BackboneModel model,
                                 unsigned threads = 0);

}  // namespace respnet::analysis
