#pragma once

#include <cstdint>

#include "respnet/analysis/unit_pairs.hpp"

namespace respnet::analysis {

/// Memory of a pair in a table: ids and names of its units, and a number for each measure.
inline constexpr std::uint64_t kPairRowBytes = 400;

/// Refuses a list of more than `most` pairs before it is made.
/// @throws LimitError  with the number of pairs
/// Cost: none where the sizes of tasks tell that they are fewer, else that of graph::pair_count().
void check_pair_count(const graph::BipartiteGraph& graph, const PairOptions& options,
                      unsigned threads, std::uint64_t most);

}  // namespace respnet::analysis
