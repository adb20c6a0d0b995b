#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace respnet::analysis {

/// The Theil index T of a load, taken apart: within + between = T.
struct TheilParts {
  double within;   ///< Σ_g s_g T_g: inside groups, each weighing its share s_g of the load
  double between;  ///< Σ_g s_g ln(s_g / (n_g / n)): between the groups' means
};

/// @param load   as for concentration()
/// @param group  of each unit; units of one value are one group
/// @return       empty where there is no load. Both parts >= 0.
/// @throws std::invalid_argument  as concentration(), or when there is not one group an entry
/// Cost: O(n log n).
/// Source: A. Shorrocks, Econometrica 48(3), 1980, doi:10.2307/1913126.
std::optional<TheilParts> theil_parts(std::span<const double> load,
                                      std::span<const std::uint32_t> group);

}  // namespace respnet::analysis
