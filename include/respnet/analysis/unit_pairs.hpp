#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/co_responsibility_graph.hpp"

namespace respnet::analysis {

/// Most pairs that are listed without being asked to.
inline constexpr std::size_t kMostPairs = 1'000'000;

struct PairOptions {
  std::uint32_t min_shared = 1;  ///< least tasks a pair must share; >= 1
  std::size_t top = 0;           ///< keep so many, those that share most; 0: all
};

/// Two units that share a task.
struct UnitPair {
  std::uint32_t a;       ///< unit number
  std::uint32_t b;       ///< unit number, a < b
  std::uint32_t shared;  ///< tasks both take part in, > 0
  std::uint64_t arc;     ///< where a's row of the projection holds b: the same for every weight
};

/// The pairs of units with enough shared tasks: most shared first, then by a, then by b.
///
/// @param shared  a projection with ProjectionWeight::Shared
/// @throws std::invalid_argument  when min_shared is 0
/// @throws LimitError  above a million pairs, if neither a minimum above 1 nor a top count is given
/// Cost: O(pairs log pairs) time, O(pairs kept) memory, or O(pairs with min_shared) with a top.
std::vector<UnitPair> unit_pairs(const graph::CoResponsibilityGraph& shared,
                                 const PairOptions& options = {});

}  // namespace respnet::analysis
