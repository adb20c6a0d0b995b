#include "viz/line_crossings.hpp"

#include <algorithm>

namespace respnet::viz {
namespace {

struct Segment {
  Point from, to;
  std::size_t line = 0;
  double left() const { return std::min(from.x, to.x); }
  double right() const { return std::max(from.x, to.x); }
};

// On which side of the segment a point lies; what lies on it counts to one side, so that a line
// that passes through a corner of another crosses it once.
bool beyond(const Segment& s, Point p) {
  return (s.to.x - s.from.x) * (p.y - s.from.y) - (s.to.y - s.from.y) * (p.x - s.from.x) > 0;
}

bool cross(const Segment& a, const Segment& b) {
  if (std::max(a.from.y, a.to.y) < std::min(b.from.y, b.to.y)) return false;
  if (std::max(b.from.y, b.to.y) < std::min(a.from.y, a.to.y)) return false;
  if (a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to) return false;
  return beyond(a, b.from) != beyond(a, b.to) && beyond(b, a.from) != beyond(b, a.to);
}

}  // namespace

std::optional<std::size_t> line_crossings(std::span<const std::vector<Point>> lines,
                                          std::size_t most) {
  std::vector<Segment> segments;
  for (std::size_t line = 0; line < lines.size(); ++line)
    for (std::size_t i = 1; i < lines[line].size(); ++i)
      segments.push_back({lines[line][i - 1], lines[line][i], line});
  std::ranges::stable_sort(segments, {}, &Segment::left);

  std::size_t crossings = 0, compared = 0;
  std::vector<const Segment*> open;
  for (const Segment& segment : segments) {
    std::erase_if(open, [&](const Segment* other) { return other->right() < segment.left(); });
    compared += open.size();
    if (compared > most) return std::nullopt;
    for (const Segment* other : open)
      if (other->line != segment.line && cross(*other, segment)) ++crossings;
    open.push_back(&segment);
  }
  return crossings;
}

}  // namespace respnet::viz
