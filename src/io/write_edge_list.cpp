#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "io/csv_text.hpp"
#include "io/edge_list.hpp"
#include "io/json_text.hpp"
#include "io/losses.hpp"
#include "io/output.hpp"

namespace respnet::io {

void append_edge(std::string& out, std::string_view task, std::string_view unit, model::Role role,
                 std::size_t order) {
  append_csv(out, task);
  out += ',';
  append_csv(out, unit);
  out += ',';
  out += name(role);
  out += ',';
  append_number(out, order);
  out += '\n';
}

void append_lone_task(std::string& out, std::string_view task) {
  append_csv(out, task);
  out += ",,,\n";
}

void append_lone_unit(std::string& out, std::string_view unit) {
  out += ',';
  append_csv(out, unit);
  out += ",,\n";
}

void write_edge_list(const model::Network& network, const Sink& sink, const Attachments& with) {
  Output output(sink, with.threads);
  if (with.csv_bom) output.bytes += "\xEF\xBB\xBF";
  output.bytes += kEdgeListHeader;
  output.each_row(network.task_count(), [&](std::string& out, std::size_t row) {
    const auto task = static_cast<model::TaskId>(row);
    std::size_t order = 0;
    for (const model::AssignmentId id : network.assignments(task))
      append_edge(out, network.task_id(task), network.unit_name(network.unit_of(id)),
                  network.role_of(id), ++order);
    if (order == 0) append_lone_task(out, network.task_id(task));
  });
  std::vector<bool> has_task(network.unit_count(), false);
  for (const model::UnitId unit : network.assignment_units()) has_task[index(unit)] = true;
  output.each_row(network.unit_count(), [&](std::string& out, std::size_t row) {
    if (!has_task[row]) append_lone_unit(out, network.unit_name(static_cast<model::UnitId>(row)));
  });
  output.flush();
}

std::vector<std::string> edge_list_losses(const model::Network& network) {
  std::vector<std::string> losses = losses_beyond_names(network);
  std::unordered_set<std::string_view> names;
  for (const model::UnitId unit : network.unit_ids()) names.insert(network.unit_name(unit));
  const std::size_t merged = network.unit_count() - names.size();
  if (merged > 0)
    losses.push_back(std::to_string(merged) +
                     " units share their name with another one and become one with it");
  return losses;
}

}  // namespace respnet::io
