#include "respnet/report/picture_options.hpp"

namespace respnet::report {
namespace {

// Clusters as pictures number them: by unit number, from 1; 0 for units in none.
std::vector<std::uint32_t> cluster_numbers(const analysis::Study& study) {
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t cluster : study.clusters().of_unit)
    numbers.push_back(cluster == analysis::kNoCluster ? 0 : cluster + 1);
  return numbers;
}

// Merges as pictures number them: units by number, then merges.
std::vector<viz::Merge> unit_merges(const analysis::Study& study) {
  const analysis::Linkage& linkage = study.linkage();
  const auto leaves = static_cast<std::uint32_t>(linkage.units.size());
  const auto units = static_cast<std::uint32_t>(study.graph().unit_count());
  const auto number = [&](std::uint32_t group) {
    return group < leaves ? linkage.units[group] : group - leaves + units;
  };
  std::vector<viz::Merge> merges;
  for (const analysis::LinkageMerge& merge : linkage.merges)
    merges.push_back({number(merge.a), number(merge.b), merge.height});
  return merges;
}

}  // namespace

viz::PictureOptions picture_options(const analysis::Study& study, viz::View view,
                                    Language language) {
  viz::PictureOptions options{.language = language};
  switch (view) {
    case viz::View::CoResponsibility:
    case viz::View::Leads:
      options.clusters = cluster_numbers(study);
      break;
    case viz::View::Clusters:
      options.clusters = cluster_numbers(study);
      for (const analysis::Cluster& cluster : study.clusters().clusters)
        options.core.insert(options.core.end(), cluster.core.begin(), cluster.core.end());
      break;
    case viz::View::Matrix:
    case viz::View::Dendrogram:
      options.merges = unit_merges(study);
      break;
    case viz::View::Lorenz:
      options.gini = study.concentration_of(analysis::LoadKind::Tasks).gini;
      break;
    default:
      break;
  }
  return options;
}

std::string source_date(const model::Network& network) {
  for (const model::Source& source : network.sources())
    if (!source.date.empty()) return source.date;
  return {};
}

}  // namespace respnet::report
