#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "respnet/base/random.hpp"

namespace respnet {

/// Draws numbers 0 … n-1 in proportion to given weights, in constant time each: the alias method.
///
/// Source: M. D. Vose, A linear algorithm for generating random numbers with a given distribution,
/// IEEE Transactions on Software Engineering 17(9), 1991, doi:10.1109/32.92917.
class WeightedDraw {
 public:
  /// @throws std::invalid_argument  when there are no weights, one is negative or not finite, or
  ///                                all are 0
  /// Cost: O(n) time, 12 bytes a weight.
  explicit WeightedDraw(std::span<const double> weights);

  std::size_t size() const { return keep_.size(); }
  std::uint32_t operator()(RandomEngine& engine) const {
    const auto place = static_cast<std::uint32_t>(uniform_below(engine, keep_.size()));
    return uniform(engine) < keep_[place] ? place : other_[place];
  }

 private:
  std::vector<double> keep_;          // chance to stay at a place that was drawn
  std::vector<std::uint32_t> other_;  // else go there
};

}  // namespace respnet
