#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "respnet/viz/picture.hpp"
#include "viz/facts.hpp"
#include "viz/text_metrics.hpp"

namespace respnet::viz {

enum class UnitRelation : std::uint8_t { Shared, Support };

/// A drawn relation between two drawn units.
struct UnitEdge {
  std::uint32_t from = 0, to = 0;  ///< places in UnitNetworkPlan::units; Shared: from < to
  std::size_t tasks = 1;
};

/// What a unit network shows, before anything has a place.
struct UnitNetworkPlan {
  std::vector<std::uint32_t> units;  ///< unit numbers, rising
  std::vector<bool> labelled;        ///< by place in `units`
  std::vector<UnitEdge> edges;
  std::string finding;             ///< for the title
  std::vector<std::string> notes;  ///< for the second line: what is counted, what is left out
  std::size_t strong = 3;          ///< from here on a relation is darker and carries its number
  bool large = false;              ///< too many units for labels
};

/// Empty (no units) when no two units that may be drawn are related.
/// Cost: that of the projection, plus O(edges log edges).
UnitNetworkPlan unit_network_plan(const graph::BipartiteGraph& graph, UnitRelation relation,
                                  const std::vector<Load>& loads, const PictureOptions& options,
                                  const Messages& say, const TextMetrics& metrics);

}  // namespace respnet::viz
