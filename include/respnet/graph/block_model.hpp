#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// Of a vertex without edges: it has no say in the model and no group.
inline constexpr std::uint32_t kNoGroup = UINT32_MAX;

/// Larger networks are refused: edges, and tasks × units that have edges.
inline constexpr std::size_t kMostBlockEdges = 4000;
inline constexpr std::size_t kMostBlockCells = std::size_t{1} << 20;

struct BlockModelOptions {
  std::uint64_t seed = 1;
  /// Searches, each from its own random stream; the best is kept, the first of equals. 0: as many
  /// as suit the size, 10000 / edges but 3 at least and 40 at most.
  int restarts = 0;
  unsigned threads = 0;  ///< 0: all; the result does not depend on it
};

/// Groups of tasks and groups of units, each of its own mode: tasks of a group are shared by the
/// same groups of units, and units of a group take part in the same groups of tasks.
struct BlockModel {
  /// By joint vertex: tasks numbered among task groups, units among unit groups, each by size, the
  /// largest first, equal sizes by smallest vertex. kNoGroup: no edges.
  std::vector<std::uint32_t> group;
  std::uint32_t task_groups = 0, unit_groups = 0;
  double description_length = 0;  ///< nats, recomputed from `group`
  std::uint64_t seed = 1;         ///< as given
  int restarts = 0;               ///< searches made
};

/// The degree-corrected bipartite stochastic block model of least description length. It chooses
/// the number of groups itself: one a mode where there is no more structure than the degrees.
///
/// Each search joins groups from single vertices down to one a mode, moving single vertices where
/// that shortens the description, and then refines the best division on its way by moves, splits
/// and unions.
/// @throws LimitError             above kMostBlockEdges or kMostBlockCells
/// @throws std::invalid_argument  on an option out of range
/// Cost: some 10^5 steps for 100 edges, growing with the square of the vertices; memory up to
/// 200 MB at the limits. Deterministic for a given seed.
/// Source: T. Peixoto, Physical Review E 95, 012317, 2017, doi:10.1103/PhysRevE.95.012317;
/// T.-C. Yen and D. Larremore, Physical Review E 102, 032309, 2020,
/// doi:10.1103/PhysRevE.102.032309.
BlockModel block_model(const BipartiteGraph& graph, const BlockModelOptions& options = {});

/// Nats that describe the network by a division of its tasks and of its units:
///
///   - ln Π e_rs! Π k_i! / Π e_r!            the edges, given degrees and edges between groups
///   - ln Π_r [Π_k η_rk! / n_r!] / q(e_r, n_r) the degrees in each group
///   + ln C(B_T B_U + E - 1, E)              the edges between groups
///   - ln of each mode: Π n_r! / N! / C(N - 1, B - 1) / N   the groups
///
/// with n_r vertices, e_r edge ends and η_rk vertices of degree k in group r, e_rs edges between r
/// and s, q(m, n) the partitions of m into at most n parts (counted exactly), N vertices with edges
/// and B groups of a mode. 0 without edges.
/// @param group  by joint vertex; labels of tasks and of units are of different groups even where
///               they are equal; any below the number of vertices, of vertices without edges any
/// @throws LimitError, std::invalid_argument  as above; on a wrong length or a label out of range
double description_length(const BipartiteGraph& graph, std::span<const std::uint32_t> group);

}  // namespace respnet::graph
