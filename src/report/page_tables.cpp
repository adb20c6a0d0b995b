#include "report/page_tables.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

#include "report/html.hpp"
#include "report/phrases.hpp"
#include "respnet/analysis/catalog.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::report {
namespace {

using analysis::Study;
using graph::Part;

// Decimals that a column needs to show its values to three places.
int decimals(const std::vector<double>& values) {
  int most = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    const std::string digits = fixed(value, 3);
    const std::size_t last = digits.find_last_not_of('0');
    most = std::max(most, static_cast<int>(last) - static_cast<int>(digits.find('.')));
  }
  return most;
}

html::Cell cell(const Column::Values& values, std::size_t row, int digits) {
  if (const auto* texts = std::get_if<std::vector<std::string>>(&values))
    return html::name((*texts)[row]);
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&values))
    return html::number(static_cast<std::uint64_t>((*whole)[row]));
  return html::number(std::get<std::vector<double>>(values)[row], digits);
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
  const bool named = std::ranges::find(table.columns, "name", &Column::id) != table.columns.end();
  std::vector<std::string> head;
  std::vector<html::Row> rows(std::min(table.rows(), kShownRows));
  for (std::size_t i = 0; anchor && i < rows.size(); ++i) rows[i].anchor = anchor(i);
  for (const Column& column : table.columns) {
    if (named && column.id == "id") continue;
    head.push_back(column.label.empty() ? column.id : column.label);
    const auto* reals = std::get_if<std::vector<double>>(&column.values);
    const int digits = reals == nullptr ? 0 : decimals(*reals);
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i].cells.push_back(cell(column.values, i, digits));
  }
  const std::string rest = left_out(table.rows());
  return html::table(table.title + (rest.empty() ? "" : "。" + rest), head, rows);
}

Table leaders(const Table& units) {
  const auto lead = std::ranges::find(units.columns, "load.lead", &Column::id);
  ensure(lead != units.columns.end(), "a table of lead units without leads");
  const auto& leads = std::get<std::vector<std::int64_t>>(lead->values);
  Table table{units.id, units.title + "的中心度，全部指标见 metrics-units.csv", {}};
  for (const Column& column : units.columns) {
    const bool shown = column.id == "id" || column.id == "name" || column.id == "load.lead" ||
                       column.id.starts_with("lead.") || column.id == "bipartite.betweenness" ||
                       column.id == "bipartite.articulation";
    if (!shown) continue;
    table.columns.push_back({column.id, column.label, column.values});
    std::visit(
        [&](auto& values) {
          std::size_t row = 0;
          std::erase_if(values, [&](const auto&) { return leads[row++] == 0; });
        },
        table.columns.back().values);
  }
  return table;
}

namespace {

// Steps of the heat scale that the style sheet knows: .h1 to .h6.
std::string heat(std::uint32_t tasks, std::uint32_t most) {
  return tasks == 0 ? "" : "h" + std::to_string((tasks * 6 + most - 1) / most);
}

std::string task_and_leads(std::uint32_t tasks, std::uint32_t leads) {
  if (tasks == 0) return "";
  return std::to_string(tasks) + (leads == 0 ? "" : "（" + std::to_string(leads) + "）");
}

}  // namespace

std::string section_matrix(const Study& study) {
  const auto found = analysis::section_loads(study.graph());
  if (found.sections.empty() || found.sections.size() > 30 || found.cells.empty()) return {};
  const auto& loads = study.loads();
  std::uint32_t most = 1;
  std::map<std::pair<std::uint32_t, std::uint32_t>, analysis::SectionLoad> cells;
  for (const analysis::SectionLoad& load : found.cells) {
    cells[{load.unit, load.section}] = load;
    most = std::max(most, load.tasks);
  }
  std::vector<std::string> head{"单位"};
  for (const auto& section : found.sections)
    head.emplace_back(section ? std::string(study.network().section(*section).title)
                              : "不在章节中");
  head.emplace_back("合计");
  std::vector<std::uint32_t> order(study.graph().unit_count());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::greater{}, [&](std::uint32_t unit) {
    return std::pair(loads.tasks[unit], loads.lead[unit]);
  });
  std::vector<html::Row> rows;
  for (const std::uint32_t unit : order) {
    if (rows.size() == kShownRows) break;
    html::Row row{
        "",
        {{html::link(unit_anchor(study.graph(), unit), unit_name(study.graph(), unit)), false}}};
    for (std::uint32_t section = 0; section < found.sections.size(); ++section) {
      const auto cell = cells.find({unit, section});
      const analysis::SectionLoad load =
          cell == cells.end() ? analysis::SectionLoad{} : cell->second;
      row.cells.push_back({task_and_leads(load.tasks, load.leads), true, heat(load.tasks, most)});
    }
    row.cells.push_back({task_and_leads(loads.tasks[unit], loads.lead[unit]), true});
    rows.push_back(std::move(row));
  }
  return html::table(
      "各单位在各章的任务数，括号内是其中" + lead_label(study) + "的任务数；颜色越深任务越多", head,
      rows);
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
