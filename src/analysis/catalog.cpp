#include "respnet/analysis/catalog.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "analysis/catalog_rows.hpp"

namespace respnet::analysis {
namespace {

constexpr std::array<std::string_view, kLevels> kLevelNames{"network", "unit", "task", "pair"};

// The words with what stands for "{lead}" put in.
std::string with_lead(const Words& words, const Words& lead, Language language) {
  constexpr std::string_view lead_mark = "{lead}";
  std::string text = words.in(language);
  const std::size_t place = text.find(lead_mark);
  if (place != std::string::npos) text.replace(place, lead_mark.size(), lead.in(language));
  return text;
}

Column column_of(std::string id, const Words& label, Language language, const auto& text) {
  std::vector<std::string> values;
  for (const Measure& measure : catalog()) values.emplace_back(text(measure));
  return {.id = std::move(id), .label = label.in(language), .values = std::move(values)};
}

// What an empty field means, said.
std::string_view said(const std::string& field, std::string_view otherwise) {
  return field.empty() ? otherwise : field;
}

// Label and meaning in each of the languages, headings in one.
Table table_in(const std::vector<Language>& languages, Language headings) {
  const Words lead{"牵头", "lead"};
  Table table{.id = "catalog", .title = Words{"指标目录", "Measures"}.in(headings), .columns = {}};
  const auto add = [&](std::string id, const Words& label, const auto& text) {
    table.columns.push_back(column_of(std::move(id), label, headings, text));
  };
  const auto add_words = [&](const std::string& id, const Words& label, Words Measure::*words) {
    for (const Language language : languages) {
      const std::string_view code = language == Language::Zh ? "zh" : "en";
      const std::string ending = languages.size() == 1 ? "" : "_" + std::string(code);
      add(id + ending, {label.zh + ending, label.en + ending},
          [&](const Measure& m) { return with_lead(m.*words, lead, language); });
    }
  };
  add("id", {"标识", "id"}, [](const Measure& m) { return m.id; });
  add("level", {"层级", "level"}, [](const Measure& m) { return name(m.level); });
  add_words("label", {"名称", "label"}, &Measure::label);
  add_words("meaning", {"含义", "meaning"}, &Measure::meaning);
  add("formula", {"公式", "formula"}, [](const Measure& m) { return m.formula; });
  add("normalizer", {"除以", "normalizer"},
      [](const Measure& m) { return said(m.normalizer, "none"); });
  add("range", {"取值", "range"}, [](const Measure& m) { return m.range; });
  add("undefined", {"无定义", "undefined"},
      [](const Measure& m) { return said(m.undefined, "never"); });
  add("cost", {"代价", "cost"}, [](const Measure& m) { return m.cost; });
  add("source", {"出处", "source"},
      [](const Measure& m) { return said(m.source, "defined by its formula"); });
  return table;
}

}  // namespace

std::string_view name(Level level) { return kLevelNames[static_cast<std::size_t>(level)]; }

std::optional<Level> level_named(std::string_view name) {
  const auto found = std::ranges::find(kLevelNames, name);
  if (found == kLevelNames.end()) return std::nullopt;
  return static_cast<Level>(found - kLevelNames.begin());
}

const std::vector<Measure>& catalog() {
  static const std::vector<Measure> measures = [] {
    std::vector<Measure> all;
    for (auto&& rows : {network_measures(), unit_measures(), task_measures(), pair_measures(),
                        coordination_measures(), certainty_measures(), chance_measures()})
      all.insert(all.end(), rows.begin(), rows.end());
    const std::vector<Measure> views = role_view_measures(all);
    all.insert(all.end(), views.begin(), views.end());
    std::ranges::stable_sort(all, {}, &Measure::level);
    return all;
  }();
  return measures;
}

Words lead_word(const Study& study) {
  switch (graph::lead_basis(study.graph())) {
    case graph::LeadBasis::Listed:
      return {"首位", "first-listed"};
    case graph::LeadBasis::Mixed:
      return {"牵头或首位", "lead or first-listed"};
    case graph::LeadBasis::All:
      return {"主责", "lead or responsible"};
    default:
      return {"牵头", "lead"};
  }
}

std::string label_in(const Study& study, const Words& label, Language language) {
  return with_lead(label, lead_word(study), language);
}

Table catalog_table(Language language) { return table_in({language}, language); }

Table data_dictionary() { return table_in({Language::Zh, Language::En}, Language::En); }

Column::Values whole_numbers(std::span<const std::uint32_t> values) {
  return std::vector<std::int64_t>(values.begin(), values.end());
}

Column::Values real_numbers(std::span<const double> values) {
  return std::vector<double>(values.begin(), values.end());
}

Column::Values single(std::size_t value) {
  return std::vector<std::int64_t>{static_cast<std::int64_t>(value)};
}

Column::Values single(std::optional<double> value) {
  return std::vector<double>{value.value_or(std::numeric_limits<double>::quiet_NaN())};
}

}  // namespace respnet::analysis
