#pragma once

#include <cstddef>

#include "respnet/graph/two_mode_overlap.hpp"

namespace respnet::graph {

// Of n vertices that share nothing; `others` on the other side.
TwoModeOverlap no_overlap(std::size_t n, std::size_t others);

// two_mode_overlap() for a side of few different degrees, as tasks are: partners are counted by
// what they share and their degree, and those that share heavy neighbours alone are never listed
// but counted from the sets of these (HeavySubsets) by inclusion and exclusion.
//
// Cost: O(Σ over light neighbours of d² + Σ_v 2^h_v · degrees), h_v the heavy neighbours of v; the
// result does not depend on `heavies` or `threads`.
TwoModeOverlap overlap_by_classes(const BipartiteGraph& graph, Side side, std::size_t heavies,
                                  unsigned threads);

// How many neighbours to take as heavy, and the steps that take then.
struct OverlapPlan {
  bool by_classes = false;
  std::size_t heavies = 0;
  double steps = 0;
};
OverlapPlan overlap_plan(const BipartiteGraph& graph, Side side);

}  // namespace respnet::graph
