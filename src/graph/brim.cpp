#include "respnet/graph/brim.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

#include "graph/module_moves.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

void check(double resolution) {
  if (!(resolution > 0) || !std::isfinite(resolution))
    throw std::invalid_argument("brim: resolution must be above 0");
}

std::size_t restart_count(int asked, std::size_t arcs) {
  if (asked > 0) return static_cast<std::size_t>(asked);
  return std::clamp<std::size_t>(400'000 / std::max<std::size_t>(arcs, 1), 2, 100);
}

// One search from random starts.
class BrimRun {
 public:
  BrimRun(const TwoMode& graph, double resolution, RandomEngine engine)
      : graph_(graph), resolution_(resolution), moves_(graph, resolution), engine_(engine) {}

  Partition with(std::uint32_t modules) {
    std::vector<std::uint32_t> label(graph_.adjacency.vertex_count(), kUnlabelled);
    for (std::size_t row = 0; row < graph_.rows; ++row)
      label[row] = static_cast<std::uint32_t>(uniform_below(engine_, modules));
    moves_.settle(label, modules, Reach::EveryModule, engine_);
    return partition_of(graph_, label, resolution_, 0, 0);
  }

  Partition adaptive() {
    const auto most = static_cast<std::uint32_t>(
        std::min(graph_.rows, graph_.adjacency.vertex_count() - graph_.rows));
    std::uint32_t at = 1, low = 1, high = 2;  // the best number lies from low to high
    Partition best = with(1);
    const auto better = [&](std::uint32_t modules) {
      Partition found = with(modules);
      if (found.modularity <= best.modularity + 1e-12) return false;
      best = std::move(found);
      return true;
    };
    for (; high <= most && better(high); high *= 2) low = std::exchange(at, high);
    high = std::min(high, most + 1);
    while (at - low > 1 || high - at > 1) {
      const bool above = high - at >= at - low;
      const std::uint32_t middle = above ? at + (high - at) / 2 : at - (at - low) / 2;
      if (better(middle))
        (above ? low : high) = std::exchange(at, middle);
      else
        (above ? high : low) = middle;
    }
    return best;
  }

 private:
  TwoMode graph_;
  double resolution_;
  ModuleMoves moves_;
  RandomEngine engine_;
};

}  // namespace

Partition brim(const TwoMode& graph, const BrimOptions& options) {
  check(options.resolution);
  if (options.restarts < 0) throw std::invalid_argument("brim: restarts must not be negative");
  const std::size_t n = graph.adjacency.vertex_count();
  if (options.modules > n)
    throw std::invalid_argument("brim: no more modules than vertices can be filled");
  if (graph.adjacency.arc_count() == 0)
    return partition_of(graph, std::vector(n, kUnlabelled), options.resolution, options.seed, 0);
  const std::size_t restarts = restart_count(options.restarts, graph.adjacency.arc_count());
  std::vector<Partition> found(restarts);
  parallel_blocks(restarts, options.threads, [&](std::size_t i) {
    BrimRun run(graph, options.resolution, RandomEngine(options.seed, i));
    found[i] = options.modules == 0 ? run.adaptive() : run.with(options.modules);
  });
  std::size_t best = 0;
  for (std::size_t i = 1; i < restarts; ++i)
    if (found[i].modularity > found[best].modularity + 1e-12) best = i;
  found[best].seed = options.seed;
  found[best].restarts = static_cast<int>(restarts);
  return std::move(found[best]);
}

Partition brim_from(const TwoMode& graph, std::span<const std::uint32_t> start, double resolution) {
  check(resolution);
  barber_modularity(graph, start, resolution);  // refuses labels that are none
  std::vector<std::uint32_t> label(start.begin(), start.end());
  std::vector<std::uint32_t> used = label;
  std::ranges::sort(used);
  used.erase(std::ranges::unique(used).begin(), used.end());
  for (std::uint32_t& module : label)
    module = static_cast<std::uint32_t>(std::ranges::lower_bound(used, module) - used.begin());
  RandomEngine unused(0);
  if (!label.empty())
    ModuleMoves(graph, resolution)
        .settle(label, static_cast<std::uint32_t>(used.size()), Reach::EveryModule, unused);
  return partition_of(graph, label, resolution, 0, 1);
}

}  // namespace respnet::graph
