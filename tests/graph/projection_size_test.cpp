#include "respnet/graph/projection_size.hpp"

#include <string>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/memory.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/model/synthetic.hpp"
#include "support/davis.hpp"
#include "support/folder.hpp"
#include "support/random_network.hpp"

namespace respnet::graph {
namespace {

using test::message_of;

constexpr std::uint64_t kPair = CoResponsibilityGraph::kPairBytes;

// One task of all units: every pair shares it.
model::Network crowd(int units, model::UnitKind kind = model::UnitKind::Organ) {
  model::NetworkBuilder builder("test");
  const auto task = builder.task_of_id("t");
  for (int unit = 0; unit < units; ++unit) {
    const auto id = builder.add_unit({.id = {},
                                      .name = "u" + std::to_string(unit),
                                      .kind = kind,
                                      .aliases = {},
                                      .offices = {},
                                      .members = {}});
    builder.add_assignment(task, id, model::Role::Responsible);
  }
  return std::move(builder).build();
}

}  // namespace

// 139 of the 153 pairs of Davis' 18 women share an event; the 14 events have 660 pairs.
TEST(ProjectionSize, OfDavisIsThatOfAllPairs) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);

  EXPECT_EQ(most_sharing_pairs(graph), 153U);
  const PairEstimate estimate = estimated_sharing_pairs(graph);
  EXPECT_NEAR(estimate.pairs, 139, 4 * estimate.error + 1e-9);
  EXPECT_LT(estimate.error, 153.0 / 32);
}

TEST(ProjectionSize, IsBoundedAndEstimated) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    for (const auto& network :
         {test::random_network(seed),
          model::synthetic_network({.tasks = 3000, .units = 500, .seed = seed})}) {
      const BipartiteGraph graph(network);
      const auto pairs = static_cast<double>(CoResponsibilityGraph(graph).edge_count());
      const PairEstimate estimate = estimated_sharing_pairs(graph);

      EXPECT_LE(pairs, static_cast<double>(most_sharing_pairs(graph)));
      EXPECT_NEAR(estimate.pairs, pairs, 4 * estimate.error + 1e-9) << seed;
      EXPECT_LE(estimate.error, static_cast<double>(most_sharing_pairs(graph)) / 31);
    }
  }
}

TEST(ProjectionSize, OfNothingIsNone) {
  const auto none = test::network({});
  const auto lonely = test::network({{"t1", "A"}, {"t2", "B"}});
  for (const auto* network : {&none, &lonely}) {
    EXPECT_EQ(most_sharing_pairs(BipartiteGraph(*network)), 0U);
    EXPECT_EQ(estimated_sharing_pairs(BipartiteGraph(*network)).pairs, 0);
    EXPECT_NO_THROW(
        CoResponsibilityGraph(BipartiteGraph(*network), ProjectionWeight::Shared, 1, 0));
  }
}

TEST(ProjectionSize, UsuallyIsHalfOfTheMemoryAtMost) {
  EXPECT_EQ(usual_projection_memory(), usable_memory() / 2);
}

TEST(ProjectionLimit, RefusesWhatASampleSaysAndTellsWhatToDo) {
  const auto network = crowd(1000), groups = crowd(1000, model::UnitKind::Group);
  const auto made = [](const model::Network& of, std::uint64_t bytes) {
    return [&of, bytes] {
      CoResponsibilityGraph(BipartiteGraph(of), ProjectionWeight::Shared, 2, bytes);
    };
  };

  EXPECT_EQ(message_of<LimitError>(made(network, 1'000'000)),
            "the co-responsibility graph needs about 18 MB of memory, 1 MB is the limit; list its "
            "pairs, which needs no such graph (metrics --level pair --format csv --select "
            "co.shared,co.jaccard)");
  EXPECT_NE(message_of<LimitError>(made(groups, 1'000'000)).find("--groups drop"),
            std::string::npos);
  EXPECT_NO_THROW(made(network, 499'500 * kPair)());
}

// Near the limit a sample cannot tell; counting can, to the pair, on any number of threads.
TEST(ProjectionLimit, IsExactToThePair) {
  const auto network = model::synthetic_network({.tasks = 3000, .units = 500, .seed = 3});
  const BipartiteGraph graph(network);
  const std::uint64_t pairs = CoResponsibilityGraph(graph).edge_count();
  for (const auto weight : {ProjectionWeight::Shared, ProjectionWeight::Newman})
    for (const unsigned threads : {1U, 3U}) {
      EXPECT_EQ(CoResponsibilityGraph(graph, weight, threads, pairs * kPair).edge_count(), pairs);
      EXPECT_NE(message_of<LimitError>([&] {
                  CoResponsibilityGraph(graph, weight, threads, pairs * kPair - 1);
                }).find("needs more"),
                std::string::npos);
    }
}

}  // namespace respnet::graph
