#include "viz/bipartite_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace respnet::viz {
namespace {

constexpr double kRow = 25;  // a task
constexpr double kTaskHeight = 20;
constexpr double kTaskX = 12;
constexpr double kTaskWidth = 234;
constexpr double kBandFoot = 6;
constexpr double kBandGap = 12;
constexpr double kUnitWidth = 196;
constexpr double kUnitGap = 5;
constexpr double kLeastUnit = 16;
constexpr double kHeightOfTask = 2.6;
constexpr double kTallestUnit = 162;
constexpr double kRestUnits = 60;

// Heights grow with the load, and less steeply where the column would become too long.
std::vector<double> unit_heights(const BipartitePlan& plan, double room) {
  std::size_t most = 1;
  for (const RightItem& item : plan.right)
    if (item.classes != "rest") most = std::max(most, item.load.tasks);
  const auto n = static_cast<double>(plan.right.size());
  const double longest = std::max(room, n * (kLeastUnit + kUnitGap) + 400);
  std::vector<double> heights(plan.right.size());
  double step = std::min(kHeightOfTask, (kTallestUnit - 6) / static_cast<double>(most));
  for (int round = 0; round < 40; ++round, step *= 0.85) {
    double sum = (n - 1) * kUnitGap;
    for (std::size_t i = 0; i < heights.size(); ++i) {
      const double load = static_cast<double>(plan.right[i].load.tasks);
      heights[i] = std::clamp(6 + step * load, kLeastUnit, kTallestUnit);
      if (plan.right[i].classes == "rest") heights[i] = kRestUnits;
      sum += heights[i];
    }
    if (sum <= longest) break;
  }
  return heights;
}

// Boxes of sections share the height of the units, by their tasks; so their lines have room.
std::vector<double> left_heights(const BipartitePlan& plan) {
  constexpr double kLeast = 26;
  std::vector<double> heights(plan.left.size(), kTaskHeight);
  if (!plan.together) return heights;
  const std::vector<double> units = unit_heights(plan, 0);
  const auto n = static_cast<double>(plan.left.size());
  const double room = std::accumulate(units.begin(), units.end(), 0.0) +
                      kUnitGap * static_cast<double>(units.size()) -
                      n * (kRow - kTaskHeight + 4 + kBandGap);
  std::size_t tasks = 0;
  for (const LeftItem& item : plan.left) tasks += item.tasks;
  const double by_task = std::max(0.0, room - n * kLeast) / static_cast<double>(tasks);
  for (std::size_t i = 0; i < heights.size(); ++i)
    heights[i] = kLeast + by_task * static_cast<double>(plan.left[i].tasks);
  return heights;
}

// The left column from the top down.
void place_left(const BipartitePlan& plan, BipartiteLayout& layout) {
  const std::vector<double> heights = left_heights(plan);
  double y = 0;
  for (const Band& band : plan.bands) {
    const double top = y;
    y += band.title.empty() ? 4 : BipartiteLayout::kHeading;
    for (std::size_t i = band.first; i < band.last; ++i) {
      layout.left.push_back({kTaskX, y + 1, kTaskWidth, heights[i]});
      y += heights[i] + (kRow - kTaskHeight);
    }
    y += band.title.empty() ? 0 : kBandFoot;
    layout.bands.push_back({0, top, BipartiteLayout::kBandWidth, y - top});
    y += kBandGap;
  }
  layout.height = std::max(0.0, y - kBandGap);
}

// The mean height of what each unit is joined to; units joined to nothing go last, and behind them
// those that are not shown one by one.
std::vector<double> wanted_middles(const BipartitePlan& plan, const BipartiteLayout& layout) {
  std::vector<double> sums(plan.right.size(), 0), counts(plan.right.size(), 0);
  for (const Strand& strand : plan.strands) {
    const auto weight = static_cast<double>(strand.count);
    sums[strand.right] += weight * layout.left[strand.left].center().y;
    counts[strand.right] += weight;
  }
  for (std::size_t i = 0; i < sums.size(); ++i)
    sums[i] = plan.right[i].classes == "rest" ? layout.height + 1
              : counts[i] > 0                 ? sums[i] / counts[i]
                                              : layout.height;
  return sums;
}

void place_right(const BipartitePlan& plan, BipartiteLayout& layout) {
  const std::vector<double> heights = unit_heights(plan, layout.height);
  const std::vector<double> wanted = wanted_middles(plan, layout);
  std::vector<std::size_t> order(plan.right.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });

  std::vector<double> wanted_in_order, heights_in_order;
  for (const std::size_t i : order) {
    wanted_in_order.push_back(wanted[i]);
    heights_in_order.push_back(heights[i]);
  }
  const auto tops =
      placed_without_overlap(wanted_in_order, heights_in_order, kUnitGap, layout.height);
  layout.right.resize(order.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    layout.right[order[place]] = {BipartiteLayout::kUnitsX, tops[place], kUnitWidth,
                                  heights_in_order[place]};
    layout.height = std::max(layout.height, layout.right[order[place]].bottom());
  }
}

// Where the strands of one side meet their boxes: `near` is that side's end of a strand.
std::vector<double> spread_ends(const std::vector<Strand>& strands, std::size_t Strand::*near,
                                std::size_t Strand::*far, const std::vector<Box>& near_boxes,
                                const std::vector<Box>& far_boxes, double widest_step) {
  std::vector<std::vector<std::size_t>> of_box(near_boxes.size());
  for (std::size_t s = 0; s < strands.size(); ++s) of_box[strands[s].*near].push_back(s);
  std::vector<double> y(strands.size());
  for (std::size_t b = 0; b < of_box.size(); ++b) {
    auto& ends = of_box[b];
    std::ranges::stable_sort(ends, {},
                             [&](std::size_t s) { return far_boxes[strands[s].*far].center().y; });
    const auto n = static_cast<double>(ends.size());
    const double step = std::min(widest_step, (near_boxes[b].height - 6) / std::max(1.0, n));
    for (std::size_t i = 0; i < ends.size(); ++i)
      y[ends[i]] = near_boxes[b].center().y + step * (static_cast<double>(i) - (n - 1) / 2);
  }
  return y;
}

void run_strands(const BipartitePlan& plan, BipartiteLayout& layout) {
  const auto starts = spread_ends(plan.strands, &Strand::left, &Strand::right, layout.left,
                                  layout.right, plan.together ? kTallestUnit : 3);
  const auto ends = spread_ends(plan.strands, &Strand::right, &Strand::left, layout.right,
                                layout.left, kTallestUnit);
  const double from = kTaskX + kTaskWidth, to = BipartiteLayout::kUnitsX;
  const double middle = (from + to) / 2;
  for (std::size_t s = 0; s < plan.strands.size(); ++s)
    layout.strands.push_back(
        {{{from, starts[s]}, {middle, starts[s]}, {middle, ends[s]}, {to, ends[s]}}});
}

}  // namespace

std::vector<double> placed_without_overlap(const std::vector<double>& wanted_middles,
                                           const std::vector<double>& heights, double gap,
                                           double room) {
  struct Block {
    double sum = 0;
    std::size_t count = 0;
    double mean() const { return sum / static_cast<double>(count); }
  };
  std::vector<Block> blocks;
  double packed = 0;  // top of the next box if all stood close together
  std::vector<double> offsets;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    offsets.push_back(packed);
    blocks.push_back({wanted_middles[i] - heights[i] / 2 - packed, 1});
    packed += heights[i] + gap;
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum;
      blocks.back().count += last.count;
    }
  }
  const double most = std::max(0.0, room - (packed - gap));
  std::vector<double> tops;
  for (const Block& block : blocks)
    for (std::size_t i = 0; i < block.count; ++i)
      tops.push_back(std::clamp(block.mean(), 0.0, most) + offsets[tops.size()]);
  return tops;
}

BipartiteLayout bipartite_layout(const BipartitePlan& plan) {
  BipartiteLayout layout;
  place_left(plan, layout);
  place_right(plan, layout);
  run_strands(plan, layout);
  return layout;
}

}  // namespace respnet::viz
