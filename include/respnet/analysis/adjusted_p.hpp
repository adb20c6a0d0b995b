#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace respnet::analysis {

/// What becomes of p-values when many are looked at.
enum class Correction : std::uint8_t {
  None,
  Bonferroni,
  Holm,                ///< chance of any false find at most α
  BenjaminiHochberg,   ///< share of false finds at most α; independent or positively dependent
  BenjaminiYekutieli,  ///< the same under any dependence
};

/// "none", "bonferroni", "holm", "bh", "by".
std::string_view name(Correction correction);
std::optional<Correction> correction_named(std::string_view name);

/// Adjusted p-values, in the order given: below α after the adjustment is significant at α.
///
/// @param tests  how many were made, when some are not listed (those count as larger than all
///               listed); 0: as many as listed
/// @throws std::invalid_argument  on a p outside [0, 1], or fewer tests than p-values
/// Cost: O(n log n).
/// Source: S. Holm, Scandinavian Journal of Statistics 6(2), 1979; Y. Benjamini and Y. Hochberg,
/// Journal of the Royal Statistical Society B 57(1), 1995, doi:10.1111/j.2517-6161.1995.tb02031.x;
/// Y. Benjamini and D. Yekutieli, Annals of Statistics 29(4), 2001, doi:10.1214/aos/1013699998.
std::vector<double> adjusted_p(std::span<const double> p, Correction correction,
                               std::size_t tests = 0);

}  // namespace respnet::analysis
