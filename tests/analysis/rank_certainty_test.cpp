#include "respnet/analysis/rank_certainty.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/analysis/task_sample.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/random.hpp"
#include "support/davis.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using Ranks = std::vector<std::uint32_t>;

std::uint32_t rank_at(const Ranks& lead, const Ranks& support, std::size_t unit, double weight) {
  std::uint32_t rank = 1;
  for (std::size_t v = 0; v < lead.size(); ++v)
    if (lead[v] + weight * support[v] > lead[unit] + weight * support[unit] + 1e-12) ++rank;
  return rank;
}

}  // namespace

// Two tasks, one of unit a and one of unit b, and each sample draws two: with chance 1/4 only a's,
// 1/4 only b's, 1/2 both. So each is first in three samples of four.
TEST(RankCertainty, OfTwoUnitsIsThatOfTheFourEqualSamples) {
  const auto network = test::network({{"1", "a"}, {"2", "b"}});
  const auto found =
      rank_certainty(BipartiteGraph(network), LoadKind::Tasks, {.samples = 20'000, .top = 1});
  EXPECT_EQ(found.rank, (Ranks{1, 1}));
  EXPECT_EQ(found.low, (Ranks{1, 1}));
  EXPECT_EQ(found.high, (Ranks{2, 2}));
  for (const double share : found.in_top) EXPECT_NEAR(share, 0.75, 0.015);  // five standard errors
}

TEST(RankCertainty, OfAUnitInEveryTaskIsFull) {
  const auto network = test::network({{"1", "a"}, {"1", "b"}, {"2", "a"}, {"3", "a"}, {"3", "c"}});
  const auto found = rank_certainty(BipartiteGraph(network), LoadKind::Tasks, {.top = 1});
  EXPECT_EQ(found.high[0], 1U);
  EXPECT_EQ(found.in_top[0], 1);
  EXPECT_GT(found.high[1], 1U);
}

// Against loads of resampled networks.
TEST(RankCertainty, IsThatOfLoadsInTheSampledNetworks) {
  const auto network = test::role_toy_network();
  const BipartiteGraph graph(network);
  constexpr std::size_t samples = 50;
  for (const LoadKind load :
       {LoadKind::Tasks, LoadKind::Lead, LoadKind::Share, LoadKind::Weighted}) {
    const auto found =
        rank_certainty(graph, load, {.samples = samples, .top = 2, .seed = 9, .threads = 1});
    for (std::size_t unit = 0; unit < graph.unit_count(); ++unit) {
      std::size_t in_top = 0;
      for (std::size_t i = 0; i < samples; ++i) {
        const auto sample = with_tasks(network, bootstrap_tasks(network, 9, i));
        const auto values = load_values(loads(BipartiteGraph(sample)), load);
        const auto ahead = std::ranges::count_if(
            values, [&](double value) { return value > values[unit] + 1e-9; });
        in_top += ahead < 2 ? 1 : 0;
      }
      EXPECT_EQ(found.in_top[unit], static_cast<double>(in_top) / samples);
    }
  }
}

TEST(RankCertainty, DoesNotDependOnThreads) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto one = rank_certainty(graph, LoadKind::Share, {.threads = 1});
  const auto many = rank_certainty(graph, LoadKind::Share, {.threads = 16});
  EXPECT_EQ(one.low, many.low);
  EXPECT_EQ(one.high, many.high);
  EXPECT_EQ(one.in_top, many.in_top);
  for (std::size_t u = 0; u < one.rank.size(); ++u) EXPECT_LE(one.low[u], one.high[u]);
}

TEST(RankCertainty, RefusesOptionsOutOfRange) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  EXPECT_THROW(rank_certainty(graph, LoadKind::Tasks, {.samples = 0}), std::invalid_argument);
  EXPECT_THROW(rank_certainty(graph, LoadKind::Tasks, {.top = 0}), std::invalid_argument);
  EXPECT_THROW(rank_certainty(graph, LoadKind::Tasks, {.confidence = 1}), std::invalid_argument);
  EXPECT_THROW(rank_certainty(graph, LoadKind::Tasks, {.samples = 4'000'000'000}), LimitError);
}

TEST(RoleWeightRanks, HoldEveryRankOfAFineGrid) {
  RandomEngine engine(3);
  for (int round = 0; round < 200; ++round) {
    Ranks lead(2 + uniform_below(engine, 6)), support(lead.size());
    for (auto& value : lead) value = static_cast<std::uint32_t>(uniform_below(engine, 6));
    for (auto& value : support) value = static_cast<std::uint32_t>(uniform_below(engine, 9));
    const auto found = role_weight_ranks(lead, support);
    for (std::size_t unit = 0; unit < lead.size(); ++unit) {
      Ranks seen;
      // 840 holds every weight at which two such units change places, and twice that the middles.
      for (int step = 0; step <= 1680; ++step)
        seen.push_back(rank_at(lead, support, unit, step / 1680.0));
      EXPECT_EQ(found.low[unit], std::ranges::min(seen));
      EXPECT_EQ(found.high[unit], std::ranges::max(seen));
    }
  }
}

TEST(RoleWeightRanks, RefuseWhatWouldTakeLong) {
  EXPECT_THROW(role_weight_ranks(Ranks(5001), Ranks(5001)), LimitError);
}

TEST(TaskSample, KeepsUnitsRolesAndSections) {
  const auto network = test::role_toy_network();
  const std::vector<model::TaskId> twice{model::TaskId{3}, model::TaskId{3}};
  const auto sample = with_tasks(network, twice);
  const BipartiteGraph graph(sample);
  EXPECT_EQ(sample.unit_count(), 5U);
  EXPECT_EQ(graph.task_count(), 2U);
  EXPECT_EQ(loads(graph).lead, (Ranks{0, 2, 0, 0, 0}));
  EXPECT_EQ(loads(graph).support, (Ranks{2, 0, 0, 0, 0}));
  EXPECT_EQ(tasks_without(network, model::TaskId{2}).size(), 5U);
}

TEST(TaskSample, OfAllTasksIsTheSameForEveryLoad) {
  const auto network = test::davis_network();
  const auto ids = network.task_ids();
  const std::vector<model::TaskId> all(ids.begin(), ids.end());
  const auto copy = with_tasks(network, all);
  EXPECT_EQ(loads(BipartiteGraph(copy)).share, loads(BipartiteGraph(network)).share);
}

}  // namespace respnet::analysis
