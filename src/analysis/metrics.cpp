#include "respnet/analysis/metrics.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "analysis/globs.hpp"
#include "analysis/table_columns.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::analysis {
namespace {

void check(const std::string& pattern) {
  const auto found = [&](const Measure& measure) { return matches(pattern, measure.id); };
  if (std::ranges::any_of(catalog(), found)) return;
  std::vector<std::string_view> ids;
  for (const Measure& measure : catalog()) ids.push_back(measure.id);
  throw std::invalid_argument("no measure is named '" + printable(pattern) + "'" +
                              did_you_mean(pattern, ids));
}

struct LevelTable {
  Level level;
  std::string id;
  Words title;
};

const std::array<LevelTable, kLevels>& level_tables() {
  static const std::array<LevelTable, kLevels> tables{{
      {Level::Network, "network", {"网络", "Network"}},
      {Level::Unit, "units", {"单位", "Units"}},
      {Level::Task, "tasks", {"任务", "Tasks"}},
      {Level::Pair, "pairs", {"单位对", "Pairs of units"}},
  }};
  return tables;
}

std::vector<Column> who(const Study& study, Level level, Language language) {
  switch (level) {
    case Level::Unit:
      return unit_columns(study, language);
    case Level::Task:
      return task_columns(study, language);
    case Level::Pair:
      return pair_columns(study, language);
    default:
      return {};
  }
}

// The selected measures of one level; those that are refused go to `skipped`.
std::vector<Column> measured(const Study& study, Level level, const MetricsOptions& options,
                             std::vector<Skipped>& skipped) {
  std::vector<Column> columns;
  for (const Measure& measure : catalog()) {
    if (measure.level != level || !options.select.contains(measure.id)) continue;
    try {
      columns.push_back({.id = measure.id,
                         .label = label_in(study, measure.label, options.language),
                         .values = measure.column(study)});
    } catch (const LimitError& refused) {
      if (options.select.names(measure.id) && !options.skip_named) throw;
      // What is missing from units and from tasks is said once.
      if (std::ranges::find(skipped, measure.id, &Skipped::id) == skipped.end())
        skipped.push_back({.id = measure.id, .level = level, .reason = refused.what()});
    }
  }
  return columns;
}

}  // namespace

Selection::Selection(std::string_view list) : patterns_(listed_patterns(list)) {
  std::ranges::for_each(patterns_, check);
}

bool Selection::contains(std::string_view id) const {
  return patterns_.empty() || std::ranges::any_of(patterns_, [&](const std::string& pattern) {
           return matches(pattern, id);
         });
}

bool Selection::names(std::string_view id) const {
  return std::ranges::find(patterns_, id) != patterns_.end();
}

Results metrics(const Study& study, const MetricsOptions& options) {
  Results results;
  for (const auto& [level, id, title] : level_tables()) {
    const auto& levels = options.levels;
    if (!levels.empty() && std::ranges::find(levels, level) == levels.end()) continue;
    std::vector<Column> values = measured(study, level, options, results.skipped);
    if (values.empty()) continue;
    Table table{.id = id, .title = title.in(options.language), .columns = {}};
    table.columns = who(study, level, options.language);
    std::ranges::move(values, std::back_inserter(table.columns));
    results.tables.push_back(std::move(table));
  }
  return results;
}

}  // namespace respnet::analysis
