#include "viz/bipartite_plan.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

#include "viz/bipartite_left.hpp"

namespace respnet::viz {
namespace {

constexpr std::size_t kMost = kBipartiteBoxes;

using graph::BipartiteGraph;
using graph::Vertex;
using Place = BipartitePlaces;

std::vector<Load> loads_in(const BipartiteGraph& graph, const std::vector<model::TaskId>& tasks) {
  std::vector<Load> result(graph.unit_count());
  for (const model::TaskId id : tasks) {
    const Vertex task = graph.vertex(id);
    const auto units = graph.neighbors(task);
    const auto parts = graph.parts(task);
    for (std::size_t i = 0; i < units.size(); ++i) {
      Load& load = result[graph.unit_number(units[i])];
      ++load.tasks;
      if (parts[i] == graph::Part::Lead) ++load.leads;
    }
  }
  return result;
}

void count_in(const BipartiteGraph& graph, const BipartiteSheet& sheet, BipartitePlan& plan) {
  plan.part = !sheet.tasks.empty();
  plan.loads = plan.part ? loads_in(graph, sheet.tasks) : loads(graph);
  plan.tasks = plan.part ? sheet.tasks.size() : graph.task_count();
  for (const Load& load : plan.loads) {
    plan.assignments += load.tasks;
    if (load.tasks > 0 || !plan.part) ++plan.units;
  }
}

// All other units in one box. In an overview it has no lines: from every section the thickest would
// run there, and all would be one dark wedge.
void add_rest(std::span<const std::uint32_t> others, const Messages& say, Place& place,
              BipartitePlan& plan) {
  const bool has_lines = plan.part || plan.tasks <= kMost;
  Load rest;
  for (const std::uint32_t unit : others) {
    if (has_lines) place[unit] = plan.right.size();
    rest.tasks += plan.loads[unit].tasks;
    rest.leads += plan.loads[unit].leads;
  }
  plan.right.push_back(
      {"rest-units", "rest", say("viz.rest_units", {{"units", others.size()}}), "", true, rest});
  plan.left_out.push_back(say(has_lines ? "viz.heaviest" : "viz.bipartite.heaviest",
                              {{"units", plan.units}, {"shown", kMost}}));
}

// Units by what they carry here; in a part of the network only those that carry something.
Place add_right(const BipartiteGraph& graph, const Messages& say, BipartitePlan& plan) {
  std::vector<std::uint32_t> units = heaviest_first(plan.loads);
  units.resize(plan.units);
  const std::size_t shown = std::min(units.size(), kMost);
  std::ranges::sort(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(shown));
  Place place(plan.loads.size(), kNowhere);
  for (const std::uint32_t unit : std::span(units).first(shown)) {
    place[unit] = plan.right.size();
    plan.right.push_back(
        {unit_key(graph, unit), unit_classes(graph, unit), std::string(unit_name(graph, unit)),
         graph.network().unit_id(graph.unit(unit)), is_group(graph, unit), plan.loads[unit]});
  }
  if (shown < units.size()) add_rest(std::span(units).subspan(shown), say, place, plan);
  return place;
}

void add_strands(const BipartiteGraph& graph, const Place& left, const Place& right,
                 BipartitePlan& plan) {
  std::vector<std::size_t> counts(plan.left.size() * plan.right.size() * 2, 0);
  const auto slot = [&](bool lead, std::size_t l, std::size_t r) {
    return ((lead ? plan.left.size() : 0) + l) * plan.right.size() + r;
  };
  for (Vertex task = 0; task < graph.task_count(); ++task) {
    if (left[task] == kNowhere) continue;
    const auto units = graph.neighbors(task);
    const auto parts = graph.parts(task);
    for (std::size_t i = 0; i < units.size(); ++i) {
      const std::size_t unit = right[graph.unit_number(units[i])];
      const bool lead = parts[i] == graph::Part::Lead;
      if (unit != kNowhere) ++counts[slot(lead, left[task], unit)];
    }
  }
  for (const bool lead : {false, true})
    for (std::size_t l = 0; l < plan.left.size(); ++l)
      for (std::size_t r = 0; r < plan.right.size(); ++r)
        if (const std::size_t count = counts[slot(lead, l, r)]; count > 0)
          plan.strands.push_back({l, r, lead, count});
  for (const Strand& strand : plan.strands)
    plan.most_together = std::max(plan.most_together, strand.count);
}

// Between boxes that stand for many, leaves out thin strands where there are too many to follow;
// keeps each unit's strongest (the first of equals).
void thin(const Messages& say, BipartitePlan& plan) {
  constexpr std::size_t kMostStrands = 240;
  if (!plan.together || plan.strands.size() <= kMostStrands) return;
  std::vector<std::size_t> strongest(plan.right.size(), 0), counts;
  for (const Strand& strand : plan.strands) {
    strongest[strand.right] = std::max(strongest[strand.right], strand.count);
    counts.push_back(strand.count);
  }
  std::ranges::sort(counts, std::ranges::greater{});
  const std::size_t least = counts[kMostStrands] + 1;
  const std::size_t before = plan.strands.size();
  std::erase_if(plan.strands, [&](const Strand& strand) {
    if (strand.count >= least) return false;
    if (strand.count != strongest[strand.right]) return true;
    strongest[strand.right] = 0;
    return false;
  });
  plan.left_out.push_back(
      say("viz.bipartite.thinned", {{"least", least}, {"left_out", before - plan.strands.size()}}));
}

}  // namespace

BipartitePlan bipartite_plan(const BipartiteGraph& graph, const BipartiteSheet& sheet,
                             const Messages& say) {
  BipartitePlan plan;
  count_in(graph, sheet, plan);
  const Place left = add_left_column(graph, sheet, say, plan);
  const Place right = add_right(graph, say, plan);
  add_strands(graph, left, right, plan);
  thin(say, plan);
  return plan;
}

}  // namespace respnet::viz
