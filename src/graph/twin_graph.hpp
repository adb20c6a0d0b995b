#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/both_ways.hpp"
#include "respnet/graph/twins.hpp"

namespace respnet::graph {

/// An undirected graph in which a vertex may stand for several twins.
struct SearchGraph {
  Adjacency rows;
  std::span<const std::uint32_t> members;  ///< by vertex; none: every vertex is only itself

  std::uint32_t members_of(Vertex v) const { return members.empty() ? 1 : members[v]; }
};

/// A graph with one vertex for each class of twins: its first member, with the first members among
/// the neighbours. Twins of tasks and of units are found at once, and there are no further ones:
/// classes of the same neighbours would have been one. Tasks of a single unit are leaves, at most
/// one class a unit, so leaves need no treatment of their own; nor do units of a single task.
struct TwinGraph {
  TwinClasses twins;
  OwnedRows rows;

  SearchGraph view() const { return {rows.view(), twins.count}; }

  /// A value of each class, by vertex of the graph.
  template <typename T>
  std::vector<T> handed_back(const std::vector<T>& of_class) const {
    std::vector<T> result(twins.of.size());
    for (std::size_t v = 0; v < result.size(); ++v) result[v] = of_class[twins.of[v]];
    return result;
  }
};

/// The graph to search from every vertex instead of this one, where that saves a tenth of the steps
/// or more; a choice that depends on the graph alone. Cost: O(vertices + arcs).
std::optional<TwinGraph> twin_graph(const Adjacency& graph);

}  // namespace respnet::graph
