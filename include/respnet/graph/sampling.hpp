#pragma once

#include <cstdint>
#include <vector>

namespace respnet::graph {

/// For measures that are estimated from samples, because to compute them would take too long.
struct SamplingOptions {
  double epsilon = 0.01;   ///< how far off a normalised value may be; in (0, 1)
  double delta = 0.1;      ///< how likely it may be that any value is farther off; in (0, 1)
  std::uint64_t seed = 1;  ///< of the samples; the same seed, the same answer
  unsigned threads = 0;    ///< 0: all; the result does not depend on it
};

/// What epsilon is a share of.
enum class ShareOf : std::uint8_t {
  Pairs,   ///< all pairs of vertices; shortest paths were drawn
  Others,  ///< all vertices but one; vertices to search from were drawn
  One,     ///< 1; likewise
};

/// With a chance of at least 1 - delta, no value is off by more than epsilon, once normalised.
struct Guarantee {
  double epsilon = 0;         ///< 0: the values are exact
  double delta = 0;           ///< 0: the values are exact
  std::uint64_t samples = 0;  ///< that the values rest on
  bool early = false;         ///< fewer samples were enough than could have been needed
  ShareOf share = ShareOf::Pairs;
};

/// Whether the guarantee rests on proofs alone, and not on a constant that was measured: paths
/// unless the stop was early.
inline bool proven(const Guarantee& guarantee) {
  return guarantee.early || guarantee.share != ShareOf::Pairs;
}

/// Estimates for all vertices, on the scale of the exact measure, and how good they are.
struct Estimates {
  std::vector<double> score;
  Guarantee guarantee;
};

}  // namespace respnet::graph
