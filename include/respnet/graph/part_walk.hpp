#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "respnet/base/random.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/locked_bicm.hpp"

namespace respnet::graph {

/// The random walk whose steps keep for every unit and for every task how many assignments of each
/// part (lead, support, …) it has. No unit has two parts in a task.
///
/// A step takes two units, or two tasks, and looks at the columns in which they differ. It deals,
/// for any two of {lead, support, informed, oversight, none}, the columns that hold these two anew
/// between them, each as many as before (with two states this is graph::Curveball); or it turns
/// three columns that hold x-y, y-z and z-x around at once, with the chance (Metropolis) that makes
/// the way back as likely. Locked cells keep their part, or stay empty.
///
/// Proven: every step keeps the sums and is as likely as its reverse, so networks that the walk can
/// reach come up equally often in the long run. Not proven: that it can reach all networks with
/// these sums; for two states it can (Ryser 1957), for three no set of local steps is known to, and
/// locks can cut networks off. The tests enumerate small cases.
/// Source: G. Strona et al., Nature Communications 5:4114, 2014, doi:10.1038/ncomms5114; C. J.
/// Carstens, Physical Review E 91:042812, 2015, doi:10.1103/PhysRevE.91.042812.
class PartWalk {
 public:
  struct Entry {
    std::uint32_t task;
    Part part;
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  /// Starts at this network. @param locked  unit number, task. Cost: O(assignments).
  /// @throws std::invalid_argument  on a locked cell of no unit or task
  explicit PartWalk(const BipartiteGraph& graph, std::span<const Cell> locked = {});

  /// Rounds of as many steps as there are units, then as there are tasks. Five forget the start
  /// (K. Godard and Z. Neal, Journal of Complex Networks 10(6), 2022, doi:10.1093/comnet/cnac049,
  /// of two states). Cost: O(assignments) a round on average.
  void walk(std::uint64_t rounds, RandomEngine& engine);

  /// By unit number: its tasks, ascending, with its part.
  const std::vector<std::vector<Entry>>& units() const { return rows_; }

 private:
  void step(std::size_t a, std::size_t b, RandomEngine& engine);
  void gather(std::size_t a, std::size_t b);
  void deal(RandomEngine& engine);
  void turn(RandomEngine& engine);
  void put_back(std::size_t a, std::size_t b);
  void transpose();

  static constexpr std::size_t kStates = 5;  // the parts, and none
  struct Column {
    std::uint32_t column;
    std::uint8_t first, second;  // states in the two rows
  };
  std::vector<std::uint32_t>& between(std::size_t x, std::size_t y) {
    return places_[x * kStates + y];
  }

  std::vector<std::vector<Entry>> rows_, other_;  // of units; of tasks only within walk()
  std::vector<std::vector<std::uint32_t>> locked_, other_locked_;  // columns, ascending
  std::vector<std::uint8_t> present_;                              // states that occur, and none
  std::vector<Column> columns_;
  std::array<std::vector<std::uint32_t>, kStates * kStates> places_;  // in columns_, by states
};

}  // namespace respnet::graph
