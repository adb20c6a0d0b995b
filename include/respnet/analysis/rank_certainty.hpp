#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "respnet/analysis/workload.hpp"

namespace respnet::analysis {

struct RankOptions {
  std::size_t samples = 1000;  ///< > 0
  std::size_t top = 3;         ///< > 0
  double confidence = 0.95;    ///< in (0, 1)
  std::uint64_t seed = 1;
  unsigned threads = 0;     ///< 0: all; the result does not depend on it
  double most_steps = 4e9;  ///< more are refused before any work
};

/// Ranks of units by a load, and how far they can be trusted. All columns by unit number.
///
/// The rank of a unit is 1 + the number of units that carry more; equal loads share a rank.
struct RankCertainty {
  std::vector<std::uint32_t> rank;  ///< in the plan as it is
  std::vector<std::uint32_t> low,
      high;                    ///< bounds of the middle `confidence` of the samples' ranks
  std::vector<double> in_top;  ///< share of the samples with a rank of at most `top`
  std::size_t samples = 0;
};

/// Ranks when the tasks of the plan are drawn anew: each sample draws as many tasks as there are,
/// with replacement, and ranks the units by what they carry in these (percentile bootstrap).
///
/// It tells how much a rank rests on single tasks. A unit leads the ranking surely if `high` is 1.
/// @throws LimitError             when samples × (edges + units log units) exceed `most_steps`
/// @throws std::invalid_argument  on an option out of range
/// Cost: O(samples · (edges + units log units)) time; memory 8 bytes per unit and sample.
/// Source: B. Efron, The Annals of Statistics 7(1), 1979, doi:10.1214/aos/1176344552; H. Goldstein
/// and D. Spiegelhalter, Journal of the Royal Statistical Society A 159(3), 1996,
/// doi:10.2307/2983325 (why ranks need intervals).
RankCertainty rank_certainty(const graph::BipartiteGraph& graph, LoadKind load,
                             const RankOptions& options = {});

/// The same of several loads, from the same samples: by their order in `loads`.
std::vector<RankCertainty> rank_certainties(const graph::BipartiteGraph& graph,
                                            std::span<const LoadKind> loads,
                                            const RankOptions& options = {});

/// How many samples a graph of this size is given where nobody said: 1000, fewer for large ones so
/// that they take some seconds, 200 at least.
std::size_t rank_samples(const graph::BipartiteGraph& graph);

/// The lowest and highest rank that each unit can have by lead + ω support, over all ω in [0, 1]:
/// what of the ranking by weighted load hangs on the weight of support.
struct RoleWeightRanks {
  std::vector<std::uint32_t> low, high;  ///< by unit number
};

/// @param lead, support  tasks led and tasks supported, by unit number, of one length
/// @throws LimitError  for more than 5,000 units
/// Cost: O(n² log n). Exact: two units change places at one ω at most, and all of these are looked
/// at.
RoleWeightRanks role_weight_ranks(std::span<const std::uint32_t> lead,
                                  std::span<const std::uint32_t> support);

}  // namespace respnet::analysis
