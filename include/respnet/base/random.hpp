#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace respnet {

/// xoshiro256** seeded by SplitMix64: the same numbers with every compiler and library.
///
/// Models std::uniform_random_bit_generator, but draw with uniform_below() and uniform(): the
/// standard distributions differ between libraries.
/// Source: D. Blackman and S. Vigna, ACM Transactions on Mathematical Software 47(4), 2021,
/// doi:10.1145/3460772.
class RandomEngine {
 public:
  using result_type = std::uint64_t;

  /// Engines of one seed and different streams are independent: block i of parallel work takes
  /// stream i, so the result does not depend on the number of threads.
  explicit RandomEngine(std::uint64_t seed, std::uint64_t stream = 0);

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return UINT64_MAX; }
  result_type operator()();

 private:
  std::uint64_t state_[4];
};

/// Uniform in [0, bound), without bias (Lemire 2019, doi:10.1145/3230636). @pre bound > 0
std::uint64_t uniform_below(RandomEngine& engine, std::uint64_t bound);

/// Uniform in [0, 1), 53 bits.
double uniform(RandomEngine& engine);

/// Fisher-Yates.
template <typename T>
void shuffle(std::span<T> items, RandomEngine& engine) {
  for (std::size_t i = items.size(); i > 1; --i)
    std::swap(items[i - 1], items[uniform_below(engine, i)]);
}

}  // namespace respnet
