#include "respnet/graph/concepts.hpp"

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

}  // namespace
}  // namespace respnet::graph
