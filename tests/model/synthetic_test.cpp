#include "respnet/model/synthetic.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

namespace respnet::model {
namespace {

std::vector<std::vector<std::uint32_t>> all_tasks(const SyntheticOptions& options) {
  SyntheticTasks tasks(options);
  std::vector<std::vector<std::uint32_t>> rows;
  for (std::uint32_t i = 0; i < options.tasks; ++i) {
    const auto units = tasks.next();
    rows.emplace_back(units.begin(), units.end());
  }
  return rows;
}

}  // namespace

TEST(Synthetic, GivesTasksAsManyUnitsAsPoissonSays) {
  const SyntheticOptions options{.tasks = 20'000, .units = 1000};
  std::vector<double> counts(13, 0);

  for (const auto& units : all_tasks(options)) ++counts.at(units.size());

  EXPECT_EQ(counts[0], 0);
  double chi_squared = 0;
  double left = 1;  // what the last size takes: 12 or more
  for (std::size_t size = 1; size <= 12; ++size) {
    const double more = static_cast<double>(size) - 1;
    double chance = std::exp(more * std::log(3.5) - 3.5 - std::lgamma(more + 1));
    if (size == 12) chance = left;
    left -= chance;
    const double expected = options.tasks * chance;
    chi_squared += (counts[size] - expected) * (counts[size] - expected) / expected;
  }
  EXPECT_LT(chi_squared, 31.3);  // 11 degrees of freedom: exceeded once in a thousand seeds
}

TEST(Synthetic, DrawsUnitsByZipfMandelbrot) {
  const SyntheticOptions options{.tasks = 200'000, .units = 100, .mean_units = 1, .mixing = 0};
  std::vector<double> counts(options.units, 0);
  double sum = 0;
  for (std::uint32_t rank = 1; rank <= options.units; ++rank) sum += 1.0 / (rank + 5);

  for (const auto& units : all_tasks(options)) {
    ASSERT_EQ(units.size(), 1U);
    ++counts[units.front()];
  }

  double chi_squared = 0;
  for (std::uint32_t unit = 0; unit < options.units; ++unit) {
    const double expected = options.tasks / sum / (unit + 6);
    chi_squared += (counts[unit] - expected) * (counts[unit] - expected) / expected;
  }
  EXPECT_LT(chi_squared, 148.2);  // 99 degrees of freedom: exceeded once in a thousand seeds
}

TEST(Synthetic, TakesTheShareAskedForFromOtherClusters) {
  for (const double mixing : {0.0, 0.2, 0.65, 1.0}) {
    const SyntheticOptions options{.tasks = 5000, .units = 2000, .clusters = 20, .mixing = mixing};
    SyntheticTasks tasks(options);
    double outside = 0, all = 0;

    for (std::uint32_t i = 0; i < options.tasks; ++i) {
      for (const std::uint32_t unit : tasks.next()) {
        outside += tasks.cluster_of(unit) == tasks.cluster() ? 0 : 1;
        ++all;
      }
    }

    EXPECT_NEAR(outside / all, mixing, 4 * std::sqrt(mixing * (1 - mixing) / all)) << mixing;
  }
}

TEST(Synthetic, NeverRepeatsAUnitAndUsesWhatThereIs) {
  for (const std::uint32_t units : {1U, 2U, 3U, 7U, 30U})
    for (const std::uint32_t clusters : {1U, 2U, units})
      for (const double mixing : {0.0, 0.2, 1.0}) {
        if (clusters > units) continue;
        const SyntheticOptions options{
            .tasks = 200, .units = units, .mean_units = 12, .clusters = clusters, .mixing = mixing};
        for (const auto& row : all_tasks(options)) {
          EXPECT_EQ(std::set(row.begin(), row.end()).size(), row.size());
          EXPECT_LE(row.size(), std::min(30U, units));
          EXPECT_LT(std::ranges::max(row), units);
        }
      }
}

TEST(Synthetic, IsTheSameForTheSameSeedOnly) {
  EXPECT_EQ(all_tasks({.tasks = 50, .seed = 5}), all_tasks({.tasks = 50, .seed = 5}));
  EXPECT_NE(all_tasks({.tasks = 50, .seed = 5}), all_tasks({.tasks = 50, .seed = 6}));
}

TEST(Synthetic, BecomesANetworkWithTheFirstUnitAsLead) {
  const SyntheticOptions options{.tasks = 60, .units = 80, .seed = 9};
  const auto rows = all_tasks(options);

  const Network network = synthetic_network(options);

  ASSERT_EQ(network.task_count(), 60U);
  EXPECT_EQ(network.unit_count(), 80U);
  for (const TaskId task : network.task_ids()) {
    std::vector<std::string> names;
    for (const AssignmentId id : network.assignments(task)) {
      EXPECT_EQ(network.role_of(id), names.empty() ? Role::Lead : Role::Support);
      names.emplace_back(network.unit_name(network.unit_of(id)));
    }
    std::vector<std::string> expected;
    for (const std::uint32_t unit : rows[index(task)])
      expected.push_back("U" + std::to_string(unit + 1));
    EXPECT_EQ(names, expected);
  }
}

TEST(Synthetic, RefusesWhatCannotBe) {
  EXPECT_THROW(SyntheticTasks({.tasks = 0}), std::invalid_argument);
  EXPECT_THROW(SyntheticTasks({.units = 0}), std::invalid_argument);
  EXPECT_THROW(SyntheticTasks({.mean_units = 0.5}), std::invalid_argument);
  EXPECT_THROW(SyntheticTasks({.units = 3, .clusters = 4}), std::invalid_argument);
  EXPECT_THROW(SyntheticTasks({.mixing = 1.5}), std::invalid_argument);
}

}  // namespace respnet::model
