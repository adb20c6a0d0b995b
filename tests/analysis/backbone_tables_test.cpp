#include "respnet/analysis/backbone_tables.hpp"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/analysis/locked_pairs.hpp"
#include "support/davis.hpp"
#include "support/incidence.hpp"
#include "support/network.hpp"

namespace respnet::analysis {
namespace {

template <typename Values>
const Values& column(const Table& table, std::string_view id) {
  const auto found = std::ranges::find(table.columns, id, &Column::id);
  EXPECT_NE(found, table.columns.end()) << id;
  return std::get<Values>(found->values);
}

using Counts = std::vector<std::int64_t>;
using Texts = std::vector<std::string>;

}  // namespace

// Without locks, SDSM; R backbone's matrix has its exact values in backbone_test.
TEST(LockedPairs, AreSdsmWithoutLocks) {
  const auto network = test::davis_network();
  const auto units = graph::unit_rows(graph::BipartiteGraph(network));
  const auto plain = pair_tests(units, BackboneModel::Sdsm);
  const auto same = locked_pair_tests(units, {});
  ASSERT_EQ(plain.size(), same.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    EXPECT_EQ(plain[i].shared, same[i].shared);
    EXPECT_NEAR(plain[i].upper, same[i].upper, 1e-7);
    EXPECT_NEAR(plain[i].lower, same[i].lower, 1e-7);
  }
}

// Rows 100/010/001 in which the first cannot have the third column: chances 1/2 1/2 0, 1/4 1/4 1/2
// (locked_bicm_test), so that rows 1 and 2 share none with chance (7/8)², 2 and 3 with
// (15/16)² (3/4).
TEST(LockedPairs, HaveTheChancesOfASmallCase) {
  const std::vector<graph::Cell> locked{{0, 2}};
  const auto tests = locked_pair_tests(test::incidence({"100", "010", "001"}), locked);
  ASSERT_EQ(tests.size(), 3U);
  EXPECT_NEAR(tests[0].lower, 49.0 / 64, 1e-7);
  EXPECT_NEAR(tests[0].expected, 0.25, 1e-7);
  EXPECT_NEAR(tests[2].lower, 225.0 / 256 * 3 / 4, 1e-7);
}

// Of the Southern Women 17 pairs are below 0.05 under fixedrow, none after Holm or BH, and none at
// all under SDSM.
TEST(BackboneTables, CountTheSouthernWomen) {
  const auto network = test::davis_network();
  const Study study(network);
  const auto results =
      backbone_tables(study, {.model = "fixedrow", .correction = Correction::None}, Language::En);
  ASSERT_EQ(results.tables.size(), 2U);
  EXPECT_EQ(results.tables[0].rows(), 17U);
  EXPECT_EQ(column<Texts>(results.tables[0], "name_a")[0], "Katherina");
  EXPECT_EQ(column<Counts>(results.tables[0], "shared")[0], 6);
  EXPECT_NEAR(column<std::vector<double>>(results.tables[0], "p_adjusted")[0], 0.002331002331,
              1e-12);
  EXPECT_EQ(column<Counts>(results.tables[1], "none"), Counts{17});
  EXPECT_EQ(column<Counts>(results.tables[1], "holm"), Counts{0});
  EXPECT_EQ(column<Counts>(results.tables[1], "bh"), Counts{0});

  const auto all = backbone_tables(study, {.model = "all", .trials = 200}, Language::En);
  ASSERT_EQ(all.tables.size(), 1U);
  EXPECT_EQ(column<Texts>(all.tables[0], "model"),
            Texts(kBackboneModels.begin(), kBackboneModels.end()));
  EXPECT_EQ(column<Counts>(all.tables[0], "none")[0], 0);
  EXPECT_EQ(column<Counts>(all.tables[0], "none")[3], 17);
  EXPECT_EQ(column<Counts>(all.tables[0], "tests"), Counts(5, 153));
}

TEST(Backbone, TakesBothTailsWhenSigned) {
  // P(X >= shared), P(X <= shared)
  const std::vector<PairTest> tests{
      {0, 1, 5, 2, 0.02, 0.99}, {0, 2, 0, 3, 1, 0.01}, {1, 2, 2, 2, 0.6, 0.7}};
  BackboneOptions options{.alpha = 0.03, .correction = Correction::None};
  ASSERT_EQ(backbone(tests, options).size(), 1U);
  EXPECT_TRUE(backbone(tests, options)[0].more);

  options.is_signed = true;  // twice the smaller tail: 0.04, 0.02, 1
  const auto pairs = backbone(tests, options);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_FALSE(pairs[0].more);
  EXPECT_NEAR(pairs[0].adjusted, 0.02, 1e-15);

  options.alpha = 1;
  EXPECT_EQ(backbone(tests, options).size(), 3U);
  options.correction = Correction::Bonferroni;
  options.alpha = 0.05;
  EXPECT_TRUE(backbone(tests, options).empty());  // 3 · 0.02
}

TEST(BackboneTables, RefuseWhatHasNoMeaning) {
  const auto network = test::davis_network();
  const Study study(network);
  EXPECT_THROW(backbone_tests(study, {.alpha = 0}), std::invalid_argument);
  EXPECT_THROW(backbone_tests(study, {.model = "all"}), std::invalid_argument);
  EXPECT_THROW(backbone_tests(study, {.model = "fdsm", .locked = {{0, 0}}}), std::invalid_argument);
  EXPECT_EQ(backbone_tests(study, {.locked = {{0, 0}}}).size(), 153U);

  const auto empty = test::network({});
  const Study nothing(empty);
  EXPECT_EQ(backbone_tables(nothing, {}, Language::Zh).tables[0].rows(), 0U);
}

}  // namespace respnet::analysis
