#pragma once

#include <cstddef>

namespace respnet::viz {

/// Steps of the scale on which tables of counts are coloured.
inline constexpr std::size_t kHeatSteps = 6;

/// The step of a count, by its share of the largest: 1 to kHeatSteps, 0 for none. Up to six each
/// count has its own, so that few tasks look like few.
/// @pre count <= most
std::size_t heat_step(std::size_t count, std::size_t most);

}  // namespace respnet::viz
