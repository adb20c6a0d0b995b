#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "viz/facts.hpp"
#include "viz/labels.hpp"
#include "viz/task_card.hpp"
#include "viz/task_pages.hpp"

namespace respnet::viz {

/// A box of the right column: a unit, or all those for which there is no room.
struct SheetUnit {
  std::uint32_t unit = 0;
  Load load;  ///< on this page
  bool rest = false;
  std::size_t units = 1;  ///< of the rest
  double wanted = 0;      ///< mean height of its tasks
  Box box;
  std::string name;  ///< whole
  Label label;
};

/// From a card to a unit: where it leaves the one and reaches the other.
struct SheetLine {
  std::size_t card = 0, unit = 0;  ///< places in the layout
  bool lead = false;
  double from = 0, to = 0;
};

/// Where everything of a task sheet stands below its heading.
struct TaskSheetLayout {
  CardStyle style;
  std::vector<TaskCard> cards;
  std::vector<std::string> subheadings;  ///< by card; empty: goes on as the card before
  std::vector<Box> card_boxes;
  std::vector<SheetUnit> units;  ///< from top to bottom
  std::vector<SheetLine> lines;
  double top = 0, cards_end = 0;  ///< of the band behind the cards

  static constexpr double kUnitsX = 418, kUnitWidth = 114;
  static constexpr Font kUnitName{9};
  static constexpr double kTextMargin = 5, kLeading = 11;  ///< of names in boxes
};

/// Cards as far apart as the page allows; units at the mean height of their tasks, moved as little
/// as possible, taller with more tasks; the lightest beyond what a page holds put together.
/// @param top  lower end of the heading
TaskSheetLayout task_sheet_layout(const graph::BipartiteGraph& graph, const TaskPage& page,
                                  double top, const Messages& say, const TextMetrics& metrics);

}  // namespace respnet::viz
