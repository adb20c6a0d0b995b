// clusters: which units keep working together, how sure that is, and what another partition says.

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "respnet/analysis/cluster_comparison.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/partition.hpp"

namespace respnet::cli {
namespace {

constexpr std::size_t kNamesListed = 10;
const std::vector<std::string_view> kMethods{"barber", "modularity", "brim", "lpawb", "sbm"};

// The unit numbers of a study by what a file may call them. A name that several units bear is none.
class UnitNames {
 public:
  explicit UnitNames(const graph::BipartiteGraph& graph) {
    const model::Network& network = graph.network();
    for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit) {
      ids_.emplace(network.unit_id(graph.unit(unit)), unit);
      const auto [place, fresh] =
          names_.emplace(network.unit_name(graph.unit(unit)), std::optional(unit));
      if (!fresh) place->second.reset();
    }
  }

  // By name; by id where there is no name, or several units bear it.
  std::uint32_t find(const io::PartitionRow& row) const {
    const auto name = names_.find(row.name);
    if (name != names_.end() && name->second) return *name->second;
    const bool by_id = row.name.empty() || name != names_.end();
    const auto id = by_id ? ids_.find(row.id) : ids_.end();
    if (id != ids_.end()) return id->second;
    throw InputError(
        row.place, "the plan has no unit '" + printable(row.name.empty() ? row.id : row.name) +
                       (name != names_.end() ? "' that is the only one of this name, or its id is "
                                               "missing; give the ids that respnet metrics shows"
                                             : "'; write its name as respnet metrics shows it, or "
                                               "delete the row"));
  }

 private:
  std::map<std::string, std::uint32_t, std::less<>> ids_;
  std::map<std::string, std::optional<std::uint32_t>, std::less<>> names_;
};

void say_missing(const analysis::Study& study, const analysis::OtherClusters& other,
                 Session& session) {
  std::vector<std::string> names;
  for (std::uint32_t unit = 0; unit < other.of_unit.size(); ++unit)
    if (other.of_unit[unit] == analysis::kNoCluster &&
        study.clusters().of_unit[unit] != analysis::kNoCluster)
      names.emplace_back(study.network().unit_name(study.graph().unit(unit)));
  if (names.empty()) return;
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kNamesListed); ++i)
    list += (i == 0 ? "" : ", ") + printable(names[i]);
  if (names.size() > kNamesListed)
    list += " and " + std::to_string(names.size() - kNamesListed) + " more (in the table of units)";
  session.say(counted(names.size(), "unit") + " of the plan without a cluster in " +
              printable(other.name) + " left out of the comparison: " + list);
}

analysis::OtherClusters clusters_of_file(const analysis::Study& study,
                                         const std::filesystem::path& file) {
  const UnitNames names(study.graph());
  analysis::OtherClusters other{file.filename().string(), {}, {}};
  other.of_unit.assign(study.graph().unit_count(), analysis::kNoCluster);
  std::map<std::string, std::uint32_t, std::less<>> numbers;
  for (const io::PartitionRow& row : io::read_partition(file)) {
    std::uint32_t& label = other.of_unit[names.find(row)];
    if (label != analysis::kNoCluster)
      throw InputError(row.place, "the unit '" + printable(row.name.empty() ? row.id : row.name) +
                                      "' is there twice; delete one of its rows");
    const auto [place, fresh] =
        numbers.emplace(row.cluster, static_cast<std::uint32_t>(numbers.size()));
    if (fresh) other.labels.push_back(row.cluster);
    label = place->second;
  }
  return other;
}

analysis::OtherClusters other_clusters(const analysis::Study& study, const std::string& against) {
  if (const auto method = analysis::cluster_method_named(against))
    return analysis::clusters_of_method(study, *method);
  return clusters_of_file(study, against);
}

void check(const Settings& settings) {
  const std::string& against = settings.against;
  if (against.empty()) return;
  if (settings.runs > 0 || settings.samples)
    throw UsageError("--against compares two partitions; leave --runs and --samples out");
  if (!analysis::cluster_method_named(against) && !std::filesystem::exists(against))
    throw UsageError(
        "--against takes barber, modularity, brim, lpawb, sbm or a file that is there, "
        "not '" +
        printable(against) + "'" + did_you_mean(against, kMethods));
}

}  // namespace

int run_clusters(const Settings& settings, Session& session) {
  check(settings);
  const model::Network network = network_from(settings, session);
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  const Language language = language_of(network, settings);
  analysis::Results results;
  if (settings.against.empty()) {
    results = analysis::cluster_tables(study, language,
                                       {.samples = settings.samples, .runs = settings.runs});
  } else {
    const analysis::OtherClusters other = other_clusters(study, settings.against);
    say_missing(study, other, session);
    results = analysis::comparison_tables(study, other, language);
  }
  session.stage("write");
  say_remarks(results.remarks, session);
  deliver_tables(results.tables, settings);
  return 0;
}

}  // namespace respnet::cli
