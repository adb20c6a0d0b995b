#pragma once

#include <cstdint>
#include <span>

namespace respnet::analysis {

/// How far two ways to divide the same things agree.
struct PartitionAgreement {
  double adjusted_rand;  ///< 1 where they are the same, 0 as chance would have it; may be below 0
  double normalized_mutual_information;  ///< I / mean of both entropies, in [0, 1]; 1: the same
  double variation_of_information;       ///< H(a|b) + H(b|a) in nats, in [0, ln n]; 0: the same
};

/// Agreement of two partitions, each a label for every thing; any labels.
///
/// Two partitions into one part each, or into singletons each, are the same: 1, 1, 0. So are two
/// partitions of nothing.
/// @throws std::invalid_argument  when the lengths differ
/// Cost: O(n log n) time, O(n) memory. Symmetric; renaming labels changes nothing.
/// Source: L. Hubert and P. Arabie, Journal of Classification 2, 1985, doi:10.1007/BF01908075
/// (adjusted Rand); N. Vinh, J. Epps and J. Bailey, Journal of Machine Learning Research 11, 2010
/// (NMI, arithmetic mean); M. Meilă, Journal of Multivariate Analysis 98(5), 2007,
/// doi:10.1016/j.jmva.2006.11.013 (variation of information).
PartitionAgreement partition_agreement(std::span<const std::uint32_t> a,
                                       std::span<const std::uint32_t> b);

/// Mutual information beyond what chance gives two partitions with parts of these sizes, over the
/// most there could be: (I - E[I]) / (mean of both entropies - E[I]). 1: the same, 0 as chance
/// would have it; may be below 0.
///
/// Partitions into one part each, or into singletons each, are the same: 1.
/// @throws std::invalid_argument  when the lengths differ
/// Cost: O(parts of a × parts of b + n · parts) time. Symmetric; renaming labels changes nothing.
/// Source: N. Vinh, J. Epps and J. Bailey, Journal of Machine Learning Research 11, 2010.
double adjusted_mutual_information(std::span<const std::uint32_t> a,
                                   std::span<const std::uint32_t> b);

}  // namespace respnet::analysis
