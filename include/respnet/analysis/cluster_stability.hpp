#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "respnet/analysis/clusters.hpp"

namespace respnet::analysis {

/// Resampled networks may hold this many edges in all before they are refused: some ten seconds.
inline constexpr double kMostResampledEdges = 4e6;

struct StabilityOptions {
  std::size_t samples = 100;  ///< > 0
  std::uint64_t seed = 1;
  int restarts = 5;      ///< of the clustering of each sample; > 0; Lpawb and Sbm take 1
  unsigned threads = 0;  ///< 0: all; the result does not depend on it
};

/// How sure clusters are: what becomes of them when the tasks of the plan are drawn anew.
///
/// Each sample draws as many tasks as there are, with replacement, and clusters the units that it
/// holds by the same method. A unit without tasks in a sample has no say in it.
struct ClusterStability {
  std::size_t samples = 0;
  /// By cluster: mean over samples of the largest Jaccard similarity that any cluster of the sample
  /// has with it, in [0, 1]; NaN if none of its units came in any sample. Below 0.6 a cluster is
  /// not to be trusted, above 0.75 it is a valid, stable one (Hennig's thresholds).
  std::vector<double> of_cluster;
  /// By unit number: mean over the other members of its cluster of together(), in [0, 1]; NaN for
  /// units that are alone in their cluster or in none.
  std::vector<double> of_unit;
  /// Mean adjusted Rand index between the clusters and those of the samples, over the units that
  /// are in both; NaN if no sample holds two units.
  double agreement = 0;
  /// Of the samples that hold both units, the share that puts them in one cluster; NaN where no
  /// sample holds both. Units by number, in any order; of a unit with itself 1.
  double together(std::uint32_t a, std::uint32_t b) const;

  std::vector<std::uint32_t> same, both;  ///< counts of samples, n × n, symmetric
};

/// @param clusters  of `graph`, by either method
/// @throws LimitError             when samples × edges exceed kMostResampledEdges, or for more than
///                                5,000 units
/// @throws std::invalid_argument  on an option out of range
/// Cost: that of the clustering, `samples` times; memory 8 n² bytes for n units. Deterministic for
/// a given seed.
/// Source: C. Hennig, Computational Statistics & Data Analysis 52(1), 2007,
/// doi:10.1016/j.csda.2006.11.025 (bootstrap, Jaccard, thresholds); A. Lancichinetti and
/// S. Fortunato, Scientific Reports 2:336, 2012, doi:10.1038/srep00336 (co-assignment).
ClusterStability cluster_stability(const graph::BipartiteGraph& graph, const Clusters& clusters,
                                   const StabilityOptions& options = {});

}  // namespace respnet::analysis
