#pragma once

#include <vector>

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/work_options.hpp"

namespace respnet::graph {

/// Burt's constraint: how far the ties of a vertex lead back to each other.
///
/// c_i = Σ_j (p_ij + Σ_q p_iq p_qj)² over the neighbours j of i, with p_ij the share of the weight
/// of i that goes to j. Low where neighbours do not know each other.
/// @param graph  undirected, weighted
/// @return       one entry per vertex, in (0, 4), about 1 where one neighbour is all; NaN for a
///               vertex without neighbours
/// @throws LimitError  before any work, when Σ k² over the vertices exceeds `most_steps`
/// Cost: O(Σ k²) time, k the degrees. As NetworkX constraint.
/// Source: R. Burt, Structural Holes, Harvard University Press, 1992.
std::vector<double> constraint(const Adjacency& graph, const WorkOptions& options = {});

/// Burt's effective size: neighbours less their mean number of ties among themselves.
///
/// n - 2t/n with n neighbours and t ties among them.
/// @param graph  undirected; weights play no part
/// @return       one entry per vertex, in [1, n]; NaN for a vertex without neighbours
/// Cost: that of clustering_coefficients(). As NetworkX effective_size, unweighted.
/// Source: S. Borgatti, Connections 20(1), 1997, Structural holes: unpacking Burt's redundancy
/// measures.
std::vector<double> effective_size(const Adjacency& graph, unsigned threads = 0);

/// Distinctiveness D1: ties to vertices that have few others.
///
/// Σ_j w_ij log10((n - 1) / g_j), n the vertices, g_j the neighbours of j.
/// @param graph  undirected, weighted
/// @return       one entry per vertex, >= 0; 0 for a vertex without neighbours
/// Cost: O(arcs).
/// Source: A. Fronzetti Colladon and M. Naldi, PLoS ONE 15(5), 2020,
/// doi:10.1371/journal.pone.0233276 (α = 1).
std::vector<double> distinctiveness(const Adjacency& graph);

}  // namespace respnet::graph
