#include "viz/unit_tree.hpp"

#include <algorithm>
#include <utility>

namespace respnet::viz {

bool is_tree(std::span<const Merge> merges, std::size_t units) {
  std::vector<bool> merged(units + merges.size(), false);
  for (std::size_t i = 0; i < merges.size(); ++i) {
    const Merge& merge = merges[i];
    if (!(merge.height >= 0 && merge.height <= 1)) return false;
    for (const std::uint32_t part : {merge.a, merge.b}) {
      if (part >= units + i || merged[part]) return false;
      if (part >= units && merges[part - units].height > merge.height) return false;
      merged[part] = true;
    }
  }
  return std::count(merged.begin() + static_cast<std::ptrdiff_t>(units), merged.end(), false) <= 1;
}

namespace {

// Leaves from top to bottom, and by node which of them are its own.
void lay_out(UnitTree& tree) {
  std::vector<std::pair<std::size_t, bool>> open;  // nodes, and whether their parts are behind us
  open.emplace_back(tree.nodes.size() - 1, false);
  while (!open.empty()) {
    const auto [at, done] = open.back();
    UnitTree::Node& node = tree.nodes[at];
    open.pop_back();
    if (done) {
      node.last = tree.leaves.size();
      continue;
    }
    node.first = tree.leaves.size();
    open.emplace_back(at, true);
    if (node.is_leaf()) {
      tree.leaves.push_back(node.unit);
    } else {
      open.emplace_back(node.lower, false);
      open.emplace_back(node.upper, false);
    }
  }
}

}  // namespace

UnitTree unit_tree(std::span<const Merge> merges, const std::vector<std::uint32_t>& order) {
  UnitTree tree;
  if (merges.empty()) return tree;
  const std::size_t units = order.size();
  std::vector<std::size_t> rank(units);
  for (std::size_t i = 0; i < units; ++i) rank[order[i]] = i;

  std::vector<std::size_t> node_of(units + merges.size(), 0);  // by group
  const auto leaf = [&](std::uint32_t unit) {
    if (unit >= units) return;
    node_of[unit] = tree.nodes.size();
    tree.nodes.push_back({.unit = unit, .heaviest = unit});
  };
  for (std::size_t i = 0; i < merges.size(); ++i) {
    leaf(merges[i].a);
    leaf(merges[i].b);
    std::size_t upper = node_of[merges[i].a], lower = node_of[merges[i].b];
    if (rank[tree.nodes[lower].heaviest] < rank[tree.nodes[upper].heaviest])
      std::swap(upper, lower);
    node_of[units + i] = tree.nodes.size();
    tree.nodes.push_back({.upper = upper,
                          .lower = lower,
                          .height = merges[i].height,
                          .heaviest = tree.nodes[upper].heaviest});
  }
  lay_out(tree);
  return tree;
}

std::vector<std::size_t> parts_at(const UnitTree& tree, double height) {
  std::vector<std::size_t> parts, open;
  if (!tree.nodes.empty()) open.push_back(tree.nodes.size() - 1);
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    const UnitTree::Node& node = tree.nodes[at];
    if (node.is_leaf() || node.height <= height) {
      parts.push_back(at);
    } else {
      open.push_back(node.lower);
      open.push_back(node.upper);
    }
  }
  return parts;
}

}  // namespace respnet::viz
