#include "respnet/analysis/cluster_comparison.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <stdexcept>
#include <utility>

#include "analysis/table_columns.hpp"
#include "respnet/analysis/partition_agreement.hpp"

namespace respnet::analysis {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

// Labels of the units that are in a cluster of both, and how many are in one of one alone.
struct Paired {
  std::vector<std::uint32_t> here, there;
  std::size_t only_here = 0, only_there = 0;
};

Paired paired(const std::vector<std::uint32_t>& here, const std::vector<std::uint32_t>& there) {
  Paired result;
  for (std::size_t unit = 0; unit < here.size(); ++unit) {
    const bool in_here = here[unit] != kNoCluster, in_there = there[unit] != kNoCluster;
    result.only_here += in_here && !in_there ? 1 : 0;
    result.only_there += in_there && !in_here ? 1 : 0;
    if (!in_here || !in_there) continue;
    result.here.push_back(here[unit]);
    result.there.push_back(there[unit]);
  }
  return result;
}

std::size_t distinct(const std::vector<std::uint32_t>& labels) {
  return std::set(labels.begin(), labels.end()).size();
}

Table comparison(const Paired& units, const OtherClusters& other, Language language) {
  const bool defined = units.here.size() > 1;
  const PartitionAgreement agreement = partition_agreement(units.here, units.there);
  const auto count = [&](std::string id, const Words& label, std::size_t value) {
    return number_column(std::move(id), label.in(language), std::vector<std::size_t>{value});
  };
  const auto real = [&](std::string id, const Words& label, double value) {
    return Column{.id = std::move(id),
                  .label = label.in(language),
                  .values = std::vector<double>{defined ? value : kUndefined}};
  };
  Table table = titled("comparison", {"与另一划分比较", "Against another partition"}, language);
  table.columns = {text_column("against", Words{"对照", "against"}.in(language), {other.name}),
                   count("units", {"比较的单位", "units compared"}, units.here.size()),
                   count("only_here", {"只在本划分", "only here"}, units.only_here),
                   count("only_there", {"只在对照", "only there"}, units.only_there),
                   count("clusters_here", {"本划分圈数", "clusters here"}, distinct(units.here)),
                   count("clusters_there", {"对照圈数", "clusters there"}, distinct(units.there)),
                   real("ari", {"调整兰德指数", "adjusted Rand"}, agreement.adjusted_rand),
                   real("ami", {"调整互信息", "adjusted mutual information"},
                        adjusted_mutual_information(units.here, units.there)),
                   real("nmi", {"标准化互信息", "normalised mutual information"},
                        agreement.normalized_mutual_information),
                   real("vi", {"信息变差（nat）", "variation of information (nats)"},
                        agreement.variation_of_information)};
  return table;
}

Table cross(const Study& study, const Paired& units, const OtherClusters& other,
            Language language) {
  const std::size_t rows = study.clusters().clusters.size();
  std::vector<std::vector<std::size_t>> both(other.labels.size(), std::vector<std::size_t>(rows));
  for (std::size_t i = 0; i < units.here.size(); ++i) ++both[units.there[i]][units.here[i]];
  std::vector<std::size_t> number;
  for (std::size_t row = 1; row <= rows; ++row) number.push_back(row);
  Table table = titled("cross", {"交叉表（单位数）", "Cross table (units)"}, language);
  table.columns = {number_column("co.cluster", Words{"协作圈", "cluster"}.in(language), number)};
  for (std::size_t label = 0; label < both.size(); ++label)
    table.columns.push_back(
        number_column("against." + other.labels[label],
                      Words{"对照 ", "against "}.in(language) + other.labels[label], both[label]));
  return table;
}

Table units_of_both(const Study& study, const OtherClusters& other, Language language) {
  const std::vector<std::uint32_t>& here = study.clusters().of_unit;
  std::vector<std::uint32_t> units;
  for (std::uint32_t unit = 0; unit < here.size(); ++unit)
    if (here[unit] != kNoCluster || other.of_unit[unit] != kNoCluster) units.push_back(unit);
  std::ranges::stable_sort(units, {}, [&](std::uint32_t unit) { return here[unit]; });
  std::vector<double> number;
  std::vector<std::string> label;
  for (const std::uint32_t unit : units) {
    number.push_back(here[unit] == kNoCluster ? kUndefined : here[unit] + 1.0);
    label.push_back(other.of_unit[unit] == kNoCluster ? "" : other.labels[other.of_unit[unit]]);
  }
  Table table = titled("units", {"单位的两种归属", "Units in both"}, language);
  table.columns = unit_columns(study, units, language);
  table.columns.push_back({.id = "co.cluster",
                           .label = Words{"协作圈", "cluster"}.in(language),
                           .values = std::move(number)});
  table.columns.push_back(
      text_column("against", Words{"对照", "against"}.in(language), std::move(label)));
  return table;
}

}  // namespace

OtherClusters clusters_of_method(const Study& study, ClusterMethod method) {
  const Clusters found = find_clusters(study.graph(), method,
                                       {.resolution = study.options().resolution,
                                        .seed = study.options().seed,
                                        .threads = study.options().threads});
  OtherClusters result{std::string(name(method)), found.of_unit, {}};
  for (std::size_t i = 1; i <= found.clusters.size(); ++i)
    result.labels.push_back(std::to_string(i));
  return result;
}

Results comparison_tables(const Study& study, const OtherClusters& other, Language language) {
  if (other.of_unit.size() != study.graph().unit_count())
    throw std::invalid_argument("a comparison needs a label for every unit");
  for (const std::uint32_t label : other.of_unit)
    if (label != kNoCluster && label >= other.labels.size())
      throw std::invalid_argument("a comparison needs a name for every label");
  const Paired units = paired(study.clusters().of_unit, other.of_unit);
  Results results;
  results.tables.push_back(comparison(units, other, language));
  add_unless_empty(results.tables, cross(study, units, other, language));
  add_unless_empty(results.tables, units_of_both(study, other, language));
  return results;
}

}  // namespace respnet::analysis
