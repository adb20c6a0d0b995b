#include "report/page_tables.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "report/phrases.hpp"
#include "respnet/analysis/catalog.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::report {
namespace {

// A list of thousands of tasks would fill the page: it is cut between two of them.
std::string not_too_long(const PageContext& page, const std::string& text,
                         std::string_view command) {
  constexpr std::size_t kMost = 600;
  if (text.size() <= kMost) return text;
  const std::size_t blank = text.rfind(' ', kMost);
  return std::string(blank == std::string::npos ? prefix(text, kMost / 4)
                                                : std::string_view(text).substr(0, blank)) +
         page.say("page.cell_cut", {{"command", command}});
}

html::Cell cell(const PageContext& page, const Column::Values& values, std::size_t row, int digits,
                std::string_view command) {
  if (const auto* texts = std::get_if<std::vector<std::string>>(&values))
    return html::name(not_too_long(page, (*texts)[row], command));
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&values))
    return html::number(static_cast<std::uint64_t>((*whole)[row]));
  return html::number(std::get<std::vector<double>>(values)[row], digits);
}

// A unit or task of the page: what rows about it are called, and where its own row is.
struct Subject {
  std::string key, anchor;
};

std::unordered_set<std::string_view> shown_ids(const Table& table) {
  std::unordered_set<std::string_view> ids;
  const auto column = std::ranges::find(table.columns, "id", &Column::id);
  const auto* texts = std::get_if<std::vector<std::string>>(&column->values);
  for (std::size_t i = 0; texts != nullptr && i < std::min(texts->size(), kShownRows); ++i)
    ids.insert((*texts)[i]);
  return ids;
}

// By the ids that the table shows. Units and tasks may share ids, so one kind at a time.
std::map<std::string_view, Subject, std::less<>> subjects(const PageContext& page,
                                                          const Table& table,
                                                          std::vector<std::string>& ids) {
  std::map<std::string_view, Subject, std::less<>> found;
  const auto has = [&](std::string_view id) {
    return std::ranges::find(table.columns, id, &Column::id) != table.columns.end();
  };
  const model::Network& network = page.study.network();
  if (!has("id")) return found;
  if (has("title")) {
    const std::unordered_set<std::string_view> shown = shown_ids(table);
    for (const model::TaskId task : network.task_ids())
      if (shown.contains(network.task_id(task)))
        found.emplace(network.task_id(task), Subject{key_of(task), task_anchor(task)});
  } else if (has("name")) {
    const auto& graph = page.study.graph();
    ids.reserve(graph.unit_count());  // the views below look into it
    for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit) {
      ids.push_back(network.unit_id(graph.unit(unit)));
      found.emplace(ids.back(), Subject{key_of(page.study, unit), unit_anchor(graph, unit)});
    }
  }
  return found;
}

html::Cell linked(const Subject& subject, std::string_view label) {
  return {html::link(subject.anchor, label.empty() ? subject.key : label)};
}

// What a measure of units or tasks means, for whoever points at its column.
std::string meaning(const PageContext& page, std::string_view id) {
  const auto found = std::ranges::find(analysis::catalog(), id, &analysis::Measure::id);
  return found == analysis::catalog().end()
             ? ""
             : analysis::label_in(page.study, found->meaning, page.language());
}

html::Table html_table(const PageContext& page, const Table& table, std::string_view command) {
  html::Table result;
  std::vector<std::string> ids;
  const auto subject_of = subjects(page, table, ids);
  const bool named = std::ranges::find(table.columns, "name", &Column::id) != table.columns.end();
  result.rows.resize(std::min(table.rows(), kShownRows));
  std::vector<const Subject*> about(result.rows.size(), nullptr);
  for (const Column& column : table.columns) {
    const auto* texts = std::get_if<std::vector<std::string>>(&column.values);
    for (std::size_t i = 0; column.id == "id" && texts != nullptr && i < about.size(); ++i) {
      const auto found = subject_of.find((*texts)[i]);
      if (found == subject_of.end()) continue;
      about[i] = &found->second;
      result.rows[i].key = found->second.key;
    }
    if (named && column.id == "id") continue;
    result.head.push_back(
        {column.label.empty() ? column.id : column.label, meaning(page, column.id)});
    const auto* reals = std::get_if<std::vector<double>>(&column.values);
    const int digits = reals == nullptr ? 0 : decimals(*reals);
    const bool links = column.id == "name" || column.id == "title";
    for (std::size_t i = 0; i < result.rows.size(); ++i)
      result.rows[i].cells.push_back(links && about[i] != nullptr
                                         ? linked(*about[i], (*texts)[i])
                                         : cell(page, column.values, i, digits, command));
  }
  const std::string rest = left_out(page, table.rows(), command);
  result.caption = table.title + (rest.empty() ? "" : page.say("page.joint") + rest);
  return result;
}

// 1 and 0 as a word and a dash.
Column yes_or_nothing(const PageContext& page, const Column& column) {
  std::vector<std::string> words;
  for (const std::int64_t value : std::get<std::vector<std::int64_t>>(column.values))
    words.push_back(value == 0 ? "–" : page.say("shared.yes"));
  return {column.id, column.label, std::move(words)};
}

}  // namespace

std::string left_out(const PageContext& page, std::size_t rows, std::string_view command) {
  if (rows <= kShownRows) return {};
  return page.say("page.rows_left_out",
                  {{"rows", rows}, {"shown", kShownRows}, {"command", command}});
}

std::string unit_link(const PageContext& page, std::uint32_t unit) {
  const auto& graph = page.study.graph();
  const std::string name = one_line(unit_name(graph, unit));
  return html::link(unit_anchor(graph, unit),
                    name.empty() ? page.study.network().unit_id(graph.unit(unit)) : name);
}

std::string result_table(const PageContext& page, const analysis::Results& results,
                         std::string_view id, std::string_view command) {
  for (const Table& table : results.tables)
    if (table.id == id) return html::table(html_table(page, table, command));
  return {};
}

std::string folded_table(const PageContext& page, const analysis::Results& results,
                         std::string_view id, std::string_view command) {
  const auto found = std::ranges::find(results.tables, id, &Table::id);
  if (found == results.tables.end() || found->rows() == 0) return {};
  html::Table table = html_table(page, *found, command);
  const std::string title = std::exchange(table.caption, "");
  return "<details class=\"folded\"><summary>" + html::text(title) + "</summary>" +
         html::table(table) + "</details>\n";
}

std::string leader_table(const PageContext& page, const Table& units) {
  const auto lead = std::ranges::find(units.columns, "load.lead", &Column::id);
  ensure(lead != units.columns.end(), "a table of lead units without leads");
  const auto& leads = std::get<std::vector<std::int64_t>>(lead->values);
  Table table{units.id, page.say("page.leaders_caption"), {}};
  for (const Column& column : units.columns) {
    const bool shown = column.id == "id" || column.id == "name" || column.id == "load.lead" ||
                       column.id.starts_with("lead.") || column.id == "bipartite.betweenness" ||
                       column.id == "bipartite.articulation";
    if (!shown) continue;
    table.columns.push_back(column.id == "bipartite.articulation" ? yes_or_nothing(page, column)
                                                                  : column);
    std::visit(
        [&](auto& values) {
          std::size_t row = 0;
          std::erase_if(values, [&](const auto&) { return leads[row++] == 0; });
        },
        table.columns.back().values);
  }
  html::Table shown = html_table(page, table, "respnet leads");
  shown.file = "leads";
  return html::table(shown);
}

std::string pair_table(const PageContext& page) try {
  constexpr std::size_t most = 15;
  const auto pairs = closest_pairs(page.study, most);
  if (pairs.empty()) return {};
  html::Table table;
  for (const analysis::UnitPair& pair : pairs)
    table.rows.push_back({.cells = {{unit_link(page, pair.a)},
                                    {unit_link(page, pair.b)},
                                    html::number(std::uint64_t{pair.shared}),
                                    html::number(pair_weight(page.study.graph(), pair,
                                                             graph::ProjectionWeight::Jaccard),
                                                 2)}});
  table.caption = page.say(
      "page.pairs",
      {{"shown", table.rows.size()},
       {"pairs", pair_count(page.study.graph(), {.threads = page.study.options().threads})}});
  table.head = {{page.say("shared.unit")},
                {page.say("shared.unit")},
                {page.say("page.shared_tasks")},
                {page.say("page.jaccard"), page.say("page.jaccard_hint")}};
  return html::table(table);
} catch (const LimitError&) {
  return {};  // the findings say so
}

std::string note_table(const PageContext& page) {
  const auto& notes = page.study.network().notes();
  if (notes.empty()) return "<p>" + html::text(page.say("page.notes_none")) + "</p>\n";
  html::Table table{.caption = left_out(page, notes.size(), "respnet describe --verbose")};
  table.head = {{.label = page.say("shared.line"), .number = true},
                {page.say("shared.task")},
                {page.say("shared.note")},
                {page.say("page.note_code")}};
  for (std::size_t i = 0; i < std::min(notes.size(), kShownRows); ++i) {
    const model::Note& note = notes[i];
    const std::string task =
        note.task ? html::link(task_anchor(*note.task), page.study.network().task_id(*note.task))
                  : "";
    table.rows.push_back({.cells = {{note.line == 0 ? "–" : std::to_string(note.line), true},
                                    {task},
                                    html::name(one_line(note.message)),
                                    {"<code>" + html::text(note.code) + "</code>"}}});
  }
  return "<p>" + html::text(page.say("page.notes_intro")) + "</p>\n" + html::table(table);
}

namespace {

// Indices and ranks of the other loads are defined as those of tasks, and measures of one role's
// network, or of roles with weights, as those of the whole.
bool is_said_by_another(std::string_view id) {
  const std::string_view family = id.substr(0, id.find('.'));
  const std::string_view rest = id.substr(std::min(family.size() + 1, id.size()));
  if (family == "concentration" || family == "rank")
    return rest.starts_with("lead") || rest.starts_with("share") || rest.starts_with("weighted");
  const std::string_view view = rest.substr(0, rest.find('.'));
  return (view == "lead" || view == "support" || view == "weighted") &&
         (family == "bipartite" || family == "co" || family == "density" || family == "components");
}

}  // namespace

std::string definitions(const PageContext& page) {
  html::Table table;
  table.head = {{page.say("shared.measure")},
                {page.say("page.measure_label")},
                {page.say("shared.meaning")},
                {page.say("shared.formula")},
                {page.say("page.measure_source")}};
  // The address of a source stands beside the first measure that comes from it.
  std::set<std::string_view> cited;
  for (const analysis::Measure& measure : analysis::catalog()) {
    if (measure.level == analysis::Level::Pair || is_said_by_another(measure.id)) continue;
    std::string_view source = measure.source;
    if (!cited.insert(source).second) source = source.substr(0, source.find(", doi:"));
    table.rows.push_back(
        {.cells = {{"<code>" + html::text(measure.id) + "</code>"},
                   html::name(analysis::label_in(page.study, measure.label, page.language())),
                   html::name(analysis::label_in(page.study, measure.meaning, page.language())),
                   {"<code>" + html::text(measure.formula) + "</code>"},
                   html::name(source)}});
  }
  return "<details><summary>" +
         html::text(page.say("page.definitions_all", {{"measures", table.rows.size()}})) +
         "</summary><p>" + html::text(page.say("page.definitions_loads")) + "</p>" +
         html::table(table) + "</details>\n";
}

}  // namespace respnet::report
