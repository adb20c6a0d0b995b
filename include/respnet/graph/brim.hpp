#pragma once

#include <cstdint>
#include <span>

#include "respnet/graph/leiden.hpp"
#include "respnet/graph/two_mode.hpp"

namespace respnet::graph {

struct BrimOptions {
  double resolution = 1;      ///< γ > 0
  std::uint32_t modules = 0;  ///< at most so many; 0: as many as prove best
  std::uint64_t seed = 1;
  /// Runs from random starts, the best kept, the first of equals; 0: as many as suit the size,
  /// 400000 / arcs but 2 at least and 100 at most.
  int restarts = 0;
  unsigned threads = 0;  ///< 0: all; the result does not depend on it
};

/// Modules of both modes by BRIM: bipartite, recursively induced modules.
///
/// Each vertex of one mode goes to the module in which it gains most modularity, given the modules
/// of the other mode; then the other mode; until nothing moves. No step lowers modularity. With
/// `modules` 0 their number is doubled while that helps, from 1, and then searched by bisection
/// between the last numbers that did not, each from its own random start (Barber's adaptive BRIM).
/// The modules are not necessarily connected. A reference for leiden_barber(), which is better and
/// faster.
/// @throws std::invalid_argument  on an option out of range
/// Cost: O(edges) a step, some tens of steps a restart. Deterministic for a given seed.
/// Source: M. Barber, Physical Review E 76, 066102, 2007, doi:10.1103/PhysRevE.76.066102.
Partition brim(const TwoMode& graph, const BrimOptions& options = {});

/// The fixed point that BRIM reaches from a given partition, moving the second mode first; it may
/// use the labels of `start` only.
/// @param start  by vertex; any labels below the number of vertices
/// @throws std::invalid_argument  on a resolution out of range, a wrong length or label
Partition brim_from(const TwoMode& graph, std::span<const std::uint32_t> start,
                    double resolution = 1);

}  // namespace respnet::graph
