#pragma once

// How many 0-1 matrices have given row and column sums, exactly: what samplers are held against.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace respnet::test {

__extension__ using Whole = unsigned __int128;

inline std::string digits(Whole number) {
  std::string text;
  do {
    text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(number % 10)));
    number /= 10;
  } while (number > 0);
  return text;
}

/// A column at a time: rows with as many ones to place are alike, so that only how many rows have
/// how many left matters. Numbers below 2^128.
inline Whole matrix_count(const std::vector<std::uint32_t>& rows,
                          const std::vector<std::uint32_t>& columns) {
  const std::uint32_t most = rows.empty() ? 0 : *std::ranges::max_element(rows);
  using Left = std::vector<std::uint32_t>;  // rows by the ones they have left
  Left start(most + 1, 0);
  for (const std::uint32_t row : rows) ++start[row];
  std::map<Left, Whole> ways{{start, 1}};
  const auto choose = [](std::uint32_t n, std::uint32_t k) {
    Whole result = 1;
    for (std::uint32_t i = 0; i < k; ++i) result = result * (n - i) / (i + 1);
    return result;
  };
  std::vector<std::uint32_t> in_order = columns;
  std::ranges::sort(in_order, std::greater{});
  std::size_t columns_left = in_order.size();
  for (const std::uint32_t column : in_order) {
    --columns_left;
    std::map<Left, Whole> next;
    for (const auto& [left, count] : ways) {
      Left made = left;
      // From the fewest left on: a row that was taken from must not be taken again.
      const std::function<void(std::uint32_t, std::uint32_t, Whole)> take =
          [&](std::uint32_t level, std::uint32_t open, Whole so_far) {
            if (open == 0) {
              // A row with more ones left than there are columns leads nowhere.
              for (std::size_t k = columns_left + 1; k < made.size(); ++k)
                if (made[k] > 0) return;
              next[made] += so_far;
              return;
            }
            if (level > most) return;
            for (std::uint32_t k = 0; k <= std::min(open, left[level]); ++k) {
              made[level] -= k;
              made[level - 1] += k;
              take(level + 1, open - k, so_far * choose(left[level], k));
              made[level] += k;
              made[level - 1] -= k;
            }
          };
      take(1, column, count);
    }
    ways = std::move(next);
  }
  Left empty(most + 1, 0);
  empty[0] = static_cast<std::uint32_t>(rows.size());
  const auto found = ways.find(empty);
  return found == ways.end() ? Whole{0} : found->second;
}

}  // namespace respnet::test
