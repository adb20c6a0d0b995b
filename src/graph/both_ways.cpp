#include "graph/both_ways.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace respnet::graph {

OwnedRows turned_round(const Adjacency& out) {
  const std::size_t n = out.vertex_count();
  OwnedRows into;
  into.offsets.assign(n + 1, 0);
  for (const Vertex target : out.targets) ++into.offsets[target + 1];
  std::partial_sum(into.offsets.begin(), into.offsets.end(), into.offsets.begin());
  into.targets.resize(out.arc_count());
  std::vector<std::uint64_t> next(into.offsets.begin(), into.offsets.end() - 1);
  for (Vertex v = 0; v < n; ++v)  // in order, so that rows are sorted
    for (const Vertex target : out.neighbors(v)) into.targets[next[target]++] = v;
  return into;
}

OwnedRows without_direction(const Adjacency& out, const Adjacency& into) {
  OwnedRows both;
  both.targets.reserve(2 * out.arc_count());
  for (Vertex v = 0; v < out.vertex_count(); ++v) {
    std::ranges::set_union(out.neighbors(v), into.neighbors(v), std::back_inserter(both.targets));
    both.offsets.push_back(both.targets.size());
  }
  return both;
}

}  // namespace respnet::graph
