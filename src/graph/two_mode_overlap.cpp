#include "respnet/graph/two_mode_overlap.hpp"

#include <algorithm>
#include <limits>

#include "graph/search_limit.hpp"
#include "graph/two_mode_sides.hpp"

namespace respnet::graph {
namespace {

double three_paths(const BipartiteGraph& graph) {
  double paths = 0;
  for (Vertex task = 0; task < graph.task_count(); ++task)
    for (const Vertex unit : graph.neighbors(task))
      paths += static_cast<double>(graph.neighbors(task).size() - 1) *
               static_cast<double>(graph.neighbors(unit).size() - 1);
  return paths;
}

}  // namespace

TwoModeOverlap two_mode_overlap(const BipartiteGraph& graph, Side side) {
  check_steps(squared_degrees(graph, other(side)), "the overlap of neighbourhoods");
  const std::size_t n = size(graph, side);
  TwoModeOverlap result{std::vector<double>(n, 0), std::vector<double>(n, 0),
                        std::vector<double>(n, 0), std::vector<std::uint64_t>(n, 0)};
  SharedNeighbors row(graph);
  for (std::size_t i = 0; i < n; ++i) {
    const Vertex v = joint(graph, side, i);
    row.fill(v);
    if (row.partners().empty()) continue;
    const auto own = static_cast<double>(graph.neighbors(v).size());
    for (const Vertex w : row.partners()) {
      const auto shared = static_cast<double>(row.with(w));
      const auto theirs = static_cast<double>(graph.neighbors(w).size());
      result.dot[i] += shared / (own + theirs - shared);
      result.min[i] += shared / std::min(own, theirs);
      result.max[i] += shared / std::max(own, theirs);
      result.butterflies[i] += pairs_of(row.with(w));
    }
    for (auto* column : {&result.dot, &result.min, &result.max})
      (*column)[i] /= static_cast<double>(row.partners().size());
  }
  return result;
}

std::vector<double> redundancy(const BipartiteGraph& graph, Side side) {
  check_steps(squared_degrees(graph, side), "redundancy");
  std::vector<std::uint64_t> joined(size(graph, side), 0);  // pairs that others join too
  SharedNeighbors row(graph);
  const std::size_t first = joint(graph, side, 0);
  for (std::size_t i = 0; i < size(graph, other(side)); ++i) {
    const Vertex a = joint(graph, other(side), i);
    row.fill(a);
    for (const Vertex v : graph.neighbors(a))
      for (const Vertex b : graph.neighbors(v))
        if (a < b && row.with(b) > 1) ++joined[v - first];
  }
  std::vector<double> result(joined.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const std::uint64_t pairs = pairs_of(graph.neighbors(joint(graph, side, i)).size());
    if (pairs > 0) result[i] = static_cast<double>(joined[i]) / static_cast<double>(pairs);
  }
  return result;
}

std::uint64_t butterfly_count(const BipartiteGraph& graph) {
  const bool by_tasks = squared_degrees(graph, Side::Units) < squared_degrees(graph, Side::Tasks);
  std::uint64_t twice = 0;
  for (const std::uint64_t count :
       two_mode_overlap(graph, by_tasks ? Side::Tasks : Side::Units).butterflies)
    twice += count;
  return twice / 2;
}

std::optional<double> robins_alexander_clustering(const BipartiteGraph& graph) {
  const double paths = three_paths(graph);
  if (paths == 0) return std::nullopt;
  return 4 * static_cast<double>(butterfly_count(graph)) / paths;
}

std::optional<double> opsahl_clustering(const BipartiteGraph& graph) {
  double steps = 0;
  for (std::size_t u = 0; u < graph.unit_count(); ++u) {
    double ends = 0;
    for (const Vertex task : graph.neighbors(graph.unit_vertex(u)))
      ends += static_cast<double>(graph.neighbors(task).size());
    steps += ends * ends;
  }
  check_steps(steps, "Opsahl's clustering");

  // From one end, so that what the ends share is at hand: end, task p, middle, task q, other end.
  std::uint64_t paths = 0, closed = 0;
  SharedNeighbors row(graph);
  std::vector<Vertex> mine(graph.task_count(), UINT32_MAX);  // mine[t] == end: t is a task of it
  for (std::size_t u = 0; u < graph.unit_count(); ++u) {
    const Vertex end = graph.unit_vertex(u);
    row.fill(end);
    for (const Vertex task : graph.neighbors(end)) mine[task] = end;
    for (const Vertex middle : row.partners()) {
      const auto tasks = graph.neighbors(middle);
      for (const Vertex q : tasks) {
        const std::uint32_t q_is_mine = mine[q] == end ? 1 : 0;
        const std::uint32_t choices = row.with(middle) - q_is_mine;  // of p, a task of both
        if (choices == 0) continue;
        for (const Vertex far : graph.neighbors(q)) {
          if (far == end || far == middle) continue;
          paths += choices;
          if (row.with(far) <= q_is_mine) continue;
          if (row.with(far) >= 2 + q_is_mine) {
            closed += choices;
            continue;
          }
          // One task besides q joins the ends: it closes the path unless it is p.
          const Vertex joining = row.mixed_with(far) ^ (q_is_mine == 1 ? q : 0);
          closed += choices - (std::ranges::binary_search(tasks, joining) ? 1U : 0U);
        }
      }
    }
  }
  if (paths == 0) return std::nullopt;
  return static_cast<double>(closed) / static_cast<double>(paths);
}

}  // namespace respnet::graph
