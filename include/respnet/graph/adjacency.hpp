#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>

namespace respnet::graph {

/// A vertex of one of our graphs, from 0.
using Vertex = std::uint32_t;

/// A graph as compressed sparse rows, borrowed from the graph that owns it: what kernels work on.
///
/// The neighbours of v are targets[offsets[v]] … targets[offsets[v + 1] - 1], sorted, each once, no
/// loops. An undirected graph lists each edge from both ends.
struct Adjacency {
  std::span<const std::uint64_t> offsets;  ///< vertex count + 1 entries; none: the empty graph
  std::span<const Vertex> targets;
  std::span<const double> weights;  ///< one per target, > 0; empty: every edge weighs 1

  std::size_t vertex_count() const { return offsets.empty() ? 0 : offsets.size() - 1; }
  /// Entries of `targets`: twice the edges of an undirected graph.
  std::size_t arc_count() const { return targets.size(); }
  std::size_t degree(Vertex v) const { return offsets[v + 1] - offsets[v]; }
  std::span<const Vertex> neighbors(Vertex v) const {
    return targets.subspan(offsets[v], degree(v));
  }
  /// Weights along neighbors(v); empty if the graph has none.
  std::span<const double> weights_of(Vertex v) const {
    return weights.empty() ? weights : weights.subspan(offsets[v], degree(v));
  }
  /// Weight of the arc from v to neighbors(v)[place].
  double weight(Vertex v, std::size_t place) const {
    return weights.empty() ? 1 : weights[offsets[v] + place];
  }
  /// Sum of the weights of the arcs from v.
  double strength(Vertex v) const {
    const auto row = weights_of(v);
    return weights.empty() ? static_cast<double>(degree(v))
                           : std::accumulate(row.begin(), row.end(), 0.0);
  }
};

}  // namespace respnet::graph
