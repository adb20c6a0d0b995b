#include "respnet/report/findings.hpp"

#include <algorithm>
#include <numeric>

#include "report/phrases.hpp"
#include "respnet/analysis/lead_units.hpp"
#include "respnet/analysis/outliers.hpp"
#include "respnet/base/text.hpp"

namespace respnet::report {
namespace {

using analysis::Study;

std::string counted(std::size_t n, std::string_view what) {
  return std::to_string(n) + " " + std::string(what);
}

// The units with the largest value above 0, by unit number.
template <typename Values>
std::vector<std::uint32_t> largest(const Values& values) {
  std::vector<std::uint32_t> units;
  if (values.empty()) return units;
  const auto most = *std::ranges::max_element(values);
  for (std::uint32_t u = 0; most > 0 && u < values.size(); ++u)
    if (values[u] == most) units.push_back(u);
  return units;
}

std::vector<std::string> names(const Study& study, const std::vector<std::uint32_t>& units) {
  std::vector<std::string> result;
  for (const std::uint32_t unit : units) result.push_back(unit_name(study.graph(), unit));
  return result;
}

std::vector<Reference> to_units(const Study& study, const std::vector<std::uint32_t>& units) {
  std::vector<Reference> references;
  for (std::size_t i = 0; i < std::min<std::size_t>(5, units.size()); ++i)
    references.push_back(
        {unit_anchor(study.graph(), units[i]), unit_name(study.graph(), units[i])});
  return references;
}

std::vector<std::string> ids(const Study& study, const std::vector<model::TaskId>& tasks) {
  std::vector<std::string> result;
  for (const model::TaskId task : tasks) result.emplace_back(study.network().task_id(task));
  return result;
}

std::vector<Reference> to_tasks(const Study& study, const std::vector<model::TaskId>& tasks) {
  std::vector<Reference> references;
  for (std::size_t i = 0; i < std::min<std::size_t>(5, tasks.size()); ++i)
    references.push_back({task_anchor(tasks[i]), std::string(study.network().task_id(tasks[i]))});
  return references;
}

bool is_group(const Study& study, std::uint32_t unit) {
  return study.network().unit_kind(study.graph().unit(unit)) == model::UnitKind::Group;
}

Finding scale(const Study& study) {
  const auto& graph = study.graph();
  const double mean = graph.task_count() == 0 ? 0
                                              : static_cast<double>(graph.edge_count()) /
                                                    static_cast<double>(graph.task_count());
  return {
      counted(graph.task_count(), "项任务由 ") + counted(graph.unit_count(), "个单位承担，共 ") +
          counted(graph.edge_count(), "条责任关系，平均每项任务 ") + fixed(mean, 1) + " 个单位。",
      {{"bipartite", "任务与单位对应图"}}};
}

Finding heaviest(const Study& study) {
  const auto& graph = study.graph();
  const auto& loads = study.loads();
  const auto top = largest(loads.tasks);
  const std::uint32_t tasks = loads.tasks[top.front()];
  const auto share = percent(static_cast<double>(tasks) / static_cast<double>(graph.task_count()));
  std::string text;
  if (top.size() == 1) {
    text = before(unit_name(graph, top.front())) + "承担任务最多：" +
           counted(tasks, "项（占全部任务的 ") + share + "），其中" + lead_label(study) + " " +
           counted(loads.lead[top.front()], "项。");
  } else {
    text = before(list(names(study, top), "个单位")) + "承担任务最多，各 " +
           counted(tasks, "项（占全部任务的 ") + share + "）。";
  }
  auto references = to_units(study, top);
  references.push_back({"workload", "任务量图"});
  return {text, references};
}

std::vector<Finding> leading(const Study& study) {
  const auto& graph = study.graph();
  const auto& loads = study.loads();
  const auto top = largest(loads.lead);
  if (top.empty()) return {};
  const std::string word = lead_label(study);
  const std::size_t led = std::accumulate(loads.lead.begin(), loads.lead.end(), std::size_t{0});
  const auto leaders = static_cast<std::size_t>(
      std::ranges::count_if(loads.lead, [](std::uint32_t lead) { return lead > 0; }));
  std::string text = counted(leaders, "个单位有") + word + "任务；";
  text += top.size() == 1 ? before(unit_name(graph, top.front())) + "最多，" + word + " " +
                                counted(loads.lead[top.front()], "项，占全部") + word + "的 " +
                                percent(loads.lead[top.front()] / static_cast<double>(led)) + "。"
                          : before(list(names(study, top), "个单位")) + "最多，各 " +
                                counted(loads.lead[top.front()], "项。");
  auto references = to_units(study, top);
  references.push_back({"leads", word + "单位"});
  return {{text, references}};
}

Finding unevenness(const Study& study) {
  const auto& c = study.concentration_of(analysis::LoadKind::Tasks);
  // Of five units or fewer the five busiest are all of them.
  const std::string top = study.graph().unit_count() > 5
                              ? "任务最多的 5 个单位合计占责任关系的 " + percent(*c.cr5) + "，"
                              : "";
  return {"任务量的基尼系数为 " + fixed(*c.gini, 2) + "（0 为完全平均）；" + top +
              "要使各单位相等，须移动 " + percent(*c.hoover) + "；集中程度相当于只有 " +
              fixed(*c.effective_units, 1) + " 个单位平均分担。",
          {{"concentration", "集中度"}}};
}

std::vector<Finding> overloaded(const Study& study) {
  const auto& graph = study.graph();
  const auto& tasks = study.loads().tasks;
  const std::vector<double> load(tasks.begin(), tasks.end());
  const auto found = analysis::outliers(load);
  if (found.units.empty()) return {};
  std::vector<std::uint32_t> sorted = found.units;
  std::ranges::stable_sort(sorted, std::greater{}, [&](std::uint32_t u) { return tasks[u]; });
  std::vector<std::string> shown;
  for (const std::uint32_t unit : sorted)
    shown.push_back(unit_name(graph, unit) + "（" + (is_group(study, unit) ? "集合单位，" : "") +
                    std::to_string(tasks[unit]) + "）");
  return {{"负荷明显高于其他单位（超过 " + fixed(found.fence, 1) + " 项，按修正 z 分数）：" +
               list(shown, "个单位") + "。",
           to_units(study, sorted)}};
}

std::vector<Finding> together(const Study& study) {
  const auto& graph = study.graph();
  const auto& pairs = study.pairs();
  std::vector<Finding> result;
  const auto pair = std::ranges::find_if(pairs, [&](const analysis::UnitPair& p) {
    return !is_group(study, p.a) && !is_group(study, p.b);
  });
  if (pair != pairs.end() && pair->shared > 1)
    result.push_back({"共同任务最多的是" + between(unit_name(graph, pair->a)) + "与" +
                          behind(unit_name(graph, pair->b)) + "：" + counted(pair->shared, "项。"),
                      {{"coresponsibility", "协作图"}, {"pairs", "共同任务最多的单位"}}});
  const auto& clusters = study.clusters();
  if (clusters.modularity && clusters.clusters.size() > 1)
    result.push_back({"单位分成 " + counted(clusters.clusters.size(), "个协作圈（模块度 ") +
                          fixed(*clusters.modularity, 2) + "）；最大的一个有 " +
                          counted(clusters.clusters.front().units.size(), "个单位，") +
                          counted(clusters.bridges.size(), "项任务跨越不同协作圈。"),
                      {{"clusters", "协作圈"}, {"bridges", "跨圈任务"}}});
  return result;
}

std::vector<Finding> fragile(const Study& study) {
  const auto& graph = study.graph();
  const std::string word = lead_label(study);
  std::vector<Finding> result;
  const auto sole = analysis::sole_lead_tasks(graph);
  std::vector<std::size_t> lost;
  for (const auto& tasks : sole) lost.push_back(tasks.size());
  const auto top = largest(lost);
  if (!top.empty() && lost[top.front()] > 1)
    result.push_back({"若缺少" + between(list(names(study, top), "个单位")) + "，将有 " +
                          counted(lost[top.front()], "项任务失去唯一的") + word + "单位。",
                      to_units(study, top)});
  const auto articulation = analysis::articulation_units(graph);
  if (!articulation.empty())
    result.push_back({"缺少其中任何一个，都会有任务或单位与网络断开：" +
                          list(names(study, articulation), "个单位") + "。",
                      to_units(study, articulation)});
  const auto single = analysis::single_unit_tasks(graph);
  if (!single.empty())
    result.push_back({counted(single.size(), "项任务只有一个责任单位：") +
                          list(ids(study, single), "项", 8) + "。",
                      to_tasks(study, single)});
  const auto& leadless = graph.tasks_without_lead();
  if (!leadless.empty())
    result.push_back({counted(leadless.size(), "项任务没有") + word + "单位：" +
                          list(ids(study, leadless), "项", 8) + "。",
                      to_tasks(study, leadless)});
  return result;
}

std::vector<Finding> groups(const Study& study) {
  const auto& graph = study.graph();
  std::vector<std::uint32_t> units;
  for (std::uint32_t u = 0; u < graph.unit_count(); ++u)
    if (is_group(study, u)) units.push_back(u);
  if (units.empty()) return {};
  return {{"有 " + counted(units.size(), "个集合单位（") + list(names(study, units), "个", 3) +
               "），各按一个单位计，实际承担者不止一家。",
           to_units(study, units)}};
}

std::vector<Finding> doubts(const Study& study) {
  const std::size_t notes = study.network().notes().size();
  if (notes == 0) return {};
  return {{"读取原文时有 " + counted(notes, "处不确定，已逐条列出，请人工核对。"),
           {{"notes", "读取说明"}}}};
}

}  // namespace

std::vector<Finding> findings(const Study& study) {
  std::vector<Finding> result{scale(study)};
  if (study.graph().edge_count() > 0) {
    result.push_back(heaviest(study));
    for (auto part : {leading, overloaded})
      std::ranges::move(part(study), std::back_inserter(result));
    result.push_back(unevenness(study));
    for (auto part : {together, fragile, groups})
      std::ranges::move(part(study), std::back_inserter(result));
  }
  std::ranges::move(doubts(study), std::back_inserter(result));
  return result;
}

}  // namespace respnet::report
