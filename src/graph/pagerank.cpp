#include "respnet/graph/pagerank.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>

#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

void check(const PageRankOptions& options) {
  if (!(options.damping >= 0 && options.damping < 1))
    throw std::invalid_argument("page_rank: damping must be in [0, 1)");
  if (!(options.tolerance > 0) || options.max_iterations < 1)
    throw std::invalid_argument("page_rank: tolerance and max_iterations must be above 0");
}

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

[[noreturn]] void give_up(const PageRankOptions& options) {
  throw LimitError("PageRank does not settle in " + std::to_string(options.max_iterations) +
                   " iterations; leave it out (--select)");
}

// With y the scores times a constant, k_u and k_t the numbers of tasks and units:
//   y_t = 1 + d Σ_{u in t} y_u / k_u          y_u = 1 + d Σ_{t of u} y_t / k_t
// The first put into the second leaves units only, y = right + d² S y, where S maps y to
// Σ_{t of u} 1/k_t Σ_{v in t} y_v / k_v and is symmetric in the inner product Σ a_u b_u / k_u.
// Units without tasks have y = 1 and stay out of it, as zeros.
class UnitSystem {
 public:
  UnitSystem(const BipartiteGraph& graph, const PageRankOptions& options)
      : graph_(graph),
        d_(options.damping),
        threads_(options.threads),
        blocks_(std::clamp<std::size_t>(graph.edge_count() >> 18U, 1, 16)),
        share_(graph.unit_count(), 0),
        partial_(blocks_) {
    for (std::size_t u = 0; u < share_.size(); ++u) {
      const auto tasks = graph.neighbors(graph.unit_vertex(u));
      if (!tasks.empty()) share_[u] = 1 / static_cast<double>(tasks.size());
    }
  }

  // Into each unit, from the tasks: 1/k_t times what `of_task` makes of the task's units.
  void gather(std::vector<double>& into, const auto& of_task) {
    const Vertex tasks = static_cast<Vertex>(graph_.task_count());
    parallel_blocks(blocks_, threads_, [&](std::size_t block) {
      std::vector<double>& sums = partial_[block];
      sums.assign(share_.size(), 0);
      const auto end = static_cast<Vertex>(tasks * std::uint64_t{block + 1} / blocks_);
      for (auto t = static_cast<Vertex>(tasks * std::uint64_t{block} / blocks_); t < end; ++t) {
        const auto units = graph_.neighbors(t);
        if (units.empty()) continue;
        const double each = of_task(units) / static_cast<double>(units.size());
        for (const Vertex u : units) sums[u - tasks] += each;
      }
    });
    into.assign(share_.size(), 0);
    for (const std::vector<double>& sums : partial_)
      for (std::size_t u = 0; u < into.size(); ++u) into[u] += sums[u];
  }

  std::vector<double> right() {
    std::vector<double> result;
    gather(result, [](const auto&) { return 1.0; });
    for (std::size_t u = 0; u < result.size(); ++u)
      result[u] = share_[u] == 0 ? 0 : 1 + d_ * result[u];
    return result;
  }

  // y - d² S y
  void apply(const std::vector<double>& y, std::vector<double>& into) {
    spread_.resize(y.size());
    for (std::size_t u = 0; u < y.size(); ++u) spread_[u] = y[u] * share_[u];
    gather(into, [this, tasks = static_cast<Vertex>(graph_.task_count())](const auto& units) {
      double sum = 0;
      for (const Vertex u : units) sum += spread_[u - tasks];
      return sum;
    });
    for (std::size_t u = 0; u < y.size(); ++u) into[u] = y[u] - d_ * d_ * into[u];
  }

  double inner(const std::vector<double>& a, const std::vector<double>& b) const {
    double sum = 0;
    for (std::size_t u = 0; u < a.size(); ++u) sum += a[u] * b[u] * share_[u];
    return sum;
  }

  // y of every vertex, from that of the units.
  std::vector<double> everywhere(const std::vector<double>& y) const {
    std::vector<double> all(graph_.vertex_count(), 1);
    for (Vertex t = 0; t < graph_.task_count(); ++t)
      for (const Vertex u : graph_.neighbors(t)) {
        const std::uint32_t unit = graph_.unit_number(u);
        all[t] += d_ * y[unit] * share_[unit];
      }
    for (std::size_t u = 0; u < y.size(); ++u)
      if (share_[u] != 0) all[graph_.unit_vertex(u)] = y[u];
    return all;
  }

 private:
  const BipartiteGraph& graph_;
  double d_;
  unsigned threads_;
  std::size_t blocks_;
  std::vector<double> share_;                 // 1/k_u; 0 without tasks
  std::vector<double> spread_;                // y_u / k_u
  std::vector<std::vector<double>> partial_;  // sums by unit, of each block
};

double absolute_sum(const std::vector<double>& values) {
  double sum = 0;
  for (const double x : values) sum += std::abs(x);
  return sum;
}

// The y of units whose residual adds up to `goal` at most.
std::vector<double> solved(UnitSystem& system, double goal, const PageRankOptions& options,
                           int& iterations) {
  const std::vector<double> right = system.right();
  std::vector<double> y = right, residual, direction, image;
  while (true) {
    system.apply(y, image);
    residual = right;
    for (std::size_t u = 0; u < y.size(); ++u) residual[u] -= image[u];
    if (absolute_sum(residual) <= goal) return y;
    direction = residual;
    double square = system.inner(residual, residual);
    // The residual is updated here and drifts from the true one: half the goal leaves it room.
    while (absolute_sum(residual) > goal / 2) {
      if (++iterations > options.max_iterations) give_up(options);
      system.apply(direction, image);
      const double step = square / system.inner(direction, image);
      for (std::size_t u = 0; u < y.size(); ++u) {
        y[u] += step * direction[u];
        residual[u] -= step * image[u];
      }
      const double before = square;
      square = system.inner(residual, residual);
      for (std::size_t u = 0; u < y.size(); ++u)
        direction[u] = residual[u] + square / before * direction[u];
    }
    if (++iterations > options.max_iterations) give_up(options);
  }
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
  give_up(options);
}

// A residual ρ of y leaves an error of |ρ| / (1-d) at most, as columns of P sum to 1. The y of the
// m vertices with edges sum to m / (1-d), and bringing the sum of all to 1 may double the error: 2
// |ρ| / m in the scores.
PageRank page_rank(const BipartiteGraph& graph, const PageRankOptions& options) {
  check(options);
  if (graph.vertex_count() == 0) return {};
  PageRank result;
  std::size_t joined = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) joined += graph.neighbors(v).empty() ? 0U : 1U;
  const double goal = options.tolerance * static_cast<double>(joined) / 2;
  UnitSystem system(graph, options);
  result.score = system.everywhere(solved(system, goal, options, result.iterations));
  scale_to_one(result.score);
  return result;
}

}  // namespace respnet::graph
