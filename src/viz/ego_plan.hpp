#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "viz/facts.hpp"

namespace respnet::viz {

/// A unit that shares tasks with the one that a sheet is about.
struct Partner {
  std::uint32_t unit = 0;
  std::size_t shared = 0;
  std::size_t own_leads = 0;  ///< of these, tasks that the sheet's unit leads
};

/// A unit's tasks in one top-level section, in the order of the text.
struct EgoSection {
  std::size_t place = TopSections::kNone;  ///< among the network's; kNone: outside of any
  std::optional<model::SectionId> section = {};
  std::vector<model::TaskId> tasks;
  std::vector<bool> leads;  ///< by place in `tasks`
};

/// One unit among the others: everything that its sheet says.
struct EgoPlan {
  std::uint32_t unit = 0;
  Load load;
  std::size_t rank = 1;            ///< 1 + units with more tasks
  bool rank_tied = false;          ///< others have as many
  std::vector<std::size_t> loads;  ///< tasks of all units, most first
  std::vector<Partner> partners;   ///< most shared tasks first, then unit number
  std::vector<EgoSection> sections;
  std::size_t all_leads = 0;     ///< leads of the network, each task's leads counted singly
  std::size_t all_sections = 0;  ///< top-level sections with tasks
};

/// Cost: O(tasks + assignments of the unit's tasks + units log units).
EgoPlan ego_plan(const graph::BipartiteGraph& graph, std::uint32_t unit);

}  // namespace respnet::viz
