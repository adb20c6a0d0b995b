#include "report/document_tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "report/phrases.hpp"
#include "respnet/analysis/catalog.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::report {
namespace {

using analysis::Study;
using graph::Part;

constexpr const char* kNone = "–";

// What paper has room for; metrics-units.csv has them all.
constexpr std::array<std::string_view, 10> kLeading{"id",
                                                    "name",
                                                    "load.lead",
                                                    "lead.reach",
                                                    "lead.strength",
                                                    "lead.pagerank",
                                                    "lead.betweenness",
                                                    "bipartite.betweenness",
                                                    "lead.sole",
                                                    "bipartite.articulation"};
constexpr std::array<std::string_view, 2> kNotPrinted{"load.responsible", "load.outlying"};

// Counts that only say whether it is so.
bool is_flag(const Column& column) { return column.id == "bipartite.articulation"; }

std::vector<std::string> cells_of(const Column& column, std::size_t rows, const Messages& say) {
  std::vector<std::string> cells;
  if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values)) {
    cells.assign(texts->begin(), texts->begin() + static_cast<std::ptrdiff_t>(rows));
  } else if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.values)) {
    for (std::size_t i = 0; i < rows; ++i)
      cells.push_back(!is_flag(column)   ? std::to_string((*whole)[i])
                      : (*whole)[i] == 0 ? kNone
                                         : say("shared.yes"));
  } else {
    const auto& values = std::get<std::vector<double>>(column.values);
    const int digits = decimals(values);
    for (std::size_t i = 0; i < rows; ++i)
      cells.push_back(std::isnan(values[i]) ? kNone : fixed(values[i], digits));
  }
  return cells;
}

bool says_nothing(const Column& column) {
  const auto* texts = std::get_if<std::vector<std::string>>(&column.values);
  return texts != nullptr &&
         std::ranges::all_of(*texts, [](const std::string& text) { return text.empty(); });
}

bool is_number(const Column& column) {
  return !std::holds_alternative<std::vector<std::string>>(column.values);
}

std::string rest_of(std::size_t rows, const Messages& say) {
  if (rows <= kPrintedRows) return {};
  return say("print.rest_rows", {{"rows", rows}, {"shown", kPrintedRows}});
}

Grid grid(std::vector<GridColumn> columns) { return {.columns = std::move(columns)}; }

// Without columns in which no row says anything.
Grid without_empty_columns(const Grid& grid) {
  Grid result{.caption = grid.caption, .note = grid.note};
  result.rows.resize(grid.rows.size());
  for (std::size_t column = 0; column < grid.columns.size(); ++column) {
    const bool empty = std::ranges::all_of(
        grid.rows, [&](const std::vector<std::string>& row) { return row[column].empty(); });
    if (empty) continue;
    result.columns.push_back(grid.columns[column]);
    for (std::size_t row = 0; row < grid.rows.size(); ++row)
      result.rows[row].push_back(grid.rows[row][column]);
  }
  return result;
}

// The units of a task that lead (or do not), in the order of the text; behind them those that stand
// for a group.
std::vector<std::string> names_of(const Study& study, model::TaskId task, bool leading) {
  const auto& graph = study.graph();
  const graph::Vertex vertex = graph.vertex(task);
  std::map<model::UnitId, std::uint32_t> place;
  for (const model::AssignmentId a : study.network().assignments(task))
    place.emplace(study.network().unit_of(a), place.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> units;  // place, number
  for (std::size_t i = 0; i < graph.neighbors(vertex).size(); ++i) {
    if ((graph.parts(vertex)[i] == Part::Lead) != leading) continue;
    const std::uint32_t unit = graph.unit_number(graph.neighbors(vertex)[i]);
    const auto found = place.find(graph.unit(unit));
    units.emplace_back(found == place.end() ? UINT32_MAX : found->second, unit);
  }
  std::ranges::sort(units);
  std::vector<std::string> names;
  for (const auto& [at, unit] : units) names.push_back(unit_name(graph, unit));
  return names;
}

std::string lines_text(model::LineRange lines) {
  if (lines.first == 0) return kNone;
  return std::to_string(lines.first) +
         (lines.last > lines.first ? "–" + std::to_string(lines.last) : "");
}

}  // namespace

Grid grid_of(const Table& table, const Messages& say) {
  Grid result;
  const bool named = std::ranges::find(table.columns, "name", &Column::id) != table.columns.end();
  const std::size_t rows = std::min(table.rows(), kPrintedRows);
  result.rows.resize(rows);
  for (const Column& column : table.columns) {
    if ((named && column.id == "id") || says_nothing(column)) continue;
    if (std::ranges::find(kNotPrinted, column.id) != kNotPrinted.end()) continue;
    result.columns.push_back({column.label.empty() ? column.id : column.label, is_number(column)});
    auto cells = cells_of(column, rows, say);
    for (std::size_t i = 0; i < rows; ++i) result.rows[i].push_back(std::move(cells[i]));
  }
  result.note = rest_of(table.rows(), say);
  return result;
}

Table leading_units(const Table& units) {
  const auto lead = std::ranges::find(units.columns, "load.lead", &Column::id);
  ensure(lead != units.columns.end(), "a table of lead units without leads");
  const auto& leads = std::get<std::vector<std::int64_t>>(lead->values);
  Table table{units.id, units.title, {}};
  for (const Column& column : units.columns) {
    if (std::ranges::find(kLeading, column.id) == kLeading.end()) continue;
    table.columns.push_back(column);
    std::visit(
        [&](auto& values) {
          std::size_t row = 0;
          std::erase_if(values, [&](const auto&) { return leads[row++] == 0; });
        },
        table.columns.back().values);
  }
  return table;
}

Grid pair_grid(const Study& study, const Messages& say) try {
  constexpr std::size_t most = 15;
  Grid result = grid({{say("shared.unit")},
                      {say("shared.unit")},
                      {say("print.shared"), true},
                      {say("print.jaccard"), true}});
  for (const analysis::UnitPair& pair : closest_pairs(study, most)) {
    const double jaccard = pair_weight(study.graph(), pair, graph::ProjectionWeight::Jaccard);
    result.rows.push_back({unit_name(study.graph(), pair.a), unit_name(study.graph(), pair.b),
                           std::to_string(pair.shared), fixed(jaccard, 2)});
  }
  if (const std::uint64_t pairs = pair_count(study.graph(), {.threads = study.options().threads});
      pairs > result.rows.size())
    result.note = say("print.pairs_note", {{"shown", result.rows.size()}, {"pairs", pairs}});
  return result;
} catch (const LimitError&) {
  return {};  // the findings say so
}

Grid task_grid(const Study& study, const Messages& say) {
  const model::Network& network = study.network();
  const bool mixed = graph::lead_basis(study.graph()) == graph::LeadBasis::Mixed;
  Grid result = grid({{say("shared.number")},
                      {say("shared.task")},
                      {say("shared.lead_units")},
                      {say("shared.other_units")},
                      {say("shared.deadline")}});
  for (const model::TaskId id : network.task_ids()) {
    if (result.rows.size() == kPrintedRows) break;
    const model::Task task = network.task(id);
    std::string lead = say.list(names_of(study, id, true));
    if (lead.empty()) lead = kNone;
    // Where leads are of both kinds the row says which it is.
    if (mixed && study.graph().lead_inferred(id)) lead = say("print.inferred", {{"units", lead}});
    result.rows.push_back({std::string(task.id), std::string(task.title), std::move(lead),
                           say.list(names_of(study, id, false)), std::string(task.deadline)});
  }
  result.note = rest_of(network.task_count(), say);
  return without_empty_columns(result);
}

Grid clause_grid(const Study& study, const Messages& say) {
  const model::Network& network = study.network();
  Grid result = grid({{say("shared.number")}, {say("shared.line"), true}, {say("print.clause")}});
  std::size_t count = 0;
  for (const model::TaskId id : network.task_ids()) {
    const model::Task task = network.task(id);
    count += task.clauses.size();
    for (const model::Clause& clause : task.clauses)
      if (result.rows.size() < kPrintedRows)
        result.rows.push_back({std::string(task.id), lines_text(clause.lines), clause.text});
  }
  result.note = rest_of(count, say);
  return result;
}

Grid note_grid(const Study& study, const Messages& say) {
  const auto& notes = study.network().notes();
  Grid result = grid({{say("shared.line"), true}, {say("shared.task")}, {say("shared.note")}});
  for (std::size_t i = 0; i < std::min(notes.size(), kPrintedRows); ++i) {
    const model::Note& note = notes[i];
    result.rows.push_back({note.line == 0 ? kNone : std::to_string(note.line),
                           note.task ? std::string(study.network().task_id(*note.task)) : "",
                           note.message});
  }
  result.note = rest_of(notes.size(), say);
  return without_empty_columns(result);
}

Grid definition_grid(const Study& study, const Messages& say,
                     const std::vector<std::string>& measures) {
  const std::set<std::string> wanted(measures.begin(), measures.end());
  std::set<std::string> said;
  Grid result = grid({{say("shared.measure")}, {say("shared.meaning")}, {say("shared.formula")}});
  for (const analysis::Measure& measure : analysis::catalog())
    if (wanted.contains(measure.id) && said.insert(measure.id).second)
      result.rows.push_back({analysis::label_in(study, measure.label, say.language()),
                             analysis::label_in(study, measure.meaning, say.language()),
                             measure.formula});
  return result;
}

}  // namespace respnet::report
