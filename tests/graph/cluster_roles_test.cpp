#include "respnet/graph/cluster_roles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "respnet/graph/bipartite_graph.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"

namespace respnet::graph {
namespace {

using Labels = std::vector<std::uint32_t>;

// The optimal modules of Davis (proved by integer programming), events first, then women, and
// participation in the two-mode graph with them.
const Labels kModules{0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 2, 3, 3, 3, 0, 0,
                      0, 0, 0, 0, 1, 2, 1, 1, 3, 3, 3, 3, 3, 2, 2, 2};
constexpr std::array kParticipation{0.0,
                                    0.0,
                                    0.0,
                                    0.0,
                                    0.375,
                                    0.5625,
                                    0.66,
                                    0.7244897959183674,
                                    0.7222222222222222,
                                    0.0,
                                    0.5,
                                    0.2777777777777777,
                                    0.0,
                                    0.0,
                                    0.40625,
                                    0.40816326530612246,
                                    0.53125,
                                    0.40816326530612246,
                                    0.375,
                                    0.375,
                                    0.5,
                                    0.6666666666666667,
                                    0.625,
                                    0.625,
                                    0.625,
                                    0.5,
                                    0.5714285714285714,
                                    0.65625,
                                    0.6399999999999999,
                                    0.5,
                                    0.0,
                                    0.0};

Labels random_labels(std::size_t n, RandomEngine& engine) {
  Labels labels;
  for (std::size_t i = 0; i < n; ++i)
    labels.push_back(static_cast<std::uint32_t>(uniform_below(engine, 3)));
  return labels;
}

TEST(Participation, OfDavisEqualsTheReference) {
  const auto network = test::davis_network();
  const auto found = participation(BipartiteGraph(network).adjacency(), kModules);

  ASSERT_EQ(found.size(), kParticipation.size());
  for (std::size_t v = 0; v < found.size(); ++v) EXPECT_NEAR(found[v], kParticipation[v], 1e-14);
}

TEST(Participation, AgreesWithItsDefinitionOnRandomGraphs) {
  RandomEngine engine(29);
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 9);
    const auto rows = test::random_graph(n, 0.4, engine);
    const auto w = test::matrix(rows.weighted());
    const Labels labels = random_labels(n, engine);
    const auto found = participation(rows.weighted(), labels);
    for (std::size_t i = 0; i < n; ++i) {
      std::array<double, 3> part{};
      for (std::size_t j = 0; j < n; ++j) part.at(labels[j]) += w[i][j];
      const double all = part[0] + part[1] + part[2];
      if (all == 0) {
        EXPECT_TRUE(std::isnan(found[i]));
        continue;
      }
      const double squares = part[0] * part[0] + part[1] * part[1] + part[2] * part[2];
      EXPECT_NEAR(found[i], 1 - squares / (all * all), 1e-14) << round;
    }
  }
}

// Group 0: ties inside 2, 2 and 4 of vertices 0, 1, 2; mean 8/3, sample SD √(4/3).
TEST(WithinGroupZ, OfThreeVerticesIsByHand) {
  const auto rows = test::undirected(5, {{0, 2, 2}, {1, 2, 2}, {0, 3, 7}, {3, 4, 1}});
  const auto z = within_group_z(rows.weighted(), Labels{0, 0, 0, 1, 1});

  EXPECT_NEAR(z[0], (2 - 8.0 / 3) / std::sqrt(4.0 / 3), 1e-14);
  EXPECT_NEAR(z[1], z[0], 1e-14);
  EXPECT_NEAR(z[2], (4 - 8.0 / 3) / std::sqrt(4.0 / 3), 1e-14);
  EXPECT_EQ(z[3], 0);
  EXPECT_EQ(z[4], 0);
}

TEST(WithinGroupZ, HasMeanZeroAndDeviationOneInEachGroup) {
  RandomEngine engine(31);
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 12);
    const auto rows = test::random_graph(n, 0.5, engine);
    const Labels labels = random_labels(n, engine);
    const auto z = within_group_z(rows.weighted(), labels);
    for (std::uint32_t group = 0; group < 3; ++group) {
      double members = 0, sum = 0, squares = 0;
      for (std::size_t v = 0; v < n; ++v) {
        if (labels[v] != group) continue;
        ++members;
        sum += z[v];
        squares += z[v] * z[v];
      }
      EXPECT_NEAR(sum, 0, 1e-12) << round;
      if (squares > 0) {
        EXPECT_NEAR(squares, members - 1, 1e-12) << round;
      }
    }
  }
}

// R package sna: edges 1→2→3→4, 2→5→4, groups 1, 1, 2, 2, 1 (sna's b_IO is Gould and Fernandez's
// representative).
TEST(Brokerage, OfFiveVerticesEqualsSna) {
  const test::Rows rows(5, {{0, 1}, {1, 2}, {2, 3}, {1, 4}, {4, 3}});
  const auto found = brokerage(rows.unweighted(), Labels{1, 1, 2, 2, 1});

  EXPECT_EQ(found[0], Brokerage{});
  EXPECT_EQ(found[1], (Brokerage{.coordinator = 1, .representative = 1}));
  EXPECT_EQ(found[2], (Brokerage{.gatekeeper = 1}));
  EXPECT_EQ(found[3], Brokerage{});
  EXPECT_EQ(found[4], (Brokerage{.representative = 1}));
}

TEST(Brokerage, TellsTheOutsiderAndTheLiaison) {
  const test::Rows rows(3, {{0, 1}, {1, 2}});

  EXPECT_EQ(brokerage(rows.unweighted(), Labels{1, 2, 1})[1], (Brokerage{.itinerant = 1}));
  EXPECT_EQ(brokerage(rows.unweighted(), Labels{1, 2, 3})[1], (Brokerage{.liaison = 1}));
}

// Turned round, representatives and gatekeepers change places and nothing else changes; and all
// open two-paths are counted once.
TEST(Brokerage, CountsEveryOpenTwoPathOnRandomGraphs) {
  RandomEngine engine(37);
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 9);
    const auto arcs = test::random_arcs(n, 0.3, engine);
    const test::Rows rows(n, arcs), turned(n, test::turned_round(arcs));
    const auto joined = test::matrix(rows.unweighted());
    const Labels labels = random_labels(n, engine);
    const auto found = brokerage(rows.unweighted(), labels);
    const auto mirrored = brokerage(turned.unweighted(), labels);
    for (std::size_t b = 0; b < n; ++b) {
      std::uint64_t open = 0, groups_of_three = 0;
      for (std::size_t a = 0; a < n; ++a)
        for (std::size_t c = 0; c < n; ++c) {
          if (a == c || joined[a][b] == 0 || joined[b][c] == 0 || joined[a][c] != 0) continue;
          ++open;
          groups_of_three += std::set{labels[a], labels[b], labels[c]}.size() == 3 ? 1U : 0U;
        }
      const Brokerage& x = found[b];
      EXPECT_EQ(x.coordinator + x.itinerant + x.representative + x.gatekeeper + x.liaison, open);
      EXPECT_EQ(x.liaison, groups_of_three);
      EXPECT_EQ(mirrored[b].representative, x.gatekeeper);
      EXPECT_EQ(mirrored[b].gatekeeper, x.representative);
      EXPECT_EQ(mirrored[b].coordinator, x.coordinator);
    }
  }
}

// Large enough for several blocks.
TEST(Brokerage, OfManyVerticesIsTheSameForAnyNumberOfThreads) {
  RandomEngine engine(43);
  constexpr std::size_t n = 2500;
  const test::Rows rows(n, test::random_arcs(n, 0.004, engine));
  const Adjacency graph = rows.unweighted();
  const Labels labels = random_labels(n, engine);
  std::vector<Brokerage> expected(n);
  for (Vertex a = 0; a < n; ++a)
    for (const Vertex b : graph.neighbors(a))
      for (const Vertex c : graph.neighbors(b)) {
        if (c == a || std::ranges::binary_search(graph.neighbors(a), c)) continue;
        const bool ab = labels[a] == labels[b], bc = labels[b] == labels[c];
        Brokerage& x = expected[b];
        ++(ab && bc                 ? x.coordinator
           : labels[a] == labels[c] ? x.itinerant
           : ab                     ? x.representative
           : bc                     ? x.gatekeeper
                                    : x.liaison);
      }

  for (const unsigned threads : {1U, 2U, 16U})
    EXPECT_EQ(brokerage(graph, labels, {.threads = threads}), expected) << threads;
}

TEST(ClusterRoles, RefuseLabelsThatAreTooFew) {
  const auto rows = test::undirected(2, {{0, 1}});

  EXPECT_THROW(participation(rows.weighted(), Labels{0}), std::invalid_argument);
  EXPECT_THROW(within_group_z(rows.weighted(), Labels{0}), std::invalid_argument);
  EXPECT_THROW(brokerage(rows.weighted(), Labels{0}), std::invalid_argument);
}

}  // namespace
}  // namespace respnet::graph
