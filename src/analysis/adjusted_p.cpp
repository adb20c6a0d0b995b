#include "respnet/analysis/adjusted_p.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

namespace respnet::analysis {
namespace {

constexpr std::array<std::string_view, 5> kNames{"none", "bonferroni", "holm", "bh", "by"};

double harmonic(std::size_t n) {
  double sum = 0;
  for (std::size_t i = n; i > 0; --i) sum += 1 / static_cast<double>(i);
  return sum;
}

// What the p-value of rank i (from 0, ascending) is multiplied by.
double factor(Correction correction, std::size_t rank, std::size_t tests) {
  const auto n = static_cast<double>(tests);
  const auto i = static_cast<double>(rank);
  switch (correction) {
    case Correction::Bonferroni:
      return n;
    case Correction::Holm:
      return n - i;
    case Correction::BenjaminiHochberg:
    case Correction::BenjaminiYekutieli:
      return n / (i + 1);
    default:
      return 1;
  }
}

}  // namespace

std::string_view name(Correction correction) {
  return kNames[static_cast<std::size_t>(correction)];
}

std::optional<Correction> correction_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Correction>(found - kNames.begin());
}

std::vector<double> adjusted_p(std::span<const double> p, Correction correction,
                               std::size_t tests) {
  if (tests == 0) tests = p.size();
  if (tests < p.size()) throw std::invalid_argument("more p-values than tests");
  if (!std::ranges::all_of(p, [](double value) { return value >= 0 && value <= 1; }))
    throw std::invalid_argument("a p-value must be within 0 and 1");

  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
  const double more = correction == Correction::BenjaminiYekutieli ? harmonic(tests) : 1;
  std::vector<double> adjusted(p.size());
  for (std::size_t rank = 0; rank < order.size(); ++rank)
    adjusted[order[rank]] = std::min(1.0, p[order[rank]] * factor(correction, rank, tests) * more);

  // A smaller p is never adjusted to a larger one. Holm steps down from the smallest, the others
  // step up from the largest.
  if (correction == Correction::Holm) {
    for (std::size_t rank = 1; rank < order.size(); ++rank)
      adjusted[order[rank]] = std::max(adjusted[order[rank]], adjusted[order[rank - 1]]);
  } else {
    for (std::size_t rank = order.size(); rank-- > 1;)
      adjusted[order[rank - 1]] = std::min(adjusted[order[rank - 1]], adjusted[order[rank]]);
  }
  return adjusted;
}

}  // namespace respnet::analysis
