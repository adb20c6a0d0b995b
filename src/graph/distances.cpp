#include "respnet/graph/distances.hpp"

#include <algorithm>

#include "graph/distances_batch.hpp"
#include "graph/search_limit.hpp"
#include "graph/search_parts.hpp"
#include "graph/twin_graph.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

constexpr std::uint32_t kUnseen = UINT32_MAX;

// Breadth-first searches that share their memory.
class Searcher {
 public:
  explicit Searcher(const SearchGraph& out)
      : out_(out), distance_(out.rows.vertex_count(), kUnseen) {}

  void search(Vertex source, DistanceSums& result) {
    queue_.assign(1, source);
    distance_[source] = 0;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      const Vertex v = queue_[head];
      for (const Vertex u : out_.rows.neighbors(v)) {
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
    std::uint32_t reached = 0;
    std::uint64_t sum = 0;
    double inverse_sum = 0;
    for (std::size_t i = 1; i < queue_.size();) {
      const std::uint32_t level = distance_[queue_[i]];
      std::uint32_t members = 0;
      while (i < queue_.size() && distance_[queue_[i]] == level)
        members += out_.members_of(queue_[i++]);
      reached += members;
      sum += level * static_cast<std::uint64_t>(members);
      inverse_sum += static_cast<double>(members) / level;
    }
    result.reached[source] = reached;
    result.sum[source] = sum;
    result.inverse_sum[source] = inverse_sum;
    for (const Vertex v : queue_) distance_[v] = kUnseen;
  }

  SearchGraph out_;
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
    Searcher searcher({out, {}});
    const std::size_t end = block_begin(n, blocks, block + 1);
    for (std::size_t v = block_begin(n, blocks, block); v < end; ++v)
      searcher.search(static_cast<Vertex>(v), result);
  });
  return result;
}

// Most vertices have no twin: together their searches are spared the counting of members.
std::vector<SearchPart> parts_by_members(const SearchGraph& graph) {
  std::vector<SearchPart> parts = search_parts(graph.rows);
  if (graph.members.empty()) return parts;
  for (SearchPart& part : parts)
    for (auto& side : part.sides)
      std::ranges::stable_sort(side, {}, [&](Vertex v) { return graph.members[v]; });
  return parts;
}

DistanceSums undirected_sums(const SearchGraph& graph, unsigned threads) {
  constexpr std::size_t kMostBlocks = 32;  // each holds columns of the answer
  const std::size_t n = graph.rows.vertex_count();
  const std::vector<SearchPart> parts = parts_by_members(graph);
  const std::vector<SearchBatch> batches = search_batches(parts, BatchSearcher::kSources);
  const bool any_suits = std::ranges::any_of(parts, BatchSearcher::suits);
  const std::size_t blocks = block_count(batches.size(), kMostBlocks);
  std::vector<DistanceSums> slots(blocks);
  parallel_blocks(blocks, threads, [&](std::size_t block) {
    slots[block] = none(n);
    Searcher single(graph);
    BatchSearcher batched(any_suits ? graph : SearchGraph{});
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

// Twins are two steps from each other, over any of their neighbours, if they have one.
DistanceSums folded_sums(const TwinGraph& folded, unsigned threads) {
  DistanceSums of_class = undirected_sums(folded.view(), threads);
  for (std::size_t c = 0; c < of_class.sum.size(); ++c) {
    if (folded.rows.view().degree(static_cast<Vertex>(c)) == 0) continue;
    const std::uint32_t twins = folded.twins.count[c] - 1;
    of_class.reached[c] += twins;
    of_class.sum[c] += 2 * static_cast<std::uint64_t>(twins);
    of_class.inverse_sum[c] += twins / 2.0;
  }
  return {folded.handed_back(of_class.reached), folded.handed_back(of_class.sum),
          folded.handed_back(of_class.inverse_sum)};
}

}  // namespace

DistanceSums distance_sums(const Adjacency& out, const DistanceOptions& options) {
  const auto folded = options.directed ? std::nullopt : twin_graph(out);
  check_all_searches(folded ? folded->rows.view() : out, "closeness", options.most_steps);
  if (options.directed) return directed_sums(out, options.threads);
  return folded ? folded_sums(*folded, options.threads)
                : undirected_sums({out, {}}, options.threads);
}

}  // namespace respnet::graph
