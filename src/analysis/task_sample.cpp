#include "respnet/analysis/task_sample.hpp"

#include <string>
#include <utility>

#include "respnet/base/random.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::analysis {
namespace {

using model::AssignmentId;
using model::Network;
using model::NetworkBuilder;
using model::TaskId;
using model::UnitId;

void copy_sections(const Network& network, NetworkBuilder& builder) {
  for (const model::Source& source : network.sources()) builder.add_source(source);
  for (const model::SectionId id : network.section_ids()) {
    const model::Section section = network.section(id);
    builder.add_section({.id = std::string(section.id),
                         .title = {},
                         .parent = section.parent,
                         .source = section.source});
  }
}

void copy_units(const Network& network, NetworkBuilder& builder) {
  for (const UnitId id : network.unit_ids())
    builder.add_unit({.id = network.unit_id(id),
                      .name = std::string(network.unit_name(id)),
                      .kind = network.unit_kind(id)});
  for (const UnitId id : network.unit_ids())
    if (const auto members = network.unit(id).members; !members.empty())
      builder.set_members(id, {members.begin(), members.end()});
}

void copy_task(const Network& network, TaskId id, NetworkBuilder& builder) {
  const model::Task task = network.task(id);
  const TaskId copy = builder.add_task({.id = std::to_string(builder.task_count() + 1),
                                        .title = {},
                                        .section = task.section,
                                        .source = task.source});
  for (const AssignmentId assignment : network.assignments(id))
    builder.add_assignment(copy, network.unit_of(assignment), network.role_of(assignment));
}

}  // namespace

Network with_tasks(const Network& network, std::span<const TaskId> tasks) {
  NetworkBuilder builder("sample");
  copy_sections(network, builder);
  copy_units(network, builder);
  for (const TaskId task : tasks) copy_task(network, task, builder);
  return std::move(builder).build();
}

std::vector<TaskId> bootstrap_tasks(const Network& network, std::uint64_t seed,
                                    std::size_t sample) {
  RandomEngine engine(seed, sample);
  std::vector<TaskId> tasks(network.task_count());
  for (TaskId& task : tasks) task = static_cast<TaskId>(uniform_below(engine, tasks.size()));
  return tasks;
}

std::vector<TaskId> tasks_without(const Network& network, TaskId left_out) {
  std::vector<TaskId> tasks;
  for (const TaskId task : network.task_ids())
    if (task != left_out) tasks.push_back(task);
  return tasks;
}

}  // namespace respnet::analysis
