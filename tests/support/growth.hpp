#pragma once

// Whether something takes time in proportion to its input, on a machine that is busy otherwise.

#include <algorithm>
#include <ctime>
#include <functional>
#include <string>
#include <string_view>

#include "respnet/base/errors.hpp"

namespace respnet::test {

inline std::string repeated(std::string_view text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  return all;
}

using Reader = std::function<void(const std::string&)>;

/// Processor time; to be refused is an answer, too.
inline double seconds_to_read(const Reader& read, const std::string& text) {
  const std::clock_t begin = std::clock();
  try {
    read(text);
  } catch (const InputError&) {
  } catch (const LimitError&) {
  }
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// How many times as long a text of four times the size takes: about 4 when time is linear, 16 when
/// it is quadratic. What takes less than 20 ms counts as 20 ms; of five attempts the best.
///
/// Under the address sanitizer both texts are read, for errors, but time is not told (the answer is
/// 0): its allocator moves lists of large blocks about, which took most of the time measured.
/// @param text  of that many bytes
inline double growth(const Reader& read, const std::function<std::string(std::size_t)>& text,
                     std::size_t bytes) {
  constexpr double shortest = 0.02;
  constexpr double linear = 6;
#ifdef __SANITIZE_ADDRESS__
  constexpr int attempts = 1;
#else
  constexpr int attempts = 5;
#endif
  double best = 0;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    const double once = seconds_to_read(read, text(bytes));
    const double fourfold = seconds_to_read(read, text(4 * bytes));
    const double times = fourfold / std::max(once, shortest);
    best = attempt == 0 ? times : std::min(best, times);
    if (best < linear) break;
  }
  return attempts == 1 ? 0 : best;
}

/// Above this no one can take growth() for linear.
inline constexpr double kLinearGrowth = 8;

}  // namespace respnet::test
