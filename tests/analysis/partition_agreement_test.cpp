#include "respnet/analysis/partition_agreement.hpp"

#include <cmath>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"

namespace respnet::analysis {
namespace {

using Labels = std::vector<std::uint32_t>;

Labels random_labels(RandomEngine& engine, std::size_t n, std::uint64_t parts) {
  Labels labels(n);
  for (auto& label : labels) label = static_cast<std::uint32_t>(uniform_below(engine, parts));
  return labels;
}

// The twin: pairs counted one by one.
double adjusted_rand_by_pairs(const Labels& a, const Labels& b) {
  double both = 0, in_a = 0, in_b = 0, all = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = i + 1; j < a.size(); ++j) {
      both += a[i] == a[j] && b[i] == b[j] ? 1 : 0;
      in_a += a[i] == a[j] ? 1 : 0;
      in_b += b[i] == b[j] ? 1 : 0;
      ++all;
    }
  const double expected = in_a * in_b / all;
  return (both - expected) / ((in_a + in_b) / 2 - expected);
}

}  // namespace

// The examples in the documentation of scikit-learn's adjusted_rand_score and v_measure_score.
TEST(PartitionAgreement, IsThatOfScikitLearn) {
  const auto found = partition_agreement(Labels{0, 0, 1, 2}, Labels{0, 0, 1, 1});
  EXPECT_NEAR(found.adjusted_rand, 4.0 / 7, 1e-15);
  EXPECT_NEAR(found.normalized_mutual_information, 0.8, 1e-15);
  EXPECT_NEAR(found.variation_of_information, std::log(2) / 2, 1e-15);
  EXPECT_NEAR(partition_agreement(Labels{0, 0, 1, 1}, Labels{0, 1, 0, 1}).adjusted_rand, -0.5,
              1e-15);
  EXPECT_NEAR(partition_agreement(Labels{0, 0, 0, 0}, Labels{0, 1, 2, 3}).adjusted_rand, 0, 1e-15);
  EXPECT_NEAR(
      partition_agreement(Labels{0, 0, 0, 0}, Labels{0, 1, 2, 3}).normalized_mutual_information, 0,
      1e-15);
}

TEST(PartitionAgreement, OfThePartitionWithItselfIsFull) {
  for (const Labels& labels :
       {Labels{}, Labels{4}, Labels{1, 1, 1}, Labels{0, 1, 2}, Labels{3, 0, 3}}) {
    const auto found = partition_agreement(labels, labels);
    EXPECT_EQ(found.adjusted_rand, 1);
    EXPECT_NEAR(found.normalized_mutual_information, 1, 1e-15);
    EXPECT_NEAR(found.variation_of_information, 0, 1e-15);
  }
}

TEST(PartitionAgreement, IsSymmetricAndBlindToNamesOfLabels) {
  RandomEngine engine(5);
  for (int round = 0; round < 100; ++round) {
    const std::size_t n = 5 + uniform_below(engine, 40);
    const Labels a = random_labels(engine, n, 4), b = random_labels(engine, n, 3);
    Labels renamed = b;
    for (auto& label : renamed) label = 1000 - 7 * label;
    const auto one = partition_agreement(a, b), other = partition_agreement(renamed, a);
    EXPECT_NEAR(one.adjusted_rand, adjusted_rand_by_pairs(a, b), 1e-12);
    EXPECT_NEAR(one.adjusted_rand, other.adjusted_rand, 1e-12);
    EXPECT_NEAR(one.normalized_mutual_information, other.normalized_mutual_information, 1e-12);
    EXPECT_NEAR(one.variation_of_information, other.variation_of_information, 1e-12);
    EXPECT_LE(one.variation_of_information, std::log(static_cast<double>(n)) + 1e-12);
  }
}

TEST(PartitionAgreement, RefusesLabelsOfOtherThings) {
  EXPECT_THROW(partition_agreement(Labels{1}, Labels{1, 2}), std::invalid_argument);
}

}  // namespace respnet::analysis
