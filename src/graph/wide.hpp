#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

// Rows of numbers that are worked on side by side, a lane each: searches from several vertices at
// once. Answers are the same on every processor, for no two operations are fused
// (-ffp-contract=off on these files).

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__)
// Compiled twice; the loader takes what the processor can do.
#define RESPNET_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define RESPNET_WIDE
#endif

namespace respnet::graph {

using Doubles4 __attribute__((vector_size(32))) = double;
using Bits4 __attribute__((vector_size(32))) = std::int64_t;
using Words4 __attribute__((vector_size(32))) = std::uint64_t;

/// Which of 16 lanes.
using Lanes = std::uint16_t;
inline constexpr Lanes kAllLanes = 0xFFFF;

/// 16 doubles; four parts, for that is what stays in registers.
struct alignas(64) DoubleRow {
  std::array<Doubles4, 4> part;

  void set(std::size_t lane, double value) { part[lane / 4][lane % 4] = value; }
};

/// 512 bits; two parts, for a row in one would not stay in registers without AVX-512.
struct alignas(64) BitRow {
  std::array<Words4, 2> part;

  void set(std::size_t bit) { part[bit / 256][bit / 64 % 4] |= std::uint64_t{1} << bit % 64; }
};

/// Rows of a vertex each, with anything in them: of a large graph most are never looked at, and
/// what is not looked at takes neither time nor memory.
template <typename Row>
using OwnRows = std::unique_ptr<Row[]>;
template <typename Row>
OwnRows<Row> untouched_rows(std::size_t vertices) {
  return std::make_unique_for_overwrite<Row[]>(vertices);
}

/// All bits of the lanes that are in a mask of four.
inline constexpr auto kLaneBits = [] {
  std::array<Bits4, 16> bits{};
  for (std::size_t mask = 0; mask < 16; ++mask)
    bits[mask] =
        Bits4{-static_cast<std::int64_t>(mask & 1), -static_cast<std::int64_t>(mask >> 1 & 1),
              -static_cast<std::int64_t>(mask >> 2 & 1), -static_cast<std::int64_t>(mask >> 3 & 1)};
  return bits;
}();

}  // namespace respnet::graph
