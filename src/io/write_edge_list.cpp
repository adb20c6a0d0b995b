#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "io/csv_text.hpp"
#include "io/edge_list.hpp"
#include "io/losses.hpp"
#include "io/output.hpp"

namespace respnet::io {

void write_edge_list(const model::Network& network, const Sink& sink, const Attachments& with) {
  Output output(sink);
  std::string& out = output.bytes;
  if (with.csv_bom) out += "\xEF\xBB\xBF";
  std::vector<bool> has_task(network.unit_count(), false);
  out += "task,unit,role,order\n";
  for (const model::TaskId task : network.task_ids()) {
    std::size_t order = 0;
    for (const model::AssignmentId id : network.assignments(task)) {
      const model::UnitId unit = network.unit_of(id);
      has_task[index(unit)] = true;
      append_csv(out, network.task_id(task));
      out += ',';
      append_csv(out, network.unit_name(unit));
      out += ',';
      out += name(network.role_of(id));
      out += ',';
      out += std::to_string(++order);
      out += '\n';
      output.end_row();
    }
    if (order > 0) continue;
    append_csv(out, network.task_id(task));
    out += ",,,\n";
    output.end_row();
  }
  for (const model::UnitId unit : network.unit_ids()) {
    if (has_task[index(unit)]) continue;
    out += ',';
    append_csv(out, network.unit_name(unit));
    out += ",,\n";
    output.end_row();
  }
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
