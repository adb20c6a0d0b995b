#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "respnet/analysis/catalog.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/analysis/subjects.hpp"

namespace respnet::analysis {

/// What one task gives to the number of a unit, or one unit to the number of a task.
struct Contribution {
  model::TaskId task{};
  model::UnitId unit{};
  double value = 0;  ///< > 0
};

/// A number and where it comes from.
struct Breakdown {
  const Measure* measure = nullptr;  ///< row of the catalogue; never null
  std::optional<double> value;       ///< empty: undefined, or the unit is not counted here
  /// Whether the number is a sum over tasks (or units): load.* and task.units, .leads, .support.
  /// Other measures look at the whole network, and no part of them belongs to one task.
  bool is_sum = false;
  std::vector<Contribution> parts;  ///< of a sum, in order of the network; they add up to `value`
};

/// The number of this measure for a unit or task, and what it is made of.
///
/// load.share: 1/k of each task of k units; load.weighted: the weight of the unit's part;
/// load.sections: 1 for the first task in each section; the other loads and task.*: 1 each.
/// @throws std::invalid_argument  when no measure of units (or tasks) has this id
/// @throws LimitError  as the measure
/// Cost: that of the measure.
Breakdown breakdown(const Study& study, const Subject& subject, std::string_view measure);

}  // namespace respnet::analysis
