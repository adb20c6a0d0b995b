#pragma once

// The shared tasks of one unit after the other with all those of a higher number: sparse
// accumulation, what projections and lists of pairs are made by.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

/// @tparam kShared, kNewman  what is summed up for each pair: shared tasks, Newman's weight
template <bool kShared, bool kNewman>
class RowCounter {
  static_assert(kShared || kNewman);

 public:
  explicit RowCounter(const BipartiteGraph& graph)
      : offsets_(graph.adjacency().offsets),
        targets_(graph.adjacency().targets),
        tasks_(static_cast<Vertex>(graph.task_count())),
        shared_(kShared ? graph.unit_count() : 0, 0),
        newman_(kNewman ? graph.unit_count() : 0, 0),
        partners_(graph.unit_count() + 1),
        marks_(graph.unit_count() / 64 + 1, 0) {}

  /// Unit numbers above i that share a task with i, ascending. Valid, with their sums, until
  /// forget(), which must follow before the next row.
  std::span<const std::uint32_t> count(std::uint32_t i) {
    const Vertex unit = tasks_ + i;
    const std::uint64_t end = offsets_[unit + 1];
    std::size_t found = 0;
    for (std::uint64_t at = offsets_[unit]; at < end; ++at) {
      // Tasks stand anywhere in memory: where a row begins is fetched first, then its units. The
      // tasks of the next unit follow those of this one. (In a function of its own, gcc 12 takes
      // this for a function without effect.)
      if (at + kFar < targets_.size()) {
        __builtin_prefetch(&offsets_[targets_[at + kFar] + 1]);
        __builtin_prefetch(&targets_[offsets_[targets_[at + kNear] + 1] - 1]);
      }
      found = add_task(targets_[at], unit, found);
    }
    sort(found, i);
    return row_ = std::span(partners_).first(found);
  }
  std::uint32_t shared(std::uint32_t j) const { return shared_[j]; }
  double newman(std::uint32_t j) const { return newman_[j]; }

  void forget() {
    for (const std::uint32_t j : row_) {
      if constexpr (kShared) shared_[j] = 0;
      if constexpr (kNewman) newman_[j] = 0;
    }
  }

 private:
  static constexpr std::uint64_t kNear = 8, kFar = 16;  // entries ahead

  // Units of a task are sorted: those above this one are at the end.
  std::size_t add_task(Vertex task, Vertex unit, std::size_t found) {
    const std::uint64_t first = offsets_[task];
    std::uint64_t place = offsets_[task + 1];
    [[maybe_unused]] const double step = kNewman ? 1.0 / static_cast<double>(place - first - 1) : 0;
    for (; targets_[--place] != unit;) {
      const std::uint32_t j = targets_[place] - tasks_;
      partners_[found] = j;
      if constexpr (kShared) {
        found += shared_[j] == 0 ? 1U : 0U;
        ++shared_[j];
        if constexpr (kNewman) newman_[j] += step;
      } else {
        found += newman_[j] == 0 ? 1U : 0U;
        newman_[j] += step;
      }
    }
    return found;
  }

  // Many are sorted by marking them and reading the marks, which takes a step for 64 units.
  void sort(std::size_t count, std::uint32_t above) {
    if (count * 16 < marks_.size() - above / 64) {
      std::sort(partners_.begin(), partners_.begin() + static_cast<std::ptrdiff_t>(count));
      return;
    }
    for (std::size_t p = 0; p < count; ++p)
      marks_[partners_[p] / 64] |= std::uint64_t{1} << partners_[p] % 64;
    std::size_t place = 0;
    for (std::size_t word = above / 64; place < count; ++word) {
      for (std::uint64_t left = marks_[word]; left != 0; left &= left - 1)
        partners_[place++] = static_cast<std::uint32_t>(word * 64) +
                             static_cast<std::uint32_t>(std::countr_zero(left));
      marks_[word] = 0;
    }
  }

  std::span<const std::uint64_t> offsets_;
  std::span<const Vertex> targets_;
  Vertex tasks_;
  std::vector<std::uint32_t> shared_;  // of the row at hand, by partner
  std::vector<double> newman_;
  std::vector<std::uint32_t> partners_;  // those that have one, and room for one that has already
  std::vector<std::uint64_t> marks_;     // a bit a unit
  std::span<const std::uint32_t> row_;
};

}  // namespace respnet::graph
