// Every centrality of the catalogue against independent implementations, and the normalisers that
// stand behind them on cases small enough to check by hand.

#include "respnet/analysis/centrality.hpp"

#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "respnet/analysis/study.hpp"
#include "support/davis.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using test::numbers;

struct Expected {
  std::string id;
  std::vector<double> values;
};

void expect_columns(const Study& study, Level level, const std::vector<Expected>& expected,
                    double tolerance) {
  for (const auto& [id, values] : expected) {
    const std::vector<double> column = numbers(study, level, id);
    ASSERT_EQ(column.size(), values.size()) << id;
    for (std::size_t i = 0; i < values.size(); ++i)
      EXPECT_NEAR(column[i], values[i], tolerance) << id << " of row " << i;
  }
}

}  // namespace

// Borgatti & Everett 1997, as in NetworkX and in Borgatti & Halgin's table; eigenvectors from an
// independent singular value decomposition, unit norm per mode.
TEST(BipartiteCentrality, OfDavisWomenEqualsBorgattiAndEverett) {
  const auto network = test::davis_network();
  const Study study(network);

  expect_columns(
      study, Level::Unit,
      {
          {"bipartite.degree",
           {0.5714285714285714, 0.5, 0.5714285714285714, 0.5, 0.2857142857142857,
            0.2857142857142857, 0.2857142857142857, 0.21428571428571427, 0.2857142857142857,
            0.2857142857142857, 0.2857142857142857, 0.42857142857142855, 0.5, 0.5714285714285714,
            0.3571428571428571, 0.14285714285714285, 0.14285714285714285, 0.14285714285714285}},
          {"bipartite.closeness",
           {0.8, 0.7272727272727273, 0.8, 0.7272727272727273, 0.6, 0.6666666666666666,
            0.6666666666666666, 0.6666666666666666, 0.7058823529411765, 0.7058823529411765,
            0.6857142857142857, 0.7272727272727273, 0.7741935483870968, 0.8, 0.7272727272727273,
            0.6486486486486487, 0.5853658536585366, 0.5853658536585366}},
          {"bipartite.betweenness",
           {0.09658472108029267, 0.05135761326872536, 0.08759468547944677, 0.0494865998160072,
            0.010596096282664414, 0.01071434286960598, 0.00944412334473028, 0.006800323334013807,
            0.016783108139791406, 0.015737665757646964, 0.016344348365012626, 0.047362754029819695,
            0.07170914508501829, 0.11346136204298476, 0.04238754006434827, 0.0019535268594996565,
            0.005054505236263333, 0.005054505236263333}},
          {"bipartite.eigenvector",
           {0.33473399436983897, 0.30922471879027813, 0.3705635852998248, 0.31300877100281277,
            0.16821370344412487, 0.2089673383383489, 0.2283461058275339, 0.18002979207606074,
            0.23604024615207114, 0.21839856928770912, 0.1867900014426549, 0.2202911861089727,
            0.2771746269101106, 0.2639043070018485, 0.20066689750656588, 0.13143535801207298,
            0.06957060403982313, 0.06957060403982313}},
      },
      1e-12);
}

TEST(BipartiteCentrality, OfDavisEventsEqualsBorgattiAndEverett) {
  const auto network = test::davis_network();
  const Study study(network);

  expect_columns(
      study, Level::Task,
      {
          {"bipartite.degree",
           {0.16666666666666666, 0.16666666666666666, 0.3333333333333333, 0.2222222222222222,
            0.4444444444444444, 0.4444444444444444, 0.5555555555555556, 0.7777777777777777,
            0.6666666666666666, 0.2777777777777778, 0.2222222222222222, 0.3333333333333333,
            0.16666666666666666, 0.16666666666666666}},
          {"bipartite.closeness",
           {0.5238095238095238, 0.5238095238095238, 0.5641025641025641, 0.5365853658536586,
            0.5945945945945946, 0.6875, 0.7333333333333333, 0.8461538461538461, 0.7857142857142857,
            0.55, 0.5365853658536586, 0.5641025641025641, 0.5238095238095238, 0.5238095238095238}},
          {"bipartite.betweenness",
           {0.002154310782629367, 0.0020886968954039286, 0.01822439085252718, 0.0077020526738029406,
            0.03769444252500667, 0.06501635047516072, 0.12950174424519842, 0.24381946234957552,
            0.22551359177204106, 0.011442302600971925, 0.01966539088919154, 0.018094182051395145,
            0.002240655987795576, 0.002240655987795576}},
          {"bipartite.eigenvector",
           {0.14194312150696378, 0.15047999463407669, 0.25285306172396227, 0.17599172699084903,
            0.3217336135463418, 0.32761920984141746, 0.3835029317100459, 0.5066327110724753,
            0.3794923970096152, 0.1704008713386964, 0.08954622362138653, 0.20279504895745698,
            0.11293095454798438, 0.11293095454798438}},
      },
      1e-12);
}

// Raw pair counts: NetworkX.
TEST(BipartiteCentrality, CountsThePairsOfDavis) {
  const auto network = test::davis_network();
  const Study study(network);
  const auto& pairs = study.betweenness().score;

  EXPECT_NEAR(pairs[14], 42.98020088073024, 1e-11);  // Evelyn
  EXPECT_NEAR(pairs[27], 50.49030610912822, 1e-11);  // Nora
  EXPECT_NEAR(pairs[31], 2.249255, 1e-6);            // Flora
  EXPECT_NEAR(pairs[7], 110.20639698200813, 1e-11);  // E8
}

// NetworkX 3.6.1: harmonic_centrality, pagerank (its plain Python version), core_number.
TEST(BipartiteCentrality, OfDavisEventsEqualsNetworkX) {
  const auto network = test::davis_network();
  const Study study(network);

  expect_columns(
      study, Level::Task,
      {
          {"bipartite.harmonic",
           {13.250000000000004, 13.250000000000002, 15.25, 13.916666666666668, 16.583333333333336,
            17.833333333333336, 19.166666666666664, 21.833333333333332, 20.5, 14.583333333333334,
            13.916666666666668, 15.25, 13.25, 13.25}},
          {"bipartite.pagerank",
           {0.01825173510372348, 0.018187872176838732, 0.0323985364353132, 0.023054986178356517,
            0.04198725862815127, 0.04218380281323772, 0.05190131193042559, 0.0724971251937442,
            0.06660185892728795, 0.02888947576432617, 0.02726773400579597, 0.03377772637021954,
            0.01896650445250949, 0.01896650445250949}},
          {"bipartite.core", {3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 2, 4, 3, 3}},
      },
      1e-12);
}

// NetworkX 3.6.1 on weighted_projected_graph (degree, weighted degree, closeness_centrality,
// harmonic_centrality, betweenness_centrality, pagerank, core_number, clustering,
// eigenvector_centrality) and on the directed graph from every other woman of an event to its first
// one (in_degree, pagerank, betweenness_centrality). Hubs and authorities by power iteration in
// plain Python, weighted, sum 1.
TEST(UnitCentrality, OfDavisWomenEqualsNetworkX) {
  const auto network = test::davis_network();
  const Study study(network);

  expect_columns(
      study, Level::Unit,
      {
          {"bipartite.harmonic",
           {18.500000000000004, 17.333333333333336, 18.5, 17.333333333333336, 14.333333333333334,
            15.333333333333337, 15.333333333333336, 14.91666666666667, 15.833333333333334,
            15.833333333333337, 15.583333333333336, 16.916666666666668, 17.833333333333332,
            18.499999999999996, 16.5, 14.250000000000002, 13.250000000000002, 13.250000000000002}},
          {"bipartite.pagerank",
           {0.042563450745369394, 0.03735824602253873, 0.04180373731340059, 0.03710420013533518,
            0.0230492349678968, 0.0226220791122937, 0.022443897964710503, 0.018288771895399628,
            0.022679500589820226, 0.02300353226302692, 0.023503131628876194, 0.034250817485297944,
            0.03866242899938398, 0.04453724035204465, 0.02899150494517764, 0.013806742846493266,
            0.015199525150247584, 0.015199525150247584}},
          {"bipartite.core", {4, 4, 4, 4, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2}},
          {"co.degree", {17, 15, 17, 15, 11, 15, 15, 16, 17, 17, 16, 16, 17, 17, 17, 16, 12, 12}},
          {"co.strength", {50, 45, 57, 46, 24, 32, 36, 31, 40, 38, 33, 37, 46, 43, 34, 24, 14, 14}},
          {"co.closeness",
           {1, 0.8947368421052632, 1, 0.8947368421052632, 0.7391304347826086, 0.8947368421052632,
            0.8947368421052632, 0.9444444444444444, 1, 1, 0.9444444444444444, 0.9444444444444444, 1,
            1, 1, 0.9444444444444444, 0.7727272727272727, 0.7727272727272727}},
          {"co.harmonic",
           {17, 16, 17, 16, 14, 16, 16, 16.5, 17, 17, 16.5, 16.5, 17, 17, 17, 16.5, 14.5, 14.5}},
          {"co.betweenness",
           {0.010122230710466005, 0.0026737967914438505, 0.010122230710466005,
            0.0026737967914438505, 0, 0.0026737967914438505, 0.0026737967914438505,
            0.0053475935828877, 0.010122230710466005, 0.010122230710466005, 0.0053475935828877,
            0.0053475935828877, 0.010122230710466005, 0.010122230710466005, 0.010122230710466005,
            0.0053475935828877, 0, 0}},
          {"co.pagerank",
           {0.07415035416365111, 0.06675243008569363, 0.08348536061652449, 0.06814403580000294,
            0.039005080260764, 0.04975434119601941, 0.05509915907646487, 0.04941627178141502,
            0.06128675306971474, 0.05881251636717036, 0.052291196962780666, 0.05756677831491362,
            0.06950249570999972, 0.06600128578870858, 0.05346333920250995, 0.04031756457934088,
            0.0274755185121629, 0.0274755185121629}},
          {"co.core", {14, 14, 14, 14, 11, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 12, 12}},
          {"co.clustering",
           {0.8970588235294118, 0.9619047619047619, 0.8970588235294118, 0.9619047619047619, 1,
            0.9619047619047619, 0.9619047619047619, 0.9333333333333333, 0.8970588235294118,
            0.8970588235294118, 0.9333333333333333, 0.9333333333333333, 0.8970588235294118,
            0.8970588235294118, 0.8970588235294118, 0.9333333333333333, 1, 1}},
          {"co.eigenvector",
           {0.31851958627180127, 0.3004073254170958, 0.3535544691081736, 0.3042443791163063,
            0.1741929108416045, 0.21795638782602395, 0.23903739611214264, 0.19401093712466835,
            0.24851046960464274, 0.23070007057275194, 0.19772714670593858, 0.22197512876529327,
            0.2728778912673299, 0.2532738484471693, 0.2069408140379443, 0.14601310945985085,
            0.07747501727090747, 0.07747501727090747}},
          {"lead.reach", {17, 9, 0, 0, 0, 0, 0, 0, 0, 5, 4, 2, 0, 3, 0, 0, 0, 0}},
          {"lead.strength", {50, 9, 0, 0, 0, 0, 0, 0, 0, 5, 4, 4, 0, 3, 0, 0, 0, 0}},
          {"lead.pagerank",
           {0.38496786190504484, 0.0820450965315479, 0.02651237125662676, 0.02651237125662676,
            0.02651237125662676, 0.02651237125662676, 0.02651237125662676, 0.02651237125662676,
            0.02651237125662676, 0.06481842841530241, 0.0505078662976382, 0.045957301832558625,
            0.02651237125662676, 0.053554989938386734, 0.02651237125662676, 0.02651237125662676,
            0.02651237125662676, 0.02651237125662676}},
          {"lead.betweenness",
           {0, 0, 0, 0, 0, 0, 0, 0, 0, 0.007352941176470588, 0, 0, 0, 0.03308823529411765, 0, 0, 0,
            0}},
          {"lead.hub",
           {0, 0.11543115385233595, 0.13755448182389263, 0.11831595618183666, 0.06060037925566869,
            0.07695410256822396, 0.06060037925566869, 0.05771557692616797, 0.06060037925566869,
            0.0413618536136127, 0.03941779556874201, 0.04016669935518767, 0.04479560979115426,
            0.04479560979115426, 0.024120624092575503, 0.03847705128411198, 0.019546173691999097,
            0.019546173691999097}},
          {"lead.authority",
           {0.7697664703965515, 0.11542589844396224, 0, 0, 0, 0, 0, 0, 0, 0.03764079540182446,
            0.02996492741100124, 0.034892381206420846, 0, 0.012309527140239782, 0, 0, 0, 0}},
      },
      1e-12);
}

TEST(UnitCentrality, OfTheProjectionOfDavisCountsItsEdges) {
  const auto network = test::davis_network();
  const Study study(network);
  const auto degree = numbers(study, Level::Unit, "co.degree");
  const auto strength = numbers(study, Level::Unit, "co.strength");

  EXPECT_EQ(std::accumulate(degree.begin(), degree.end(), 0.0), 2 * 139);
  EXPECT_EQ(std::accumulate(strength.begin(), strength.end(), 0.0), 2 * 322);
}

// Counted by hand, but for closeness, betweenness and PageRank: NetworkX 3.6.1. Support to lead:
// B→A 2, C→A 1, D→A 1, A→B 1, C→D 1, E→D 1. Sources B C D E and targets A D hang together; of
// their matrix MᵀM = [[6, 1], [1, 2]], so authorities are in the ratio 1 : √5 - 2.
TEST(UnitCentrality, OfTheRoleToyIsAsCountedByHand) {
  const auto network = test::role_toy_network();
  const Study study(network);

  expect_columns(
      study, Level::Unit,
      {
          {"lead.reach", {3, 1, 0, 2, 0}},
          {"lead.strength", {4, 1, 0, 2, 0}},
          {"lead.betweenness", {3.0 / 12, 0, 0, 2.0 / 12, 0}},
          {"lead.pagerank", {0.455, 0.41675, 0.03, 0.06825, 0.03}},
          {"lead.authority", {0.8090169943749475, 0, 0, 0.1909830056250526, 0}},
          {"lead.hub",
           {0, 0.4472135954999579, 0.276393202250021, 0.223606797749979, 0.05278640450004207}},
          {"co.degree", {3, 2, 4, 3, 2}},
          {"co.strength", {5, 4, 4, 3, 2}},
          {"co.core", {2, 2, 2, 2, 2}},
          {"co.clustering", {2.0 / 3, 1, 0.5, 2.0 / 3, 1}},
          {"co.closeness", {0.8, 2.0 / 3, 1, 0.8, 2.0 / 3}},
          {"co.harmonic", {3.5, 3, 4, 3.5, 3}},
          {"co.betweenness", {0.5 / 6, 0, 2.0 / 6, 0.5 / 6, 0}},
          {"bipartite.degree", {4.0 / 6, 3.0 / 6, 3.0 / 6, 2.0 / 6, 1.0 / 6}},
          {"bipartite.closeness", {0.7, 0.5833333333333334, 0.7, 0.5833333333333334, 0.4375}},
          {"bipartite.betweenness",
           {0.35162601626016254, 0.11788617886178861, 0.4247967479674796, 0.13008130081300812, 0}},
      },
      1e-12);
}

TEST(UnitCentrality, OfAuthoritiesOfTheRoleToyFollowsFromTwoByTwo) {
  const auto network = test::role_toy_network();
  const Study study(network);
  const auto authority = numbers(study, Level::Unit, "lead.authority");

  EXPECT_NEAR(authority[3] / authority[0], std::sqrt(5.0) - 2, 1e-12);
}

// A path of four: unit a, task 1, unit b, task 2 (Borgatti & Everett's normalisation by hand).
TEST(BipartiteCentrality, OfAPathOfFourIsByHand) {
  const auto network = test::network({{"1", "a"}, {"1", "b"}, {"2", "b"}});
  const Study study(network);

  expect_columns(study, Level::Unit,
                 {{"bipartite.degree", {0.5, 1}},
                  {"bipartite.closeness", {2.0 / 3, 1}},
                  {"bipartite.betweenness", {0, 1}}},
                 1e-15);
  expect_columns(study, Level::Task,
                 {{"bipartite.degree", {1, 0.5}},
                  {"bipartite.closeness", {1, 2.0 / 3}},
                  {"bipartite.betweenness", {1, 0}}},
                 1e-15);
}

TEST(BipartiteCentrality, OfCompleteNetworksIsByHand) {
  const auto square = test::network({{"1", "a"}, {"1", "b"}, {"2", "a"}, {"2", "b"}});
  const auto cube = test::network({{"1", "a"},
                                   {"1", "b"},
                                   {"1", "c"},
                                   {"2", "a"},
                                   {"2", "b"},
                                   {"2", "c"},
                                   {"3", "a"},
                                   {"3", "b"},
                                   {"3", "c"}});

  expect_columns(Study(square), Level::Unit, {{"bipartite.betweenness", {0.25, 0.25}}}, 1e-15);
  expect_columns(Study(cube), Level::Unit, {{"bipartite.betweenness", {0.125, 0.125, 0.125}}},
                 1e-15);
}

TEST(WassermanFaustCloseness, WeighsByThePartReached) {
  // A path of three beside an isolated vertex.
  const auto found = wasserman_faust_closeness(
      {.reached = {2, 2, 2, 0}, .sum = {3, 2, 3, 0}, .inverse_sum = {1.5, 2, 1.5, 0}});

  EXPECT_EQ(found, (std::vector<double>{4.0 / 9, 2.0 / 3, 4.0 / 9, 0}));
}

TEST(NormalizedBetweenness, IsOneAtTheMiddleOfAStar) {
  const std::vector<double> star{3, 0, 0, 0};  // three unordered pairs of leaves

  EXPECT_EQ(normalized_betweenness(star, Pairs::Unordered), (std::vector<double>{1, 0, 0, 0}));
  EXPECT_EQ(normalized_betweenness(star, Pairs::Ordered), (std::vector<double>{0.5, 0, 0, 0}));
  EXPECT_EQ(normalized_betweenness(std::vector<double>{0, 0}, Pairs::Ordered),
            (std::vector<double>{0, 0}));
}

TEST(ScaledToSumOne, LeavesZerosAlone) {
  EXPECT_EQ(scaled_to_sum_one({1, 3}), (std::vector<double>{0.25, 0.75}));
  EXPECT_EQ(scaled_to_sum_one({0, 0}), (std::vector<double>{0, 0}));
}

}  // namespace respnet::analysis
