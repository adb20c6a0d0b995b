#include "respnet/analysis/null_model.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <string>

#include "respnet/graph/part_walk.hpp"
#include "respnet/graph/random_incidence.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::Incidence;
using graph::Part;
using graph::Vertex;
using model::NetworkBuilder;
using model::Role;
using model::TaskId;
using model::UnitId;

constexpr std::array<std::string_view, 6> kNames{"fill",    "task-sizes",   "unit-degrees",
                                                 "margins", "role-margins", "roles"};

Role role_of(Part part) {
  switch (part) {
    case Part::Lead:
      return Role::Lead;
    case Part::Support:
      return Role::Support;
    case Part::Informed:
      return Role::Informed;
    default:
      return Role::Oversight;
  }
}

// Tasks, units and sections of the study, without assignments.
NetworkBuilder bare(const Study& study) {
  NetworkBuilder builder("null model");
  for (std::size_t unit = 0; unit < study.graph().unit_count(); ++unit)
    builder.add_unit({.id = {}, .name = std::to_string(unit + 1)});
  const model::Network& network = study.network();
  std::map<model::SectionId, model::SectionId> sections;
  for (const TaskId task : network.task_ids()) {
    model::TaskRow row{.id = std::to_string(index(task) + 1)};
    if (const auto top = network.top_section(task)) {
      auto found = sections.find(*top);
      if (found == sections.end())
        found =
            sections
                .emplace(*top, builder.add_section(
                                   {.id = std::to_string(index(*top)), .title = {}, .parent = {}}))
                .first;
      row.section = found->second;
    }
    builder.add_task(std::move(row));
  }
  return builder;
}

Incidence task_rows(const BipartiteGraph& graph) {
  return graph::transposed(graph::unit_rows(graph));
}

// The parts of all tasks or of all units, one row behind the other, as in task_rows or unit_rows.
std::vector<Part> parts_by_row(const BipartiteGraph& graph, bool tasks) {
  std::vector<Part> all;
  const std::size_t rows = tasks ? graph.task_count() : graph.unit_count();
  for (std::size_t row = 0; row < rows; ++row) {
    const auto parts = graph.parts(tasks ? static_cast<Vertex>(row) : graph.unit_vertex(row));
    all.insert(all.end(), parts.begin(), parts.end());
  }
  return all;
}

void shuffle_within_rows(const Incidence& matrix, std::vector<Part>& parts, RandomEngine& engine) {
  for (std::size_t row = 0; row < matrix.row_count(); ++row)
    shuffle(std::span(parts).subspan(matrix.offsets[row], matrix.degree(row)), engine);
}

void assign(NetworkBuilder& builder, const Incidence& matrix, const std::vector<Part>& parts,
            bool rows_are_tasks) {
  for (std::size_t row = 0; row < matrix.row_count(); ++row)
    for (std::uint64_t i = matrix.offsets[row]; i < matrix.offsets[row + 1]; ++i) {
      const auto own = static_cast<std::uint32_t>(row);
      const std::uint32_t other = matrix.columns[i];
      builder.add_assignment(static_cast<TaskId>(rows_are_tasks ? own : other),
                             static_cast<UnitId>(rows_are_tasks ? other : own), role_of(parts[i]));
    }
}

Incidence traded(Incidence tasks, RandomEngine& engine) {
  const bool fewer_units = tasks.column_count < tasks.row_count();
  graph::Curveball curveball(fewer_units ? graph::transposed(tasks) : std::move(tasks));
  curveball.trade(curveball.default_trades(), engine);
  return fewer_units ? graph::transposed(curveball.matrix()) : curveball.matrix();
}

void walk_and_assign(NetworkBuilder& builder, const BipartiteGraph& graph,
                     std::span<const graph::Cell> locked, RandomEngine& engine) {
  constexpr std::uint64_t kRounds = 5;
  graph::PartWalk walk(graph, locked);
  walk.walk(kRounds, engine);
  for (std::uint32_t unit = 0; unit < walk.units().size(); ++unit)
    for (const auto& [task, part] : walk.units()[unit])
      builder.add_assignment(static_cast<TaskId>(task), static_cast<UnitId>(unit), role_of(part));
}

}  // namespace

std::string_view name(NullModel model) { return kNames[static_cast<std::size_t>(model)]; }

std::optional<NullModel> null_model_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<NullModel>(found - kNames.begin());
}

model::Network null_network(const Study& study, NullModel model, RandomEngine& engine,
                            std::span<const graph::Cell> locked) {
  if (!locked.empty() && model != NullModel::RoleMargins)
    throw std::invalid_argument("locked cells go with the null model 'role-margins' only, not '" +
                                std::string(name(model)) + "'");
  NetworkBuilder builder = bare(study);
  const BipartiteGraph& graph = study.graph();
  if (model == NullModel::RoleMargins) {
    walk_and_assign(builder, graph, locked, engine);
    return std::move(builder).build();
  }
  const bool by_task = model != NullModel::UnitDegrees;
  Incidence matrix = by_task ? task_rows(graph) : graph::unit_rows(graph);
  std::vector<Part> parts = parts_by_row(graph, by_task);
  switch (model) {
    case NullModel::Fill:
      matrix = graph::random_with_fill(matrix, engine);
      shuffle(std::span(parts), engine);
      break;
    case NullModel::TaskSizes:
    case NullModel::UnitDegrees:
      matrix = graph::random_with_row_sums(matrix, engine);
      break;
    case NullModel::Margins:
      matrix = traded(std::move(matrix), engine);
      break;
    default:
      break;
  }
  if (model != NullModel::Fill) shuffle_within_rows(matrix, parts, engine);
  assign(builder, matrix, parts, by_task);
  return std::move(builder).build();
}

StudyOptions null_options(const StudyOptions& options) {
  StudyOptions result = options;
  result.counting.lead = graph::LeadPolicy::Explicit;
  result.counting.groups = graph::GroupPolicy::Keep;
  result.threads = 1;
  return result;
}

}  // namespace respnet::analysis
