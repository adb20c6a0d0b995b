#pragma once

#include <limits>

#include "respnet/analysis/study.hpp"
#include "respnet/graph/spectral.hpp"

namespace respnet::analysis {

/// Eigenvectors of a hundred million assignments may take minutes where nobody asked for more.
inline graph::SpectralOptions spectral_options(const StudyOptions& options) {
  constexpr double kMostSteps = 5e10;
  return {.threads = options.threads,
          .most_steps = options.exact ? std::numeric_limits<double>::infinity() : kMostSteps};
}

}  // namespace respnet::analysis
