#include "respnet/analysis/chance.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/analysis/command_tables.hpp"
#include "respnet/graph/leiden.hpp"
#include "support/davis.hpp"
#include "support/network.hpp"

namespace respnet::analysis {
namespace {

const ChanceRow& row_of(const Study& study, std::string_view measure) {
  const auto& rows = study.chance().rows;
  const auto found = std::ranges::find(rows, measure, &ChanceRow::measure);
  EXPECT_NE(found, rows.end()) << measure;
  return *found;
}

double gini(std::vector<int> loads) {
  std::ranges::sort(loads);
  const auto n = static_cast<double>(loads.size());
  double sum = 0, ranked = 0;
  for (std::size_t i = 0; i < loads.size(); ++i) {
    sum += loads[i];
    ranked += static_cast<double>(i + 1) * loads[i];
  }
  return 2 * ranked / (n * sum) - (n + 1) / n;
}

// The largest modularity of any partition of the vertices, by trying all.
double best_modularity(const graph::BipartiteGraph& graph) {
  const std::size_t n = graph.task_count() + graph.unit_count();
  std::vector<std::uint32_t> label(n, 0);
  double best = 0;
  const auto place = [&](const auto& self, std::size_t at, std::uint32_t used) -> void {
    if (at == n) {
      best = std::max(best, graph::barber_modularity(graph, label));
      return;
    }
    for (std::uint32_t i = 0; i <= used; ++i) {
      label[at] = i;
      self(self, at + 1, std::max(used, i + 1));
    }
  };
  place(place, 0, 0);
  return best;
}

}  // namespace

TEST(Chance, TakesTheMostSamplesItsBudgetHolds) {
  EXPECT_EQ(affordable_samples(112), 999U);
  EXPECT_EQ(affordable_samples(5'005), 999U);  // 999 · 5005 = 4 999 995
  EXPECT_EQ(affordable_samples(5'006), 499U);
  EXPECT_EQ(affordable_samples(50'505), 99U);
  EXPECT_EQ(affordable_samples(50'506), 0U);
}

// Tasks of two, one and one of three units: 27 draws.
TEST(Chance, OfLoadsAgreesWithEveryDraw) {
  const auto plan = test::network({{"1", "a"}, {"1", "b"}, {"2", "a"}, {"3", "a"}, {"4", "c"}});
  double sum = 0, above = 0;
  int draws = 0;
  const double observed = gini({3, 1, 1});
  for (int left_out = 0; left_out < 3; ++left_out)
    for (int second = 0; second < 3; ++second)
      for (int third = 0; third < 3; ++third)
        for (int fourth = 0; fourth < 3; ++fourth) {
          std::vector<int> loads{1, 1, 1};
          --loads[static_cast<std::size_t>(left_out)];
          for (const int unit : {second, third, fourth}) ++loads[static_cast<std::size_t>(unit)];
          sum += gini(loads);
          above += gini(loads) >= observed - 1e-12 ? 1 : 0;
          ++draws;
        }

  const Study study(plan);
  const ChanceRow& tasks = row_of(study, "concentration.tasks.gini");

  EXPECT_EQ(tasks.row.samples, 999U);
  EXPECT_NEAR(tasks.row.observed, observed, 1e-12);
  EXPECT_NEAR(tasks.row.expected, sum / draws, 4 * tasks.row.sd / std::sqrt(999.0));
  EXPECT_NEAR(tasks.row.upper, above / draws, 4 * std::sqrt(0.25 / 999));
}

// The eight matrices with the sums of 1011/0100/1001 (rows units), each with its best partition.
TEST(Chance, OfModularityAgreesWithEveryMatrixOfTheSums) {
  const auto plan_of = [](const std::vector<std::string>& rows) {
    std::vector<test::Row> assignments;
    for (std::size_t task = 0; task < 4; ++task)
      for (std::size_t unit = 0; unit < 3; ++unit)
        if (rows[unit][task] == '1')
          assignments.push_back({std::to_string(task + 1), std::string(1, "abc"[unit])});
    return test::network(assignments);
  };
  double sum = 0;
  int matrices = 0;
  for (unsigned bits = 0; bits < 1U << 12; ++bits) {
    std::vector<std::string> rows(3, "0000");
    std::vector<int> row_sums(3, 0), column_sums(4, 0);
    for (std::size_t cell = 0; cell < 12; ++cell)
      if ((bits >> cell & 1U) != 0) {
        rows[cell / 4][cell % 4] = '1';
        ++row_sums[cell / 4];
        ++column_sums[cell % 4];
      }
    if (row_sums != std::vector{3, 1, 2} || column_sums != std::vector{2, 1, 1, 2}) continue;
    const auto plan = plan_of(rows);
    sum += best_modularity(graph::BipartiteGraph(plan));
    ++matrices;
  }
  EXPECT_EQ(matrices, 8);

  const auto plan = plan_of({"1011", "0100", "1001"});
  const Study study(plan);
  const ChanceRow& clusters = row_of(study, "clusters.modularity");

  EXPECT_NEAR(clusters.row.observed, best_modularity(study.graph()), 1e-12);
  EXPECT_NEAR(clusters.row.expected, sum / matrices, 4 * clusters.row.sd / std::sqrt(999.0));
}

// Barber's proven optimum on the Southern Women is 0.3455; networks with their degrees have less.
TEST(Chance, LeavesTheClustersOfTheSouthernWomen) {
  const auto plan = test::davis_network();
  const Study study(plan);
  const ChanceRow& clusters = row_of(study, "clusters.modularity");

  EXPECT_EQ(clusters.model, NullModel::Margins);
  EXPECT_NEAR(clusters.row.observed, 0.34553717964903424, 0.002);
  EXPECT_LT(clusters.row.high, clusters.row.observed);
  EXPECT_NEAR(clusters.row.p, 0.002, 1e-12);
}

TEST(Chance, IsTheSameWithAnyNumberOfThreads) {
  const auto plan = test::davis_network();
  StudyOptions one, three;
  one.threads = 1;
  three.threads = 3;
  const Study a(plan, one), b(plan, three);

  ASSERT_EQ(a.chance().rows.size(), b.chance().rows.size());
  for (std::size_t i = 0; i < a.chance().rows.size(); ++i) {
    EXPECT_EQ(a.chance().rows[i].row.expected, b.chance().rows[i].row.expected);
    EXPECT_EQ(a.chance().rows[i].row.p, b.chance().rows[i].row.p);
  }
}

TEST(Chance, HasNoRowWhereNothingCanVary) {
  const auto plan = test::network({{"1", "a"}, {"1", "b"}, {"2", "a"}, {"2", "b"}});
  const Study study(plan);
  for (const ChanceRow& row : study.chance().rows)
    EXPECT_EQ(row.measure, "concentration.lead.gini");

  const auto empty = test::network({});
  const Study nothing(empty);
  EXPECT_TRUE(nothing.chance().rows.empty());
  EXPECT_TRUE(chance_tables(nothing, Language::En).tables.empty());
}

// 600 tasks of 20 units, of 40: modularity would take 99 · 10 · 12 000 assignments.
TEST(Chance, SaysWhatIsTooLargeForTheReport) {
  std::vector<test::Row> rows;
  for (int task = 0; task < 600; ++task)
    for (int unit = 0; unit < 20; ++unit)
      rows.push_back({std::to_string(task), "u" + std::to_string((7 * task + unit) % 40)});
  const auto plan = test::network(rows);
  const Study study(plan);

  EXPECT_EQ(study.chance().unaffordable, std::vector<std::string_view>{"clusters.modularity"});
  EXPECT_EQ(row_of(study, "concentration.tasks.gini").row.samples, 199U);
}

}  // namespace respnet::analysis
