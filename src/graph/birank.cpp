#include "respnet/graph/birank.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <string>

#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

void check(const BiRankOptions& options) {
  const auto damped = [](double x) { return x >= 0 && x < 1; };
  if (!damped(options.alpha) || !damped(options.beta))
    throw std::invalid_argument("birank: alpha and beta must be at least 0 and below 1");
  if (!(options.tolerance > 0) || options.max_iterations < 1)
    throw std::invalid_argument("birank: tolerance and max_iterations must be above 0");
}

// What each vertex passes of its rank: the weight of an edge is split into what the giver knows
// and what the taker knows.
struct Split {
  std::vector<double> given, taken;

  Split(const BipartiteGraph& graph, BiRankStep step)
      : given(graph.vertex_count(), 0), taken(graph.vertex_count(), 1) {
    for (Vertex v = 0; v < given.size(); ++v) {
      const auto degree = static_cast<double>(graph.neighbors(v).size());
      if (degree == 0) continue;
      given[v] = step == BiRankStep::CoHits ? 1 / degree : 1 / std::sqrt(degree);
      if (step == BiRankStep::BiRank) taken[v] = given[v];
    }
  }
};

// Where each block of one mode begins, and where the last one ends: about as many edges in each.
std::vector<Vertex> block_borders(const Adjacency& graph, Vertex first, Vertex last) {
  constexpr std::uint64_t kEdges = 32768;
  const std::uint64_t edges = graph.offsets[last] - graph.offsets[first];
  const std::uint64_t blocks = std::clamp<std::uint64_t>(edges / kEdges, 1, 64);
  std::vector<Vertex> borders{first};
  for (std::uint64_t block = 1; block < blocks; ++block) {
    const auto from = graph.offsets.begin() + borders.back();
    const std::uint64_t offset = graph.offsets[first] + edges * block / blocks;
    const auto border = std::lower_bound(from, graph.offsets.begin() + last, offset);
    borders.push_back(static_cast<Vertex>(border - graph.offsets.begin()));
  }
  borders.push_back(last);
  return borders;
}

}  // namespace

std::vector<double> birank(const BipartiteGraph& graph, const BiRankOptions& options) {
  check(options);
  const Split split(graph, options.step);
  const Adjacency rows = graph.adjacency();
  const auto begin_units = static_cast<Vertex>(graph.task_count());
  const auto end = static_cast<Vertex>(graph.vertex_count());
  std::vector<double> rank(end), passed(end);
  for (Vertex v = 0; v < end; ++v) {
    rank[v] = 1 / static_cast<double>(v < begin_units ? graph.task_count() : graph.unit_count());
    passed[v] = rank[v] * split.given[v];
  }

  const unsigned threads = thread_count(options.threads);  // asked for once: it takes a system call
  // Takes the rank of one mode from the other; the change, summed.
  const auto renew = [&](const std::vector<Vertex>& borders, double damping) {
    const auto size = static_cast<double>(borders.back() - borders.front());
    std::vector<double> changes(borders.size() - 1, 0);
    parallel_blocks(changes.size(), threads, [&](std::size_t block) {
      double change = 0;
      for (Vertex v = borders[block]; v < borders[block + 1]; ++v) {
        double sum = 0;
        for (const Vertex w : rows.neighbors(v)) sum += passed[w];
        const double renewed = damping * sum * split.taken[v] + (1 - damping) / size;
        change += std::abs(renewed - rank[v]);
        rank[v] = renewed;
        passed[v] = renewed * split.given[v];
      }
      changes[block] = change;
    });
    return std::accumulate(changes.begin(), changes.end(), 0.0);
  };

  const std::vector<Vertex> tasks = block_borders(rows, 0, begin_units);
  const std::vector<Vertex> units = block_borders(rows, begin_units, end);
  const double both = options.alpha * options.beta;
  for (int i = 0; i < options.max_iterations; ++i) {
    const double change = renew(tasks, options.alpha) + renew(units, options.beta);
    if (change <= options.tolerance * (1 - both)) return rank;
  }
  throw LimitError("birank did not converge in " + std::to_string(options.max_iterations) +
                   " iterations; allow more, or a larger tolerance");
}

}  // namespace respnet::graph
