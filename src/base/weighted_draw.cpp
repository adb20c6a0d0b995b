#include "respnet/base/weighted_draw.hpp"

#include <cmath>
#include <numeric>
#include <stdexcept>

namespace respnet {

// Every place holds a mean weight's worth: what a light one lacks is given by a heavy one, which
// becomes its `other`.
WeightedDraw::WeightedDraw(std::span<const double> weights)
    : keep_(weights.begin(), weights.end()), other_(weights.size()) {
  for (const double weight : weights)
    if (!std::isfinite(weight) || weight < 0)
      throw std::invalid_argument("weights to draw by must be finite and >= 0");
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!(total > 0)) throw std::invalid_argument("no weight to draw by is above 0");

  std::vector<std::uint32_t> light, heavy;
  for (std::uint32_t place = 0; place < keep_.size(); ++place) {
    keep_[place] *= static_cast<double>(keep_.size()) / total;
    (keep_[place] < 1 ? light : heavy).push_back(place);
  }
  while (!light.empty() && !heavy.empty()) {
    const std::uint32_t taker = light.back();
    const std::uint32_t giver = heavy.back();
    light.pop_back();
    other_[taker] = giver;
    keep_[giver] -= 1 - keep_[taker];
    if (keep_[giver] >= 1) continue;
    heavy.pop_back();
    light.push_back(giver);
  }
  // Rounding left these a hair away from 1.
  for (const std::uint32_t place : light) keep_[place] = 1;
  for (const std::uint32_t place : heavy) keep_[place] = 1;
}

}  // namespace respnet
