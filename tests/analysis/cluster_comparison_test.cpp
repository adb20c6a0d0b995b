#include "respnet/analysis/cluster_comparison.hpp"

#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "respnet/analysis/chance.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "support/davis.hpp"

namespace respnet::analysis {
namespace {

using test::numbers;
using test::table;
using test::texts;

}  // namespace

TEST(ClusterComparison, WithItselfIsFull) {
  const auto network = test::davis_network();
  const Study study(network);
  const auto found =
      comparison_tables(study, clusters_of_method(study, ClusterMethod::Barber), Language::En);

  const Table& row = table(found.tables, "comparison");
  EXPECT_EQ(texts(row, "against")[0], "barber");
  for (const char* index : {"ari", "ami", "nmi"}) EXPECT_NEAR(numbers(row, index)[0], 1, 1e-12);
  EXPECT_NEAR(numbers(row, "vi")[0], 0, 1e-12);
  const Table& cross = table(found.tables, "cross");
  for (std::size_t c = 0; c < 4; ++c)
    for (std::size_t r = 0; r < 4; ++r)
      EXPECT_EQ(numbers(cross, "against." + std::to_string(c + 1))[r],
                r != c ? 0 : (std::vector<double>{6, 5, 4, 3})[c]);
}

// The two groups that Davis, Gardner and Gardner saw: women 1-9 and 9-18, Pearl in both; here 1-9
// against the rest, so that the counts can be read off the four clusters of the optimum.
TEST(ClusterComparison, WithTheHalvesOfDavis) {
  const auto network = test::davis_network();
  const Study study(network);
  OtherClusters halves{"halves", std::vector<std::uint32_t>(18, 1), {"first", "second"}};
  for (std::size_t woman = 0; woman < 9; ++woman) halves.of_unit[woman] = 0;
  halves.of_unit[17] = kNoCluster;  // Flora is left out
  const auto found = comparison_tables(study, halves, Language::Zh);

  const Table& row = table(found.tables, "comparison");
  EXPECT_EQ(numbers(row, "units")[0], 17);
  EXPECT_EQ(numbers(row, "only_here")[0], 1);
  EXPECT_EQ(numbers(row, "only_there")[0], 0);
  EXPECT_EQ(numbers(row, "clusters_there")[0], 2);
  const Table& cross = table(found.tables, "cross");
  EXPECT_EQ(numbers(cross, "against.first"), (std::vector<double>{6, 0, 1, 2}));
  EXPECT_EQ(numbers(cross, "against.second"), (std::vector<double>{0, 5, 2, 1}));
  // By hand, from these counts: pairs together in both 15 + 10 + 0 + 1 + 1, here 15 + 10 + 3 + 3,
  // there 36 + 28, of 136.
  const double expected = 31.0 * 64 / 136;
  EXPECT_NEAR(numbers(row, "ari")[0], (27 - expected) / ((31 + 64) / 2.0 - expected), 1e-12);
  EXPECT_EQ(texts(table(found.tables, "units"), "against").size(), 18U);
}

TEST(ClusterComparison, RefusesLabelsOfOtherUnits) {
  const auto network = test::davis_network();
  const Study study(network);

  EXPECT_THROW(comparison_tables(study, {"short", {0}, {"a"}}, Language::En),
               std::invalid_argument);
  EXPECT_THROW(comparison_tables(study, {"nameless", std::vector<std::uint32_t>(18, 1), {"a"}},
                                 Language::En),
               std::invalid_argument);
}

// The test that null_tests() makes, by another way: the same networks, here with ten runs each.
TEST(ModularityByChance, IsNearThatOfTheNullTest) {
  const auto network = test::davis_network();
  const Study study(network);
  const auto found = modularity_by_chance(study, 60);
  const auto& measures = catalog();
  const auto modularity = std::ranges::find(measures, "clusters.modularity", &Measure::id);
  const auto reference = null_test(study, *modularity, {NullModel::Margins, 60}).rows.front();

  ASSERT_TRUE(found);
  EXPECT_EQ(found->samples, 60U);
  EXPECT_NEAR(found->observed, 0.34553717964903424, 2e-3);
  EXPECT_LE(found->expected, reference.expected + 1e-12);  // more runs find more
  EXPECT_NEAR(found->expected, reference.expected, 5e-3);
}

TEST(ClusterTables, SayWhetherThereIsMoreThanChance) {
  const auto network = test::davis_network();
  const Study study(network);
  const auto found = cluster_tables(study, Language::En, {.samples = 50, .runs = 10});
  const Table& chance = table(found.tables, "chance");

  EXPECT_EQ(numbers(chance, "samples")[0], 50);
  const double p = numbers(chance, "p")[0];
  EXPECT_EQ(texts(chance, "verdict")[0] == "no evidence of clusters beyond chance", p > 0.05);
  EXPECT_EQ(numbers(table(found.tables, "consensus"), "runs")[0], 10);
  EXPECT_EQ(numbers(table(found.tables, "units"), "consensus.cluster").size(), 18U);

  const Study block(network, {.cluster_method = ClusterMethod::Sbm});
  const auto groups = cluster_tables(block, Language::En);
  EXPECT_NE(texts(table(groups.tables, "network"), "verdict")[0].find("no evidence"),
            std::string::npos);
}

}  // namespace respnet::analysis
