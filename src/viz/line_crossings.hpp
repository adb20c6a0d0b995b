#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "respnet/viz/geometry.hpp"

namespace respnet::viz {

/// How often lines cross each other; a line does not cross itself, and ends that meet in one point
/// do not cross.
/// @param most  comparisons of two segments after which it gives up
/// @return  empty: given up
/// Cost: a sweep along x: O(n log n) and one comparison for each two segments with a common x.
std::optional<std::size_t> line_crossings(std::span<const std::vector<Point>> lines,
                                          std::size_t most = 200'000'000);

}  // namespace respnet::viz
