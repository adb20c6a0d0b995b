#pragma once

// 0-1 matrices written as text.

#include <string_view>
#include <vector>

#include "respnet/base/random.hpp"
#include "respnet/graph/incidence.hpp"

namespace respnet::test {

inline graph::Incidence incidence(const std::vector<std::string_view>& rows) {
  graph::Incidence matrix;
  for (const std::string_view row : rows) {
    matrix.column_count = static_cast<std::uint32_t>(row.size());
    for (std::uint32_t column = 0; column < row.size(); ++column)
      if (row[column] == '1') matrix.columns.push_back(column);
    matrix.offsets.push_back(matrix.columns.size());
  }
  return matrix;
}

/// Each cell 1 with the given chance.
inline graph::Incidence random_incidence(std::size_t rows, std::uint32_t columns, double chance,
                                         RandomEngine& engine) {
  graph::Incidence matrix;
  matrix.column_count = columns;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::uint32_t column = 0; column < columns; ++column)
      if (uniform(engine) < chance) matrix.columns.push_back(column);
    matrix.offsets.push_back(matrix.columns.size());
  }
  return matrix;
}

}  // namespace respnet::test
