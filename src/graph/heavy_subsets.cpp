#include "graph/heavy_subsets.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace respnet::graph {
namespace {

std::uint64_t key_of(std::uint32_t parent, std::uint32_t rank) {
  return std::uint64_t{parent} << 32 | rank;
}

}  // namespace

std::vector<std::uint32_t> largest_first(const BipartiteGraph& graph, Side side) {
  std::vector<std::uint32_t> order(size(graph, other(side)));
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::greater{}, [&](std::uint32_t x) {
    return graph.neighbors(joint(graph, other(side), x)).size();
  });
  return order;
}

HeavySubsets::HeavySubsets(const BipartiteGraph& graph, Side side, std::size_t heavies) {
  find_heavy(graph, side, heavies);
  find_degrees(graph, side);
  count();
}

void HeavySubsets::find_heavy(const BipartiteGraph& graph, Side side, std::size_t heavies) {
  first_neighbor_ = joint(graph, other(side), 0);
  order_ = largest_first(graph, side);
  heavy_count_ = std::min(heavies, order_.size());
  ranks_.assign(order_.size(), kLight);
  for (std::uint32_t rank = 0; rank < heavy_count_; ++rank) ranks_[order_[rank]] = rank;

  begins_.assign(1, 0);
  for (std::size_t i = 0; i < size(graph, side); ++i) {
    for (const Vertex x : graph.neighbors(joint(graph, side, i)))
      if (rank(x) != kLight) heavy_.push_back(rank(x));
    std::sort(heavy_.begin() + static_cast<std::ptrdiff_t>(begins_.back()), heavy_.end());
    begins_.push_back(heavy_.size());
    if (is_wide(i)) wide_.push_back(static_cast<std::uint32_t>(i));
  }
}

void HeavySubsets::find_degrees(const BipartiteGraph& graph, Side side) {
  const std::size_t n = size(graph, side);
  class_of_.resize(n);
  for (std::size_t i = 0; i < n; ++i)
    class_of_[i] = static_cast<std::uint32_t>(graph.neighbors(joint(graph, side, i)).size());
  degrees_ = class_of_;
  std::ranges::sort(degrees_);
  const auto repeated = std::ranges::unique(degrees_);
  degrees_.erase(repeated.begin(), repeated.end());
  std::vector<std::uint32_t> place(degrees_.empty() ? 0 : degrees_.back() + std::size_t{1}, 0);
  for (std::uint32_t c = 0; c < degrees_.size(); ++c) place[degrees_[c]] = c;
  for (std::uint32_t& degree : class_of_) degree = place[degree];
}

// The nodes of the subsets of of(i), by mask; those of single members are their ranks.
void HeavySubsets::walk(std::size_t i, std::vector<std::uint32_t>& nodes, const auto& next) const {
  const auto own = of(i);
  nodes.resize(std::size_t{1} << own.size());
  for (std::size_t bit = 0; bit < own.size(); ++bit) {
    const std::size_t top = std::size_t{1} << bit;
    nodes[top] = own[bit];
    for (std::size_t mask = top + 1; mask < 2 * top; ++mask)
      nodes[mask] = next(nodes[mask - top], own[bit]);
  }
}

void HeavySubsets::count() {
  node_count_ = heavy_count_;
  std::vector<std::uint32_t> times(node_count_, 0), nodes;
  keys_.assign(1024, 0);
  nodes_.assign(1024, 0);
  const std::size_t n = class_of_.size();
  for (std::size_t i = 0; i < n; ++i) {
    if (is_wide(i)) continue;
    walk(i, nodes, [&](std::uint32_t parent, std::uint32_t rank) { return child(parent, rank); });
    times.resize(node_count_, 0);
    for (std::size_t mask = 1; mask < nodes.size(); ++mask) ++times[nodes[mask]];
  }
  // Most sets are those of one vertex: they need no row.
  rows_.assign(node_count_, kLone);
  std::uint32_t rows = 0;
  for (std::size_t node = 0; node < node_count_; ++node)
    if (times[node] != 1) rows_[node] = rows++;
  counts_.assign(rows * degrees_.size(), 0);
  for (std::size_t i = 0; i < n; ++i) {
    if (is_wide(i)) continue;
    walk(i, nodes,
         [&](std::uint32_t parent, std::uint32_t rank) { return existing_child(parent, rank); });
    for (std::size_t mask = 1; mask < nodes.size(); ++mask)
      if (const std::uint32_t row = rows_[nodes[mask]]; row != kLone)
        ++counts_[row * degrees_.size() + class_of_[i]];
  }
}

void HeavySubsets::fill(std::size_t i, std::vector<std::uint32_t>& counts) const {
  thread_local std::vector<std::uint32_t> nodes;
  walk(i, nodes,
       [&](std::uint32_t parent, std::uint32_t rank) { return existing_child(parent, rank); });
  const std::size_t classes = degrees_.size();
  counts.assign(nodes.size() * classes, 0);
  for (std::size_t mask = 1; mask < nodes.size(); ++mask) {
    const std::uint32_t row = rows_[nodes[mask]];
    std::uint32_t* const out = counts.data() + mask * classes;
    if (row == kLone) {
      out[class_of_[i]] = 1;
    } else {
      std::copy_n(counts_.data() + row * classes, classes, out);
    }
  }
}

std::size_t HeavySubsets::slot(std::uint64_t key) const {
  const std::size_t last = keys_.size() - 1;
  std::size_t at = (key * 0x9E3779B97F4A7C15U >> 20) & last;
  while (keys_[at] != 0 && keys_[at] != key) at = (at + 1) & last;
  return at;
}

std::uint32_t HeavySubsets::child(std::uint32_t parent, std::uint32_t rank) {
  const std::uint64_t key = key_of(parent, rank);
  std::size_t at = slot(key);
  if (keys_[at] == 0) {
    if (2 * (node_count_ - heavy_count_) > keys_.size()) {
      grow();
      at = slot(key);
    }
    keys_[at] = key;
    nodes_[at] = static_cast<std::uint32_t>(node_count_++);
  }
  return nodes_[at];
}

std::uint32_t HeavySubsets::existing_child(std::uint32_t parent, std::uint32_t rank) const {
  return nodes_[slot(key_of(parent, rank))];
}

void HeavySubsets::grow() {
  const auto keys = std::exchange(keys_, std::vector<std::uint64_t>(2 * keys_.size(), 0));
  const auto nodes = std::exchange(nodes_, std::vector<std::uint32_t>(keys_.size(), 0));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const std::size_t at = slot(keys[i]);
    keys_[at] = keys[i];
    nodes_[at] = nodes[i];
  }
}

}  // namespace respnet::graph
