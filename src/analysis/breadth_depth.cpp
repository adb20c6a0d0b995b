#include "respnet/analysis/breadth_depth.hpp"

#include <algorithm>
#include <limits>

#include "respnet/analysis/centrality.hpp"

namespace respnet::analysis {
namespace {

std::optional<double> median(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace

BreadthDepth breadth_depth(const graph::CoResponsibilityGraph& shared) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> joint = strengths(shared.adjacency());
  BreadthDepth result;
  result.breadth = degrees(shared.unweighted());
  std::vector<double> breadths, depths;  // of the units with partners
  for (std::size_t unit = 0; unit < joint.size(); ++unit) {
    const double partners = result.breadth[unit];
    result.depth.push_back(partners == 0 ? none : joint[unit] / partners);
    if (partners == 0) continue;
    breadths.push_back(partners);
    depths.push_back(result.depth.back());
  }
  result.median_breadth = median(breadths);
  result.median_depth = median(depths);
  for (std::size_t unit = 0; unit < joint.size(); ++unit) {
    const bool alone = result.breadth[unit] == 0;
    const bool broad = !alone && result.breadth[unit] >= *result.median_breadth;
    const bool deep = !alone && result.depth[unit] >= *result.median_depth;
    result.quadrant.push_back(alone ? none : broad && deep ? 1 : broad ? 2 : deep ? 3 : 4);
  }
  return result;
}

}  // namespace respnet::analysis
