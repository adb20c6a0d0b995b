#pragma once

#include <cstdint>
#include <vector>

#include "respnet/base/random.hpp"
#include "respnet/graph/incidence.hpp"

namespace respnet::graph {

// Random 0-1 matrices of the size of a given one: what a matrix would look like if only some of its
// sums mattered. The engine decides; the same engine, the same matrix.

/// Uniform among the matrices of this size with as many ones.
/// Cost: O(rows + ones · log ones).
Incidence random_with_fill(const Incidence& matrix, RandomEngine& engine);

/// Uniform among the matrices with the same row sums: each row draws its columns by itself.
/// Cost: O(rows + ones · log(largest row)).
Incidence random_with_row_sums(const Incidence& matrix, RandomEngine& engine);

/// The random walk whose steps keep every row sum and every column sum, and which ends up anywhere
/// among the matrices with these sums equally often.
///
/// A trade takes two rows at random and deals the columns that only one of them has anew between
/// them, each row getting as many as before. Rows may be either mode; with the mode of fewer
/// vertices as rows (usually the units) a walk of 5 trades a row takes the fewest steps.
/// Source: G. Strona et al., Nature Communications 5:4114, 2014, doi:10.1038/ncomms5114; uniform:
/// C. J. Carstens, Physical Review E 91:042812, 2015, doi:10.1103/PhysRevE.91.042812; 5 trades a
/// row: K. Godard and Z. Neal, Journal of Complex Networks 10(6), 2022,
/// doi:10.1093/comnet/cnac049.
class Curveball {
 public:
  /// Starts at this matrix. Cost: O(ones).
  explicit Curveball(Incidence start);

  /// Cost: O(ones in two rows) a trade. With fewer than two rows nothing moves.
  void trade(std::uint64_t trades, RandomEngine& engine);

  const Incidence& matrix() const { return matrix_; }
  /// 5 a row.
  std::uint64_t default_trades() const { return 5 * std::uint64_t{matrix_.row_count()}; }

 private:
  void trade(std::size_t a, std::size_t b, RandomEngine& engine);

  Incidence matrix_;
  std::vector<std::uint32_t> first_, second_;  // the two rows after a trade
};

}  // namespace respnet::graph
