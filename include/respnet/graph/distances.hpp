#pragma once

#include <cstdint>
#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// What closeness and harmonic centrality are made of. By vertex.
struct DistanceSums {
  std::vector<std::uint32_t> reached;  ///< vertices at a finite distance, without itself
  std::vector<std::uint64_t> sum;      ///< of the distances to them
  std::vector<double> inverse_sum;     ///< of 1/distance to them, nearest first
};

struct DistanceOptions {
  bool directed = false;
  unsigned threads = 0;  ///< 0: all; the result does not depend on it
  /// Vertices with arcs times arcs above it are refused before any search; undirected those of
  /// all_search_steps().
  double most_steps = 2e10;
};

/// Sums of the distances, in steps, from each vertex along its arcs; weights play no part.
///
/// @param out  both directions of every edge if undirected; if directed, give the arcs turned round
///             for distances to the vertex
/// @throws LimitError  before any search, when they would take more than `most_steps`
/// Cost: a breadth-first search from each vertex, O(vertices · arcs) time at worst; undirected 512
/// of them at once, a bit each. Memory O(vertices), 32 times. Source: M. Then et al., The more the
/// merrier: efficient multi-source graph traversal, PVLDB 8(4), 2014, doi:10.14778/2735496.2735507;
/// as distances are symmetric, each vertex counts the sources that reach it. In a two-mode part
/// only the smaller side keeps sets of sources: those of the other side are unions of them.
/// Undirected, twins (twin_classes()) are one vertex to the search where that saves a tenth of it;
/// they are two steps from each other.
DistanceSums distance_sums(const Adjacency& out, const DistanceOptions& options = {});

}  // namespace respnet::graph
