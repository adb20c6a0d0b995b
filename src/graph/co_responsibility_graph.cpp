#include "respnet/graph/co_responsibility_graph.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "graph/pair_scan.hpp"
#include "graph/pair_weight.hpp"
#include "graph/row_counter.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/memory.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

constexpr std::array<std::string_view, 5> kWeights{"shared", "newman", "jaccard", "cosine",
                                                   "overlap"};

// About as many steps in each block, whatever the number of threads. Bounds of the unit numbers.
std::vector<std::uint32_t> blocks_of(const BipartiteGraph& graph) {
  constexpr std::uint64_t kLeast = 1 << 16;
  const std::uint64_t edges = std::max<std::uint64_t>(kLeast, graph.edge_count() / 32);
  std::vector<std::uint32_t> bounds{0};
  std::uint64_t steps = 0;
  for (std::uint32_t i = 0; i < graph.unit_count(); ++i) {
    steps += graph.neighbors(graph.unit_vertex(i)).size();
    if (steps < edges) continue;
    bounds.push_back(i + 1);
    steps = 0;
  }
  if (bounds.back() != graph.unit_count() || bounds.size() == 1)
    bounds.push_back(static_cast<std::uint32_t>(graph.unit_count()));
  return bounds;
}

// The pairs of some units, one after the other, with partners of a higher number: in pieces, so
// that it can grow without moving.
template <typename Sum>
struct LaterPairs {
  std::uint32_t first = 0;            // unit
  std::vector<std::uint32_t> counts;  // by unit from there on
  std::vector<Vertex> partners;       // ascending within a unit
  std::vector<Sum> sums;
};
template <typename Sum>
using Pieces = std::vector<LaterPairs<Sum>>;

constexpr std::size_t kPiece = 1 << 15;  // pairs

template <typename Sum>
void add_row(std::uint32_t i, std::size_t count, Pieces<Sum>& pieces) {
  if (pieces.empty() || pieces.back().partners.size() + count > kPiece) {
    pieces.push_back({.first = i, .counts = {}, .partners = {}, .sums = {}});
    pieces.back().partners.reserve(std::max(count, kPiece));
    pieces.back().sums.reserve(std::max(count, kPiece));
  }
  pieces.back().counts.push_back(static_cast<std::uint32_t>(count));
}

// Counts pairs that all threads have found, up to what may be held.
class PairLimit {
 public:
  PairLimit(const BipartiteGraph& graph, std::uint64_t most_bytes)
      : most_bytes_(most_bytes), most_(most_bytes / CoResponsibilityGraph::kPairBytes) {
    if (most_sharing_pairs(graph) <= most_) return;
    const PairEstimate estimate = estimated_sharing_pairs(graph);
    if (estimate.pairs - 4 * estimate.error > static_cast<double>(most_))
      refuse(graph, "about " + memory_text(static_cast<std::uint64_t>(estimate.pairs) *
                                           CoResponsibilityGraph::kPairBytes));
  }

  /// @return  false: these are too many
  bool add(std::size_t pairs) { return found_ += pairs, !exceeded(); }
  bool exceeded() const { return found_ > most_; }
  void check(const BipartiteGraph& graph) const {
    if (exceeded()) refuse(graph, "more");
  }

 private:
  [[noreturn]] void refuse(const BipartiteGraph& graph, const std::string& needed) const {
    const auto units = graph.units();
    const bool groups = std::ranges::any_of(units, [&](model::UnitId unit) {
      return graph.network().unit_kind(unit) == model::UnitKind::Group;
    });
    throw LimitError("the co-responsibility graph needs " + needed + " of memory, " +
                     memory_text(most_bytes_) + " is the limit; " +
                     (groups ? "drop group units (--groups drop), or " : "") +
                     "list its pairs, which needs no such graph (metrics --level pair --format csv "
                     "--select co.shared,co.jaccard)");
  }

  std::uint64_t most_bytes_, most_;
  std::atomic<std::uint64_t> found_ = 0;
};

template <typename Sum>
constexpr bool kCounts = std::is_same_v<Sum, std::uint32_t>;

// Blocks of units, pairs with partners of a higher number only.
template <typename Sum>
std::vector<Pieces<Sum>> counted(const BipartiteGraph& graph,
                                 const std::vector<std::uint32_t>& bounds, unsigned threads,
                                 PairLimit& limit) {
  std::vector<Pieces<Sum>> blocks(bounds.size() - 1);
  parallel_blocks(blocks.size(), threads, [&](std::size_t block) {
    RowCounter<kCounts<Sum>, !kCounts<Sum>> counter(graph);
    for (std::uint32_t i = bounds[block]; i < bounds[block + 1]; ++i) {
      const auto partners = counter.count(i);
      if (!limit.add(partners.size())) return;
      add_row(i, partners.size(), blocks[block]);
      LaterPairs<Sum>& piece = blocks[block].back();
      piece.partners.insert(piece.partners.end(), partners.begin(), partners.end());
      for (const std::uint32_t j : partners) {
        if constexpr (kCounts<Sum>) {
          piece.sums.push_back(counter.shared(j));
        } else {
          piece.sums.push_back(counter.newman(j));
        }
      }
      counter.forget();
    }
  });
  limit.check(graph);
  return blocks;
}

// Each pair put into both rows, on all threads: who has how many partners of a lower number in
// each group of blocks tells where that group writes.
template <typename Sum>
class BothRows {
 public:
  BothRows(std::vector<Pieces<Sum>> blocks, std::size_t units, unsigned threads)
      : blocks_(std::move(blocks)), units_(units), threads_(threads) {
    starts_.resize(std::min<std::size_t>(blocks_.size(), 8));
    parallel_blocks(starts_.size(), threads_, [&](std::size_t group) {
      starts_[group].assign(units_, 0);
      each_piece(group, [&](LaterPairs<Sum>& piece) {
        for (const Vertex j : piece.partners) ++starts_[group][j];
      });
    });
  }

  std::vector<std::uint64_t> offsets() {
    std::vector<std::uint64_t> offsets(units_ + 1, 0);
    for (const Pieces<Sum>& pieces : blocks_)
      for (const LaterPairs<Sum>& piece : pieces)
        std::ranges::copy(piece.counts, offsets.begin() + piece.first + 1);
    for (std::size_t i = 0; i < units_; ++i) {
      std::uint64_t place = offsets[i];
      for (auto& start : starts_) place += std::exchange(start[i], place);
      offsets[i + 1] += place;
    }
    return offsets;
  }

  /// write(place, i, j, sum): that j is at this place of the row of i. Frees the pairs.
  void write(const std::vector<std::uint64_t>& offsets, const auto& write) {
    parallel_blocks(starts_.size(), threads_, [&](std::size_t group) {
      std::vector<std::uint64_t>& next = starts_[group];
      each_piece(group, [&](LaterPairs<Sum>& piece) {
        std::size_t at = 0;
        for (std::size_t row = 0; row < piece.counts.size(); ++row) {
          const auto i = static_cast<Vertex>(piece.first + row);
          std::uint64_t own = offsets[i + 1] - piece.counts[row];
          for (; own < offsets[i + 1]; ++own, ++at) {
            const Vertex j = piece.partners[at];
            write(own, i, j, piece.sums[at]);
            write(next[j]++, j, i, piece.sums[at]);
          }
        }
        piece = {};
      });
    });
  }

 private:
  void each_piece(std::size_t group, const auto& visit) {
    const std::size_t begin = blocks_.size() * group / starts_.size();
    const std::size_t end = blocks_.size() * (group + 1) / starts_.size();
    for (std::size_t block = begin; block < end; ++block)
      for (LaterPairs<Sum>& piece : blocks_[block]) visit(piece);
  }

  std::vector<Pieces<Sum>> blocks_;
  std::size_t units_;
  unsigned threads_;
  std::vector<std::vector<std::uint64_t>> starts_;  // by group and unit
};

}  // namespace

std::string_view name(ProjectionWeight weight) {
  return kWeights[static_cast<std::size_t>(weight)];
}

std::optional<ProjectionWeight> projection_weight_named(std::string_view name) {
  const auto found = std::ranges::find(kWeights, name);
  if (found == kWeights.end()) return std::nullopt;
  return static_cast<ProjectionWeight>(found - kWeights.begin());
}

CoResponsibilityGraph::CoResponsibilityGraph(const BipartiteGraph& graph, ProjectionWeight weight,
                                             unsigned threads, std::uint64_t most_bytes)
    : weight_(weight) {
  check_pair_steps(graph);
  PairLimit limit(graph, most_bytes);
  const std::vector<std::uint32_t> bounds = blocks_of(graph);
  const auto degree = [&](Vertex i) {
    return static_cast<double>(graph.neighbors(graph.unit_vertex(i)).size());
  };
  const auto fill = [&]<typename Sum>(Sum, const auto& weight_of) {
    BothRows<Sum> rows(counted<Sum>(graph, bounds, threads, limit), graph.unit_count(), threads);
    offsets_ = rows.offsets();
    targets_.resize(offsets_.back());
    weights_.resize(offsets_.back());
    rows.write(offsets_, [&](std::uint64_t place, Vertex i, Vertex j, Sum sum) {
      targets_[place] = j;
      weights_[place] = weight_of(i, j, sum);
    });
  };
  const auto as_it_is = [](Vertex, Vertex, auto sum) { return static_cast<double>(sum); };
  if (weight == ProjectionWeight::Newman) {
    fill(double{}, as_it_is);
  } else if (weight == ProjectionWeight::Shared) {
    fill(std::uint32_t{}, as_it_is);
  } else {
    fill(std::uint32_t{}, [&](Vertex i, Vertex j, std::uint32_t shared) {
      return pair_weight(weight, shared, degree(i), degree(j));
    });
  }
}

}  // namespace respnet::graph
