#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "graph/pagerank_options.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/graph/pagerank.hpp"

namespace respnet::graph {
namespace {

using Values = std::vector<double>;

/// The vertices of one mode in at most 17 blocks of about as many arcs each, whatever the number of
/// threads.
std::vector<Vertex> blocks_of(const Adjacency& graph, Vertex first, Vertex last) {
  const std::uint64_t arcs =
      std::max<std::uint64_t>(1 << 16, (graph.offsets[last] - graph.offsets[first]) / 16);
  std::vector<Vertex> bounds{first};
  for (Vertex v = first; v < last; ++v)
    if (graph.offsets[v + 1] - graph.offsets[bounds.back()] >= arcs) bounds.push_back(v + 1);
  if (bounds.back() != last || bounds.size() == 1) bounds.push_back(last);
  return bounds;
}

/// The rows of some vertices, those of one length together. Few units a task, now more, now fewer,
/// are loops whose end a processor cannot guess: in order of their length it can.
class RowsByLength {
 public:
  RowsByLength() = default;
  /// @param base  is taken off the neighbours
  RowsByLength(const Adjacency& graph, Vertex first, Vertex last, Vertex base) {
    std::vector<std::uint32_t> rows;  // by length
    for (Vertex v = first; v < last; ++v) {
      const std::size_t length = graph.degree(v);
      if (length >= rows.size()) rows.resize(length + 1, 0);
      ++rows[length];
    }
    std::vector<std::size_t> next(rows.size(), 0);
    std::size_t places = 0;
    for (std::size_t length = 1; length < rows.size(); ++length) {
      if (rows[length] > 0) runs_.push_back({length, rows[length]});
      next[length] = places;
      places += length * rows[length];
    }
    neighbors_.resize(places);
    for (Vertex v = first; v < last; ++v)
      for (const Vertex w : graph.neighbors(v)) neighbors_[next[graph.degree(v)]++] = w - base;
  }

  /// Adds to each neighbour of each row the mean of what all neighbours of the row give.
  void pass(const double* given, double* passed) const {
    // Of the usual lengths there is a loop each, which the compiler unrolls.
    constexpr std::array passes{pass_run<0>, pass_run<1>, pass_run<2>, pass_run<3>, pass_run<4>,
                                pass_run<5>, pass_run<6>, pass_run<7>, pass_run<8>};
    const Vertex* row = neighbors_.data();
    for (const Run& run : runs_)
      row = passes[run.length < passes.size() ? run.length : 0](row, run, given, passed);
  }

 private:
  struct Run {
    std::size_t length = 0, rows = 0;
  };

  template <std::size_t kLength>  // 0: the run's
  static const Vertex* pass_run(const Vertex* row, const Run& run, const double* given,
                                double* passed) {
    const std::size_t length = kLength == 0 ? run.length : kLength;
    const auto all = static_cast<double>(length);
    for (std::size_t left = run.rows; left > 0; --left, row += length) {
      double sum = 0;
      for (std::size_t i = 0; i < length; ++i) sum += given[row[i]];
      sum /= all;
      for (std::size_t i = 0; i < length; ++i) passed[row[i]] += sum;
    }
    return row;
  }

  std::vector<Vertex> neighbors_;
  std::vector<Run> runs_;
};

/// PageRank of an undirected two-mode graph: x = d A D⁻¹ x + r, where A is the adjacency, D the
/// degrees (weighted: strengths) and r what each vertex gets by restarts.
///
/// With x = √D z it is symmetric, (I - d S) z = r/√D, and S leads from one mode to the other: z of
/// the larger mode is eliminated. What is left, (I - d² CᵀC) z = r (1/√D + d Cᵀ 1/√D), is
/// positive definite with eigenvalues in [1 - d², 1], whatever the graph.
template <bool kWeighted>
class TwoModeSystem {
 public:
  TwoModeSystem(const Adjacency& graph, std::size_t left, const PageRankOptions& options)
      : graph_(graph),
        damping_(options.damping),
        threads_(options.threads),
        root_(graph.vertex_count(), 0),
        given_(graph.vertex_count(), 0) {
    const auto split = static_cast<Vertex>(left);
    const auto all = static_cast<Vertex>(graph.vertex_count());
    const bool keeps_right = all - split <= split;
    kept_ = blocks_of(graph_, keeps_right ? split : 0, keeps_right ? all : split);
    other_ = blocks_of(graph_, keeps_right ? 0 : split, keeps_right ? split : all);
    std::size_t isolates = 0;
    for (Vertex v = 0; v < all; ++v) {
      root_[v] = std::sqrt(kWeighted ? graph_.strength(v) : static_cast<double>(graph_.degree(v)));
      if (graph_.degree(v) == 0) ++isolates;
    }
    // Isolates lead everywhere: r n = d (isolates r) + 1 - d.
    restart_ =
        (1 - damping_) / (static_cast<double>(all) - damping_ * static_cast<double>(isolates));
  }

  Vertex first() const { return kept_.front(); }
  std::size_t size() const { return kept_.back() - kept_.front(); }
  double restart() const { return restart_; }

  Values right_side() {
    Values side(size());
    sum_over(other_, [&](Vertex v, double) {
      const double degree = root_[v] * root_[v];
      given_[v] = degree == 0 ? 0 : restart_ / degree;
    });
    sum_over(kept_, [&](Vertex v, double sum) {
      if (root_[v] != 0) side[v - first()] = (restart_ + damping_ * sum) / root_[v];
    });
    return side;
  }

  /// (I - d² CᵀC) p.
  void apply(const Values& p, Values& into) {
    give(p);
    pass_back();
    std::ranges::fill(into, 0);
    for (const Values& passed : passed_)
      for (std::size_t i = 0; i < into.size(); ++i) into[i] += passed[i];
    for (std::size_t i = 0; i < p.size(); ++i) {
      const double root = root_[first() + i];
      into[i] = p[i] - (root == 0 ? 0 : damping_ * damping_ * into[i] / root);
    }
  }

  /// Scores of all vertices, from z of the mode that was kept.
  Values scores(const Values& z) {
    give(z);
    Values score(root_.size(), restart_);
    sum_over(other_, [&](Vertex v, double sum) { score[v] = restart_ + damping_ * sum; });
    for (std::size_t i = 0; i < z.size(); ++i)
      if (root_[first() + i] != 0) score[first() + i] = z[i] * root_[first() + i];
    return score;
  }

  /// Bounds the distance of the scores from the answer, as a sum over vertices: what one more step
  /// would change, times 1/(1 - d).
  double error(const Values& score) {
    for (Vertex v = 0; v < given_.size(); ++v)
      given_[v] = root_[v] == 0 ? 0 : score[v] / (root_[v] * root_[v]);
    double change = 0;
    for (const auto* mode : {&kept_, &other_}) {
      Values parts(mode->size() - 1, 0);
      sum_over(*mode, [&](Vertex v, double sum, std::size_t block) {
        parts[block] += std::abs(restart_ + damping_ * sum - score[v]);
      });
      for (const double part : parts) change += part;
    }
    return change / (1 - damping_);
  }

 private:
  // What a vertex of the kept mode gives to each neighbour: z/√degree.
  void give(const Values& z) {
    for (std::size_t i = 0; i < z.size(); ++i) {
      const Vertex v = static_cast<Vertex>(first() + i);
      given_[v] = root_[v] == 0 ? 0 : z[i] / root_[v];
    }
  }
  // What the other mode passes back of it to the mode that was kept, summed by block: each row is
  // read once for both ways, and the sums of the smaller mode stay near.
  void pass_back() {
    passed_.resize(other_.size() - 1);
    if (!kWeighted && rows_.empty()) pack_rows();
    parallel_blocks(passed_.size(), threads_, [&](std::size_t block) {
      Values& passed = passed_[block];
      passed.assign(size(), 0);
      if (!kWeighted) return rows_[block].pass(given_.data() + first(), passed.data());
      for (Vertex v = other_[block]; v < other_[block + 1]; ++v) {
        const auto row = graph_.neighbors(v);
        if (row.empty()) continue;
        const double sum = sum_of(v) / (root_[v] * root_[v]);
        for (std::size_t i = 0; i < row.size(); ++i)
          passed[row[i] - first()] += sum * graph_.weight(v, i);
      }
    });
  }
  void pack_rows() {
    rows_.resize(other_.size() - 1);
    parallel_blocks(rows_.size(), threads_, [&](std::size_t block) {
      rows_[block] = RowsByLength(graph_, other_[block], other_[block + 1], first());
    });
  }
  // Tells each vertex of a mode the sum of what its neighbours give. A sum is always made in the
  // order of the neighbours, so that threads change nothing.
  void sum_over(const std::vector<Vertex>& mode, auto&& visit) {
    parallel_blocks(mode.size() - 1, threads_, [&](std::size_t block) {
      for (Vertex v = mode[block]; v < mode[block + 1]; ++v) {
        const double sum = sum_of(v);
        if constexpr (requires { visit(v, sum, block); })
          visit(v, sum, block);
        else
          visit(v, sum);
      }
    });
  }

  double sum_of(Vertex v) const {
    const auto row = graph_.neighbors(v);
    double sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i)
      sum += kWeighted ? graph_.weight(v, i) * given_[row[i]] : given_[row[i]];
    return sum;
  }

  Adjacency graph_;
  double damping_;
  unsigned threads_;
  Values root_;                     // √degree, by vertex
  Values given_;                    // by vertex: to each neighbour
  std::vector<Values> passed_;      // by block, by vertex of the mode that was kept
  std::vector<RowsByLength> rows_;  // by block of the other mode; empty where edges have weights
  std::vector<Vertex> kept_, other_;
  double restart_ = 0;
};

double dot(const Values& a, const Values& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

[[noreturn]] void refuse(const PageRankOptions& options) {
  throw LimitError("PageRank does not settle in " + std::to_string(options.max_iterations) +
                   " iterations; leave it out (--select)");
}

template <bool kWeighted>
double edge_weight(const Adjacency& graph) {
  if (!kWeighted) return static_cast<double>(graph.arc_count() / 2);
  double sum = 0;
  for (const double weight : graph.weights) sum += weight;
  return sum / 2;
}

template <bool kWeighted>
PageRank solve(const Adjacency& graph, std::size_t left, const PageRankOptions& options) {
  check(options);
  if (graph.vertex_count() == 0) return {};
  TwoModeSystem<kWeighted> system(graph, left, options);
  PageRank result;
  Values z(system.size(), 0);
  Values residual = system.right_side();
  Values direction = residual;
  Values image(system.size());
  double squared = dot(residual, residual);
  // ‖error of the scores‖₁ <= √weight ‖residual‖₂ / (1 - d), of all edges: the system's inverse is
  // at most 1/(1 - d²), √D at most √weight (Cauchy-Schwarz), the eliminated mode adds d times as
  // much.
  const double enough = options.tolerance * (1 - options.damping) /
                        std::sqrt(std::max<double>(1, edge_weight<kWeighted>(graph)));
  while (std::sqrt(squared) > enough) {
    if (result.iterations == options.max_iterations) refuse(options);
    system.apply(direction, image);
    const double step = squared / dot(direction, image);
    for (std::size_t i = 0; i < z.size(); ++i) {
      z[i] += step * direction[i];
      residual[i] -= step * image[i];
    }
    const double next = dot(residual, residual);
    for (std::size_t i = 0; i < z.size(); ++i)
      direction[i] = residual[i] + next / squared * direction[i];
    squared = next;
    ++result.iterations;
  }
  result.score = system.scores(z);
  // The residual that was carried along drifts from the true one.
  if (!(system.error(result.score) <= options.tolerance)) refuse(options);
  return result;
}

}  // namespace

PageRank two_mode_page_rank(const BipartiteGraph& graph, const PageRankOptions& options) {
  return solve<false>(graph.adjacency(), graph.task_count(), options);
}

PageRank two_mode_page_rank(const Adjacency& graph, std::size_t left,
                            const PageRankOptions& options) {
  return graph.weights.empty() ? solve<false>(graph, left, options)
                               : solve<true>(graph, left, options);
}

}  // namespace respnet::graph
