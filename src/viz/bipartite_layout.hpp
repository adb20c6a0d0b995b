#pragma once

#include <vector>

#include "viz/bipartite_plan.hpp"
#include "viz/curve.hpp"

namespace respnet::viz {

/// Where the bipartite picture's boxes stand and its lines run. The left column starts at (0, 0).
struct BipartiteLayout {
  std::vector<Box> bands;  ///< by band, its heading included
  std::vector<Box> left;   ///< by left item
  std::vector<Box> right;  ///< by right item
  std::vector<Curve> strands;
  double height = 0;

  static constexpr double kUnitsX = 552;     ///< left edge of the units
  static constexpr double kBarsX = 758;      ///< left edge of the bars beside them
  static constexpr double kBandWidth = 252;  ///< of the left column
  static constexpr double kHeading = 24;     ///< a band's heading
};

/// Left items in their order; units at the mean height of their tasks, moved as little as possible
/// so that none overlap; the ends of lines spread along the boxes in order of their other ends, so
/// that a hub is a fan and not a knot.
/// Cost: O(n log n) in items and strands.
BipartiteLayout bipartite_layout(const BipartitePlan& plan);

/// Places for boxes of the given heights, in this order, `gap` apart, within [0, room], as close as
/// possible (least squares) to the wanted middles.
/// @return  top edges; beyond `room` only where the boxes need more
/// Source: pool adjacent violators, on wanted minus packed offset.
std::vector<double> placed_without_overlap(const std::vector<double>& wanted_middles,
                                           const std::vector<double>& heights, double gap,
                                           double room);

}  // namespace respnet::viz
