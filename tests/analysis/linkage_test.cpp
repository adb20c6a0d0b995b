#include "respnet/analysis/linkage.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"
#include "support/davis.hpp"
#include "support/network.hpp"

namespace respnet::analysis {
namespace {

// Distances of n things, from a function of i < j.
std::vector<double> condensed(std::size_t n, const auto& distance) {
  std::vector<double> distances;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) distances.push_back(distance(i, j));
  return distances;
}

using Group = std::vector<std::size_t>;  // its leaves, ascending

struct NamedGroup {
  std::uint32_t id;
  Group leaves;
};

double mean_distance(const Group& a, const Group& b, const auto& distance) {
  double sum = 0;
  for (const std::size_t i : a)
    for (const std::size_t j : b) sum += distance(std::min(i, j), std::max(i, j));
  return sum / static_cast<double>(a.size() * b.size());
}

// From the definition alone: every pair of groups, every pair of their leaves, each time anew.
std::vector<LinkageMerge> twin(std::size_t n, const auto& distance) {
  std::vector<NamedGroup> groups;  // by smallest leaf
  for (std::size_t i = 0; i < n; ++i) groups.push_back({static_cast<std::uint32_t>(i), {i}});
  std::vector<LinkageMerge> merges;
  while (groups.size() > 1) {
    std::size_t a = 0, b = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < groups.size(); ++i) {
      for (std::size_t j = i + 1; j < groups.size(); ++j) {
        const double mean = mean_distance(groups[i].leaves, groups[j].leaves, distance);
        if (mean > least - 1e-9) continue;
        least = mean;
        a = i;
        b = j;
      }
    }
    merges.push_back(
        {std::min(groups[a].id, groups[b].id), std::max(groups[a].id, groups[b].id), least});
    groups[a].id = static_cast<std::uint32_t>(n + merges.size() - 1);
    groups[a].leaves.insert(groups[a].leaves.end(), groups[b].leaves.begin(),
                            groups[b].leaves.end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(b));
  }
  return merges;
}

void expect_same(const std::vector<LinkageMerge>& actual,
                 const std::vector<LinkageMerge>& expected) {
  ASSERT_EQ(actual.size(), expected.size());
  for (std::size_t i = 0; i < actual.size(); ++i) {
    EXPECT_EQ(actual[i].a, expected[i].a) << i;
    EXPECT_EQ(actual[i].b, expected[i].b) << i;
    EXPECT_NEAR(actual[i].height, expected[i].height, 1e-11) << i;
  }
}

// Leaves by merge, as sets.
std::vector<Group> members(std::size_t n, const std::vector<LinkageMerge>& merges) {
  std::vector<Group> groups(n);
  for (std::size_t i = 0; i < n; ++i) groups[i] = {i};
  for (const LinkageMerge& merge : merges) {
    Group group = groups[merge.a];
    group.insert(group.end(), groups[merge.b].begin(), groups[merge.b].end());
    std::ranges::sort(group);
    groups.push_back(group);
  }
  groups.erase(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(n));
  return groups;
}

TEST(Linkage, AgreesWithScipyOnTheSouthernWomen) {
  // SciPy 1.10.1: linkage(pdist(incidence, 'jaccard'), 'average'), groups numbered as ours.
  const std::vector<LinkageMerge> scipy{{16, 17, 0},
                                        {11, 12, 0.142857142857143},
                                        {0, 2, 0.222222222222222},
                                        {1, 3, 0.25},
                                        {20, 21, 0.333333333333333},
                                        {7, 15, 0.333333333333333},
                                        {10, 19, 0.380952380952381},
                                        {5, 6, 0.4},
                                        {8, 9, 0.4},
                                        {13, 24, 0.481481481481481},
                                        {22, 25, 0.485119047619048},
                                        {14, 27, 0.545138888888889},
                                        {23, 26, 0.55},
                                        {4, 28, 0.592261904761905},
                                        {29, 30, 0.67125},
                                        {18, 32, 0.792460317460317},
                                        {31, 33, 0.829576484121939}};
  const auto network = test::davis_network();

  const Linkage linkage = task_linkage(graph::BipartiteGraph(network));

  EXPECT_EQ(linkage.units.size(), 18U);
  EXPECT_EQ(linkage.left_out, 0U);
  expect_same(linkage.merges, scipy);
}

TEST(Linkage, MergesByTheMeanOfAllPairs) {
  // 0-1 are 2 apart and merge; 2 is (4 + 7) / 2 from them; 3 is (9 + 9 + 6) / 3 from all three.
  const auto merges = average_linkage(4, {2, 4, 9, 7, 9, 6});

  expect_same(merges, {{0, 1, 2}, {2, 4, 5.5}, {3, 5, 8}});
}

TEST(Linkage, DoesAsItsDefinitionEvenWithManyTies) {
  RandomEngine engine(5);
  for (int round = 0; round < 300; ++round) {
    const std::size_t n = 2 + uniform_below(engine, 8);
    const std::uint64_t values = 1 + uniform_below(engine, 6);
    std::vector<std::vector<double>> table(n, std::vector<double>(n));
    for (auto& row : table)
      for (double& d : row) d = static_cast<double>(uniform_below(engine, values)) / 3;
    const auto distance = [&](std::size_t i, std::size_t j) { return table[i][j]; };

    expect_same(average_linkage(n, condensed(n, distance)), twin(n, distance));
  }
}

TEST(Linkage, NeverFalls) {
  RandomEngine engine(7);
  const auto merges =
      average_linkage(120, condensed(120, [&](auto, auto) { return uniform(engine); }));

  ASSERT_EQ(merges.size(), 119U);
  EXPECT_TRUE(std::ranges::is_sorted(merges, {}, &LinkageMerge::height));
  EXPECT_EQ(members(120, merges).back().size(), 120U);
}

TEST(Linkage, DoesNotDependOnTheOrderOfThings) {
  constexpr std::size_t n = 40;
  RandomEngine engine(3);
  std::vector<std::vector<double>> table(n, std::vector<double>(n));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) table[i][j] = table[j][i] = uniform(engine);
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  shuffle(std::span(order), engine);

  const auto merges = average_linkage(n, condensed(n, [&](auto i, auto j) { return table[i][j]; }));
  const auto renamed =
      average_linkage(n, condensed(n, [&](auto i, auto j) { return table[order[i]][order[j]]; }));

  auto groups = members(n, renamed);
  for (Group& group : groups) {
    for (std::size_t& leaf : group) leaf = order[leaf];
    std::ranges::sort(group);
  }
  EXPECT_EQ(groups, members(n, merges));
  for (std::size_t i = 0; i + 1 < n; ++i) EXPECT_NEAR(renamed[i].height, merges[i].height, 1e-11);
}

TEST(Linkage, MergesEquallyNearThingsBySmallestId) {
  const auto merges = average_linkage(5, std::vector<double>(10, 1));

  expect_same(merges, {{0, 1, 1}, {2, 5, 1}, {3, 6, 1}, {4, 7, 1}});
}

TEST(Linkage, HasNothingToMergeBelowTwo) {
  EXPECT_TRUE(average_linkage(0, {}).empty());
  EXPECT_TRUE(average_linkage(1, {}).empty());
}

TEST(Linkage, RefusesDistancesThatAreNone) {
  EXPECT_THROW(average_linkage(3, {1, 2}), std::invalid_argument);
  EXPECT_THROW(average_linkage(2, {-1}), std::invalid_argument);
  EXPECT_THROW(average_linkage(2, {std::nan("")}), std::invalid_argument);
}

// "a" has Works and Finance and all districts, "b" Works and Finance, "c" Parks; Museum has none.
model::Network offices() {
  model::NetworkBuilder builder("offices");
  const auto task = [&](const char* id) { return builder.task_of_id(id); };
  const auto works = builder.unit_of_name("Works");
  const auto all = builder.add_unit({.name = "all districts", .kind = model::UnitKind::Group});
  builder.unit_of_name("Museum");
  const auto finance = builder.unit_of_name("Finance"), parks = builder.unit_of_name("Parks");
  for (const auto& [id, unit] : std::vector<std::pair<const char*, model::UnitId>>{
           {"a", works}, {"a", finance}, {"a", all}, {"b", works}, {"b", finance}, {"c", parks}})
    builder.add_assignment(task(id), unit, model::Role::Responsible);
  return std::move(builder).build();
}

TEST(Linkage, LeavesGroupsAndIdleUnitsOut) {
  const auto network = offices();

  const Linkage linkage = task_linkage(graph::BipartiteGraph(network));

  EXPECT_EQ(linkage.units, (std::vector<std::uint32_t>{0, 3, 4}));
  expect_same(linkage.merges, {{0, 1, 0}, {2, 3, 1}});
}

TEST(Linkage, LinksGroupsWhenAsked) {
  const auto network = offices();

  const Linkage linkage = task_linkage(graph::BipartiteGraph(network), {.groups = true});

  EXPECT_EQ(linkage.units, (std::vector<std::uint32_t>{0, 1, 3, 4}));
  expect_same(linkage.merges, {{0, 2, 0}, {1, 4, 0.5}, {3, 5, 1}});
}

TEST(Linkage, LinksTheBusiestOfVeryMany) {
  const auto network = offices();

  const Linkage linkage = task_linkage(graph::BipartiteGraph(network), {.most_units = 2});

  EXPECT_EQ(linkage.units, (std::vector<std::uint32_t>{0, 3}));
  EXPECT_EQ(linkage.left_out, 1U);
  expect_same(linkage.merges, {{0, 1, 0}});
}

TEST(Linkage, IsEmptyWhereNobodyHasTasks) {
  const auto network = test::network({});

  EXPECT_TRUE(task_linkage(graph::BipartiteGraph(network)).units.empty());
}

}  // namespace
}  // namespace respnet::analysis
