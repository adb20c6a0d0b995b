#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "respnet/viz/geometry.hpp"

namespace respnet::viz {

/// Cubic Bézier segments in a row: 1 + 3k points, two control points between any two ends.
struct Curve {
  std::vector<Point> points;

  std::size_t segments() const { return points.size() < 4 ? 0 : (points.size() - 1) / 3; }
};

Curve straight(Point from, Point to);

/// The point at parameter `u` in [0, segments()].
Point point_at(const Curve& curve, double u);

double arc_length(const Curve& curve);
/// The parameter at `fraction` (0 to 1) of the arc length.
double parameter_at(const Curve& curve, double fraction);

/// The part between two parameters, 0 <= begin < end <= segments().
Curve part(const Curve& curve, double begin, double end);

/// The curve moved sideways, to the left of its direction as seen on the page for `by` > 0.
Curve shifted(const Curve& curve, double by);

/// The part outside of the boxes around its two ends, which have round corners: what is seen of a
/// line between two nodes. The line's ends need not lie in the boxes.
Curve clipped(const Curve& curve, const Box& from, const Box& to, double radius);

/// Points on the curve, close enough together to stand for it: 16 a segment.
std::vector<Point> flattened(const Curve& curve);

/// "M0,0 C1,1 2,2 3,3": path commands for SVG.
std::string path_data(const Curve& curve);

}  // namespace respnet::viz
