#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "respnet/analysis/adjusted_p.hpp"
#include "respnet/analysis/backbone.hpp"
#include "respnet/analysis/results.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"
#include "respnet/graph/locked_bicm.hpp"

namespace respnet::analysis {

/// What pairs can be tested by: the models of BackboneModel, and "fdsm" (fdsm.hpp).
inline constexpr std::array<std::string_view, 5> kBackboneModels{"sdsm", "fdsm", "fixedfill",
                                                                 "fixedrow", "fixedcol"};

struct BackboneOptions {
  std::string_view model = "sdsm";           ///< one of kBackboneModels, or "all"
  double alpha = 0.05;                       ///< in (0, 1]; 1 keeps every pair
  Correction correction = Correction::Holm;  ///< over all n (n - 1) / 2 pairs
  /// Also the pairs that share fewer: then p is twice the smaller tail. Otherwise the upper tail.
  bool is_signed = false;
  std::uint64_t trials = 10'000;         ///< of fdsm
  std::vector<graph::Cell> locked = {};  ///< unit number, task; sdsm only
};

/// A pair that the model does not explain, with p after the correction.
struct BackbonePair {
  PairTest test;
  double adjusted;
  bool more;  ///< shares more than expected; false: fewer (signed only)
};

/// The pairs of a model. @throws std::invalid_argument  on an option out of range, "all", or locked
/// cells with another model than sdsm; what the tests throw
std::vector<PairTest> backbone_tests(const Study& study, const BackboneOptions& options);

/// Those whose adjusted p is below alpha, smallest first (ties: by a, then b).
std::vector<BackbonePair> backbone(const std::vector<PairTest>& tests,
                                   const BackboneOptions& options);

/// `backbone` (not of "all"; without rows too): `a`, `b`, `name_a`, `name_b`, `shared`, `expected`,
/// `p_upper`, `p_lower`, `p_adjusted`, `sign`, of fdsm `mc_error` of the smaller tail; `models`: a
/// row a model with its number of tests and of pairs kept by each correction (`none` … `by`), and
/// of fdsm the `trials`. A model that the size refuses is listed as skipped in "all".
Results backbone_tables(const Study& study, const BackboneOptions& options, Language language);

}  // namespace respnet::analysis
