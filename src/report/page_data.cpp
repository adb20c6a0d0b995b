#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "report/page_parts.hpp"
#include "report/page_tables.hpp"
#include "report/phrases.hpp"

namespace respnet::report {
namespace {

using nlohmann::json;

std::vector<std::string> lines(std::span<const std::string> texts) {
  std::vector<std::string> result;
  for (const std::string& text : texts) result.push_back(one_line(text));
  return result;
}

json unit_json(const PageContext& page, std::uint32_t unit) {
  const model::Unit row = page.study.network().unit(page.study.graph().unit(unit));
  const std::uint32_t cluster = page.study.clusters().of_unit[unit];
  const std::string name = one_line(row.name);
  json result{{"k", key_of(page.study, unit)},
              {"name", name.empty() ? one_line(row.id) : name},
              {"kind", model::name(row.kind)},
              {"c", cluster == analysis::kNoCluster ? 0 : cluster + 1}};
  if (!row.aliases.empty()) result["aliases"] = lines(row.aliases);
  if (!row.offices.empty()) result["offices"] = lines(row.offices);
  return result;
}

json clauses_json(const PageContext& page, model::TaskId id) {
  json result = json::array();
  const auto clauses = page.study.network().task(id).clauses;
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    json clause = json::array({clauses[i].lines.first});
    for (std::string& piece : clause_pieces(page.study.network(), id, i))
      clause.push_back(std::move(piece));
    result.push_back(std::move(clause));
  }
  return result;
}

// @param place  by unit number: its position in the JSON, or kNone
json task_json(const PageContext& page, model::TaskId id, std::span<const std::size_t> place) {
  const model::Task task = page.study.network().task(id);
  const auto& graph = page.study.graph();
  const graph::Vertex vertex = graph.vertex(id);
  json units = json::array();
  for (std::size_t i = 0; i < graph.neighbors(vertex).size(); ++i) {
    const std::size_t unit = place[graph.unit_number(graph.neighbors(vertex)[i])];
    if (unit == static_cast<std::size_t>(-1)) continue;
    units.push_back({unit, graph.parts(vertex)[i] == graph::Part::Lead ? 1 : 0});
  }
  json result{{"k", key_of(id)},
              {"id", one_line(task.id)},
              {"title", one_line(task.title)},
              {"s", page.section_of_task[model::index(id)]},
              {"u", std::move(units)}};
  if (!task.clauses.empty()) result["c"] = clauses_json(page, id);
  if (!task.deadline.empty()) result["due"] = one_line(task.deadline);
  if (graph.lead_inferred(id)) result["inferred"] = 1;
  return result;
}

// The templates that the script fills itself.
json script_words(Language language) {
  json words = json::object();
  for (const Message& message : message_catalogue())
    if (message.key.starts_with("page.script."))
      words[std::string(message.key)] = language == Language::Zh ? message.zh : message.en;
  return words;
}

std::string safe_in_script(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (text[i] == '<')
      result += "\\u003c";
    else if (text[i] == '>')
      result += "\\u003e";
    else if (text[i] == '&')
      result += "\\u0026";
    else if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
      result += rest.starts_with("\u2028") ? "\\u2028" : "\\u2029";
      i += 2;
    } else
      result += text[i];
  }
  return result;
}

}  // namespace

std::string page_data(const PageContext& page) {
  const auto& graph = page.study.graph();
  const auto& loads = page.study.loads();
  const bool whole = graph.task_count() <= kMostTasks && graph.unit_count() <= kMostTasks;
  // Of very many units those that the table shows: the busiest.
  std::vector<std::uint32_t> units(graph.unit_count());
  for (std::uint32_t u = 0; u < units.size(); ++u) units[u] = u;
  if (!whole && units.size() > kShownRows) {
    std::ranges::stable_sort(units, std::greater{}, [&](std::uint32_t unit) {
      return std::pair(loads.tasks[unit], loads.lead[unit]);
    });
    units.resize(kShownRows);
  }
  std::vector<std::size_t> place(graph.unit_count(), static_cast<std::size_t>(-1));
  json unit_list = json::array();
  for (const std::uint32_t unit : units) {
    place[unit] = unit_list.size();
    unit_list.push_back(unit_json(page, unit));
  }
  json task_list = json::array();
  for (const model::TaskId task : page.study.network().task_ids()) {
    if (!whole && task_list.size() == kShownRows) break;
    task_list.push_back(task_json(page, task, place));
  }
  const json data{{"language", page.language() == Language::Zh ? "zh" : "en"},
                  {"words", script_words(page.language())},
                  {"always", {{"lead", page.say("page.lead_count")}}},
                  {"sections", page.sections},
                  {"mixed", page.has_mixed_leads},
                  {"units", std::move(unit_list)},
                  {"tasks", std::move(task_list)}};
  return safe_in_script(data.dump());
}

}  // namespace respnet::report
