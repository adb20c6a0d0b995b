#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "io/csv_text.hpp"
#include "io/edge_list.hpp"
#include "io/losses.hpp"
#include "io/output.hpp"

namespace respnet::io {

void EdgeListRows::add(std::string_view task, std::string_view unit, model::Role role,
                       std::size_t order) {
  std::string& out = output_.bytes;
  append_csv(out, task);
  out += ',';
  append_csv(out, unit);
  out += ',';
  out += name(role);
  out += ',';
  out += std::to_string(order);
  out += '\n';
  output_.end_row();
}

void EdgeListRows::add_lone_task(std::string_view task) {
  append_csv(output_.bytes, task);
  output_.bytes += ",,,\n";
  output_.end_row();
}

void EdgeListRows::add_lone_unit(std::string_view unit) {
  output_.bytes += ',';
  append_csv(output_.bytes, unit);
  output_.bytes += ",,\n";
  output_.end_row();
}

void write_edge_list(const model::Network& network, const Sink& sink, const Attachments& with) {
  Output output(sink);
  if (with.csv_bom) output.bytes += "\xEF\xBB\xBF";
  EdgeListRows rows(output);
  std::vector<bool> has_task(network.unit_count(), false);
  for (const model::TaskId task : network.task_ids()) {
    std::size_t order = 0;
    for (const model::AssignmentId id : network.assignments(task)) {
      const model::UnitId unit = network.unit_of(id);
      has_task[index(unit)] = true;
      rows.add(network.task_id(task), network.unit_name(unit), network.role_of(id), ++order);
    }
    if (order == 0) rows.add_lone_task(network.task_id(task));
  }
  for (const model::UnitId unit : network.unit_ids())
    if (!has_task[index(unit)]) rows.add_lone_unit(network.unit_name(unit));
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
