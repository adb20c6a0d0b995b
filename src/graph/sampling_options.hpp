#pragma once

#include <stdexcept>
#include <string>

#include "respnet/graph/sampling.hpp"

namespace respnet::graph {

/// @throws std::invalid_argument  when epsilon or delta is not in (0, 1)
inline void check(const SamplingOptions& options, const std::string& what) {
  if (!(options.epsilon > 0 && options.epsilon < 1))
    throw std::invalid_argument(what + ": epsilon must be above 0 and below 1");
  if (!(options.delta > 0 && options.delta < 1))
    throw std::invalid_argument(what + ": delta must be above 0 and below 1");
}

}  // namespace respnet::graph
