#include "io/losses.hpp"

#include <algorithm>

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

}  // namespace respnet::io
