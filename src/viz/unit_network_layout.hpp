#pragma once

#include <optional>
#include <vector>

#include "viz/curve.hpp"
#include "viz/labels.hpp"
#include "viz/unit_network_plan.hpp"

namespace respnet::viz {

/// A unit's box and what is written in it.
struct UnitBox {
  Box box;
  Font font;
  Label label;  ///< no lines: a dot
  double radius = 8;
};

/// A line as drawn: its shaft, and where it has an arrow, the tip; a badge where it is strong.
struct UnitLine {
  Curve shaft;
  std::optional<Point> tip;
  double width = 1;
  std::optional<Box> badge;  ///< for the number of tasks, where there is room for it
};

/// Where everything of a unit network stands; the top left corner is at (0, 0).
struct UnitNetworkLayout {
  std::vector<UnitBox> boxes;   ///< by place in the plan
  std::vector<UnitLine> lines;  ///< by edge of the plan
  double width = 0, height = 0;
};

/// @param chip  width left free before each label, for a cluster's number
UnitNetworkLayout unit_network_layout(const UnitNetworkPlan& plan, bool arrows, double chip,
                                      const TextMetrics& metrics);

}  // namespace respnet::viz
