#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "respnet/model/network.hpp"

namespace respnet::analysis {

/// The network with these of its tasks alone, in this order; a task may come several times, or
/// never. For resampling: sections, all units (with kinds and members) and roles stay, ids of tasks
/// are "1", "2", … by place, and no text is kept.
/// Cost: O(everything kept).
model::Network with_tasks(const model::Network& network, std::span<const model::TaskId> tasks);

/// As many tasks as the network has, drawn with replacement: one bootstrap sample of its tasks.
/// @param sample  number of the sample; it has a random stream of its own
/// Source: B. Efron, The Annals of Statistics 7(1), 1979, doi:10.1214/aos/1176344552.
std::vector<model::TaskId> bootstrap_tasks(const model::Network& network, std::uint64_t seed,
                                           std::size_t sample);

/// All tasks but one.
std::vector<model::TaskId> tasks_without(const model::Network& network, model::TaskId left_out);

}  // namespace respnet::analysis
