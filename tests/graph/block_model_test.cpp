#include "respnet/graph/block_model.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"
#include "support/two_mode.hpp"

namespace respnet::graph {
namespace {

using Labels = std::vector<std::uint32_t>;

double log_factorial(double n) { return std::lgamma(n + 1); }

// Partitions of m into at most n parts, by the definition: choose the largest part.
double partitions(int m, int n, int largest) {
  static std::map<std::tuple<int, int, int>, double> known;
  if (m == 0) return 1;
  if (n == 0 || largest == 0) return 0;
  const auto key = std::tuple(m, n, largest);
  if (const auto found = known.find(key); found != known.end()) return found->second;
  double sum = 0;
  for (int part = std::min(m, largest); part > 0; --part) sum += partitions(m - part, n - 1, part);
  return known[key] = sum;
}

// The description length, written from the formula and from nothing else.
double by_formula(const BipartiteGraph& graph, const Labels& label) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
  std::map<std::pair<bool, std::uint32_t>, std::vector<int>> degrees;  // by group
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (graph.neighbors(v).empty()) continue;
    degrees[{graph.is_task(v), label[v]}].push_back(static_cast<int>(graph.neighbors(v).size()));
    if (graph.is_task(v))
      for (const Vertex u : graph.neighbors(v)) ++edges[{label[v], label[u]}];
  }
  double likelihood = 0, prior = 0, total = 0;
  for (const auto& [pair, count] : edges) {
    likelihood += log_factorial(count);
    total += count;
  }
  std::map<bool, std::pair<double, double>> modes;  // vertices, groups
  for (const auto& [group, ks] : degrees) {
    int ends = 0;
    std::map<int, int> histogram;
    for (const int k : ks) {
      likelihood += log_factorial(k);
      ends += k;
      ++histogram[k];
    }
    likelihood -= log_factorial(ends);
    for (const auto& [k, count] : histogram) prior += log_factorial(count);
    prior -= log_factorial(static_cast<double>(ks.size()));
    prior -= std::log(partitions(ends, static_cast<int>(ks.size()), ends));
    prior += log_factorial(static_cast<double>(ks.size()));  // of the groups
    modes[group.first].first += static_cast<double>(ks.size());
    modes[group.first].second += 1;
  }
  const auto log_binomial = [](double n, double k) {
    return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
  };
  for (const auto& [task, mode] : modes)
    prior -= log_factorial(mode.first) + log_binomial(mode.first - 1, mode.second - 1) +
             std::log(mode.first);
  prior -= log_binomial(modes[true].second * modes[false].second + total - 1, total);
  return -likelihood - prior;
}

// Groups of units; each task draws three units, nearly always of one group.
model::Network planted(int groups, RandomEngine& engine) {
  model::NetworkBuilder builder("planted");
  for (int u = 0; u < 8 * groups; ++u) builder.unit_of_name("u" + std::to_string(u));
  for (int t = 0; t < 20 * groups; ++t) {
    const auto task = builder.task_of_id("t" + std::to_string(t));
    for (int u = 0; u < 8 * groups; ++u)
      if (uniform(engine) < (u % groups == t % groups ? 0.5 : 0.01))
        builder.add_assignment(task, static_cast<model::UnitId>(u), model::Role::Support);
  }
  return std::move(builder).build();
}

// Nine tasks and nine units, of which four work with four and five with five; each
// cell may be the other way round.
model::Network two_blocks(double chance, RandomEngine& engine) {
  model::NetworkBuilder builder("test");
  for (int u = 0; u < 9; ++u) builder.unit_of_name(std::to_string(u));
  for (int t = 0; t < 9; ++t) {
    const auto task = builder.task_of_id(std::to_string(t));
    for (int u = 0; u < 9; ++u)
      if (((t < 4) == (u < 4)) != (uniform(engine) < chance))
        builder.add_assignment(task, static_cast<model::UnitId>(u), model::Role::Support);
  }
  return std::move(builder).build();
}

}  // namespace

// Printed in the documentation of bipartiteSBM (Yen and Larremore) for the Southern Women in one
// group a mode: adjacency 108.99607644928233, partition 5.5294290875114225, degrees
// 77.19985608459028, edges 0. Its table of partitions of a number lacks those of m - n into at most
// n parts where n > m - n (its entries there stay at nothing): both counts below.
TEST(DescriptionLength, OfDavisInOneGroupIsThatPublished) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  std::vector<std::vector<double>> lacking(90, std::vector<double>(90, 0));
  for (std::size_t m = 1; m < 90; ++m) {
    lacking[m][1] = 1;
    for (std::size_t n = 2; n <= m; ++n)
      lacking[m][n] = lacking[m][n - 1] + (m > n ? lacking[m - n][n] : 0);
  }
  const double published = 108.99607644928233 + 5.5294290875114225 + 77.19985608459028;
  const double all = std::log(partitions(89, 18, 89)) + std::log(partitions(89, 14, 89));

  EXPECT_NEAR(description_length(graph, Labels(32, 0)),
              published + all - std::log(lacking[89][18]) - std::log(lacking[89][14]), 1e-10);
  EXPECT_EQ(partitions(100, 100, 100), 190569292);  // MacMahon's table
}

TEST(DescriptionLength, IsThatOfTheFormula) {
  RandomEngine engine(97);
  for (int round = 0; round < 30; ++round) {
    const auto network = test::random_two_mode(9, 7, 0.3, engine);
    const BipartiteGraph graph(network);
    Labels labels(16);
    for (auto& label : labels) label = static_cast<std::uint32_t>(uniform_below(engine, 3));
    if (graph.edge_count() == 0) continue;

    EXPECT_NEAR(description_length(graph, labels), by_formula(graph, labels), 1e-10);
  }
}

// Their search found nothing shorter than one group a mode in the Southern Women; the shortest
// with more than one, by two groups of women and three of events, was 4.3 nats longer.
TEST(BlockModel, SeesNoStructureInDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const BlockModel found = block_model(graph);

  EXPECT_EQ(found.task_groups, 1U);
  EXPECT_EQ(found.unit_groups, 1U);
  EXPECT_NEAR(found.description_length, by_formula(graph, Labels(32, 0)), 1e-10);
}

TEST(BlockModel, IsNeverShorterThanTheBestOfAllDivisionsAndMostlyEqual) {
  RandomEngine engine(101);
  int equal = 0;
  for (int round = 0; round < 30; ++round) {
    const auto network = test::random_two_mode(5, 4, 0.5, engine);
    const BipartiteGraph graph(network);
    if (graph.edge_count() == 0) continue;
    double best = INFINITY;
    test::each_partition(graph.task_count(), [&](const Labels& tasks) {
      test::each_partition(graph.unit_count(), [&](const Labels& units) {
        Labels labels = tasks;
        labels.insert(labels.end(), units.begin(), units.end());
        best = std::min(best, by_formula(graph, labels));
      });
    });

    const BlockModel found = block_model(graph);

    EXPECT_GE(found.description_length, best - 1e-9) << round;
    EXPECT_NEAR(found.description_length, by_formula(graph, found.group), 1e-9);
    equal += found.description_length < best + 1e-9 ? 1 : 0;
  }
  EXPECT_GE(equal, 28);
}

TEST(BlockModel, IsTheBestOfAllDivisionsInTwoWhereThatIsTheBest) {
  RandomEngine engine(127);
  int divided = 0;
  for (int round = 0; round < 6; ++round) {
    const auto network = two_blocks(0.02, engine);
    const BipartiteGraph graph(network);
    double best = INFINITY;
    for (unsigned code = 0; code < 1U << 16; ++code) {  // the first task and unit in group 0
      Labels labels(18, 0);
      for (unsigned i = 0; i < 16; ++i) labels[i + (i < 8 ? 1 : 2)] = code >> i & 1U;
      best = std::min(best, by_formula(graph, labels));
    }

    const BlockModel found = block_model(graph);

    EXPECT_LE(found.description_length, best + 1e-9) << round;
    if (found.task_groups > 2 || found.unit_groups > 2) continue;
    EXPECT_NEAR(found.description_length, best, 1e-9) << round;
    divided += found.task_groups == 2 && found.unit_groups == 2 ? 1 : 0;
  }
  EXPECT_GE(divided, 3);
}

TEST(BlockModel, FindsPlantedGroupsOfBothModes) {
  RandomEngine engine(103);
  for (const int groups : {2, 3, 4}) {
    const auto network = planted(groups, engine);
    const BipartiteGraph graph(network);

    const BlockModel found = block_model(graph, {.restarts = 5});

    EXPECT_EQ(found.task_groups, static_cast<std::uint32_t>(groups));
    EXPECT_EQ(found.unit_groups, static_cast<std::uint32_t>(groups));
    const auto unit = [&](int u) {
      return found.group[graph.unit_vertex(static_cast<std::size_t>(u))];
    };
    for (int u = groups; u < 8 * groups; ++u) EXPECT_EQ(unit(u), unit(u % groups)) << u;
    for (int u = 1; u < groups; ++u) EXPECT_NE(unit(u), unit(0));
    Labels truth(graph.vertex_count());
    for (Vertex v = 0; v < truth.size(); ++v)
      truth[v] = (graph.is_task(v) ? v : graph.unit_number(v)) % static_cast<unsigned>(groups);
    EXPECT_LE(found.description_length, description_length(graph, truth) + 1e-9);
    EXPECT_LT(found.description_length,
              description_length(graph, Labels(graph.vertex_count(), 0)) - 10);
  }
}

// What modularity cannot do: say that there is nothing.
TEST(BlockModel, OfChanceIsOneGroupAMode) {
  RandomEngine engine(107);
  for (int round = 0; round < 5; ++round) {
    const auto network = test::random_two_mode(40, 20, 0.12, engine);

    const BlockModel found = block_model(BipartiteGraph(network));

    EXPECT_EQ(found.task_groups, 1U);
    EXPECT_EQ(found.unit_groups, 1U);
  }
}

TEST(BlockModel, IsTheSameForAnyNumberOfThreads) {
  RandomEngine engine(109);
  const auto network = planted(3, engine);
  const BipartiteGraph graph(network);

  EXPECT_EQ(block_model(graph, {.restarts = 4, .threads = 1}).group,
            block_model(graph, {.restarts = 4, .threads = 16}).group);
}

TEST(BlockModel, LeavesOutWhatHasNoEdges) {
  model::NetworkBuilder builder("test");
  builder.task_of_id("nobody's");
  builder.unit_of_name("idle");
  builder.add_assignment(builder.task_of_id("1"), builder.unit_of_name("a"), model::Role::Lead);
  const auto network = std::move(builder).build();
  const BipartiteGraph graph(network);

  const BlockModel found = block_model(graph);

  EXPECT_EQ(found.group, (Labels{kNoGroup, 0, kNoGroup, 0}));
  EXPECT_EQ(found.description_length, 0);  // one task, one unit, one edge: nothing to say
  const auto nothing = model::NetworkBuilder("test").build();
  EXPECT_EQ(block_model(BipartiteGraph(nothing)).task_groups, 0U);
}

TEST(BlockModel, RefusesWhatIsTooLargeOrOutOfRange) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  RandomEngine engine(113);
  const auto large = test::random_two_mode(200, 100, 0.3, engine);

  EXPECT_THROW(block_model(BipartiteGraph(large)), LimitError);
  EXPECT_THROW(block_model(graph, {.restarts = -1}), std::invalid_argument);
  EXPECT_THROW(description_length(graph, Labels{0}), std::invalid_argument);
  EXPECT_THROW(description_length(graph, Labels(32, 32)), std::invalid_argument);
}

}  // namespace respnet::graph
