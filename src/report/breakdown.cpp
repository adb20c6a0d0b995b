#include <cmath>
#include <limits>
#include <utility>

#include "respnet/base/text.hpp"
#include "respnet/io/tables.hpp"
#include "respnet/report/explanation.hpp"

namespace respnet::report {
namespace {

using analysis::Breakdown;
using analysis::Contribution;
using analysis::Study;

Column text(std::string id, const Words& label, Language language, std::string value) {
  return {std::move(id), label.in(language), std::vector<std::string>{std::move(value)}};
}

// What each task gives to a unit, or each unit to a task.
Table contributions(const Study& study, const analysis::Subject& subject,
                    const Breakdown& breakdown, Language language) {
  const model::Network& network = study.network();
  const bool of_unit = std::holds_alternative<model::UnitId>(subject);
  std::vector<std::string> ids, names;
  std::vector<double> values;
  for (const Contribution& part : breakdown.parts) {
    ids.emplace_back(of_unit ? std::string(network.task_id(part.task))
                             : network.unit_id(part.unit));
    names.emplace_back(of_unit ? network.task(part.task).title : network.unit_name(part.unit));
    values.push_back(part.value);
  }
  const Words who = of_unit ? Words{"任务", "task"} : Words{"单位编号", "unit"};
  const Words name = of_unit ? Words{"名称", "title"} : Words{"名称", "name"};
  const Words title = breakdown.is_sum ? Words{"构成", "What adds up"}
                                       : Words{"去掉该任务后的减少量", "Lost without the task"};
  return {"contributions",
          title.in(language),
          {{of_unit ? "task" : "unit", who.in(language), std::move(ids)},
           {of_unit ? "title" : "name", name.in(language), std::move(names)},
           {"value",
            (breakdown.is_sum ? Words{"数值", "value"} : Words{"减少量", "lost without it"})
                .in(language),
            std::move(values)}}};
}

std::string subject_text(const model::Network& network, const analysis::Subject& subject) {
  if (const auto* unit = std::get_if<model::UnitId>(&subject))
    return network.unit_id(*unit) + " " + std::string(network.unit_name(*unit));
  const model::Task task = network.task(std::get<model::TaskId>(subject));
  return std::string(task.id) + " " + std::string(task.title);
}

Words how_made(const Breakdown& breakdown) {
  if (breakdown.is_sum) return {"各项之和", "the sum of what adds up"};
  if (!breakdown.parts.empty())
    return {"取决于整个网络；下列为去掉一项任务后它减少多少（可为负）",
            "depends on the whole network; below, what it would lose without a task (may be "
            "negative)"};
  return {"取决于整个网络，不能拆到各项任务",
          "depends on the whole network; no part of it belongs to one task"};
}

}  // namespace

std::string breakdown_text(const Study& study, const analysis::Subject& subject,
                           const Breakdown& breakdown, Language language) {
  const analysis::Measure& measure = *breakdown.measure;
  const std::string value =
      breakdown.value ? number(std::round(*breakdown.value * 1e6) / 1e6) : "–";
  std::string out = measure.id + " = " + value + Words{"，", ", "}.in(language) +
                    how_made(breakdown).in(language) + '\n';
  const auto add = [&](const Words& label, const std::string& text) {
    if (!text.empty())
      out += "  " + label.in(language) + Words{"：", ": "}.in(language) + text + '\n';
  };
  add({"对象", "of"}, printable(subject_text(study.network(), subject)));
  add({"含义", "meaning"}, analysis::label_in(study, measure.meaning, language));
  add({"公式", "formula"}, measure.formula);
  add({"取值", "range"}, measure.range);
  add({"无定义", "undefined"}, measure.undefined);
  add({"出处", "source"}, measure.source);
  if (breakdown.parts.empty()) return out;
  Table parts = contributions(study, subject, breakdown, language);
  parts.title.clear();
  return out + '\n' + io::text_table(parts);
}

std::vector<Table> breakdown_tables(const Study& study, const analysis::Subject& subject,
                                    const Breakdown& breakdown, Language language) {
  const analysis::Measure& measure = *breakdown.measure;
  const double value = breakdown.value.value_or(std::numeric_limits<double>::quiet_NaN());
  std::vector<Table> tables;
  if (!breakdown.parts.empty())
    tables.push_back(contributions(study, subject, breakdown, language));
  tables.push_back(
      {"measure",
       analysis::label_in(study, measure.label, language),
       {text("id", {"标识", "id"}, language, measure.id),
        {"value", Words{"数值", "value"}.in(language), std::vector<double>{value}},
        text("how", {"构成方式", "made of"}, language, how_made(breakdown).in(language)),
        text("meaning", {"含义", "meaning"}, language,
             analysis::label_in(study, measure.meaning, language)),
        text("formula", {"公式", "formula"}, language, measure.formula),
        text("range", {"取值", "range"}, language, measure.range),
        text("undefined", {"无定义", "undefined"}, language, measure.undefined),
        text("source", {"出处", "source"}, language, measure.source)}});
  return tables;
}

}  // namespace respnet::report
