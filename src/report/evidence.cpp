#include "report/evidence.hpp"

#include <algorithm>
#include <array>

namespace respnet::report {

using analysis::Study;
using graph::Part;
using model::AssignmentId;
using model::index;
using model::Network;
using model::Role;
using model::TaskId;
using model::UnitId;

namespace {

// The headings above a task, the top one first.
std::vector<std::string_view> headings(const Network& network, const model::Task& task) {
  std::vector<std::string_view> titles;
  for (auto at = task.section; at; at = network.section(*at).parent)
    titles.push_back(network.section(*at).title.empty() ? network.section(*at).id
                                                        : network.section(*at).title);
  std::ranges::reverse(titles);
  return titles;
}

}  // namespace

Lead lead_of(const Study& study, TaskId task, const model::Assignment& assignment) {
  if (assignment.role == Role::Lead) return Lead::Stated;
  const auto& graph = study.graph();
  const graph::Vertex vertex = graph.vertex(task);
  for (std::size_t i = 0; i < graph.neighbors(vertex).size(); ++i)
    if (graph.unit(graph.unit_number(graph.neighbors(vertex)[i])) == assignment.unit &&
        graph.parts(vertex)[i] == Part::Lead)
      return Lead::Inferred;
  return Lead::No;
}

std::vector<Mention> mentions_of(const Network& network, UnitId unit) {
  std::vector<Mention> mentions;
  for (const TaskId task : network.task_ids())
    for (const AssignmentId a : network.assignments(task))
      if (network.unit_of(a) == unit) mentions.push_back({task, network.assignment(a)});
  return mentions;
}

std::vector<Mention> mentions_of(const Network& network, TaskId task) {
  std::vector<Mention> mentions;
  for (const AssignmentId a : network.assignments(task))
    mentions.push_back({task, network.assignment(a)});
  return mentions;
}

const Words& kind_word(model::UnitKind kind) {
  static const std::array<Words, 3> words{
      {{"单位", "organ"}, {"集合单位", "group"}, {"个人", "person"}}};
  return words[static_cast<std::size_t>(kind)];
}

std::string other_units(const Network& network, TaskId task, UnitId unit, Language language) {
  std::vector<UnitId> units;
  for (const AssignmentId a : network.assignments(task))
    if (network.unit_of(a) != unit) units.push_back(network.unit_of(a));
  return joined(units, language, [&](UnitId other) { return network.unit_name(other); });
}

std::string path_of(const Network& network, model::SourceId source) {
  return index(source) < network.source_count() ? network.sources()[index(source)].path : "";
}

std::string headings_above(const Network& network, const model::Task& task) {
  std::string text;
  for (const std::string_view title : headings(network, task))
    text += (text.empty() ? "" : " / ") + std::string(title);
  return text;
}

std::string targets_text(const model::Task& task, Language language) {
  return joined(task.targets, language, [](const model::Target& target) { return target.text; });
}

}  // namespace respnet::report
