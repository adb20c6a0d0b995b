#include "io/losses.hpp"

#include <algorithm>

#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

bool any_task(const model::Network& network, auto&& holds) {
  return std::ranges::any_of(network.task_ids(),
                             [&](model::TaskId id) { return holds(network.task(id)); });
}

}  // namespace

bool has_titles(const model::Network& network) {
  return network.section_count() > 0 ||
         any_task(network, [](const model::Task& task) { return !task.title.empty(); });
}

bool has_evidence(const model::Network& network) {
  return any_task(network, [](const model::Task& task) {
    return task.lines.first != 0 || !task.clauses.empty();
  });
}

bool has_promises(const model::Network& network) {
  return any_task(network, [](const model::Task& task) {
    return !task.deadline.empty() || !task.due.empty() || !task.targets.empty();
  });
}

bool has_targets(const model::Network& network) {
  return any_task(network, [](const model::Task& task) { return !task.targets.empty(); });
}

bool has_kinds(const model::Network& network) {
  return std::ranges::any_of(network.unit_ids(), [&](model::UnitId id) {
    return network.unit_kind(id) != model::UnitKind::Organ;
  });
}

bool has_unit_details(const model::Network& network) {
  return std::ranges::any_of(network.unit_ids(), [&](model::UnitId id) {
    const model::Unit unit = network.unit(id);
    return !unit.aliases.empty() || !unit.offices.empty() || !unit.members.empty();
  });
}

std::vector<std::string> losses_beyond_names(const model::Network& network) {
  std::vector<std::string> losses;
  if (has_titles(network)) losses.emplace_back("titles of tasks, and the sections, are left out");
  if (has_evidence(network)) losses.emplace_back("clauses, lines and printed names are left out");
  if (has_promises(network)) losses.emplace_back("deadlines and targets are left out");
  if (has_kinds(network)) losses.emplace_back("kinds of units are left out");
  add_details_lost(network, losses);
  return losses;
}

void add_details_lost(const model::Network& network, std::vector<std::string>& losses) {
  if (has_unit_details(network))
    losses.emplace_back("aliases, offices and members of units are left out");
  if (!network.notes().empty()) losses.emplace_back("notes are left out");
}

void add_graph_losses(const model::Network& network, std::vector<std::string>& losses) {
  if (network.section_count() > 0) losses.emplace_back("titles of sections are left out");
  if (has_evidence(network)) losses.emplace_back("spans of clauses and names are left out");
  if (has_targets(network)) losses.emplace_back("targets are left out");
  add_details_lost(network, losses);
}

std::vector<std::string> xml_losses(const model::Network& network) {
  std::size_t replaced = 0;
  std::string ignored;
  const auto count = [&](std::string_view text) {
    ignored.clear();
    replaced += append_xml(ignored, text);
  };
  count(network.title());
  for (const model::TaskId id : network.task_ids()) {
    const model::Task task = network.task(id);
    for (const std::string_view text : {task.id, task.title, task.deadline}) count(text);
    for (const model::Clause& clause : task.clauses) count(clause.text);
  }
  for (const model::UnitId id : network.unit_ids()) count(network.unit_name(id));
  if (replaced == 0) return {};
  return {std::to_string(replaced) +
          " control characters that XML does not allow are replaced by U+FFFD"};
}

}  // namespace respnet::io
