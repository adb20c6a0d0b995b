#include "respnet/analysis/metrics.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "respnet/base/errors.hpp"
#include "support/davis.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

std::vector<std::string> ids(const Table& table) {
  std::vector<std::string> result;
  for (const Column& column : table.columns) result.push_back(column.id);
  return result;
}

// One task of 1,416 units: more than a million pairs, but small otherwise.
model::Network crowd() {
  model::NetworkBuilder builder("test");
  for (int unit = 0; unit < 1416; ++unit)
    builder.add_assignment(builder.task_of_id("1"), builder.unit_of_name(std::to_string(unit)),
                           model::Role::Responsible);
  return std::move(builder).build();
}

}  // namespace

TEST(Selection, MatchesGlobsOnWholeIds) {
  const Selection some("load.*, co.degree,*pagerank ,bipartite.?ore");

  EXPECT_TRUE(some.contains("load.tasks"));
  EXPECT_TRUE(some.contains("co.degree"));
  EXPECT_TRUE(some.contains("co.pagerank"));
  EXPECT_TRUE(some.contains("bipartite.core"));
  EXPECT_FALSE(some.contains("co.core"));
  EXPECT_FALSE(some.contains("tasks"));
  EXPECT_FALSE(some.contains("co.degrees"));
}

TEST(Selection, BacktracksOverStars) {
  const Selection some("*e*a*s*.*i*i");

  EXPECT_TRUE(some.contains("concentration.tasks.gini"));
  EXPECT_FALSE(some.contains("concentration.tasks.hhi_normalized"));
}

TEST(Selection, OfNothingIsEverything) {
  EXPECT_TRUE(Selection().contains("load.tasks"));
  EXPECT_TRUE(Selection(" , ").contains("load.tasks"));
}

TEST(Selection, KnowsWhatWasNamedInFull) {
  const Selection some("co.betweenness,co.*");

  EXPECT_TRUE(some.names("co.betweenness"));
  EXPECT_FALSE(some.names("co.closeness"));
}

TEST(Selection, RefusesWhatNamesNoMeasure) {
  try {
    Selection("load.task");
    FAIL() << "accepted";
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), "no measure is named 'load.task'; did you mean 'load.tasks'?");
  }
  EXPECT_THROW(Selection("load.*,workload.*"), std::invalid_argument);
}

TEST(Metrics, AreTablesByLevelWithMeasureIdsAsColumns) {
  const auto network = test::role_toy_network();
  const auto found =
      metrics(Study(network), {.select = Selection("tasks,load.tasks,task.*,co.shared")});

  ASSERT_EQ(found.tables.size(), 4U);
  EXPECT_EQ(found.tables[0].id, "network");
  EXPECT_EQ(ids(found.tables[0]), std::vector<std::string>{"tasks"});
  EXPECT_EQ(found.tables[0].rows(), 1U);
  EXPECT_EQ(found.tables[1].id, "units");
  EXPECT_EQ(ids(found.tables[1]), (std::vector<std::string>{"id", "name", "load.tasks"}));
  EXPECT_EQ(test::texts(found.tables[1], "name"),
            (std::vector<std::string>{"A", "B", "C", "D", "E"}));
  EXPECT_EQ(test::texts(found.tables[1], "id").front(), "u1");
  EXPECT_EQ(found.tables[2].id, "tasks");
  EXPECT_EQ(ids(found.tables[2]),
            (std::vector<std::string>{"id", "title", "task.units", "task.leads", "task.support",
                                      "task.cross_cluster", "task.pairs", "task.cross_pairs"}));
  EXPECT_EQ(found.tables[3].id, "pairs");
  EXPECT_EQ(ids(found.tables[3]),
            (std::vector<std::string>{"a", "b", "name_a", "name_b", "co.shared"}));
  EXPECT_EQ(test::texts(found.tables[3], "name_b").front(), "B");
  EXPECT_TRUE(found.remarks.empty());
}

TEST(Metrics, OfOneLevelLeaveTheOthersOut) {
  const auto network = test::davis_network();
  const auto found = metrics(Study(network), {.levels = {Level::Task}});

  ASSERT_EQ(found.tables.size(), 1U);
  EXPECT_EQ(found.tables[0].id, "tasks");
  EXPECT_EQ(found.tables[0].rows(), 14U);
}

TEST(Metrics, TellHowFarTheyHaveCome) {
  const auto network = test::davis_network();
  std::vector<std::string> told;
  MetricsOptions options{.select = Selection("tasks,load.tasks,load.share,co.shared")};
  options.progress = [&](const MetricsProgress& at) {
    told.push_back(std::to_string(at.done) + "/" + std::to_string(at.all) + " " +
                   std::string(at.id));
  };
  metrics(Study(network), options);

  EXPECT_EQ(told, (std::vector<std::string>{"0/4 tasks", "1/4 load.tasks", "2/4 load.share",
                                            "3/4 co.shared"}));

  told.clear();
  options.levels = {Level::Unit};
  metrics(Study(network), options);

  EXPECT_EQ(told, (std::vector<std::string>{"0/2 load.tasks", "1/2 load.share"}));
}

TEST(Metrics, OfEverythingHaveAColumnForEachMeasure) {
  const auto network = test::davis_network();
  const auto found = metrics(Study(network));

  std::size_t columns = 0;
  for (const Table& table : found.tables)
    for (const Column& column : table.columns) {
      EXPECT_EQ(column.size(), table.rows()) << column.id;
      EXPECT_FALSE(column.label.empty()) << column.id;
      ++columns;
    }
  EXPECT_EQ(columns, catalog().size() + 2 + 2 + 4);  // and who
}

TEST(Metrics, LabelLeadsByHowTheyAreKnown) {
  const auto network = test::davis_network();
  const auto found = metrics(Study(network), {.select = Selection("load.lead")});

  EXPECT_EQ(found.tables[0].columns.back().label, "首位任务");
}

TEST(Metrics, SkipWhatIsTooLargeAndSayWhy) {
  const auto network = crowd();
  const Study study(network);
  const auto found = metrics(study, {.levels = {Level::Network, Level::Pair}});

  ASSERT_EQ(found.tables.size(), 1U);
  const auto of_pairs = std::ranges::count(catalog(), Level::Pair, &Measure::level);
  ASSERT_EQ(std::ranges::count(found.remarks, Level::Pair, &Remark::level), of_pairs);
  const auto first = std::ranges::find(found.remarks, Level::Pair, &Remark::level);
  EXPECT_EQ(first->id, "co.shared");
  EXPECT_TRUE(first->left_out);
  EXPECT_NE(first->reason.find("1001820 pairs"), std::string::npos);
}

// A unit in each of 30,000 tasks, with two of 400 more that no other task has together: too many
// searches, so shortest paths are drawn. All but those from or to the unit pass through it.
TEST(Metrics, SayOnceWhatIsToBeKnownOfSeveral) {
  const std::vector<Remark> remarks{{.id = "a", .reason = "too long"},
                                    {.id = "b", .reason = "off a bit", .left_out = false},
                                    {.id = "c", .reason = "too long"},
                                    {.id = "d", .reason = "too long", .left_out = false},
                                    {.id = "e", .reason = "too long", .left_out = false}};

  EXPECT_EQ(sentences(remarks),
            (std::vector<std::string>{"a, c were left out: too long", "b is an estimate: off a bit",
                                      "d, e are estimates: too long"}));
}

TEST(Metrics, EstimateBetweennessOfALargeNetworkAndSayHowFarOff) {
  model::NetworkBuilder builder("star");
  for (int t = 0; t < 30'000; ++t) {
    const auto task = builder.task_of_id(std::to_string(t));
    builder.add_assignment(task, builder.unit_of_name("centre"), model::Role::Lead);
    for (const int other : {t % 400, (t + 1 + t / 400) % 400})
      builder.add_assignment(task, builder.unit_of_name(std::to_string(other)),
                             model::Role::Support);
  }
  const auto network = std::move(builder).build();
  const MetricsOptions options{.levels = {Level::Unit},
                               .select = Selection("bipartite.betweenness,co.betweenness"),
                               .language = Language::En};
  const Study study(network, {.threads = 1});
  const auto found = metrics(study, options);

  ASSERT_EQ(found.remarks.size(), 1U);  // the partners of 401 units are counted
  EXPECT_EQ(found.remarks[0].id, "bipartite.betweenness");
  EXPECT_FALSE(found.remarks[0].left_out);
  EXPECT_TRUE(
      sentences(found.remarks)[0].starts_with("bipartite.betweenness is an estimate: from "))
      << sentences(found.remarks)[0];
  EXPECT_NE(found.remarks[0].reason.find("off by 0.01 of all pairs at most, with a chance of 0.9"),
            std::string::npos);
  const auto column =
      std::ranges::find(found.tables.at(0).columns, "bipartite.betweenness", &Column::id);
  EXPECT_EQ(column->label, "betweenness (two-mode) (estimate)");
  const auto& pairs = study.betweenness();
  const double all = 30'401.0 * 30'400 / 2;
  // Exact: every pair of tasks but those that share another unit, which have two ways; and more.
  EXPECT_GT(pairs.score[30'000] / all, 0.96);
  EXPECT_GT(pairs.guarantee.samples, 0U);

  const Study threads(network, {.threads = 2});
  EXPECT_EQ(threads.betweenness().score, pairs.score);
  const Study seeds(network, {.seed = 2});
  EXPECT_NE(seeds.betweenness().score, pairs.score);
}

// 55,000 units support the centre, which supports the leads of 55,000 tasks: it is between a
// quarter of the ordered pairs, and nobody else is between any.
TEST(Metrics, EstimateBetweennessOfTheLeadsOfALargeNetwork) {
  constexpr int kEach = 55'000;
  model::NetworkBuilder builder("hourglass");
  const auto centre = builder.unit_of_name("centre");
  for (int t = 0; t < 2 * kEach; ++t) {
    const auto task = builder.task_of_id(std::to_string(t));
    const auto other = builder.unit_of_name(std::to_string(t));
    builder.add_assignment(task, t < kEach ? centre : other, model::Role::Lead);
    builder.add_assignment(task, t < kEach ? other : centre, model::Role::Support);
  }
  const auto network = std::move(builder).build();
  const MetricsOptions options{
      .levels = {Level::Unit}, .select = Selection("lead.betweenness"), .language = Language::En};
  const Study study(network, {.epsilon = 0.02, .delta = 0.05});
  const auto found = metrics(study, options);

  ASSERT_EQ(found.remarks.size(), 1U);
  EXPECT_FALSE(found.remarks[0].left_out);
  EXPECT_NE(found.remarks[0].reason.find("off by 0.02 of all pairs at most, with a chance of 0.95"),
            std::string::npos);
  EXPECT_EQ(found.remarks[0].guarantee.epsilon, 0.02);
  EXPECT_EQ(found.remarks[0].guarantee.delta, 0.05);
  EXPECT_EQ(found.remarks[0].guarantee.samples, study.lead_betweenness().guarantee.samples);
  const Column& column = found.tables.at(0).columns.back();
  EXPECT_EQ(column.label, "betweenness (leads) (estimate)");
  const auto& values = std::get<std::vector<double>>(column.values);
  EXPECT_NEAR(values[0], 0.25, 0.02);
  EXPECT_EQ(std::ranges::count(values, 0), 2 * kEach);
}

// The same with tasks of few different sets of units: a search for each set, so nothing is drawn.
TEST(Metrics, ComputeBetweennessWhereTasksAreAlike) {
  model::NetworkBuilder builder("star");
  for (int t = 0; t < 60'000; ++t) {
    const auto task = builder.task_of_id(std::to_string(t));
    builder.add_assignment(task, builder.unit_of_name("centre"), model::Role::Lead);
    builder.add_assignment(task, builder.unit_of_name(std::to_string(t % 40)),
                           model::Role::Support);
  }
  const auto network = std::move(builder).build();
  const Study study(network);

  const auto& pairs = study.betweenness();

  // Through the centre: all pairs of tasks, those of one of the 40 half; each of the 40 with the
  // tasks of the others, and with each other by 1500 tasks on either side.
  const double of_one = 1500.0 * 1499 / 2, of_two = 1500.0 * 1500;
  const double of_the_forty = 40 * 39 / 2;
  EXPECT_EQ(pairs.guarantee.samples, 0U);
  EXPECT_NEAR(pairs.score[60'000],
              of_the_forty * of_two + 40 * of_one / 2 + 40.0 * 39 * 1500 + of_the_forty, 1e-3);
  EXPECT_NEAR(pairs.score[60'001], of_one / 2, 1e-6);
}

// Tasks with a unit each: more searches than anybody waits for unasked, and quick all the same. An
// estimate takes all vertices of such small parts, and is exact.
TEST(Metrics, AreLeftOutForTheirCostUnlessExactOnesAreAskedFor) {
  model::NetworkBuilder builder("one");
  constexpr int tasks = 230'000;
  for (int t = 0; t < tasks; ++t)
    builder.add_assignment(builder.task_of_id(std::to_string(t)),
                           builder.unit_of_name(std::to_string(t)), model::Role::Lead);
  const auto network = std::move(builder).build();
  const MetricsOptions options{
      .levels = {Level::Network, Level::Unit},
      .select = Selection("bipartite.closeness,centralization.closeness.units"),
      .skip_named = true};

  const auto refused = metrics(Study(network), options);
  ASSERT_EQ(refused.remarks.size(), 1U);
  EXPECT_EQ(refused.remarks[0].id, "centralization.closeness.units");
  EXPECT_TRUE(refused.remarks[0].left_out);
  EXPECT_NE(refused.remarks[0].reason.find("wait for it (--exact)"), std::string::npos);
  ASSERT_EQ(refused.tables.size(), 1U);
  EXPECT_EQ(refused.tables[0].id, "units");

  const auto exact = metrics(Study(network, {.exact = true}), options);
  EXPECT_TRUE(exact.remarks.empty());
  ASSERT_EQ(exact.tables.size(), 2U);
  EXPECT_EQ(exact.tables[0].columns.back().id, "centralization.closeness.units");
  for (const Table& table : {refused.tables[0], exact.tables[1]}) {
    const auto& closeness = std::get<std::vector<double>>(table.columns.back().values);
    ASSERT_EQ(closeness.size(), std::size_t{tasks});
    for (const double of_unit : closeness)
      ASSERT_DOUBLE_EQ(of_unit, (3.0 * tasks - 2) / (2.0 * tasks - 1));
  }
}

// Tasks of the centre and of a unit of their own, no two alike.
TEST(Metrics, EstimateHarmonicWhereSearchesFromAllAreTooMany) {
  constexpr int kTasks = 230'000;
  model::NetworkBuilder builder("spider");
  const auto centre = builder.unit_of_name("centre");
  for (int t = 0; t < kTasks; ++t) {
    const auto task = builder.task_of_id(std::to_string(t));
    builder.add_assignment(task, centre, model::Role::Lead);
    builder.add_assignment(task, builder.unit_of_name(std::to_string(t)), model::Role::Support);
  }
  const auto network = std::move(builder).build();
  const MetricsOptions options{.levels = {Level::Unit, Level::Task},
                               .select = Selection("bipartite.harmonic"),
                               .language = Language::En};

  const auto found = metrics(Study(network, {.epsilon = 0.03}), options);

  ASSERT_EQ(found.remarks.size(), 1U);
  EXPECT_NE(found.remarks[0].reason.find("off by 0.03 of all others at most"), std::string::npos);
  EXPECT_TRUE(proven(found.remarks[0].guarantee));
  EXPECT_EQ(found.tables.at(0).columns.back().label, "harmonic (two-mode) (estimate)");
  const auto& units = std::get<std::vector<double>>(found.tables[0].columns.back().values);
  const auto& tasks = std::get<std::vector<double>>(found.tables.at(1).columns.back().values);
  constexpr double within = 0.03 * 2 * kTasks, rest = kTasks - 1;
  EXPECT_NEAR(units[0], kTasks + kTasks / 2.0, within);
  for (int t = 0; t < kTasks; ++t) {
    ASSERT_NEAR(units[static_cast<std::size_t>(t) + 1], 1 + 1 / 2.0 + rest / 3 + rest / 4, within);
    ASSERT_NEAR(tasks[static_cast<std::size_t>(t)], 2 + rest / 2 + rest / 3, within);
  }
}

// What is cheap is computed, whatever may be off.
TEST(Metrics, ChangeNothingThatIsExactByEpsilonAndDelta) {
  const auto network = test::davis_network();
  const MetricsOptions options{.select = Selection("*.betweenness,*.harmonic")};

  const auto usual = metrics(Study(network), options);
  const auto loose = metrics(Study(network, {.epsilon = 0.4, .delta = 0.4}), options);

  EXPECT_TRUE(loose.remarks.empty());
  ASSERT_EQ(loose.tables.size(), usual.tables.size());
  for (std::size_t i = 0; i < usual.tables.size(); ++i)
    for (std::size_t c = 0; c < usual.tables[i].columns.size(); ++c) {
      EXPECT_EQ(loose.tables[i].columns[c].label, usual.tables[i].columns[c].label);
      EXPECT_EQ(loose.tables[i].columns[c].values, usual.tables[i].columns[c].values);
    }
}

TEST(Metrics, ThrowWhereWhatIsTooLargeWasNamed) {
  const auto network = crowd();
  const Study study(network);

  EXPECT_THROW(metrics(study, {.select = Selection("co.shared")}), LimitError);
}

}  // namespace respnet::analysis
