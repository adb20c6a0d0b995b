#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// A 0-1 matrix by rows: which columns are 1 in each row, ascending. What null models draw.
struct Incidence {
  std::vector<std::uint64_t> offsets{0};  ///< row count + 1 entries
  std::vector<std::uint32_t> columns;     ///< of each row in turn
  std::uint32_t column_count = 0;

  std::size_t row_count() const { return offsets.size() - 1; }
  std::size_t degree(std::size_t row) const { return offsets[row + 1] - offsets[row]; }
  std::span<const std::uint32_t> row(std::size_t i) const {
    return std::span(columns).subspan(offsets[i], degree(i));
  }
  friend bool operator==(const Incidence&, const Incidence&) = default;
};

/// Rows the units by number, columns the tasks by TaskId. Cost: O(assignments).
Incidence unit_rows(const BipartiteGraph& graph);

/// Rows for columns. Cost: O(rows + columns + ones).
Incidence transposed(const Incidence& matrix);

/// Ones by row, and by column. Cost: O(rows), O(ones).
std::vector<std::uint32_t> row_sums(const Incidence& matrix);
std::vector<std::uint32_t> column_sums(const Incidence& matrix);

}  // namespace respnet::graph
