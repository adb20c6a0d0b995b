#include "respnet/graph/cores.hpp"

namespace respnet::graph {

// Level by level, so that vertices need no sorting: what is left at level k has k neighbours or
// more, and those with no more than k go, one after the other. A vertex is looked at once a level
// up to its core number, so all looks together cost no more than the arcs.
std::vector<std::uint32_t> core_numbers(const Adjacency& graph) {
  const std::size_t n = graph.vertex_count();
  std::vector<std::uint32_t> degree(n);
  std::vector<Vertex> left(n), going(n);
  std::size_t left_count = 0;
  for (Vertex v = 0; v < n; ++v) {
    degree[v] = static_cast<std::uint32_t>(graph.degree(v));
    left[left_count] = v;
    left_count += degree[v] > 0 ? 1U : 0U;
  }
  for (std::uint32_t k = 1; left_count > 0; ++k) {
    std::size_t going_count = 0, kept = 0;
    for (std::size_t i = 0; i < left_count; ++i) {
      const Vertex v = left[i];
      going[going_count] = left[kept] = v;
      going_count += degree[v] == k ? 1U : 0U;
      kept += degree[v] > k ? 1U : 0U;
    }
    left_count = kept;
    for (std::size_t i = 0; i < going_count; ++i) {
      for (const Vertex u : graph.neighbors(going[i])) {
        // One that goes keeps its degree: k, its core number.
        if (degree[u] > k && --degree[u] == k) going[going_count++] = u;
      }
    }
  }
  return degree;
}

}  // namespace respnet::graph
