#include "respnet/analysis/centralization.hpp"

#include <algorithm>

namespace respnet::analysis {
namespace {

double below_largest(double largest, std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += largest - value;
  return sum;
}

// Closeness that a star of n own and m other vertices lacks, summed over both modes.
double star_closeness(double n, double m) {
  if (n <= m)
    return 2 * (n - 1) * (m + n - 4) / (3 * m + 4 * n - 8) +
           2 * (n - 1) * (n - 2) / (2 * m + 3 * n - 6) +
           2 * (n - 1) * (m - n + 1) / (2 * m + 3 * n - 4);
  return 2 * (m - 1) * (m + n - 2) / (3 * m + 4 * n - 8) +
         2 * (n - m) * (2 * m - 1) / (5 * m + 2 * n - 6) +
         2 * (m - 1) * (n - 2) / (2 * m + 3 * n - 6) + 2 * (m - 1) / (n + 4 * m - 4);
}

}  // namespace

std::optional<double> centralization(Centrality centrality, std::span<const double> own,
                                     std::span<const double> other) {
  if (own.size() < 2 || other.size() < 2) return std::nullopt;
  const auto n = static_cast<double>(own.size()), m = static_cast<double>(other.size());
  const double largest = *std::ranges::max_element(own);
  switch (centrality) {
    case Centrality::Degree:
      return below_largest(largest, own) * m / ((n - 1) * (m - 1));
    case Centrality::Betweenness:
      return below_largest(largest, own) / (n - 1);
    default:
      return (below_largest(largest, own) + below_largest(largest, other)) / star_closeness(n, m);
  }
}

}  // namespace respnet::analysis
