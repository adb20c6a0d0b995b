#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "respnet/analysis/theil_parts.hpp"
#include "respnet/analysis/workload.hpp"

namespace respnet::analysis {

/// The Gini coefficient by groups of units: within + between + overlap = Gini.
struct GiniParts {
  double within = 0;   ///< Σ_g (n_g / n) s_g G_g
  double between = 0;  ///< the Gini coefficient if each unit carried the mean of its group
  double overlap = 0;  ///< >= 0; 0 where no unit of a lighter group carries more than one of a
                       ///< heavier group
};

/// Empty where there is no load at all.
/// @throws std::invalid_argument  unless there is one group for each load
/// Cost: O(n log n). Sums do not depend on the order of units.
/// Source: P. Lambert and R. Aronson, The Economic Journal 103(420), 1993, doi:10.2307/2234247.
std::optional<GiniParts> gini_parts(std::span<const double> load,
                                    std::span<const std::uint32_t> group);

/// The Herfindahl-Hirschman index by groups of units, H = Σ_g s_g² H_g: within + between = HHI.
struct HhiParts {
  double within = 0;   ///< Σ_g s_g² (H_g - 1/n_g): what is above equal loads inside each group
  double between = 0;  ///< Σ_g s_g² / n_g: the index if each unit carried the mean of its group
};

/// Otherwise as gini_parts().
std::optional<HhiParts> hhi_parts(std::span<const double> load,
                                  std::span<const std::uint32_t> group);

/// Theil's index over the cells of the table units × top-level sections, by sections: a unit that
/// works in several sections has a load in each. Within: how uneven units are inside the sections;
/// between: how uneven the sections are. Their sum is the index of all U S cells, S the sections
/// that hold tasks (those in none are one section). Empty where there is no load at all.
/// Cost: O(assignments · log(tasks of a unit)).
/// Source: A. Shorrocks, Econometrica 48(3), 1980, doi:10.2307/1913126.
std::optional<TheilParts> theil_by_section(const graph::BipartiteGraph& graph, LoadKind load);

}  // namespace respnet::analysis
