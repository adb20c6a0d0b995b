#include "report/page_tables.hpp"

#include <algorithm>
#include <map>

#include "report/html.hpp"
#include "report/phrases.hpp"
#include "respnet/analysis/catalog.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::report {
namespace {

using analysis::Study;
using graph::Part;

html::Cell cell(const Column::Values& values, std::size_t row) {
  if (const auto* texts = std::get_if<std::vector<std::string>>(&values))
    return html::name((*texts)[row]);
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&values))
    return html::number(static_cast<std::uint64_t>((*whole)[row]));
  return html::number(std::get<std::vector<double>>(values)[row], 3);
}

std::string left_out(std::size_t rows) {
  if (rows <= kShownRows) return {};
  return "共 " + std::to_string(rows) + " 行，这里列出前 " + std::to_string(kShownRows) +
         " 行，其余见同一文件夹中的 CSV 文件。";
}

// The units of a task in the order of the text, those that lead (or not) only.
std::string unit_links(const Study& study, model::TaskId task, bool leading) {
  const auto& graph = study.graph();
  const graph::Vertex vertex = graph.vertex(task);
  std::string links;
  const auto add = [&](std::uint32_t unit) {
    links +=
        (links.empty() ? "" : "、") + html::link(unit_anchor(graph, unit), unit_name(graph, unit));
  };
  for (const model::AssignmentId a : study.network().assignments(task)) {
    for (std::size_t i = 0; i < graph.neighbors(vertex).size(); ++i) {
      const std::uint32_t unit = graph.unit_number(graph.neighbors(vertex)[i]);
      if (graph.unit(unit) != study.network().unit_of(a)) continue;
      if ((graph.parts(vertex)[i] == Part::Lead) == leading) add(unit);
    }
  }
  return links;
}

std::string clauses(const model::Task& task) {
  if (task.clauses.empty()) return {};
  std::string body = "<details><summary class=\"clause\">原文条款</summary>";
  for (const model::Clause& clause : task.clauses)
    body += "<p class=\"clause\">第 " + std::to_string(clause.lines.first) + " 行：" +
            html::text(clause.text) + "</p>";
  return body + "</details>";
}

html::Row task_row(const Study& study, model::TaskId id, bool deadlines) {
  const model::Task task = study.network().task(id);
  const std::string lead = unit_links(study, id, true);
  std::string lead_cell = lead.empty() ? "–" : lead;
  if (study.graph().lead_inferred(id)) lead_cell += "<span class=\"group\">推定</span>";
  html::Row row{task_anchor(id),
                {html::name(task.id),
                 {html::text(task.title) + clauses(task), false},
                 {lead_cell, false},
                 {unit_links(study, id, false), false}}};
  if (deadlines) row.cells.push_back(html::name(task.deadline));
  return row;
}

}  // namespace

std::string result_table(const Table& table, const RowAnchor& anchor) {
  if (table.rows() == 0) return {};
  std::vector<std::string> head;
  for (const Column& column : table.columns)
    head.push_back(column.label.empty() ? column.id : column.label);
  std::vector<html::Row> rows;
  for (std::size_t i = 0; i < std::min(table.rows(), kShownRows); ++i) {
    html::Row row{anchor ? anchor(i) : "", {}};
    for (const Column& column : table.columns) row.cells.push_back(cell(column.values, i));
    rows.push_back(std::move(row));
  }
  const std::string rest = left_out(table.rows());
  return html::table(table.title + (rest.empty() ? "" : "。" + rest), head, rows);
}

RowAnchor anchors_by_unit_id(const Study& study, const Table& table) {
  std::map<std::string, std::string> anchor_of;
  for (std::uint32_t unit = 0; unit < study.graph().unit_count(); ++unit)
    anchor_of[study.network().unit_id(study.graph().unit(unit))] = unit_anchor(study.graph(), unit);
  const auto column = std::ranges::find(table.columns, "id", &Column::id);
  ensure(column != table.columns.end(), "a table of units without ids");
  std::vector<std::string> anchors;
  for (const std::string& id : std::get<std::vector<std::string>>(column->values))
    anchors.push_back(anchor_of[id]);
  return [anchors = std::move(anchors)](std::size_t row) { return anchors[row]; };
}

std::string pair_table(const Study& study) {
  constexpr std::size_t most = 15;
  const auto& graph = study.graph();
  const auto& pairs = study.pairs();
  std::vector<html::Row> rows;
  for (std::size_t i = 0; i < std::min(most, pairs.size()); ++i) {
    const auto& [a, b, shared, arc] = pairs[i];
    rows.push_back(
        {"",
         {{html::link(unit_anchor(graph, a), unit_name(graph, a)), false},
          {html::link(unit_anchor(graph, b), unit_name(graph, b)), false},
          html::number(std::uint64_t{shared}),
          html::number(study.projection(graph::ProjectionWeight::Jaccard).adjacency().weights[arc],
                       2)}});
  }
  if (rows.empty()) return {};
  return html::table("共同任务最多的 " + std::to_string(rows.size()) + " 对单位，共 " +
                         std::to_string(pairs.size()) + " 对",
                     {"单位", "单位", "共同任务", "Jaccard 系数"}, rows);
}

std::string task_table(const Study& study) {
  const model::Network& network = study.network();
  if (network.task_count() == 0) return {};
  const bool deadlines = std::ranges::any_of(
      network.task_ids(), [&](model::TaskId task) { return !network.task(task).deadline.empty(); });
  std::vector<std::string> head{"编号", "任务", std::string(lead_label(study)) + "单位",
                                "其他责任单位"};
  if (deadlines) head.emplace_back("期限");
  std::vector<html::Row> rows;
  for (const model::TaskId task : network.task_ids()) {
    if (rows.size() == kShownRows) break;
    rows.push_back(task_row(study, task, deadlines));
  }
  return html::table(left_out(network.task_count()), head, rows);
}

std::string note_table(const Study& study) {
  const auto& notes = study.network().notes();
  if (notes.empty()) return "<p>读取原文时没有不确定之处。</p>\n";
  std::vector<html::Row> rows;
  for (std::size_t i = 0; i < std::min(notes.size(), kShownRows); ++i) {
    const model::Note& note = notes[i];
    const std::string task =
        note.task ? html::link(task_anchor(*note.task), study.network().task_id(*note.task)) : "";
    rows.push_back({"",
                    {html::name(note.line == 0 ? "–" : std::to_string(note.line)),
                     {task, false},
                     html::name(note.message),
                     html::name(note.code)}});
  }
  return "<p>以下是读取原文时不确定、按说明处理的地方，请对照原文核对。</p>\n" +
         html::table(left_out(notes.size()), {"行", "任务", "说明", "代码"}, rows);
}

std::string definitions(const Study& study) {
  std::vector<html::Row> rows;
  for (const analysis::Measure& measure : analysis::catalog()) {
    if (measure.level == analysis::Level::Pair) continue;
    rows.push_back({"",
                    {{"<code>" + html::text(measure.id) + "</code>", false},
                     html::name(analysis::label_in(study, measure.label, Language::Zh)),
                     html::name(measure.meaning.zh),
                     {"<code>" + html::text(measure.formula) + "</code>", false},
                     html::name(measure.source)}});
  }
  return "<details><summary>展开全部 " + std::to_string(rows.size()) + " 个指标</summary>" +
         html::table("", {"指标", "名称", "含义", "公式", "出处"}, rows) + "</details>\n";
}

}  // namespace respnet::report
