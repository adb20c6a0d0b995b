#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <tuple>

#include "analysis/catalog_rows.hpp"
#include "analysis/table_columns.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/analysis/outliers.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::analysis {
namespace {

// A person reads the table of sections side by side; beyond this it is no table for people.
constexpr std::size_t kMostSections = 100;

std::vector<std::uint32_t> busiest_first(const Study& study) {
  std::vector<std::uint32_t> order = all_units(study);
  const Loads& loads = study.loads();
  std::ranges::stable_sort(order, std::greater<>{}, [&](std::uint32_t unit) {
    return std::tuple(loads.tasks[unit], loads.lead[unit]);
  });
  return order;
}

Outliers outlying(const Study& study, LoadKind load) {
  const auto& weights = study.options().counting.weights;
  const double heaviest =
      std::max({weights.lead, weights.support, weights.informed, weights.oversight});
  const bool weighted = load == LoadKind::Weighted && heaviest > 0;
  return outliers(load_values(study.loads(), load), {.one_task = weighted ? heaviest : 1});
}

// By unit: which of its loads stand out, in words.
Column outlying_column(const Study& study, Language language) {
  std::vector<std::string> words(study.graph().unit_count());
  for (const LoadWords& load : load_words()) {
    for (const std::uint32_t unit : outlying(study, load.load).units) {
      if (!words[unit].empty()) words[unit] += Words{"、", ", "}.in(language);
      words[unit] += label_in(study, load.label, language);
    }
  }
  return text_column("load.outlying", Words{"偏重", "outlying"}.in(language), std::move(words));
}

// A group's load is not that of one body, so the table says which units are groups.
Column kind_column(const Study& study, Language language) {
  std::vector<std::string> kinds;
  for (const model::UnitId unit : study.graph().units()) {
    switch (study.network().unit_kind(unit)) {
      case model::UnitKind::Group:
        kinds.emplace_back(Words{"集合", "group"}.in(language));
        break;
      case model::UnitKind::Person:
        kinds.emplace_back(Words{"个人", "person"}.in(language));
        break;
      default:
        kinds.emplace_back(Words{"单位", "organ"}.in(language));
    }
  }
  return text_column("kind", Words{"类别", "kind"}.in(language), std::move(kinds));
}

// By unit: its rank by tasks as far as it is sure, "1" or "4–9".
Column rank_column(const Study& study, Language language) {
  const RankCertainty& ranks = study.ranks(LoadKind::Tasks);
  std::vector<std::string> words;
  for (std::size_t unit = 0; unit < ranks.low.size(); ++unit) {
    words.push_back(std::to_string(ranks.low[unit]));
    if (ranks.high[unit] != ranks.low[unit]) words.back() += "–" + std::to_string(ranks.high[unit]);
  }
  return text_column("rank.tasks.interval", Words{"名次（95%）", "rank (95 %)"}.in(language),
                     std::move(words));
}

void add_ranks(const Study& study, Language language, Table& table, Results& results) {
  try {
    table.columns.push_back(rank_column(study, language));
  } catch (const LimitError& refused) {
    results.remarks.push_back({.id = "rank.tasks", .level = Level::Unit, .reason = refused.what()});
  }
}

Table units(const Study& study, Language language, Results& results) {
  Table table = unit_table(
      study,
      "load.tasks,load.lead,load.responsible,load.support,load.share,load.weighted,load.sections",
      language, results);
  const auto behind_name = std::ranges::find(table.columns, "name", &Column::id) + 1;
  table.columns.insert(behind_name, kind_column(study, language));
  table.title = Words{"各单位负担", "Loads of units"}.in(language);
  table.columns.push_back(outlying_column(study, language));
  add_ranks(study, language, table, results);
  return reordered(std::move(table), busiest_first(study));
}

// Rows: indices. Columns: loads.
Table concentrations(const Study& study, Language language) {
  Table table = titled("concentration", {"集中程度", "Concentration"}, language);
  std::vector<std::string> ids, names;
  for (const ConcentrationIndex& index : concentration_indices()) {
    ids.push_back(index.id);
    names.push_back(index.label.in(language));
  }
  table.columns = {text_column("id", Words{"标识", "id"}.in(language), std::move(ids)),
                   text_column("name", Words{"指标", "index"}.in(language), std::move(names))};
  for (const LoadWords& load : load_words()) {
    std::vector<double> values;
    for (const ConcentrationIndex& index : concentration_indices())
      values.push_back((study.concentration_of(load.load).*index.value)
                           .value_or(std::numeric_limits<double>::quiet_NaN()));
    table.columns.push_back({.id = std::string(name(load.load)),
                             .label = label_in(study, load.label, language),
                             .values = std::move(values)});
  }
  return table;
}

// Rows: loads. From where on a load stands out, and who carries such loads.
Table outlying_units(const Study& study, Language language) {
  Table table =
      titled("outliers",
             {"偏重单位（修正 z 分数大于 3.5，Iglewicz–Hoaglin，Anscombe 尺度）",
              "Units with outlying loads (modified z-score above 3.5, Iglewicz-Hoaglin, on "
              "Anscombe's scale)"},
             language);
  std::vector<std::string> ids, names, carriers;
  std::vector<double> fences;
  std::vector<std::size_t> number;
  for (const LoadWords& load : load_words()) {
    const Outliers found = outlying(study, load.load);
    if (found.units.empty()) continue;
    ids.emplace_back(name(load.load));
    names.push_back(label_in(study, load.label, language));
    fences.push_back(found.fence);
    number.push_back(found.units.size());
    carriers.push_back(joined_names(study, found.units, language));
  }
  table.columns = {
      text_column("id", Words{"标识", "id"}.in(language), std::move(ids)),
      text_column("name", Words{"负担", "load"}.in(language), std::move(names)),
      {.id = "fence", .label = Words{"界限", "above"}.in(language), .values = std::move(fences)},
      number_column("units", Words{"单位数", "units"}.in(language), number),
      text_column("names", Words{"单位", "names"}.in(language), std::move(carriers))};
  return table;
}

// Rows: units. Columns: for each top-level section, tasks and leads.
Table by_section(const Study& study, Language language, Results& results) {
  Table table = titled("sections", {"各章节负担", "Loads by section"}, language);
  const SectionLoads loads = section_loads(study.graph());
  const bool any = !loads.sections.empty() && loads.sections.front();
  if (!any) return table;
  if (loads.sections.size() > kMostSections) {
    results.remarks.push_back({.id = "sections",
                               .level = Level::Unit,
                               .reason = "the tasks stand in " +
                                         std::to_string(loads.sections.size()) +
                                         " top-level sections, the limit of the table is " +
                                         std::to_string(kMostSections)});
    return table;
  }
  using Counts = std::vector<std::size_t>;
  std::vector<Counts> tasks(loads.sections.size(), Counts(study.graph().unit_count(), 0));
  std::vector<Counts> leads = tasks;
  for (const SectionLoad& cell : loads.cells) {
    tasks[cell.section][cell.unit] = cell.tasks;
    leads[cell.section][cell.unit] = cell.leads;
  }
  table.columns = unit_columns(study, language);
  const Words task_word{"任务", "tasks"}, lead_words{"{lead}", "{lead}"};
  for (std::size_t i = 0; i < loads.sections.size(); ++i) {
    const auto id = loads.sections[i];
    const std::string section = id ? std::string(study.network().section(*id).id) : "none";
    const std::string shown = id ? section : Words{"无章节", "no section"}.in(language);
    table.columns.push_back(number_column("section." + section + ".tasks",
                                          shown + " " + task_word.in(language), tasks[i]));
    table.columns.push_back(number_column("section." + section + ".lead",
                                          shown + " " + label_in(study, lead_words, language),
                                          leads[i]));
  }
  return reordered(std::move(table), busiest_first(study));
}

Table on_one_unit(const Study& study, Language language) {
  Table table = titled("single_unit_tasks", {"单一单位任务", "Tasks on one unit"}, language);
  const auto tasks = single_unit_tasks(study.graph());
  table.columns = task_columns(study, tasks, language);
  std::vector<std::uint32_t> units;
  for (const model::TaskId task : tasks)
    units.push_back(
        study.graph().unit_number(study.graph().neighbors(study.graph().vertex(task)).front()));
  Column unit = unit_columns(study, units, language)[1];
  unit.id = "unit";
  table.columns.push_back(std::move(unit));
  return table;
}

}  // namespace

Results workload_tables(const Study& study, Language language) {
  Results results;
  results.tables.push_back(units(study, language, results));
  results.tables.push_back(concentrations(study, language));
  add_unless_empty(results.tables, outlying_units(study, language));
  add_unless_empty(results.tables, by_section(study, language, results));
  add_unless_empty(results.tables, on_one_unit(study, language));
  return results;
}

}  // namespace respnet::analysis
