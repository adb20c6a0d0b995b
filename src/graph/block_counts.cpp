#include "graph/block_counts.hpp"

#include <algorithm>
#include <cmath>

namespace respnet::graph {

BlockCounts::BlockCounts(std::size_t edges, std::size_t widest, std::size_t cells)
    : row_(widest + 1),
      log_factorial_(cells + edges + widest + 1, 0),
      log_partitions_((edges + 1) * row_, 0) {
  long double sum = 0;  // of a million terms, of which differences count
  for (std::size_t n = 2; n < log_factorial_.size(); ++n) {
    sum += std::log(static_cast<long double>(n));
    log_factorial_[n] = static_cast<double>(sum);
  }
  // q(m, n) = q(m, n - 1) + q(m - n, n): with less than n parts, or one less of each.
  std::vector<double>& q = log_partitions_;
  std::fill_n(q.begin(), row_, 1.0);
  for (std::size_t m = 1; m <= edges; ++m)
    for (std::size_t n = 1; n <= widest; ++n)
      q[m * row_ + n] = q[m * row_ + n - 1] + (n <= m ? q[(m - n) * row_ + n] : 0);
  for (double& count : q) count = count > 0 ? std::log(count) : 0;  // nothing has 0 parts but 0
}

}  // namespace respnet::graph
