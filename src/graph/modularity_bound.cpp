#include "respnet/graph/modularity_bound.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <coin/ClpSimplex.hpp>

namespace respnet::graph {
namespace {

constexpr double kViolated = 1e-7;
constexpr double kWhole = 1e-6;

// Gains of putting pairs of vertices into one cluster, vertices with edges only, tasks first.
class Gains {
 public:
  Gains(const BipartiteGraph& graph, double resolution) {
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      if (graph.neighbors(v).empty()) continue;
      if (graph.is_task(v)) ++tasks_;
      vertices_.push_back(v);
    }
    const auto edges = static_cast<double>(graph.edge_count());
    gain_.assign(tasks_ * units(), 0);
    for (std::size_t t = 0; t < tasks_; ++t) {
      const auto row = graph.neighbors(vertices_[t]);
      for (std::size_t u = 0; u < units(); ++u) {
        const Vertex unit = vertices_[tasks_ + u];
        const double joined = std::ranges::binary_search(row, unit) ? 1 : 0;
        gain_[t * units() + u] =
            joined / edges - resolution * static_cast<double>(row.size()) / edges *
                                 static_cast<double>(graph.neighbors(unit).size()) / edges;
      }
    }
  }

  std::size_t size() const { return vertices_.size(); }
  // Of vertices i < j by place; 0 within a mode.
  double operator()(std::size_t i, std::size_t j) const {
    return i < tasks_ && j >= tasks_ ? gain_[i * units() + (j - tasks_)] : 0;
  }

 private:
  std::size_t units() const { return vertices_.size() - tasks_; }

  std::size_t tasks_ = 0;
  std::vector<Vertex> vertices_;
  std::vector<double> gain_;  // tasks × units
};

// x_a + x_b - x_c <= 1.
struct Triangle {
  double violation;
  int a, b, c;
};

// What joining every pair that gains would give.
double sum_of_gains(const BipartiteGraph& graph, double resolution) {
  const auto edges = static_cast<double>(graph.edge_count());
  double lost = 0;  // only joined pairs gain, 1/E at most
  for (Vertex task = 0; task < graph.task_count(); ++task)
    for (const Vertex unit : graph.neighbors(task))
      lost += std::min(1 / edges, resolution * static_cast<double>(graph.neighbors(task).size()) /
                                      edges * static_cast<double>(graph.neighbors(unit).size()) /
                                      edges);
  return 1 - lost;
}

// The program and the search over it.
class Search {
 public:
  Search(const Gains& gains, double plain_bound, double found, double step,
         const ModularityBoundOptions& options)
      : gains_(gains),
        n_(gains.size()),
        plain_bound_(plain_bound),
        found_(found),
        step_(step),
        options_(options) {
    const int columns = static_cast<int>(n_ * (n_ - 1) / 2);
    program_.setLogLevel(0);
    program_.loadProblem(CoinPackedMatrix(false, 0, 0), nullptr, nullptr, nullptr, nullptr,
                         nullptr);
    program_.resize(0, columns);
    program_.setOptimizationDirection(-1);
    for (std::size_t i = 0; i < n_; ++i)
      for (std::size_t j = i + 1; j < n_; ++j) {
        program_.setColumnLower(column(i, j), 0);
        program_.setColumnUpper(column(i, j), 1);
        program_.setObjectiveCoefficient(column(i, j), gains_(i, j));
      }
  }

  // No partition within the bounds of the columns has a larger modularity.
  double upper_bound() {
    ++nodes_;
    const double bound = relaxed();
    if (is_beaten(bound)) return std::max(bound, found_);
    const int branch = most_divided();
    if (branch < 0 || nodes_ >= options_.most_nodes || stopped_) return bound;
    double best = found_;
    for (const double value : {1.0, 0.0}) {
      program_.setColumnBounds(branch, value, value);
      best = std::max(best, upper_bound());
    }
    program_.setColumnBounds(branch, 0, 1);
    return std::min(bound, best);
  }

  bool is_beaten(double bound) const { return bound < found_ + step_; }
  std::size_t nodes() const { return nodes_; }

 private:
  int column(std::size_t i, std::size_t j) const {
    if (i > j) std::swap(i, j);
    return static_cast<int>(i * n_ - i * (i + 1) / 2 + (j - i - 1));
  }

  // Solves the relaxation, adding triangles until none is violated, the bound will do, or there are
  // too many. The best of the bounds on the way.
  double relaxed() {
    double bound = plain_bound_;
    for (;;) {
      program_.dual();
      if (program_.isProvenPrimalInfeasible()) return found_;  // nothing lies within the bounds
      if (!program_.isProvenOptimal()) {
        stopped_ = true;
        return bound;
      }
      bound = std::min(bound, dual_bound());
      if (is_beaten(bound)) return bound;
      const auto violated = violated_triangles();
      if (violated.empty()) return bound;
      if (static_cast<std::size_t>(program_.numberRows()) + violated.size() > options_.most_rows) {
        stopped_ = true;
        return bound;
      }
      add(violated);
    }
  }

  // By weak duality: for any prices y >= 0 of the rows, Σ y + Σ max of (gain - price) x over the
  // bounds of x is an upper bound, whatever the solver's tolerances.
  double dual_bound() const {
    const double* prices = program_.dualRowSolution();
    std::vector<double> rest(program_.objective(), program_.objective() + program_.numberColumns());
    double bound = 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const double price = std::abs(prices[row]);
      if (price == 0) continue;
      bound += price;
      rest[static_cast<std::size_t>(rows_[row].a)] -= price;
      rest[static_cast<std::size_t>(rows_[row].b)] -= price;
      rest[static_cast<std::size_t>(rows_[row].c)] += price;
    }
    const double *lower = program_.columnLower(), *upper = program_.columnUpper();
    for (std::size_t i = 0; i < rest.size(); ++i)
      bound += rest[i] > 0 ? rest[i] * upper[i] : rest[i] * lower[i];
    return bound;
  }

  std::vector<Triangle> violated_triangles() const {
    const double* x = program_.primalColumnSolution();
    std::vector<Triangle> found;
    for (std::size_t j = 0; j < n_; ++j)
      for (std::size_t i = 0; i < n_; ++i) {
        if (i == j || x[column(i, j)] < kViolated) continue;
        for (std::size_t k = i + 1; k < n_; ++k) {
          if (k == j) continue;
          if (gain_of(i, j) < 0 && gain_of(j, k) < 0) continue;
          const int a = column(i, j), b = column(j, k), c = column(i, k);
          const double violation = x[a] + x[b] - x[c] - 1;
          if (violation > kViolated) found.push_back({violation, a, b, c});
        }
      }
    std::ranges::stable_sort(found, std::greater{}, &Triangle::violation);
    const std::size_t most = std::max<std::size_t>(400, 15 * n_);
    if (found.size() > most) found.resize(most);
    return found;
  }

  double gain_of(std::size_t i, std::size_t j) const { return i < j ? gains_(i, j) : gains_(j, i); }

  void add(const std::vector<Triangle>& triangles) {
    const std::vector<double> lower(triangles.size(), -COIN_DBL_MAX), upper(triangles.size(), 1);
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> columns;
    std::vector<double> elements;
    for (const Triangle& row : triangles) {
      columns.insert(columns.end(), {row.a, row.b, row.c});
      elements.insert(elements.end(), {1, 1, -1});
      starts.push_back(static_cast<CoinBigIndex>(columns.size()));
    }
    program_.addRows(static_cast<int>(triangles.size()), lower.data(), upper.data(), starts.data(),
                     columns.data(), elements.data());
    rows_.insert(rows_.end(), triangles.begin(), triangles.end());
  }

  // The column whose value is nearest to one half; -1 if all are whole.
  int most_divided() const {
    const double* x = program_.primalColumnSolution();
    int best = -1;
    double nearest = 0.5 - kWhole;
    for (int i = 0; i < program_.numberColumns(); ++i)
      if (const double distance = std::abs(x[i] - 0.5); distance < nearest) {
        nearest = distance;
        best = i;
      }
    return best;
  }

  const Gains& gains_;
  std::size_t n_;
  double plain_bound_, found_, step_;
  const ModularityBoundOptions& options_;
  ClpSimplex program_;
  std::vector<Triangle> rows_;
  std::size_t nodes_ = 0;
  bool stopped_ = false;
};

void check(double found, const ModularityBoundOptions& options) {
  if (!(options.resolution > 0) || !std::isfinite(options.resolution))
    throw std::invalid_argument("modularity bound: resolution must be above 0");
  if (!std::isfinite(found) || found > 1)
    throw std::invalid_argument("modularity bound: a modularity is at most 1");
}

}  // namespace

ModularityBound barber_bound(const BipartiteGraph& graph, double found,
                             const ModularityBoundOptions& options) {
  check(found, options);
  if (graph.edge_count() == 0) return {.upper = 0, .proven = true};
  // Rounding costs a thousandth of a step at most.
  constexpr double rounding = 1e-9;
  const auto edges = static_cast<double>(graph.edge_count());
  const double step =
      options.resolution == 1 ? std::max(rounding, 0.999 / (edges * edges)) : rounding;
  std::size_t vertices = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v)
    if (!graph.neighbors(v).empty()) ++vertices;
  ModularityBound result;
  result.upper = sum_of_gains(graph, options.resolution);
  if (vertices <= options.most_vertices) {
    const Gains gains(graph, options.resolution);
    Search search(gains, result.upper, found, step, options);
    result.upper = search.upper_bound();
    result.relaxed = true;
    result.nodes = search.nodes();
  }
  result.proven = result.upper < found + step;
  if (result.proven) result.upper = found;
  return result;
}

}  // namespace respnet::graph
