#include "cli/locked_cells.hpp"

#include <variant>

#include "cli/subject_names.hpp"
#include "respnet/analysis/subjects.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/cell_list.hpp"

namespace respnet::cli {
namespace {

// Tasks and units may share ids; the column says which is meant.
template <typename Id>
Id named(const model::Network& network, const std::string& name, const char* what) {
  std::vector<Id> found;
  for (const analysis::Subject& subject : analysis::subjects_named(network, name))
    if (const Id* id = std::get_if<Id>(&subject)) found.push_back(*id);
  if (found.size() == 1) return found.front();
  throw UsageError("--locked: " + std::string(found.empty() ? "no " : "more than one ") + what +
                   " is named '" + printable(name) + "'" +
                   (found.empty() ? analysis::nearest_subject(network, name) : "; give its id"));
}

}  // namespace

std::vector<graph::Cell> locked_cells(const graph::BipartiteGraph& graph,
                                      const Settings& settings) {
  std::vector<graph::Cell> cells;
  if (settings.locked.empty()) return cells;
  const model::Network& network = graph.network();
  for (const io::NamedCell& cell : io::read_cell_list(settings.locked)) {
    const auto task = named<model::TaskId>(network, cell.task, "task");
    const auto unit = named<model::UnitId>(network, cell.unit, "unit");
    const std::uint32_t number = unit_number_named(graph, std::string(network.unit_id(unit)));
    cells.emplace_back(number, graph.vertex(task));
  }
  return cells;
}

}  // namespace respnet::cli
