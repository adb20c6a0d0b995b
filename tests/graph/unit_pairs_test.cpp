#include "respnet/graph/unit_pairs.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/model/synthetic.hpp"
#include "support/davis.hpp"
#include "support/random_network.hpp"

namespace respnet::graph {
namespace {

constexpr std::array kWeights{ProjectionWeight::Shared, ProjectionWeight::Newman,
                              ProjectionWeight::Jaccard, ProjectionWeight::Cosine,
                              ProjectionWeight::Overlap};

// The edges of the graph, by a, then b.
std::vector<UnitPair> edges(const BipartiteGraph& graph, std::uint32_t min_shared) {
  const CoResponsibilityGraph shared(graph), newman(graph, ProjectionWeight::Newman);
  const Adjacency rows = shared.adjacency(), other = newman.adjacency();
  std::vector<UnitPair> pairs;
  for (Vertex a = 0; a < shared.vertex_count(); ++a)
    for (std::size_t place = 0; place < rows.degree(a); ++place) {
      const Vertex b = rows.neighbors(a)[place];
      const auto tasks = static_cast<std::uint32_t>(rows.weight(a, place));
      if (a < b && tasks >= min_shared) pairs.push_back({a, b, tasks, other.weight(a, place)});
    }
  return pairs;
}

std::vector<UnitPair> by_shared(std::vector<UnitPair> pairs) {
  std::ranges::sort(pairs, [](const UnitPair& x, const UnitPair& y) {
    return std::tuple(y.shared, x.a, x.b) < std::tuple(x.shared, y.a, y.b);
  });
  return pairs;
}

// Everything that `scan` hands to its sink.
std::vector<UnitPair> collected(const auto& scan) {
  std::vector<UnitPair> all;
  scan([&](std::span<const UnitPair> pairs) { all.insert(all.end(), pairs.begin(), pairs.end()); });
  return all;
}

void expect_the_edges(const model::Network& network) {
  const BipartiteGraph graph(network);
  for (const std::uint32_t min_shared : {1U, 2U, 5U}) {
    const std::vector<UnitPair> expected = edges(graph, min_shared);
    const std::vector<UnitPair> sorted = by_shared(expected);
    for (const unsigned threads : {1U, 3U}) {
      const PairScanOptions options{min_shared, threads};
      EXPECT_EQ(collected([&](const PairSink& sink) { each_pair(graph, options, sink); }),
                expected);
      EXPECT_EQ(pair_count(graph, options), expected.size());
      // All at once; in portions that hold some numbers of shared tasks; none held at all.
      for (const std::size_t held : {expected.size(), expected.size() / 3, std::size_t{0}})
        EXPECT_EQ(collected([&](const PairSink& sink) {
                    each_pair_by_shared(graph, options, sink, held);
                  }),
                  sorted);
    }
    for (const std::size_t top : {sorted.size() + 1, sorted.size() / 2, std::size_t{3}}) {
      const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(std::min(top, sorted.size()));
      EXPECT_EQ(closest_pairs(graph, {min_shared, 3}, top), std::vector(sorted.begin(), end));
    }
  }
}

}  // namespace

TEST(UnitPairs, AreTheEdgesOfTheProjection) {
  expect_the_edges(test::davis_network());
  expect_the_edges(test::network({}));
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    expect_the_edges(test::random_network(seed));
    expect_the_edges(model::synthetic_network({.tasks = 400, .units = 120, .seed = seed}));
  }
  // Several blocks, several pieces, and more pairs than the closest ones are sought among.
  expect_the_edges(model::synthetic_network({.tasks = 30'000, .units = 5'000}));
}

// 139 pairs of Davis' women share 322 events together, 7 at most: as NetworkX counts them.
TEST(UnitPairs, OfDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  const auto pairs = closest_pairs(graph, {}, 1000);

  std::uint64_t shared = 0;
  for (const UnitPair& pair : pairs) shared += pair.shared;
  EXPECT_EQ(pairs.size(), 139U);
  EXPECT_EQ(shared, 322U);
  EXPECT_EQ(pairs.front().shared, 7U);
  EXPECT_TRUE(closest_pairs(graph, {}, 0).empty());
}

TEST(UnitPairs, WeighWhatTheEdgesWeigh) {
  const auto network = model::synthetic_network({.tasks = 400, .units = 120});
  const BipartiteGraph graph(network);
  const auto pairs = edges(graph, 1);
  for (const ProjectionWeight weight : kWeights) {
    const CoResponsibilityGraph made(graph, weight);
    auto pair = pairs.begin();
    for (Vertex a = 0; a < made.vertex_count(); ++a)
      for (std::size_t place = 0; place < made.adjacency().degree(a); ++place)
        if (made.adjacency().neighbors(a)[place] > a) {
          ASSERT_EQ(pair_weight(graph, *pair++, weight), made.adjacency().weight(a, place));
        }
    EXPECT_EQ(pair, pairs.end());
  }
}

TEST(UnitPairs, OfATaskOfTooManyUnitsAreRefused) {
  model::NetworkBuilder builder("test");
  const auto task = builder.task_of_id("t");
  for (int i = 0; i < 63'300; ++i)  // 63300² > 4·10^9
    builder.add_assignment(task, builder.unit_of_name("u" + std::to_string(i)),
                           model::Role::Support);
  const auto network = std::move(builder).build();
  const BipartiteGraph graph(network);

  EXPECT_THROW(each_pair(graph, {}, [](auto) {}), LimitError);
}

}  // namespace respnet::graph
