#include "graph/proportion_bound.hpp"

#include <algorithm>
#include <cmath>

namespace respnet::graph {
namespace {

// p times log(q), 0 where nothing is weighed.
double weighed_log(double p, double q) { return p == 0 ? 0 : p * std::log(q); }

// The largest p with KL(seen ‖ p) <= x; `own` is the negative entropy of `seen`. The entropy is
// convex in p, so Newton's method comes down to it from any point above and never passes it, so
// that it may end at any step.
double largest(double seen, double own, double x) {
  if (seen >= 1) return 1;
  if (seen <= 0) return -std::expm1(-x);
  double p = seen + std::min({x + std::sqrt(x * x + 2 * seen * x), std::sqrt(2 * (1 - seen) * x),
                              std::sqrt(x / 2)});
  const auto excess = [&](double at) {
    return own - x - seen * std::log(at) - (1 - seen) * std::log1p(-at);
  };
  constexpr double kTop = 1 - 1e-12;
  if (p >= kTop) {
    p = kTop;
    if (excess(p) <= 0) return 1;
  }
  for (int step = 0; step < 60; ++step) {
    const double above = excess(p);
    if (above < 1e-4 * x) break;
    p -= above * p * (1 - p) / (p - seen);
  }
  return p;
}

}  // namespace

Proportion proportion(double some, double sample, double log_term) {
  if (sample <= 0) return {0, 1};
  const double seen = some / sample, x = log_term / sample;
  const double own = weighed_log(seen, seen) + weighed_log(1 - seen, 1 - seen);
  return {1 - largest(1 - seen, own, x), largest(seen, own, x)};
}

}  // namespace respnet::graph
