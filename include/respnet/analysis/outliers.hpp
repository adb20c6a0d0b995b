#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace respnet::analysis {

struct OutlierOptions {
  double cutoff = 3.5;  ///< modified z-score above which a load is outlying; > 0
  double one_task = 1;  ///< what one whole task adds to a load, at most; > 0
};

struct Outliers {
  std::vector<std::uint32_t> units;  ///< positions of the outlying loads, ascending
  double fence = 0;                  ///< loads above it are outlying; 0 without loads
  std::vector<double> score;         ///< modified z-score of each load
};

/// Loads that stand out at the upper end, by the modified z-score on Anscombe's scale.
///
/// a_i = 2 sqrt(x_i / one_task + 3/8), on which chance alone scatters a count with standard
/// deviation 1 whatever its mean; score_i = (a_i - median a) / max(1, 1.4826 MAD(a)); outlying
/// above the cutoff 3.5.
///
/// Why not the plain rules: loads are small, tied and skewed. More than half of them are often
/// equal, so that MAD and quartile range are 0 and every other unit stands out; and with many zeros
/// the medcouple is 1 and the adjusted boxplot (Hubert and Vandervieren 2008) flags nothing. The
/// root removes the skewness of counts; the floor of 1 asks that a load exceed what drawing units
/// at random would give, so no score is infinite and a load of 2 among ones is no outlier.
/// @param load  one entry per unit; each finite and >= 0
/// @throws std::invalid_argument  on a load or option out of range
/// Cost: O(n log n) time, O(n) memory.
/// Source: B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers, ASQC, 1993 (score,
/// cutoff); F. Anscombe, Biometrika 35(3/4), 1948, doi:10.1093/biomet/35.3-4.246 (scale). The floor
/// is ours.
Outliers outliers(std::span<const double> load, const OutlierOptions& options = {});

}  // namespace respnet::analysis
