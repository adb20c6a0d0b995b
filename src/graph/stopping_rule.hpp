#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace respnet::graph {

/// Tells when shares that are estimated from samples are all within epsilon, looked at as often as
/// one likes.
///
/// Of at most ω samples τ are drawn, c of which count for v, b' = c / τ. With chances δ_v to be
/// wrong on either side, Σ_v 2 δ_v <= δ, the true share is at least b' - f and at most b' + g,
///
///   f = ln(1/δ_v) / τ (1/3 - ω/τ + √((1/3 - ω/τ)² + 2 b' ω / ln(1/δ_v)))
///   g = ln(1/δ_v) / τ (1/3 + ω/τ + √((1/3 + ω/τ)² + 2 b' ω / ln(1/δ_v))).
///
/// δ_v is larger where b_v seems to be: exp(-C ε²/b_v) for the least C that leaves the sum right,
/// and a thousandth of δ shared out evenly. Source: M. Borassi and E. Natale, ACM Journal of
/// Experimental Algorithmics 24, 2019, doi:10.1145/3284359.
class StoppingRule {
 public:
  /// @param first    counts of `samples` samples that are not among those judged later
  /// @param delta    in (0, 1), of all errors together
  /// @param most     ω
  StoppingRule(double epsilon, double delta, std::uint64_t most,
               std::span<const std::uint64_t> first, std::uint64_t samples);

  /// Whether every share is known to be within epsilon. @pre samples > 0
  bool met(std::span<const std::uint64_t> counts, std::uint64_t samples) const;

 private:
  double epsilon_;
  double most_;
  std::vector<double> doubt_;  // by vertex: ln(1/δ_v)
};

}  // namespace respnet::graph
