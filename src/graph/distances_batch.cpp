#include "graph/distances_batch.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace respnet::graph {

// What a batch works on, without the class, so that the loops below are plain.
struct SearchRows {
  const std::uint64_t* offsets;
  const Vertex* targets;
  BitRow* seen;
  std::uint32_t* counted;
  DistanceSums* sums;              // null where sources are counted by distance:
  DistanceCounts* counts;          // null where distances are added up
  std::span<const BitRow> digits;  // none: each source is only itself
  std::uint32_t* twins;
  std::uint32_t* at_level = nullptr;  // of the counts

  void begin_level(std::uint64_t level) {
    if (counts != nullptr) at_level = counts->row(level);
  }
};

namespace {

// Inlined, so that each clone of a caller has its own.
#define RESPNET_INLINE [[gnu::always_inline]] inline

RESPNET_INLINE std::uint32_t ones(const BitRow& row) {
  std::uint32_t count = 0;
  for (const Words4& part : row.part)
    for (std::size_t word = 0; word < 4; ++word)
      count += static_cast<std::uint32_t>(std::popcount(part[word]));
  return count;
}

// All bits of the rows of the neighbours.
RESPNET_INLINE BitRow united(const SearchRows& g, Vertex v, const BitRow* rows) {
  Words4 a{}, b{};
  for (std::uint64_t i = g.offsets[v]; i < g.offsets[v + 1]; ++i) {
    const BitRow& row = rows[g.targets[i]];
    a |= row.part[0];
    b |= row.part[1];
  }
  return {{a, b}};
}

// Twins of the sources.
RESPNET_INLINE std::uint32_t twins(const SearchRows& g, const BitRow& row) {
  std::uint32_t count = 0;
  for (std::size_t k = 0; k < g.digits.size(); ++k)
    count += ones({{row.part[0] & g.digits[k].part[0], row.part[1] & g.digits[k].part[1]}}) << k;
  return count;
}

// The row is what has reached v by `level`. Returns whether any of it is new.
RESPNET_INLINE bool count_new(const SearchRows& g, Vertex v, std::uint64_t level,
                              const BitRow& row) {
  std::uint32_t count = ones(row) - g.counted[v];
  if (count == 0) return false;
  g.counted[v] += count;
  if (!g.digits.empty()) {
    const std::uint32_t more = twins(g, row) - g.twins[v];
    g.twins[v] += more;
    count += more;
  }
  if (g.at_level != nullptr) {
    g.at_level[v] += count;
    if (level >= DistanceCounts::kDeepest) g.counts->add_deep(v, level, count);
    return true;
  }
  g.sums->reached[v] += count;
  g.sums->sum[v] += level * count;
  g.sums->inverse_sum[v] += count / static_cast<double>(level);
  return true;
}

// One-mode: takes the searches to `level`. Returns whether any reached anything.
RESPNET_WIDE bool reach(const SearchRows& g, std::span<const Vertex> side, std::uint64_t level,
                        const BitRow* before, BitRow* now) {
  bool any = false;
  for (const Vertex v : side) {
    now[v] = BitRow{};
    if (g.counted[v] == BatchSearcher::kSources) continue;
    const BitRow found = united(g, v, before);
    BitRow& seen = g.seen[v];
    const BitRow all{{seen.part[0] | found.part[0], seen.part[1] | found.part[1]}};
    if (!count_new(g, v, level, all)) continue;
    any = true;
    now[v] = {{found.part[0] & ~seen.part[0], found.part[1] & ~seen.part[1]}};
    seen = all;
  }
  return any;
}

// Two-mode, to the larger side: what has reached a vertex is what had reached any of its
// neighbours, and goes on to all of them. A vertex that nothing new has reached hands on nothing
// new either.
RESPNET_WIDE void reach_large(const SearchRows& g, std::span<const Vertex> side,
                              std::uint64_t level, BitRow* next) {
  for (const Vertex v : side) {
    if (g.counted[v] == BatchSearcher::kSources) continue;
    const BitRow all = united(g, v, g.seen);
    const std::uint64_t begin = g.offsets[v], end = g.offsets[v + 1];
    if (!count_new(g, v, level, all) || end - begin == 1) continue;
    for (std::uint64_t i = begin; i < end; ++i) {
      BitRow& row = next[g.targets[i]];
      row.part[0] |= all.part[0];
      row.part[1] |= all.part[1];
    }
  }
}

// Two-mode, to the smaller side. Returns whether any reached anything.
RESPNET_WIDE bool reach_small(const SearchRows& g, std::span<const Vertex> side,
                              std::uint64_t level, const BitRow* next) {
  bool any = false;
  for (const Vertex v : side) {
    if (!count_new(g, v, level, next[v])) continue;
    any = true;
    g.seen[v] = next[v];
  }
  return any;
}

}  // namespace

BatchSearcher::BatchSearcher(const SearchGraph& graph)
    : graph_(graph),
      seen_(untouched_rows<BitRow>(graph.rows.vertex_count())),
      counted_(graph.rows.vertex_count()),
      twins_(graph.members.size()) {
  for (auto& rows : edge_) rows = untouched_rows<BitRow>(graph.rows.vertex_count());
}

void BatchSearcher::begin_twins(const SearchPart& part, const SearchBatch& batch) {
  digits_.clear();
  std::uint32_t most = 0;
  for (const Vertex source : batch.sources) most = std::max(most, graph_.members_of(source) - 1);
  if (most == 0) return;
  digits_.resize(static_cast<std::size_t>(std::bit_width(most)));
  for (std::size_t i = 0; i < batch.sources.size(); ++i)
    for (std::size_t k = 0; k < digits_.size(); ++k)
      if (((graph_.members[batch.sources[i]] - 1) >> k & 1) != 0) digits_[k].set(i);
  for (const auto& side : part.sides)
    for (const Vertex v : side) twins_[v] = 0;
  for (const Vertex source : batch.sources) twins_[source] = graph_.members[source] - 1;
}

// Bits without a source count as having been everywhere.
BitRow BatchSearcher::begin(const SearchPart& part, const SearchBatch& batch) {
  BitRow unused{};
  for (std::size_t i = batch.sources.size(); i < kSources; ++i) unused.set(i);
  const auto absent = static_cast<std::uint32_t>(kSources - batch.sources.size());
  for (const auto& side : part.sides)
    for (const Vertex v : side) counted_[v] = absent;
  for (const Vertex source : batch.sources) ++counted_[source];
  begin_twins(part, batch);
  return unused;
}

void BatchSearcher::add_one_mode(const SearchPart& part, const SearchBatch& batch,
                                 const BitRow& unused, SearchRows& g) {
  for (const Vertex v : part.sides[0]) {
    seen_[v] = unused;
    edge_[0][v] = edge_[1][v] = BitRow{};
  }
  for (std::size_t i = 0; i < batch.sources.size(); ++i) {
    seen_[batch.sources[i]].set(i);
    edge_[0][batch.sources[i]].set(i);
  }
  bool any = true;
  for (std::size_t level = 1; any; ++level) {
    g.begin_level(level);
    any = reach(g, part.sides[0], level, edge_[(level - 1) % 2].get(), edge_[level % 2].get());
  }
}

void BatchSearcher::add_two_mode(const SearchPart& part, const SearchBatch& batch,
                                 const BitRow& unused, SearchRows& g) {
  const std::size_t small_side = part.sides[0].size() <= part.sides[1].size() ? 0 : 1;
  const std::vector<Vertex>& small = part.sides[small_side];
  const std::vector<Vertex>& large = part.sides[1 - small_side];
  BitRow* const next = edge_[0].get();
  for (const Vertex v : small) seen_[v] = next[v] = unused;
  std::size_t level = 0;
  if (batch.side == small_side) {
    for (std::size_t i = 0; i < batch.sources.size(); ++i) {
      seen_[batch.sources[i]].set(i);
      next[batch.sources[i]].set(i);
    }
  } else {
    for (std::size_t i = 0; i < batch.sources.size(); ++i)
      for (const Vertex v : graph_.rows.neighbors(batch.sources[i])) next[v].set(i);
    level = 1;
  }
  if (level == 1) {
    g.begin_level(level);
    reach_small(g, small, level, next);
  }
  for (bool any = true; any; level += 2) {
    g.begin_level(level + 1);
    reach_large(g, large, level + 1, next);
    g.begin_level(level + 2);
    any = reach_small(g, small, level + 2, next);
  }
}

void BatchSearcher::add(const SearchPart& part, const SearchBatch& batch, const Answer& answer) {
  const BitRow unused = begin(part, batch);
  SearchRows g{graph_.rows.offsets.data(),
               graph_.rows.targets.data(),
               seen_.get(),
               counted_.data(),
               answer.sums,
               answer.counts,
               digits_,
               twins_.data()};
  if (part.two_mode) {
    add_two_mode(part, batch, unused, g);
  } else {
    add_one_mode(part, batch, unused, g);
  }
}

}  // namespace respnet::graph
