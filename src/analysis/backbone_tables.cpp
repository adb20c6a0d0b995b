#include "respnet/analysis/backbone_tables.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>

#include "analysis/table_columns.hpp"
#include "respnet/analysis/fdsm.hpp"
#include "respnet/analysis/locked_pairs.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::analysis {
namespace {

constexpr std::array kCorrections{Correction::None, Correction::Bonferroni, Correction::Holm,
                                  Correction::BenjaminiHochberg, Correction::BenjaminiYekutieli};

Column reals(std::string id, const Words& label, std::vector<double> values, Language language) {
  return {.id = std::move(id), .label = label.in(language), .values = std::move(values)};
}

void check(const BackboneOptions& options) {
  if (!(options.alpha > 0 && options.alpha <= 1))
    throw std::invalid_argument("the level of a backbone lies above 0 and not above 1");
  if (!options.locked.empty() && options.model != "sdsm")
    throw std::invalid_argument(
        "locked cells go with the model sdsm only: the others have no chance of a single cell to "
        "hold; leave out --locked or take --model sdsm");
}

Table pairs_table(const Study& study, const std::vector<BackbonePair>& pairs,
                  const BackboneOptions& options, Language language) {
  std::vector<std::uint32_t> a, b;
  std::vector<std::size_t> shared;
  std::vector<double> expected, upper, lower, adjusted, error;
  std::vector<std::string> sign;
  for (const BackbonePair& pair : pairs) {
    a.push_back(pair.test.a);
    b.push_back(pair.test.b);
    shared.push_back(pair.test.shared);
    expected.push_back(pair.test.expected);
    upper.push_back(pair.test.upper);
    lower.push_back(pair.test.lower);
    adjusted.push_back(pair.adjusted);
    sign.emplace_back(pair.more ? "+" : "−");
    error.push_back(
        monte_carlo_error(pair.more ? pair.test.upper : pair.test.lower, options.trials));
  }
  Table table = titled("backbone", {"共同任务非偶然的单位对", "Pairs that chance does not explain"},
                       language);
  const auto add_units = [&](const std::vector<std::uint32_t>& units, const char* id,
                             const char* name) {
    std::vector<Column> columns = unit_columns(study, units, language);
    columns[0].id = id;
    columns[1].id = name;
    return columns;
  };
  std::vector<Column> first = add_units(a, "a", "name_a"), second = add_units(b, "b", "name_b");
  table.columns = {std::move(first[0]), std::move(second[0]), std::move(first[1]),
                   std::move(second[1])};
  table.columns.push_back(
      number_column("shared", Words{"共同任务", "shared"}.in(language), shared));
  table.columns.push_back(reals("expected", {"期望", "expected"}, std::move(expected), language));
  table.columns.push_back(reals("p_upper", {"p（上侧）", "p (upper)"}, std::move(upper), language));
  table.columns.push_back(reals("p_lower", {"p（下侧）", "p (lower)"}, std::move(lower), language));
  table.columns.push_back(
      reals("p_adjusted", {"p（校正后）", "p (adjusted)"}, std::move(adjusted), language));
  if (options.model == "fdsm")
    table.columns.push_back(
        reals("mc_error", {"p 的抽样误差", "error of p"}, std::move(error), language));
  table.columns.push_back(text_column("sign", Words{"符号", "sign"}.in(language), std::move(sign)));
  return table;
}

// How many pairs each model keeps by each correction.
class ModelRows {
 public:
  void add(const std::vector<PairTest>& tests, BackboneOptions options) {
    names_.emplace_back(options.model);
    tests_.push_back(tests.size());
    trials_.push_back(options.model == "fdsm" ? static_cast<double>(options.trials)
                                              : std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < kCorrections.size(); ++i) {
      options.correction = kCorrections[i];
      kept_[i].push_back(backbone(tests, options).size());
    }
  }
  bool has_draws() const { return std::ranges::find(names_, "fdsm") != names_.end(); }
  Table table(Language language) {
    Table table =
        titled("models", {"各模型保留的单位对数", "Pairs kept, by model and correction"}, language);
    const bool draws = has_draws();
    table.columns = {text_column("model", Words{"模型", "model"}.in(language), std::move(names_)),
                     number_column("tests", Words{"检验数", "tests"}.in(language), tests_)};
    if (draws)
      table.columns.push_back(
          reals("trials", {"随机网络数", "trials"}, std::move(trials_), language));
    for (std::size_t i = 0; i < kCorrections.size(); ++i)
      table.columns.push_back(number_column(std::string(name(kCorrections[i])), "", kept_[i]));
    return table;
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::size_t> tests_;
  std::vector<double> trials_;
  std::array<std::vector<std::size_t>, kCorrections.size()> kept_;
};

}  // namespace

std::vector<PairTest> backbone_tests(const Study& study, const BackboneOptions& options) {
  check(options);
  const graph::Incidence units = graph::unit_rows(study.graph());
  const unsigned threads = study.options().threads;
  if (options.model == "fdsm")
    return fdsm_tests(units, {options.trials, study.options().seed, threads});
  const auto model = backbone_model_named(options.model);
  if (!model)
    throw std::invalid_argument("no backbone model is called " + std::string(options.model));
  return options.locked.empty() ? pair_tests(units, *model, threads)
                                : locked_pair_tests(units, options.locked, threads);
}

std::vector<BackbonePair> backbone(const std::vector<PairTest>& tests,
                                   const BackboneOptions& options) {
  std::vector<double> p;
  for (const PairTest& test : tests)
    p.push_back(options.is_signed ? std::min(1.0, 2 * std::min(test.upper, test.lower))
                                  : std::min(1.0, test.upper));
  const std::vector<double> adjusted = adjusted_p(p, options.correction);
  std::vector<BackbonePair> pairs;
  for (std::size_t i = 0; i < tests.size(); ++i)
    if (adjusted[i] < options.alpha || options.alpha == 1)
      pairs.push_back(
          {tests[i], adjusted[i], !options.is_signed || tests[i].upper <= tests[i].lower});
  std::ranges::stable_sort(pairs, {}, [&](const BackbonePair& pair) {
    return std::pair(pair.adjusted, pair.more ? pair.test.upper : pair.test.lower);
  });
  return pairs;
}

Results backbone_tables(const Study& study, const BackboneOptions& options, Language language) {
  Results results;
  ModelRows rows;
  if (options.model != "all") {
    const std::vector<PairTest> tests = backbone_tests(study, options);
    rows.add(tests, options);
    results.tables.push_back(pairs_table(study, backbone(tests, options), options, language));
    results.tables.push_back(rows.table(language));
    return results;
  }
  for (const std::string_view model : kBackboneModels) {
    BackboneOptions of_model = options;
    of_model.model = model;
    try {
      rows.add(backbone_tests(study, of_model), of_model);
    } catch (const LimitError& refused) {
      results.remarks.push_back(
          {.id = std::string(model), .level = Level::Pair, .reason = refused.what()});
    }
  }
  results.tables.push_back(rows.table(language));
  return results;
}

}  // namespace respnet::analysis
