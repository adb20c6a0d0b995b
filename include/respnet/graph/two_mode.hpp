#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// A two-mode graph with or without weights, borrowed: vertices 0 … rows-1 are one mode, the rest
/// the other, and every edge joins the two.
struct TwoMode {
  Adjacency adjacency;
  std::size_t rows = 0;
};

/// Tasks as rows, every edge weighing 1. Valid as long as `graph` is.
TwoMode two_mode(const BipartiteGraph& graph);

/// Barber's modularity with weights: edges and degrees become sums of weights.
///
/// Q = Σ_c [ W_c / W - γ K_c D_c / W² ]. Equal weights give the value without weights. 0 without
/// edges.
/// @param cluster  by vertex; any labels below the number of vertices
/// @throws std::invalid_argument  on a wrong length or a label out of range
/// Cost: O(vertices + edges). Source: M. Barber, Physical Review E 76, 066102, 2007,
/// doi:10.1103/PhysRevE.76.066102; with weights: S. Beckett, Royal Society Open Science 3, 140536,
/// 2016, doi:10.1098/rsos.140536.
double barber_modularity(const TwoMode& graph, std::span<const std::uint32_t> cluster,
                         double resolution = 1);

}  // namespace respnet::graph
