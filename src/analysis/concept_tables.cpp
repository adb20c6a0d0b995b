#include <vector>

#include "analysis/table_columns.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/graph/concepts.hpp"

namespace respnet::analysis {

Results concept_tables(const Study& study, Language language, const GroupLimits& limits) {
  const auto found = graph::concepts(
      study.graph(), {.min_units = limits.min_units, .min_tasks = limits.min_tasks});
  std::vector<std::size_t> number, units, tasks;
  std::vector<double> stability;
  std::vector<std::string> members, shared;
  for (const graph::Concept& group : found) {
    if (limits.top != 0 && number.size() == limits.top) break;
    number.push_back(number.size() + 1);
    units.push_back(group.units.size());
    tasks.push_back(group.tasks.size());
    stability.push_back(group.stability);
    members.push_back(joined_names(study, group.units, language));
    shared.push_back(joined_ids(study, group.tasks));
  }
  Table table = titled("concepts", {"常设组合", "Standing groups"}, language);
  table.columns = {number_column("id", Words{"序号", "number"}.in(language), number),
                   number_column("units", Words{"单位数", "units"}.in(language), units),
                   number_column("tasks", Words{"共担任务", "shared tasks"}.in(language), tasks),
                   {.id = "concept.stability",
                    .label = Words{"稳定度", "stability"}.in(language),
                    .values = std::move(stability)},
                   text_column("members", Words{"单位", "units"}.in(language), std::move(members)),
                   text_column("task_ids", Words{"任务", "tasks"}.in(language), std::move(shared))};
  return {.tables = {std::move(table)}, .remarks = {}};
}

}  // namespace respnet::analysis
