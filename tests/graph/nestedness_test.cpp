#include "respnet/graph/nestedness.hpp"

#include <array>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "support/davis.hpp"
#include "support/random_roles.hpp"

namespace respnet::graph {
namespace {

TEST(Nestedness, OfDavisEqualsVegan) {
  const auto network = test::davis_network();
  const auto found = nestedness(BipartiteGraph(network));

  EXPECT_NEAR(found.tasks.value(), 49.21245421245422, 1e-12);
  EXPECT_NEAR(found.units.value(), 48.205726735138505, 1e-12);
  EXPECT_NEAR(found.all.value(), 48.58118657298985, 1e-12);
}

// The figure of Almeida-Neto et al. 2008; units are its rows.
TEST(Nestedness, OfThePublishedExampleEqualsThePaper) {
  constexpr std::array<std::string_view, 5> rows{"10111", "11100", "01110", "11000", "11000"};
  std::vector<test::Row> cells;
  for (std::size_t u = 0; u < rows.size(); ++u)
    for (std::size_t t = 0; t < 5; ++t)
      if (rows.at(u)[t] == '1') cells.push_back({std::to_string(t), std::to_string(u)});
  const auto network = test::network(cells);
  const auto found = nestedness(BipartiteGraph(network));

  EXPECT_NEAR(found.units.value(), 53.333, 5e-4);
  EXPECT_NEAR(found.tasks.value(), 63.333, 5e-4);
  EXPECT_NEAR(found.all.value(), 58.333, 5e-4);
}

TEST(CScore, OfDavisEqualsVegan) {
  const auto network = test::davis_network();

  EXPECT_NEAR(c_score(BipartiteGraph(network), Side::Units).value(), 7.490196078431373, 1e-13);
  EXPECT_NEAR(c_score(BipartiteGraph(network), Side::Units).value() * 153, 1146, 1e-10);
  EXPECT_NEAR(c_score(BipartiteGraph(network), Side::Tasks).value(), 12.593406593406593, 1e-13);
}

TEST(CScore, OfDavisNormalisedEqualsR) {
  const auto network = test::davis_network();

  EXPECT_NEAR(normalized_c_score(BipartiteGraph(network), Side::Tasks).value(), 0.4493795, 5e-8);
}

TEST(CScore, NormalisedAgreesWithItsDefinitionOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto network = test::random_roles(seed);
    const BipartiteGraph graph(network);
    const auto roles = test::role_matrix(graph);
    const auto n = static_cast<double>(graph.task_count());
    double sum = 0, pairs = 0;
    for (std::size_t a = 0; a < graph.unit_count(); ++a)
      for (std::size_t b = 0; b < a; ++b) {
        double only_a = 0, only_b = 0, both = 0;
        for (const auto& task : roles) {
          only_a += task[a] != 0 && task[b] == 0 ? 1 : 0;
          only_b += task[a] == 0 && task[b] != 0 ? 1 : 0;
          both += task[a] != 0 && task[b] != 0 ? 1 : 0;
        }
        const double of_a = only_a + both, of_b = only_b + both;
        const double most = of_a + of_b <= n ? of_a * of_b : (n - of_a) * (n - of_b);
        ++pairs;
        if (most > 0) sum += only_a * only_b / most;
      }
    const auto found = normalized_c_score(graph, Side::Units);
    ASSERT_EQ(found.has_value(), pairs > 0);
    if (pairs > 0) {
      EXPECT_NEAR(*found, sum / pairs, 1e-12) << seed;
    }
  }
}

TEST(Nestedness, AgreesWithItsDefinitionOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const auto network = test::random_roles(seed);
    const BipartiteGraph graph(network);
    const auto roles = test::role_matrix(graph);
    double nested = 0, avoided = 0, pairs = 0;
    for (std::size_t a = 0; a < graph.unit_count(); ++a)
      for (std::size_t b = 0; b < a; ++b) {
        double of_a = 0, of_b = 0, shared = 0;
        for (const auto& task : roles) {
          of_a += task[a] != 0 ? 1 : 0;
          of_b += task[b] != 0 ? 1 : 0;
          shared += task[a] != 0 && task[b] != 0 ? 1 : 0;
        }
        ++pairs;
        avoided += (of_a - shared) * (of_b - shared);
        if (of_a != of_b && std::min(of_a, of_b) > 0) nested += 100 * shared / std::min(of_a, of_b);
      }
    const auto found = nestedness(graph);
    const auto score = c_score(graph, Side::Units);
    ASSERT_EQ(found.units.has_value(), pairs > 0);
    ASSERT_EQ(score.has_value(), pairs > 0);
    if (pairs == 0) continue;
    EXPECT_NEAR(*found.units, nested / pairs, 1e-11) << seed;
    EXPECT_NEAR(*score, avoided / pairs, 1e-11) << seed;
  }
}

}  // namespace
}  // namespace respnet::graph
