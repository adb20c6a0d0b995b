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
  double value =
      0;  ///< of a sum: > 0; else what the number would lose without the task; may be < 0
};

/// A number and where it comes from.
struct Breakdown {
  const Measure* measure = nullptr;  ///< row of the catalogue; never null
  std::optional<double> value;       ///< empty: undefined, or the unit is not counted here
  /// Whether the number is a sum over tasks (or units): load.* and task.units, .leads, .support.
  /// Other measures look at the whole network, and no part of them belongs to one task.
  bool is_sum = false;
  /// In order of the network. Of a sum: they add up to `value`. Else of a unit: value of the number
  /// minus its value in the network without the task (leave-one-out), for each task of the unit;
  /// NaN where the number is undefined without it. Empty for other measures of tasks.
  std::vector<Contribution> parts;
};

/// Tasks of one unit that leave-one-out looks at, at most.
inline constexpr std::size_t kMostLeftOut = 1000;

/// The number of this measure for a unit or task, and what it is made of.
///
/// load.share: 1/k of each task of k units; load.weighted: the weight of the unit's part;
/// load.exclusivity: e^(1-k); load.sections: 1 for the first task in each section; the other loads
/// and task.*: 1 each.
/// @throws std::invalid_argument  when no measure of units (or tasks) has this id
/// @throws LimitError  as the measure; or, where it is no sum, for a unit of more than kMostLeftOut
///                     tasks
/// Cost: that of the measure; where it is no sum, once more for each task of the unit.
Breakdown breakdown(const Study& study, const Subject& subject, std::string_view measure);

}  // namespace respnet::analysis
