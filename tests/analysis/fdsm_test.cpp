#include "respnet/analysis/fdsm.hpp"

#include <bit>
#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "support/davis.hpp"
#include "support/incidence.hpp"

namespace respnet::analysis {
namespace {

graph::Incidence davis() {
  const auto network = test::davis_network();
  return graph::unit_rows(graph::BipartiteGraph(network));
}

}  // namespace

// The matrix of the tests of R backbone: eight matrices share its sums, in two of them rows 1 and 3
// share two columns.
TEST(Fdsm, AgreesWithTheEightMatrices) {
  const auto tests = fdsm_tests(test::incidence({"1011", "0100", "1001"}), {.trials = 40'000});
  ASSERT_EQ(tests.size(), 3U);
  EXPECT_EQ(tests[1].shared, 2U);
  EXPECT_NEAR(tests[1].upper, 0.25, 5 * monte_carlo_error(0.25, 40'000));
  EXPECT_EQ(tests[0].upper, 1);
  EXPECT_EQ(tests[1].lower, 1);
}

// Every matrix of the sums, by trying all; random matrices of 3 × 4.
TEST(Fdsm, AgreesWithEnumeration) {
  RandomEngine engine(12);
  for (int round = 0; round < 8; ++round) {
    const auto matrix = test::random_incidence(3, 4, 0.5, engine);
    const auto tests = fdsm_tests(matrix, {.trials = 8'000});
    const auto columns = graph::column_sums(matrix);
    double all = 0, above = 0, below = 0, sum = 0;
    for (unsigned bits = 0; bits < 1U << 12; ++bits) {
      const unsigned rows[3]{bits & 15U, bits >> 4 & 15U, bits >> 8 & 15U};
      bool fits = true;
      for (unsigned i = 0; i < 3; ++i)
        fits &= std::popcount(rows[i]) == static_cast<int>(matrix.degree(i));
      for (unsigned t = 0; t < 4; ++t)
        fits &= (rows[0] >> t & 1U) + (rows[1] >> t & 1U) + (rows[2] >> t & 1U) == columns[t];
      if (!fits) continue;
      const auto shared = static_cast<unsigned>(std::popcount(rows[0] & rows[1]));
      ++all;
      above += shared >= tests[0].shared ? 1 : 0;
      below += shared <= tests[0].shared ? 1 : 0;
      sum += shared;
    }
    EXPECT_NEAR(tests[0].upper, above / all, 0.03) << round;
    EXPECT_NEAR(tests[0].lower, below / all, 0.03) << round;
    EXPECT_NEAR(tests[0].expected, sum / all, 0.05) << round;
  }
}

// SDSM has the same sums on average; Neal et al. 2021 recommend it as the stand-in of FDSM. Of the
// Southern Women it finds no pair below 0.05 and Olivia and Flora nearest.
TEST(Fdsm, IsNearToSdsmOnDavis) {
  const auto drawn = fdsm_tests(davis(), {.trials = 4'000});
  const auto exact = pair_tests(davis(), BackboneModel::Sdsm);
  ASSERT_EQ(drawn.size(), exact.size());
  double off = 0;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    EXPECT_EQ(drawn[i].shared, exact[i].shared);
    EXPECT_NEAR(drawn[i].expected, exact[i].expected, 0.5);
    EXPECT_GT(drawn[i].upper, 0);
    off += std::abs(drawn[i].upper - exact[i].upper);
  }
  EXPECT_LT(off / static_cast<double>(drawn.size()), 0.1);
}

TEST(Fdsm, DoesNotDependOnThreadsButOnTheSeed) {
  const auto uppers = [](const FdsmOptions& options) {
    std::vector<double> p;
    for (const PairTest& test : fdsm_tests(davis(), options)) p.push_back(test.upper);
    return p;
  };
  const auto one = uppers({.trials = 203, .threads = 1});
  EXPECT_EQ(one, uppers({.trials = 203, .threads = 3}));
  EXPECT_NE(one, uppers({.trials = 203, .seed = 2}));
}

TEST(Fdsm, CopesWithNothingAndRefusesTooMuch) {
  EXPECT_TRUE(fdsm_tests({}).empty());
  EXPECT_THROW(fdsm_tests(davis(), {.trials = 0}), std::invalid_argument);
  EXPECT_THROW(fdsm_tests(davis(), {.trials = 1'000'000'000}), LimitError);
  EXPECT_NEAR(monte_carlo_error(0.5, 100), 0.05, 1e-15);
}

}  // namespace respnet::analysis
