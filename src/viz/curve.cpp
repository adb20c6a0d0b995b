#include "viz/curve.hpp"

#include <algorithm>
#include <cmath>

#include "viz/scene.hpp"

namespace respnet::viz {
namespace {

constexpr int kSteps = 24;  // samples a segment; a tenth of a point on curves of a page's size

Point between(Point a, Point b, double t) { return a + t * (b - a); }
double distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

struct Segment {
  Point a, b, c, d;
};

Segment segment(const Curve& curve, std::size_t i) {
  const Point* p = curve.points.data() + 3 * i;
  return {p[0], p[1], p[2], p[3]};
}

// de Casteljau: the part of one segment in [begin, end].
Segment part(const Segment& s, double begin, double end) {
  const auto left = [](const Segment& whole, double t) {
    const Point ab = between(whole.a, whole.b, t), bc = between(whole.b, whole.c, t),
                cd = between(whole.c, whole.d, t);
    const Point abc = between(ab, bc, t), bcd = between(bc, cd, t);
    return Segment{whole.a, ab, abc, between(abc, bcd, t)};
  };
  const auto turned = [](const Segment& whole) {
    return Segment{whole.d, whole.c, whole.b, whole.a};
  };
  const Segment until = left(s, end);
  const double rest = end == 0 ? 0 : 1 - begin / end;
  return turned(left(turned(until), rest));
}

bool inside(const Box& box, double radius, Point p) {
  const double dx = std::max({box.x + radius - p.x, p.x - (box.right() - radius), 0.0});
  const double dy = std::max({box.y + radius - p.y, p.y - (box.bottom() - radius), 0.0});
  return std::hypot(dx, dy) <= radius;
}

// Where the curve leaves `is_inside` between two parameters, the first inside, the second not.
double border(const Curve& curve, double in, double out, const auto& is_inside) {
  for (int i = 0; i < 20; ++i) {
    const double middle = (in + out) / 2;
    (is_inside(point_at(curve, middle)) ? in : out) = middle;
  }
  return out;
}

// The unit vector to the left of a direction, with y pointing down.
Point left_of(Point direction) {
  const double size = std::hypot(direction.x, direction.y);
  return size == 0 ? Point{} : Point{direction.y / size, -direction.x / size};
}

}  // namespace

Curve straight(Point from, Point to) {
  return {{from, between(from, to, 1.0 / 3), between(from, to, 2.0 / 3), to}};
}

Point point_at(const Curve& curve, double u) {
  const auto last = curve.segments() - 1;
  const std::size_t i = std::min(static_cast<std::size_t>(u), last);
  return part(segment(curve, i), 0, u - static_cast<double>(i)).d;
}

double arc_length(const Curve& curve) {
  double length = 0;
  Point previous = curve.points.front();
  const auto samples = static_cast<int>(curve.segments()) * kSteps;
  for (int i = 1; i <= samples; ++i) {
    const Point next = point_at(curve, static_cast<double>(i) / kSteps);
    length += distance(previous, next);
    previous = next;
  }
  return length;
}

double parameter_at(const Curve& curve, double fraction) {
  const double wanted = std::clamp(fraction, 0.0, 1.0) * arc_length(curve);
  double length = 0;
  Point previous = curve.points.front();
  const auto samples = static_cast<int>(curve.segments()) * kSteps;
  for (int i = 1; i <= samples; ++i) {
    const Point next = point_at(curve, static_cast<double>(i) / kSteps);
    const double step = distance(previous, next);
    if (length + step >= wanted && step > 0) return (i - 1 + (wanted - length) / step) / kSteps;
    length += step;
    previous = next;
  }
  return static_cast<double>(curve.segments());
}

Curve part(const Curve& curve, double begin, double end) {
  Curve result;
  const auto last = curve.segments() - 1;
  const std::size_t from = std::min(static_cast<std::size_t>(begin), last);
  const std::size_t to = std::min(static_cast<std::size_t>(end), last);
  for (std::size_t i = from; i <= to; ++i) {
    const double low = i == from ? begin - static_cast<double>(i) : 0;
    const double high = i == to ? end - static_cast<double>(i) : 1;
    if (i > from && high == 0) break;
    const Segment s = part(segment(curve, i), low, high);
    if (result.points.empty()) result.points.push_back(s.a);
    result.points.insert(result.points.end(), {s.b, s.c, s.d});
  }
  return result;
}

Curve shifted(const Curve& curve, double by) {
  Curve result = curve;
  const std::size_t n = curve.points.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Point before = curve.points[i == 0 ? 0 : i - 1];
    const Point after = curve.points[std::min(i + 1, n - 1)];
    result.points[i] = curve.points[i] + by * left_of(after - before);
  }
  return result;
}

Curve clipped(const Curve& curve, const Box& from, const Box& to, double radius) {
  const auto in_from = [&](Point p) { return inside(from, radius, p); };
  const auto in_to = [&](Point p) { return inside(to, radius, p); };
  const auto samples = static_cast<int>(curve.segments()) * kSteps;
  const auto parameter = [](int sample) { return static_cast<double>(sample) / kSteps; };
  int first = 0;  // the last sample inside the box of the start, before the end's box
  for (int i = 0; i <= samples && !in_to(point_at(curve, parameter(i))); ++i)
    if (in_from(point_at(curve, parameter(i)))) first = i;
  int last = samples;
  for (int i = samples; i > first && in_to(point_at(curve, parameter(i))); --i) last = i;

  double begin = parameter(first), end = parameter(last);
  if (in_from(point_at(curve, begin)) && first < samples)
    begin = border(curve, begin, parameter(first + 1), in_from);
  if (in_to(point_at(curve, end)) && last > 0) end = border(curve, end, parameter(last - 1), in_to);
  return begin < end ? part(curve, begin, end) : curve;
}

std::vector<Point> flattened(const Curve& curve) {
  constexpr std::size_t kSteps = 16;
  if (curve.segments() == 0) return curve.points;
  std::vector<Point> points;
  for (std::size_t i = 0; i <= kSteps * curve.segments(); ++i)
    points.push_back(point_at(curve, static_cast<double>(i) / kSteps));
  return points;
}

std::string path_data(const Curve& curve) {
  std::string data = "M" + coordinates(curve.points.front());
  for (std::size_t i = 1; i < curve.points.size(); ++i)
    data += (i % 3 == 1 ? " C" : " ") + coordinates(curve.points[i]);
  return data;
}

}  // namespace respnet::viz
