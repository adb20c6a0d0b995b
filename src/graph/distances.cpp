#include "respnet/graph/distances.hpp"

#include <algorithm>

#include "graph/distances_batch.hpp"
#include "graph/search_limit.hpp"
#include "graph/search_parts.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

constexpr std::uint32_t kUnseen = UINT32_MAX;

// Breadth-first searches that share their memory.
class Searcher {
 public:
  explicit Searcher(const Adjacency& out) : out_(out), distance_(out.vertex_count(), kUnseen) {}

  void search(Vertex source, DistanceSums& result) {
    queue_.assign(1, source);
    distance_[source] = 0;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      const Vertex v = queue_[head];
      for (const Vertex u : out_.neighbors(v)) {
        if (distance_[u] != kUnseen) continue;
        distance_[u] = distance_[v] + 1;
        queue_.push_back(u);
      }
    }
    summarise(source, result);
  }

 private:
  // The queue is sorted by distance: add up level by level, and forget the distances.
  void summarise(Vertex source, DistanceSums& result) {
    result.reached[source] = static_cast<std::uint32_t>(queue_.size() - 1);
    std::uint64_t sum = 0;
    double inverse_sum = 0;
    for (std::size_t i = 1; i < queue_.size();) {
      const std::uint32_t level = distance_[queue_[i]];
      const std::size_t begin = i;
      while (i < queue_.size() && distance_[queue_[i]] == level) ++i;
      sum += level * static_cast<std::uint64_t>(i - begin);
      inverse_sum += static_cast<double>(i - begin) / level;
    }
    result.sum[source] = sum;
    result.inverse_sum[source] = inverse_sum;
    for (const Vertex v : queue_) distance_[v] = kUnseen;
  }

  const Adjacency& out_;
  std::vector<std::uint32_t> distance_;
  std::vector<Vertex> queue_;
};

DistanceSums none(std::size_t vertices) {
  return {std::vector<std::uint32_t>(vertices), std::vector<std::uint64_t>(vertices),
          std::vector<double>(vertices)};
}

DistanceSums directed_sums(const Adjacency& out, unsigned threads) {
  const std::size_t n = out.vertex_count();
  DistanceSums result = none(n);
  const std::size_t blocks = block_count(n, 256);
  parallel_blocks(blocks, threads, [&](std::size_t block) {
    Searcher searcher(out);
    const std::size_t end = block_begin(n, blocks, block + 1);
    for (std::size_t v = block_begin(n, blocks, block); v < end; ++v)
      searcher.search(static_cast<Vertex>(v), result);
  });
  return result;
}

DistanceSums undirected_sums(const Adjacency& graph, unsigned threads) {
  constexpr std::size_t kMostBlocks = 32;  // each holds columns of the answer
  const std::size_t n = graph.vertex_count();
  const std::vector<SearchPart> parts = search_parts(graph);
  const std::vector<SearchBatch> batches = search_batches(parts, BatchSearcher::kSources);
  const bool any_suits = std::ranges::any_of(parts, BatchSearcher::suits);
  const std::size_t blocks = block_count(batches.size(), kMostBlocks);
  std::vector<DistanceSums> slots(blocks);
  parallel_blocks(blocks, threads, [&](std::size_t block) {
    slots[block] = none(n);
    Searcher single(graph);
    BatchSearcher batched(any_suits ? graph : Adjacency{});
    for (std::size_t i = block; i < batches.size(); i += blocks) {
      const SearchPart& part = parts[batches[i].part];
      if (BatchSearcher::suits(part)) {
        batched.add(part, batches[i], slots[block]);
      } else {
        for (const Vertex source : batches[i].sources) single.search(source, slots[block]);
      }
    }
  });
  DistanceSums result = none(n);
  for (const DistanceSums& slot : slots) {
    for (std::size_t v = 0; v < n; ++v) {
      result.reached[v] += slot.reached[v];
      result.sum[v] += slot.sum[v];
      result.inverse_sum[v] += slot.inverse_sum[v];
    }
  }
  return result;
}

}  // namespace

DistanceSums distance_sums(const Adjacency& out, const DistanceOptions& options) {
  check_all_searches(out, "closeness", options.most_steps);
  return options.directed ? directed_sums(out, options.threads)
                          : undirected_sums(out, options.threads);
}

}  // namespace respnet::graph
