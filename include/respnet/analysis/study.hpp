#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "respnet/analysis/backbone.hpp"
#include "respnet/analysis/cluster_stability.hpp"
#include "respnet/analysis/clusters.hpp"
#include "respnet/analysis/concentration.hpp"
#include "respnet/analysis/linkage.hpp"
#include "respnet/analysis/pair_tasks.hpp"
#include "respnet/analysis/rank_certainty.hpp"
#include "respnet/analysis/unit_pairs.hpp"
#include "respnet/analysis/workload.hpp"
#include "respnet/base/table.hpp"
#include "respnet/graph/approximate_distances.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/cluster_roles.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/components.hpp"
#include "respnet/graph/distances.hpp"
#include "respnet/graph/lead_graph.hpp"
#include "respnet/graph/modularity_bound.hpp"
#include "respnet/graph/nestedness.hpp"
#include "respnet/graph/sampling.hpp"
#include "respnet/graph/spectral.hpp"
#include "respnet/graph/two_mode_overlap.hpp"
#include "respnet/graph/work_options.hpp"

namespace respnet::analysis {

struct Chance;  // chance.hpp

struct StudyOptions {
  graph::CountingOptions counting = {};
  ClusterMethod cluster_method = ClusterMethod::Barber;
  double resolution = 1;  ///< of the clusters; > 0
  PairOptions pairs = {};
  std::uint64_t seed = 1;
  unsigned threads = 0;  ///< 0: all; no result depends on it
  /// Nothing is sampled, thinned or refused for the time it takes, however long that is.
  bool exact = false;
  double epsilon = 0.01;  ///< how far off what is sampled may be; in (0, 1), see graph::Guarantee
  double delta = 0.1;     ///< how likely it may be that it is farther off; in (0, 1)
};

/// A network under study: the input of all measures. Owns the graphs and computes what measures
/// share, each when it is first asked for, and once.
///
/// The network must outlive it. Results are valid as long as it is. Not for several threads at
/// once (the kernels inside use them).
/// Every function throws what the kernel behind it throws; LimitError again at every call.
class Study {
 public:
  /// Cost: that of BipartiteGraph.
  explicit Study(const model::Network& network, const StudyOptions& options = {});
  ~Study();
  Study(const Study&) = delete;
  Study& operator=(const Study&) = delete;

  const model::Network& network() const { return graph_.network(); }
  const StudyOptions& options() const { return options_; }

  /// Of the kernels that compare pairs.
  graph::WorkOptions work() const;

  const graph::BipartiteGraph& graph() const { return graph_; }
  const graph::CoResponsibilityGraph& projection(
      graph::ProjectionWeight weight = graph::ProjectionWeight::Shared) const;
  const graph::LeadGraph& lead_graph() const;

  /// One part of the assignments by itself, Lead or Support: the same tasks and units, by number,
  /// joined where the unit takes that part. What is measured of a study can be measured of it.
  const Study& part_view(graph::Part part) const;

  const Loads& loads() const;
  const Concentration& concentration_of(LoadKind load) const;
  const Clusters& clusters() const;
  const ClusterStability& cluster_stability() const;
  /// How far the clusters' modularity is from the best possible; empty where it does not apply
  /// (no edges, or clusters of the projection).
  const std::optional<graph::ModularityBound>& modularity_bound() const;
  const RankCertainty& ranks(LoadKind load) const;
  const RoleWeightRanks& role_weight_ranks() const;
  const Linkage& linkage() const;
  const std::vector<UnitPair>& pairs() const;
  const std::vector<PairTasks>& pair_tasks() const;  ///< along pairs()
  const std::vector<PairTest>& pair_tests() const;   ///< of all pairs, exact SDSM

  const Chance& chance() const;  ///< see chance.hpp

  /// A column by joint vertex that units and tasks share: made when either asks for it first.
  const std::vector<double>& joint(std::string_view name,
                                   const std::function<std::vector<double>()>& make) const;

  /// A measure of units or of the network, made when it is asked for first: tables share it.
  /// @throws LimitError  again, if `make` refused once
  const Column::Values& column(std::string_view name,
                               const std::function<Column::Values()>& make) const;

  // Of the two-mode graph, by joint vertex.
  const graph::Components& components() const;
  const graph::DistanceSums& distances() const;
  /// bipartite_closeness() and the sums of 1/distance of distances(), or from samples where those
  /// are refused. @throws LimitError  when samples would not do, or did not
  const graph::Estimates& closeness() const;
  const graph::Estimates& harmonic() const;
  /// Pair counts. From samples where searches from every vertex are too many (5·10^9 steps) and
  /// nobody asked for them (`exact`).
  const graph::Estimates& betweenness() const;
  const std::vector<double>& eigenvector() const;  ///< unit norm per mode
  const std::vector<double>& pagerank() const;
  const std::vector<std::uint32_t>& cores() const;

  const graph::TwoModeOverlap& overlap(graph::Side side) const;
  std::uint64_t butterflies() const;
  const graph::Nestedness& nestedness() const;

  const graph::DistanceSums& projection_distances() const;
  const graph::Estimates& projection_closeness() const;    ///< as wasserman_faust_closeness()
  const graph::Estimates& projection_harmonic() const;     ///< likewise, unweighted
  const graph::Estimates& projection_betweenness() const;  ///< likewise, unweighted
  const graph::Estimates& lead_betweenness() const;        ///< likewise, of ordered pairs
  /// Of arcs from lead to support, between clusters; by unit number.
  const std::vector<graph::Brokerage>& brokerage() const;
  /// Of the lead graph: left the supporting units, right the leads.
  const graph::SingularVectors& hubs_and_authorities() const;

 private:
  const graph::DistanceEstimates& distance_estimates() const;
  const graph::DistanceEstimates& projection_distance_estimates() const;
  struct Results;
  StudyOptions options_;
  graph::BipartiteGraph graph_;
  std::unique_ptr<Results> results_;
};

}  // namespace respnet::analysis
