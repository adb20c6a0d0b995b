#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::analysis {

/// How few units the leads of a network rest on.
struct LeadBusFactor {
  /// Units lost when each time the one with most tasks left goes, until enough tasks are without
  /// lead: an upper bound. Ties go to the smallest unit number.
  std::size_t greedy;
  std::optional<std::size_t> exact;  ///< the least number; empty if not proved within the limit
};

/// The least number of units whose loss leaves more than `share` of the led tasks without any lead.
///
/// Exact by branch and bound; a unit is worth 1/leads of each task, so that no set of units can
/// end more tasks than it is worth. Where each task has one lead the greedy answer is exact, and
/// the search proves it at once.
/// @param share  in [0, 1)
/// @param steps  work allowed to the search, in leads looked at
/// @return       empty where no task has a lead
/// @throws std::invalid_argument  on a share out of range
/// Cost: O(greedy · leads) at worst, and up to `steps`. No randomness, and no clock.
/// Source: G. Avelino et al., A novel approach for estimating truck factors, ICPC 2016,
/// doi:10.1109/ICPC.2016.7503718 (greedy).
std::optional<LeadBusFactor> lead_bus_factor(const graph::BipartiteGraph& graph, double share = 0.5,
                                             std::uint64_t steps = 200'000'000);

/// How long leads hold out while units are lost, those with most leads first: the area under the
/// share of led tasks that still have a lead, against the share of all units lost.
///
/// By the trapezoid rule; ties go to the smallest unit number. Where each task has one lead it is
/// (1 - Gini index of leads) / 2, so 1/2 at best; more with several leads a task.
/// @return  in [0, 1); empty where no task has a lead
/// Cost: O(units log units + leads).
/// Source: J. Memmott et al., Proc. R. Soc. B 271, 2004, doi:10.1098/rspb.2004.2909; E. Burgos et
/// al., Journal of Theoretical Biology 249, 2007, doi:10.1016/j.jtbi.2007.07.030.
std::optional<double> lead_robustness(const graph::BipartiteGraph& graph);

}  // namespace respnet::analysis
