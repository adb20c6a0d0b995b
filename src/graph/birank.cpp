#include "respnet/graph/birank.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "respnet/base/errors.hpp"

namespace respnet::graph {
namespace {

void check(const BiRankOptions& options) {
  const auto damped = [](double x) { return x >= 0 && x < 1; };
  if (!damped(options.alpha) || !damped(options.beta))
    throw std::invalid_argument("birank: alpha and beta must be at least 0 and below 1");
  if (!(options.tolerance > 0) || options.max_iterations < 1)
    throw std::invalid_argument("birank: tolerance and max_iterations must be above 0");
}

// What each vertex passes of its rank: the weight of an edge is split into what the giver knows
// and what the taker knows.
struct Split {
  std::vector<double> given, taken;

  Split(const BipartiteGraph& graph, BiRankStep step)
      : given(graph.vertex_count(), 0), taken(graph.vertex_count(), 1) {
    for (Vertex v = 0; v < given.size(); ++v) {
      const auto degree = static_cast<double>(graph.neighbors(v).size());
      if (degree == 0) continue;
      given[v] = step == BiRankStep::CoHits ? 1 / degree : 1 / std::sqrt(degree);
      if (step == BiRankStep::BiRank) taken[v] = given[v];
    }
  }
};

}  // namespace

std::vector<double> birank(const BipartiteGraph& graph, const BiRankOptions& options) {
  check(options);
  const Split split(graph, options.step);
  const auto begin_units = static_cast<Vertex>(graph.task_count());
  const auto end = static_cast<Vertex>(graph.vertex_count());
  std::vector<double> rank(end);
  for (Vertex v = 0; v < end; ++v)
    rank[v] = 1 / static_cast<double>(v < begin_units ? graph.task_count() : graph.unit_count());

  // Takes the rank of [first, last) from the other mode; the change, summed.
  const auto renew = [&](Vertex first, Vertex last, double damping) {
    double change = 0;
    for (Vertex v = first; v < last; ++v) {
      double sum = 0;
      for (const Vertex w : graph.neighbors(v)) sum += rank[w] * split.given[w];
      const double renewed =
          damping * sum * split.taken[v] + (1 - damping) / static_cast<double>(last - first);
      change += std::abs(renewed - rank[v]);
      rank[v] = renewed;
    }
    return change;
  };

  const double both = options.alpha * options.beta;
  for (int i = 0; i < options.max_iterations; ++i) {
    const double change =
        renew(0, begin_units, options.alpha) + renew(begin_units, end, options.beta);
    if (change <= options.tolerance * (1 - both)) return rank;
  }
  throw LimitError("birank did not converge in " + std::to_string(options.max_iterations) +
                   " iterations; allow more, or a larger tolerance");
}

}  // namespace respnet::graph
