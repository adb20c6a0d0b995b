#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"

namespace respnet::analysis {

enum class ClusterMethod : std::uint8_t {
  Barber,      ///< tasks and units together, by Barber's modularity of the two-mode graph
  Modularity,  ///< units, by Newman-Girvan modularity of the shared-task projection
  Brim,        ///< as Barber, searched by BRIM: a reference
  Lpawb,       ///< as Barber, searched by label propagation (DIRTLPAwb+): a reference
  Sbm,         ///< units, by the degree-corrected block model of least description length
};

std::string_view name(ClusterMethod method);
std::optional<ClusterMethod> cluster_method_named(std::string_view name);
/// Whether the method optimises Barber's modularity, so that its clusters hold tasks and units.
bool uses_barber(ClusterMethod method);

struct ClusterOptions {
  double resolution = 1;  ///< γ > 0; more makes more and smaller clusters
  std::uint64_t seed = 1;
  /// The best is kept; 0: as many as suit the size. Lpawb: for each number of modules.
  int restarts = 0;
  unsigned threads = 0;  ///< 0: all; the result does not depend on it
};

inline constexpr std::uint32_t kNoCluster = UINT32_MAX;

/// Units that keep working with each other.
struct Cluster {
  std::vector<std::uint32_t> units;  ///< unit numbers, ascending; never empty
  /// Of these, the units that work with their cluster at least as much as its mean unit does (see
  /// Clusters::strength), ascending: the head of a head/tail break (B. Jiang, The Professional
  /// Geographer 65(3), 2013, doi:10.1080/00330124.2012.700499). Never empty; all of them in a
  /// cluster of equals.
  std::vector<std::uint32_t> core;
  std::vector<model::TaskId> tasks;  ///< whose units are all in the cluster
};

/// Clusters of units, numbered by how many units they hold, most first; of equal numbers, by
/// smallest unit.
///
/// A unit without tasks works with nobody and is in no cluster; a unit with tasks but no partners
/// may be one of its own.
struct Clusters {
  std::vector<Cluster> clusters;
  std::vector<std::uint32_t> of_unit;  ///< by unit number; kNoCluster: no tasks
  /// By task; kNoCluster: no units. Where uses_barber(): the cluster the task was found in; else
  /// the one of most of its units, the smallest number of equals.
  std::vector<std::uint32_t> of_task;
  /// By unit number: tasks shared with other members of its cluster, summed over these members.
  std::vector<std::uint64_t> strength;
  std::vector<model::TaskId> bridges;  ///< tasks with units of two or more clusters, by TaskId
  /// By task: the share of its pairs of units that lie in different clusters, in [0, 1]; NaN for
  /// tasks of fewer than two units. 0 inside a cluster, 1 where each unit is of another.
  std::vector<double> cross_cluster;
  /// Of the method, recomputed from the final labels; empty for a graph without edges and for Sbm,
  /// whose groups need not work with each other.
  std::optional<double> modularity;
  /// Sbm only: nats, see graph::description_length; empty for a graph without edges.
  std::optional<double> description_length;
  /// Sbm only: by task, its group among the groups of tasks, which are not those of units;
  /// kNoCluster: no units.
  std::vector<std::uint32_t> task_group;
  ClusterMethod method = ClusterMethod::Barber;
  double resolution = 1;
  std::uint64_t seed = 1;
};

/// Clusters by the Leiden algorithm on Barber's bipartite modularity.
///
/// Clusters that an edge joins and whose union leaves modularity as it is are merged. (Units that
/// share each and every task have modularity 0 however they are divided: they make one cluster.) At
/// resolution 1 no task is left in a cluster without units, nor a unit in one without tasks.
/// @throws std::invalid_argument  on an option out of range
/// Cost: nearly linear in assignments a restart. Deterministic for a given seed.
/// Source: see graph::leiden_barber.
Clusters two_mode_clusters(const graph::BipartiteGraph& graph, const ClusterOptions& options = {});

/// Clusters by the Leiden algorithm on the modularity of the projection. Units joined by no partner
/// are clusters of their own.
/// @param shared  the projection of `graph`, weight ProjectionWeight::Shared
/// Errors and cost as above, in pairs instead of assignments. Source: see graph::leiden.
Clusters projection_clusters(const graph::BipartiteGraph& graph,
                             const graph::CoResponsibilityGraph& shared,
                             const ClusterOptions& options = {});

/// Groups of units that take part in the same groups of tasks; the model chooses how many, and one
/// where there is no more structure than the numbers of tasks and units. Resolution has no say.
/// @throws LimitError  as graph::block_model
/// Errors, cost and source: see graph::block_model.
Clusters block_clusters(const graph::BipartiteGraph& graph, const ClusterOptions& options = {});

/// Clusters by any method. Brim and Lpawb: as two_mode_clusters(), by graph::brim and
/// graph::label_propagation.
/// @throws LimitError  Modularity: when the projection is refused for its size; Sbm: as above
Clusters find_clusters(const graph::BipartiteGraph& graph, ClusterMethod method,
                       const ClusterOptions& options = {});

}  // namespace respnet::analysis
