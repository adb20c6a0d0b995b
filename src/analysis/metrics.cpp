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

std::string accuracy(const graph::Guarantee& guarantee) {
  static constexpr std::array shares{" of all pairs", " of all others", ""};
  const bool paths = guarantee.share == graph::ShareOf::Pairs;
  return "from " + std::to_string(guarantee.samples) +
         (paths ? " shortest paths" : " starts of searches") + " drawn at random; off by " +
         number(guarantee.epsilon) + shares[static_cast<std::size_t>(guarantee.share)] +
         " at most, with a chance of " + number(1 - guarantee.delta) + "; --exact computes it";
}

// Once, though it may be of units and of tasks.
void remark(std::vector<Remark>& remarks, Remark made) {
  if (std::ranges::find(remarks, made.id, &Remark::id) == remarks.end())
    remarks.push_back(std::move(made));
}

std::vector<const Measure*> selected(Level level, const MetricsOptions& options) {
  std::vector<const Measure*> measures;
  const auto& levels = options.levels;
  if (!levels.empty() && std::ranges::find(levels, level) == levels.end()) return measures;
  for (const Measure& measure : catalog())
    if (measure.level == level && options.select.contains(measure.id)) measures.push_back(&measure);
  return measures;
}

// Counts the measures of all levels.
class Progress {
 public:
  explicit Progress(const MetricsOptions& options) : tell_(options.progress) {
    for (const LevelTable& table : level_tables()) at_.all += selected(table.level, options).size();
  }

  void begin(const Measure& measure) {
    at_.id = measure.id;
    if (tell_) tell_(at_);
    ++at_.done;
  }

 private:
  const std::function<void(const MetricsProgress&)>& tell_;
  MetricsProgress at_;
};

// Columns of units and of the network are short enough to be kept for other tables.
Column::Values values_of(const Measure& measure, const Study& study) {
  if (measure.level != Level::Unit && measure.level != Level::Network) return measure.column(study);
  return study.column(std::string(name(measure.level)) + " " + measure.id,
                      [&] { return measure.column(study); });
}

// The selected measures of one level; what is refused or estimated goes to `remarks`.
std::vector<Column> measured(const Study& study, Level level, const MetricsOptions& options,
                             Progress& progress, std::vector<Remark>& remarks) {
  std::vector<Column> columns;
  for (const Measure* each : selected(level, options)) {
    const Measure& measure = *each;
    progress.begin(measure);
    try {
      columns.push_back({.id = measure.id,
                         .label = label_in(study, measure.label, options.language),
                         .values = values_of(measure, study)});
      const graph::Guarantee found =
          measure.guarantee ? measure.guarantee(study) : graph::Guarantee{};
      if (found.epsilon > 0) {
        columns.back().label += Words{"（估计）", " (estimate)"}.in(options.language);
        remark(remarks, {measure.id, level, accuracy(found), false, found});
      }
    } catch (const LimitError& refused) {
      if (options.select.names(measure.id) && !options.skip_named) throw;
      remark(remarks, {measure.id, level, refused.what(), true});
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

std::vector<std::string> sentences(const std::vector<Remark>& remarks) {
  struct Said {
    const Remark* first;
    std::string ids;
    bool of_several = false;
  };
  std::vector<Said> all;
  for (const Remark& remark : remarks) {
    const auto said = std::ranges::find_if(all, [&](const Said& other) {
      return other.first->reason == remark.reason && other.first->left_out == remark.left_out;
    });
    if (said == all.end()) {
      all.push_back({&remark, remark.id});
    } else {
      said->ids += ", " + remark.id;
      said->of_several = true;
    }
  }
  std::vector<std::string> texts;
  for (const auto& [first, ids, of_several] : all)
    texts.push_back(ids +
                    (first->left_out ? of_several ? " were left out: " : " was left out: "
                     : of_several    ? " are estimates: "
                                     : " is an estimate: ") +
                    first->reason);
  return texts;
}

Results metrics(const Study& study, const MetricsOptions& options) {
  Results results;
  Progress progress(options);
  for (const auto& [level, id, title] : level_tables()) {
    std::vector<Column> values = measured(study, level, options, progress, results.remarks);
    if (values.empty()) continue;
    Table table{.id = id, .title = title.in(options.language), .columns = {}};
    table.columns = who(study, level, options.language);
    std::ranges::move(values, std::back_inserter(table.columns));
    results.tables.push_back(std::move(table));
  }
  return results;
}

}  // namespace respnet::analysis
