#include "respnet/graph/concepts.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "support/davis.hpp"
#include "support/random_roles.hpp"

namespace respnet::graph {
namespace {

TEST(ConceptCount, OfDavisEqualsTheReference) {
  const auto network = test::davis_network();

  EXPECT_EQ(concept_count(BipartiteGraph(network)), 65U);
}

// Of every set of units what its tasks have in common: the different answers are the concepts.
TEST(ConceptCount, IsTheNumberOfClosedSetsOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const auto network = test::random_roles(seed);
    const BipartiteGraph graph(network);
    std::vector<unsigned> units_of;
    for (const auto& task : test::role_matrix(graph)) {
      unsigned set = 0;
      for (std::size_t u = 0; u < task.size(); ++u) set |= task[u] != 0 ? 1U << u : 0U;
      units_of.push_back(set);
    }
    std::set<unsigned> closed;
    const unsigned all = (1U << graph.unit_count()) - 1;
    for (unsigned set = 0; set <= all; ++set) {
      unsigned common = all;
      for (const unsigned units : units_of)
        if ((set & ~units) == 0) common &= units;
      closed.insert(common);
    }
    EXPECT_EQ(concept_count(graph), closed.size()) << seed;
  }
}

TEST(ConceptCount, RefusesMoreWorkThanAllowed) {
  const auto network = test::davis_network();

  EXPECT_THROW(concept_count(BipartiteGraph(network), 100), LimitError);
}

// Of its 65 concepts two have an empty side; the lattice is drawn in L. Freeman and D. White,
// Sociological Methodology 23, 1993.
TEST(Concepts, OfDavisEqualTheReference) {
  const auto network = test::davis_network();
  const auto found = concepts(BipartiteGraph(network), {.min_units = 1, .min_tasks = 1});
  ASSERT_EQ(found.size(), 63U);
  EXPECT_EQ(found.front().units.size() * found.front().tasks.size(), 20U);
}

// By definition: the subsets of the tasks of a group that have just its units in common.
TEST(Concepts, AreCompleteMaximalAndAsStableAsTheirSubsetsSay) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto network = test::random_roles(seed);
    const BipartiteGraph graph(network);
    const auto matrix = test::role_matrix(graph);
    const auto common = [&](const std::vector<model::TaskId>& tasks, std::size_t subset) {
      std::vector<std::uint32_t> units;
      for (std::uint32_t u = 0; u < graph.unit_count(); ++u) {
        bool all = true;
        for (std::size_t i = 0; i < tasks.size(); ++i)
          all = all && ((subset >> i & 1) == 0 || matrix[model::index(tasks[i])][u] != 0);
        if (all) units.push_back(u);
      }
      return units;
    };
    std::set<std::vector<std::uint32_t>> different;
    const auto found = concepts(graph, {.min_units = 1, .min_tasks = 1});
    for (const Concept& group : found) {
      different.insert(group.units);
      ASSERT_LE(group.tasks.size(), 16U);
      const std::size_t subsets = std::size_t{1} << group.tasks.size();
      ASSERT_EQ(common(group.tasks, subsets - 1), group.units) << seed;
      std::size_t generating = 0;
      for (std::size_t subset = 0; subset < subsets; ++subset)
        if (common(group.tasks, subset) == group.units) ++generating;
      ASSERT_NEAR(group.stability, static_cast<double>(generating) / static_cast<double>(subsets),
                  1e-12)
          << seed;
      // No further task has all its units.
      for (std::size_t t = 0; t < matrix.size(); ++t) {
        const bool has_all =
            std::ranges::all_of(group.units, [&](std::uint32_t u) { return matrix[t][u] != 0; });
        ASSERT_EQ(has_all, std::ranges::binary_search(group.tasks, static_cast<model::TaskId>(t)));
      }
    }
    ASSERT_EQ(different.size(), found.size()) << seed;
  }
}

TEST(Concepts, ThresholdsKeepTheSameGroupsWithAndWithoutStability) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto network = test::random_roles(seed);
    const BipartiteGraph graph(network);
    const auto stable = concepts(graph);
    const auto quick = concepts(graph, {.most_for_stability = 0});
    ASSERT_EQ(stable.size(), quick.size()) << seed;
    for (std::size_t i = 0; i < stable.size(); ++i) {
      ASSERT_EQ(stable[i].units, quick[i].units);
      ASSERT_EQ(stable[i].tasks, quick[i].tasks);
      ASSERT_TRUE(std::isnan(quick[i].stability));
      ASSERT_GE(stable[i].units.size(), 2U);
      ASSERT_GE(stable[i].tasks.size(), 2U);
    }
  }
}

}  // namespace
}  // namespace respnet::graph
