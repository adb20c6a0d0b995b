#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "respnet/analysis/clusters.hpp"

namespace respnet::analysis {

struct ConsensusOptions {
  std::size_t runs = 100;  ///< > 0
  double resolution = 1;
  std::uint64_t seed = 1;  ///< of the first run; the others take those after it
  unsigned threads = 0;    ///< 0: all; the result does not depend on it
};

/// How much clusters depend on the chance in their search: many single runs of the method (without
/// restarts), each from its own seed, and what they have in common.
struct ClusterConsensus {
  std::size_t runs = 0;
  std::size_t partitions = 0;  ///< different ones among the runs
  double most_frequent = 0;    ///< share of runs with the most frequent one
  double as_given = 0;         ///< share of runs that divide the units as the clusters given do
  double agreement = 0;        ///< mean adjusted Rand index of the runs with the clusters given
  std::size_t rounds = 0;      ///< of clustering the co-assignment until all runs agreed
  bool settled = false;        ///< whether they agreed within 50 rounds; else the most frequent
  /// By unit number, as Clusters::of_unit: the consensus.
  std::vector<std::uint32_t> of_unit;
  std::uint32_t count = 0;  ///< clusters of the consensus
  /// By unit number: mean of together() with the other members of its consensus cluster; NaN for
  /// units that are alone in it or in none.
  std::vector<double> stability;
  /// Share of runs that put both units in one cluster; of a unit with itself 1; 0 for units in
  /// none.
  double together(std::uint32_t a, std::uint32_t b) const;

  std::vector<std::uint32_t> same;  ///< counts of runs, n × n, symmetric
};

/// Consensus clustering: the share of runs that put two units together is itself a weighted graph
/// of the units (shares up to one half are left out, but each unit keeps its strongest tie); it is
/// clustered as often by Leiden on modularity, and so on until all runs agree.
/// @param clusters  of `graph`, by any method: what the runs are compared with; says the method
/// @throws LimitError             when runs × edges exceed kMostResampledEdges, or for more than
///                                2,000 units
/// @throws std::invalid_argument  on an option out of range
/// Cost: that of the clustering, `runs` times, and O(runs n²) a round; memory 4 n² bytes for n
/// units. Deterministic for a given seed.
/// Source: A. Lancichinetti and S. Fortunato, Scientific Reports 2:336, 2012,
/// doi:10.1038/srep00336.
ClusterConsensus cluster_consensus(const graph::BipartiteGraph& graph, const Clusters& clusters,
                                   const ConsensusOptions& options = {});

}  // namespace respnet::analysis
