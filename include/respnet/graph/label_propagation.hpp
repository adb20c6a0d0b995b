#pragma once

#include <cstdint>

#include "respnet/graph/leiden.hpp"
#include "respnet/graph/two_mode.hpp"

namespace respnet::graph {

struct LabelPropagationOptions {
  double resolution = 1;  ///< γ > 0
  std::uint64_t seed = 1;
  /// Random starts for each number of modules to begin with (Beckett: 10, with which two seeds in
  /// ten miss the optimum of the Southern Women); 0: LPAwb+ alone, from one label a row.
  int repeats = 50;
  std::uint32_t fewest = 4;  ///< modules that random starts begin with; most: those of LPAwb+
  unsigned threads = 0;      ///< 0: all; the result does not depend on it
};

/// Modules of both modes by label propagation: LPAwb+, repeated from other starts (DIRTLPAwb+).
///
/// Each mode in turn takes the labels, out of those next to it, that raise modularity most, given
/// the labels of the other mode; when nothing moves, pairs of modules whose union has a larger
/// modularity are merged, the best first, and labels propagate again; until no pair is left. The
/// best of all starts is kept, the first of equals. At most 4·10^6 / arcs random starts are made,
/// and 10000. A reference for leiden_barber().
/// @throws std::invalid_argument  on an option out of range
/// Cost: O(edges · log) a step, some tens of steps a start. Deterministic for a given seed.
/// Source: S. Beckett, Royal Society Open Science 3, 140536, 2016, doi:10.1098/rsos.140536;
/// merging: X. Liu and T. Murata, Journal of Systems Science and Complexity, 2010 (LPAb+).
Partition label_propagation(const TwoMode& graph, const LabelPropagationOptions& options = {});

}  // namespace respnet::graph
