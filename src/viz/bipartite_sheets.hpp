#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "respnet/viz/picture.hpp"
#include "viz/facts.hpp"

namespace respnet::viz {

/// Boxes a column of the bipartite picture before the rest is put together.
inline constexpr std::size_t kBipartiteBoxes = 60;
/// Tasks up to which every task stands on some sheet.
inline constexpr std::size_t kBipartiteTasks = 400;

/// The sections that tell the tasks of a plan apart: its top-level sections; where all tasks stand
/// in one of them, the sections in that one, and so on down.
struct Outline {
  TopSections sections;
  bool top_level = true;
};
/// Cost: O(tasks × depth of the outline).
Outline outline(const model::Network& network);

/// The section right under `above` that a task stands in; empty: none.
/// @pre it stands in `above`
std::optional<model::SectionId> section_below(const model::Network& network, model::TaskId task,
                                              model::SectionId above);

/// What a sheet of the bipartite picture shows.
struct BipartiteSheet {
  std::string title;                             ///< empty: the whole network
  std::optional<model::SectionId> section = {};  ///< of the outline()
  /// The tasks of a part of the network, in text order; empty: all tasks, put together where there
  /// are too many.
  std::vector<model::TaskId> tasks = {};
  std::size_t part = 1, parts = 1;  ///< of the sheets of the same section
};

/// One sheet up to 60 tasks and 60 units; up to 400 tasks an overview and then every section, in
/// several sheets where it has more than 60 tasks (without sections: tasks in text order, 60 a
/// sheet); above that the overview alone.
std::vector<BipartiteSheet> bipartite_sheets(const graph::BipartiteGraph& graph);

}  // namespace respnet::viz
