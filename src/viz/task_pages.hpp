#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "viz/facts.hpp"
#include "viz/task_card.hpp"

namespace respnet::viz {

/// Tasks that stand together on one A4 sheet.
struct TaskPage {
  std::optional<model::SectionId> section = {};  ///< top-level; empty: tasks outside of any
  std::size_t place = TopSections::kNone;        ///< of the section among those with tasks
  std::vector<model::TaskId> tasks;              ///< in the order of the text; not empty
  std::size_t first = 0;                         ///< tasks of the section on earlier sheets
  std::size_t section_tasks = 0;                 ///< on all its sheets
  std::size_t part = 1, parts = 1;               ///< which of the section's sheets this is
};

/// What a page's cards take, and the least room that they have on it.
struct PageRoom {
  static constexpr double kBand = 264;  ///< width of the column of cards
  static constexpr double kCard = 248;
  static constexpr double kNumber = 44;      ///< widest heading path
  static constexpr double kGap = 3;          ///< between cards, at least
  static constexpr double kSubheading = 19;  ///< of a section below the top
  static constexpr double kHeight = 595;     ///< below the longest heading
  static constexpr std::size_t kTitleLines = 4, kNameLines = 16;
  static constexpr std::size_t kUnits = 32;  ///< most units that a page can name beside the cards
};

/// The headings between a top-level section and a task, "3.1 … › 3.1.2 …"; or empty.
std::string subheading(const model::Network& network, model::TaskId task);

/// How many lines the title and the names of a task get: never fewer than the text needs, unless it
/// is far wider than text usually is. Counts characters instead of measuring them, so that sheets
/// do not depend on fonts, nor on the language of the picture.
struct CardLines {
  std::size_t title = 1, names = 1;
};
CardLines card_lines(const graph::BipartiteGraph& graph, model::TaskId task);

/// Every task on exactly one page: section by section, then the tasks outside of any. The pages of
/// a section are about equally full, as few as will do.
/// Cost: O(tasks + units + assignments).
std::vector<TaskPage> task_pages(const graph::BipartiteGraph& graph);

}  // namespace respnet::viz
