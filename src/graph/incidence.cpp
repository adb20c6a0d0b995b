#include "respnet/graph/incidence.hpp"

#include <numeric>

namespace respnet::graph {

Incidence unit_rows(const BipartiteGraph& graph) {
  Incidence matrix;
  matrix.column_count = static_cast<std::uint32_t>(graph.task_count());
  matrix.columns.reserve(graph.edge_count());
  for (std::size_t unit = 0; unit < graph.unit_count(); ++unit) {
    const auto tasks = graph.neighbors(graph.unit_vertex(unit));
    matrix.columns.insert(matrix.columns.end(), tasks.begin(), tasks.end());
    matrix.offsets.push_back(matrix.columns.size());
  }
  return matrix;
}

Incidence transposed(const Incidence& matrix) {
  Incidence turned;
  turned.column_count = static_cast<std::uint32_t>(matrix.row_count());
  turned.offsets.assign(std::size_t{matrix.column_count} + 1, 0);
  for (const std::uint32_t column : matrix.columns) ++turned.offsets[column + 1];
  std::partial_sum(turned.offsets.begin(), turned.offsets.end(), turned.offsets.begin());
  turned.columns.resize(matrix.columns.size());
  std::vector<std::uint64_t> next(turned.offsets.begin(), turned.offsets.end() - 1);
  for (std::size_t row = 0; row < matrix.row_count(); ++row)
    for (const std::uint32_t column : matrix.row(row))
      turned.columns[next[column]++] = static_cast<std::uint32_t>(row);
  return turned;
}

std::vector<std::uint32_t> row_sums(const Incidence& matrix) {
  std::vector<std::uint32_t> sums(matrix.row_count());
  for (std::size_t row = 0; row < sums.size(); ++row)
    sums[row] = static_cast<std::uint32_t>(matrix.degree(row));
  return sums;
}

std::vector<std::uint32_t> column_sums(const Incidence& matrix) {
  std::vector<std::uint32_t> sums(matrix.column_count, 0);
  for (const std::uint32_t column : matrix.columns) ++sums[column];
  return sums;
}

}  // namespace respnet::graph
