#include "respnet/analysis/contributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <set>
#include <stdexcept>
#include <string>

#include "respnet/analysis/exclusivity.hpp"
#include "respnet/analysis/task_sample.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/base/text.hpp"

namespace respnet::analysis {
namespace {

using graph::Part;
using graph::Vertex;
using model::AssignmentId;
using model::Network;
using model::Role;
using model::TaskId;
using model::UnitId;
using model::UnitKind;

// Place of the unit among those that count; empty for a group that was dropped or expanded.
std::optional<std::uint32_t> unit_number(const Study& study, UnitId unit) {
  const auto units = study.graph().units();
  const auto found = std::ranges::lower_bound(units, unit);
  if (found == units.end() || *found != unit) return std::nullopt;
  return static_cast<std::uint32_t>(found - units.begin());
}

// Whether the unit is a member of the group, or of a group in it. Groups may hold each other.
bool holds(const Network& network, UnitId group, UnitId unit) {
  std::set<UnitId> seen{group};
  std::vector<UnitId> groups{group};
  while (!groups.empty()) {
    const auto members = network.unit(groups.back()).members;
    groups.pop_back();
    for (const UnitId member : members) {
      if (member == unit) return true;
      if (seen.insert(member).second) groups.push_back(member);
    }
  }
  return false;
}

// The strongest role that the task prints for the unit, for itself or in an expanded group.
bool prints_as_responsible(const Study& study, TaskId task, UnitId unit) {
  const Network& network = study.network();
  const bool expand = study.options().counting.groups == graph::GroupPolicy::Expand;
  std::optional<Role> strongest;
  for (const AssignmentId a : network.assignments(task)) {
    const UnitId named = network.unit_of(a);
    if (named != unit &&
        !(expand && network.unit_kind(named) == UnitKind::Group && holds(network, named, unit)))
      continue;
    strongest = std::min(strongest.value_or(network.role_of(a)), network.role_of(a));
  }
  return strongest == Role::Responsible;
}

// One edge of the graph, and what came before it in the sum.
struct Edge {
  TaskId task;
  UnitId unit;
  Part part;
};

using Share = std::function<double(const Study&, const Edge&)>;

double if_part(Part part, const Edge& edge) { return edge.part == part ? 1 : 0; }

Share of_load(LoadKind load) {
  return [load](const Study& study, const Edge& edge) {
    return load_of(study.graph(), edge.task, edge.part, load);
  };
}

// How an edge enters a sum; null: the measure is none.
Share share_of(std::string_view measure) {
  if (measure == "load.tasks" || measure == "task.units")
    return [](const Study&, const Edge&) { return 1.0; };
  if (measure == "load.lead" || measure == "task.leads")
    return [](const Study&, const Edge& edge) { return if_part(Part::Lead, edge); };
  if (measure == "load.support" || measure == "task.support")
    return [](const Study&, const Edge& edge) { return if_part(Part::Support, edge); };
  if (measure == "load.responsible")
    return [](const Study& study, const Edge& edge) {
      return prints_as_responsible(study, edge.task, edge.unit) ? 1.0 : 0.0;
    };
  if (measure == "load.share") return of_load(LoadKind::Share);
  if (measure == "load.weighted") return of_load(LoadKind::Weighted);
  if (measure == "load.exclusivity")
    return [](const Study& study, const Edge& edge) {
      return task_exclusivity(study.graph(), edge.task);
    };
  if (measure == "load.sections")
    return [seen = std::set<model::SectionId>()](const Study& study, const Edge& edge) mutable {
      const auto section = study.network().top_section(edge.task);
      return section && seen.insert(*section).second ? 1.0 : 0.0;
    };
  return nullptr;
}

std::vector<Contribution> parts_of(const Study& study, Vertex vertex, const Share& share) {
  const auto& graph = study.graph();
  std::vector<Contribution> parts;
  for (std::size_t i = 0; i < graph.neighbors(vertex).size(); ++i) {
    const Vertex other = graph.neighbors(vertex)[i];
    const bool of_task = graph.is_task(vertex);
    const Edge edge{graph.task(of_task ? vertex : other),
                    graph.unit(graph.unit_number(of_task ? other : vertex)),
                    graph.parts(vertex)[i]};
    if (const double value = share(study, edge); value > 0)
      parts.push_back({edge.task, edge.unit, value});
  }
  return parts;
}

const Measure& measure_named(std::string_view id, Level level) {
  std::vector<std::string_view> ids;
  for (const Measure& measure : catalog()) {
    if (measure.level == level && measure.id == id) return measure;
    if (measure.level == level) ids.push_back(measure.id);
  }
  throw std::invalid_argument("no measure of a " + std::string(name(level)) + " is named '" +
                              printable(id) + "'" + did_you_mean(id, ids));
}

std::optional<double> value_at(const Column::Values& values, std::size_t row) {
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&values))
    return static_cast<double>((*whole)[row]);
  const double value = std::get<std::vector<double>>(values)[row];
  if (std::isnan(value)) return std::nullopt;
  return value;
}

// What the number of a unit would lose without each of its tasks.
std::vector<Contribution> left_out(const Study& study, const Measure& measure, std::uint32_t unit,
                                   double value) {
  const auto& graph = study.graph();
  const auto tasks = graph.neighbors(graph.unit_vertex(unit));
  if (tasks.size() > kMostLeftOut)
    throw LimitError("the number would be computed once more for each of the unit's " +
                     std::to_string(tasks.size()) + " tasks, the limit is " +
                     std::to_string(kMostLeftOut) + "; take a part of the plan");
  std::vector<Contribution> parts(tasks.size());
  StudyOptions options = study.options();
  options.threads = 1;
  parallel_blocks(tasks.size(), study.options().threads, [&](std::size_t i) {
    const TaskId task = graph.task(tasks[i]);
    const Network rest = with_tasks(study.network(), tasks_without(study.network(), task));
    const auto without = value_at(measure.column(Study(rest, options)), unit);
    parts[i] = {task, graph.unit(unit),
                value - without.value_or(std::numeric_limits<double>::quiet_NaN())};
  });
  return parts;
}

}  // namespace

Breakdown breakdown(const Study& study, const Subject& subject, std::string_view measure) {
  const auto* unit = std::get_if<UnitId>(&subject);
  Breakdown result;
  result.measure = &measure_named(measure, unit != nullptr ? Level::Unit : Level::Task);
  const Share share = share_of(measure);
  result.is_sum = share != nullptr;
  const auto row = unit != nullptr
                       ? unit_number(study, *unit)
                       : std::optional(static_cast<std::uint32_t>(std::get<TaskId>(subject)));
  if (!row) return result;
  result.value = value_at(result.measure->column(study), *row);
  const Vertex vertex = unit != nullptr ? study.graph().unit_vertex(*row) : Vertex{*row};
  if (share)
    result.parts = parts_of(study, vertex, share);
  else if (unit != nullptr && result.value)
    result.parts = left_out(study, *result.measure, *row, *result.value);
  return result;
}

}  // namespace respnet::analysis
