// Rows of units: what their loads are made of.

#include <limits>

#include "analysis/catalog_rows.hpp"
#include "respnet/analysis/exclusivity.hpp"
#include "respnet/analysis/lead_units.hpp"

namespace respnet::analysis {
namespace {

// (plus · lead - minus · support) / tasks, of each unit.
Column::Values over_tasks(const Loads& loads, double plus, double minus) {
  std::vector<double> result;
  for (std::size_t unit = 0; unit < loads.tasks.size(); ++unit)
    result.push_back(loads.tasks[unit] == 0
                         ? std::numeric_limits<double>::quiet_NaN()
                         : (plus * loads.lead[unit] - minus * loads.support[unit]) /
                               static_cast<double>(loads.tasks[unit]));
  return result;
}

Column::Values sole_leads(const Study& study) {
  std::vector<std::int64_t> counts;
  for (const auto& tasks : sole_lead_tasks(study.graph()))
    counts.push_back(static_cast<std::int64_t>(tasks.size()));
  return counts;
}

}  // namespace

std::vector<Measure> balance_measures() {
  const Level level = Level::Unit;
  return {
      {.id = "load.lead_ratio",
       .level = level,
       .label = {"{lead}比例", "{lead} ratio"},
       .meaning = {"其参与任务中由它{lead}的比例",
                   "share of the tasks it takes part in that it leads"},
       .formula = "Σ_t L_tu / d_u",
       .normalizer = "d_u",
       .range = "[0, 1]",
       .undefined = "unit without tasks",
       .cost = "O(A)",
       .column = [](const Study& s) { return over_tasks(s.loads(), 1, 0); }},
      {.id = "load.balance",
       .level = level,
       .label = {"{lead}与其他之差", "{lead} balance"},
       .meaning = {"{lead}任务减其他任务，除以参与任务",
                   "tasks led less tasks supported, over tasks taken part in"},
       .formula = "Σ_t (L_tu - S_tu) / d_u",
       .normalizer = "d_u",
       .range = "[-1, 1]; -1 supports only, 1 leads only",
       .undefined = "unit without tasks",
       .cost = "O(A)",
       .column = [](const Study& s) { return over_tasks(s.loads(), 1, 1); }},
      {.id = "load.exclusivity",
       .level = level,
       .label = {"任务专属度", "exclusivity"},
       .meaning = {"多少任务系于该单位，单位越少的任务计得越多",
                   "tasks that rest on the unit, those of few units counting most"},
       .formula = "Σ_t B_tu exp(1 - k_t)",
       .range = "[0, load.tasks]",
       .cost = "O(A)",
       .source = "Ashworth & Carley 2006, J. Math. Sociol. 30:43",
       .column = [](const Study& s) { return real_numbers(task_exclusivity(s.graph())); }},
      {.id = "lead.sole",
       .level = level,
       .label = {"唯一{lead}任务", "sole leads"},
       .meaning = {"该单位退出即失去唯一{lead}单位的任务数",
                   "tasks that lose their only lead with the unit"},
       .formula = "|{t : L_tu = 1, Σ_v L_tv = 1}|",
       .range = "0, 1, …, load.lead",
       .cost = "O(A)",
       .column = sole_leads},
  };
}

}  // namespace respnet::analysis
