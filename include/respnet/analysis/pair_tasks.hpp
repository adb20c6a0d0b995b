#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "respnet/analysis/unit_pairs.hpp"
#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::analysis {

/// What the shared tasks of two units a and b are made of.
///
/// The four counts sum to the shared tasks as long as informed and oversight assignments weigh
/// nothing.
struct PairTasks {
  double fractional = 0;  ///< Σ over shared tasks of 1/k_t, k_t the units of the task
  std::uint32_t lead_lead = 0;
  std::uint32_t lead_support = 0;  ///< a leads, b supports
  std::uint32_t support_lead = 0;  ///< b leads, a supports
  std::uint32_t support_support = 0;
};

/// Pairs to measure: all of a study, or some of them at a time.
struct PairBatch {
  const graph::BipartiteGraph& graph;
  std::span<const UnitPair> pairs;
  std::function<const std::vector<PairTasks>&()> tasks;  ///< along pairs; made when asked for
};

/// Of each of the pairs, in their order.
/// Cost: O(Σ over pairs of the tasks of both) time.
/// Source: fractional counting A. Perianes-Rodríguez, L. Waltman and N. J. van Eck, Journal of
/// Informetrics 10(4), 2016, doi:10.1016/j.joi.2016.10.006.
std::vector<PairTasks> pair_tasks(const graph::BipartiteGraph& graph,
                                  std::span<const UnitPair> pairs);

/// Correlation of the rows of two units in the incidence matrix: φ, in [-1, 1]; NaN where one of
/// them takes part in every task.
/// Source: K. Pearson 1900; as the correlation of two 0-1 variables.
std::vector<double> pair_correlations(const graph::BipartiteGraph& graph,
                                      std::span<const UnitPair> pairs);

}  // namespace respnet::analysis
