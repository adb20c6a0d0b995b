#include <algorithm>
#include <functional>
#include <string>
#include <tuple>
#include <variant>

#include "analysis/table_columns.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/analysis/lead_units.hpp"

namespace respnet::analysis {
namespace {

using SoleLeads = std::vector<std::vector<model::TaskId>>;

// By units mobilised, if the table has them (the lead graph may be refused for its size), then by
// tasks led, then by number.
std::vector<std::uint32_t> ranking(const Study& study, const Table& table) {
  const auto found = std::ranges::find(table.columns, "lead.reach", &Column::id);
  const auto* reach = found == table.columns.end()
                          ? nullptr
                          : std::get_if<std::vector<std::int64_t>>(&found->values);
  std::vector<std::uint32_t> order = all_units(study);
  std::ranges::stable_sort(order, std::greater<>{}, [&](std::uint32_t unit) {
    return std::tuple(reach == nullptr ? 0 : (*reach)[unit], study.loads().lead[unit]);
  });
  return order;
}

Table units(const Study& study, const SoleLeads& sole, Language language, Results& results) {
  // What a person compares; every other measure of units is in `metrics`.
  constexpr std::string_view centralities =
      "load.lead,lead.reach,lead.strength,lead.pagerank,lead.betweenness,lead.hub,lead.authority,"
      "bipartite.degree,bipartite.closeness,bipartite.harmonic,bipartite.betweenness,"
      "bipartite.eigenvector,bipartite.pagerank,bipartite.core,co.degree,co.strength,co.closeness,"
      "co.harmonic,co.betweenness,co.eigenvector,co.pagerank,co.core,co.clustering,co.constraint,"
      "co.cluster";
  Table table = unit_table(study, centralities, language, results);
  table.title = label_in(study, {"{lead}单位", "Lead units"}, language);
  std::vector<std::size_t> tasks, splits(sole.size(), 0);
  for (const auto& list : sole) tasks.push_back(list.size());
  for (const std::uint32_t unit : articulation_units(study.graph())) splits[unit] = 1;
  const Words alone{"独家{lead}", "sole {lead}"};
  table.columns.push_back(number_column("lead.sole", label_in(study, alone, language), tasks));
  table.columns.push_back(number_column(
      "bipartite.articulation", Words{"缺少即断开", "splits the network"}.in(language), splits));
  const auto order = ranking(study, table);
  return reordered(std::move(table), order);
}

Table sole_leads(const Study& study, const SoleLeads& sole, Language language) {
  std::vector<std::uint32_t> units;
  for (const std::uint32_t unit : all_units(study))
    if (!sole[unit].empty()) units.push_back(unit);
  std::ranges::stable_sort(units, std::greater<>{},
                           [&](std::uint32_t unit) { return sole[unit].size(); });
  std::vector<std::string> tasks;
  std::vector<std::size_t> number;
  for (const std::uint32_t unit : units) {
    tasks.push_back(joined_ids(study, sole[unit]));
    number.push_back(sole[unit].size());
  }
  Table table = titled("sole_leads", {}, language);
  table.title = label_in(
      study, {"缺少该单位即失去唯一{lead}单位的任务", "Tasks that lose their only lead"}, language);
  table.columns = unit_columns(study, units, language);
  table.columns.push_back(
      number_column("lead.sole", Words{"任务数", "number"}.in(language), number));
  table.columns.push_back(
      text_column("tasks", Words{"任务", "tasks"}.in(language), std::move(tasks)));
  return table;
}

Table without_lead(const Study& study, Language language) {
  Table table = titled("tasks_without_lead", {}, language);
  table.title = label_in(study, {"没有{lead}单位的任务", "Tasks without a lead"}, language);
  table.columns = task_columns(study, study.graph().tasks_without_lead(), language);
  return table;
}

}  // namespace

Results lead_tables(const Study& study, Language language) {
  Results results;
  const SoleLeads sole = sole_lead_tasks(study.graph());
  results.tables.push_back(units(study, sole, language, results));
  add_unless_empty(results.tables, sole_leads(study, sole, language));
  add_unless_empty(results.tables, without_lead(study, language));
  return results;
}

}  // namespace respnet::analysis
