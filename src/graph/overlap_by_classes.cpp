#include "graph/overlap_by_classes.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#include "graph/heavy_subsets.hpp"
#include "graph/search_limit.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

constexpr std::size_t kMostClasses = 64;
constexpr double kMostSubsets = 1.6e7;  // half a gigabyte
constexpr std::size_t kMostBlocks = 64;

// The partners of one vertex after the other. Scratch of one thread.
class Partners {
 public:
  Partners(const BipartiteGraph& graph, Side side, const HeavySubsets& heavy)
      : graph_(graph),
        heavy_(heavy),
        side_(side),
        first_(joint(graph, side, 0)),
        first_neighbor_(joint(graph, other(side), 0)),
        shared_(size(graph, side), 0),
        mixed_(size(graph, side), 0),
        bit_(size(graph, other(side)), 0) {}

  // counts()[s * classes + c]: the partners of vertex i that share s neighbours and have degree
  // class c. Adds to alone[x] those that share neighbour x and no other.
  void fill(std::size_t i, std::vector<std::uint64_t>& alone) {
    const auto neighbors = graph_.neighbors(joint(graph_, side_, i));
    const std::size_t classes = heavy_.degrees().size();
    counts_.assign((neighbors.size() + 1) * classes, 0);
    if (heavy_.is_wide(i)) {
      list(i, [](std::uint32_t) { return true; });
      for (const std::uint32_t w : partners_)
        add(shared_[w], heavy_.degree_class(w), 1, mixed_[w], alone);
    } else {
      count(i, alone);
    }
    for (const std::uint32_t w : partners_) shared_[w] = mixed_[w] = 0;
    partners_.clear();
  }
  const std::vector<std::uint64_t>& counts() const { return counts_; }

 private:
  // Lists the vertices that share a neighbour of a rank that is `taken`.
  void list(std::size_t i, const auto& taken) {
    for (const Vertex x : graph_.neighbors(joint(graph_, side_, i))) {
      if (!taken(heavy_.rank(x))) continue;
      for (const Vertex v : graph_.neighbors(x)) {
        const std::uint32_t w = v - first_;
        if (w == i) continue;
        if (shared_[w]++ == 0) partners_.push_back(w);
        mixed_[w] ^= x - first_neighbor_;
      }
    }
  }

  void count(std::size_t i, std::vector<std::uint64_t>& alone) {
    const auto own = heavy_.of(i);
    const std::size_t classes = heavy_.degrees().size();
    heavy_.fill(i, exact_);
    // From "has these and perhaps more" to "has these of mine and no more".
    for (std::size_t bit = 1; bit < std::size_t{1} << own.size(); bit *= 2)
      for (std::size_t mask = 1; mask < std::size_t{1} << own.size(); ++mask)
        if ((mask & bit) == 0)
          for (std::size_t c = 0; c < classes; ++c)
            exact_[mask * classes + c] -= exact_[(mask | bit) * classes + c];
    if (!own.empty())
      --exact_[((std::size_t{1} << own.size()) - 1) * classes + heavy_.degree_class(i)];

    for (std::size_t k = 0; k < own.size(); ++k) bit_[own[k]] = std::uint32_t{1} << k;
    list(i, [](std::uint32_t rank) { return rank == HeavySubsets::kLight; });
    for (const std::uint32_t w : partners_) {
      const std::uint32_t common = shared_heavy(w);
      const std::uint32_t c = heavy_.degree_class(w);
      if (common != 0 && !heavy_.is_wide(w)) --exact_[common * classes + c];
      add(shared_[w] + static_cast<std::uint32_t>(std::popcount(common)), c, 1, mixed_[w], alone);
    }
    for (const std::uint32_t w : heavy_.wide()) {
      if (shared_[w] > 0) continue;
      if (const std::uint32_t common = shared_heavy(w); common != 0)
        add_heavy(i, common, heavy_.degree_class(w), 1, alone);
    }
    for (std::uint32_t mask = 1; mask < std::uint32_t{1} << own.size(); ++mask)
      for (std::uint32_t c = 0; c < classes; ++c)
        if (const std::uint32_t partners = exact_[mask * classes + c]; partners > 0)
          add_heavy(i, mask, c, partners, alone);
    for (const std::uint32_t rank : own) bit_[rank] = 0;
  }

  std::uint32_t shared_heavy(std::uint32_t w) const {
    std::uint32_t mask = 0;
    for (const std::uint32_t rank : heavy_.of(w)) mask |= bit_[rank];
    return mask;
  }

  void add(std::uint32_t shared, std::uint32_t degree_class, std::uint64_t partners,
           std::uint32_t sole, std::vector<std::uint64_t>& alone) {
    counts_[shared * heavy_.degrees().size() + degree_class] += partners;
    if (shared == 1) alone[sole] += partners;
  }

  void add_heavy(std::size_t i, std::uint32_t mask, std::uint32_t degree_class,
                 std::uint64_t partners, std::vector<std::uint64_t>& alone) {
    const auto first = static_cast<std::size_t>(std::countr_zero(mask));
    add(static_cast<std::uint32_t>(std::popcount(mask)), degree_class, partners,
        heavy_.number(heavy_.of(i)[first]), alone);
  }

  const BipartiteGraph& graph_;
  const HeavySubsets& heavy_;
  Side side_;
  Vertex first_, first_neighbor_;
  std::vector<std::uint32_t> shared_;  // light neighbours shared (with a wide vertex: all)
  std::vector<std::uint32_t> mixed_;   // these, xor-ed: the neighbour itself where there is one
  std::vector<std::uint32_t> bit_;     // by rank: the bit of a heavy neighbour of the vertex
  std::vector<std::uint32_t> partners_, exact_;
  std::vector<std::uint64_t> counts_;
};

void set_row(TwoModeOverlap& result, std::size_t i, std::uint32_t degree, const Partners& found,
             const std::vector<std::uint32_t>& degrees) {
  std::uint64_t partners = 0;
  const auto own = static_cast<double>(degree);
  for (std::uint32_t s = 1; s <= degree; ++s)
    for (std::size_t c = 0; c < degrees.size(); ++c) {
      const std::uint64_t count = found.counts()[s * degrees.size() + c];
      if (count == 0) continue;
      const auto shared = static_cast<double>(s), theirs = static_cast<double>(degrees[c]);
      const double all = static_cast<double>(count) * shared;
      partners += count;
      result.dot[i] += all / (own + theirs - shared);
      result.min[i] += all / std::min(own, theirs);
      result.max[i] += all / std::max(own, theirs);
      result.butterflies[i] += count * pairs_of(s);
    }
  if (partners == 0) return;
  for (auto* column : {&result.dot, &result.min, &result.max})
    (*column)[i] /= static_cast<double>(partners);
}

struct SubsetCount {
  double subsets = 0;  // of heavy neighbours, over all vertices that are not wide
  double wide = 0;     // vertices with too many
};

SubsetCount subset_count(const BipartiteGraph& graph, Side side,
                         const std::vector<std::uint8_t>& is_heavy) {
  SubsetCount count;
  const Vertex first = joint(graph, other(side), 0);
  for (std::size_t i = 0; i < size(graph, side); ++i) {
    std::size_t heavy = 0;
    for (const Vertex x : graph.neighbors(joint(graph, side, i))) heavy += is_heavy[x - first];
    if (heavy > HeavySubsets::kMostHeavy) {
      ++count.wide;
    } else {
      count.subsets += static_cast<double>(std::size_t{1} << heavy);
    }
  }
  return count;
}

}  // namespace

TwoModeOverlap no_overlap(std::size_t n, std::size_t others) {
  const std::vector<double> none(n, 0);
  return {none, none, none, std::vector<std::uint64_t>(n, 0),
          std::vector<std::uint64_t>(others, 0)};
}

TwoModeOverlap overlap_by_classes(const BipartiteGraph& graph, Side side, std::size_t heavies,
                                  unsigned threads) {
  const std::size_t n = size(graph, side), others = size(graph, other(side));
  const HeavySubsets heavy(graph, side, heavies);
  TwoModeOverlap result = no_overlap(n, others);
  const std::size_t blocks = block_count(n, kMostBlocks);
  std::vector<std::vector<std::uint64_t>> alone(blocks);
  parallel_blocks(blocks, threads, [&](std::size_t block) {
    alone[block].assign(others, 0);
    Partners partners(graph, side, heavy);
    for (std::size_t i = block_begin(n, blocks, block); i < block_begin(n, blocks, block + 1);
         ++i) {
      partners.fill(i, alone[block]);
      set_row(result, i, heavy.degrees()[heavy.degree_class(i)], partners, heavy.degrees());
    }
  });
  for (const auto& part : alone)
    for (std::size_t x = 0; x < others; ++x) result.alone[x] += part[x];
  for (std::uint64_t& twice : result.alone) twice /= 2;  // each pair was met from both ends
  return result;
}

OverlapPlan overlap_plan(const BipartiteGraph& graph, Side side) {
  const double plain = squared_degrees(graph, other(side));
  OverlapPlan best{.steps = plain};
  std::vector<bool> seen;
  std::size_t degrees = 0;
  for (std::size_t i = 0; i < size(graph, side); ++i) {
    const std::size_t degree = graph.neighbors(joint(graph, side, i)).size();
    if (degree >= seen.size()) seen.resize(degree + 1, false);
    if (!seen[degree] && ++degrees > kMostClasses) return best;
    seen[degree] = true;
  }
  best.by_classes = true;

  constexpr double worth = 1e7;  // steps; below, all is quick
  if (plain <= worth) return best;
  const std::vector<std::uint32_t> order = largest_first(graph, side);
  std::vector<std::uint8_t> is_heavy(order.size(), 0);
  double listed = plain;
  std::size_t taken = 0;
  for (std::size_t heavies = 32; heavies <= order.size(); heavies *= 2) {
    for (; taken < heavies; ++taken) {
      const Vertex x = joint(graph, other(side), order[taken]);
      const auto degree = static_cast<double>(graph.neighbors(x).size());
      listed -= degree * degree;
      is_heavy[order[taken]] = 1;
    }
    const auto [subsets, wide] = subset_count(graph, side, is_heavy);
    if (subsets > kMostSubsets) break;
    const double steps = listed + 4 * subsets * static_cast<double>(degrees) +
                         2 * wide * static_cast<double>(size(graph, side));
    if (steps < best.steps) best = {.by_classes = true, .heavies = heavies, .steps = steps};
  }
  return best;
}

}  // namespace respnet::graph
