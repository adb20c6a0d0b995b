#include "respnet/graph/unit_pairs.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/pair_scan.hpp"
#include "graph/pair_weight.hpp"

namespace respnet::graph {
namespace {

constexpr std::size_t kPiece = 1 << 16;  // pairs handed on at once

bool is_closer(const UnitPair& x, const UnitPair& y) {
  return std::tuple(y.shared, x.a, x.b) < std::tuple(x.shared, y.a, y.b);
}

// Pairs by a, then b, put in order of their shared tasks: they stay in that order among equals.
void hand_on_by_shared(std::span<const UnitPair> pairs, const PairSink& sink) {
  if (pairs.empty()) return;
  const std::uint32_t most = std::ranges::max(pairs, {}, &UnitPair::shared).shared;
  std::vector<std::size_t> next(most + std::size_t{1}, 0);  // of so many tasks fewer than the most
  for (const UnitPair& pair : pairs) ++next[most - pair.shared];
  std::size_t place = 0;
  for (std::size_t& count : next) place += std::exchange(count, place);
  std::vector<UnitPair> sorted(pairs.size());
  for (const UnitPair& pair : pairs) sorted[next[most - pair.shared]++] = pair;
  const std::span all(sorted);
  for (std::size_t begin = 0; begin < all.size(); begin += kPiece)
    sink(all.subspan(begin, std::min(kPiece, all.size() - begin)));
}

void append(std::vector<UnitPair>& held, std::span<const UnitPair> pairs) {
  held.insert(held.end(), pairs.begin(), pairs.end());
}

// How many pairs share how many tasks, and the pairs themselves as long as they can be held.
struct Tally {
  std::vector<std::uint64_t> pairs;  // by shared tasks
  std::vector<UnitPair> held;
  bool holds_all = true;

  void add(std::span<const UnitPair> more, std::size_t most_held) {
    for (const UnitPair& pair : more) {
      if (pair.shared >= pairs.size()) pairs.resize(pair.shared + std::size_t{1}, 0);
      ++pairs[pair.shared];
    }
    if (!holds_all) return;
    holds_all = held.size() + more.size() <= most_held;
    if (holds_all) return append(held, more);
    held = {};
  }
};

}  // namespace

double pair_weight(const BipartiteGraph& graph, const UnitPair& pair, ProjectionWeight weight) {
  if (weight == ProjectionWeight::Newman) return pair.newman;
  const auto degree = [&](std::uint32_t unit) {
    return static_cast<double>(graph.neighbors(graph.unit_vertex(unit)).size());
  };
  return pair_weight(weight, pair.shared, degree(pair.a), degree(pair.b));
}

void each_pair(const BipartiteGraph& graph, const PairScanOptions& options, const PairSink& sink) {
  PairScan(graph, options.threads).run(options.min_shared, UINT32_MAX, sink);
}

std::uint64_t pair_count(const BipartiteGraph& graph, const PairScanOptions& options) {
  std::uint64_t count = 0;
  each_pair(graph, options, [&](std::span<const UnitPair> pairs) { count += pairs.size(); });
  return count;
}

void each_pair_by_shared(const BipartiteGraph& graph, const PairScanOptions& options,
                         const PairSink& sink, std::size_t most_held) {
  PairScan scan(graph, options.threads);
  Tally tally;
  scan.run(options.min_shared, UINT32_MAX,
           [&](std::span<const UnitPair> pairs) { tally.add(pairs, most_held); });
  if (tally.holds_all) return hand_on_by_shared(tally.held, sink);
  for (std::size_t above = tally.pairs.size(); above > 0;) {
    const auto most = static_cast<std::uint32_t>(above - 1);
    std::uint64_t count = tally.pairs[--above];
    while (above > 0 && count + tally.pairs[above - 1] <= most_held) count += tally.pairs[--above];
    if (count == 0) continue;
    const auto least = std::max(static_cast<std::uint32_t>(above), options.min_shared);
    if (count > most_held) {
      scan.run(least, most, sink);
      continue;
    }
    std::vector<UnitPair> held;
    held.reserve(count);
    scan.run(least, most, [&](std::span<const UnitPair> pairs) { append(held, pairs); });
    hand_on_by_shared(held, sink);
  }
}

std::vector<UnitPair> closest_pairs(const BipartiteGraph& graph, const PairScanOptions& options,
                                    std::size_t top) {
  std::vector<UnitPair> held;
  if (top == 0) return held;
  std::uint32_t least = options.min_shared;
  PairScan scan(graph, options.threads);
  scan.run(least, UINT32_MAX, [&](std::span<const UnitPair> pairs) {
    for (const UnitPair& pair : pairs) {
      if (pair.shared < least) continue;
      held.push_back(pair);
      if (held.size() / 2 < std::max(top, kPiece)) continue;
      const auto end = held.begin() + static_cast<std::ptrdiff_t>(top);
      std::ranges::nth_element(held, end, is_closer);
      held.erase(end, held.end());
      // Pairs to come are behind all those that share as much.
      least = std::ranges::min(held, {}, &UnitPair::shared).shared + 1;
    }
  });
  std::ranges::sort(held, is_closer);
  if (held.size() > top) held.resize(top);
  return held;
}

}  // namespace respnet::graph
