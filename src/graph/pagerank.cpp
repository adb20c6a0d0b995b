#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>

#include "graph/pagerank_options.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::graph {

void check(const PageRankOptions& options) {
  if (!(options.damping >= 0 && options.damping < 1))
    throw std::invalid_argument("page_rank: damping must be in [0, 1)");
  if (!(options.tolerance > 0) || options.max_iterations < 1)
    throw std::invalid_argument("page_rank: tolerance and max_iterations must be above 0");
}

namespace {

// 1 / (sum of the weights of the arcs) by vertex; 0 for a vertex without arcs.
std::vector<double> shares(const Adjacency& out) {
  std::vector<double> share(out.vertex_count(), 0);
  for (Vertex v = 0; v < share.size(); ++v) {
    const double total = out.strength(v);
    if (total > 0) share[v] = 1 / total;
  }
  return share;
}

// Adds what flows along the arcs of v, `unit` for each unit of weight.
void flow(const Adjacency& out, Vertex v, double unit, std::vector<double>& into) {
  const auto targets = out.neighbors(v);
  const auto weights = out.weights_of(v);
  if (weights.empty())
    for (const Vertex u : targets) into[u] += unit;
  else
    for (std::size_t i = 0; i < targets.size(); ++i) into[targets[i]] += unit * weights[i];
}

void scale_to_one(std::vector<double>& score) {
  const auto total = static_cast<double>(std::accumulate(score.begin(), score.end(), 0.0L));
  for (double& x : score) x /= total;
}

}  // namespace

PageRank page_rank(const Adjacency& out, const PageRankOptions& options) {
  check(options);
  const std::size_t n = out.vertex_count();
  if (n == 0) return {};
  const std::vector<double> share = shares(out);
  const double d = options.damping;
  PageRank result;
  std::vector<double>& score = result.score;
  score.assign(n, 1 / static_cast<double>(n));
  std::vector<double> next(n);
  while (result.iterations < options.max_iterations) {
    long double dangling = 0;  // long, lest the rounding of ten million terms keep us from the end
    for (Vertex v = 0; v < n; ++v)
      if (share[v] == 0) dangling += score[v];
    const double restart = d * static_cast<double>(dangling) + 1 - d;
    next.assign(n, restart / static_cast<double>(n));
    for (Vertex v = 0; v < n; ++v)
      if (share[v] != 0) flow(out, v, d * score[v] * share[v], next);
    long double change = 0;
    for (Vertex v = 0; v < n; ++v) change += std::abs(next[v] - score[v]);
    score.swap(next);
    ++result.iterations;
    if (static_cast<double>(change) * d / (1 - d) < options.tolerance) {
      scale_to_one(score);
      return result;
    }
  }
  throw LimitError("PageRank does not settle in " + std::to_string(options.max_iterations) +
                   " iterations; leave it out (--select)");
}

}  // namespace respnet::graph
