#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "respnet/analysis/study.hpp"
#include "respnet/base/random.hpp"
#include "respnet/graph/locked_bicm.hpp"

namespace respnet::analysis {

/// What a random network has in common with the one under study; the rest is chance.
///
/// Each keeps the parts (lead, support, …) with what it keeps: a task that draws its units anew has
/// as many leads and supporting units as before, a unit that draws its tasks anew leads as many.
enum class NullModel : std::uint8_t {
  Fill,         ///< the number of assignments, and of them the leads
  TaskSizes,    ///< the leads and supporting units of each task; who they are is drawn
  UnitDegrees,  ///< the tasks each unit leads and supports; which they are is drawn
  /// The tasks of each unit and the units of each task (curveball); each task's parts are dealt
  /// anew among its units.
  Margins,
  /// For each part the tasks of each unit and the units of each task (graph::PartWalk).
  RoleMargins,
  Roles,  ///< who takes part in what; each task's parts are dealt anew among its units
};

/// "fill", "task-sizes", "unit-degrees", "margins", "role-margins", "roles".
std::string_view name(NullModel model);
std::optional<NullModel> null_model_named(std::string_view name);

/// A network drawn from the model: tasks and units of the study in their order, tasks in their
/// top-level sections, parts as explicit roles. Uniform, except Margins: there a walk of 5 trades a
/// row from the observed network, with the mode of fewer vertices as rows (graph::Curveball), and
/// RoleMargins: five rounds of graph::PartWalk, which says what of it is proven.
/// @param locked  unit number, task: these cells keep their part or stay empty; RoleMargins only
/// @throws std::invalid_argument  on locked cells with another model
/// Study it with null_options().
/// Cost: O(tasks + units + assignments · log); Margins: as the walk.
model::Network null_network(const Study& study, NullModel model, RandomEngine& engine,
                            std::span<const graph::Cell> locked = {});

/// How to study a network drawn for a study with these options: the parts are explicit by now, and
/// groups are settled. On one thread.
StudyOptions null_options(const StudyOptions& options);

}  // namespace respnet::analysis
