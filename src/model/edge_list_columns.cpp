#include "respnet/model/edge_list_columns.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <functional>
#include <string_view>

#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::model {
namespace {

constexpr std::size_t kBlock = 65536;  // rows that one thread takes at a time

std::size_t blocks_of(std::size_t rows, std::size_t block) { return (rows + block - 1) / block; }

// Rows of one share of the hash values: a table small enough for the cache.
class Share {
 public:
  Share(const TextColumn& texts, const std::vector<std::size_t>& hashes, std::size_t expected)
      : texts_(texts), hashes_(hashes), slots_(std::bit_ceil(2 * expected + 16), 0) {}

  // False if the row's text was added before.
  bool add(std::size_t row) {
    if (2 * ++size_ > slots_.size()) grow();
    std::size_t place = place_of(row);
    for (; slots_[place] != 0; place = (place + 1) & (slots_.size() - 1)) {
      const std::size_t other = slots_[place] - 1;
      if (hashes_[other] == hashes_[row] && texts_[other] == texts_[row]) return false;
    }
    slots_[place] = static_cast<std::uint32_t>(row) + 1;
    return true;
  }

 private:
  std::size_t place_of(std::size_t row) const { return hashes_[row] & (slots_.size() - 1); }

  void grow() {
    std::vector<std::uint32_t> old(2 * slots_.size(), 0);
    old.swap(slots_);
    for (const std::uint32_t slot : old) {
      if (slot == 0) continue;
      std::size_t place = place_of(slot - 1);
      while (slots_[place] != 0) place = (place + 1) & (slots_.size() - 1);
      slots_[place] = slot;
    }
  }

  const TextColumn& texts_;
  const std::vector<std::size_t>& hashes_;
  std::vector<std::uint32_t> slots_;  // row + 1; 0: free
  std::size_t size_ = 0;
};

bool texts_differ(const TextColumn& texts, unsigned threads) {
  std::vector<std::size_t> hashes(texts.size());
  parallel_blocks(blocks_of(hashes.size(), kBlock), threads, [&](std::size_t block) {
    const std::size_t end = std::min(hashes.size(), (block + 1) * kBlock);
    for (std::size_t row = block * kBlock; row < end; ++row)
      hashes[row] = std::hash<std::string_view>{}(texts[row]);
  });
  const std::size_t shares = std::bit_ceil(blocks_of(hashes.size() + 1, 2 * kBlock));
  const int shift = 64 - std::countr_zero(shares);
  std::atomic<bool> differ{true};
  parallel_blocks(shares, threads, [&](std::size_t mine) {
    Share share(texts, hashes, hashes.size() / shares);
    for (std::size_t row = 0; row < hashes.size() && differ.load(std::memory_order_relaxed); ++row)
      if ((shares == 1 || hashes[row] >> shift == mine) && !share.add(row)) differ = false;
  });
  return differ;
}

bool units_differ_in_tasks(const EdgeListColumns& columns, unsigned threads) {
  const std::size_t tasks = columns.task_ids.size();
  const std::size_t units = columns.unit_names.size();
  const std::size_t block_size = std::max(kBlock, units);  // a mark for each unit pays by then
  std::atomic<bool> differ{true};
  parallel_blocks(blocks_of(tasks, block_size), threads, [&](std::size_t block) {
    const std::size_t begin = block * block_size;
    const std::size_t end = std::min(tasks, begin + block_size);
    std::vector<std::uint32_t> seen(units, 0);  // in which task of the block, from 1
    for (std::size_t task = begin; task < end && differ.load(std::memory_order_relaxed); ++task) {
      const auto mark = static_cast<std::uint32_t>(task - begin + 1);
      for (std::uint64_t i = columns.offsets[task]; i < columns.offsets[task + 1]; ++i) {
        const std::size_t unit = index(columns.units[i]);
        ensure(unit < units, "assignment to a unit that was not added");
        if (seen[unit] == mark) differ = false;
        seen[unit] = mark;
      }
    }
  });
  return differ;
}

}  // namespace

bool nothing_repeats(const EdgeListColumns& columns, unsigned threads) {
  ensure(columns.offsets.size() == columns.task_ids.size() + 1 && columns.offsets.front() == 0 &&
             columns.offsets.back() == columns.units.size() &&
             columns.roles.size() == columns.units.size() &&
             std::ranges::is_sorted(columns.offsets),
         "columns of an edge list that do not fit each other");
  return texts_differ(columns.task_ids, threads) && texts_differ(columns.unit_names, threads) &&
         units_differ_in_tasks(columns, threads);
}

}  // namespace respnet::model
