#include "respnet/analysis/partition_agreement.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
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

// The example of scikit-learn's own test: 0.27821 with the arithmetic mean.
TEST(AdjustedMutualInformation, IsThatOfScikitLearn) {
  const Labels a{1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3};
  const Labels b{1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2};
  EXPECT_NEAR(adjusted_mutual_information(a, b), 0.27821, 5e-6);
  EXPECT_EQ(adjusted_mutual_information(a, a), 1);
  EXPECT_NEAR(adjusted_mutual_information(Labels{0, 0, 0, 0}, Labels{0, 1, 2, 3}), 0, 1e-15);
  for (const Labels& labels : {Labels{}, Labels{4}, Labels{1, 1, 1}, Labels{0, 1, 2}})
    EXPECT_EQ(adjusted_mutual_information(labels, labels), 1);
  EXPECT_THROW(adjusted_mutual_information(Labels{0}, Labels{}), std::invalid_argument);
}

// The definition: what is expected is the mean over all ways to deal the second partition's labels.
TEST(AdjustedMutualInformation, ExpectsTheMeanOverAllDeals) {
  const Labels a{0, 0, 0, 1, 1, 2};
  Labels b{0, 0, 1, 1, 1, 2};  // sorted, for the first permutation
  const auto entropy = [](std::initializer_list<double> sizes) {
    double sum = 0;
    for (const double size : sizes) sum -= size / 6 * std::log(size / 6);
    return sum;
  };
  const double mean = entropy({3, 2, 1});  // of both
  double sum = 0, deals = 0;
  do {
    sum += partition_agreement(a, b).normalized_mutual_information * mean;
    ++deals;
  } while (std::next_permutation(b.begin(), b.end()));
  EXPECT_EQ(deals, 60);
  const Labels other{1, 0, 0, 1, 2, 1};
  const double found = partition_agreement(a, other).normalized_mutual_information * mean;
  EXPECT_NEAR(adjusted_mutual_information(a, other), (found - sum / 60) / (mean - sum / 60), 1e-13);
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
