#pragma once

#include <cstddef>
#include <vector>

namespace respnet::graph {

/// Logarithms of the counts that description lengths are made of, tabled.
class BlockCounts {
 public:
  /// @param edges  and `widest`: the largest sum and number of parts of log_partitions()
  /// @param cells  pairs of groups at most
  BlockCounts(std::size_t edges, std::size_t widest, std::size_t cells);

  double log_factorial(std::size_t n) const { return log_factorial_[n]; }
  double log_binomial(std::size_t n, std::size_t k) const {
    return log_factorial_[n] - log_factorial_[k] - log_factorial_[n - k];
  }
  /// Partitions of `sum` into at most `parts` parts.
  double log_partitions(std::size_t sum, std::size_t parts) const {
    return log_partitions_[sum * row_ + parts];
  }

 private:
  std::size_t row_;
  std::vector<double> log_factorial_, log_partitions_;
};

}  // namespace respnet::graph
