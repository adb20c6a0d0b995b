#include "respnet/viz/heat_scale.hpp"

#include <algorithm>
#include <cmath>

namespace respnet::viz {

std::size_t heat_step(std::size_t count, std::size_t most) {
  if (count == 0) return 0;
  const double share = static_cast<double>(count) / static_cast<double>(std::max(most, kHeatSteps));
  return std::max<std::size_t>(
      1, static_cast<std::size_t>(std::lround(share * static_cast<double>(kHeatSteps))));
}

}  // namespace respnet::viz
