#include "respnet/graph/leiden.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

#include "graph/labels.hpp"
#include "graph/leiden_quality.hpp"
#include "graph/leiden_run.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

void check(const LeidenOptions& options) {
  if (!(options.resolution > 0) || !std::isfinite(options.resolution))
    throw std::invalid_argument("leiden: resolution must be above 0");
  if (options.restarts < 0) throw std::invalid_argument("leiden: restarts must not be negative");
}

// A number that depends on the size alone, so that small graphs are searched well and large ones
// soon.
std::size_t restart_count(int asked, std::size_t arcs) {
  if (asked > 0) return static_cast<std::size_t>(asked);
  return std::clamp<std::size_t>(400'000 / arcs, 2, 100);
}

// A run's gain over singletons, in units of weight, as modularity.
struct Scale {
  double singletons = 0;
  double per_gain = 0;
};

// The best of several runs on a graph that has edges, each recomputed from its labels.
template <typename Quality>
Partition best_of_runs(const Adjacency& graph,
                       const std::vector<typename Quality::Strength>& strengths,
                       const Quality& quality, const Scale& scale, const LeidenOptions& options,
                       const auto& recomputed) {
  const std::size_t restarts = restart_count(options.restarts, graph.arc_count());
  std::vector<Partition> found(restarts);
  parallel_blocks(restarts, options.threads, [&](std::size_t i) {
    LeidenOutcome run = LeidenRun<Quality>(graph, strengths, quality, options.resolution,
                                           RandomEngine(options.seed, i))
                            .run();
    const auto count = static_cast<std::uint32_t>(number_by_size(run.cluster).size());
    const double modularity = recomputed(run.cluster);
    const double tracked = scale.singletons + scale.per_gain * run.gain;
    ensure(std::abs(modularity - tracked) < 1e-9 * (1 + options.resolution),
           "Leiden: modularity as tracked differs from that of the clusters");
    found[i] = {std::move(run.cluster), count, modularity, options.seed,
                static_cast<int>(restarts)};
  });
  std::size_t best = 0;
  for (std::size_t i = 1; i < restarts; ++i)
    if (found[i].modularity > found[best].modularity + 1e-12) best = i;
  return std::move(found[best]);
}

Partition singletons(std::size_t n, std::uint64_t seed) {
  Partition partition;
  partition.cluster.resize(n);
  std::iota(partition.cluster.begin(), partition.cluster.end(), 0U);
  partition.count = static_cast<std::uint32_t>(n);
  partition.seed = seed;
  return partition;
}

}  // namespace

Partition leiden(const Adjacency& graph, const LeidenOptions& options) {
  check(options);
  const std::size_t n = graph.vertex_count();
  if (graph.arc_count() == 0) return singletons(n, options.seed);
  std::vector<double> strengths(n, 0);
  double total = 0;
  for (Vertex v = 0; v < n; ++v) {
    strengths[v] = graph.strength(v);
    total += strengths[v];
  }
  Scale scale{0, 2 / total};
  for (const double k : strengths)
    scale.singletons -= options.resolution * (k / total) * (k / total);
  return best_of_runs(graph, strengths, NewmanQuality{options.resolution / total}, scale, options,
                      [&](std::span<const std::uint32_t> cluster) {
                        return modularity(graph, cluster, options.resolution);
                      });
}

Partition leiden_barber(const BipartiteGraph& graph, const LeidenOptions& options) {
  check(options);
  const std::size_t n = graph.vertex_count();
  if (graph.edge_count() == 0) return singletons(n, options.seed);
  std::vector<BarberQuality::Strength> strengths(n);
  for (Vertex v = 0; v < n; ++v) {
    const auto degree = static_cast<double>(graph.neighbors(v).size());
    (graph.is_task(v) ? strengths[v].tasks : strengths[v].units) = degree;
  }
  const auto edges = static_cast<double>(graph.edge_count());
  return best_of_runs(graph.adjacency(), strengths, BarberQuality{options.resolution / edges},
                      {0, 1 / edges}, options, [&](std::span<const std::uint32_t> cluster) {
                        return barber_modularity(graph, cluster, options.resolution);
                      });
}

}  // namespace respnet::graph
