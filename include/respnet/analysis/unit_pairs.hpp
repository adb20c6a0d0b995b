#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/unit_pairs.hpp"

namespace respnet::analysis {

using graph::UnitPair;

/// Most pairs that are listed without being asked to.
inline constexpr std::size_t kMostPairs = 1'000'000;

struct PairOptions {
  std::uint32_t min_shared = 1;  ///< least tasks a pair must share; >= 1
  std::size_t top = 0;           ///< keep so many, those that share most; 0: all
};

/// The pairs of units with enough shared tasks: most shared first, then by a, then by b.
/// @throws std::invalid_argument  when min_shared is 0
/// @throws LimitError  above a million pairs; with a minimum above 1 or a top count, above what
///                     half of usable_memory() holds as a table
/// Cost: O(Σ_t k_t² + pairs kept) time; memory O(pairs kept), however many there are.
std::vector<UnitPair> unit_pairs(const graph::BipartiteGraph& graph,
                                 const PairOptions& options = {}, unsigned threads = 0);

}  // namespace respnet::analysis
