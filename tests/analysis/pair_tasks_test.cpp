#include "respnet/analysis/pair_tasks.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "respnet/analysis/study.hpp"
#include "support/davis.hpp"
#include "support/opsahl.hpp"
#include "support/random_roles.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using test::numbers;
using Values = std::vector<double>;

// Pearson's correlation of two rows, from sums of deviations.
double correlation(const std::vector<std::vector<char>>& tasks, std::size_t a, std::size_t b) {
  const auto n = static_cast<double>(tasks.size());
  double mean_a = 0, mean_b = 0, product = 0, square_a = 0, square_b = 0;
  for (const auto& row : tasks) {
    mean_a += (row[a] != 0 ? 1 : 0) / n;
    mean_b += (row[b] != 0 ? 1 : 0) / n;
  }
  for (const auto& row : tasks) {
    const double x = (row[a] != 0 ? 1 : 0) - mean_a, y = (row[b] != 0 ? 1 : 0) - mean_b;
    product += x * y;
    square_a += x * x;
    square_b += y * y;
  }
  return product / std::sqrt(square_a * square_b);
}

}  // namespace

// The matrix of lead to support of the reference: A→B 2, A→C 1, A→D 1, B→A 1, D→C 1, D→E 1.
TEST(PairTasks, OfTheRoleToyAreThoseOfTheReference) {
  const auto network = test::role_toy_network();
  const Study study(network);

  // A-B, A-C, A-D, B-C, C-D, C-E, D-E
  EXPECT_EQ(numbers(study, Level::Pair, "co.lead_support"), (Values{2, 1, 1, 0, 0, 0, 1}));
  EXPECT_EQ(numbers(study, Level::Pair, "co.support_lead"), (Values{1, 0, 0, 0, 1, 0, 0}));
  EXPECT_EQ(numbers(study, Level::Pair, "co.lead_lead"), Values(7, 0));
  EXPECT_EQ(numbers(study, Level::Pair, "co.support_support"), (Values{0, 0, 0, 1, 0, 1, 0}));
  // T1 of three units, T2 and T4 of two; A has four tasks, B three.
  const double shared = 1.0 / 3 + 1.0 / 2 + 1.0 / 2;
  EXPECT_NEAR(numbers(study, Level::Pair, "co.fractional")[0], shared, 1e-15);
  EXPECT_NEAR(numbers(study, Level::Pair, "co.hyperbolic_ab")[0], shared / 4, 1e-15);
  EXPECT_NEAR(numbers(study, Level::Pair, "co.hyperbolic_ba")[0], shared / 3, 1e-15);
  EXPECT_NEAR(numbers(study, Level::Pair, "co.ratio")[0], 3.0 / 6, 1e-15);
}

// NetworkX's Opsahl graph: A and B share two of six tasks.
TEST(PairTasks, RatioOfOpsahlsGraphEqualsNetworkX) {
  const auto network = test::opsahl_network();

  EXPECT_DOUBLE_EQ(numbers(Study(network), Level::Pair, "co.ratio").front(), 2.0 / 6);
}

TEST(PairTasks, SumToTheSharedTasksOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto network = test::random_roles(seed);
    const Study study(network);
    const auto roles = test::role_matrix(study.graph());
    const auto phi = pair_correlations(study.graph(), study.pairs());
    for (std::size_t i = 0; i < study.pairs().size(); ++i) {
      const auto [a, b, shared, arc] = study.pairs()[i];
      const PairTasks& found = study.pair_tasks()[i];
      EXPECT_EQ(found.lead_lead + found.lead_support + found.support_lead + found.support_support,
                shared);
      std::uint32_t a_leads = 0;
      double fractional = 0;
      for (const auto& task : roles) {
        if (task[a] == 0 || task[b] == 0) continue;
        a_leads += task[a] == 'L' ? 1U : 0U;
        fractional += 1 / static_cast<double>(task.size() - static_cast<std::size_t>(
                                                                std::ranges::count(task, '\0')));
      }
      EXPECT_EQ(found.lead_lead + found.lead_support, a_leads);
      EXPECT_NEAR(found.fractional, fractional, 1e-14);
      const double expected = correlation(roles, a, b);
      if (std::isfinite(expected) && !std::isnan(phi[i])) {
        EXPECT_NEAR(phi[i], expected, 1e-12);
      }
      const auto tasks = static_cast<std::size_t>(study.loads().tasks[a]);
      if (tasks == study.graph().task_count()) {
        EXPECT_TRUE(std::isnan(phi[i]));
      }
    }
  }
}

// What a unit spreads over its tasks, and they over their units, is 1 in all: what does not come
// back to it or lie on tasks of its own goes to partners.
TEST(PairTasks, AllocateEachUnitsResourceOnce) {
  const auto network = test::davis_network();
  const Study study(network);
  const auto from_a = numbers(study, Level::Pair, "co.hyperbolic_ab");
  const auto from_b = numbers(study, Level::Pair, "co.hyperbolic_ba");
  std::vector<double> given(study.graph().unit_count(), 0);
  for (std::size_t i = 0; i < study.pairs().size(); ++i) {
    given[study.pairs()[i].a] += from_a[i];
    given[study.pairs()[i].b] += from_b[i];
  }
  for (std::size_t unit = 0; unit < given.size(); ++unit)
    EXPECT_NEAR(given[unit] + study.loads().share[unit] / study.loads().tasks[unit], 1, 1e-14);
}

}  // namespace respnet::analysis
