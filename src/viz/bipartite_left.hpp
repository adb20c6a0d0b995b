#pragma once

#include <cstddef>
#include <vector>

#include "viz/bipartite_plan.hpp"

namespace respnet::viz {

/// Where a task or unit went: the box that stands for it, or kNowhere.
using BipartitePlaces = std::vector<std::size_t>;
inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Adds the left column of a sheet to the plan: its tasks one by one; or, where the overview has
/// too many, the sections of the outline; or, without sections, up to 400 tasks those with most
/// units, above that blocks of tasks in text order. @return  places of the tasks, by task
BipartitePlaces add_left_column(const graph::BipartiteGraph& graph, const BipartiteSheet& sheet,
                                const Messages& say, BipartitePlan& plan);

}  // namespace respnet::viz
