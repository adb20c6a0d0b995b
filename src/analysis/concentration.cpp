#include "respnet/analysis/concentration.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace respnet::analysis {
namespace {

// Loads that are counts, as most are, are sorted by counting.
void sort_loads(std::vector<double>& loads) {
  const auto largest = std::ranges::max_element(loads);
  const bool counts = largest != loads.end() && *largest <= 4 * static_cast<double>(loads.size()) &&
                      std::ranges::all_of(loads, [](double x) { return x == std::trunc(x); });
  if (!counts) {
    std::ranges::sort(loads);
    return;
  }
  std::vector<std::uint32_t> times(static_cast<std::size_t>(*largest) + 1, 0);
  for (const double load : loads) ++times[static_cast<std::size_t>(load)];
  auto next = loads.begin();
  for (std::size_t value = 0; value < times.size(); ++value)
    next = std::fill_n(next, times[value], static_cast<double>(value));
}

// Shares of the total, ascending, so that no sum depends on the order of units; empty without load.
std::vector<double> ascending_shares(std::span<const double> load) {
  if (!std::ranges::all_of(load, [](double x) { return std::isfinite(x) && x >= 0; }))
    throw std::invalid_argument("concentration: every load must be finite and >= 0");

  std::vector<double> shares(load.begin(), load.end());
  sort_loads(shares);
  if (shares.empty() || shares.back() == 0) return {};
  const double largest = shares.back();  // divided by first: a total of huge loads is infinite
  for (double& share : shares) share /= largest;
  const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= total;
  return shares;
}

double largest_share(std::span<const double> ascending, std::size_t count) {
  if (count >= ascending.size()) return 1;
  const auto top = ascending.last(count);
  return std::accumulate(top.begin(), top.end(), 0.0);
}

// Load of the units up to the fraction `part` of all, the unit on the line in proportion.
double share_below(std::span<const double> ascending, double part) {
  const double line = part * static_cast<double>(ascending.size());
  const auto whole = std::min(static_cast<std::size_t>(line), ascending.size());
  const auto below = ascending.first(whole);
  const double sum = std::accumulate(below.begin(), below.end(), 0.0);
  if (whole == ascending.size()) return sum;
  return sum + (line - static_cast<double>(whole)) * ascending[whole];
}

// A function of shares that come in order: worked out anew only where the share changes, as loads
// that are counts repeat.
template <typename Function>
class OfShare {
 public:
  explicit OfShare(Function function) : function_(std::move(function)) {}
  double operator()(double share) {
    if (share != share_) {
      share_ = share;
      value_ = function_(share);
    }
    return value_;
  }

 private:
  Function function_;
  double share_ = -1, value_ = 0;
};

void add_rarer_indices(std::span<const double> shares, Concentration& result) {
  const auto n = static_cast<double>(shares.size());
  double variance = 0, roots = 0, logarithms = 0;
  OfShare root([n](double share) { return std::sqrt(share * n) / n; });
  OfShare logarithm([n](double share) { return std::log(share * n) / n; });
  for (const double share : shares) {
    variance += (share * n - 1) * (share * n - 1) / n;
    roots += root(share);
    if (shares.front() > 0) logarithms -= logarithm(share);
  }
  if (shares.size() > 1) result.gini_corrected = *result.gini * n / (n - 1);
  result.cv = std::sqrt(variance);
  result.atkinson = std::max(0.0, 1 - roots * roots);
  if (shares.front() > 0) result.mld = std::max(0.0, logarithms);
  if (const double idle = share_below(shares, 0.4); idle > 0)
    result.palma = (1 - share_below(shares, 0.9)) / idle;
}

}  // namespace

Concentration concentration(std::span<const double> load) {
  const std::vector<double> shares = ascending_shares(load);
  if (shares.empty()) return {};

  const auto n = static_cast<double>(shares.size());
  double rank = 0, spread = 0, squares = 0, theil = 0, entropy = 0, distance = 0;
  OfShare information([n](double share) { return share * std::log(share * n); });
  OfShare surprise([](double share) { return share * std::log(share); });
  for (const double share : shares) {
    spread += (2 * ++rank - n - 1) * share;
    squares += share * share;
    distance += std::abs(share - 1 / n);
    if (share == 0) continue;  // x ln x is 0 at 0
    theil += information(share);
    entropy -= surprise(share);
  }

  Concentration result;  // rounding may take an even load below 0: clamped
  result.gini = std::max(0.0, spread) / n;
  result.hhi = squares;
  result.effective_units = 1 / squares;
  result.theil = std::max(0.0, theil);
  result.hoover = distance / 2;
  result.entropy = std::max(0.0, entropy);
  if (shares.size() > 1) {
    result.hhi_normalized = std::max(0.0, squares - 1 / n) / (1 - 1 / n);
    result.evenness = std::min(1.0, *result.entropy / std::log(n));
  }
  result.cr1 = largest_share(shares, 1);
  result.cr3 = largest_share(shares, 3);
  result.cr5 = largest_share(shares, 5);
  result.max_over_mean = shares.back() * n;
  add_rarer_indices(shares, result);
  return result;
}

std::vector<LorenzPoint> lorenz_curve(std::span<const double> load) {
  const std::vector<double> shares = ascending_shares(load);
  if (shares.empty()) return {};

  const auto n = static_cast<double>(shares.size());
  std::vector<LorenzPoint> curve{{0, 0}};
  curve.reserve(shares.size() + 1);
  double rank = 0, carried = 0;
  for (const double share : shares) curve.push_back({++rank / n, carried += share});
  curve.back() = {1, 1};  // not 0.9999…
  return curve;
}

}  // namespace respnet::analysis
