#pragma once

#include <optional>
#include <string>
#include <vector>

#include "viz/cluster_plan.hpp"
#include "viz/curve.hpp"
#include "viz/labels.hpp"

namespace respnet::viz {

/// How a cluster's box is set: a heading of two lines, and its members in one or two columns.
struct ClusterMetrics {
  static constexpr double kHeading = 42, kRow = 19, kInset = 9, kColumnGap = 5;
  static constexpr double kLeastMember = 84, kMostMember = 176;  ///< width of a member's box
  static constexpr double kMostAlone = 250;                      ///< in a single column
  static constexpr std::size_t kOneColumn = 4;  ///< members up to which there is one column
};

/// Where everything of the map of clusters stands; the top left corner is at (0, 0).
struct ClusterLayout {
  std::vector<Box> boxes;                 ///< by place in the plan
  std::vector<std::vector<Box>> members;  ///< by box, by member
  std::vector<std::optional<Box>> rests;  ///< by box: the row "另有 n 个单位"
  std::vector<Curve> bridges;             ///< from border to border
  std::vector<Box> badges;                ///< by bridge: for its number
  double width = 0, height = 0;
};

/// The widths that the texts of a cluster need.
struct ClusterSpace {
  double heading = 0;
  double member = 0;  ///< of the widest member's box
};

/// @param spaces  by box
ClusterLayout cluster_layout(const ClusterPlan& plan, const std::vector<ClusterSpace>& spaces,
                             const TextMetrics& metrics);

/// Grows with the root of the tasks; in proportion to them where the strongest bridge, of `most`
/// tasks, would be too wide so.
double bridge_width(std::size_t tasks, std::size_t most);

}  // namespace respnet::viz
