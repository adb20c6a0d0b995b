#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "respnet/graph/incidence.hpp"

namespace respnet::graph {

/// Row and column of a matrix.
using Cell = std::pair<std::uint32_t, std::uint32_t>;

/// Most cells of the matrix, and most sweeps.
inline constexpr std::uint64_t kMostLockedCells = 4'000'000;
inline constexpr int kMostSweeps = 20'000;

/// The bipartite configuration model (graph::bicm) in which some cells keep their value: what must
/// be stays 1, what cannot be stays 0, and the others are as random as can be while every row and
/// column sum holds on average.
///
/// p_it = x_i y_t / (1 + x_i y_t) over the cells that are free. Each sweep solves every row, then
/// every column, which climbs the concave likelihood, until no expected sum is off by 1e-9.
/// @param locked  cells, in any order; any may be listed twice
/// @return        a chance for each cell, by row, then column
/// @throws std::invalid_argument  on a cell outside the matrix
/// @throws LimitError  above kMostLockedCells cells, or when kMostSweeps are not enough
/// Cost: O(cells) a sweep. Without locks, the chances of bicm().
/// Source: Z. P. Neal and J. W. Neal, Stochastic degree sequence model with edge constraints
/// (SDSM-EC) for backbone extraction, 2024.
std::vector<double> bicm_with_locked(const Incidence& matrix, std::span<const Cell> locked);

}  // namespace respnet::graph
