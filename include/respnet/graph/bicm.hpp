#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace respnet::graph {

/// The bipartite configuration model: independent cells, as random as can be while every row and
/// column sum holds on average.
///
/// p_it = x_i y_t / (1 + x_i y_t) with Σ_t p_it the sum of row i and Σ_i p_it that of column t.
/// Rows of one sum have one x, columns of one sum one y, so probabilities are held by classes.
struct Bicm {
  std::vector<std::uint32_t> row_class;      ///< by row
  std::vector<std::uint32_t> column_class;   ///< by column
  std::vector<std::uint32_t> column_counts;  ///< columns of each class
  std::vector<double> probabilities;         ///< class of row × class of column, by row class

  std::size_t column_classes() const { return column_counts.size(); }
  /// The chances of a row, by class of column.
  std::span<const double> row(std::size_t i) const {
    return std::span(probabilities).subspan(row_class[i] * column_classes(), column_classes());
  }
  double probability(std::size_t i, std::size_t t) const { return row(i)[column_class[t]]; }
};

/// Solves the model for these sums; empty and full rows and columns have chances 0 and 1.
///
/// Damped Newton steps on the concave likelihood in ln x and ln y, until no expected sum is off by
/// more than 1e-10 (of a sum above 1: relatively).
/// @throws std::invalid_argument  when the sums of rows and of columns differ in total, or a sum
///                                exceeds the number of columns (or rows)
/// @throws LimitError             when 200 steps are not enough, as for sums no 0-1 matrix has
/// Cost: O(R C min(R, C)) a step with R and C different sums of rows and columns.
/// Source: F. Saracco et al., Scientific Reports 5:10595, 2015, doi:10.1038/srep10595.
Bicm bicm(std::span<const std::uint32_t> row_sums, std::span<const std::uint32_t> column_sums);

}  // namespace respnet::graph
