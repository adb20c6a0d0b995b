#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::analysis {

/// Two groups that merge. Leaves are numbered 0 … n-1; the i-th merge makes group n + i.
struct LinkageMerge {
  std::uint32_t a = 0, b = 0;  ///< a < b
  double height = 0;           ///< mean distance between the members of a and those of b
};

/// Average linkage (UPGMA) of n things: the two groups nearest on average merge, until one is left.
///
/// Heights never fall. Groups equally near (to 10^-12, so that rounding decides nothing) merge in
/// the order of their smallest leaves: the pair whose smaller one is smallest, then whose larger
/// one.
/// @param distances  of the pairs 0-1, 0-2 … 0-(n-1), 1-2 …: n (n - 1) / 2 of them, finite and >= 0
/// @return           n - 1 merges, nearest first; none for n < 2
/// @throws std::invalid_argument  when the distances are of another number, or one is out of range
/// Cost: O(n²) time as a rule, O(n³) at worst; O(n) memory beside the distances. No randomness.
/// Source: R. Sokal and C. Michener, University of Kansas Science Bulletin 38, 1958; the search
/// keeps each group's nearest partner (M. Anderberg, Cluster Analysis for Applications, 1973).
std::vector<LinkageMerge> average_linkage(std::size_t n, std::vector<double> distances);

struct LinkageOptions {
  bool groups = false;  ///< links group units too; they would tie everything together
  /// Of more units than these only the busiest are linked (equals by number), for the distances
  /// fill a square: 2000 units take 16 MB.
  std::size_t most_units = 2000;
};

/// How units merge by the tasks they share.
struct Linkage {
  std::vector<std::uint32_t> units;  ///< the leaves: unit numbers, ascending
  std::vector<LinkageMerge> merges;  ///< of leaves by place in `units`; one less than these
  std::size_t left_out = 0;          ///< units that have tasks but were too many to link
};

/// Average linkage on the Jaccard distance 1 - |T_i ∩ T_j| / |T_i ∪ T_j| of the task sets of units:
/// 0 for units that appear in the same tasks, 1 for units without a common task.
///
/// Units without tasks have no distance and are left out.
/// Cost: O(units · assignments) time, O(units²) memory, of the units linked. No randomness.
/// Source: P. Jaccard, New Phytologist 11(2), 1912, doi:10.1111/j.1469-8137.1912.tb05611.x.
Linkage task_linkage(const graph::BipartiteGraph& graph, const LinkageOptions& options = {});

}  // namespace respnet::analysis
