#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// Whether merges make one tree, or nothing: each group merges once, after it was made, at a height
/// in [0, 1] that is not below its own; and one is left.
bool is_tree(std::span<const Merge> merges, std::size_t units);

/// The tree of units that merges make, to be drawn from top to bottom.
struct UnitTree {
  static constexpr std::uint32_t kNoUnit = UINT32_MAX;

  struct Node {
    std::uint32_t unit = kNoUnit;      ///< of a leaf
    std::size_t upper = 0, lower = 0;  ///< of a merge: its parts, in `nodes`
    double height = 0;                 ///< of a merge
    std::size_t first = 0, last = 0;   ///< its leaves: [first, last) of `leaves`
    std::uint32_t heaviest = kNoUnit;  ///< of its units, the first in the order asked for

    bool is_leaf() const { return unit != kNoUnit; }
    std::size_t size() const { return last - first; }
  };
  std::vector<Node> nodes;            ///< parts before what they make; the last is the whole tree
  std::vector<std::uint32_t> leaves;  ///< unit numbers from top to bottom
};

/// @param order  every unit number; in every merge the part whose first unit comes first in it is
///               the upper one
/// @pre is_tree(merges, order.size())
/// Cost: O(units).
UnitTree unit_tree(std::span<const Merge> merges, const std::vector<std::uint32_t>& order);

/// The largest parts of the tree that are made at `height` or below it, from top to bottom: they
/// hold every unit once. By place in `nodes`.
std::vector<std::size_t> parts_at(const UnitTree& tree, double height);

}  // namespace respnet::viz
