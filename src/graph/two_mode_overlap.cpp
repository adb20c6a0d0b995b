#include "respnet/graph/two_mode_overlap.hpp"

#include <algorithm>
#include <atomic>
#include <limits>
#include <numeric>
#include <utility>

#include "graph/overlap_by_classes.hpp"
#include "graph/search_limit.hpp"
#include "graph/two_mode_sides.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

constexpr std::size_t kMostBlocks = 64;

double three_paths(const BipartiteGraph& graph) {
  double paths = 0;
  for (Vertex task = 0; task < graph.task_count(); ++task)
    for (const Vertex unit : graph.neighbors(task))
      paths += static_cast<double>(graph.neighbors(task).size() - 1) *
               static_cast<double>(graph.neighbors(unit).size() - 1);
  return paths;
}

// From every partner, one by one. Whole numbers have the same sum in any order, so that all blocks
// may add to one column of the other side, which may be the longer by far.
TwoModeOverlap listed_overlap(const BipartiteGraph& graph, Side side, unsigned threads) {
  const std::size_t n = size(graph, side), others = size(graph, other(side));
  const Vertex first = joint(graph, other(side), 0);
  TwoModeOverlap result = no_overlap(n, others);
  const std::size_t blocks = block_count(n, kMostBlocks);
  parallel_blocks(blocks, threads, [&](std::size_t block) {
    SharedNeighbors row(graph);
    for (std::size_t i = block_begin(n, blocks, block); i < block_begin(n, blocks, block + 1);
         ++i) {
      const Vertex v = joint(graph, side, i);
      row.fill(v);
      if (row.partners().empty()) continue;
      const auto own = static_cast<double>(graph.neighbors(v).size());
      for (const Vertex w : row.partners()) {
        const auto shared = static_cast<double>(row.with(w));
        const auto theirs = static_cast<double>(graph.neighbors(w).size());
        result.dot[i] += shared / (own + theirs - shared);
        result.min[i] += shared / std::min(own, theirs);
        result.max[i] += shared / std::max(own, theirs);
        result.butterflies[i] += pairs_of(row.with(w));
        if (w > v && row.with(w) == 1)
          std::atomic_ref(result.alone[row.mixed_with(w) - first])
              .fetch_add(1, std::memory_order_relaxed);
      }
      for (auto* column : {&result.dot, &result.min, &result.max})
        (*column)[i] /= static_cast<double>(row.partners().size());
    }
  });
  return result;
}

}  // namespace

TwoModeOverlap two_mode_overlap(const BipartiteGraph& graph, Side side,
                                const WorkOptions& options) {
  const OverlapPlan plan = overlap_plan(graph, side);
  check_steps(plan.steps, "the overlap of neighbourhoods", options.most_steps);
  return plan.by_classes ? overlap_by_classes(graph, side, plan.heavies, options.threads)
                         : listed_overlap(graph, side, options.threads);
}

std::vector<double> redundancy(const BipartiteGraph& graph, Side side, const WorkOptions& options) {
  return redundancy(graph, side, two_mode_overlap(graph, other(side), options));
}

std::vector<double> redundancy(const BipartiteGraph& graph, Side side,
                               const TwoModeOverlap& of_other) {
  std::vector<double> result(size(graph, side), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const std::uint64_t pairs = pairs_of(graph.neighbors(joint(graph, side, i)).size());
    if (pairs > 0)
      result[i] = static_cast<double>(pairs - of_other.alone[i]) / static_cast<double>(pairs);
  }
  return result;
}

std::uint64_t butterfly_count(const BipartiteGraph& graph, const WorkOptions& options) {
  const double by_units = squared_degrees(graph, Side::Tasks);
  const double by_tasks = squared_degrees(graph, Side::Units);
  check_steps(std::min(by_units, by_tasks), "counting four-cycles", options.most_steps);
  const Side side = by_tasks < by_units ? Side::Tasks : Side::Units;
  const std::size_t n = size(graph, side), blocks = block_count(n, kMostBlocks);
  const Vertex first = joint(graph, side, 0);
  std::vector<std::uint64_t> counts(blocks, 0);
  parallel_blocks(blocks, options.threads, [&](std::size_t block) {
    std::vector<std::uint32_t> shared(n, 0), partners;
    for (std::size_t i = block_begin(n, blocks, block); i < block_begin(n, blocks, block + 1);
         ++i) {
      for (const Vertex x : graph.neighbors(joint(graph, side, i)))
        for (const Vertex w : graph.neighbors(x)) {
          if (w - first >= i) break;  // neighbours ascend: each pair once
          if (shared[w - first]++ == 0) partners.push_back(w - first);
        }
      for (const std::uint32_t w : partners) counts[block] += pairs_of(std::exchange(shared[w], 0));
      partners.clear();
    }
  });
  return std::reduce(counts.begin(), counts.end());
}

std::optional<double> robins_alexander_clustering(const BipartiteGraph& graph) {
  return robins_alexander_clustering(graph, butterfly_count(graph));
}

std::optional<double> robins_alexander_clustering(const BipartiteGraph& graph,
                                                  std::uint64_t butterflies) {
  const double paths = three_paths(graph);
  if (paths == 0) return std::nullopt;
  return 4 * static_cast<double>(butterflies) / paths;
}

std::optional<double> opsahl_clustering(const BipartiteGraph& graph, const WorkOptions& options) {
  double steps = 0;
  for (std::size_t u = 0; u < graph.unit_count(); ++u) {
    double ends = 0;
    for (const Vertex task : graph.neighbors(graph.unit_vertex(u)))
      ends += static_cast<double>(graph.neighbors(task).size());
    steps += ends * ends;
  }
  check_steps(steps, "Opsahl's clustering", options.most_steps);

  // From one end, so that what the ends share is at hand: end, task p, middle, task q, other end.
  std::uint64_t paths = 0, closed = 0;
  SharedNeighbors row(graph);
  std::vector<Vertex> mine(graph.task_count(), UINT32_MAX);  // mine[t] == end: t is a task of it
  for (std::size_t u = 0; u < graph.unit_count(); ++u) {
    const Vertex end = graph.unit_vertex(u);
    row.fill(end);
    for (const Vertex task : graph.neighbors(end)) mine[task] = end;
    for (const Vertex middle : row.partners()) {
      const auto tasks = graph.neighbors(middle);
      for (const Vertex q : tasks) {
        const std::uint32_t q_is_mine = mine[q] == end ? 1 : 0;
        const std::uint32_t choices = row.with(middle) - q_is_mine;  // of p, a task of both
        if (choices == 0) continue;
        for (const Vertex far : graph.neighbors(q)) {
          if (far == end || far == middle) continue;
          paths += choices;
          if (row.with(far) <= q_is_mine) continue;
          if (row.with(far) >= 2 + q_is_mine) {
            closed += choices;
            continue;
          }
          // One task besides q joins the ends: it closes the path unless it is p.
          const Vertex joining = row.mixed_with(far) ^ (q_is_mine == 1 ? q : 0);
          closed += choices - (std::ranges::binary_search(tasks, joining) ? 1U : 0U);
        }
      }
    }
  }
  if (paths == 0) return std::nullopt;
  return static_cast<double>(closed) / static_cast<double>(paths);
}

}  // namespace respnet::graph
