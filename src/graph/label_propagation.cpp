#include "respnet/graph/label_propagation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

#include "graph/module_moves.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

using Labels = std::vector<std::uint32_t>;

void check(const LabelPropagationOptions& options) {
  if (!(options.resolution > 0) || !std::isfinite(options.resolution))
    throw std::invalid_argument("label propagation: resolution must be above 0");
  if (options.repeats < 0 || options.fewest == 0)
    throw std::invalid_argument(
        "label propagation: repeats must not be negative, modules to begin with not 0");
}

// LPAwb+ from labels of the rows.
Partition propagated(const TwoMode& graph, Labels label, std::uint32_t modules, double resolution,
                     RandomEngine engine) {
  ModuleMoves moves(graph, resolution);
  do {
    moves.settle(label, modules, Reach::Neighbors, engine);
  } while (moves.merge(label, modules));
  return partition_of(graph, label, resolution, 0, 0);
}

Labels unlabelled(const TwoMode& graph) {
  return Labels(graph.adjacency.vertex_count(), kUnlabelled);
}

// How many modules with edges there are.
std::uint32_t module_count(const TwoMode& graph, const Partition& partition) {
  std::vector<bool> seen(partition.count, false);
  for (Vertex v = 0; v < partition.cluster.size(); ++v)
    if (graph.adjacency.degree(v) > 0) seen[partition.cluster[v]] = true;
  return static_cast<std::uint32_t>(std::ranges::count(seen, true));
}

}  // namespace

Partition label_propagation(const TwoMode& graph, const LabelPropagationOptions& options) {
  check(options);
  if (graph.adjacency.arc_count() == 0)
    return partition_of(graph, unlabelled(graph), options.resolution, options.seed, 0);
  Labels own = unlabelled(graph);
  std::iota(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(graph.rows), 0U);
  Partition best = propagated(graph, std::move(own), static_cast<std::uint32_t>(graph.rows),
                              options.resolution, RandomEngine(options.seed, 0));

  const auto rows = static_cast<std::uint32_t>(graph.rows);
  const std::uint32_t fewest = std::min(options.fewest, rows);
  const std::size_t numbers = std::max(module_count(graph, best), fewest) - fewest + 1;
  const std::size_t affordable =
      std::clamp<std::size_t>(4'000'000 / graph.adjacency.arc_count(), 1, 10'000);
  const std::size_t starts =
      std::min(affordable, numbers * static_cast<std::size_t>(options.repeats));
  std::vector<Partition> found(starts);
  parallel_blocks(starts, options.threads, [&](std::size_t i) {
    RandomEngine engine(options.seed, i + 1);
    const auto modules = fewest + static_cast<std::uint32_t>(i % numbers);
    Labels label = unlabelled(graph);
    for (std::size_t row = 0; row < graph.rows; ++row)
      label[row] = static_cast<std::uint32_t>(uniform_below(engine, modules));
    found[i] = propagated(graph, std::move(label), modules, options.resolution, engine);
  });
  for (Partition& candidate : found)
    if (candidate.modularity > best.modularity + 1e-12) best = std::move(candidate);
  best.seed = options.seed;
  best.restarts = static_cast<int>(starts + 1);
  return best;
}

}  // namespace respnet::graph
