#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace respnet::analysis {

// How far one vertex of a two-mode network stands above the others, 0 where all are alike.

enum class Centrality : std::uint8_t { Degree, Closeness, Betweenness };

/// Freeman's centralization of one mode: Σ (largest - value) over a divisor.
///
/// With n_1 vertices in the mode and n_2 in the other:
/// - Degree: over the mode's degrees, divisor (n_1 - 1)(n_2 - 1) / n_2: at most 1 where the
/// vertices
///   have neighbours.
/// - Betweenness: over the mode, divisor n_1 - 1: 1 exactly where one vertex lies between all
///   and the others between none.
/// - Closeness: over the vertices of both modes, those of the other counting too, divisor that of
///   the star that netrics uses (Borgatti and Everett's). Networks of a handful of vertices can
///   pass 1.
/// @param own, other  bipartite.degree, .closeness or .betweenness of either mode
/// @return  empty where the divisor is 0 (a mode of a single vertex, or none)
/// Cost: O(vertices).
/// Source: S. Borgatti and M. Everett, Social Networks 19(3), 1997,
/// doi:10.1016/S0378-8733(96)00301-2; closeness as net_by_closeness() of the R package netrics.
std::optional<double> centralization(Centrality centrality, std::span<const double> own,
                                     std::span<const double> other);

}  // namespace respnet::analysis
