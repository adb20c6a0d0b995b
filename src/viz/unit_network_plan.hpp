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

/// A node of a unit network: a unit, or where there are too many, a cluster of them.
struct UnitNode {
  std::string key;      ///< "u7", "c3"
  std::string classes;  ///< "unit organ", "cluster"
  std::string name;
  std::string label;        ///< where it is not the name
  std::string below;        ///< a line of its own under the label
  std::string id;           ///< as the network has it; of a cluster its number
  std::string title;        ///< for a tooltip
  std::size_t size = 0;     ///< tasks of the unit, members of the cluster: decides the size of type
  std::size_t cluster = 0;  ///< from 1; 0: none
  bool group = false;
  bool leading = false;  ///< has lead tasks, in a network of leads
  bool labelled = true;
};

/// A drawn relation between two drawn nodes.
struct UnitEdge {
  std::uint32_t from = 0, to = 0;  ///< places in UnitNetworkPlan::nodes; Shared: from < to
  std::size_t tasks = 1;
};

/// What a unit network shows, before anything has a place.
struct UnitNetworkPlan {
  std::vector<UnitNode> nodes;  ///< by unit number or cluster number, rising
  std::vector<UnitEdge> edges;
  std::string finding;             ///< for the title
  std::vector<std::string> notes;  ///< for the second line: what is counted, what is left out
  std::size_t strong = 3;          ///< from here on a relation is darker and carries its number
  bool large = false;              ///< too many units for labels
  bool of_clusters = false;        ///< the nodes are clusters
};

/// Empty (no nodes) when no two units that may be drawn are related. Above 3000 units their
/// clusters are the nodes, if they are known.
/// Cost: that of the projection, plus O(edges log edges).
UnitNetworkPlan unit_network_plan(const graph::BipartiteGraph& graph, UnitRelation relation,
                                  const std::vector<Load>& loads, const PictureOptions& options,
                                  const Messages& say, const TextMetrics& metrics);

/// Leaves out weak relations where there are more than `most`: keeps those of at least some
/// number of tasks, and the strongest that keep together what hangs together (a maximum spanning
/// forest; of equals the first), so that no unit is cut off and no part drifts away. Says so.
void thin(std::vector<UnitEdge>& edges, std::size_t most, const Messages& say,
          std::vector<std::string>& notes);

/// Three tasks, or more where that would darken more than `most` relations.
std::size_t strong_from(const std::vector<UnitEdge>& edges, std::size_t most);

}  // namespace respnet::viz
