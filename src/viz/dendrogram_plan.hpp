#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "viz/facts.hpp"
#include "viz/unit_tree.hpp"

namespace respnet::viz {

/// What the dendrogram shows, before it is drawn.
struct DendrogramPlan {
  /// A leaf, or a set that is drawn as one.
  struct Row {
    std::size_t node = 0;  ///< in UnitTree::nodes
    std::size_t set = 0;   ///< its set, from 1; 0: in none
  };
  /// Units that merge below the cut: at least two.
  struct Set {
    std::size_t node = 0;
    std::size_t first = 0, last = 0;  ///< its rows: [first, last)
    std::string letter;               ///< "A", …, "Z", "AA", …
  };
  /// A merge of two groups that are shown, in rows from 0 and heights.
  struct Fork {
    std::size_t node = 0;
    double upper_row = 0, lower_row = 0;        ///< where its stems stand
    double upper_height = 0, lower_height = 0;  ///< where they begin
    double height = 0;                          ///< where they end
    std::size_t set = 0;                        ///< that it lies in, from 1; 0: above the cut
  };

  UnitTree tree;
  double cut = 0;
  std::size_t grouped = 0;  ///< units in sets
  std::size_t sets_in_all = 0;
  bool collapsed = false;    ///< a set is one row
  std::size_t left_out = 0;  ///< units of the tree that have no row
  std::vector<Row> rows;
  std::vector<Set> sets;
  std::vector<Fork> forks;
};

/// @param order  every unit number, those to be drawn first
/// @pre merges make a tree that is not empty
/// Cost: O(units log units).
DendrogramPlan dendrogram_plan(const std::vector<Merge>& merges,
                               const std::vector<std::uint32_t>& order);

/// Where a tree of these merges is cut: at 0.85; where all merge below that, halfway between the
/// last two heights, or at 0.85 if there is but one.
double cut_height(const std::vector<Merge>& merges);

/// "A" for 0, "Z" for 25, "AA" for 26.
std::string letter(std::size_t place);

}  // namespace respnet::viz
