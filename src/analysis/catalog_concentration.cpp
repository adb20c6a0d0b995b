// concentration.<load>.<index>: every load with every index.

#include "analysis/catalog_rows.hpp"

namespace respnet::analysis {
namespace {

Measure concentration_measure(const LoadWords& load, const ConcentrationIndex& index) {
  return {.id = "concentration." + std::string(name(load.load)) + "." + index.id,
          .level = Level::Network,
          .label = {index.label.zh + "（" + load.label.zh + "）",
                    index.label.en + " (" + load.label.en + ")"},
          .meaning = {index.meaning.zh + "：" + load.meaning.zh + "在全部单位间",
                      index.meaning.en + ": " + load.meaning.en + " over all units"},
          .formula = index.formula,
          .normalizer = index.normalizer,
          .range = index.range + "; n = U",
          .undefined = index.undefined,
          .cost = "O(A + U log U)",
          .source = index.source,
          .column = [kind = load.load, value = index.value](const Study& s) {
            return single(s.concentration_of(kind).*value);
          }};
}

}  // namespace

const std::array<LoadWords, kLoadKinds>& load_words() {
  static const std::array<LoadWords, kLoadKinds> rows{{
      {LoadKind::Tasks, {"任务", "tasks"}, {"参与任务数", "tasks taken part in"}},
      {LoadKind::Lead, {"{lead}", "{lead}"}, {"{lead}任务数", "{lead} tasks"}},
      {LoadKind::Share, {"份额", "share"}, {"分摊份额", "fractional shares of tasks"}},
      {LoadKind::Weighted, {"加权", "weighted"}, {"角色加权任务数", "role-weighted tasks"}},
  }};
  return rows;
}

const std::vector<ConcentrationIndex>& concentration_indices() {
  using C = Concentration;
  const std::string without = "no load at all";
  const std::string lone = "no load at all, or one unit";
  const std::string cowell = "Cowell 2011, Measuring Inequality, 3rd ed.";
  const std::string hill = "Hill 1973, doi:10.2307/1934352";
  const std::string hall = "Hall & Tideman 1967, J. Am. Stat. Assoc. 62:162";
  static const std::vector<ConcentrationIndex> rows{
      {"gini",
       &C::gini,
       {"基尼系数", "Gini"},
       {"分布的不均程度", "how uneven"},
       "Σ_i (2i - n - 1) x_(i) / (n X), x_(i) ascending",
       "[0, 1 - 1/n]",
       without,
       cowell,
       "n X"},
      {"hhi",
       &C::hhi,
       {"HHI", "HHI"},
       {"赫芬达尔指数", "Herfindahl-Hirschman index"},
       "Σ s_i², s_i = x_i / X",
       "[1/n, 1]",
       without,
       hall,
       "X²"},
      {"hhi_normalized",
       &C::hhi_normalized,
       {"标准化 HHI", "normalised HHI"},
       {"标准化的赫芬达尔指数", "normalised Herfindahl-Hirschman index"},
       "(HHI - 1/n) / (1 - 1/n)",
       "[0, 1]",
       lone,
       hall,
       "1 - 1/n"},
      {"effective_units",
       &C::effective_units,
       {"等效单位数", "effective units"},
       {"同样集中时均等单位的数目", "as many equal units would be as concentrated"},
       "1 / HHI",
       "[1, n]",
       without,
       hill,
       "HHI"},
      {"theil",
       &C::theil,
       {"泰尔指数", "Theil"},
       {"泰尔指数 T", "Theil index T"},
       "Σ s_i ln(n s_i)",
       "[0, ln n]",
       without,
       cowell,
       "X"},
      {"hoover",
       &C::hoover,
       {"胡佛指数", "Hoover"},
       {"要均等须转移的份额", "share to move for equality"},
       "½ Σ |s_i - 1/n|",
       "[0, 1 - 1/n]",
       without,
       cowell,
       "X"},
      {"entropy",
       &C::entropy,
       {"熵", "entropy"},
       {"香农熵（自然对数）", "Shannon entropy in nats"},
       "-Σ s_i ln s_i",
       "[0, ln n]",
       without,
       hill,
       "X"},
      {"evenness",
       &C::evenness,
       {"均匀度", "evenness"},
       {"熵与最大熵之比", "entropy over its maximum"},
       "entropy / ln n",
       "[0, 1]",
       lone,
       "Pielou 1966, doi:10.1016/0022-5193(66)90013-0",
       "ln n"},
      {"cr1",
       &C::cr1,
       {"最大占比", "CR1"},
       {"最重单位所占份额", "share of the busiest unit"},
       "s_(n)",
       "[1/n, 1]",
       without,
       hall,
       "X"},
      {"cr3",
       &C::cr3,
       {"前三占比", "CR3"},
       {"最重三个单位所占份额", "share of the 3 busiest units"},
       "sum of the 3 largest s_i",
       "[min(1, 3/n), 1]",
       without,
       hall,
       "X"},
      {"cr5",
       &C::cr5,
       {"前五占比", "CR5"},
       {"最重五个单位所占份额", "share of the 5 busiest units"},
       "sum of the 5 largest s_i",
       "[min(1, 5/n), 1]",
       without,
       hall,
       "X"},
      {"max_over_mean",
       &C::max_over_mean,
       {"最大与均值之比", "max/mean"},
       {"最重单位与平均单位之比", "the busiest unit over the mean unit"},
       "n s_(n)",
       "[1, n]",
       without,
       "",
       "x̄"},
      {"gini_corrected",
       &C::gini_corrected,
       {"修正基尼系数", "Gini, corrected"},
       {"按单位数修正的不均程度", "how uneven, corrected for small n"},
       "G* = n/(n - 1) G",
       "[0, 1]",
       lone,
       "Dixon et al. 1987, doi:10.2307/1939238",
       "(n - 1) X"},
      {"cv",
       &C::cv,
       {"变异系数", "CV"},
       {"标准差与均值之比", "standard deviation over mean"},
       "√(Σ (x_i - x̄)² / n) / x̄",
       "[0, √(n - 1)]",
       without,
       cowell,
       "x̄"},
      {"atkinson",
       &C::atkinson,
       {"阿特金森指数", "Atkinson"},
       {"阿特金森指数（ε = 0.5）", "Atkinson index, ε = 0.5"},
       "1 - (Σ √(x_i / x̄) / n)²",
       "[0, 1 - 1/n]",
       without,
       "Atkinson 1970, doi:10.1016/0022-0531(70)90039-6",
       "x̄"},
      {"mld",
       &C::mld,
       {"平均对数离差", "Theil L"},
       {"泰尔指数 L（平均对数离差）", "Theil index L, the mean log deviation"},
       "Σ ln(x̄ / x_i) / n",
       "[0, ∞)",
       "no load at all, or a unit without load",
       cowell,
       "n"},
      {"palma",
       &C::palma,
       {"帕尔马比值", "Palma"},
       {"最重一成单位与最轻四成单位所担之比",
        "share of the busiest tenth of units over that of the idlest 40 %"},
       "(1 - L(0.9)) / L(0.4), L the Lorenz curve",
       "[1/4, ∞)",
       "no load at all, or none on the idlest 40 %",
       "Cobham & Sumner 2013, Is It All About the Tails? The Palma Measure of Income Inequality",
       "load of the idlest 40 %"},
  };
  return rows;
}

std::vector<Measure> concentration_measures() {
  std::vector<Measure> rows;
  for (const LoadWords& load : load_words())
    for (const ConcentrationIndex& index : concentration_indices())
      rows.push_back(concentration_measure(load, index));
  return rows;
}

}  // namespace respnet::analysis
