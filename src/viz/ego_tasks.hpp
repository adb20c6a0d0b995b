#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "viz/ego_plan.hpp"
#include "viz/task_card.hpp"

namespace respnet::viz {

/// A piece of a column of tasks: the heading of a section, a task, or what is left out.
struct EgoPiece {
  enum class Kind : std::uint8_t { Heading, Task, Rest };
  Kind kind = Kind::Task;
  std::size_t section = 0;  ///< in EgoPlan::sections
  std::string text;         ///< of a heading or rest
  TaskCard card;            ///< of a task
  double height = 0;
  std::size_t column = 0;
  double y = 0;  ///< from the top of the columns
};

/// The tasks of a unit, set in one wide column or two.
struct EgoTasks {
  CardStyle style;
  std::vector<EgoPiece> pieces;
  std::size_t shown = 0;  ///< tasks among them
  double column_width = 0;
  double height = 0;  ///< of the columns

  static constexpr double kColumnGap = 13;
  static constexpr double kHeading = 23, kInset = 8;
  static constexpr double kAbove = 4;  ///< band above a task at the top of a column
};

/// How much may be left out to make tasks fit.
enum class EgoDetail : std::uint8_t {
  Full,   ///< nothing
  Terse,  ///< names of other units
  Cut,    ///< tasks too: of each section the first that the unit leads and then the first others
};

/// The tasks on a room of that size, with as much as it holds.
/// @return  no pieces where they do not fit without leaving out more than `detail`
EgoTasks ego_tasks(const EgoPlan& plan, const graph::BipartiteGraph& graph, double width,
                   double height, EgoDetail detail, const Messages& say,
                   const TextMetrics& metrics);

}  // namespace respnet::viz
