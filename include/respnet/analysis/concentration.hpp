#pragma once

#include <optional>
#include <span>
#include <vector>

namespace respnet::analysis {

/// How unevenly a load is spread over units, by the usual indices.
///
/// With loads x_1 … x_n of total X and mean x̄, and shares s_i = x_i / X.
struct Concentration {
  std::optional<double> gini;             ///< 0 if even, 1 - 1/n if one unit carries all
  std::optional<double> hhi;              ///< Σ s_i²; 1/n if even, 1 if one unit carries all
  std::optional<double> hhi_normalized;   ///< (hhi - 1/n) / (1 - 1/n), in [0, 1]
  std::optional<double> effective_units;  ///< 1 / hhi, in [1, n]: as many equal units as uneven
  std::optional<double> theil;            ///< T = Σ s_i ln(n s_i), in [0, ln n]
  std::optional<double> hoover;           ///< ½ Σ |s_i - 1/n|: the share to move for equality
  std::optional<double> entropy;          ///< -Σ s_i ln s_i in nats, in [0, ln n]
  std::optional<double> evenness;         ///< entropy / ln n, in [0, 1]
  std::optional<double> cr1;              ///< share of the largest load
  std::optional<double> cr3;              ///< share of the 3 largest; 1 with fewer units
  std::optional<double> cr5;              ///< share of the 5 largest; 1 with fewer units
  std::optional<double> max_over_mean;    ///< largest load over x̄, in [1, n]
  std::optional<double> gini_corrected;   ///< G* = n/(n - 1) gini, in [0, 1]: for small n
  std::optional<double> cv;               ///< standard deviation (of n, not n - 1) over x̄
  std::optional<double> atkinson;  ///< 1 - (mean of √(x_i / x̄))², for ε = 0.5, in [0, 1)
  std::optional<double> mld;       ///< Theil's L: mean of ln(x̄ / x_i), >= 0
  std::optional<double> palma;     ///< share of the busiest tenth over that of the idlest
                                   ///< 40 %, units that straddle the line in proportion
};

/// The concentration of a load over units. Units without load count: n is their number too.
///
/// gini = Σ_i (2i - n - 1) x_(i) / (n X) over ascending x_(i), without small-sample correction.
/// @param load  one entry per unit, in any one unit of work; each finite and >= 0, in any order
/// @return      all empty where there is no load at all (or no unit); `hhi_normalized`, `evenness`
///              and `gini_corrected` also with a single unit, `mld` if any unit carries nothing,
///              `palma` if the idlest 40 % do. Scaling all loads changes nothing.
/// @throws std::invalid_argument  when an entry is negative or not finite
/// Cost: O(n log n) time, O(n) memory. No randomness.
/// Source: F. Cowell, Measuring Inequality, 3rd ed., Oxford University Press, 2011 (Gini, Theil,
/// Hoover, Herfindahl); M. Hill, Ecology 54(2), 1973, doi:10.2307/1934352 (1 / hhi); E. Pielou,
/// Journal of Theoretical Biology 13, 1966, doi:10.1016/0022-5193(66)90013-0 (evenness); P. Dixon
/// et al., Ecology 68(5), 1987, doi:10.2307/1939238 (G*); A. Atkinson, Journal of Economic Theory
/// 2(3), 1970, doi:10.1016/0022-0531(70)90039-6; A. Cobham and A. Sumner, Palma ratio, 2013.
Concentration concentration(std::span<const double> load);

/// A point of the Lorenz curve: the `units` with the smallest loads carry `load`, both as shares.
struct LorenzPoint {
  double units;
  double load;
};

/// The Lorenz curve: n + 1 points from (0, 0) to (1, 1), units in ascending order of load.
///
/// Twice the area between it and the diagonal is the Gini index. Empty where there is no load.
/// @throws as concentration()
/// Cost: O(n log n) time, O(n) memory.
/// Source: M. Lorenz, Publications of the American Statistical Association 9(70), 1905,
/// doi:10.2307/2276207.
std::vector<LorenzPoint> lorenz_curve(std::span<const double> load);

}  // namespace respnet::analysis
