#include "io/graph_formats.hpp"
#include "io/losses.hpp"
#include "io/output.hpp"

namespace respnet::io {
namespace {

void vertex(std::string& out, std::size_t number, std::string_view label) {
  out += std::to_string(number) + " \"";
  for (const char c : label) {
    const auto byte = static_cast<unsigned char>(c);
    out += c == '"' ? '\'' : byte < 0x20 || byte == 0x7f ? ' ' : c;
  }
  out += "\"\n";
}

}  // namespace

void write_pajek(const model::Network& network, const Sink& sink) {
  Output output(sink);
  std::string& out = output.bytes;
  const std::size_t tasks = network.task_count();
  out += "*Vertices " + std::to_string(tasks + network.unit_count()) + ' ' + std::to_string(tasks) +
         '\n';
  for (const model::TaskId id : network.task_ids()) {
    vertex(out, index(id) + 1, network.task_id(id));
    output.end_row();
  }
  for (const model::UnitId id : network.unit_ids()) {
    vertex(out, tasks + index(id) + 1, network.unit_name(id));
    output.end_row();
  }
  out += "*Edges\n";
  for (const model::TaskId task : network.task_ids())
    for (const model::AssignmentId at : network.assignments(task)) {
      out += std::to_string(index(task) + 1) + ' ' +
             std::to_string(tasks + index(network.unit_of(at)) + 1) + " 1\n";
      output.end_row();
    }
  output.flush();
}

std::vector<std::string> pajek_losses(const model::Network& network) {
  std::vector<std::string> losses = losses_beyond_names(network);
  if (network.assignment_count() > 0)
    losses.emplace_back("roles, and the order of units, are left out");
  if (!network.title().empty() || network.source_count() > 0)
    losses.emplace_back("the title and sources of the network are left out");
  return losses;
}

}  // namespace respnet::io
