#pragma once

// The kernels that are timed, as the commands call them.

#include <string_view>
#include <vector>

#include "bench/data.hpp"
#include "bench/measure.hpp"

namespace respnet::bench {

/// Names: those of the tables, in their order ("read", "projection", …), then others.
std::vector<std::string_view> kernel_names();

/// A kernel with what it works on made before.
///
/// `louvain` and `leiden` are both our Leiden, one run on shared tasks: respnet has no Louvain.
/// Betweenness and harmonic centrality count steps; -bip: tasks and units, -proj: units.
/// @param data  must outlive what is returned
/// @throws std::invalid_argument  for an unknown name; what reading the network throws
Ready prepared(std::string_view name, Data& data);

}  // namespace respnet::bench
