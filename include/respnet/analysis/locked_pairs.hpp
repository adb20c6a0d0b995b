#pragma once

#include <span>
#include <vector>

#include "respnet/analysis/backbone.hpp"
#include "respnet/graph/locked_bicm.hpp"

namespace respnet::analysis {

/// Most chances that the distributions are made of, in all.
inline constexpr double kMostPairChances = 2e9;

/// Every pair of rows as pair_tests() gives them, by SDSM with edge constraints: locked cells keep
/// their value in every random matrix. A unit that can have no part in a task is then no reason to
/// wonder that it shares it with nobody, and one that must take part none that it does.
///
/// Exact Poisson-binomial chances of the products of graph::bicm_with_locked().
/// @param locked  unit number, task
/// @throws LimitError  above kMostPairTests pairs or kMostPairChances; as bicm_with_locked()
/// Cost: O(pairs · tasks · shared tasks that have a chance).
/// Source: see graph::bicm_with_locked.
std::vector<PairTest> locked_pair_tests(const graph::Incidence& units,
                                        std::span<const graph::Cell> locked, unsigned threads = 0);

}  // namespace respnet::analysis
