// The driver of the benchmarks as a program: what it times gives the answers of other algorithms.

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/range/iterator_range.hpp>
#include <nlohmann/json.hpp>

#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/boost_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/leiden.hpp"
#include "respnet/io/write_synthetic.hpp"
#include "support/process.hpp"

namespace respnet {
namespace {

using nlohmann::json;

constexpr model::SyntheticOptions kSizeS{};
// For what takes the oracles long.
constexpr model::SyntheticOptions kSmall{.tasks = 300, .units = 60};

json bench(const model::SyntheticOptions& options, const std::string& kernel) {
  const test::Folder folder;
  io::write_synthetic(options, folder / "net.csv");
  const auto outcome = test::shell("'" RESPNET_BENCH "' --kernel " + kernel + " --data '" +
                                   (folder / "net").string() + "' --threads 2 --budget 0.2");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(std::ranges::count(outcome.out, '\n'), 1) << outcome.out;
  return json::parse(outcome.out);
}

std::pair<double, double> sum_and_max(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return {sum, std::ranges::max(values)};
}

void expect_check(const json& line, std::pair<double, double> sum_max, double tolerance) {
  const json& check = line.at("check");
  EXPECT_NEAR(check.at("sum").get<double>(), sum_max.first, tolerance * sum_max.first);
  EXPECT_NEAR(check.at("max").get<double>(), sum_max.second, tolerance * sum_max.second);
}

std::vector<double> brandes(const auto& graph) {
  std::vector<double> scores(num_vertices(graph), 0);
  boost::brandes_betweenness_centrality(
      graph, boost::centrality_map(
                 boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, graph)))
                 .vertex_index_map(get(boost::vertex_index, graph)));
  return scores;
}

std::vector<double> harmonic(const auto& graph) {
  std::vector<double> scores;
  for (const auto source : boost::make_iterator_range(vertices(graph))) {
    std::vector<std::uint32_t> steps(num_vertices(graph), 0);
    boost::breadth_first_search(
        graph, source,
        boost::visitor(
            boost::make_bfs_visitor(boost::record_distances(
                boost::make_iterator_property_map(steps.begin(), get(boost::vertex_index, graph)),
                boost::on_tree_edge())))
            .vertex_index_map(get(boost::vertex_index, graph)));
    double sum = 0;
    for (const std::uint32_t distance : steps) sum += distance > 0 ? 1.0 / distance : 0;
    scores.push_back(sum);
  }
  return scores;
}

// Peels the vertices of fewest neighbours off, one by one.
std::vector<double> peeled(const graph::Adjacency& graph) {
  std::vector<std::size_t> degree;
  for (graph::Vertex v = 0; v < graph.vertex_count(); ++v) degree.push_back(graph.degree(v));
  std::vector<bool> gone(degree.size(), false);
  std::vector<double> core(degree.size(), 0);
  std::size_t level = 0;
  for (std::size_t turn = 0; turn < degree.size(); ++turn) {
    graph::Vertex least = 0;
    while (gone[least]) ++least;
    for (graph::Vertex v = least; v < degree.size(); ++v)
      if (!gone[v] && degree[v] < degree[least]) least = v;
    level = std::max(level, degree[least]);
    core[least] = static_cast<double>(level);
    gone[least] = true;
    for (const graph::Vertex v : graph.neighbors(least)) --degree[v];
  }
  return core;
}

}  // namespace

class BenchKernel : public testing::TestWithParam<const char*> {};

TEST_P(BenchKernel, PrintsOneLineOfMeasurements) {
  const json line = bench(kSizeS, GetParam());

  ASSERT_EQ(line.size(), 6U) << line;
  const auto times = line.at("times").get<std::vector<double>>();
  ASSERT_GE(times.size(), 1U);
  EXPECT_LE(times.size(), 3U);
  EXPECT_GT(std::ranges::min(times), 0);
  EXPECT_NE(std::ranges::find(times, line.at("seconds").get<double>()), times.end());
  EXPECT_GT(line.at("cpu").get<double>(), 0);
  EXPECT_GT(line.at("base_mb").get<double>(), 0);
  EXPECT_GE(line.at("peak_mb").get<double>(), line.at("base_mb").get<double>());
  EXPECT_FALSE(line.at("check").empty());
}

INSTANTIATE_TEST_SUITE_P(Bench, BenchKernel,
                         testing::Values("read", "projection", "louvain", "leiden",
                                         "betweenness-bip", "betweenness-proj", "harmonic-bip",
                                         "harmonic-proj", "pagerank", "components", "kcore", "gini",
                                         "graphml", "butterflies", "clustering-bip", "curveball",
                                         "bicm", "leiden-barber"),
                         [](const auto& row) {
                           std::string name = row.param;
                           std::ranges::replace(name, '-', 'X');
                           return name;
                         });

TEST(Bench, CountsWhatTheGeneratorMade) {
  model::SyntheticTasks tasks(kSizeS);
  std::size_t edges = 0;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> shared;
  std::vector<double> loads(kSizeS.units, 0);
  for (std::uint32_t i = 0; i < kSizeS.tasks; ++i) {
    const auto units = tasks.next();
    edges += units.size();
    for (const std::uint32_t a : units) {
      ++loads[a];
      for (const std::uint32_t b : units)
        if (a < b) ++shared[{a, b}];
    }
  }
  double sum = 0, most = 0;
  for (const auto& [pair, weight] : shared) {
    sum += weight;
    most = std::max(most, weight);
  }
  double differences = 0;  // Gini's mean difference, by its definition
  for (const double a : loads)
    for (const double b : loads) differences += std::abs(a - b);

  EXPECT_EQ(bench(kSizeS, "read").at("check"),
            (json{{"tasks", 2222.0}, {"units", 200.0}, {"edges", edges}}));
  EXPECT_EQ(bench(kSizeS, "projection").at("check"),
            (json{{"edges", shared.size()}, {"sum", sum}, {"max", most}}));
  EXPECT_EQ(bench(kSizeS, "graphml").at("check"), (json{{"nodes", 2422.0}, {"edges", edges}}));
  EXPECT_NEAR(bench(kSizeS, "gini").at("check").at("gini").get<double>(),
              differences / (2.0 * kSizeS.units * static_cast<double>(edges)), 1e-12);
}

TEST(Bench, AgreesWithBoostOnTasksAndUnits) {
  const model::Network network = model::synthetic_network(kSmall);
  const graph::BipartiteGraph graph(network);
  std::vector<std::size_t> part(num_vertices(graph));
  const auto parts = boost::connected_components(
      graph, boost::make_iterator_property_map(part.begin(), get(boost::vertex_index, graph)));
  std::vector<double> rank(num_vertices(graph));
  boost::graph::page_rank(
      graph, boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, graph)),
      boost::graph::n_iterations(300), 0.85, num_vertices(graph));
  for (double& score : rank) score /= static_cast<double>(num_vertices(graph));  // Boost sums to n

  expect_check(bench(kSmall, "betweenness-bip"), sum_and_max(brandes(graph)), 1e-9);
  expect_check(bench(kSmall, "harmonic-bip"), sum_and_max(harmonic(graph)), 1e-9);
  expect_check(bench(kSmall, "kcore"), sum_and_max(peeled(graph.adjacency())), 0);
  expect_check(bench(kSmall, "pagerank"), sum_and_max(rank), 1e-9);
  EXPECT_EQ(bench(kSmall, "components").at("check").at("count"), parts);
}

TEST(Bench, AgreesWithBoostOnUnits) {
  const model::Network network = model::synthetic_network(kSmall);
  const graph::BipartiteGraph graph(network);
  const graph::CoResponsibilityGraph units(graph);

  expect_check(bench(kSmall, "betweenness-proj"), sum_and_max(brandes(units)), 1e-9);
  expect_check(bench(kSmall, "harmonic-proj"), sum_and_max(harmonic(units)), 1e-9);
}

TEST(Bench, FindsNoWorseClustersThanThePlantedOnes) {
  const model::Network network = model::synthetic_network(kSizeS);
  const graph::BipartiteGraph graph(network);
  const graph::CoResponsibilityGraph units(graph);
  std::vector<std::uint32_t> planted;
  for (const model::UnitId unit : graph.units())
    planted.push_back(static_cast<std::uint32_t>(
        (std::stoul(std::string(network.unit_name(unit).substr(1))) - 1) % 14));  // √200 clusters

  const double found = bench(kSizeS, "leiden").at("check").at("modularity").get<double>();

  EXPECT_GE(found, graph::modularity(units.adjacency(), planted));
}

TEST(Bench, CountsWhatTheKernelsOfNullModelsKeep) {
  const model::Network network = model::synthetic_network(kSizeS);
  const graph::BipartiteGraph graph(network);
  std::vector<double> loads;
  for (std::size_t unit = 0; unit < graph.unit_count(); ++unit)
    loads.push_back(static_cast<double>(graph.adjacency().degree(graph.unit_vertex(unit))));

  expect_check(bench(kSizeS, "curveball"), sum_and_max(loads), 0);
  expect_check(bench(kSizeS, "bicm"), sum_and_max(loads), 1e-8);
}

// By common tasks of each pair of units, as their sets.
TEST(Bench, CountsCyclesAndClusteringByDefinition) {
  const model::Network network = model::synthetic_network(kSmall);
  const graph::BipartiteGraph graph(network);
  double cycles = 0;
  std::vector<double> clustering;
  for (std::size_t a = 0; a < graph.unit_count(); ++a) {
    const auto tasks = graph.adjacency().neighbors(graph.unit_vertex(a));
    double sum = 0, pairs = 0;
    for (std::size_t b = 0; b < graph.unit_count(); ++b) {
      const auto others = graph.adjacency().neighbors(graph.unit_vertex(b));
      std::vector<graph::Vertex> common;
      std::ranges::set_intersection(tasks, others, std::back_inserter(common));
      if (a == b || common.empty()) continue;
      const auto shared = static_cast<double>(common.size());
      cycles += shared * (shared - 1) / 4;
      sum += shared / (static_cast<double>(tasks.size() + others.size()) - shared);
      ++pairs;
    }
    clustering.push_back(pairs > 0 ? sum / pairs : 0);
  }

  EXPECT_EQ(bench(kSmall, "butterflies").at("check").at("count").get<double>(), cycles);
  expect_check(bench(kSmall, "clustering-bip"), sum_and_max(clustering), 1e-12);
}

TEST(Bench, FindsNoWorseTwoModeClustersThanThePlantedOnes) {
  const model::Network network = model::synthetic_network(kSizeS);
  const graph::BipartiteGraph graph(network);
  // Each task where it leaves the most of its units, each unit where it was planted.
  std::vector<std::uint32_t> planted(graph.adjacency().vertex_count());
  for (std::size_t unit = 0; unit < graph.unit_count(); ++unit)
    planted[graph.unit_vertex(unit)] = static_cast<std::uint32_t>(
        (std::stoul(std::string(network.unit_name(graph.units()[unit]).substr(1))) - 1) % 14);
  for (graph::Vertex task = 0; task < graph.task_count(); ++task) {
    std::map<std::uint32_t, int> votes;
    for (const graph::Vertex unit : graph.adjacency().neighbors(task)) ++votes[planted[unit]];
    planted[task] =
        std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; })->first;
  }

  const double found = bench(kSizeS, "leiden-barber").at("check").at("modularity").get<double>();

  EXPECT_GE(found, graph::barber_modularity(graph, planted));
}

TEST(Bench, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(test::shell("'" RESPNET_BENCH "' --kernel sort --data x").code, 2);
  EXPECT_EQ(test::shell("'" RESPNET_BENCH "' --kernel read --data /nowhere/x").code, 2);
  EXPECT_EQ(test::shell("'" RESPNET_BENCH "' --kernel read").code, 2);
}

}  // namespace respnet
