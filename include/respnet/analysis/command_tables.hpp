#pragma once

#include <cstddef>
#include <optional>

#include "respnet/analysis/results.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"

namespace respnet::analysis {

// What the commands `workload`, `clusters` and `leads` show. Column ids are measure ids where there
// is one; labels and titles are in the language asked for. Tables without rows are left out, but
// for the first. A measure whose kernel refuses the size of the network is listed as skipped.

/// `units`: loads of each unit, most tasks first (ties: leads, then id), and which of its loads
/// stand out (`load.outlying`, see outliers.hpp), and the interval of its rank by tasks
/// (`rank.tasks.interval`, see rank_certainty.hpp); `concentration`: index × load; `sections`:
/// tasks and leads of each unit by top-level section, if the tasks stand in sections;
/// `single_unit_tasks`: tasks that rest on one unit.
Results workload_tables(const Study& study, Language language);

struct ClusterTableOptions {
  /// Of random networks, for `chance`; 0: no such table; empty: as many as are affordable.
  std::optional<std::size_t> samples = 0;
  std::size_t runs = 0;  ///< for the consensus; 0: none
};

/// `clusters`: number, size, core units, members, tasks inside, stability (see
/// cluster_stability.hpp); `units`: cluster, tasks shared within it, and stability; `bridges`:
/// tasks with units of several clusters, the most divided first; `task_groups`: of a block model;
/// `network`: count, modularity or description length, its
/// upper bound (see graph/modularity_bound.hpp), and
/// how they were found.
/// @throws LimitError  with ClusterMethod::Modularity, when the projection is refused for its size;
///                     with ClusterMethod::Sbm, as graph::block_model
///
/// `chance`, with samples: modularity beside that of random networks that keep both margins, and in
/// words whether there is more of it than by chance (see modularity_by_chance()); where even the
/// fewest samples are not affordable, it is listed as skipped. `consensus`, with runs: see
/// cluster_consensus.hpp, and then `units` has columns consensus.cluster and consensus.stability.
Results cluster_tables(const Study& study, Language language,
                       const ClusterTableOptions& options = {});

/// `units`: the centralities of lead.*, bipartite.* and co.*, most units mobilised first (ties:
/// tasks led, then id), with the tasks that lose their only lead with the unit (`lead.sole`) and
/// whether its loss splits the network (`bipartite.articulation`); `sole_leads`: those tasks by
/// unit; `tasks_without_lead`.
Results lead_tables(const Study& study, Language language);

/// Which standing groups are listed.
struct GroupLimits {
  std::size_t min_units = 2;  ///< in a group
  std::size_t min_tasks = 2;  ///< that it shares; > 0
  std::size_t top = 0;        ///< only so many, the largest; 0: all
};

/// `concepts`: standing groups, each all units that share certain tasks, with all tasks they share
/// (graph/concepts.hpp): number, units, tasks, stability, who, which. Largest first.
/// @throws std::invalid_argument  for min_tasks 0
/// @throws LimitError             when there are too many
Results concept_tables(const Study& study, Language language, const GroupLimits& limits = {});

/// `chance`: the numbers of Study::chance(), a row each: `id`, `name`, `model`, `observed`,
/// `expected`, `sd`, `low`, `high`, `z`, `p`, `mc_error`, `samples`. No table without rows.
Results chance_tables(const Study& study, Language language);

}  // namespace respnet::analysis
