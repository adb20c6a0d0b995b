#include "viz/cluster_layout.hpp"

#include <algorithm>
#include <cmath>

#include "viz/cluster_placement.hpp"
#include "viz/graphviz.hpp"

namespace respnet::viz {
namespace {

using M = ClusterMetrics;

constexpr Font kBadgeFont{10};

std::size_t columns(const ClusterBox& box) { return box.units > M::kOneColumn ? 2 : 1; }
std::size_t rows(const ClusterBox& box) {
  const std::size_t cells = box.members.size() + (box.units > box.members.size() ? 1 : 0);
  return (cells + columns(box) - 1) / columns(box);
}
LayoutNode size(const ClusterBox& box, const ClusterSpace& space) {
  const auto n = static_cast<double>(columns(box));
  const double widest = columns(box) == 1 ? M::kMostAlone : M::kMostMember;
  const double cells =
      n * std::clamp(space.member, M::kLeastMember, widest) + (n - 1) * M::kColumnGap;
  return {2 * M::kInset + std::max(cells, space.heading),
          M::kHeading + M::kRow * static_cast<double>(rows(box)) + M::kInset - 3};
}

// Cells down the columns.
Box cell(const ClusterBox& box, const Box& around, std::size_t place) {
  const std::size_t column = place / rows(box), row = place % rows(box);
  const double free =
      around.width - 2 * M::kInset - M::kColumnGap * static_cast<double>(columns(box) - 1);
  const double width = free / static_cast<double>(columns(box));
  return {around.x + M::kInset + static_cast<double>(column) * (width + M::kColumnGap),
          around.y + M::kHeading + M::kRow * static_cast<double>(row), width, M::kRow - 3};
}

void place_members(const ClusterPlan& plan, ClusterLayout& layout) {
  for (std::size_t i = 0; i < plan.boxes.size(); ++i) {
    const ClusterBox& box = plan.boxes[i];
    auto& members = layout.members.emplace_back();
    for (std::size_t m = 0; m < box.members.size(); ++m)
      members.push_back(cell(box, layout.boxes[i], m));
    layout.rests.emplace_back();
    if (box.units > box.members.size())
      layout.rests.back() = cell(box, layout.boxes[i], box.members.size());
  }
}

void move_to_origin(ClusterLayout& layout) {
  double left = layout.boxes.front().x, top = layout.boxes.front().y;
  for (const Box& box : layout.boxes) {
    left = std::min(left, box.x);
    top = std::min(top, box.y);
  }
  for (const Curve& curve : layout.bridges)
    for (const Point p : flattened(curve)) {
      left = std::min(left, p.x);
      top = std::min(top, p.y);
    }
  for (Box& box : layout.boxes) {
    box.x -= left;
    box.y -= top;
    layout.width = std::max(layout.width, box.right());
    layout.height = std::max(layout.height, box.bottom());
  }
  for (Curve& curve : layout.bridges) {
    for (Point& p : curve.points) p = p - Point{left, top};
    for (const Point p : flattened(curve)) {
      layout.width = std::max(layout.width, p.x);
      layout.height = std::max(layout.height, p.y);
    }
  }
}

void place_badges(const ClusterPlan& plan, ClusterLayout& layout, const TextMetrics& metrics) {
  for (std::size_t i = 0; i < plan.bridges.size(); ++i) {
    const double width =
        std::max(16.0, 8 + metrics.width(std::to_string(plan.bridges[i].tasks), kBadgeFont));
    const Curve& curve = layout.bridges[i];
    Box best;
    double least = -1;
    for (const double fraction : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74}) {
      const Box badge = box_around(point_at(curve, parameter_at(curve, fraction)), width, 16);
      double in_the_way = std::abs(fraction - 0.5);
      for (const Box& other : layout.badges)
        if (overlap(badge.grown(2), other)) in_the_way += 10;
      for (const Box& box : layout.boxes)
        if (overlap(badge.grown(1), box)) in_the_way += 10;
      for (std::size_t j = 0; j < layout.bridges.size(); ++j) {
        if (j == i) continue;
        for (const Point p : flattened(layout.bridges[j]))
          if (overlap(badge, {p.x, p.y, 0.1, 0.1})) {
            in_the_way += 1;
            break;
          }
      }
      if (least >= 0 && in_the_way >= least) continue;
      best = badge;
      least = in_the_way;
    }
    layout.badges.push_back(best);
  }
}

}  // namespace

double bridge_width(std::size_t tasks, std::size_t most) {
  constexpr double kThinnest = 0.4, kWidest = 12, kStep = 1.5;
  const auto share =
      static_cast<double>(tasks) / static_cast<double>(std::max<std::size_t>(most, 1));
  const double root = kStep * std::sqrt(static_cast<double>(most));
  if (kThinnest + root <= kWidest) return kThinnest + root * std::sqrt(share);
  return kThinnest + (kWidest - kThinnest) * share;
}

ClusterLayout cluster_layout(const ClusterPlan& plan, const std::vector<ClusterSpace>& spaces,
                             const TextMetrics& metrics) {
  ClusterLayout result;
  std::vector<LayoutNode> sizes;
  for (std::size_t i = 0; i < plan.boxes.size(); ++i)
    sizes.push_back(size(plan.boxes[i], spaces[i]));
  std::vector<LayoutEdge> edges;
  for (const ClusterBridge& bridge : plan.bridges)
    edges.push_back({static_cast<std::uint32_t>(bridge.from), static_cast<std::uint32_t>(bridge.to),
                     static_cast<double>(bridge.tasks)});
  result.boxes = placed_in_columns(sizes, edges);
  result.bridges = routes(result.boxes, edges);
  move_to_origin(result);
  place_members(plan, result);
  place_badges(plan, result, metrics);
  return result;
}

}  // namespace respnet::viz
