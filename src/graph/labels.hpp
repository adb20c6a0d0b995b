#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace respnet::graph {

/// Renumbers labels from 0 by how often they occur, most first; equal counts by first place.
/// Returns the counts, by new label. Labels must be below the number of places.
std::vector<std::uint32_t> number_by_size(std::span<std::uint32_t> labels);

}  // namespace respnet::graph
