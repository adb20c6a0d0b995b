#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "respnet/viz/picture.hpp"
#include "viz/facts.hpp"

namespace respnet::viz {

struct ClusterMember {
  std::uint32_t unit = 0;
  bool core = false;
};

/// A cluster that is drawn as a box.
struct ClusterBox {
  std::size_t number = 0;              ///< from 1, as everywhere
  std::vector<ClusterMember> members;  ///< core first, then by tasks; those that are named
  std::size_t units = 0;               ///< of the cluster
  std::size_t inside = 0;              ///< tasks whose units are all in it
};

/// Tasks with units of both clusters.
struct ClusterBridge {
  std::size_t from = 0, to = 0;  ///< places in ClusterPlan::boxes, from < to
  std::size_t tasks = 0;
};

/// What the map of clusters shows, before anything has a place.
struct ClusterPlan {
  std::vector<ClusterBox> boxes;  ///< by number
  std::vector<ClusterBridge> bridges;
  std::size_t clusters = 0;  ///< of the network
  std::size_t crossing = 0;  ///< tasks with units of two clusters or more
  std::size_t outside = 0;   ///< units in no cluster
  std::size_t thinned = 0;   ///< bridges left out
  std::size_t least = 0;     ///< tasks of the weakest that are not kept as a strongest one
  bool has_core = false;

  static constexpr std::size_t kMostClusters = 30, kMostMembers = 12;
};

/// The largest 30 clusters and the bridges between them; of many bridges the strong ones and each
/// cluster's strongest.
/// Cost: O(assignments + tasks × their clusters²).
ClusterPlan cluster_plan(const graph::BipartiteGraph& graph, const std::vector<Load>& loads,
                         const PictureOptions& options);

}  // namespace respnet::viz
