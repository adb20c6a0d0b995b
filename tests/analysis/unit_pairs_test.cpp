#include "respnet/analysis/unit_pairs.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/pair_limit.hpp"
#include "respnet/base/errors.hpp"
#include "support/davis.hpp"
#include "support/folder.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;

// "0-1:3": a, b and shared tasks.
std::vector<std::string> written(const std::vector<UnitPair>& pairs) {
  std::vector<std::string> result;
  for (const UnitPair& pair : pairs)
    result.push_back(std::to_string(pair.a) + "-" + std::to_string(pair.b) + ":" +
                     std::to_string(pair.shared));
  return result;
}

// One task with so many units that their pairs exceed a million.
model::Network crowd() {
  model::NetworkBuilder builder("test");
  const auto task = builder.task_of_id("1");
  for (int unit = 0; unit < 1416; ++unit)  // 1416 · 1415 / 2 = 1 001 820
    builder.add_assignment(task, builder.unit_of_name(std::to_string(unit)),
                           model::Role::Responsible);
  for (const char* unit : {"3", "7"})
    builder.add_assignment(builder.task_of_id("2"), builder.unit_of_name(unit),
                           model::Role::Responsible);
  return std::move(builder).build();
}

}  // namespace

// T1 A B C · T2 A B · T3 A D · T4 A B · T6 C D E.
TEST(UnitPairs, AreListedFromTheMostSharedOn) {
  const auto network = test::role_toy_network();
  const BipartiteGraph graph(network);

  EXPECT_EQ(
      written(unit_pairs(graph)),
      (std::vector<std::string>{"0-1:3", "0-2:1", "0-3:1", "1-2:1", "2-3:1", "2-4:1", "3-4:1"}));
  EXPECT_EQ(written(unit_pairs(graph, {.min_shared = 2})), std::vector<std::string>{"0-1:3"});
  EXPECT_EQ(written(unit_pairs(graph, {.top = 2})), (std::vector<std::string>{"0-1:3", "0-2:1"}));
}

TEST(UnitPairs, OfDavisAreOneHundredAndThirtyNine) {
  const auto network = test::davis_network();
  const auto pairs = unit_pairs(BipartiteGraph(network));

  EXPECT_EQ(pairs.size(), 139U);
  EXPECT_EQ(pairs.front().shared, 7U);
}

TEST(UnitPairs, AboveAMillionMustBeNarrowed) {
  const auto network = crowd();
  const BipartiteGraph graph(network);

  EXPECT_THROW(unit_pairs(graph), LimitError);
  EXPECT_EQ(written(unit_pairs(graph, {.min_shared = 2})), std::vector<std::string>{"3-7:2"});
  EXPECT_EQ(unit_pairs(graph, {.top = 10}).size(), 10U);
}

// Davis has 139 pairs; 7, 6, 5 … shared events are told apart by counting.
TEST(UnitPairs, AreRefusedBeforeTheyFillTheMemory) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto refused = [&](const PairOptions& options, std::uint64_t most) {
    return test::message_of<LimitError>([&] { check_pair_count(graph, options, 1, most); });
  };
  const std::size_t three = unit_pairs(graph, {.min_shared = 3}).size();

  EXPECT_NO_THROW(check_pair_count(graph, {}, 1, 139));
  EXPECT_TRUE(refused({}, 138).starts_with(
      "there are 139 pairs of units with a shared task, the limit is 138; "));
  EXPECT_NO_THROW(check_pair_count(graph, {.min_shared = 3}, 1, three));
  EXPECT_TRUE(refused({.min_shared = 3}, three - 1)
                  .starts_with("there are " + std::to_string(three) +
                               " pairs of units with 3 shared tasks or more, "));
  EXPECT_NO_THROW(check_pair_count(graph, {.top = 20}, 1, 20));
  EXPECT_NE(refused({.top = 21}, 20), "");
}

TEST(UnitPairs, RejectAMinimumOfNone) {
  const auto network = test::role_toy_network();

  EXPECT_THROW(unit_pairs(BipartiteGraph(network), {.min_shared = 0}), std::invalid_argument);
}

}  // namespace respnet::analysis
