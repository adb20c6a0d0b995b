#include "analysis/table_columns.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string_view>
#include <utility>

#include "respnet/analysis/metrics.hpp"

namespace respnet::analysis {
namespace {

const Words kId{"编号", "id"};

std::string unit_name(const Study& study, std::uint32_t unit) {
  return std::string(study.network().unit_name(study.graph().unit(unit)));
}

std::string unit_id(const Study& study, std::uint32_t unit) {
  return study.network().unit_id(study.graph().unit(unit));
}

// One text for each item.
std::vector<std::string> texts(const auto& items, const auto& text_of) {
  std::vector<std::string> values;
  values.reserve(std::size(items));
  for (const auto& item : items) values.emplace_back(text_of(item));
  return values;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

}  // namespace

Table titled(std::string id, const Words& title, Language language) {
  return {.id = std::move(id), .title = title.in(language), .columns = {}};
}

void add_unless_empty(std::vector<Table>& tables, Table table) {
  if (table.rows() > 0) tables.push_back(std::move(table));
}

std::vector<std::uint32_t> all_units(const Study& study) {
  std::vector<std::uint32_t> units(study.graph().unit_count());
  std::iota(units.begin(), units.end(), 0U);
  return units;
}

Table unit_table(const Study& study, std::string_view select, Language language, Results& results) {
  Results found = metrics(study, {.levels = {Level::Unit},
                                  .select = Selection(select),
                                  .language = language,
                                  .skip_named = true});
  std::ranges::move(found.remarks, std::back_inserter(results.remarks));
  if (!found.tables.empty()) return std::move(found.tables.front());
  return {.id = "units", .title = {}, .columns = unit_columns(study, language)};
}

Column number_column(std::string id, std::string label, std::span<const std::size_t> values) {
  return {.id = std::move(id),
          .label = std::move(label),
          .values = std::vector<std::int64_t>(values.begin(), values.end())};
}

Column text_column(std::string id, std::string label, std::vector<std::string> values) {
  return {.id = std::move(id), .label = std::move(label), .values = std::move(values)};
}

std::vector<Column> unit_columns(const Study& study, std::span<const std::uint32_t> units,
                                 Language language) {
  const auto id = [&](std::uint32_t unit) { return unit_id(study, unit); };
  const auto name = [&](std::uint32_t unit) { return unit_name(study, unit); };
  return {text_column("id", kId.in(language), texts(units, id)),
          text_column("name", Words{"单位", "unit"}.in(language), texts(units, name))};
}

std::vector<Column> unit_columns(const Study& study, Language language) {
  return unit_columns(study, all_units(study), language);
}

std::vector<Column> task_columns(const Study& study, std::span<const model::TaskId> tasks,
                                 Language language) {
  const auto id = [&](model::TaskId task) { return study.network().task_id(task); };
  const auto title = [&](model::TaskId task) { return study.network().task(task).title; };
  return {text_column("id", kId.in(language), texts(tasks, id)),
          text_column("title", Words{"任务", "task"}.in(language), texts(tasks, title))};
}

std::vector<Column> task_columns(const Study& study, Language language) {
  const auto ids = study.network().task_ids();
  return task_columns(study, std::vector<model::TaskId>(ids.begin(), ids.end()), language);
}

std::vector<Column> pair_columns(const Study& study, Language language) {
  return pair_columns(study, study.pairs(), language);
}

std::vector<Column> pair_columns(const Study& study, std::span<const UnitPair> pairs,
                                 Language language) {
  return {text_column("a", Words{"单位甲编号", "a"}.in(language),
                      texts(pairs, [&](const UnitPair& p) { return unit_id(study, p.a); })),
          text_column("b", Words{"单位乙编号", "b"}.in(language),
                      texts(pairs, [&](const UnitPair& p) { return unit_id(study, p.b); })),
          text_column("name_a", Words{"单位甲", "unit a"}.in(language),
                      texts(pairs, [&](const UnitPair& p) { return unit_name(study, p.a); })),
          text_column("name_b", Words{"单位乙", "unit b"}.in(language),
                      texts(pairs, [&](const UnitPair& p) { return unit_name(study, p.b); }))};
}

Table reordered(Table table, std::span<const std::uint32_t> order) {
  for (Column& column : table.columns) {
    std::visit(
        [&](auto& values) {
          std::decay_t<decltype(values)> moved;
          moved.reserve(values.size());
          for (const std::uint32_t row : order) moved.push_back(std::move(values[row]));
          values = std::move(moved);
        },
        column.values);
  }
  return table;
}

std::string joined_ids(const Study& study, std::span<const model::TaskId> tasks) {
  return joined(texts(tasks, [&](model::TaskId task) { return study.network().task_id(task); }),
                " ");
}

std::string joined_names(const Study& study, std::span<const std::uint32_t> units,
                         Language language) {
  return joined(texts(units, [&](std::uint32_t unit) { return unit_name(study, unit); }),
                Words{"、", ", "}.in(language));
}

}  // namespace respnet::analysis
