#pragma once

#include <algorithm>
#include <cmath>

#include "respnet/graph/co_responsibility_graph.hpp"

namespace respnet::graph {

/// From the sum over the shared tasks of two units, and the tasks of each.
inline double pair_weight(ProjectionWeight weight, double sum, double degree_i, double degree_j) {
  switch (weight) {
    case ProjectionWeight::Jaccard:
      return sum / (degree_i + degree_j - sum);
    case ProjectionWeight::Cosine:
      return sum / std::sqrt(degree_i * degree_j);
    case ProjectionWeight::Overlap:
      return sum / std::min(degree_i, degree_j);
    default:
      return sum;
  }
}

}  // namespace respnet::graph
