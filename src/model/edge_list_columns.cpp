#include "respnet/model/edge_list_columns.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <functional>
#include <numeric>
#include <string_view>

#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::model {
namespace {

constexpr std::size_t kBlock = 65536;  // rows that one thread takes at a time

std::size_t blocks_of(std::size_t rows, std::size_t block) { return (rows + block - 1) / block; }

// Texts whose hash values begin alike: a table small enough for the cache.
class Share {
 public:
  Share(const TextColumn& texts, std::size_t rows)
      : texts_(texts), slots_(std::bit_ceil(2 * rows + 1), 0) {}

  // False if the row's text was added before.
  bool add(std::size_t row, std::size_t hash) {
    const std::uint64_t tag = hash << 32;
    std::size_t place = (hash >> 20) & (slots_.size() - 1);
    for (; slots_[place] != 0; place = (place + 1) & (slots_.size() - 1)) {
      if ((slots_[place] ^ tag) >> 32 != 0) continue;
      const auto other = static_cast<std::uint32_t>(slots_[place]) - 1;
      if (texts_[other] == texts_[row]) return false;
    }
    slots_[place] = tag | (row + 1);
    return true;
  }

 private:
  const TextColumn& texts_;
  std::vector<std::uint64_t> slots_;  // half of the hash, row + 1; 0: free
};

std::vector<std::size_t> hashes_of(const TextColumn& texts, unsigned threads) {
  std::vector<std::size_t> hashes(texts.size());
  parallel_blocks(blocks_of(hashes.size(), kBlock), threads, [&](std::size_t block) {
    const std::size_t end = std::min(hashes.size(), (block + 1) * kBlock);
    for (std::size_t row = block * kBlock; row < end; ++row)
      hashes[row] = std::hash<std::string_view>{}(texts[row]);
  });
  return hashes;
}

bool texts_differ(const TextColumn& texts, unsigned threads) {
  const std::vector<std::size_t> hashes = hashes_of(texts, threads);
  const std::size_t shares = std::bit_ceil(blocks_of(hashes.size() + 1, kBlock / 2));
  const int bits = std::countr_zero(shares);
  const auto share_of = [bits](std::size_t hash) { return bits == 0 ? 0 : hash >> (64 - bits); };
  std::vector<std::size_t> begin(shares + 1, 0);
  for (const std::size_t hash : hashes) ++begin[share_of(hash) + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<std::uint32_t> rows(hashes.size());  // by share
  std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
  for (std::size_t row = 0; row < hashes.size(); ++row)
    rows[next[share_of(hashes[row])]++] = static_cast<std::uint32_t>(row);

  std::atomic<bool> differ{true};
  parallel_blocks(shares, threads, [&](std::size_t mine) {
    Share share(texts, begin[mine + 1] - begin[mine]);
    for (std::size_t i = begin[mine]; i < begin[mine + 1] && differ.load(); ++i)
      if (!share.add(rows[i], hashes[rows[i]])) differ = false;
  });
  return differ;
}

}  // namespace

bool no_unit_repeats(const EdgeListColumns& columns, std::size_t tasks, std::size_t units,
                     unsigned threads) {
  ensure(columns.offsets.size() == tasks + 1 && columns.offsets.front() == 0 &&
             columns.offsets.back() == columns.units.size() &&
             columns.roles.size() == columns.units.size() &&
             std::ranges::is_sorted(columns.offsets),
         "columns of an edge list that do not fit each other");
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

bool nothing_repeats(const EdgeListColumns& columns, unsigned threads) {
  return texts_differ(columns.task_ids, threads) && texts_differ(columns.unit_names, threads) &&
         no_unit_repeats(columns, columns.task_ids.size(), columns.unit_names.size(), threads);
}

}  // namespace respnet::model
