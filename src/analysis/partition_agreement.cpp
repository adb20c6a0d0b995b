#include "respnet/analysis/partition_agreement.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace respnet::analysis {
namespace {

// How often each value comes, in order of the values.
template <typename T>
std::vector<double> counts(std::vector<T> values) {
  std::ranges::sort(values);
  std::vector<double> result;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i == 0 || values[i] != values[i - 1]) result.push_back(0);
    ++result.back();
  }
  return result;
}

double pairs(const std::vector<double>& sizes) {
  double sum = 0;
  for (const double size : sizes) sum += size * (size - 1) / 2;
  return sum;
}

double entropy(const std::vector<double>& sizes, double n) {
  double sum = 0;
  for (const double size : sizes) sum -= size / n * std::log(size / n);
  return sum;
}

double adjusted_rand(double both, double of_a, double of_b, double all) {
  const double expected = all == 0 ? 0 : of_a * of_b / all;
  const double most = (of_a + of_b) / 2;
  return most == expected ? 1 : (both - expected) / (most - expected);
}

// Mean mutual information over all ways to deal n things into parts of these sizes: parts of x and
// y share k things with the chance of the hypergeometric distribution.
double expected_information(const std::vector<double>& of_a, const std::vector<double>& of_b,
                            std::size_t things) {
  std::vector<double> log_factorial(things + 1, 0);
  for (std::size_t i = 2; i <= things; ++i)
    log_factorial[i] = log_factorial[i - 1] + std::log(static_cast<double>(i));
  const auto lf = [&](double i) { return log_factorial[static_cast<std::size_t>(i)]; };
  const auto n = static_cast<double>(things);
  double sum = 0;
  for (const double x : of_a)
    for (const double y : of_b)
      for (double k = std::max(1.0, x + y - n); k <= std::min(x, y); ++k)
        sum += k / n * std::log(n * k / (x * y)) *
               std::exp(lf(x) + lf(y) + lf(n - x) + lf(n - y) - lf(n) - lf(k) - lf(x - k) -
                        lf(y - k) - lf(n - x - y + k));
  return sum;
}

}  // namespace

PartitionAgreement partition_agreement(std::span<const std::uint32_t> a,
                                       std::span<const std::uint32_t> b) {
  if (a.size() != b.size())
    throw std::invalid_argument("partition agreement: " + std::to_string(a.size()) +
                                " labels against " + std::to_string(b.size()));
  if (a.empty()) return {1, 1, 0};
  const auto n = static_cast<double>(a.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joint;
  for (std::size_t i = 0; i < a.size(); ++i) joint.emplace_back(a[i], b[i]);
  const auto of_a = counts(std::vector(a.begin(), a.end()));
  const auto of_b = counts(std::vector(b.begin(), b.end()));
  const auto of_both = counts(std::move(joint));

  const double h_a = entropy(of_a, n), h_b = entropy(of_b, n), h_both = entropy(of_both, n);
  const double variation = std::max(0.0, 2 * h_both - h_a - h_b);
  const double mutual = std::clamp(h_a + h_b - h_both, 0.0, std::min(h_a, h_b));
  return {adjusted_rand(pairs(of_both), pairs(of_a), pairs(of_b), n * (n - 1) / 2),
          h_a + h_b == 0 ? 1 : 2 * mutual / (h_a + h_b), variation};
}

double adjusted_mutual_information(std::span<const std::uint32_t> a,
                                   std::span<const std::uint32_t> b) {
  const PartitionAgreement found = partition_agreement(a, b);
  const auto of_a = counts(std::vector(a.begin(), a.end()));
  const auto of_b = counts(std::vector(b.begin(), b.end()));
  const auto n = static_cast<double>(a.size());
  const double mean = a.empty() ? 0 : (entropy(of_a, n) + entropy(of_b, n)) / 2;
  const double expected = a.empty() ? 0 : expected_information(of_a, of_b, a.size());
  // One part each or singletons each leave no room above the expectation.
  if (mean - expected < 1e-14) return found.variation_of_information < 1e-12 ? 1 : 0;
  return (found.normalized_mutual_information * mean - expected) / (mean - expected);
}

}  // namespace respnet::analysis
