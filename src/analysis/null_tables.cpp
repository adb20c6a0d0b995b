// Tests against null models as a table.

#include <algorithm>
#include <stdexcept>

#include "analysis/table_columns.hpp"
#include "respnet/analysis/chance.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/analysis/null_test.hpp"

namespace respnet::analysis {
namespace {

struct NumberColumn {
  std::string id;
  Words label;
  double NullRow::*value;
};

const std::vector<NumberColumn>& number_columns() {
  static const std::vector<NumberColumn> columns{
      {"observed", {"实际值", "observed"}, &NullRow::observed},
      {"expected", {"随机期望", "expected"}, &NullRow::expected},
      {"sd", {"标准差", "sd"}, &NullRow::sd},
      {"low", {"2.5% 分位", "2.5%"}, &NullRow::low},
      {"high", {"97.5% 分位", "97.5%"}, &NullRow::high},
      {"z", {"z", "z"}, &NullRow::z},
      {"p", {"p（双侧）", "p (two-sided)"}, &NullRow::p},
      {"p_upper", {"p（上侧）", "p (upper)"}, &NullRow::upper},
      {"mc_error", {"p 的抽样误差", "error of p"}, &NullRow::error},
  };
  return columns;
}

std::vector<const Measure*> selected(Level level, const Selection& select) {
  std::vector<const Measure*> measures;
  for (const Measure& measure : catalog())
    if (measure.level == level && select.contains(measure.id)) measures.push_back(&measure);
  return measures;
}

Table long_table(const Study& study, Level level, const std::vector<NullTest>& tests,
                 Language language) {
  std::vector<std::string> measures;
  std::vector<std::uint32_t> units;
  std::vector<std::vector<double>> numbers(number_columns().size());
  for (const NullTest& test : tests)
    for (std::uint32_t unit = 0; unit < test.rows.size(); ++unit) {
      units.push_back(unit);
      measures.push_back(test.measure->id);
      for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i].push_back(test.rows[unit].*number_columns()[i].value);
    }

  Table table =
      level == Level::Unit
          ? titled("units", {"单位指标与随机网络比较", "Units against chance"}, language)
          : titled("network", {"网络指标与随机网络比较", "Network against chance"}, language);
  if (level == Level::Unit) table.columns = unit_columns(study, units, language);
  table.columns.push_back(
      text_column("measure", Words{"指标", "measure"}.in(language), std::move(measures)));
  for (std::size_t i = 0; i < numbers.size(); ++i)
    table.columns.push_back({.id = number_columns()[i].id,
                             .label = number_columns()[i].label.in(language),
                             .values = std::move(numbers[i])});
  return table;
}

}  // namespace

Results null_tables(const Study& study, Level level, const Selection& select,
                    const NullOptions& options, Language language) {
  const std::vector<NullTest> tests = null_tests(study, selected(level, select), options);
  Results results;
  for (const NullTest& test : tests) {
    if (test.refused.empty()) continue;
    if (select.names(test.measure->id))
      throw std::invalid_argument(test.measure->id + " cannot be tested: " + test.refused);
    results.remarks.push_back({.id = test.measure->id, .level = level, .reason = test.refused});
  }
  add_unless_empty(results.tables, long_table(study, level, tests, language));
  return results;
}

Results chance_tables(const Study& study, Language language) {
  std::vector<std::string> ids, names, models;
  std::vector<std::size_t> samples;
  std::vector<std::vector<double>> numbers(number_columns().size());
  for (const ChanceRow& test : study.chance().rows) {
    const auto measure = std::ranges::find_if(catalog(), [&](const Measure& row) {
      return row.level == Level::Network && row.id == test.measure;
    });
    ids.emplace_back(test.measure);
    names.push_back(label_in(study, measure->label, language));
    models.emplace_back(name(test.model));
    samples.push_back(test.row.samples);
    for (std::size_t i = 0; i < numbers.size(); ++i)
      numbers[i].push_back(test.row.*number_columns()[i].value);
  }
  Table table = titled("chance", {"与随机网络比较", "Against chance"}, language);
  table.columns = {text_column("id", Words{"标识", "id"}.in(language), std::move(ids)),
                   text_column("name", Words{"指标", "measure"}.in(language), std::move(names)),
                   text_column("model", Words{"不变的是", "kept"}.in(language), std::move(models))};
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (number_columns()[i].id != "p_upper")
      table.columns.push_back({.id = number_columns()[i].id,
                               .label = number_columns()[i].label.in(language),
                               .values = std::move(numbers[i])});
  table.columns.push_back(
      number_column("samples", Words{"随机网络数", "samples"}.in(language), samples));
  Results results;
  add_unless_empty(results.tables, std::move(table));
  return results;
}

}  // namespace respnet::analysis
