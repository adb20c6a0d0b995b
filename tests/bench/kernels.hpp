#pragma once

// The kernels that are timed, as the commands call them.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bench/measure.hpp"

namespace respnet::bench {

/// Names, in the order of the tables: "read", "projection", …
std::vector<std::string_view> kernel_names();

/// Times one kernel alone on the network in a file; what it works on is made before.
///
/// `louvain` and `leiden` are both our Leiden, one run on shared tasks: respnet has no Louvain.
/// Betweenness and harmonic centrality count steps; -bip: tasks and units, -proj: units.
/// @throws std::invalid_argument  for an unknown name; what reading the file throws
Measurement time_kernel(std::string_view name, const std::filesystem::path& file, unsigned threads,
                        double budget);

}  // namespace respnet::bench
