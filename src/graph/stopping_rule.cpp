#include "graph/stopping_rule.hpp"

#include <cmath>

namespace respnet::graph {
namespace {

constexpr double kEvenShare = 0.001;  // of delta

// The least C, nearly, for which Σ_v 2 exp(-C ε²/b_v) <= bound, as C ε².
double balance(std::span<const double> shares, double bound) {
  const auto sum = [&](double c) {
    double total = 0;
    for (const double share : shares) total += 2 * std::exp(-c / share);
    return total;
  };
  double low = 0;
  double high = std::log(2 * static_cast<double>(shares.size()) / bound);  // as all shares are <= 1
  for (int step = 0; step < 50; ++step) {
    const double middle = (low + high) / 2;
    (sum(middle) <= bound ? high : low) = middle;
  }
  return high;
}

}  // namespace

StoppingRule::StoppingRule(double epsilon, double delta, std::uint64_t most,
                           std::span<const std::uint64_t> first, std::uint64_t samples)
    : epsilon_(epsilon), most_(static_cast<double>(most)), doubt_(first.size()) {
  std::vector<double> shares;
  for (const std::uint64_t count : first)
    if (count > 0) shares.push_back(static_cast<double>(count) / static_cast<double>(samples));
  const double c = shares.empty() ? 0 : balance(shares, delta * (1 - kEvenShare));
  const double even = delta * kEvenShare / (2 * static_cast<double>(first.size()));
  std::size_t next = 0;
  for (std::size_t v = 0; v < first.size(); ++v)
    doubt_[v] = -std::log(even + (first[v] > 0 ? std::exp(-c / shares[next++]) : 0));
}

bool StoppingRule::met(std::span<const std::uint64_t> counts, std::uint64_t samples) const {
  const auto drawn = static_cast<double>(samples);
  const double left = most_ / drawn;
  const double under = 1.0 / 3 - left, over = 1.0 / 3 + left;
  for (std::size_t v = 0; v < counts.size(); ++v) {
    const double spread = 2 * static_cast<double>(counts[v]) * left / doubt_[v];
    const double f = doubt_[v] / drawn * (under + std::sqrt(under * under + spread));
    const double g = doubt_[v] / drawn * (over + std::sqrt(over * over + spread));
    if (f > epsilon_ || g > epsilon_) return false;
  }
  return true;
}

}  // namespace respnet::graph
