// Whether two units share more tasks than chance would have it.

#include <functional>

#include "analysis/catalog_rows.hpp"
#include "respnet/analysis/adjusted_p.hpp"
#include "respnet/analysis/backbone.hpp"

namespace respnet::analysis {
namespace {

using Values = std::vector<double>;

// A value of every pair that was tested, put along the pairs of the study.
Column::Values along_pairs(const Study& study,
                           const std::function<Values(const std::vector<PairTest>&)>& values_of) {
  const auto& pairs = study.pairs();
  if (pairs.empty()) return Values{};
  const Values values = values_of(study.pair_tests());
  const std::uint64_t n = study.graph().unit_count();
  Values column;
  for (const UnitPair& pair : pairs) {
    const std::uint64_t a = pair.a, b = pair.b;
    column.push_back(values[a * n - a * (a + 1) / 2 + (b - a - 1)]);  // tests lie by a, then b
  }
  return column;
}

Values each(const std::vector<PairTest>& tests, double PairTest::*value) {
  Values values;
  values.reserve(tests.size());
  for (const PairTest& test : tests) values.push_back(test.*value);
  return values;
}

}  // namespace

std::vector<Measure> chance_measures() {
  const std::string neal =
      "Neal 2014, doi:10.1016/j.socnet.2014.06.001; Saracco et al. 2015, doi:10.1038/srep10595";
  const std::string cost = "O(Σ k_t² + degrees² · task sizes)";
  const auto row = [&](const std::string& id, const Words& label, const Words& meaning,
                       const std::string& formula, const std::string& range,
                       const std::string& source,
                       const std::function<Values(const std::vector<PairTest>&)>& values_of) {
    return Measure{.id = id,
                   .level = Level::Pair,
                   .label = label,
                   .meaning = meaning,
                   .formula = formula,
                   .range = range,
                   .cost = cost,
                   .source = source,
                   .column = [values_of](const Study& s) { return along_pairs(s, values_of); }};
  };
  return {
      row("co.expected", {"期望共担任务", "expected shared"},
          {"仅由各单位任务数和各任务单位数（平均意义上）决定时的期望共担任务数",
           "shared tasks to expect from the tasks of units and the units of tasks alone, both kept "
           "on average"},
          "Σ_t p_ut p_vt, p of the bipartite configuration model", "[0, T]", neal,
          [](const auto& tests) { return each(tests, &PairTest::expected); }),
      row("co.pvalue", {"共担 p 值", "p of sharing"},
          {"偶然共担这么多任务或更多的概率（SDSM，精确）",
           "chance of sharing as many tasks or more (SDSM, exact)"},
          "P(X ≥ P_uv), X Poisson-binomial of p_ut p_vt", "[0, 1]", neal,
          [](const auto& tests) { return each(tests, &PairTest::upper); }),
      row("co.pvalue_holm", {"共担 p 值（Holm）", "p of sharing (Holm)"},
          {"按全部单位对校正后的 p 值：小于 0.05 者共担多于偶然",
           "p corrected for all pairs of units: below 0.05 they share more than by chance"},
          "Holm over all C(U, 2) pairs", "[0, 1]", "Holm 1979; " + neal,
          [](const auto& tests) {
            return adjusted_p(each(tests, &PairTest::upper), Correction::Holm);
          }),
  };
}

}  // namespace respnet::analysis
