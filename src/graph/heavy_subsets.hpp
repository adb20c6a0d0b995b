#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/two_mode_sides.hpp"

namespace respnet::graph {

// The vertices of the other side, from 0, by degree, the largest first, ties by number.
std::vector<std::uint32_t> largest_first(const BipartiteGraph& graph, Side side);

// How many vertices of a side have all of a set of heavy neighbours: vertices of the other side so
// large that listing the pairs they join would take the most of the time. Every set that some
// vertex has is counted once, by the degree of who has it.
//
// A set is a node of a tree: its smallest members first, so {a, b, c} hangs below {a, b}. Vertices
// with more than kMostHeavy heavy neighbours have too many subsets and are left out: wide().
class HeavySubsets {
 public:
  static constexpr std::size_t kMostHeavy = 10;
  static constexpr std::uint32_t kLight = UINT32_MAX;

  // The `heavies` first of largest_first().
  HeavySubsets(const BipartiteGraph& graph, Side side, std::size_t heavies);

  // Rank of a vertex of the other side among the heavy ones, from 0; kLight for others.
  std::uint32_t rank(Vertex neighbor) const { return ranks_[neighbor - first_neighbor_]; }
  // The vertex of the other side, from 0, of a rank.
  std::uint32_t number(std::uint32_t rank) const { return order_[rank]; }
  // The heavy neighbours of vertex i of the side, by rank.
  std::span<const std::uint32_t> of(std::size_t i) const {
    return std::span(heavy_).subspan(begins_[i], begins_[i + 1] - begins_[i]);
  }
  bool is_wide(std::size_t i) const { return begins_[i + 1] - begins_[i] > kMostHeavy; }
  const std::vector<std::uint32_t>& wide() const { return wide_; }

  // Degrees that occur in the side, ascending; and the place of a vertex's degree among them.
  const std::vector<std::uint32_t>& degrees() const { return degrees_; }
  std::uint32_t degree_class(std::size_t i) const { return class_of_[i]; }

  // Fills counts[mask * degrees().size() + c] for each mask of of(i): the vertices that are not
  // wide, of degree class c, that have these heavy neighbours and perhaps more; 0 for mask 0.
  void fill(std::size_t i, std::vector<std::uint32_t>& counts) const;

 private:
  void find_heavy(const BipartiteGraph& graph, Side side, std::size_t heavies);
  void find_degrees(const BipartiteGraph& graph, Side side);
  void count();
  std::uint32_t child(std::uint32_t parent, std::uint32_t rank);
  std::uint32_t existing_child(std::uint32_t parent, std::uint32_t rank) const;
  std::size_t slot(std::uint64_t key) const;
  void grow();
  void walk(std::size_t i, std::vector<std::uint32_t>& nodes, const auto& next) const;

  static constexpr std::uint32_t kLone = UINT32_MAX;

  Vertex first_neighbor_ = 0;
  std::size_t heavy_count_ = 0;
  std::vector<std::uint32_t> order_, ranks_;
  std::vector<std::size_t> begins_;
  std::vector<std::uint32_t> heavy_, wide_;
  std::vector<std::uint32_t> degrees_, class_of_;
  // Open addressing; a key is parent and rank, 0 an empty slot (no node has parent and rank 0).
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> nodes_;
  std::size_t node_count_ = 0;
  std::vector<std::uint32_t> rows_;  // by node: its row of counts, kLone if one vertex has the set
  std::vector<std::uint32_t> counts_;  // rows of degrees().size()
};

}  // namespace respnet::graph
