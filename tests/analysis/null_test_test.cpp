#include "respnet/analysis/null_test.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/analysis/count_distribution.hpp"
#include "support/davis.hpp"
#include "support/random_network.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using enum NullModel;

const Measure& measure(std::string_view id, Level level) {
  const auto found = std::ranges::find_if(
      catalog(), [&](const Measure& m) { return m.id == id && m.level == level; });
  EXPECT_NE(found, catalog().end()) << id;
  return *found;
}

NullTest tested(const model::Network& network, std::string_view id, Level level, NullModel model,
                std::size_t samples = 4000) {
  const Study study(network);
  return null_test(study, measure(id, level), {model, samples});
}

// The numbers of units or tasks with any or one part, as a study counts them.
std::vector<std::uint32_t> degrees(const Study& study, bool tasks, bool leads) {
  std::vector<std::uint32_t> result;
  const auto& graph = study.graph();
  for (std::size_t i = 0; i < (tasks ? graph.task_count() : graph.unit_count()); ++i) {
    const auto parts = graph.parts(tasks ? static_cast<graph::Vertex>(i) : graph.unit_vertex(i));
    result.push_back(leads
                         ? static_cast<std::uint32_t>(std::ranges::count(parts, graph::Part::Lead))
                         : static_cast<std::uint32_t>(parts.size()));
  }
  return result;
}

}  // namespace

// A leads T1, T2, T3; it takes part in T4. Of the 72 deals of leads within tasks: mean
// 1/3 + 3/2, variance 2/9 + 3/4, P(3 or more) = 1/3 · 1/2 + 2/3 · 1/8, P(3 or less) = 1 - 1/24.
TEST(NullTest, AgreesWithEveryDealOfRolesOnTheToy) {
  const NullTest test = tested(test::role_toy_network(), "load.lead", Level::Unit, Roles, 20'000);
  const NullRow& a = test.rows[0];

  EXPECT_EQ(a.observed, 3);
  EXPECT_EQ(a.samples, 20'000U);
  EXPECT_NEAR(a.expected, 11.0 / 6, 0.03);
  EXPECT_NEAR(a.sd, std::sqrt(35.0 / 36), 0.02);
  EXPECT_NEAR(a.upper, 0.25, 0.013);
  EXPECT_NEAR(a.p, 0.5, 0.026);
  EXPECT_NEAR(a.error, 2 * std::sqrt(0.25 * 0.75 / 20'000), 2e-4);
  EXPECT_NEAR(a.z, (3 - 11.0 / 6) / std::sqrt(35.0 / 36), 0.06);
  EXPECT_EQ(a.low, 0);
  EXPECT_EQ(a.high, 4);
}

// Each event draws its women, so that a woman's events are Poisson-binomial.
TEST(NullTest, AgreesWithPoissonBinomialUnderTaskSizes) {
  const auto network = test::davis_network();
  const Study study(network);
  const auto sizes = degrees(study, true, false);
  std::vector<double> chances;
  for (const std::uint32_t size : sizes) chances.push_back(size / 18.0);
  const auto events = poisson_binomial(chances, std::vector<std::uint32_t>(chances.size(), 1));

  const NullTest test = tested(network, "load.tasks", Level::Unit, TaskSizes, 10'000);

  EXPECT_NEAR(test.rows[0].expected, 89.0 / 18, 0.06);
  for (const std::size_t woman : {0U, 4U, 17U}) {
    const NullRow& row = test.rows[woman];
    EXPECT_NEAR(row.upper, events.upper(static_cast<std::int64_t>(row.observed)), 0.02);
  }
}

// One unit's tasks are hypergeometric when only the number of assignments is kept.
TEST(NullTest, AgreesWithHypergeometricUnderFill) {
  const NullTest test = tested(test::davis_network(), "load.tasks", Level::Unit, Fill, 10'000);
  const auto events = hypergeometric(18 * 14, 14, 89);

  for (const std::size_t woman : {0U, 4U, 17U}) {
    const NullRow& row = test.rows[woman];
    EXPECT_NEAR(row.upper, events.upper(static_cast<std::int64_t>(row.observed)), 0.02);
  }
}

// The twin tries all 4096 matrices for the eight that have the sums of 1011 / 0100 / 1001.
TEST(NullTest, AgreesWithEveryMatrixUnderMargins) {
  constexpr std::array<unsigned, 3> rows{0b1101, 0b0010, 0b1001};  // bit t: task t
  constexpr std::array<unsigned, 4> sums{2, 1, 1, 2};
  std::vector<test::Row> cells;
  for (unsigned t = 0; t < 4; ++t)
    for (unsigned u = 0; u < 3; ++u)
      if ((rows[u] >> t & 1U) != 0) cells.push_back({std::to_string(t), std::to_string(u)});
  double count = 0, share = 0;
  for (unsigned bits = 0; bits < 4096; ++bits) {
    const std::array<unsigned, 3> other{bits & 15U, bits >> 4 & 15U, bits >> 8};
    bool fits = true;
    for (unsigned u = 0; u < 3; ++u) fits &= std::popcount(other[u]) == std::popcount(rows[u]);
    double own = 0;
    for (unsigned t = 0; t < 4; ++t) {
      fits &= (other[0] >> t & 1U) + (other[1] >> t & 1U) + (other[2] >> t & 1U) == sums[t];
      if ((other[0] >> t & 1U) != 0) own += 1.0 / sums[t];
    }
    count += fits ? 1 : 0;
    share += fits ? own : 0;
  }
  ASSERT_EQ(count, 8);

  // Units in order of appearance: 0, 2, 1.
  const NullTest test = tested(test::network(cells), "load.share", Level::Unit, Margins, 20'000);

  EXPECT_NEAR(test.rows[0].expected, share / count, 0.02);
}

// vegan, 2000 matrices by curveball: no more nested than the degrees make it, but segregated.
TEST(NullTest, FindsDavisSegregatedAndNotNestedAsVegan) {
  const auto network = test::davis_network();
  const auto nested = tested(network, "nestedness.nodf", Level::Network, Margins, 2000).rows[0];
  const auto apart = tested(network, "segregation.c_score", Level::Network, Margins, 2000).rows[0];

  EXPECT_NEAR(nested.expected, 48.375, 0.1);
  EXPECT_NEAR(nested.sd, 1.052, 0.1);
  EXPECT_NEAR(nested.z, 0.2, 0.15);
  EXPECT_NEAR(apart.expected, 6.668, 0.02);
  EXPECT_NEAR(apart.z, 7.05, 0.3);
}

TEST(NullNetwork, KeepsWhatItsModelSays) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto network = test::random_network(seed);
    StudyOptions options;
    options.counting.weights.informed = seed % 2 == 0 ? 0.25 : 0;
    options.counting.groups = static_cast<graph::GroupPolicy>(seed % 3);
    const Study study(network, options);
    RandomEngine engine(seed);
    for (const NullModel model : {Fill, TaskSizes, UnitDegrees, Margins, RoleMargins, Roles}) {
      const auto drawn = null_network(study, model, engine);
      const Study random(drawn, null_options(options));
      ASSERT_EQ(random.graph().task_count(), study.graph().task_count());
      ASSERT_EQ(random.graph().unit_count(), study.graph().unit_count());
      EXPECT_EQ(random.graph().edge_count(), study.graph().edge_count());
      const auto keeps = [&](bool tasks, bool leads) {
        return degrees(study, tasks, leads) == degrees(random, tasks, leads);
      };
      const bool tasks =
          model == TaskSizes || model == Margins || model == RoleMargins || model == Roles;
      const bool units =
          model == UnitDegrees || model == Margins || model == RoleMargins || model == Roles;
      EXPECT_TRUE(!tasks || (keeps(true, false) && keeps(true, true))) << seed << name(model);
      EXPECT_TRUE(!units || keeps(false, false)) << seed << name(model);
      EXPECT_TRUE((model != UnitDegrees && model != RoleMargins) || keeps(false, true)) << seed;
      if (model == Roles) {
        EXPECT_TRUE(std::ranges::equal(random.graph().adjacency().targets,
                                       study.graph().adjacency().targets));
        EXPECT_EQ(random.loads().sections, study.loads().sections);
      }
    }
  }
}

TEST(NullTest, RefusesWhatTheModelFixesOrCannotSay) {
  const auto toy = test::role_toy_network();
  const auto refuses = [&](std::string_view id, Level level, NullModel model) {
    EXPECT_THROW(tested(toy, id, level, model, 50), std::invalid_argument)
        << id << ' ' << name(model);
  };
  refuses("load.tasks", Level::Unit, Margins);
  refuses("load.tasks", Level::Unit, UnitDegrees);
  refuses("concentration.tasks.gini", Level::Network, Margins);
  refuses("load.lead", Level::Unit, UnitDegrees);
  refuses("bipartite.degree", Level::Unit, Roles);
  refuses("density", Level::Network, Fill);
  refuses("load.lead", Level::Unit, RoleMargins);
  refuses("load.support", Level::Unit, RoleMargins);
  refuses("load.responsible", Level::Unit, TaskSizes);
  refuses("co.cluster", Level::Unit, TaskSizes);
  refuses("rank.tasks.low", Level::Unit, TaskSizes);
  refuses("task.units", Level::Task, Fill);
  EXPECT_THROW(tested(toy, "load.tasks", Level::Unit, TaskSizes, 0), std::invalid_argument);
}

// With every unit a lead there is nothing to deal: each sample is the network itself, and so every
// measure must come out as observed.
TEST(NullTest, MeasuresACopyAsTheNetworkItself) {
  const auto network = test::davis_network();
  StudyOptions options;
  options.counting.lead = graph::LeadPolicy::All;
  const Study study(network, options);
  std::vector<const Measure*> measures;
  for (const Measure& m : catalog())
    if (m.level == Level::Unit || m.level == Level::Network) measures.push_back(&m);

  for (const NullTest& test : null_tests(study, measures, {Roles, 2}))
    for (const NullRow& row : test.rows) EXPECT_TRUE(std::isnan(row.observed)) << test.measure->id;
}

TEST(NullTest, HasNoScoreForAUnitThatNeverDiffers) {
  // B and C take part in nothing that A leads or could lose.
  const auto network = test::network({{"1", "A", model::Role::Lead},
                                      {"2", "B", model::Role::Lead},
                                      {"2", "C", model::Role::Support}});
  const NullTest test = tested(network, "load.lead", Level::Unit, Roles, 200);

  EXPECT_TRUE(std::isnan(test.rows[0].z));
  EXPECT_EQ(test.rows[0].sd, 0);
  EXPECT_EQ(test.rows[0].p, 1);
  EXPECT_GT(test.rows[1].sd, 0);
}

TEST(NullTest, DoesNotDependOnThreads) {
  const auto network = test::davis_network();
  for (const NullModel model : {Fill, TaskSizes, Margins}) {
    std::vector<double> once;
    for (const unsigned threads : {1U, 3U}) {
      StudyOptions options;
      options.threads = threads;
      const Study study(network, options);
      const NullTest test =
          null_test(study, measure("concentration.share.gini", Level::Network), {model, 60});
      once.push_back(test.rows[0].expected);
      once.push_back(test.rows[0].low);
    }
    EXPECT_EQ(once[0], once[2]);
    EXPECT_EQ(once[1], once[3]);
  }
}

// Networks drawn from the null itself: their p-values are spread evenly (Kolmogorov-Smirnov; 0.115
// is the 1 % point for 200, the networks are the same each time).
TEST(NullTest, SpreadsPEvenlyUnderTheNull) {
  const auto davis = test::davis_network();
  const Study study(davis);
  for (const NullModel model : {Fill, TaskSizes, UnitDegrees, Margins}) {
    RandomEngine engine(99);
    std::vector<double> p;
    for (std::uint64_t i = 0; i < 200; ++i) {
      const auto network = null_network(study, model, engine);
      StudyOptions options = null_options({});
      options.seed = 1000 + i;
      const Study random(network, options);
      p.push_back(
          null_test(random, measure("concentration.share.gini", Level::Network), {model, 99})
              .rows[0]
              .upper);
    }
    std::ranges::sort(p);
    double distance = 0;
    for (std::size_t i = 0; i < p.size(); ++i)
      distance = std::max(distance, std::abs(p[i] - (static_cast<double>(i) + 0.5) / 200));
    EXPECT_LT(distance, 0.115) << name(model);
  }
}

TEST(NullTables, ListUnitsAndMeasuresInLongForm) {
  const auto toy = test::role_toy_network();
  const Study study(toy);
  const auto results =
      null_tables(study, Level::Unit, Selection("load.*"), {Margins, 50}, Language::En);

  ASSERT_EQ(results.tables.size(), 1U);
  const Table& table = results.tables[0];
  EXPECT_EQ(table.rows() % 5, 0U);
  EXPECT_EQ(table.columns[0].id, "id");
  EXPECT_EQ(table.columns[2].id, "measure");
  const auto skipped = [&](std::string_view id) {
    return std::ranges::find(results.remarks, id, &Remark::id) != results.remarks.end();
  };
  EXPECT_TRUE(skipped("load.tasks"));
  EXPECT_TRUE(skipped("load.responsible"));
  EXPECT_FALSE(skipped("load.lead"));
  EXPECT_THROW(
      null_tables(study, Level::Unit, Selection("load.tasks"), {Margins, 50}, Language::En),
      std::invalid_argument);
}

// An assignment that is locked is in every sample; one that is not, is not.
TEST(NullNetwork, KeepsWhatIsLocked) {
  const auto network = test::davis_network();
  const Study study(network);
  const auto& graph = study.graph();
  const std::vector<graph::Cell> locked{{0, 0}, {0, 13}};  // Evelyn at E1, not at E14
  bool differs = false;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    RandomEngine engine(seed);
    const auto drawn = null_network(study, RoleMargins, engine, locked);
    const Study random(drawn, null_options(study.options()));
    const auto events = random.graph().neighbors(random.graph().unit_vertex(0));
    EXPECT_EQ(std::ranges::count(events, 0U), 1);
    EXPECT_EQ(std::ranges::count(events, 13U), 0);
    differs |= !std::ranges::equal(events, graph.neighbors(graph.unit_vertex(0)));
  }
  EXPECT_TRUE(differs);
  RandomEngine engine(1);
  EXPECT_THROW(null_network(study, Margins, engine, locked), std::invalid_argument);
  EXPECT_THROW(null_tests(study, {}, {.model = Roles, .locked = locked}), std::invalid_argument);
}

TEST(NullModel, IsKnownByName) {
  for (const NullModel model : {Fill, TaskSizes, UnitDegrees, Margins, RoleMargins, Roles})
    EXPECT_EQ(null_model_named(name(model)), model);
  EXPECT_FALSE(null_model_named("chance").has_value());
}

}  // namespace respnet::analysis
