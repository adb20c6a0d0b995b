#pragma once

#include <optional>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::analysis {

/// Task exclusivity: how many tasks rest on a unit, those that few others share counting most.
///
/// TEI_u = Σ over tasks t of u of exp(1 - k_t), k_t the units of the task: 1 for a task of its own.
/// @return  by unit number, in [0, tasks of the unit]
/// Cost: O(tasks + units + assignments).
/// Source: M. Ashworth and K. Carley, Journal of Mathematical Sociology 30(1), 2006;
/// without division by the number of tasks, as ORA's raw form.
std::vector<double> task_exclusivity(const graph::BipartiteGraph& graph);
/// What one task gives to it: exp(1 - k_t). @pre the task has units
double task_exclusivity(const graph::BipartiteGraph& graph, model::TaskId task);

/// Assignment redundancy: units beyond the first, over the most there could be.
///
/// Σ_t max(0, k_t - 1) / ((U - 1) T), in [0, 1]; empty without tasks or with fewer than two units.
/// Cost: O(tasks).
/// Source: K. Carley and J. Reminga, ORA: Organization Risk Analyzer, CMU-ISRI-04-106, 2004.
std::optional<double> assignment_redundancy(const graph::BipartiteGraph& graph);

}  // namespace respnet::analysis
