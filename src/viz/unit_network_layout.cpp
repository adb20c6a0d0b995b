#include "viz/unit_network_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "viz/graphviz.hpp"

namespace respnet::viz {
namespace {

constexpr double kMarginX = 7.5, kMarginY = 6;
constexpr double kWidestLabel = 9.3;  // em
constexpr double kThinnestLine = 0.7, kWidestLine = 7;
constexpr double kTipGap = 1;
constexpr double kBadge = 14.4;
constexpr Font kBadgeFont{9.5};

// Type grows with the root of the load; less steeply where loads are very large.
double type_size(std::size_t load, std::size_t most) {
  const double step =
      std::min(2.2, 15 / std::sqrt(static_cast<double>(std::max<std::size_t>(most, 1))));
  return 9 + step * std::sqrt(static_cast<double>(load));
}

// Clusters are much alike: their type need not tell much.
double type_size(const UnitNetworkPlan& plan, const UnitNode& node, std::size_t most) {
  if (!plan.of_clusters) return type_size(node.size, most);
  return 9.5 + 4 * std::sqrt(static_cast<double>(node.size) / static_cast<double>(most));
}

std::size_t largest_size(const UnitNetworkPlan& plan) {
  std::size_t most = 1;
  for (const UnitNode& node : plan.nodes) most = std::max(most, node.size);
  return most;
}

UnitBox labelled_box(Label label, Font font, double chip, const TextMetrics& metrics) {
  double widest = 0;
  for (const std::string& line : label.lines)
    widest = std::max(widest, metrics.reserved_width(line, font));
  const auto lines = static_cast<double>(label.lines.size());
  return {{0, 0, widest + chip + 2 * kMarginX, 1.25 * font.size * lines + 2 * kMarginY},
          font,
          std::move(label),
          8};
}

std::vector<UnitBox> measured_boxes(const UnitNetworkPlan& plan, double chip,
                                    const TextMetrics& metrics) {
  const std::size_t most = largest_size(plan);
  std::vector<Named> names;
  for (const UnitNode& node : plan.nodes) {
    const Font font{type_size(plan, node, most)};
    if (node.labelled)
      names.push_back({node.label.empty() ? node.name : node.label,
                       node.id,
                       font,
                       {.width = kWidestLabel * font.size, .two_lines = true}});
  }
  std::vector<Label> labels = distinct_labels(metrics, names);
  std::vector<UnitBox> boxes;
  std::size_t next = 0;
  for (const UnitNode& node : plan.nodes) {
    if (node.labelled) {
      if (!node.below.empty()) labels[next].lines.push_back(node.below);
      boxes.push_back(labelled_box(std::move(labels[next]), names[next].font, chip, metrics));
      ++next;
    } else {
      const double side = 0.7 * type_size(plan, node, most);
      boxes.push_back({{0, 0, side, side}, {}, {}, side / 2});
    }
  }
  return boxes;
}

// One line a pair for Graphviz, whatever the directions, so that opposite arrows share a way.
struct Pairs {
  std::vector<LayoutEdge> edges;
  std::vector<std::size_t> of_edge;  // by edge of the plan
  std::vector<bool> both_ways;       // by pair

  explicit Pairs(const UnitNetworkPlan& plan) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> place;
    for (const UnitEdge& edge : plan.edges) {
      const auto [low, high] = std::minmax(edge.from, edge.to);
      const auto [found, is_new] = place.try_emplace({low, high}, edges.size());
      of_edge.push_back(found->second);
      if (is_new) {
        edges.push_back({low, high, 0});
        both_ways.push_back(false);
      } else {
        both_ways[found->second] = true;
      }
      edges[found->second].weight += static_cast<double>(edge.tasks);
    }
  }
};

// Units with a strong line keep more distance, so that its number has room on it.
std::vector<LayoutNode> layout_nodes(const UnitNetworkPlan& plan,
                                     const std::vector<UnitBox>& boxes) {
  constexpr double kRoom = 10;
  std::vector<LayoutNode> nodes;
  for (const UnitBox& box : boxes) nodes.push_back({box.box.width, box.box.height});
  std::vector<bool> done(nodes.size(), plan.large);
  for (const UnitEdge& edge : plan.edges) {
    if (edge.tasks < plan.strong) continue;
    for (const std::uint32_t unit : {edge.from, edge.to}) {
      if (done[unit]) continue;
      done[unit] = true;
      nodes[unit].width += 2 * kRoom;
      nodes[unit].height += 2 * kRoom;
    }
  }
  return nodes;
}

// By task 0.55, or less where that would exceed the widest line.
double width_step(const UnitNetworkPlan& plan) {
  std::size_t most = 1;
  for (const UnitEdge& edge : plan.edges) most = std::max(most, edge.tasks);
  return std::min(0.55, (kWidestLine - kThinnestLine) / static_cast<double>(most));
}

Curve turned(Curve curve) {
  std::ranges::reverse(curve.points);
  return curve;
}

// The curve from centre to centre.
Curve joined(Point from, const Curve& middle, Point to) {
  Curve whole = straight(from, middle.points.front());
  whole.points.insert(whole.points.end(), middle.points.begin() + 1, middle.points.end());
  const Curve last = straight(middle.points.back(), to);
  whole.points.insert(whole.points.end(), last.points.begin() + 1, last.points.end());
  return whole;
}

UnitLine line(const Curve& way, const UnitBox& from, const UnitBox& to, double width, bool arrow,
              bool beside_another) {
  UnitLine line;
  line.width = width;
  Curve whole = joined(from.box.center(), way, to.box.center());
  if (beside_another) whole = shifted(whole, line.width / 2 + 2.5);
  const double gap = arrow ? kTipGap : 0;
  line.shaft = clipped(whole, from.box, to.box.grown(gap), to.radius + gap);
  if (!arrow) return line;
  line.tip = line.shaft.points.back();
  const double length = arc_length(line.shaft);
  const double head = std::min(5 + 1.6 * line.width, 0.6 * length);
  const double end = parameter_at(line.shaft, 1 - head / std::max(length, 1e-9));
  if (end > 0) line.shaft = part(line.shaft, 0, end);
  return line;
}

// Room for the numbers of strong lines: on their own line, off nodes and other numbers. A line that
// has no room for it goes without: on a node it would be read as the node's.
void place_badges(const UnitNetworkPlan& plan, UnitNetworkLayout& layout,
                  const TextMetrics& metrics) {
  constexpr std::array fractions{0.6,  0.5,  0.7,  0.4,  0.3,  0.8,  0.2, 0.55,
                                 0.65, 0.45, 0.75, 0.35, 0.25, 0.85, 0.15};
  std::vector<Box> taken;
  for (const UnitBox& box : layout.boxes) taken.push_back(box.box.grown(1));
  for (std::size_t i = 0; i < plan.edges.size(); ++i) {
    if (plan.edges[i].tasks < plan.strong || plan.large) continue;
    const double width =
        std::max(kBadge, metrics.width(std::to_string(plan.edges[i].tasks), kBadgeFont) + 8);
    const Curve& shaft = layout.lines[i].shaft;
    for (const double fraction : fractions) {
      const Point middle = point_at(shaft, parameter_at(shaft, fraction));
      const Box badge = box_around(middle, width, kBadge);
      if (std::ranges::any_of(taken, [&](const Box& box) { return overlap(badge, box); })) continue;
      layout.lines[i].badge = badge;
      taken.push_back(badge);
      break;
    }
  }
}

// Bending lines around boxes takes time by the product: 0.5 s at this bound.
Engine engine(const UnitNetworkPlan& plan) {
  constexpr std::size_t kMostBent = 16'000;
  if (plan.large) return Engine::Sfdp;
  return plan.nodes.size() * plan.edges.size() <= kMostBent ? Engine::Neato : Engine::NeatoStraight;
}

struct Extent {
  double left = std::numeric_limits<double>::max(), top = left;
  double right = std::numeric_limits<double>::lowest(), bottom = right;

  void add(const Box& box) {
    left = std::min(left, box.x);
    top = std::min(top, box.y);
    right = std::max(right, box.right());
    bottom = std::max(bottom, box.bottom());
  }
};

void move_to_corner(UnitNetworkLayout& layout) {
  Extent extent;
  for (const UnitBox& box : layout.boxes) extent.add(box.box);
  for (const UnitLine& line : layout.lines) {
    for (const Point p : line.shaft.points) extent.add({p.x, p.y, 0, 0});
    if (line.badge) extent.add(*line.badge);
  }
  const Point by{-extent.left, -extent.top};
  const auto move = [by](auto& item) {
    item.x += by.x;
    item.y += by.y;
  };
  for (UnitBox& box : layout.boxes) move(box.box);
  for (UnitLine& line : layout.lines) {
    std::ranges::for_each(line.shaft.points, move);
    if (line.tip) move(*line.tip);
    if (line.badge) move(*line.badge);
  }
  layout.width = extent.right - extent.left;
  layout.height = extent.bottom - extent.top;
}

}  // namespace

UnitNetworkLayout unit_network_layout(const UnitNetworkPlan& plan, bool arrows, double chip,
                                      const TextMetrics& metrics) {
  UnitNetworkLayout result;
  result.boxes = measured_boxes(plan, chip, metrics);
  const Pairs pairs(plan);
  const Layout placed = layout(engine(plan), layout_nodes(plan, result.boxes), pairs.edges);
  const double step = width_step(plan);

  for (std::size_t i = 0; i < result.boxes.size(); ++i) {
    Box& box = result.boxes[i].box;
    box = box_around(placed.centers[i], box.width, box.height);
  }
  for (std::size_t i = 0; i < plan.edges.size(); ++i) {
    const UnitEdge& edge = plan.edges[i];
    const std::size_t pair = pairs.of_edge[i];
    const Curve& way = placed.curves[pair];
    result.lines.push_back(line(
        edge.from < edge.to ? way : turned(way), result.boxes[edge.from], result.boxes[edge.to],
        kThinnestLine + step * static_cast<double>(edge.tasks), arrows, pairs.both_ways[pair]));
  }
  place_badges(plan, result, metrics);
  move_to_corner(result);
  return result;
}

}  // namespace respnet::viz
