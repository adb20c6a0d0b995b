#pragma once

#include <cstdint>
#include <vector>

#include "graph/leiden_level.hpp"
#include "respnet/base/random.hpp"
#include "respnet/graph/leiden.hpp"
#include "respnet/graph/two_mode.hpp"

namespace respnet::graph {

/// Of a vertex that has no module yet.
inline constexpr std::uint32_t kUnlabelled = UINT32_MAX;

/// Where a vertex may go.
enum class Reach : std::uint8_t {
  Neighbors,   ///< to a module of a neighbour; of equally good ones to any
  EveryModule  ///< to any; of equally good ones to the first
};

/// The step that BRIM and label propagation have in common: one mode moves, the other stands still.
/// Then the vertices that move have no part in each other's gain, so each takes its own best.
class ModuleMoves {
 public:
  ModuleMoves(const TwoMode& graph, double resolution);

  /// Moves the rows, or the columns, to their best modules. A vertex leaves its module only for a
  /// gain. Whether any moved.
  bool move(bool rows, std::vector<std::uint32_t>& label, std::uint32_t modules, Reach reach,
            RandomEngine& engine);

  /// Columns and rows in turn until nothing moves.
  void settle(std::vector<std::uint32_t>& label, std::uint32_t modules, Reach reach,
              RandomEngine& engine);

  /// Merges pairs of modules that gain by it, the best first, each module once. Whether any.
  bool merge(std::vector<std::uint32_t>& label, std::uint32_t modules);

 private:
  std::uint32_t best_module(Vertex v, const std::vector<std::uint32_t>& label,
                            std::uint32_t weakest, Reach reach, RandomEngine& engine);
  void sum_strengths(bool rows, const std::vector<std::uint32_t>& label, std::uint32_t modules,
                     std::vector<double>& sums) const;

  TwoMode graph_;
  std::vector<double> strength_;  // by vertex
  double factor_ = 0;             // γ / weight of all edges
  double tolerance_ = 0;          // of a gain, by weight
  LabelWeights weight_to_;        // clear between uses
  std::vector<double> opposite_;  // by module: strength of the mode that stands still
};

/// The partition of these labels: every vertex that has none, or no edges, alone.
Partition partition_of(const TwoMode& graph, const std::vector<std::uint32_t>& label,
                       double resolution, std::uint64_t seed, std::size_t restarts);

}  // namespace respnet::graph
