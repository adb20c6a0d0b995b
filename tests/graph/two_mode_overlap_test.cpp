#include "respnet/graph/two_mode_overlap.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "support/davis.hpp"
#include "support/random_roles.hpp"

namespace respnet::graph {
namespace {

// NetworkX 3: bipartite.clustering, node_redundancy; butterflies by matrix products in SciPy.
constexpr std::array kWomenDot{0.3179433311786253,  0.35181725681725684, 0.37181886740710274,
                               0.36491249491249494, 0.29441164895710353, 0.31481721981721983,
                               0.36031746031746026, 0.3323412698412698,  0.3643557422969188,
                               0.3488328664799254,  0.324404761904762,   0.29749503968253965,
                               0.32275192128133295, 0.26057667822373703, 0.2616989219930397,
                               0.3050099206349206,  0.2575066137566138,  0.25750661375661377};
constexpr std::array kWomenMin{
    0.6416666666666666, 0.6084126984126984, 0.7280112044817928,  0.6250793650793651,
    0.5454545454545454, 0.5611111111111111, 0.6277777777777778,  0.6875,
    0.6568627450980392, 0.6274509803921569, 0.5885416666666666,  0.553125,
    0.6093837535014005, 0.5796218487394957, 0.49607843137254903, 0.75,
    0.5833333333333334, 0.5833333333333334};
constexpr std::array kEventsMax{0.36428571428571427,
                                0.37470238095238095,
                                0.49568452380952377,
                                0.4028273809523809,
                                0.5125,
                                0.342948717948718,
                                0.34523809523809523,
                                0.32417582417582413,
                                0.2866300366300366,
                                0.434672619047619,
                                0.23497023809523807,
                                0.4331845238095238,
                                0.3834821428571429,
                                0.3834821428571429};
constexpr std::array kEventsRedundancy{1.0,
                                       1.0,
                                       1.0,
                                       1.0,
                                       1.0,
                                       0.9642857142857143,
                                       0.9111111111111111,
                                       0.8021978021978022,
                                       0.7121212121212122,
                                       1.0,
                                       0.6666666666666666,
                                       1.0,
                                       1.0,
                                       1.0};
constexpr std::array kWomenButterflies{75, 68, 91, 71, 21, 30, 33, 17, 32,
                                       30, 26, 42, 60, 48, 26, 8,  2,  2};
constexpr std::array kEventsButterflies{15, 16, 54, 24, 81, 71, 86, 143, 83, 32, 6, 43, 14, 14};

void expect_near(const std::vector<double>& found, const auto& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-14) << i;
}

model::Network complete(int tasks, int units) {
  std::vector<test::Row> rows;
  for (int t = 0; t < tasks; ++t)
    for (int u = 0; u < units; ++u) rows.push_back({std::to_string(t), std::to_string(u)});
  return test::network(rows);
}

// Incidence with the side's vertices as rows.
std::vector<std::vector<int>> incidence(const BipartiteGraph& graph, Side side) {
  const auto roles = test::role_matrix(graph);
  const std::size_t tasks = graph.task_count(), units = graph.unit_count();
  const bool by_task = side == Side::Tasks;
  std::vector<std::vector<int>> rows(by_task ? tasks : units,
                                     std::vector<int>(by_task ? units : tasks, 0));
  for (std::size_t t = 0; t < tasks; ++t)
    for (std::size_t u = 0; u < units; ++u)
      (by_task ? rows[t][u] : rows[u][t]) = roles[t][u] == 0 ? 0 : 1;
  return rows;
}

int dot(const std::vector<int>& a, const std::vector<int>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0);
}

// By its definition, from pairs of events that a third one joins.
double plain_redundancy(const std::vector<std::vector<int>>& rows, std::size_t v) {
  double pairs = 0, joined = 0;
  for (std::size_t a = 0; a < rows[v].size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      if (rows[v][a] * rows[v][b] == 0) continue;
      ++pairs;
      bool other = false;
      for (std::size_t w = 0; w < rows.size(); ++w)
        other = other || (w != v && rows[w][a] * rows[w][b] == 1);
      joined += other ? 1 : 0;
    }
  return joined / pairs;
}

// All paths unit i, task p, unit j, task q, unit k, one by one.
double plain_opsahl(const std::vector<std::vector<int>>& rows) {
  double paths = 0, closed = 0;
  const std::size_t n = rows.size(), m = rows.empty() ? 0 : rows[0].size();
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t k = 0; k < n; ++k)
        for (std::size_t p = 0; p < m; ++p)
          for (std::size_t q = 0; q < m; ++q) {
            if (i == j || j == k || i == k || p == q) continue;
            if (rows[i][p] * rows[j][p] * rows[j][q] * rows[k][q] == 0) continue;
            ++paths;
            closed += dot(rows[i], rows[k]) > rows[i][q] + rows[k][p] ? 1 : 0;
          }
  return closed / paths;
}

TEST(TwoModeOverlap, OfDavisEqualsNetworkX) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const auto women = two_mode_overlap(graph, Side::Units);
  const auto events = two_mode_overlap(graph, Side::Tasks);

  expect_near(women.dot, kWomenDot);
  expect_near(women.min, kWomenMin);
  expect_near(events.max, kEventsMax);
  EXPECT_TRUE(std::ranges::equal(women.butterflies, kWomenButterflies, std::equal_to<>{}, {},
                                 [](int x) { return static_cast<std::uint64_t>(x); }));
  EXPECT_TRUE(std::ranges::equal(events.butterflies, kEventsButterflies, std::equal_to<>{}, {},
                                 [](int x) { return static_cast<std::uint64_t>(x); }));
  const auto mean = [](const std::vector<double>& x) {
    return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
  };
  EXPECT_NEAR(mean(women.max), 0.3770891439488253, 1e-14);
  EXPECT_NEAR(mean(events.dot), 0.3430734373496574, 1e-14);
  EXPECT_NEAR(mean(events.min), 0.7240956959706958, 1e-14);
}

TEST(TwoModeOverlap, OfDavisAsAWholeEqualsNetworkXAndTnet) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  EXPECT_EQ(butterfly_count(graph), 341U);
  EXPECT_NEAR(robins_alexander_clustering(graph).value(), 0.46776406035665297, 1e-14);
  EXPECT_NEAR(opsahl_clustering(graph).value(), 0.7718968, 5e-8);
}

TEST(TwoModeOverlap, OfCompleteNetworksIsByHand) {
  const auto square = complete(2, 2), three = complete(3, 2), five = complete(5, 5);

  EXPECT_DOUBLE_EQ(robins_alexander_clustering(BipartiteGraph(square)).value(), 1);
  EXPECT_EQ(butterfly_count(BipartiteGraph(three)), 3U);
  EXPECT_EQ(butterfly_count(BipartiteGraph(five)), 100U);  // C(5, 2)²
}

TEST(Redundancy, OfDavisEqualsNetworkX) {
  const auto network = test::davis_network();
  const auto women = redundancy(BipartiteGraph(network), Side::Units);

  expect_near(redundancy(BipartiteGraph(network), Side::Tasks), kEventsRedundancy);
  EXPECT_NEAR(women[13], 0.75, 1e-14);  // Nora
  EXPECT_NEAR(std::accumulate(women.begin(), women.end(), 0.0) / 18, 0.9785714285714285, 1e-14);
}

// A cycle of six with a chord between opposite vertices (NetworkX), K2,2 and K1,2.
TEST(Redundancy, OfSmallNetworksIsByHand) {
  const auto ring = test::network(
      {{"1", "a"}, {"1", "b"}, {"2", "b"}, {"2", "c"}, {"3", "c"}, {"3", "a"}, {"2", "a"}});
  const auto fork = test::network({{"1", "a"}, {"1", "b"}});

  expect_near(redundancy(BipartiteGraph(ring), Side::Units), std::array{2.0 / 3, 1.0, 1.0});
  expect_near(redundancy(BipartiteGraph(ring), Side::Tasks), std::array{1.0, 2.0 / 3, 1.0});
  expect_near(redundancy(BipartiteGraph(complete(2, 2)), Side::Units), std::array{1.0, 1.0});
  EXPECT_EQ(redundancy(BipartiteGraph(fork), Side::Tasks).front(), 0);
  EXPECT_TRUE(std::isnan(redundancy(BipartiteGraph(fork), Side::Units).front()));
}

TEST(TwoModeOverlap, AgreesWithItsDefinitionOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const auto network = test::random_roles(seed);
    const BipartiteGraph graph(network);
    std::uint64_t corners = 0;
    for (const Side side : {Side::Tasks, Side::Units}) {
      const auto rows = incidence(graph, side);
      const auto found = two_mode_overlap(graph, side);
      const auto redundant = redundancy(graph, side);
      for (std::size_t v = 0; v < rows.size(); ++v) {
        double dots = 0, least = 0, most = 0, partners = 0;
        std::uint64_t cycles = 0;
        const int own = dot(rows[v], rows[v]);
        for (std::size_t w = 0; w < rows.size(); ++w) {
          const int shared = dot(rows[v], rows[w]), theirs = dot(rows[w], rows[w]);
          if (w == v || shared == 0) continue;
          ++partners;
          dots += double{1} * shared / (own + theirs - shared);
          least += double{1} * shared / std::min(own, theirs);
          most += double{1} * shared / std::max(own, theirs);
          cycles += static_cast<std::uint64_t>(shared * (shared - 1) / 2);
        }
        const double count = std::max(1.0, partners);
        EXPECT_NEAR(found.dot[v], dots / count, 1e-14) << seed;
        EXPECT_NEAR(found.min[v], least / count, 1e-14) << seed;
        EXPECT_NEAR(found.max[v], most / count, 1e-14) << seed;
        EXPECT_EQ(found.butterflies[v], cycles) << seed;
        corners += cycles;
        if (own < 2) {
          EXPECT_TRUE(std::isnan(redundant[v])) << seed;
        } else {
          EXPECT_DOUBLE_EQ(redundant[v], plain_redundancy(rows, v)) << seed;
        }
      }
    }
    EXPECT_EQ(corners, 4 * butterfly_count(graph)) << seed;
    const auto opsahl = opsahl_clustering(graph);
    const double plain = plain_opsahl(incidence(graph, Side::Units));
    EXPECT_EQ(opsahl.has_value(), !std::isnan(plain)) << seed;
    if (opsahl) {
      EXPECT_DOUBLE_EQ(*opsahl, plain) << seed;
    }
  }
}

// A task of 64,000 units: 4.1e9 pairs.
TEST(TwoModeOverlap, RefusesTasksOfTooManyUnits) {
  model::NetworkBuilder builder("test");
  const auto task = builder.task_of_id("1");
  for (int unit = 0; unit < 64'000; ++unit)
    builder.add_assignment(task, builder.unit_of_name(std::to_string(unit)),
                           model::Role::Responsible);
  const auto network = std::move(builder).build();
  const BipartiteGraph graph(network);

  EXPECT_THROW(two_mode_overlap(graph, Side::Units), LimitError);
  EXPECT_THROW(redundancy(graph, Side::Tasks), LimitError);
  EXPECT_THROW(opsahl_clustering(graph), LimitError);
  EXPECT_EQ(butterfly_count(graph), 0U);  // cheap by tasks
}

}  // namespace
}  // namespace respnet::graph
