#include "respnet/report/exports.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "respnet/analysis/command_tables.hpp"
#include "viz/palette.hpp"

namespace respnet::report {
namespace {

using analysis::Study;

// A column of the study's units, by all units of the network: with groups dropped or expanded some
// units are not counted and have no value.
Column by_network_unit(const Study& study, const Column& column) {
  const auto units = study.graph().units();
  Column result{column.id, column.label, {}};
  std::visit(
      [&](const auto& values) {
        using Value = typename std::decay_t<decltype(values)>::value_type;
        if constexpr (std::is_same_v<Value, std::string>) {
          std::vector<std::string> all(study.network().unit_count());
          for (std::size_t i = 0; i < units.size(); ++i) all[model::index(units[i])] = values[i];
          result.values = std::move(all);
        } else {
          std::vector<double> all(study.network().unit_count(),
                                  std::numeric_limits<double>::quiet_NaN());
          for (std::size_t i = 0; i < units.size(); ++i)
            all[model::index(units[i])] = static_cast<double>(values[i]);
          result.values = std::move(all);
        }
      },
      column.values);
  return result;
}

// Names and ids are known of all units.
void name_all(const model::Network& network, Table& units) {
  for (Column& column : units.columns) {
    if (column.id != "id" && column.id != "name") continue;
    std::vector<std::string> names;
    for (const model::UnitId unit : network.unit_ids())
      names.emplace_back(column.id == "id" ? network.unit_id(unit)
                                           : std::string(network.unit_name(unit)));
    column.values = std::move(names);
  }
}

// Sheets of a workbook are named so that those of the network itself keep their names.
std::string title_of(const Table& table, Language language) {
  static const std::vector<std::pair<std::string, Words>> titles{
      {"network", {"指标-全网", "metrics-network"}},
      {"loads", {"负担", "loads"}},
      {"units", {"指标-单位", "metrics-units"}},
      {"tasks", {"指标-任务", "metrics-tasks"}},
      {"pairs", {"指标-单位对", "metrics-pairs"}}};
  const auto found = std::ranges::find(titles, table.id, &std::pair<std::string, Words>::first);
  return found == titles.end() ? table.title : found->second.in(language);
}

io::NodeLook look(std::string_view color, double size) {
  const auto part = [&](std::size_t at) {
    return static_cast<std::uint8_t>(std::stoi(std::string(color.substr(at, 2)), nullptr, 16));
  };
  return {part(1), part(3), part(5), size};
}

// The area of a unit grows with its tasks.
std::vector<io::NodeLook> unit_looks(const Study& study) {
  constexpr double least = 8, most = 40;
  std::vector<io::NodeLook> looks(study.network().unit_count(), look(viz::palette::kOther, least));
  const auto& tasks = study.loads().tasks;
  const double highest =
      tasks.empty() ? 1 : std::max(1.0, static_cast<double>(std::ranges::max(tasks)));
  const auto units = study.graph().units();
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::uint32_t cluster = study.clusters().of_unit[i];
    looks[model::index(units[i])] = look(
        cluster == analysis::kNoCluster ? viz::palette::kOther : viz::palette::cluster(cluster + 1),
        least + (most - least) * std::sqrt(static_cast<double>(tasks[i]) / highest));
  }
  return looks;
}

// What a planner looks at first.
void add_loads(const Study& study, Exports& made) {
  std::vector<Table> tables = analysis::workload_tables(study, made.language).tables;
  const auto units = std::ranges::find(tables, "units", &Table::id);
  units->id = "loads";
  made.tables.insert(made.tables.begin(), std::move(*units));
}

}  // namespace

io::Attachments Exports::attachments(const io::Run* run, bool csv_bom) const {
  return {.tables = tables,
          .catalog = tables.empty() ? nullptr : &catalog,
          .run = run,
          .task_looks = task_looks,
          .unit_looks = unit_looks,
          .language = language,
          .csv_bom = csv_bom};
}

Exports exports(const Study& study, analysis::Results results, Language language) {
  Exports made{.tables = std::move(results.tables),
               .catalog = analysis::catalog_table(language),
               .task_looks = std::vector<io::NodeLook>(study.network().task_count(),
                                                       look(viz::palette::kMuted, 6)),
               .unit_looks = unit_looks(study),
               .remarks = std::move(results.remarks),
               .language = language};
  add_loads(study, made);
  const bool all = study.graph().unit_count() == study.network().unit_count();
  for (Table& table : made.tables) {
    table.title = title_of(table, language);
    if (all || (table.id != "units" && table.id != "loads")) continue;
    for (Column& column : table.columns) column = by_network_unit(study, column);
    name_all(study.network(), table);
  }
  return made;
}

Exports exports(const Study& study, const ExportOptions& options) {
  using analysis::Level;
  analysis::MetricsOptions metrics{
      .select = options.select, .language = options.language, .progress = options.progress};
  if (options.holds.network) metrics.levels.push_back(Level::Network);
  if (options.holds.nodes) metrics.levels.insert(metrics.levels.end(), {Level::Unit, Level::Task});
  if (options.holds.pairs) metrics.levels.push_back(Level::Pair);
  // No level would mean all of them.
  if (metrics.levels.empty()) return {.language = options.language};
  return exports(study, analysis::metrics(study, metrics), options.language);
}

std::vector<io::Run::Estimate> estimates(const std::vector<analysis::Remark>& remarks) {
  std::vector<io::Run::Estimate> made;
  for (const analysis::Remark& remark : remarks) {
    if (remark.left_out) continue;
    const graph::Guarantee& found = remark.guarantee;
    static constexpr std::array shares{"all pairs", "all others", "1"};
    made.push_back({remark.id, shares[static_cast<std::size_t>(found.share)], found.epsilon,
                    found.delta, found.samples, proven(found)});
  }
  return made;
}

std::string catalog_version() {
  std::string all;
  for (const analysis::Measure& measure : analysis::catalog())
    all += std::string(name(measure.level)) + '\t' + measure.id + '\t' + measure.formula + '\n';
  return sha256(all).substr(0, 12);
}

}  // namespace respnet::report
