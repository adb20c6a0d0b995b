#pragma once

#include <cstdint>
#include <functional>

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/sampling.hpp"

namespace respnet::graph {

/// Normalised closeness of a vertex, of the number of vertices that it reaches and the sum of the
/// distances to them. Does not grow with the sum; called from several threads.
using ClosenessOf = std::function<double(Vertex, std::uint32_t reached, double sum)>;

struct DistanceEstimates {
  Estimates harmonic;  ///< Σ_{u ≠ v} 1/d(v,u), as distance_sums() has it; epsilon once over n - 1
  Estimates closeness;  ///< as given; 0 for isolated vertices
};

/// Estimates harmonic centrality and closeness of an undirected graph from searches that start at a
/// few vertices drawn at random, none twice, and more of them until all values are good enough.
///
/// What a vertex v reaches and who its neighbours are is known. All others of its part are farther:
/// their distances lie between 2 and what one search from a central vertex leaves possible, d(v,c)
/// plus the greatest distance from c. Of the sources among them a share lies within each of these
/// distances; so does a share of all, and no other than what Hoeffding's bound allows for the draw,
/// which holds for draws without repeats:
///
///   KL(share of the sources ‖ share of all) <= l / (sources),  l = ln(2 · 21 E / δ),
///
/// but for a chance of δ, for all E pairs of a vertex and a distance, in either direction and for
/// each of the numbers of sources at which it may be seen that they are enough. These are fixed in
/// advance: 20, from l/ε and a fifth more from one to the next, and as many as `most_steps` allows.
/// The intervals of the shares add up to one of the mean distance and one of the mean of its
/// inverse. Distances above 64 are one share. Parts that have hardly more vertices than sources are
/// asked for are searched from all of them; if all parts are, the values are exact.
///
/// A measure that is not good enough with the largest of these numbers has a guarantee with the
/// epsilon that it has reached, above the one that was asked for.
///
/// @param graph       undirected; weights play no part
/// @param most_steps  of sources times arcs
/// @throws std::invalid_argument  when epsilon or delta is not in (0, 1)
/// @throws LimitError             before any search, when the least sources would take more steps
/// Cost: as distance_sums(), sources / n of its time; memory O(vertices · distances), 4 to 16 times.
/// Source: D. Eppstein and J. Wang, Journal of Graph Algorithms and Applications 8(1), 2004,
/// doi:10.7155/jgaa.00081; W. Hoeffding, Journal of the American Statistical Association 58(301),
/// 1963, doi:10.1080/01621459.1963.10500830.
DistanceEstimates approximate_distances(const Adjacency& graph, const ClosenessOf& closeness,
                                        const SamplingOptions& options = {},
                                        double most_steps = 2e11);

}  // namespace respnet::graph
