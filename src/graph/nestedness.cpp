#include "respnet/graph/nestedness.hpp"

#include "graph/search_limit.hpp"
#include "graph/two_mode_sides.hpp"

namespace respnet::graph {
namespace {

double pair_count(std::size_t n) {
  return static_cast<double>(n) * (static_cast<double>(n) - 1) / 2;
}

// Sum over the ordered pairs (v, w) of a side that share neighbours, of what `term` makes of the
// degrees of v and w and the neighbours they share.
double sum_over_pairs(const BipartiteGraph& graph, Side side, const auto& term) {
  double sum = 0;
  SharedNeighbors row(graph);
  for (std::size_t i = 0; i < size(graph, side); ++i) {
    const Vertex v = joint(graph, side, i);
    row.fill(v);
    const auto own = static_cast<double>(graph.neighbors(v).size());
    for (const Vertex w : row.partners())
      sum += term(own, static_cast<double>(graph.neighbors(w).size()),
                  static_cast<double>(row.with(w)));
  }
  return sum;
}

double nested_sum(const BipartiteGraph& graph, Side side) {
  check_steps(squared_degrees(graph, other(side)), "nestedness");
  return sum_over_pairs(graph, side, [](double larger, double smaller, double shared) {
    return larger > smaller ? 100 * shared / smaller : 0;
  });
}

}  // namespace

Nestedness nestedness(const BipartiteGraph& graph) {
  const double tasks = nested_sum(graph, Side::Tasks), units = nested_sum(graph, Side::Units);
  const double of_tasks = pair_count(graph.task_count()), of_units = pair_count(graph.unit_count());
  Nestedness result;
  if (of_tasks > 0) result.tasks = tasks / of_tasks;
  if (of_units > 0) result.units = units / of_units;
  if (of_tasks + of_units > 0) result.all = (tasks + units) / (of_tasks + of_units);
  return result;
}

std::optional<double> c_score(const BipartiteGraph& graph, Side side) {
  if (size(graph, side) < 2) return std::nullopt;
  check_steps(squared_degrees(graph, other(side)), "the C-score");
  // (d_i - s)(d_j - s) = d_i d_j - s (d_i + d_j - s), the last 0 for pairs that share nothing.
  const auto sum = static_cast<double>(graph.edge_count());
  const double products = (sum * sum - squared_degrees(graph, side)) / 2;
  const double shared = sum_over_pairs(
      graph, side, [](double own, double theirs, double s) { return s * (own + theirs - s); });
  return (products - shared / 2) / pair_count(size(graph, side));
}

}  // namespace respnet::graph
