#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <tuple>

#include "analysis/table_columns.hpp"
#include "respnet/analysis/chance.hpp"
#include "respnet/analysis/cluster_consensus.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/analysis/metrics.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::analysis {
namespace {

const Words kCluster{"协作圈", "cluster"};

// Null where the network is too large for it; that is said once.
const ClusterStability* stability_of(const Study& study, Results& results) {
  try {
    return &study.cluster_stability();
  } catch (const LimitError& refused) {
    if (std::ranges::find(results.remarks, "co.stability", &Remark::id) == results.remarks.end())
      results.remarks.push_back(
          {.id = "co.stability", .level = Level::Unit, .reason = refused.what()});
    return nullptr;
  }
}

// Rows: clusters, from 1.
Table groups(const Study& study, Language language, Results& results) {
  Table table = titled("clusters", {"协作圈", "Clusters"}, language);
  std::vector<std::size_t> number, units, tasks;
  std::vector<std::string> core, members;
  for (const Cluster& cluster : study.clusters().clusters) {
    number.push_back(number.size() + 1);
    units.push_back(cluster.units.size());
    tasks.push_back(cluster.tasks.size());
    core.push_back(joined_names(study, cluster.core, language));
    members.push_back(joined_names(study, cluster.units, language));
  }
  table.columns = {
      number_column("id", kCluster.in(language), number),
      number_column("units", Words{"单位数", "units"}.in(language), units),
      number_column("tasks", Words{"圈内任务", "tasks inside"}.in(language), tasks),
      text_column("core", Words{"核心单位", "core units"}.in(language), std::move(core)),
      text_column("members", Words{"成员", "members"}.in(language), std::move(members))};
  if (const ClusterStability* stability = stability_of(study, results))
    table.columns.insert(table.columns.begin() + 3,
                         {.id = "cluster.stability",
                          .label = Words{"稳定度", "stability"}.in(language),
                          .values = stability->of_cluster});
  return table;
}

bool is_core(const Clusters& clusters, std::uint32_t unit) {
  return std::ranges::binary_search(clusters.clusters[clusters.of_unit[unit]].core, unit);
}

// Rows: units that are in a cluster, by cluster, then strength within it.
Table members(const Study& study, Language language, const ClusterConsensus* consensus,
              Results& results) {
  const Clusters& clusters = study.clusters();
  std::vector<std::uint32_t> units;
  for (const Cluster& cluster : clusters.clusters) {
    const auto begin = static_cast<std::ptrdiff_t>(units.size());
    units.insert(units.end(), cluster.units.begin(), cluster.units.end());
    std::ranges::stable_sort(units.begin() + begin, units.end(), std::greater<>{},
                             [&](std::uint32_t unit) { return clusters.strength[unit]; });
  }
  std::vector<std::size_t> number, strength, core;
  for (const std::uint32_t unit : units) {
    number.push_back(std::size_t{clusters.of_unit[unit]} + 1);
    strength.push_back(clusters.strength[unit]);
    core.push_back(is_core(clusters, unit) ? 1 : 0);
  }
  Table table = titled("units", {"单位所在协作圈", "Units by cluster"}, language);
  table.columns = unit_columns(study, units, language);
  table.columns.push_back(number_column("co.cluster", kCluster.in(language), number));
  table.columns.push_back(
      number_column("cluster.strength", Words{"圈内共担", "shared within"}.in(language), strength));
  table.columns.push_back(number_column("cluster.core", Words{"核心", "core"}.in(language), core));
  if (const ClusterStability* stability = stability_of(study, results)) {
    std::vector<double> values;
    for (const std::uint32_t unit : units) values.push_back(stability->of_unit[unit]);
    table.columns.push_back({.id = "co.stability",
                             .label = Words{"归圈稳定度", "stability in cluster"}.in(language),
                             .values = std::move(values)});
  }
  if (consensus != nullptr) {
    std::vector<double> stability;
    number.clear();
    for (const std::uint32_t unit : units) {
      number.push_back(std::size_t{consensus->of_unit[unit]} + 1);
      stability.push_back(consensus->stability[unit]);
    }
    table.columns.push_back(
        number_column("consensus.cluster", Words{"共识圈", "consensus"}.in(language), number));
    table.columns.push_back({.id = "consensus.stability",
                             .label = Words{"同圈比例", "share together"}.in(language),
                             .values = std::move(stability)});
  }
  return table;
}

// The clusters of a task's units: "1 3".
std::string clusters_of(const Study& study, model::TaskId task) {
  const graph::BipartiteGraph& graph = study.graph();
  std::vector<std::uint32_t> numbers;
  for (const graph::Vertex unit : graph.neighbors(graph.vertex(task)))
    numbers.push_back(study.clusters().of_unit[graph.unit_number(unit)] + 1);
  std::ranges::sort(numbers);
  const auto repeated = std::ranges::unique(numbers);
  numbers.erase(repeated.begin(), repeated.end());
  std::string text;
  for (const std::uint32_t number : numbers)
    text += (text.empty() ? "" : " ") + std::to_string(number);
  return text;
}

Table bridges(const Study& study, Language language) {
  const Clusters& clusters = study.clusters();
  std::vector<model::TaskId> tasks = clusters.bridges;
  const auto cross = [&](model::TaskId task) { return clusters.cross_cluster[index(task)]; };
  std::ranges::stable_sort(tasks, std::greater<>{}, cross);
  std::vector<double> values;
  std::vector<std::string> joined;
  for (const model::TaskId task : tasks) {
    values.push_back(cross(task));
    joined.push_back(clusters_of(study, task));
  }
  Table table = titled("bridges", {"跨圈任务", "Tasks across clusters"}, language);
  table.columns = task_columns(study, tasks, language);
  table.columns.push_back(text_column("clusters", kCluster.in(language), std::move(joined)));
  table.columns.push_back({.id = "task.cross_cluster",
                           .label = Words{"跨圈程度", "across clusters"}.in(language),
                           .values = std::move(values)});
  return table;
}

Words method_words(ClusterMethod method) {
  switch (method) {
    case ClusterMethod::Barber:
      return {"二模网络，Barber 模块度，Leiden 算法", "two-mode, Barber modularity, Leiden"};
    case ClusterMethod::Brim:
      return {"二模网络，Barber 模块度，BRIM 算法", "two-mode, Barber modularity, BRIM"};
    case ClusterMethod::Lpawb:
      return {"二模网络，Barber 模块度，DIRTLPAwb+ 标签传播",
              "two-mode, Barber modularity, DIRTLPAwb+ label propagation"};
    case ClusterMethod::Sbm:
      return {"二模网络，度修正随机块模型，最短描述长度",
              "two-mode, degree-corrected block model, least description length"};
    default:
      return {"共担任务投影，模块度，Leiden 算法", "shared-task projection, modularity, Leiden"};
  }
}

// The groups of tasks of a block model, from 1. They are not the clusters of units.
Table task_groups(const Study& study, Language language) {
  const Clusters& clusters = study.clusters();
  std::vector<std::vector<model::TaskId>> groups;
  for (const model::TaskId task : study.network().task_ids()) {
    const std::uint32_t group =
        clusters.task_group.empty() ? kNoCluster : clusters.task_group[index(task)];
    if (group == kNoCluster) continue;
    groups.resize(std::max<std::size_t>(groups.size(), group + 1));
    groups[group].push_back(task);
  }
  std::vector<std::size_t> number, size;
  std::vector<std::string> members;
  for (const auto& group : groups) {
    number.push_back(number.size() + 1);
    size.push_back(group.size());
    members.push_back(joined_ids(study, group));
  }
  Table table = titled("task_groups", {"任务组", "Groups of tasks"}, language);
  table.columns = {number_column("id", Words{"任务组", "group"}.in(language), number),
                   number_column("tasks", Words{"任务数", "tasks"}.in(language), size),
                   text_column("members", Words{"任务", "tasks"}.in(language), std::move(members))};
  return table;
}

// One row: how many, how good, how found.
Table summary(const Study& study, Language language) {
  const Clusters& clusters = study.clusters();
  const Words method = method_words(clusters.method);
  Results found =
      metrics(study, {.levels = {Level::Network},
                      .select = Selection("clusters.count,clusters.modularity,clusters.agreement"),
                      .language = language,
                      .skip_named = true});
  Table table = titled("network", {"划分", "Partition"}, language);
  table.columns = std::move(found.tables.front().columns);
  const auto& bound = study.modularity_bound();
  if (bound) {
    const Words proof = bound->proven ? Words{"已证明最优", "proven optimal"}
                                      : Words{"未证明最优", "not proven optimal"};
    table.columns.push_back({.id = "clusters.modularity_bound",
                             .label = Words{"模块度上界", "upper bound"}.in(language),
                             .values = std::vector<double>{bound->upper}});
    table.columns.push_back(
        text_column("proof", Words{"最优性", "optimality"}.in(language), {proof.in(language)}));
  }
  if (clusters.description_length) {
    table.columns.push_back(
        {.id = "clusters.description_length",
         .label = Words{"描述长度（nat）", "description length (nats)"}.in(language),
         .values = std::vector<double>{*clusters.description_length}});
    const bool one = clusters.clusters.size() == 1 &&
                     std::ranges::all_of(clusters.task_group, [](std::uint32_t group) {
                       return group == 0 || group == kNoCluster;
                     });
    const Words verdict =
        one ? Words{"各成一组：除任务数与单位数外，没有结构的证据",
                    "one group each: no evidence of structure beyond how many tasks and units"}
            : Words{"分组缩短描述：有结构",
                    "the groups shorten the description: there is structure"};
    table.columns.push_back(
        text_column("verdict", Words{"结论", "verdict"}.in(language), {verdict.in(language)}));
  }
  table.columns.push_back(
      text_column("method", Words{"方法", "method"}.in(language), {method.in(language)}));
  table.columns.push_back({.id = "resolution",
                           .label = Words{"分辨率", "resolution"}.in(language),
                           .values = std::vector<double>{clusters.resolution}});
  table.columns.push_back(
      {.id = "seed",
       .label = Words{"随机种子", "seed"}.in(language),
       .values = std::vector<std::int64_t>{static_cast<std::int64_t>(clusters.seed)}});
  return table;
}

// One row: is there more modularity than in networks that keep both margins?
Table chance_table(const NullRow& row, Language language) {
  constexpr double significant = 0.05;
  const Words verdict =
      row.p > significant
          ? Words{"没有证据表明成圈超出偶然", "no evidence of clusters beyond chance"}
      : row.observed > row.expected ? Words{"成圈超出偶然", "more clustered than chance"}
                                    : Words{"成圈不及偶然", "less clustered than chance"};
  Table table = titled("chance",
                       {"与偶然比较（保持各单位任务数与各任务单位数）",
                        "Against chance (tasks of each unit, units of each task kept)"},
                       language);
  const auto add = [&](std::string id, const Words& label, double value) {
    table.columns.push_back(
        {.id = std::move(id), .label = label.in(language), .values = std::vector<double>{value}});
  };
  add("observed", {"模块度", "modularity"}, row.observed);
  add("expected", {"随机期望", "expected"}, row.expected);
  add("sd", {"标准差", "sd"}, row.sd);
  add("low", {"2.5% 分位", "2.5%"}, row.low);
  add("high", {"97.5% 分位", "97.5%"}, row.high);
  add("z", {"z", "z"}, row.z);
  add("p", {"p（双侧）", "p (two-sided)"}, row.p);
  table.columns.push_back(number_column("samples", Words{"随机网络数", "samples"}.in(language),
                                        std::vector<std::size_t>{row.samples}));
  table.columns.push_back(
      text_column("verdict", Words{"结论", "verdict"}.in(language), {verdict.in(language)}));
  return table;
}

void add_chance(const Study& study, const ClusterTableOptions& options, Language language,
                Results& results) {
  if (options.samples == 0 || !study.clusters().modularity) return;
  const std::size_t samples = options.samples.value_or(affordable_modularity_samples(study));
  if (samples == 0) {
    results.remarks.push_back(
        {.id = "chance",
         .level = Level::Network,
         .reason = "the comparison with random networks clusters " +
                   std::to_string(kLeastChanceSamples) + " networks of " +
                   std::to_string(study.graph().edge_count()) +
                   " assignments, which takes long; ask for it by --samples"});
  } else if (const auto row = modularity_by_chance(study, samples)) {
    results.tables.push_back(chance_table(*row, language));
  }
}

// One row: do the runs agree?
Table consensus_table(const ClusterConsensus& found, Language language) {
  Table table = titled("consensus", {"多次运行的共识", "Consensus of runs"}, language);
  const auto count = [&](std::string id, const Words& label, std::size_t value) {
    table.columns.push_back(
        number_column(std::move(id), label.in(language), std::vector<std::size_t>{value}));
  };
  const auto share = [&](std::string id, const Words& label, double value) {
    table.columns.push_back(
        {.id = std::move(id), .label = label.in(language), .values = std::vector<double>{value}});
  };
  count("runs", {"运行次数", "runs"}, found.runs);
  count("partitions", {"不同划分", "different partitions"}, found.partitions);
  share("most_frequent", {"最常见划分占比", "share of the most frequent"}, found.most_frequent);
  share("as_given", {"与上面划分相同的占比", "share equal to the clusters"}, found.as_given);
  share("agreement", {"与上面划分的调整兰德指数", "adjusted Rand with the clusters"},
        found.agreement);
  count("clusters", {"共识圈数", "consensus clusters"}, found.count);
  const Words settled = found.settled ? Words{"已收敛", "settled"} : Words{"未收敛", "not settled"};
  table.columns.push_back(
      text_column("settled", Words{"共识", "consensus"}.in(language), {settled.in(language)}));
  return table;
}

}  // namespace

Results cluster_tables(const Study& study, Language language, const ClusterTableOptions& options) {
  Results results;
  std::optional<ClusterConsensus> consensus;
  if (options.runs > 0)
    consensus = cluster_consensus(study.graph(), study.clusters(),
                                  {.runs = options.runs,
                                   .resolution = study.options().resolution,
                                   .seed = study.options().seed,
                                   .threads = study.options().threads});
  results.tables.push_back(groups(study, language, results));
  add_unless_empty(results.tables,
                   members(study, language, consensus ? &*consensus : nullptr, results));
  add_unless_empty(results.tables, bridges(study, language));
  add_unless_empty(results.tables, task_groups(study, language));
  results.tables.push_back(summary(study, language));
  add_chance(study, options, language, results);
  if (consensus) results.tables.push_back(consensus_table(*consensus, language));
  return results;
}

}  // namespace respnet::analysis
