#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "respnet/analysis/results.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"

namespace respnet::analysis {

/// Another way to divide the units of a study: by another method, or by people.
struct OtherClusters {
  std::string name;                    ///< of the method or file
  std::vector<std::uint32_t> of_unit;  ///< by unit number: index into `labels`, or kNoCluster
  std::vector<std::string> labels;     ///< what each cluster is called
};

/// Those of another method, with the resolution and seed of the study; labels from "1".
/// @throws LimitError  as find_clusters()
OtherClusters clusters_of_method(const Study& study, ClusterMethod method);

/// The clustering in force beside another, over the units that are in a cluster of both.
///
/// `comparison`, one row: `against`, `units` compared, `only_here` and `only_there` (units in a
/// cluster of one alone), `clusters_here`, `clusters_there` (among those compared), `ari`, `ami`,
/// `nmi`, `vi` (nats; see partition_agreement.hpp), undefined below two units; `cross`: a row for
/// each cluster in force, a column `against.LABEL` for each other one, units in both; `units`:
/// `id`, `name`, `co.cluster`, `against` of each unit that is in a cluster of either.
/// @throws std::invalid_argument  when `other` is not about the units of the study
Results comparison_tables(const Study& study, const OtherClusters& other, Language language);

}  // namespace respnet::analysis
