#pragma once

// The tables that make up the catalogue, one a level, and what their rows share.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "respnet/analysis/catalog.hpp"

namespace respnet::analysis {

std::vector<Measure> network_measures();
std::vector<Measure> unit_measures();
std::vector<Measure> task_measures();
std::vector<Measure> pair_measures();

std::vector<Measure> concentration_measures();
std::vector<Measure> balance_measures();               ///< of units
std::vector<Measure> spread_measures();                ///< of the network
std::vector<Measure> structure_measures(Level level);  ///< of units or tasks
std::vector<Measure> network_structure_measures();
std::vector<Measure> nesting_measures();              ///< of the network
std::vector<Measure> loss_measures();                 ///< of the network
std::vector<Measure> ranking_measures(Level level);   ///< of units or tasks
std::vector<Measure> weighted_measures(Level level);  ///< of units or tasks
std::vector<Measure> breadth_measures();              ///< of units
std::vector<Measure> tie_measures();                  ///< of units
std::vector<Measure> brokerage_measures();            ///< of units

std::vector<Measure> network_section_measures();
std::vector<Measure> unit_section_measures();
std::vector<Measure> coordination_measures();  ///< of the network and tasks

/// Of the measures of all assignments those that are worth knowing of leads and of supports alone.
std::vector<Measure> role_view_measures(const std::vector<Measure>& all);

/// How far clusters and ranks can be trusted, by bootstrap over tasks.
std::vector<Measure> certainty_measures();
/// Whether two units share more tasks than chance would have it.
std::vector<Measure> chance_measures();

/// The rows `bipartite.*`, which units and tasks have in common.
std::vector<Measure> bipartite_measures(Level level);

// What the measures concentration.<load>.<index> are made of.

struct LoadWords {
  LoadKind load;
  Words label, meaning;
};
const std::array<LoadWords, kLoadKinds>& load_words();

struct ConcentrationIndex {
  std::string id;
  std::optional<double> Concentration::*value;
  Words label, meaning;
  std::string formula, range, undefined, source, normalizer;
};
const std::vector<ConcentrationIndex>& concentration_indices();

/// The part of a column by joint vertex that belongs to a level: tasks come first.
template <typename T>
std::span<const T> part_of(const Study& study, Level level, const std::vector<T>& joint) {
  const std::span all(joint);
  const std::size_t tasks = study.graph().task_count();
  return level == Level::Task ? all.first(tasks) : all.subspan(tasks);
}

// Columns from what kernels return.

Column::Values whole_numbers(std::span<const std::uint32_t> values);
Column::Values real_numbers(std::span<const double> values);
Column::Values single(std::size_t value);
Column::Values single(std::optional<double> value);

}  // namespace respnet::analysis
