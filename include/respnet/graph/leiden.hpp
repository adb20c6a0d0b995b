#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

struct Partition {
  /// By vertex; clusters are numbered by size, largest first, equal sizes by smallest vertex.
  std::vector<std::uint32_t> cluster;
  std::uint32_t count = 0;  ///< clusters; an isolated vertex is one of its own
  double modularity = 0;    ///< recomputed from `cluster`, with the resolution asked for
  std::uint64_t seed = 1;   ///< as given
  int restarts = 0;         ///< runs made
};

struct LeidenOptions {
  double resolution = 1;  ///< γ > 0; more makes more and smaller clusters
  std::uint64_t seed = 1;
  /// Runs, each from its own random stream; the best is kept, the first of equals. 0: as many as
  /// suit the size, 400000 / arcs but 2 at least and 100 at most (one run in five finds the
  /// optimum of the Southern Women).
  int restarts = 0;
  unsigned threads = 0;  ///< 0: all; the result does not depend on it
};

/// Clusters of an undirected weighted graph by the Leiden algorithm on Newman-Girvan modularity.
///
/// Local moving with a queue, refinement with random merges that keep clusters connected, and
/// aggregation: a pass. Passes repeat until nothing moves. On graphs of over 10^5 arcs they end
/// with one that raises modularity by less than 10^-5 (its first step by half that), and once a
/// graph of groups has less than a quarter of the arcs it is searched several times, until four
/// searches in a row find nothing better. Every cluster is connected, and no merge of two would
/// raise modularity; up to 10^5 arcs no move of a single vertex would either.
/// @throws std::invalid_argument  on an option out of range
/// Cost: nearly linear in arcs a run; memory at most 24 bytes an arc and 100 a vertex for each run
/// at work, and 4 a vertex for each run. Deterministic for a given seed.
///
/// Source: V. Traag, L. Waltman and N. J. van Eck, Scientific Reports 9:5233, 2019,
/// doi:10.1038/s41598-019-41695-z. Random merges are drawn in proportion to exp(gain/θ), θ = 0.01
/// mean edge weights, so that scaling all weights changes nothing.
Partition leiden(const Adjacency& graph, const LeidenOptions& options = {});

/// The same on Barber's bipartite modularity: clusters of tasks and units together, by joint vertex
/// of the two-mode graph, every edge weighing 1.
///
/// An aggregated vertex carries two strengths, that of its tasks and that of its units, so the gain
/// of moving i to c is w(i,c) - γ (k_i D_c + d_i K_c) / E.
/// Source: also M. Barber, Physical Review E 76, 066102, 2007, doi:10.1103/PhysRevE.76.066102.
Partition leiden_barber(const BipartiteGraph& graph, const LeidenOptions& options = {});

/// Newman-Girvan modularity of a partition of an undirected graph.
///
/// Q = Σ_c [ w_c / 2m - γ (k_c / 2m)² ], w_c the weight of the arcs inside c (each edge twice), k_c
/// the weight of all arcs from c, 2m that of all arcs. 0 for a graph without edges.
/// @param cluster  by vertex; any labels below the number of vertices
/// @throws std::invalid_argument  on a wrong length or a label out of range
/// Cost: O(vertices + arcs). Range [-1/2, 1) at γ = 1.
/// Source: M. Newman and M. Girvan, Physical Review E 69, 026113, 2004,
/// doi:10.1103/PhysRevE.69.026113.
double modularity(const Adjacency& graph, std::span<const std::uint32_t> cluster,
                  double resolution = 1);

/// Barber's modularity of a partition of the joint vertices of a two-mode graph.
///
/// Q = Σ_c [ E_c / E - γ K_c D_c / E² ], E_c the edges inside c, K_c the degrees of its tasks, D_c
/// those of its units. Not the one-mode modularity of the same graph and labels.
/// 0 for a graph without edges. Arguments, errors and cost as modularity().
double barber_modularity(const BipartiteGraph& graph, std::span<const std::uint32_t> cluster,
                         double resolution = 1);

}  // namespace respnet::graph
