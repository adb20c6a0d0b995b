#include "respnet/graph/spectral.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include <Spectra/SymEigsSolver.h>
#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/graph/components.hpp"

namespace respnet::graph {
namespace {

using Numbers = Eigen::VectorXd;

constexpr Eigen::Index kDense = 64;  // matrices up to this side are solved densely
constexpr Eigen::Index kLanczosVectors = 32;
constexpr Eigen::Index kMostRestarts = 5000;
constexpr double kResidual = 1e-14;     // relative to the value
constexpr double kEqualValues = 1e-12;  // likewise

// The components of a graph with their members, each list sorted.
class Parts {
 public:
  explicit Parts(const Adjacency& graph) : begin_(1, 0), members_(graph.vertex_count()) {
    const Components components = connected_components(graph);
    for (const std::uint32_t size : components.sizes) begin_.push_back(begin_.back() + size);
    std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
    for (Vertex v = 0; v < members_.size(); ++v) members_[next[components.component[v]]++] = v;
  }

  std::size_t size() const { return begin_.size() - 1; }
  std::span<const Vertex> operator[](std::size_t part) const {
    return std::span(members_).subspan(begin_[part], begin_[part + 1] - begin_[part]);
  }

 private:
  std::vector<std::size_t> begin_;
  std::vector<Vertex> members_;
};

// The largest eigenvalue of a part, and its vector: positive, of unit norm.
struct Leading {
  double value = 0;
  Numbers vector;
};

// A symmetric matrix, by its product with a vector: a graph's rows over some of its vertices, or,
// `between` two sides of a two-mode graph, MᵀM, which is M first and then Mᵀ.
class Product {
 public:
  using Scalar = double;  // Spectra asks for this, rows(), cols() and perform_op()

  Product(const Adjacency& graph, const std::vector<std::uint32_t>& place, unsigned threads,
          std::span<const Vertex> side, std::span<const Vertex> between = {})
      : graph_(graph),
        place_(place),
        threads_(threads),
        side_(side),
        between_(between),
        side_blocks_(blocks_of(side)),
        between_blocks_(blocks_of(between)),
        image_(between.size()) {}

  /// Arcs that a product goes over.
  double steps() const {
    double arcs = 0;
    for (const Vertex v : side_) arcs += static_cast<double>(graph_.degree(v));
    return between_.empty() ? arcs : 2 * arcs;
  }

  Eigen::Index rows() const { return static_cast<Eigen::Index>(side_.size()); }
  Eigen::Index cols() const { return rows(); }

  void perform_op(const double* x, double* y) const {
    if (between_.empty()) {
      multiply(side_, side_blocks_, x, y);
    } else {
      multiply(between_, between_blocks_, x, image_.data());
      multiply(side_, side_blocks_, image_.data(), y);
    }
  }

  // M x: what the other side makes of x.
  Numbers image(const Numbers& x) const {
    Numbers y(static_cast<Eigen::Index>(between_.size()));
    multiply(between_, between_blocks_, x.data(), y.data());
    return y;
  }

 private:
  // Bounds of blocks of about as many arcs, each worth a thread's while.
  std::vector<std::size_t> blocks_of(std::span<const Vertex> members) const {
    constexpr std::uint64_t kArcs = 1 << 18;
    std::vector<std::size_t> bounds{0};
    std::uint64_t arcs = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
      arcs += graph_.degree(members[i]);
      if (arcs < kArcs && i + 1 < members.size()) continue;
      bounds.push_back(i + 1);
      arcs = 0;
    }
    return bounds;
  }

  void multiply(std::span<const Vertex> members, const std::vector<std::size_t>& blocks,
                const double* x, double* y) const {
    parallel_blocks(blocks.size() - 1, threads_, [&](std::size_t block) {
      for (std::size_t i = blocks[block]; i < blocks[block + 1]; ++i)
        y[i] = row_times(members[i], x);
    });
  }

  double row_times(Vertex v, const double* x) const {
    const std::uint64_t end = graph_.offsets[v + 1];
    double sum = 0;
    if (graph_.weights.empty())
      for (std::uint64_t i = graph_.offsets[v]; i < end; ++i) sum += x[place_[graph_.targets[i]]];
    else
      for (std::uint64_t i = graph_.offsets[v]; i < end; ++i)
        sum += graph_.weights[i] * x[place_[graph_.targets[i]]];
    return sum;
  }

  const Adjacency& graph_;
  const std::vector<std::uint32_t>& place_;  // by vertex: among the members of its side
  unsigned threads_;
  std::span<const Vertex> side_, between_;
  std::vector<std::size_t> side_blocks_, between_blocks_;
  mutable std::vector<double> image_;
};

Numbers positive(const Numbers& x) {
  const Numbers y = x.cwiseAbs();  // of either sign; entries of the wrong one are rounding
  return y / y.norm();
}

Leading solve_densely(const Product& product) {
  Eigen::MatrixXd matrix(product.rows(), product.cols());
  Numbers unit = Numbers::Zero(product.rows());
  for (Eigen::Index i = 0; i < product.cols(); ++i) {
    unit[i] = 1;
    product.perform_op(unit.data(), matrix.col(i).data());
    unit[i] = 0;
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
  const Eigen::Index last = product.cols() - 1;
  return {solver.eigenvalues()[last], positive(solver.eigenvectors().col(last))};
}

// Starts from the row sums: positive, so never orthogonal to the answer.
Leading solve_by_lanczos(Product& product, double most_steps) {
  const Numbers ones = Numbers::Ones(product.rows());
  Numbers start(product.rows());
  product.perform_op(ones.data(), start.data());
  Spectra::SymEigsSolver<Product> solver(product, 1, kLanczosVectors);
  solver.init(start.data());
  const double affordable = most_steps / (product.steps() * kLanczosVectors);
  const auto restarts =
      static_cast<Eigen::Index>(std::clamp(affordable, 1.0, static_cast<double>(kMostRestarts)));
  solver.compute(Spectra::SortRule::LargestAlge, restarts, kResidual);
  if (solver.info() != Spectra::CompInfo::Successful)
    throw LimitError("the leading eigenvector does not settle in " + std::to_string(restarts) +
                     " restarts; leave it out (--select)" +
                     (restarts < kMostRestarts ? " or wait for it (--exact)" : ""));
  return {solver.eigenvalues()[0], positive(solver.eigenvectors().col(0))};
}

Leading solved(Product product, const SpectralOptions& options) {
  return product.rows() <= kDense ? solve_densely(product)
                                  : solve_by_lanczos(product, options.most_steps);
}

double largest_row_sum(const Adjacency& graph, std::span<const Vertex> members) {
  double most = 0;
  for (const Vertex v : members) most = std::max(most, graph.strength(v));
  return most;
}

struct Winner {
  std::size_t part = 0;
  Leading leading;
};

struct Candidate {
  std::size_t part = 0;
  Vertex smallest = 0;
  double bound = 0;
  double value = 0;  // 0: not solved, because it cannot win
};

// The parts that have edges, those of the largest bounds first.
std::vector<Candidate> candidates_of(const Parts& parts, const auto& bound) {
  std::vector<Candidate> candidates;
  for (std::size_t part = 0; part < parts.size(); ++part)
    if (const double most = bound(part); most > 0)
      candidates.push_back({part, parts[part].front(), most});
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.bound != b.bound ? a.bound > b.bound : a.smallest < b.smallest;
  });
  return candidates;
}

// The part of the largest value; of equal ones, that of the smallest vertex. `bound(part)` is no
// less than its value, and 0 if the part has no edge.
std::optional<Winner> winner(const Parts& parts, const auto& bound, const auto& solve) {
  std::vector<Candidate> candidates = candidates_of(parts, bound);
  if (candidates.empty()) return std::nullopt;
  Candidate largest;
  Leading leading;
  for (Candidate& candidate : candidates) {
    const bool after = candidate.smallest > largest.smallest;
    if (candidate.bound < largest.value * (after ? 1 : 1 - kEqualValues)) continue;
    if (after && candidate.bound == largest.value) continue;
    Leading found = solve(candidate.part);
    candidate.value = found.value;
    if (found.value <= largest.value) continue;
    largest = candidate;
    leading = std::move(found);
  }
  Candidate first = largest;
  for (const Candidate& candidate : candidates)
    if (candidate.value >= largest.value * (1 - kEqualValues) &&
        candidate.smallest < first.smallest)
      first = candidate;
  if (first.part != largest.part) leading = solve(first.part);
  return Winner{first.part, std::move(leading)};
}

void scatter(std::span<const Vertex> members, std::size_t shift, const Numbers& values,
             std::vector<double>& into) {
  for (std::size_t i = 0; i < members.size(); ++i)
    into[members[i] - shift] = values[static_cast<Eigen::Index>(i)];
}

// Of a graph in which the first `left` vertices are joined with later ones only: left by vertex,
// right by vertex - left.
SingularVectors two_mode_vectors(const Adjacency& graph, std::size_t left,
                                 const SpectralOptions& options) {
  const Parts parts(graph);
  struct Sides {
    std::span<const Vertex> left, right;
  };
  const auto sides = [&](std::size_t part) {
    const auto members = parts[part];
    const auto split = static_cast<std::size_t>(
        std::ranges::lower_bound(members, static_cast<Vertex>(left)) - members.begin());
    return Sides{members.first(split), members.subspan(split)};
  };
  std::vector<std::uint32_t> place(graph.vertex_count());
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const auto [some, others] = sides(part);
    for (std::uint32_t i = 0; i < some.size(); ++i) place[some[i]] = i;
    for (std::uint32_t i = 0; i < others.size(); ++i) place[others[i]] = i;
  }
  // On the smaller side: MᵀM if that is the right one, M Mᵀ else.
  const auto product = [&](std::size_t part) {
    const auto [some, others] = sides(part);
    return others.size() <= some.size() ? Product(graph, place, options.threads, others, some)
                                        : Product(graph, place, options.threads, some, others);
  };
  const auto found = winner(
      parts,
      [&](std::size_t part) {
        const auto [some, others] = sides(part);
        return largest_row_sum(graph, some) * largest_row_sum(graph, others);
      },
      [&](std::size_t part) { return solved(product(part), options); });

  SingularVectors result{std::vector<double>(left, 0),
                         std::vector<double>(graph.vertex_count() - left, 0), std::nullopt};
  if (!found) return result;
  const auto [some, others] = sides(found->part);
  const Numbers image = positive(product(found->part).image(found->leading.vector));
  const bool on_right = others.size() <= some.size();
  scatter(some, 0, on_right ? image : found->leading.vector, result.left);
  scatter(others, left, on_right ? found->leading.vector : image, result.right);
  result.value = std::sqrt(found->leading.value);
  return result;
}

}  // namespace

Eigenvector leading_eigenvector(const Adjacency& symmetric, const SpectralOptions& options) {
  const Parts parts(symmetric);
  std::vector<std::uint32_t> place(symmetric.vertex_count());
  for (std::size_t part = 0; part < parts.size(); ++part)
    for (std::uint32_t i = 0; const Vertex v : parts[part]) place[v] = i++;
  const auto found = winner(
      parts, [&](std::size_t part) { return largest_row_sum(symmetric, parts[part]); },
      [&](std::size_t part) {
        return solved(Product(symmetric, place, options.threads, parts[part]), options);
      });

  Eigenvector result{std::vector<double>(symmetric.vertex_count(), 0), std::nullopt};
  if (!found) return result;
  scatter(parts[found->part], 0, found->leading.vector, result.vector);
  result.value = found->leading.value;
  return result;
}

SingularVectors leading_singular_vectors(const Adjacency& out, const Adjacency& in,
                                         const SpectralOptions& options) {
  // Each vertex twice, as a source and as a target.
  const std::size_t n = out.vertex_count();
  std::vector<std::uint64_t> offsets(out.offsets.begin(), out.offsets.end());
  for (std::size_t v = 1; v <= n; ++v) offsets.push_back(out.arc_count() + in.offsets[v]);
  std::vector<Vertex> targets(out.targets.begin(), out.targets.end());
  for (Vertex& target : targets) target += static_cast<Vertex>(n);
  targets.insert(targets.end(), in.targets.begin(), in.targets.end());
  std::vector<double> weights(out.weights.begin(), out.weights.end());
  weights.insert(weights.end(), in.weights.begin(), in.weights.end());
  return two_mode_vectors({offsets, targets, weights}, n, options);
}

SingularVectors leading_singular_vectors(const BipartiteGraph& graph,
                                         const SpectralOptions& options) {
  return two_mode_vectors(graph.adjacency(), graph.task_count(), options);
}

SingularVectors leading_singular_vectors(const Adjacency& two_mode, std::size_t left,
                                         const SpectralOptions& options) {
  return two_mode_vectors(two_mode, left, options);
}

}  // namespace respnet::graph
