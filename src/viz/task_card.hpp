#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "viz/facts.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/scene.hpp"

namespace respnet::viz {

// Sheets that are printed show tasks as cards: the number, the title, then the names of the units,
// leads in front. Nothing on them is smaller than 8 pt.

/// A4 portrait in pt.
inline constexpr double kSheetWidth = 595, kSheetHeight = 842;
inline constexpr double kSheetMargin = 34;
inline constexpr double kSheetFoot = 46;  ///< below it stands the last line

/// A unit on a task.
struct TaskUnit {
  std::uint32_t unit = 0;
  bool lead = false;
};

/// The units of a task: leads first, each kind in the order of the text.
std::vector<TaskUnit> units_of_task(const graph::BipartiteGraph& graph, model::TaskId task);

/// How cards are set. Heights follow from the number of lines alone.
struct CardStyle {
  double width = 240;
  double number_width = 30;  ///< column of the heading path, own_mark() included
  std::size_t most_title_lines = 3, most_name_lines = 12;
  double air = 4;                         ///< above and below the text
  std::optional<std::uint32_t> own = {};  ///< a unit that is not named: the sheet is about it
  bool deadline = true;

  double text_width() const { return width - number_width - 6 - 2 * kPadding; }

  /// Room for the mark of a task that the sheet's own unit leads, in the number's column.
  double own_mark() const { return own ? kMark : 0; }

  static constexpr Font kTitle{10, true}, kNumber{9.5}, kName{9}, kLeadName{9, true}, kSmall{8.5};
  static constexpr double kPadding = 6;  ///< beside the text
  static constexpr double kTitleLine = 13, kNameLine = 11.5;
  static constexpr double kMark = 9;  ///< the square before a lead, and its gap

  double height(std::size_t title_lines, std::size_t name_lines, bool due) const {
    return 2 * air + kTitleLine * static_cast<double>(title_lines) +
           kNameLine * static_cast<double>(name_lines + (due ? 1 : 0));
  }
};

/// Names set on one line of a card, in one style. `at`: where they start, halfway up, from the top
/// left of the names. Names that touch are one text, so that no viewer's font makes them overlap.
struct NameRun {
  std::vector<std::uint32_t> units;
  bool lead = false;
  Point at;
  std::string text;  ///< "区工信局、区商务局、"
};

/// A task as it will be drawn.
struct TaskCard {
  model::TaskId task{};
  std::string number;
  std::vector<std::string> title;
  bool own_lead = false;  ///< the unit that the sheet is about leads
  std::vector<NameRun> names;
  std::string rest;  ///< "另 3 个单位", at `rest_at`; or "（独自承担）"; or empty
  Point rest_at;
  std::size_t name_lines = 0;
  std::string deadline;
  double height = 0;
};

/// Names that a card may have: 16 lines of the shortest have fewer.
inline constexpr std::size_t kMostNames = 400;

/// By unit number: the label of each of these units, distinct, at most as wide as cards allow. Of
/// the units of a task only the first kMostNames: no card has room for more.
std::map<std::uint32_t, std::string> card_names(const graph::BipartiteGraph& graph,
                                                std::span<const model::TaskId> tasks,
                                                const CardStyle& style, const TextMetrics& metrics);

/// @param nobody  what stands in place of names where there are none
TaskCard task_card(const graph::BipartiteGraph& graph, model::TaskId task, const CardStyle& style,
                   const std::map<std::uint32_t, std::string>& names, std::string_view nobody,
                   const Messages& say, const TextMetrics& metrics);

/// What a card takes from its section.
struct CardColors {
  std::string_view lead = palette::kLead;
  std::string section_class = {};  ///< " ch2"
};

/// Draws the card as a node.
void draw_card(Scene& scene, const graph::BipartiteGraph& graph, const TaskCard& card,
               const CardStyle& style, const CardColors& colors, Point at);

/// The square that stands before a lead. `middle` is halfway up at its left.
void draw_lead_mark(Scene& scene, Point middle, std::string_view color);

/// The last line of a sheet: the legend, and which of the sheets it is.
void draw_foot(Scene& scene, const PictureOptions& options, const TextMetrics& metrics,
               const std::vector<LegendEntry>& legend, std::size_t sheets, double height,
               const Messages& say);

/// The widest heading path of the tasks, at most `widest`.
double number_width(const graph::BipartiteGraph& graph, std::span<const model::TaskId> tasks,
                    double widest, const TextMetrics& metrics);

}  // namespace respnet::viz
