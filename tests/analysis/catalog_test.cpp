#include "respnet/analysis/catalog.hpp"

#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "support/davis.hpp"
#include "support/opsahl.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using test::numbers;

std::size_t rows_of(const Study& study, Level level) {
  switch (level) {
    case Level::Unit:
      return study.graph().unit_count();
    case Level::Task:
      return study.graph().task_count();
    case Level::Pair:
      return study.pairs().size();
    default:
      return 1;
  }
}

// Runs every row: the right length, nothing infinite, nothing undefined that does not say when.
void run_all(const model::Network& network) {
  const Study study(network);
  for (const Measure& measure : catalog()) {
    const auto column = numbers(measure.column(study));
    EXPECT_EQ(column.size(), rows_of(study, measure.level)) << measure.id;
    for (const double value : column) {
      EXPECT_FALSE(std::isinf(value)) << measure.id;
      EXPECT_TRUE(!std::isnan(value) || !measure.undefined.empty()) << measure.id;
    }
  }
}

double network_value(const Study& study, std::string_view id) {
  return numbers(study, Level::Network, id).front();
}

model::Network network_of(bool with_task, bool with_unit) {
  model::NetworkBuilder builder("test");
  if (with_task) builder.task_of_id("1");
  if (with_unit) builder.unit_of_name("a");
  return std::move(builder).build();
}

// Davis with women and events added in the opposite order.
model::Network turned_davis() {
  const auto network = test::davis_network();
  model::NetworkBuilder builder("davis");
  const auto reversed = [](std::size_t i, std::size_t n) { return n - 1 - i; };
  for (std::size_t i = 0; i < network.unit_count(); ++i)
    builder.unit_of_name(
        network.unit_name(static_cast<model::UnitId>(reversed(i, network.unit_count()))));
  for (std::size_t i = 0; i < network.task_count(); ++i) {
    const auto task = static_cast<model::TaskId>(reversed(i, network.task_count()));
    const auto copy = builder.task_of_id(network.task_id(task));
    for (const auto a : network.assignments(task))  // the first-listed woman stays first
      builder.add_assignment(copy, builder.unit_of_name(network.unit_name(network.unit_of(a))),
                             network.role_of(a));
  }
  return std::move(builder).build();
}

}  // namespace

TEST(Catalog, RunsOnTheEmptyNetwork) { run_all(network_of(false, false)); }
TEST(Catalog, RunsOnATaskWithoutUnits) { run_all(network_of(true, false)); }
TEST(Catalog, RunsOnAUnitWithoutTasks) { run_all(network_of(false, true)); }
TEST(Catalog, RunsOnATaskAndAUnitThatAreNotJoined) { run_all(network_of(true, true)); }
TEST(Catalog, RunsOnOneUnitWithOneTask) { run_all(test::network({{"1", "a"}})); }
TEST(Catalog, RunsOnTheRoleToy) { run_all(test::role_toy_network()); }
TEST(Catalog, RunsOnDavis) { run_all(test::davis_network()); }
TEST(Catalog, RunsOnSeparateParts) {
  run_all(test::network({{"1", "a"}, {"1", "b"}, {"2", "c"}, {"2", "d"}, {"3", "e"}}));
}

TEST(Catalog, NamesEachMeasureOnceALevel) {
  std::set<std::pair<Level, std::string>> seen;
  for (const Measure& measure : catalog())
    EXPECT_TRUE(seen.emplace(measure.level, measure.id).second) << measure.id;
}

TEST(Catalog, SaysEverythingAboutEachMeasure) {
  for (const Measure& measure : catalog()) {
    for (const auto& words : {measure.label, measure.meaning})
      EXPECT_FALSE(words.zh.empty() || words.en.empty()) << measure.id;
    EXPECT_FALSE(measure.formula.empty() || measure.range.empty() || measure.cost.empty())
        << measure.id;
    EXPECT_TRUE(measure.column) << measure.id;
  }
}

// Unit numbers change, nothing else does. Clusters are a search: their count may not be compared.
TEST(Catalog, DoesNotDependOnTheOrderOfUnitsAndTasks) {
  const auto davis = test::davis_network(), turned = turned_davis();
  const Study study(davis), other(turned);
  for (const Measure& measure : catalog()) {
    if (measure.level == Level::Pair || measure.id == "co.cluster") continue;
    auto values = numbers(measure.column(study)), turned_values = numbers(measure.column(other));
    std::ranges::reverse(turned_values);
    // Other samples: shares drift a little, bounds of ranks by a place.
    const bool whole = std::holds_alternative<std::vector<std::int64_t>>(measure.column(study));
    const double drift = whole ? 1 : 0.12;
    for (std::size_t i = 0; i < values.size(); ++i) {
      EXPECT_EQ(std::isnan(values[i]), std::isnan(turned_values[i])) << measure.id;
      if (std::isnan(values[i])) continue;
      const double close = measure.sampled ? drift : 1e-11;
      EXPECT_NEAR(values[i], turned_values[i], close) << measure.id << " of row " << i;
    }
  }
}

TEST(Catalog, DoesNotDependOnTheNumberOfThreads) {
  const auto network = test::davis_network();
  const Study serial(network, {.threads = 1}), parallel(network, {.threads = 5});
  for (const Measure& measure : catalog()) {
    const auto one = numbers(measure.column(serial)), five = numbers(measure.column(parallel));
    ASSERT_EQ(one.size(), five.size()) << measure.id;
    for (std::size_t i = 0; i < one.size(); ++i)
      EXPECT_TRUE(one[i] == five[i] || (std::isnan(one[i]) && std::isnan(five[i]))) << measure.id;
  }
}

TEST(Catalog, MeasuresTheNetworkOfDavis) {
  const auto network = test::davis_network();
  const Study study(network);

  const std::map<std::string, double> expected{
      {"tasks", 14},
      {"units", 18},
      {"assignments", 89},
      {"density", 0.3531746031746032},
      {"components", 1},
      {"leads.inferred", 14},
      {"concentration.tasks.gini", 0.23408239700374533},
      {"concentration.tasks.hhi", 0.06526953667466229},
      {"concentration.tasks.theil", 0.09043472663883234},
      {"concentration.tasks.hoover", 0.18476903870162292},
      {"concentration.tasks.evenness", 0.9687117318414924},
      {"concentration.lead.cr1", 8.0 / 14},
      {"concentration.lead.max_over_mean", 8.0 * 18 / 14},
      {"clusters.count", 4},
      {"clusters.modularity", 0.34553717964903424},
      {"segregation.checkerboards", 1146},
      {"segregation.c_score_tasks", 1146.0 / 91},
      {"coordination.pairs", 322},  // the weights of the projection of women, summed
  };
  for (const auto& [id, value] : expected)
    EXPECT_NEAR(network_value(study, id), value, 1e-14) << id;
}

// The one-mode modularity of the same graph and clusters is 0.332976: not what we print.
TEST(Catalog, PrintsBarbersModularityNotThatOfTheJointGraph) {
  const auto network = test::davis_network();

  EXPECT_GT(network_value(Study(network), "clusters.modularity"), 0.3455);
}

// Newman 2001: A B share tasks of 3, 3 and 2 units (the toy: T1, T2, T4).
TEST(Catalog, WeighsPairsOfTheRoleToyAsTheReference) {
  const auto network = test::role_toy_network();
  const Study study(network);

  // A-B, A-C, A-D, B-C, C-D, C-E, D-E
  EXPECT_EQ(numbers(study, Level::Pair, "co.shared"), (std::vector<double>{3, 1, 1, 1, 1, 1, 1}));
  EXPECT_EQ(numbers(study, Level::Pair, "co.newman"),
            (std::vector<double>{2.5, 0.5, 1, 0.5, 0.5, 0.5, 0.5}));
  EXPECT_DOUBLE_EQ(numbers(study, Level::Pair, "co.jaccard").front(), 3.0 / 4);
  EXPECT_DOUBLE_EQ(numbers(study, Level::Pair, "co.cosine").front(), 3 / std::sqrt(12.0));
  EXPECT_DOUBLE_EQ(numbers(study, Level::Pair, "co.overlap").front(), 1);
}

// NetworkX: edges A1 A2 B1 … of Opsahl's graph, weighted and overlap-weighted projections.
TEST(Catalog, WeighsPairsOfOpsahlsGraphAsNetworkX) {
  const auto network = test::opsahl_network();
  const Study study(network);

  // A-B, B-E (two shared tasks each), A-C, B-C, B-D, E-F
  EXPECT_EQ(numbers(study, Level::Pair, "co.newman"),
            (std::vector<double>{1.5, 2, 0.5, 0.5, 1, 1}));
  const auto jaccard = numbers(study, Level::Pair, "co.jaccard");
  EXPECT_DOUBLE_EQ(jaccard[0], 2.0 / 5);
  EXPECT_DOUBLE_EQ(jaccard[1], 2.0 / 6);
  EXPECT_DOUBLE_EQ(numbers(study, Level::Pair, "co.overlap")[1], 2.0 / 3);
}

// Unit × section 2 0 | 1 1 | 0 1 by hand.
TEST(Catalog, MeasuresWhereUnitsWork) {
  model::NetworkBuilder builder("test");
  const auto first = builder.add_section({.id = "1"}), second = builder.add_section({.id = "2"});
  for (const char* unit : {"a", "b", "c"}) builder.add_unit({.id = unit, .name = unit});
  const auto task = [&](const char* id, model::SectionId section, std::vector<int> units) {
    const auto made = builder.add_task({.id = id, .section = section});
    for (const int unit : units)
      builder.add_assignment(made, static_cast<model::UnitId>(unit), model::Role::Support);
  };
  task("1.1", first, {0, 1});
  task("1.2", first, {0});
  task("2.1", second, {1, 2});
  const auto network = std::move(builder).build();
  const Study study(network);

  EXPECT_EQ(numbers(study, Level::Unit, "sections.pdi"), (std::vector<double>{1, 0, 1}));
  const double within = network_value(study, "concentration.tasks.theil_within_sections");
  const double between = network_value(study, "concentration.tasks.theil_between_sections");
  // Five loads on six cells: 2 1 0 | 0 1 1.
  EXPECT_NEAR(between, 0.6 * std::log(1.2) + 0.4 * std::log(0.8), 1e-15);
  EXPECT_NEAR(within + between, 0.4 * std::log(2.4) + 3 * 0.2 * std::log(1.2), 1e-15);
}

TEST(Catalog, MeasuresTheTasksOfTheRoleToy) {
  const auto network = test::role_toy_network();
  const Study study(network);

  EXPECT_EQ(numbers(study, Level::Task, "task.units"), (std::vector<double>{3, 2, 2, 2, 1, 3}));
  EXPECT_EQ(numbers(study, Level::Task, "task.leads"), std::vector<double>(6, 1));
  EXPECT_EQ(numbers(study, Level::Task, "task.support"), (std::vector<double>{2, 1, 1, 1, 0, 2}));
  EXPECT_TRUE(std::isnan(numbers(study, Level::Task, "task.cross_cluster")[4]));
}

// Exact SDSM of the Southern Women: Olivia and Flora come nearest, no pair is significant.
TEST(Catalog, FindsNoPairOfDavisToShareMoreThanByChance) {
  const auto network = test::davis_network();
  const Study study(network);
  const auto p = numbers(study, Level::Pair, "co.pvalue");
  const auto least = std::ranges::min_element(p);
  EXPECT_NEAR(*least, 0.088372, 1e-6);
  const UnitPair& pair = study.pairs()[static_cast<std::size_t>(least - p.begin())];
  EXPECT_EQ(network.unit_name(study.graph().unit(pair.a)), "Olivia");
  EXPECT_EQ(network.unit_name(study.graph().unit(pair.b)), "Flora");
  for (const double corrected : numbers(study, Level::Pair, "co.pvalue_holm"))
    EXPECT_EQ(corrected, 1);
}

TEST(Catalog, WritesCountsAsWholeNumbers) {
  const auto network = test::davis_network();
  const Study study(network);
  const std::set<std::string> counts{
      "tasks",         "components",     "clusters.count", "load.tasks", "load.sections",
      "co.degree",     "co.strength",    "co.core",        "co.cluster", "lead.reach",
      "lead.strength", "bipartite.core", "task.units",     "co.shared"};
  std::set<std::string> whole;
  for (const Measure& measure : catalog())
    if (std::holds_alternative<std::vector<std::int64_t>>(measure.column(study)))
      whole.insert(measure.id);
  for (const std::string& id : counts) EXPECT_TRUE(whole.contains(id)) << id;
  EXPECT_FALSE(whole.contains("load.share"));
}

TEST(Catalog, GivesUnitsWithoutTasksNoCluster) {
  model::NetworkBuilder builder("test");
  builder.unit_of_name("idle");
  builder.add_assignment(builder.task_of_id("1"), builder.unit_of_name("a"), model::Role::Lead);
  const auto network = std::move(builder).build();
  const auto cluster = numbers(Study(network), Level::Unit, "co.cluster");

  EXPECT_TRUE(std::isnan(cluster[0]));
  EXPECT_EQ(cluster[1], 1);
}

TEST(Catalog, IsATableOfItsOwn) {
  for (const Language language : {Language::Zh, Language::En}) {
    const Table table = catalog_table(language);
    EXPECT_EQ(table.rows(), catalog().size());
    EXPECT_EQ(test::texts(table, "id").front(), "tasks");
    for (const std::string& label : test::texts(table, "label"))
      EXPECT_EQ(label.find('{'), std::string::npos) << label;
    for (const std::string& meaning : test::texts(table, "meaning"))
      EXPECT_EQ(meaning.find('{'), std::string::npos) << meaning;
  }
}

TEST(Catalog, IsADataDictionaryWithoutEmptyCells) {
  const Table table = data_dictionary();
  for (const std::string_view id :
       {"id", "level", "label_zh", "label_en", "meaning_zh", "meaning_en", "formula", "normalizer",
        "range", "undefined", "cost", "source"})
    for (const std::string& cell : test::texts(table, id)) EXPECT_FALSE(cell.empty()) << id;

  // A share in the formula has something that it is a share of.
  for (const Measure& measure : catalog()) {
    const bool divides = measure.formula.find(" / ") != std::string::npos;
    EXPECT_TRUE(!divides || !measure.normalizer.empty()) << measure.id;
  }
}

TEST(LeadWord, SaysFirstListedWhereLeadsAreInferred) {
  using graph::LeadPolicy;
  const auto inferred = test::davis_network(), printed = test::role_toy_network();
  const auto mixed =
      test::network({{"1", "a", model::Role::Lead}, {"2", "b", model::Role::Responsible}});

  EXPECT_EQ(lead_word(Study(inferred)).zh, "首位");
  EXPECT_EQ(lead_word(Study(printed)).zh, "牵头");
  EXPECT_EQ(lead_word(Study(mixed)).zh, "牵头或首位");
  EXPECT_EQ(lead_word(Study(mixed, {.counting = {.lead = LeadPolicy::Explicit}})).en, "lead");
  EXPECT_EQ(lead_word(Study(inferred, {.counting = {.lead = LeadPolicy::All}})).en,
            "lead or responsible");
  EXPECT_EQ(label_in(Study(inferred), {"{lead}任务", "{lead} tasks"}, Language::En),
            "first-listed tasks");
}

TEST(Level, HasNames) {
  EXPECT_EQ(name(Level::Pair), "pair");
  EXPECT_EQ(level_named("task"), Level::Task);
  EXPECT_FALSE(level_named("units"));
}

}  // namespace respnet::analysis
