#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "respnet/analysis/null_test.hpp"

namespace respnet::analysis {

/// A number of the report against the random networks that could refute it.
struct ChanceRow {
  std::string_view measure;  ///< id of a measure of the network
  NullModel model;
  NullRow row;
};

/// What the report compares with chance.
///
/// `concentration.tasks.gini` and `concentration.lead.gini` where each task keeps its leads and
/// supports and draws who they are: a model that kept the loads of units would fix the index it is
/// to test. `clusters.modularity` where units and tasks keep their degrees, as modularity itself
/// takes them for granted.
struct Chance {
  std::vector<ChanceRow> rows;                 ///< in this order; what nothing can vary has none
  std::vector<std::string_view> unaffordable;  ///< measures that the network is too large for
};

/// Most samples of a test, and fewest: below them p could hardly get under 0.02.
inline constexpr std::size_t kMostChanceSamples = 999;
inline constexpr std::size_t kLeastChanceSamples = 99;
/// Assignments that the samples of one test hold in all, those of clusterings times their runs:
/// about two seconds of one core.
inline constexpr std::size_t kChanceBudget = 5'000'000;
/// Runs of a clustering, of the observed network too, so that neither has the better chances.
inline constexpr int kChanceRuns = 5;

/// 999, 499, 199 or 99, the most that keep within the budget; 0: not even the fewest do.
std::size_t affordable_samples(std::size_t assignments_a_sample);

/// The modularity of the clustering in force where units and tasks keep their degrees: its best of
/// kChanceRuns runs beside that of `samples` random networks. Nothing without a modularity (no
/// assignments; a block model), or where no sample has another.
/// @param samples  >= 1
/// Cost: kChanceRuns clusterings a sample.
std::optional<NullRow> modularity_by_chance(const Study& study, std::size_t samples);

/// Samples that the budget allows for modularity_by_chance(); 0: too few.
std::size_t affordable_modularity_samples(const Study& study);

/// Within the budget; see Study::chance(), which keeps it.
///
/// The observed modularity is that of the best of kChanceRuns runs, as in each sample: it may lie
/// below that of Study::clusters(), which has more.
/// Cost: as kChanceBudget says. The result depends on no number of threads.
/// Source: as null_tests(); margins: see graph::Curveball.
Chance chance(const Study& study);

}  // namespace respnet::analysis
