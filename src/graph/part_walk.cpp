#include "respnet/graph/part_walk.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace respnet::graph {
namespace {

constexpr std::uint8_t kNone = 4;

std::uint8_t state_of(Part part) { return static_cast<std::uint8_t>(part); }

void sort_unique(std::vector<std::vector<std::uint32_t>>& rows) {
  for (auto& row : rows) {
    std::ranges::sort(row);
    const auto doubles = std::ranges::unique(row);
    row.erase(doubles.begin(), doubles.end());
  }
}

}  // namespace

PartWalk::PartWalk(const BipartiteGraph& graph, std::span<const Cell> locked)
    : rows_(graph.unit_count()),
      other_(graph.task_count()),
      locked_(graph.unit_count()),
      other_locked_(graph.task_count()) {
  std::array<bool, kStates> seen{};
  seen[kNone] = true;
  for (std::size_t unit = 0; unit < rows_.size(); ++unit) {
    const Vertex vertex = graph.unit_vertex(unit);
    for (std::size_t i = 0; i < graph.neighbors(vertex).size(); ++i) {
      const Part part = graph.parts(vertex)[i];
      rows_[unit].push_back({static_cast<std::uint32_t>(graph.neighbors(vertex)[i]), part});
      seen[state_of(part)] = true;
    }
    std::ranges::sort(rows_[unit], {}, &Entry::task);
  }
  for (std::uint8_t state = 0; state < kStates; ++state)
    if (seen[state]) present_.push_back(state);
  for (const auto& [unit, task] : locked) {
    if (unit >= rows_.size() || task >= other_.size())
      throw std::invalid_argument("a locked cell lies outside the network");
    locked_[unit].push_back(task);
    other_locked_[task].push_back(unit);
  }
  sort_unique(locked_);
  sort_unique(other_locked_);
}

void PartWalk::walk(std::uint64_t rounds, RandomEngine& engine) {
  for (; rounds > 0; --rounds)
    for (int side = 0; side < 2; ++side) {
      const std::size_t count = rows_.size();
      for (std::size_t i = 0; count > 1 && i < count; ++i) {
        const std::size_t a = uniform_below(engine, count);
        const std::size_t b = uniform_below(engine, count - 1);
        step(a, b + (b >= a ? 1 : 0), engine);
      }
      transpose();
    }
}

void PartWalk::transpose() {
  for (auto& row : other_) row.clear();
  for (std::uint32_t row = 0; row < rows_.size(); ++row)
    for (const Entry& entry : rows_[row]) other_[entry.task].push_back({row, entry.part});
  rows_.swap(other_);
  locked_.swap(other_locked_);
}

void PartWalk::step(std::size_t a, std::size_t b, RandomEngine& engine) {
  gather(a, b);
  if (present_.size() > 2 && uniform_below(engine, 2) == 0)
    turn(engine);
  else
    deal(engine);
  put_back(a, b);
}

// The columns that either row has, and by states those of them that may change.
void PartWalk::gather(std::size_t a, std::size_t b) {
  columns_.clear();
  for (auto& places : places_) places.clear();
  auto left = rows_[a].cbegin(), right = rows_[b].cbegin();
  while (left != rows_[a].cend() || right != rows_[b].cend()) {
    const bool has_left =
        right == rows_[b].cend() || (left != rows_[a].cend() && left->task <= right->task);
    const bool has_right =
        left == rows_[a].cend() || (right != rows_[b].cend() && right->task <= left->task);
    const std::uint32_t column = has_left ? left->task : right->task;
    const std::uint8_t first = has_left ? state_of(left->part) : kNone;
    const std::uint8_t second = has_right ? state_of(right->part) : kNone;
    if (has_left) ++left;
    if (has_right) ++right;
    const bool held = std::ranges::binary_search(locked_[a], column) ||
                      std::ranges::binary_search(locked_[b], column);
    if (first != second && !held)
      between(first, second).push_back(static_cast<std::uint32_t>(columns_.size()));
    columns_.push_back({column, first, second});
  }
}

// Each column of two states goes to either row with the chance (columns that row still needs) /
// (columns still to deal): every deal is equally likely.
void PartWalk::deal(RandomEngine& engine) {
  for (std::uint8_t x = 0; x < kStates; ++x)
    for (std::uint8_t y = static_cast<std::uint8_t>(x + 1); y < kStates; ++y) {
      const auto &forward = between(x, y), &backward = between(y, x);
      std::uint64_t needed = forward.size();
      std::uint64_t to_deal = forward.size() + backward.size();
      if (needed == 0 || needed == to_deal) continue;
      for (const auto* places : {&forward, &backward})
        for (const std::uint32_t place : *places) {
          const bool is_forward = uniform_below(engine, to_deal--) < needed;
          needed -= is_forward ? 1U : 0U;
          columns_[place].first = is_forward ? x : y;
          columns_[place].second = is_forward ? y : x;
        }
    }
}

void PartWalk::turn(RandomEngine& engine) {
  std::array<std::uint8_t, kStates> order{};
  std::ranges::copy(present_, order.begin());
  shuffle(std::span(order).first(present_.size()), engine);
  const auto [x, y, z, rest1, rest2] = order;
  double ways = 1, ways_back = 1;
  std::array<std::uint32_t, 3> chosen{};
  const std::array<std::pair<std::uint8_t, std::uint8_t>, 3> ring{{{x, y}, {y, z}, {z, x}}};
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto& places = between(ring[i].first, ring[i].second);
    if (places.empty()) return;
    chosen[i] = places[uniform_below(engine, places.size())];
    ways *= static_cast<double>(places.size());
    ways_back *= static_cast<double>(between(ring[i].second, ring[i].first).size() + 1);
  }
  if (uniform(engine) * ways_back >= ways) return;
  for (const std::uint32_t place : chosen) std::swap(columns_[place].first, columns_[place].second);
}

void PartWalk::put_back(std::size_t a, std::size_t b) {
  rows_[a].clear();
  rows_[b].clear();
  for (const Column& column : columns_) {
    if (column.first != kNone) rows_[a].push_back({column.column, static_cast<Part>(column.first)});
    if (column.second != kNone)
      rows_[b].push_back({column.column, static_cast<Part>(column.second)});
  }
}

}  // namespace respnet::graph
