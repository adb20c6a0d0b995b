#include "graph/distances_batch.hpp"

#include <bit>
#include <span>

namespace respnet::graph {
namespace {

// What a batch works on, without the class, so that the loop below is plain.
struct Rows {
  const std::uint64_t* offsets;
  const Vertex* targets;
  BitRow* seen;
  std::uint8_t* full;
  DistanceSums& result;
};

// Takes the searches to `level`. Returns whether any reached anything.
RESPNET_WIDE bool reach(const Rows& g, std::span<const Vertex> side, std::uint64_t level,
                        const BitRow* before, BitRow* now) {
  bool any = false;
  for (const Vertex v : side) {
    now[v].words = Words8{};
    if (g.full[v] != 0) continue;
    Words8 found{};
    for (std::uint64_t i = g.offsets[v]; i < g.offsets[v + 1]; ++i)
      found |= before[g.targets[i]].words;
    found &= ~g.seen[v].words;
    std::uint32_t count = 0;
    for (std::size_t word = 0; word < 8; ++word)
      count += static_cast<std::uint32_t>(std::popcount(found[word]));
    if (count == 0) continue;
    any = true;
    now[v].words = found;
    g.seen[v].words |= found;
    std::uint64_t all = ~std::uint64_t{0};
    for (std::size_t word = 0; word < 8; ++word) all &= g.seen[v].words[word];
    g.full[v] = all == ~std::uint64_t{0} ? 1 : 0;
    g.result.reached[v] += count;
    g.result.sum[v] += level * count;
    g.result.inverse_sum[v] += count / static_cast<double>(level);
  }
  return any;
}

}  // namespace

BatchSearcher::BatchSearcher(const Adjacency& graph)
    : graph_(graph), seen_(graph.vertex_count()), full_(graph.vertex_count()) {
  for (auto& rows : edge_) rows.resize(graph.vertex_count());
}

// Bits without a source count as having been everywhere.
void BatchSearcher::begin(const SearchPart& part, const SearchBatch& batch) {
  BitRow unused;
  for (std::size_t i = batch.sources.size(); i < kSources; ++i)
    unused.words[i / 64] |= std::uint64_t{1} << i % 64;
  for (const auto& side : part.sides) {
    for (const Vertex v : side) {
      seen_[v] = unused;
      full_[v] = 0;
      edge_[0][v] = edge_[1][v] = BitRow{};
    }
  }
  for (std::size_t i = 0; i < batch.sources.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i % 64;
    seen_[batch.sources[i]].words[i / 64] |= bit;
    edge_[0][batch.sources[i]].words[i / 64] |= bit;
  }
}

void BatchSearcher::add(const SearchPart& part, const SearchBatch& batch, DistanceSums& result) {
  begin(part, batch);
  const Rows g{graph_.offsets.data(), graph_.targets.data(), seen_.data(), full_.data(), result};
  for (std::size_t level = 1; reach(g, part.reached(batch.side, level), level,
                                    edge_[(level - 1) % 2].data(), edge_[level % 2].data());)
    ++level;
}

}  // namespace respnet::graph
