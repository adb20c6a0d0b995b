#include "respnet/graph/co_responsibility_graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "respnet/base/errors.hpp"

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

}  // namespace

std::string_view name(ProjectionWeight weight) {
  return kWeights[static_cast<std::size_t>(weight)];
}

std::optional<ProjectionWeight> projection_weight_named(std::string_view name) {
  const auto found = std::ranges::find(kWeights, name);
  if (found == kWeights.end()) return std::nullopt;
  return static_cast<ProjectionWeight>(found - kWeights.begin());
}

CoResponsibilityGraph::CoResponsibilityGraph(const BipartiteGraph& graph, ProjectionWeight weight)
    : weight_(weight) {
  check_size(graph);
  const std::size_t n = graph.unit_count();
  offsets_.assign(n + 1, 0);
  std::vector<double> sum(n, 0);  // of the row at hand, by partner
  std::vector<Vertex> partners;
  for (std::size_t i = 0; i < n; ++i) {
    const Vertex unit = graph.unit_vertex(i);
    partners.clear();
    for (const Vertex task : graph.neighbors(unit)) {
      const auto units = graph.neighbors(task);
      const double step = weight == ProjectionWeight::Newman && units.size() > 1
                              ? 1.0 / static_cast<double>(units.size() - 1)
                              : 1.0;
      for (const Vertex other : units) {
        if (other == unit) continue;
        const std::uint32_t j = graph.unit_number(other);
        if (sum[j] == 0) partners.push_back(j);
        sum[j] += step;
      }
    }
    std::ranges::sort(partners);
    const auto degree_i = static_cast<double>(graph.neighbors(unit).size());
    for (const Vertex j : partners) {
      const auto degree_j = static_cast<double>(graph.neighbors(graph.unit_vertex(j)).size());
      targets_.push_back(j);
      weights_.push_back(pair_weight(weight, sum[j], degree_i, degree_j));
      sum[j] = 0;
    }
    offsets_[i + 1] = targets_.size();
  }
}

}  // namespace respnet::graph
