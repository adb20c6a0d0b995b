#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "respnet/graph/work_options.hpp"

namespace respnet::graph {

/// A matrix of counts, by rows: how often who (row) is found where (column).
struct CountMatrix {
  std::size_t columns = 0;
  std::vector<std::uint32_t> cells;  ///< columns × rows entries

  std::size_t rows() const { return columns == 0 ? 0 : cells.size() / columns; }
  std::span<const std::uint32_t> row(std::size_t i) const {
    return std::span(cells).subspan(i * columns, columns);
  }
};

/// d' of each row: how far it picks its columns otherwise than all rows together do.
///
/// (d - d_min) / (d_max - d_min), d = Σ_j p_j ln(p_j / q_j), p_j the row's share in column j, q_j
/// that of the matrix; d_max = ln(total / row sum); d_min the least d of whole counts with that row
/// sum, found exactly (the sum is convex in each count). In [0, 1]; NaN for an empty row, and where
/// the row is the whole matrix or d_min and d_max are one.
/// Cost: O(cells + total · log columns).
/// Source: N. Blüthgen, F. Menzel and N. Blüthgen, BMC Ecology 6:9, 2006.
std::vector<double> selectiveness(const CountMatrix& matrix);

/// PDI of each row: how far its columns fall below the one it is found in most, Σ_j (1 - x_j / max)
/// / (columns - 1). In [0, 1], 1: one column alone. NaN for an empty row, or with one column.
/// Cost: O(cells). As PDI() of the R package bipartite, normalised.
/// Source: T. Poisot et al., Methods in Ecology and Evolution 3(3), 2012,
/// doi:10.1111/j.2041-210X.2011.00174.x.
std::vector<double> paired_difference(const CountMatrix& matrix);

/// H2': how far rows and columns pick each other, given the sums of both.
///
/// (H_max - H) / (H_max - H_min), H = -Σ p ln p over the cells; H_max the largest H of whole counts
/// with these row and column sums, found exactly; H_min a small one, found by filling the largest
/// cell that the sums allow again and again (the least one is hard to find; where the matrix itself
/// has less, H_min = H). In [0, 1]; empty where the sums leave no choice.
/// @throws LimitError  above `most_steps` steps
/// Cost: O((rows + columns) · cells) for H_min; for H_max a search of O(cells · m) a step, m the
/// fewer of rows and columns.
/// Source: N. Blüthgen, F. Menzel and N. Blüthgen, BMC Ecology 6:9, 2006; as H2fun() of the R
/// package bipartite, whose bounds are found by heuristics both.
std::optional<double> network_specialization(const CountMatrix& matrix,
                                             const WorkOptions& options = {});

/// The whole counts with these row and column sums (of equal totals) whose Σ x ln x is least, by
/// rows: as near to independence as whole counts come; those of H_max.
///
/// Exact: the sum is convex in each cell, so counts are best when no cycle of moves lowers it.
/// @throws LimitError, cost: as network_specialization() for H_max
std::vector<std::uint32_t> most_even_counts(const std::vector<std::uint64_t>& rows,
                                            const std::vector<std::uint64_t>& columns,
                                            const WorkOptions& options = {});

}  // namespace respnet::graph
