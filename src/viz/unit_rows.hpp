#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "viz/labels.hpp"

namespace respnet::viz {

/// Names of units that stand under each other.
struct UnitNames {
  std::vector<Label> labels;  ///< as the units were given; of one line
  double width = 0;           ///< of the widest
};

/// @param widest  longer names are cut to it
UnitNames unit_names(const graph::BipartiteGraph& graph, const std::vector<std::uint32_t>& units,
                     const TextMetrics& metrics, Font font, double widest);

}  // namespace respnet::viz
