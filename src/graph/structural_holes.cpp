#include "respnet/graph/structural_holes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "graph/search_limit.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/graph/clustering.hpp"

namespace respnet::graph {
namespace {

constexpr std::size_t kMostBlocks = 64;

// Sets to 0 what is two steps or fewer from v: there alone, or all, whichever is less to write.
void clear(std::vector<double>& values, const Adjacency& graph, Vertex v) {
  std::size_t steps = 0;
  for (const Vertex q : graph.neighbors(v)) steps += graph.degree(q);
  if (steps > values.size() / 8) {  // a run is written faster than single places
    std::ranges::fill(values, 0);
    return;
  }
  for (const Vertex q : graph.neighbors(v)) {
    values[q] = 0;
    for (const Vertex j : graph.neighbors(q)) values[j] = 0;
  }
}

}  // namespace

std::vector<double> constraint(const Adjacency& graph, const WorkOptions& options) {
  const std::size_t n = graph.vertex_count();
  double steps = 0;
  std::vector<double> strength(n);
  for (Vertex v = 0; v < n; ++v) {
    steps += static_cast<double>(graph.degree(v)) * static_cast<double>(graph.degree(v));
    strength[v] = graph.strength(v);
  }
  check_steps(steps, "constraint", options.most_steps);

  std::vector<double> share(graph.arc_count());  // of each vertex in each of its neighbours
  for (Vertex v = 0; v < n; ++v)
    for (std::size_t i = 0; i < graph.degree(v); ++i)
      share[graph.offsets[v] + i] = graph.weight(v, i) / strength[v];

  std::vector<double> result(n, std::numeric_limits<double>::quiet_NaN());
  const std::size_t blocks = block_count(n, kMostBlocks);
  parallel_blocks(blocks, options.threads, [&](std::size_t block) {
    std::vector<double> invested(n, 0);  // of v in each vertex, at most in two steps
    std::optional<Vertex> touched;       // the vertex that it is of
    for (auto v = static_cast<Vertex>(block_begin(n, blocks, block));
         v < block_begin(n, blocks, block + 1); ++v) {
      const auto neighbors = graph.neighbors(v);
      if (neighbors.empty()) continue;
      if (touched) clear(invested, graph, *touched);
      for (std::size_t i = 0; i < neighbors.size(); ++i) {
        const Vertex q = neighbors[i];
        const double own = share[graph.offsets[v] + i];
        invested[q] += own;
        const auto theirs = graph.neighbors(q);
        const double* const shares = share.data() + graph.offsets[q];
        for (std::size_t j = 0; j < theirs.size(); ++j) invested[theirs[j]] += own * shares[j];
      }
      result[v] = 0;
      for (const Vertex j : neighbors) result[v] += invested[j] * invested[j];
      touched = v;
    }
  });
  return result;
}

std::vector<double> effective_size(const Adjacency& graph, unsigned threads) {
  std::vector<double> result = clustering_coefficients(graph, threads);
  for (Vertex v = 0; v < result.size(); ++v) {
    const auto degree = static_cast<double>(graph.degree(v));
    // Clustering is 2t / (n (n - 1)).
    result[v] =
        degree == 0 ? std::numeric_limits<double>::quiet_NaN() : degree - result[v] * (degree - 1);
  }
  return result;
}

std::vector<double> distinctiveness(const Adjacency& graph) {
  const auto others = static_cast<double>(graph.vertex_count()) - 1;
  std::vector<double> result(graph.vertex_count(), 0);
  for (Vertex v = 0; v < result.size(); ++v)
    for (std::size_t i = 0; i < graph.degree(v); ++i)
      result[v] += graph.weight(v, i) *
                   std::log10(others / static_cast<double>(graph.degree(graph.neighbors(v)[i])));
  return result;
}

}  // namespace respnet::graph
