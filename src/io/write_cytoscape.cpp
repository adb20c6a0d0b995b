#include "io/graph_formats.hpp"
#include "io/json_text.hpp"
#include "io/losses.hpp"
#include "io/output.hpp"

namespace respnet::io {
namespace {

void field(std::string& out, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  out.append(", \"").append(key).append("\": ");
  append_json(out, text);
}

// NetworkX asks for "value" and "name" beside "id".
void open_node(std::string& out, bool& is_first, const std::string& id, std::string_view label) {
  out += is_first ? "\n" : ",\n";
  is_first = false;
  out += R"(    {"data": {"id": ")" + id + R"(", "value": ")" + id + R"(", "name": ")" + id + '"';
  field(out, "label", label);
}

void write_task(std::string& out, const model::Network& network, model::TaskId id, bool& is_first) {
  const model::Task task = network.task(id);
  open_node(out, is_first, 't' + std::to_string(index(id) + 1),
            task.title.empty() ? task.id : task.title);
  out += R"(, "type": false, "bipartite": 0, "kind": "task")";
  field(out, "ref", task.id);
  if (task.section) field(out, "section", network.section(*task.section).id);
  field(out, "deadline", task.deadline);
  field(out, "due", task.due);
  out += "}}";
}

void write_unit(std::string& out, const model::Network& network, model::UnitId id, bool& is_first) {
  open_node(out, is_first, 'u' + std::to_string(index(id) + 1), network.unit_name(id));
  out += R"(, "type": true, "bipartite": 1, "kind": "unit")";
  field(out, "unit_kind", name(network.unit_kind(id)));
  field(out, "ref", network.unit_id(id));
  out += "}}";
}

}  // namespace

void write_cytoscape(const model::Network& network, const Sink& sink) {
  Output output(sink);
  std::string& out = output.bytes;
  out += "{\n  \"data\": {\"name\": ";
  append_json(out, network.title());
  out += "},\n  \"directed\": false,\n  \"multigraph\": false,\n";
  out += "  \"elements\": {\n   \"nodes\": [";
  bool is_first = true;
  for (const model::TaskId id : network.task_ids()) {
    write_task(out, network, id, is_first);
    output.end_row();
  }
  for (const model::UnitId id : network.unit_ids()) {
    write_unit(out, network, id, is_first);
    output.end_row();
  }
  out += "],\n   \"edges\": [";
  std::size_t edges = 0;
  for (const model::TaskId task : network.task_ids())
    for (const model::AssignmentId at : network.assignments(task)) {
      const model::Assignment row = network.assignment(at);
      out += edges++ == 0 ? "\n" : ",\n";
      out += R"(    {"data": {"id": "e)" + std::to_string(edges) + R"(", "source": "t)" +
             std::to_string(index(task) + 1) + R"(", "target": "u)" +
             std::to_string(index(row.unit) + 1) + R"(", "weight": 1, "order": )" +
             std::to_string(row.order) + R"(, "explicit": )" + (row.is_explicit ? "true" : "false");
      field(out, "role", name(row.role));
      field(out, "as_written", row.as_written);
      out += "}}";
      output.end_row();
    }
  out += "]\n  }\n}\n";
  output.flush();
}

std::vector<std::string> cytoscape_losses(const model::Network& network) {
  std::vector<std::string> losses;
  if (network.source_count() > 0) losses.emplace_back("sources are left out");
  if (network.section_count() > 0) losses.emplace_back("titles of sections are left out");
  if (has_evidence(network)) losses.emplace_back("clauses and lines are left out");
  if (has_targets(network)) losses.emplace_back("targets are left out");
  add_details_lost(network, losses);
  return losses;
}

}  // namespace respnet::io
