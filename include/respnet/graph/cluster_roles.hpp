#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/work_options.hpp"

namespace respnet::graph {

// What a vertex is to the groups of a graph. Groups are labels, one a vertex, of any values.

/// Participation: how evenly the ties of a vertex spread over the groups.
///
/// P_i = 1 - Σ_c (κ_ic / k_i)², κ_ic the weight of its ties to group c, k_i of all its ties.
/// @param graph  undirected
/// @return       one entry per vertex, in [0, 1); NaN for a vertex without neighbours
/// @throws std::invalid_argument  when there is not one label a vertex; so below
/// Cost: O(vertices + arcs log arcs).
/// Source: R. Guimerà and L. Amaral, Nature 433, 2005, doi:10.1038/nature03288.
std::vector<double> participation(const Adjacency& graph, std::span<const std::uint32_t> labels);

/// How far the ties of a vertex inside its group stand out among those of its members:
/// (κ_i - mean) / standard deviation, κ_i the weight of its ties to its own group.
///
/// The sample standard deviation (over the members less one); 0 where that is 0, so in a group of
/// one. The values of a group sum to 0.
/// Cost: O(vertices log vertices + arcs).
/// Source: R. Guimerà and L. Amaral, as above.
std::vector<double> within_group_z(const Adjacency& graph, std::span<const std::uint32_t> labels);

/// How often a vertex b stands between a and c on arcs a → b → c without a → c, by groups.
struct Brokerage {
  std::uint64_t coordinator = 0;     ///< a, b, c in one group
  std::uint64_t itinerant = 0;       ///< a and c in one group, b in another
  std::uint64_t representative = 0;  ///< a and b in one group, c in another
  std::uint64_t gatekeeper = 0;      ///< b and c in one group, a in another
  std::uint64_t liaison = 0;         ///< three groups

  bool operator==(const Brokerage&) const = default;
};

/// @param out  a directed graph; a, b, c are three vertices
/// @throws LimitError  before any work, when Σ over the arcs a → b of the arcs of b exceeds
/// `most_steps` Cost: O(that sum). Source: R. Gould and R. Fernandez, Sociological Methodology 19,
/// 1989, doi:10.2307/270949.
std::vector<Brokerage> brokerage(const Adjacency& out, std::span<const std::uint32_t> labels,
                                 const WorkOptions& options = {});

}  // namespace respnet::graph
