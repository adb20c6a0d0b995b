#pragma once

#include <string_view>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// Vertices with arcs times arcs: what a search from every vertex goes over at most.
double search_steps(const Adjacency& out);

/// Refuses a search from every vertex that would take too long.
/// @throws LimitError  when search_steps() exceed `most`
void check_all_searches(const Adjacency& out, std::string_view what, double most);

/// Refuses work on pairs that would take too long.
/// @throws LimitError  when there are more than `most` steps
void check_steps(double steps, std::string_view what, double most);

/// Blocks to cut [0, n) into, a number that depends on n alone; and where block i begins. Block i
/// of k is [block_begin(n, k, i), block_begin(n, k, i + 1)).
inline std::size_t block_count(std::size_t n, std::size_t most) { return n < most ? n : most; }
inline std::size_t block_begin(std::size_t n, std::size_t blocks, std::size_t i) {
  return n / blocks * i + (i < n % blocks ? i : n % blocks);
}

}  // namespace respnet::graph
