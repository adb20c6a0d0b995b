#include "respnet/graph/co_responsibility_graph.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

constexpr std::array<std::string_view, 5> kWeights{"shared", "newman", "jaccard", "cosine",
                                                   "overlap"};
constexpr std::uint64_t kMostSteps = 4'000'000'000;

void check_size(const BipartiteGraph& graph) {
  std::uint64_t steps = 0;
  for (Vertex task = 0; task < graph.task_count(); ++task) {
    const std::uint64_t units = graph.neighbors(task).size();
    steps += units * units;
  }
  if (steps > kMostSteps)
    throw LimitError("the co-responsibility graph needs " + std::to_string(steps) +
                     " steps, the limit is " + std::to_string(kMostSteps) +
                     "; drop group units (--groups drop) or split the largest tasks");
}

double pair_weight(ProjectionWeight weight, double sum, double degree_i, double degree_j) {
  switch (weight) {
    case ProjectionWeight::Jaccard:
      return sum / (degree_i + degree_j - sum);
    case ProjectionWeight::Cosine:
      return sum / std::sqrt(degree_i * degree_j);
    case ProjectionWeight::Overlap:
      return sum / std::min(degree_i, degree_j);
    default:
      return sum;
  }
}

// About as many steps in each block, whatever the number of threads. Bounds of the unit numbers.
std::vector<std::uint32_t> blocks_of(const BipartiteGraph& graph) {
  constexpr std::uint64_t kLeast = 1 << 16;
  const std::uint64_t edges = std::max<std::uint64_t>(kLeast, graph.edge_count() / 32);
  std::vector<std::uint32_t> bounds{0};
  std::uint64_t steps = 0;
  for (std::uint32_t i = 0; i < graph.unit_count(); ++i) {
    steps += graph.neighbors(graph.unit_vertex(i)).size();
    if (steps < edges) continue;
    bounds.push_back(i + 1);
    steps = 0;
  }
  if (bounds.back() != graph.unit_count() || bounds.size() == 1)
    bounds.push_back(static_cast<std::uint32_t>(graph.unit_count()));
  return bounds;
}

// The pairs of some units, one after the other, with partners of a higher number.
struct LaterPairs {
  std::vector<std::uint32_t> counts;  // by unit
  std::vector<Vertex> partners;       // ascending within a unit
  std::vector<double> weights;
};

// Where the rows begin when each pair stands in both.
std::vector<std::uint64_t> row_offsets(const std::vector<LaterPairs>& blocks,
                                       const std::vector<std::uint32_t>& bounds) {
  std::vector<std::uint64_t> offsets(bounds.back() + std::size_t{1}, 0);
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    for (std::uint32_t i = bounds[block]; i < bounds[block + 1]; ++i)
      offsets[i + 1] += blocks[block].counts[i - bounds[block]];
    for (const Vertex j : blocks[block].partners) ++offsets[j + 1];
  }
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  return offsets;
}

// Sums up the shared tasks of one unit after the other, with those of a higher number only: the
// others have the pair in their own row.
class Counter {
 public:
  Counter(const BipartiteGraph& graph, ProjectionWeight weight)
      : graph_(graph),
        weight_(weight),
        sum_(graph.unit_count(), 0),
        partners_(graph.unit_count()),
        marks_(graph.unit_count() / 64 + 1, 0) {}

  void add_row(std::uint32_t i, LaterPairs& pairs) {
    const Vertex unit = graph_.unit_vertex(i);
    std::size_t count = 0;
    for (const Vertex task : graph_.neighbors(unit)) {
      const auto units = graph_.neighbors(task);
      const double step = weight_ == ProjectionWeight::Newman && units.size() > 1
                              ? 1.0 / static_cast<double>(units.size() - 1)
                              : 1.0;
      for (std::size_t place = units.size(); units[--place] != unit;) {
        const std::uint32_t j = graph_.unit_number(units[place]);
        partners_[count] = j;
        count += sum_[j] == 0 ? 1U : 0U;
        sum_[j] += step;
      }
    }
    sort(count, i);
    const auto degree_i = static_cast<double>(graph_.neighbors(unit).size());
    for (std::size_t p = 0; p < count; ++p) {
      const std::uint32_t j = partners_[p];
      const auto degree_j = static_cast<double>(graph_.neighbors(graph_.unit_vertex(j)).size());
      pairs.partners.push_back(j);
      pairs.weights.push_back(pair_weight(weight_, sum_[j], degree_i, degree_j));
      sum_[j] = 0;
    }
    pairs.counts.push_back(static_cast<std::uint32_t>(count));
  }

 private:
  // Many are sorted by marking them and reading the marks, which takes a step for 64 units.
  void sort(std::size_t count, std::uint32_t above) {
    if (count * 16 < marks_.size() - above / 64) {
      std::sort(partners_.begin(), partners_.begin() + static_cast<std::ptrdiff_t>(count));
      return;
    }
    for (std::size_t p = 0; p < count; ++p)
      marks_[partners_[p] / 64] |= std::uint64_t{1} << partners_[p] % 64;
    std::size_t place = 0;
    for (std::size_t word = above / 64; place < count; ++word) {
      for (std::uint64_t left = marks_[word]; left != 0; left &= left - 1)
        partners_[place++] = static_cast<std::uint32_t>(word * 64) +
                             static_cast<std::uint32_t>(std::countr_zero(left));
      marks_[word] = 0;
    }
  }

  const BipartiteGraph& graph_;
  ProjectionWeight weight_;
  std::vector<double> sum_;              // of the row at hand, by partner
  std::vector<std::uint32_t> partners_;  // those that have one
  std::vector<std::uint64_t> marks_;     // a bit a unit
};

}  // namespace

std::string_view name(ProjectionWeight weight) {
  return kWeights[static_cast<std::size_t>(weight)];
}

std::optional<ProjectionWeight> projection_weight_named(std::string_view name) {
  const auto found = std::ranges::find(kWeights, name);
  if (found == kWeights.end()) return std::nullopt;
  return static_cast<ProjectionWeight>(found - kWeights.begin());
}

CoResponsibilityGraph::CoResponsibilityGraph(const BipartiteGraph& graph, ProjectionWeight weight,
                                             unsigned threads)
    : weight_(weight) {
  check_size(graph);
  const std::vector<std::uint32_t> bounds = blocks_of(graph);
  std::vector<LaterPairs> blocks(bounds.size() - 1);
  parallel_blocks(blocks.size(), threads, [&](std::size_t block) {
    Counter counter(graph, weight);
    for (std::uint32_t i = bounds[block]; i < bounds[block + 1]; ++i)
      counter.add_row(i, blocks[block]);
  });
  offsets_ = row_offsets(blocks, bounds);
  targets_.resize(offsets_.back());
  weights_.resize(offsets_.back());
  std::vector<std::uint64_t> next(offsets_.begin(), offsets_.end() - 1);
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    const LaterPairs pairs = std::move(blocks[block]);
    std::size_t at = 0;
    for (std::uint32_t i = bounds[block]; i < bounds[block + 1]; ++i) {
      // Earlier rows have put the partners before i in their places; those after it follow.
      std::uint64_t own = next[i];
      for (const std::size_t end = at + pairs.counts[i - bounds[block]]; at < end; ++at) {
        const Vertex j = pairs.partners[at];
        targets_[own] = j;
        weights_[own++] = pairs.weights[at];
        targets_[next[j]] = i;
        weights_[next[j]++] = pairs.weights[at];
      }
    }
  }
}

}  // namespace respnet::graph
