#pragma once

#include "respnet/graph/pagerank.hpp"

namespace respnet::graph {

/// @throws std::invalid_argument  on an option out of range
void check(const PageRankOptions& options);

}  // namespace respnet::graph
