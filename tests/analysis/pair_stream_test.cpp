#include "respnet/analysis/pair_stream.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/model/synthetic.hpp"
#include "support/davis.hpp"
#include "support/random_network.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

constexpr std::string_view kAll =
    "co.shared,co.newman,co.jaccard,co.cosine,co.overlap,co.ratio,co.fractional,co.hyperbolic_*,"
    "co.phi,co.lead_*,co.support_*";

// The pieces, put together again.
std::vector<Column> streamed(const Study& study, const MetricsOptions& options) {
  std::vector<Column> columns;
  stream_pairs(study, options, [&](const Table& piece) {
    if (columns.empty()) {
      EXPECT_EQ(piece.rows(), 0U);
      columns = piece.columns;
      return;
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
      std::visit(
          [&]<typename Values>(Values& values) {
            const auto& more = std::get<Values>(piece.columns[i].values);
            values.insert(values.end(), more.begin(), more.end());
          },
          columns[i].values);
  });
  return columns;
}

bool same_number(double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); }

void expect_same(const Column& found, const Column& expected) {
  EXPECT_EQ(found.id, expected.id);
  EXPECT_EQ(found.label, expected.label);
  if (const auto* numbers = std::get_if<std::vector<double>>(&expected.values)) {
    EXPECT_TRUE(
        std::ranges::equal(std::get<std::vector<double>>(found.values), *numbers, same_number))
        << found.id;
  } else {
    EXPECT_EQ(found.values, expected.values) << found.id;
  }
}

// The table that is made at once is what the pieces make.
void expect_the_table(const model::Network& network) {
  for (const std::uint32_t min_shared : {1U, 2U})
    for (const unsigned threads : {1U, 3U}) {
      const Study study(network, {.pairs = {.min_shared = min_shared}, .threads = threads});
      const MetricsOptions options{
          .levels = {Level::Pair}, .select = Selection(kAll), .language = Language::En};
      const Results whole = metrics(study, options);
      ASSERT_EQ(whole.tables.size(), 1U);
      const std::vector<Column> pieces = streamed(study, options);
      const std::vector<Column>& columns = whole.tables.front().columns;
      ASSERT_EQ(pieces.size(), columns.size());
      for (std::size_t i = 0; i < columns.size(); ++i) expect_same(pieces[i], columns[i]);
    }
}

}  // namespace

TEST(PairStream, IsTheTableOfPairs) {
  expect_the_table(test::davis_network());
  expect_the_table(test::role_toy_network());
  for (std::uint64_t seed = 0; seed < 10; ++seed) expect_the_table(test::random_network(seed));
  expect_the_table(model::synthetic_network({.tasks = 5000, .units = 700}));
}

TEST(PairStream, HasAHeadWithoutPairs) {
  const auto network = test::network({{"t1", "A"}, {"t2", "B"}});

  const auto columns = streamed(Study(network), {.select = Selection("co.shared,co.phi")});

  ASSERT_EQ(columns.size(), 6U);
  EXPECT_EQ(columns.front().id, "a");
  EXPECT_EQ(columns.back().id, "co.phi");
  EXPECT_EQ(columns.back().size(), 0U);
}

// One task of 1,416 units has more pairs than a table may have unasked.
TEST(PairStream, RefusesNoNumberOfPairs) {
  model::NetworkBuilder builder("test");
  for (int unit = 0; unit < 1416; ++unit)
    builder.add_assignment(builder.task_of_id("1"), builder.unit_of_name(std::to_string(unit)),
                           model::Role::Responsible);
  const auto network = std::move(builder).build();
  const Study study(network);
  std::size_t rows = 0, most = 0;

  stream_pairs(study, {.select = Selection("co.newman")}, [&](const Table& piece) {
    rows += piece.rows();
    most = std::max(most, piece.rows());
  });

  EXPECT_EQ(rows, 1'001'820U);  // 1416 · 1415 / 2
  EXPECT_LT(most, 100'000U);
  EXPECT_THROW(study.pairs(), LimitError);
}

TEST(PairStream, TakesMeasuresOfThePairAlone) {
  EXPECT_TRUE(can_stream_pairs(Selection(kAll)));
  EXPECT_TRUE(can_stream_pairs(Selection("load.tasks,co.jaccard")));  // one is of units
  EXPECT_FALSE(can_stream_pairs(Selection("load.tasks")));
  EXPECT_FALSE(can_stream_pairs(Selection("co.shared,co.expected")));
  EXPECT_FALSE(can_stream_pairs(Selection()));
}

}  // namespace respnet::analysis
