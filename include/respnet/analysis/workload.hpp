#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::analysis {

/// What each unit carries. All columns are by unit number of the graph; a unit without tasks has 0.
///
/// lead + support = tasks, as long as informed and oversight assignments weigh nothing.
struct Loads {
  std::vector<std::uint32_t> tasks;        ///< tasks the unit takes part in
  std::vector<std::uint32_t> lead;         ///< of these, led under the lead policy
  std::vector<std::uint32_t> responsible;  ///< printed as `responsible`, whatever the policy
  std::vector<std::uint32_t> support;      ///< taking part, responsible or supporting, not leading
  std::vector<double> share;  ///< Σ 1/k_t over its tasks t of k_t units: sums to tasks with units
  std::vector<double> weighted;  ///< Σ weight of its part in each task (CountingOptions::weights)
  std::vector<std::uint32_t> sections;  ///< distinct top-level sections of its tasks; those of
                                        ///< different sources are different
};

/// Fractional counting of tasks: A. Perianes-Rodríguez, L. Waltman and N. J. van Eck, Journal of
/// Informetrics 10(4), 2016, doi:10.1016/j.joi.2016.10.006.
/// Cost: O(tasks + units + assignments), times the depth of sections.
Loads loads(const graph::BipartiteGraph& graph);

/// The loads whose concentration is measured.
enum class LoadKind : std::uint8_t { Tasks, Lead, Share, Weighted };
inline constexpr std::size_t kLoadKinds = 4;

/// "tasks", "lead", "share", "weighted": as in measure ids.
std::string_view name(LoadKind load);

/// That load by unit number.
std::vector<double> load_values(const Loads& loads, LoadKind load);

/// What a task gives to the load of one of its units that takes this part in it; load_values() are
/// the sums of it over tasks.
double load_of(const graph::BipartiteGraph& graph, model::TaskId task, graph::Part part,
               LoadKind load);

/// What one unit carries in one top-level section.
struct SectionLoad {
  std::uint32_t unit;     ///< unit number
  std::uint32_t section;  ///< position in SectionLoads::sections
  std::uint32_t tasks;    ///< > 0
  std::uint32_t leads;
};

/// Loads by top-level section, as a sparse matrix: units × sections, empty cells left out.
struct SectionLoads {
  /// The top-level sections that hold tasks, in order of SectionId; last, without value, the tasks
  /// that stand in no section, if there are any.
  std::vector<std::optional<model::SectionId>> sections;
  std::vector<SectionLoad> cells;  ///< by unit, then section
};

/// Cost: O(tasks + units + assignments · log(sections of a unit)).
SectionLoads section_loads(const graph::BipartiteGraph& graph);

/// Tasks that rest on one unit alone, by TaskId. Cost: O(tasks).
std::vector<model::TaskId> single_unit_tasks(const graph::BipartiteGraph& graph);

}  // namespace respnet::analysis
