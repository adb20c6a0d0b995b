#include "viz/cluster_placement.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <utility>

#include "respnet/base/random.hpp"

namespace respnet::viz {
namespace {

constexpr double kAcross = 92, kDown = 44;  // gaps between columns, and within one

// How many boxes each column holds: symmetric, what is over in the middle.
std::vector<std::size_t> column_sizes(std::size_t boxes) {
  const std::size_t columns = boxes <= 2    ? boxes
                              : boxes <= 4  ? 2
                              : boxes <= 12 ? 3
                              : boxes <= 20 ? 4
                                            : 5;
  std::vector<std::size_t> sizes(columns, boxes / columns);
  std::size_t over = boxes % columns;
  if (columns % 2 == 1 && over % 2 == 1) {
    ++sizes[columns / 2];
    --over;
  }
  for (std::size_t i = 0; over > 0; ++i) {
    ++sizes[i];
    if (--over > 0) {
      ++sizes[columns - 1 - i];
      --over;
    }
  }
  return sizes;
}

// Whether the straight line from a to b meets the box.
bool meets(Point a, Point b, const Box& box) {
  double from = 0, to = 1;
  const auto clip = [&](double start, double way, double low, double high) {
    if (way == 0) return start > low && start < high;
    double enter = (low - start) / way, leave = (high - start) / way;
    if (enter > leave) std::swap(enter, leave);
    from = std::max(from, enter);
    to = std::min(to, leave);
    return from < to;
  };
  return clip(a.x, b.x - a.x, box.x, box.right()) && clip(a.y, b.y - a.y, box.y, box.bottom());
}

bool cross(Point a, Point b, Point c, Point d) {
  const auto side = [](Point p, Point q, Point r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

class Search {
 public:
  Search(const std::vector<LayoutNode>& sizes, const std::vector<LayoutEdge>& edges)
      : sizes_(sizes), edges_(edges), columns_(column_sizes(sizes.size())) {}

  std::vector<Box> best() const {
    std::vector<std::size_t> order(sizes_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::vector<std::size_t> found;
    double least = 0;
    const int starts = sizes_.size() <= 12 ? 24 : 6;
    RandomEngine engine(1);
    for (int start = 0; start < starts; ++start) {
      std::vector<std::size_t> candidate = order;
      if (start > 0) shuffle(std::span(candidate), engine);
      const double cost = improve(candidate);
      if (!found.empty() && cost >= least - 1e-6) continue;
      found = candidate;
      least = cost;
    }
    return boxes(found);
  }

 private:
  // Exchanges pairs as long as that helps. @return the cost at the end
  double improve(std::vector<std::size_t>& order) const {
    double cost = this->cost(order);
    for (bool better = true; better;) {
      better = false;
      for (std::size_t a = 0; a < order.size(); ++a) {
        for (std::size_t b = a + 1; b < order.size(); ++b) {
          std::swap(order[a], order[b]);
          const double changed = this->cost(order);
          if (changed < cost - 1e-6) {
            cost = changed;
            better = true;
          } else {
            std::swap(order[a], order[b]);
          }
        }
      }
    }
    return cost;
  }

  // Columns beside each other, each as wide as its widest box, middles at one height.
  std::vector<Box> boxes(const std::vector<std::size_t>& order) const {
    std::vector<Box> result(order.size());
    double x = 0;
    std::size_t first = 0;
    for (const std::size_t count : columns_) {
      double width = 0, height = -kDown;
      for (std::size_t i = first; i < first + count; ++i) {
        width = std::max(width, sizes_[order[i]].width);
        height += sizes_[order[i]].height + kDown;
      }
      double y = -height / 2;
      for (std::size_t i = first; i < first + count; ++i) {
        const LayoutNode& size = sizes_[order[i]];
        result[order[i]] = {x + (width - size.width) / 2, y, size.width, size.height};
        y += size.height + kDown;
      }
      x += width + kAcross;
      first += count;
    }
    return result;
  }

  double cost(const std::vector<std::size_t>& order) const {
    constexpr double kThrough = 900, kCrossing = 260;
    const std::vector<Box> at = boxes(order);
    double left = 0, right = 0, top = 0, bottom = 0, sum = 0;
    for (const Box& box : at) {
      left = std::min(left, box.x);
      right = std::max(right, box.right());
      top = std::min(top, box.y);
      bottom = std::max(bottom, box.bottom());
    }
    sum += 2 * (right - left) + 2 * (bottom - top);
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      const Point from = at[edges_[e].from].center(), to = at[edges_[e].to].center();
      sum += std::sqrt(edges_[e].weight) * std::hypot(to.x - from.x, to.y - from.y);
      for (std::size_t i = 0; i < at.size(); ++i)
        if (i != edges_[e].from && i != edges_[e].to && meets(from, to, at[i].grown(6)))
          sum += kThrough;
      for (std::size_t f = 0; f < e; ++f)
        if (cross(from, to, at[edges_[f].from].center(), at[edges_[f].to].center()))
          sum += kCrossing;
    }
    return sum;
  }

  const std::vector<LayoutNode>& sizes_;
  const std::vector<LayoutEdge>& edges_;
  std::vector<std::size_t> columns_;
};

}  // namespace

std::vector<Box> placed_in_columns(const std::vector<LayoutNode>& sizes,
                                   const std::vector<LayoutEdge>& edges) {
  if (sizes.empty()) return {};
  return Search(sizes, edges).best();
}

}  // namespace respnet::viz
