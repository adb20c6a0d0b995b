#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/block_counts.hpp"
#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// The vertices of a network that have edges, each mode numbered from 0.
struct BlockGraph {
  struct Mode {
    std::vector<Vertex> vertex;          // by number: of the network
    std::vector<std::uint32_t> degree;   // by number: index into `degrees`
    std::vector<std::size_t> degrees;    // that occur, ascending
    std::vector<std::uint64_t> offsets;  // into `targets`
    std::vector<std::uint32_t> targets;  // numbers in the other mode

    std::size_t size() const { return vertex.size(); }
    std::span<const std::uint32_t> neighbors(std::uint32_t v) const {
      return std::span(targets).subspan(offsets[v], offsets[v + 1] - offsets[v]);
    }
  };

  explicit BlockGraph(const BipartiteGraph& graph);

  std::array<Mode, 2> modes;  // tasks, units
  std::size_t edges = 0;
};

using BlockLabels = std::array<std::vector<std::uint32_t>, 2>;  // by mode, by number in it

/// A division of both modes into groups, and its description length, kept up to date.
class BlockState {
 public:
  BlockState(const BlockGraph& graph, const BlockCounts& counts, BlockLabels labels);

  const BlockLabels& labels() const { return labels_; }
  std::uint32_t label(int mode, std::uint32_t v) const { return labels_[index(mode)][v]; }
  std::size_t group_count(int mode) const { return sides_[index(mode)].used; }
  std::size_t group_size(int mode, std::uint32_t group) const {
    return sides_[index(mode)].size[group];
  }
  /// Numbers of groups that have members, ascending.
  std::vector<std::uint32_t> groups(int mode) const;
  /// A group without members; kNoGroup if there is none.
  std::uint32_t empty_group(int mode) const;
  double length() const { return length_; }

  /// How much longer the description gets by the move, or by the union of two groups.
  double change_by_move(int mode, std::uint32_t v, std::uint32_t to);
  double change_by_union(int mode, std::uint32_t from, std::uint32_t into) const;
  /// Makes a move. @param change  as change_by_move() said
  void move(int mode, std::uint32_t v, std::uint32_t to, double change);
  void unite(int mode, std::uint32_t from, std::uint32_t into);

  /// From scratch.
  double recomputed_length() const;

 private:
  struct Side {
    std::vector<std::size_t> size, ends;   // by group
    std::vector<std::uint32_t> histogram;  // group × index of degree
    std::size_t used = 0;                  // groups with members
  };

  static std::size_t index(int mode) { return static_cast<std::size_t>(mode); }
  std::size_t between(int mode, std::uint32_t own, std::uint32_t other) const {
    return mode == 0 ? edges_[own * width_ + other] : edges_[other * width_ + own];
  }
  std::uint32_t& cell(int mode, std::uint32_t own, std::uint32_t other) {
    return mode == 0 ? edges_[own * width_ + other] : edges_[other * width_ + own];
  }
  double groups_length(int mode, std::size_t used) const;
  double cells_length(std::size_t cells) const;
  double used_change(int mode, std::size_t used) const;

  const BlockGraph* graph_;
  const BlockCounts* counts_;
  BlockLabels labels_;
  std::array<Side, 2> sides_;
  std::size_t width_;                 // labels of units
  std::vector<std::uint32_t> edges_;  // by task group × unit group
  double length_ = 0;
  std::vector<std::uint32_t> to_, touched_;  // of the vertex at hand: edges by other group
};

}  // namespace respnet::graph
