#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::analysis {

/// Units that take part in exactly the same tasks.
struct InseparableUnits {
  std::vector<std::uint32_t> units;  ///< unit numbers, ascending; two or more
  std::size_t tasks = 0;             ///< that each of them has; two or more
};

/// The sets of units that the plan never parts: structurally equivalent in the two-mode graph
/// (F. Lorrain and H. C. White, Journal of Mathematical Sociology 1, 1971,
/// doi:10.1080/0022250X.1971.9989788), whatever their roles. Units of a single task are left out,
/// as they are in its company by chance; so are group units, which stand for others.
/// @return  most tasks first, then most units, then smallest unit; no unit is in two of them
/// Cost: O(assignments log units).
std::vector<InseparableUnits> inseparable_units(const graph::BipartiteGraph& graph);

}  // namespace respnet::analysis
