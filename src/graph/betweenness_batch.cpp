#include "graph/betweenness_batch.hpp"

#include <algorithm>
#include <span>

namespace respnet::graph {
namespace {

using Level = BatchAccumulator::Level;

// What a batch works on, without the class, so that the loops below are plain.
struct Rows {
  const std::uint64_t* offsets;
  const Vertex* targets;
  Lanes* seen;
  DoubleRow* paths;
  double* score;
  const double* members;            // by vertex; null: each is only itself
  const DoubleRow* source_members;  // by lane
};

// What neighbours hand over: rows, and which of their lanes count. Other lanes are zero.
struct Edge {
  DoubleRow* rows;
  Lanes* lanes;
};

// Inlined, so that each clone of a caller has its own.
#define RESPNET_INLINE [[gnu::always_inline]] inline

RESPNET_INLINE Doubles4 masked(Doubles4 values, Lanes lanes, std::size_t part) {
  const Bits4 bits = kLaneBits[lanes >> 4 * part & 15];
  return reinterpret_cast<Doubles4>(reinterpret_cast<Bits4>(values) & bits);
}

// The rows of the larger side do not stay in cache: they are asked for some vertices ahead.
constexpr std::size_t kAhead = 4;

RESPNET_INLINE void prefetch(const DoubleRow& row) {
  __builtin_prefetch(&row.part[0]);
  __builtin_prefetch(&row.part[2]);  // another line of the cache
}

RESPNET_INLINE Lanes lanes_around(const Rows& g, Vertex v, const Lanes* lanes) {
  Lanes all = 0;
  for (std::uint64_t i = g.offsets[v]; i < g.offsets[v + 1]; ++i) all |= lanes[g.targets[i]];
  return all;
}

// The sum over neighbours, in `wanted` lanes; the others are zero.
RESPNET_INLINE DoubleRow gathered(const Rows& g, Vertex v, const Edge& from, Lanes wanted) {
  Doubles4 a{}, b{}, c{}, d{};
  for (std::uint64_t i = g.offsets[v]; i < g.offsets[v + 1]; ++i) {
    const Vertex w = g.targets[i];
    if ((from.lanes[w] & wanted) == 0) continue;
    const DoubleRow& row = from.rows[w];
    a += row.part[0];
    b += row.part[1];
    c += row.part[2];
    d += row.part[3];
  }
  return {{masked(a, wanted, 0), masked(b, wanted, 1), masked(c, wanted, 2), masked(d, wanted, 3)}};
}

// Adds the row to the neighbours that want any of its lanes; each() tells which those are.
RESPNET_INLINE void scatter(const Rows& g, Vertex v, const DoubleRow& row, DoubleRow* to,
                            auto&& wants) {
  const Doubles4 a = row.part[0], b = row.part[1], c = row.part[2], d = row.part[3];
  for (std::uint64_t i = g.offsets[v]; i < g.offsets[v + 1]; ++i) {
    const Vertex w = g.targets[i];
    if (!wants(w)) continue;
    DoubleRow& sum = to[w];
    sum.part[0] += a;
    sum.part[1] += b;
    sum.part[2] += c;
    sum.part[3] += d;
  }
}

RESPNET_INLINE void take_paths(const Rows& g, Vertex v, Lanes fresh, const DoubleRow& found) {
  g.seen[v] |= fresh;
  DoubleRow& paths = g.paths[v];
  for (std::size_t i = 0; i < 4; ++i)
    paths.part[i] =
        masked(paths.part[i], static_cast<Lanes>(~fresh), i) + masked(found.part[i], fresh, i);
}

// What one member of v hands over becomes what all of them do.
RESPNET_INLINE void of_all_members(const Rows& g, Vertex v, DoubleRow& row) {
  if (g.members == nullptr) return;
  for (Doubles4& part : row.part) part *= g.members[v];
}

// From what its successors share out: the dependency on v, added to its score, and what it shares
// out itself.
RESPNET_INLINE DoubleRow shared_out(const Rows& g, Vertex v, Lanes lanes, const DoubleRow& shares) {
  DoubleRow result, dependencies;
  for (std::size_t i = 0; i < 4; ++i) {
    const Doubles4 paths = g.paths[v].part[i];
    const Doubles4 dependency = paths * shares.part[i];
    dependencies.part[i] = masked(dependency, lanes, i);
    result.part[i] = masked((1 + dependency) / paths, lanes, i);
  }
  if (g.members != nullptr) {
    for (std::size_t i = 0; i < 4; ++i) {
      dependencies.part[i] *= g.source_members->part[i];
      result.part[i] *= g.members[v];
    }
  }
  const auto& [a, b, c, d] = dependencies.part;
  const Doubles4 sum = a + b + c + d;
  g.score[v] += (sum[0] + sum[1]) + (sum[2] + sum[3]);
  return result;
}

// Two-mode, out: the larger side, from the smaller one before it to the one behind it.
RESPNET_WIDE void reach_large(const Rows& g, std::span<const Vertex> side, const Edge& before,
                              const Edge& behind, Level& level) {
  for (std::size_t i = 0; i < side.size(); ++i) {
    const Vertex v = side[i];
    if (g.seen[v] == kAllLanes) continue;
    const auto fresh = static_cast<Lanes>(lanes_around(g, v, before.lanes) & ~g.seen[v]);
    if (fresh == 0) continue;
    if (i + kAhead < side.size()) prefetch(g.paths[side[i + kAhead]]);
    DoubleRow found = gathered(g, v, before, fresh);
    take_paths(g, v, fresh, found);
    of_all_members(g, v, found);
    level.vertices.push_back(v);
    level.lanes.push_back(fresh);
    scatter(g, v, found, behind.rows, [&](Vertex w) {
      const auto wanted = static_cast<Lanes>(fresh & ~g.seen[w]);
      behind.lanes[w] |= wanted;
      return wanted != 0;
    });
  }
}

// Two-mode, out: the smaller side takes what was scattered.
RESPNET_WIDE void reach_small(const Rows& g, std::span<const Vertex> side, const Edge& scattered,
                              const Edge& now, Level& level) {
  for (const Vertex v : side) {
    const Lanes fresh = scattered.lanes[v];
    now.lanes[v] = fresh;
    if (fresh == 0) continue;
    DoubleRow& found = scattered.rows[v];
    for (std::size_t i = 0; i < 4; ++i) {
      now.rows[v].part[i] = masked(found.part[i], fresh, i);
      found.part[i] = Doubles4{};
    }
    scattered.lanes[v] = 0;
    take_paths(g, v, fresh, now.rows[v]);
    of_all_members(g, v, now.rows[v]);
    level.vertices.push_back(v);
    level.lanes.push_back(fresh);
  }
}

// Two-mode, back: the larger side; `before.lanes` say where each of the smaller side was reached
// one level before.
RESPNET_WIDE void come_back_large(const Rows& g, const Level& level, const Edge& behind,
                                  const Edge& before) {
  for (std::size_t i = 0; i < level.vertices.size(); ++i) {
    const Vertex v = level.vertices[i];
    const Lanes lanes = level.lanes[i];
    if (i + kAhead < level.vertices.size()) prefetch(g.paths[level.vertices[i + kAhead]]);
    const DoubleRow shares = shared_out(g, v, lanes, gathered(g, v, behind, lanes));
    scatter(g, v, shares, before.rows, [&](Vertex w) { return (before.lanes[w] & lanes) != 0; });
  }
}

// Two-mode, back: the smaller side.
RESPNET_WIDE void come_back_small(const Rows& g, const Level& level, const Edge& scattered,
                                  const Edge& now) {
  for (std::size_t i = 0; i < level.vertices.size(); ++i) {
    const Vertex v = level.vertices[i];
    now.rows[v] = shared_out(g, v, level.lanes[i], scattered.rows[v]);
    now.lanes[v] = level.lanes[i];
    scattered.rows[v] = DoubleRow{};
  }
}

// One-mode, out: all vertices.
RESPNET_WIDE void reach(const Rows& g, std::span<const Vertex> all, const Edge& before,
                        const Edge& now, Level& level) {
  for (const Vertex v : all) {
    now.lanes[v] = 0;
    if (g.seen[v] == kAllLanes) continue;
    const auto fresh = static_cast<Lanes>(lanes_around(g, v, before.lanes) & ~g.seen[v]);
    if (fresh == 0) continue;
    now.rows[v] = gathered(g, v, before, fresh);
    now.lanes[v] = fresh;
    level.vertices.push_back(v);
    level.lanes.push_back(fresh);
  }
  // Only now: a neighbour on the same level must not count as seen before.
  for (std::size_t i = 0; i < level.vertices.size(); ++i) {
    const Vertex v = level.vertices[i];
    take_paths(g, v, level.lanes[i], now.rows[v]);
    of_all_members(g, v, now.rows[v]);
  }
}

// One-mode, back: all vertices of the level.
RESPNET_WIDE void come_back(const Rows& g, const Level& level, const Edge& behind,
                            const Edge& now) {
  for (std::size_t i = 0; i < level.vertices.size(); ++i) {
    const Vertex v = level.vertices[i];
    now.rows[v] = shared_out(g, v, level.lanes[i], gathered(g, v, behind, level.lanes[i]));
    now.lanes[v] = level.lanes[i];
  }
}

void mark(const Level& level, const Edge& edge) {
  for (std::size_t i = 0; i < level.vertices.size(); ++i)
    edge.lanes[level.vertices[i]] = level.lanes[i];
}

std::size_t small_side(const SearchPart& part) {
  return part.sides[0].size() <= part.sides[1].size() ? 0 : 1;
}

void unmark(const Level& level, const Edge& edge) {
  for (const Vertex v : level.vertices) edge.lanes[v] = 0;
}

}  // namespace

BatchAccumulator::BatchAccumulator(const SearchGraph& out, const Adjacency& into)
    : graph_(out.rows),
      into_(into),
      members_(out.members.begin(), out.members.end()),
      seen_(out.rows.vertex_count()),
      paths_(out.rows.vertex_count()) {
  for (auto& rows : edge_) rows = untouched_rows<DoubleRow>(out.rows.vertex_count());
  for (auto& lanes : edge_lanes_) lanes.resize(out.rows.vertex_count());
}

BatchAccumulator::Level& BatchAccumulator::level(std::size_t number) {
  if (number >= levels_.size()) levels_.resize(number + 1);
  return levels_[number];
}

// Lanes without a source count as having been everywhere. Paths need no clearing: a lane is read
// only where it was written.
void BatchAccumulator::begin(const SearchPart& part, const SearchBatch& batch) {
  const std::size_t used = batch.sources.size();
  const auto unused = static_cast<Lanes>(used == kLanes ? 0 : kAllLanes << used);
  for (const auto& side : part.sides)
    for (const Vertex v : side) seen_[v] = unused;
  for (const Vertex v : part.sides[part.two_mode ? small_side(part) : 0]) {
    edge_lanes_[0][v] = edge_lanes_[1][v] = 0;
    edge_[1][v] = DoubleRow{};
  }
  for (Level& one : levels_) {
    one.vertices.clear();
    one.lanes.clear();
  }
  for (std::size_t lane = 0; lane < used; ++lane) {
    const Vertex source = batch.sources[lane];
    const auto bit = static_cast<Lanes>(1U << lane);
    seen_[source] |= bit;
    paths_[source] = edge_[0][source] = DoubleRow{};
    paths_[source].set(lane, 1);
    edge_[0][source].set(lane, 1);
    edge_lanes_[0][source] = bit;
    level(0).vertices.push_back(source);
    level(0).lanes.push_back(bit);
    if (!members_.empty()) source_members_.set(lane, members_[source]);
  }
}

void BatchAccumulator::add_two_mode(const SearchPart& part, const SearchBatch& batch,
                                    std::vector<double>& score) {
  const std::vector<Vertex>& small = part.sides[small_side(part)];
  const std::vector<Vertex>& large = part.sides[1 - small_side(part)];
  const auto is_small = [&](std::size_t number) {
    return (number % 2 == 0) == (batch.side == small_side(part));
  };
  const Rows g{graph_.offsets.data(), graph_.targets.data(),
               seen_.data(),          paths_.data(),
               score.data(),          members_.empty() ? nullptr : members_.data(),
               &source_members_};
  const Edge now{edge_[0].get(), edge_lanes_[0].data()};
  const Edge scattered{edge_[1].get(), edge_lanes_[1].data()};
  if (!is_small(0)) {
    for (const Vertex source : batch.sources) {
      const Lanes lanes = now.lanes[source];
      scatter(g, source, now.rows[source], scattered.rows, [&](Vertex w) {
        scattered.lanes[w] |= lanes;
        return true;
      });
    }
  }
  std::size_t last = 0;
  while (true) {
    Level& next = level(last + 1);
    if (is_small(last + 1)) {
      reach_small(g, small, scattered, now, next);
    } else {
      reach_large(g, large, now, scattered, next);
    }
    if (next.vertices.empty()) break;
    ++last;
  }
  for (const Vertex v : small) {
    scattered.rows[v] = DoubleRow{};
    now.lanes[v] = scattered.lanes[v] = 0;
  }
  for (std::size_t number = last; number > 0; --number) {
    if (is_small(number)) {
      come_back_small(g, levels_[number], scattered, now);
    } else {
      mark(levels_[number - 1], scattered);
      come_back_large(g, levels_[number], now, scattered);
      unmark(levels_[number - 1], scattered);
      if (number < last) unmark(levels_[number + 1], now);
    }
  }
}

bool BatchAccumulator::add_one_mode(const SearchPart& part, std::vector<double>& score) {
  const std::vector<Vertex>& all = part.sides[0];
  const auto rows = [&](const Adjacency& graph) {
    return Rows{graph.offsets.data(), graph.targets.data(),
                seen_.data(),         paths_.data(),
                score.data(),         members_.empty() ? nullptr : members_.data(),
                &source_members_};
  };
  const Rows into = rows(into_), out = rows(graph_);
  const auto edge = [&](std::size_t number) {
    return Edge{edge_[number % 2].get(), edge_lanes_[number % 2].data()};
  };
  std::size_t last = 0;
  while (true) {
    reach(into, all, edge(last), edge(last + 1), level(last + 1));
    if (levels_[last + 1].vertices.empty()) break;
    if (++last > 2 * kDeepest) return false;
  }
  for (const Vertex v : all) edge_lanes_[0][v] = edge_lanes_[1][v] = 0;
  for (std::size_t number = last; number > 0; --number) {
    if (number + 2 <= last) unmark(levels_[number + 2], edge(number));
    come_back(out, levels_[number], edge(number + 1), edge(number));
  }
  return true;
}

bool BatchAccumulator::add(const SearchPart& part, const SearchBatch& batch,
                           std::vector<double>& score) {
  begin(part, batch);
  if (!part.two_mode) return add_one_mode(part, score);
  add_two_mode(part, batch, score);
  return true;
}

}  // namespace respnet::graph
