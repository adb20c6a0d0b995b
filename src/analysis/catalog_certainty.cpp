// What becomes of clusters and ranks when the tasks of the plan are drawn anew.

#include <cmath>
#include <limits>

#include "analysis/catalog_rows.hpp"

namespace respnet::analysis {
namespace {

const std::string kEfron = "Efron 1979, doi:10.1214/aos/1176344552";
const std::string kHennig = "Hennig 2007, doi:10.1016/j.csda.2006.11.025";
const std::string kConsensus = "Lancichinetti & Fortunato 2012, doi:10.1038/srep00336";

Column::Values together(const Study& study) {
  std::vector<double> column;
  for (const UnitPair& pair : study.pairs())
    column.push_back(study.cluster_stability().together(pair.a, pair.b));
  return column;
}

std::vector<Measure> cluster_certainty() {
  const std::string cost = "100 clusterings of resampled tasks";
  return {
      {.id = "clusters.agreement",
       .level = Level::Network,
       .label = {"协作圈一致度", "cluster agreement"},
       .meaning = {"重抽任务后所得协作圈与原协作圈的平均调整兰德指数，1 为完全一致",
                   "mean adjusted Rand index of the clusters with those of resampled tasks; 1: "
                   "always the same"},
       .formula =
           "mean over 100 bootstrap samples of tasks of ARI(clusters, clusters of the sample)",
       .normalizer = "greatest ARI less its expectation; 100 samples",
       .range = "(-1, 1]",
       .undefined = "no sample holds two units with tasks",
       .cost = cost,
       .source = "Hubert & Arabie 1985, doi:10.1007/BF01908075; " + kHennig,
       .sampled = true,
       .column =
           [](const Study& s) { return single(std::optional(s.cluster_stability().agreement)); }},
      {.id = "co.stability",
       .level = Level::Unit,
       .label = {"归圈稳定度", "stability in cluster"},
       .meaning = {"重抽任务后仍与本圈其他成员同圈的平均比例",
                   "how often resampled tasks put it with the other members of its cluster"},
       .formula = "mean over the other members v of (samples with u and v in one cluster) / "
                  "(samples with both), 100 bootstrap samples of tasks",
       .normalizer = "samples with both; other members of the cluster",
       .range = "[0, 1]",
       .undefined = "unit alone in its cluster, or in none",
       .cost = cost,
       .source = kConsensus + "; " + kHennig,
       .sampled = true,
       .column = [](const Study& s) { return real_numbers(s.cluster_stability().of_unit); }},
      {.id = "co.together",
       .level = Level::Pair,
       .label = {"同圈比例", "in one cluster"},
       .meaning = {"重抽任务后两单位同圈的比例",
                   "share of the resampled plans that put both units in one cluster"},
       .formula = "(samples with both in one cluster) / (samples with both), 100 bootstrap samples "
                  "of tasks",
       .normalizer = "samples with both",
       .range = "[0, 1]",
       .undefined = "no sample holds both units",
       .cost = cost,
       .source = kConsensus,
       .sampled = true,
       .column = together},
  };
}

Measure rank_measure(const LoadWords& load, const std::string& ending, const Words& label,
                     const Words& meaning, const std::string& formula,
                     const std::string& normalizer, const std::string& range,
                     const std::function<Column::Values(const RankCertainty&)>& value) {
  return {.id = "rank." + std::string(name(load.load)) + ending,
          .level = Level::Unit,
          .label = {label.zh + "（" + load.label.zh + "）", label.en + " (" + load.label.en + ")"},
          .meaning = {"按" + load.meaning.zh + meaning.zh, meaning.en + " by " + load.meaning.en},
          .formula = formula,
          .normalizer = normalizer,
          .range = range,
          .cost = "O(1000 (A + U log U))",
          .source = kEfron + "; Goldstein & Spiegelhalter 1996, doi:10.2307/2983325",
          .sampled = true,
          .column = [kind = load.load, value](const Study& s) { return value(s.ranks(kind)); }};
}

std::vector<Measure> rank_measures(const LoadWords& load) {
  return {
      rank_measure(load, "", {"名次", "rank"}, {"的名次，相等者同名次", "rank, equals sharing one"},
                   "1 + units that carry more", "", "1, …, U",
                   [](const RankCertainty& r) { return whole_numbers(r.rank); }),
      rank_measure(load, ".low", {"名次下限", "rank, low"},
                   {"的名次在重抽任务后 95% 区间的最好名次",
                    "best rank of the 95 % interval, tasks resampled,"},
                   "2.5 % quantile of the rank over 1000 bootstrap samples of tasks", "", "1, …, U",
                   [](const RankCertainty& r) { return whole_numbers(r.low); }),
      rank_measure(load, ".high", {"名次上限", "rank, high"},
                   {"的名次在重抽任务后 95% 区间的最差名次",
                    "worst rank of the 95 % interval, tasks resampled,"},
                   "97.5 % quantile of the rank over 1000 bootstrap samples of tasks", "",
                   "1, …, U", [](const RankCertainty& r) { return whole_numbers(r.high); }),
      rank_measure(load, ".top3", {"居前三机会", "top 3"},
                   {"在重抽任务后居前三的比例",
                    "share of the resampled plans in which it is among the first three"},
                   "share of 1000 bootstrap samples of tasks with rank at most 3", "1000 samples",
                   "[0, 1]", [](const RankCertainty& r) { return real_numbers(r.in_top); }),
  };
}

std::vector<Measure> role_weight_measures() {
  const auto row = [](const std::string& ending, const Words& label, const Words& meaning,
                      std::vector<std::uint32_t> RoleWeightRanks::*column) {
    return Measure{.id = "rank.role_weights." + ending,
                   .level = Level::Unit,
                   .label = label,
                   .meaning = meaning,
                   .formula = "over ω in [0, 1] of the rank by lead + ω support",
                   .range = "1, …, U",
                   .cost = "O(U² log U)",
                   .source = "exact: every ω at which two units change places",
                   .column = [column](const Study& s) {
                     return whole_numbers(s.role_weight_ranks().*column);
                   }};
  };
  return {row("low", {"最好名次（任意角色权重）", "best rank, any role weights"},
              {"配合任务权重取 0 到 1 任意值时的最好名次",
               "best rank by load, whatever a supported task weighs between 0 and 1"},
              &RoleWeightRanks::low),
          row("high", {"最差名次（任意角色权重）", "worst rank, any role weights"},
              {"配合任务权重取 0 到 1 任意值时的最差名次",
               "worst rank by load, whatever a supported task weighs between 0 and 1"},
              &RoleWeightRanks::high)};
}

}  // namespace

std::vector<Measure> certainty_measures() {
  std::vector<Measure> rows = cluster_certainty();
  for (const LoadWords& load : load_words())
    for (Measure& row : rank_measures(load)) rows.push_back(std::move(row));
  for (Measure& row : role_weight_measures()) rows.push_back(std::move(row));
  return rows;
}

}  // namespace respnet::analysis
