#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "respnet/graph/co_responsibility_graph.hpp"

namespace respnet::analysis {

/// How widely and how closely units work with others. Columns by unit number.
struct BreadthDepth {
  std::vector<std::uint32_t> breadth;  ///< partners
  std::vector<double> depth;  ///< joint tasks over partners, >= 1; NaN for a unit without partners
  /// 1 both at least the median of the units with partners (leading), 2 only breadth (key), 3 only
  /// depth (auxiliary to few), 4 neither; NaN without partners.
  std::vector<double> quadrant;
  std::optional<double> median_breadth;  ///< empty where no unit has partners; so below
  std::optional<double> median_depth;
};

/// @param shared  a projection with ProjectionWeight::Shared
/// Cost: O(units log units + pairs).
/// Breadth and depth of cooperation as studies of joint policy issuing use them; the medians are
/// ours, and given.
BreadthDepth breadth_depth(const graph::CoResponsibilityGraph& shared);

}  // namespace respnet::analysis
