#include "respnet/graph/nestedness.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <vector>

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

// Sum over the pairs of a side with d_v > d_w of the neighbours they share over d_w, by what the
// neighbours know: x joins w with as many larger vertices as it has. Counts first, by the smaller
// degree, so that the sum depends on nothing but the network.
double nested_sum(const BipartiteGraph& graph, Side side) {
  std::vector<std::uint64_t> shared;  // by d_w
  std::vector<std::size_t> degrees;   // of the neighbours of x
  for (std::size_t i = 0; i < size(graph, other(side)); ++i) {
    degrees.clear();
    for (const Vertex v : graph.neighbors(joint(graph, other(side), i)))
      degrees.push_back(graph.neighbors(v).size());
    std::ranges::sort(degrees, std::greater{});
    for (std::size_t first = 0; first < degrees.size();) {  // runs of one degree
      std::size_t last = first;
      while (last < degrees.size() && degrees[last] == degrees[first]) ++last;
      if (degrees[first] >= shared.size()) shared.resize(degrees[first] + 1, 0);
      shared[degrees[first]] += first * (last - first);
      first = last;
    }
  }
  double sum = 0;
  for (std::size_t degree = 1; degree < shared.size(); ++degree)
    sum += 100 * static_cast<double>(shared[degree]) / static_cast<double>(degree);
  return sum;
}

// Σ over the pairs of a side of s (d_i + d_j - s): what sharing s neighbours takes from the
// C-score.
double shared_sum(const BipartiteGraph& graph, Side side, std::uint64_t butterflies) {
  std::uint64_t sum = 0;  // Σ s (d_i + d_j), which each neighbour knows of its own
  for (std::size_t i = 0; i < size(graph, other(side)); ++i) {
    const auto neighbors = graph.neighbors(joint(graph, other(side), i));
    if (neighbors.size() < 2) continue;
    for (const Vertex v : neighbors) sum += graph.neighbors(v).size() * (neighbors.size() - 1);
    sum -= pairs_of(neighbors.size());  // Σ s² is Σ s and twice the pairs of shared neighbours
  }
  return static_cast<double>(sum - 2 * butterflies);
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
  return c_score(graph, side, butterfly_count(graph));
}

std::optional<double> c_score(const BipartiteGraph& graph, Side side, std::uint64_t butterflies) {
  if (size(graph, side) < 2) return std::nullopt;
  // (d_i - s)(d_j - s) = d_i d_j - s (d_i + d_j - s), the last 0 for pairs that share nothing.
  const auto sum = static_cast<double>(graph.edge_count());
  const double products = (sum * sum - squared_degrees(graph, side)) / 2;
  return (products - shared_sum(graph, side, butterflies)) / pair_count(size(graph, side));
}

std::optional<double> normalized_c_score(const BipartiteGraph& graph, Side side,
                                         const WorkOptions& options) {
  if (size(graph, side) < 2) return std::nullopt;
  check_steps(squared_degrees(graph, other(side)), "the C-score", options.most_steps);
  const auto n = static_cast<double>(size(graph, other(side)));
  const auto most = [n](double a, double b) { return a + b <= n ? a * b : (n - a) * (n - b); };
  const auto part = [&](double a, double b, double shared) {
    return most(a, b) == 0 ? 0 : (a - shared) * (b - shared) / most(a, b);
  };
  // As if no pair shared anything, by degrees; then what sharing changes, pair by pair.
  std::map<double, double> with_degree;
  for (std::size_t i = 0; i < size(graph, side); ++i)
    with_degree[static_cast<double>(graph.neighbors(joint(graph, side, i)).size())] += 1;
  double sum = 0;
  for (const auto& [a, of_a] : with_degree)
    for (const auto& [b, of_b] : with_degree)
      sum += (a == b ? of_a * (of_a - 1) : of_a * of_b) * part(a, b, 0);
  sum += sum_over_pairs(graph, side, [&](double own, double theirs, double shared) {
    return part(own, theirs, shared) - part(own, theirs, 0);
  });
  return sum / 2 / pair_count(size(graph, side));
}

}  // namespace respnet::graph
