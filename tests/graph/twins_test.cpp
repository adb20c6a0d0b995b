#include "respnet/graph/twins.hpp"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "graph/twin_graph.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"

namespace respnet::graph {
namespace {

// Tasks 0 … 4 of units 5, 6, 7; task 3 and unit 8 have nothing.
TEST(Twins, AreTasksOfTheSameUnitsAndUnitsOfTheSameTasks) {
  const auto rows =
      test::undirected(9, {{0, 5}, {0, 6}, {1, 7}, {2, 5}, {2, 6}, {4, 5}, {4, 6}, {4, 7}});

  const TwinClasses twins = twin_classes(rows.unweighted());

  EXPECT_EQ(twins.of, (std::vector<Vertex>{0, 1, 0, 2, 3, 4, 4, 5, 2}));
  EXPECT_EQ(twins.first, (std::vector<Vertex>{0, 1, 3, 4, 5, 7}));
  EXPECT_EQ(twins.count, (std::vector<std::uint32_t>{2, 1, 2, 1, 2, 1}));
}

TEST(Twins, OfTheEmptyGraphAreNone) {
  EXPECT_TRUE(twin_classes({}).of.empty());
  EXPECT_EQ(all_search_steps({}), 0);
  EXPECT_FALSE(twin_graph({}));
}

// Davis, Gardner and Gardner: E13 and E14 had the same three guests, Olivia and Flora came to the
// same two evenings; nobody else has an equal.
TEST(Twins, OfDavisAreTwoPairs) {
  const auto network = test::davis_network();

  const TwinClasses twins = twin_classes(BipartiteGraph(network).adjacency());

  EXPECT_EQ(twins.first.size(), 30U);
  EXPECT_EQ(twins.of[12], twins.of[13]);
  EXPECT_EQ(twins.of[30], twins.of[31]);
}

TEST(Twins, HaveTheSameNeighboursAndNobodyElseHas) {
  RandomEngine engine(41);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 12);
    const auto rows = round % 2 == 0
                          ? test::with_twins(n, test::random_arcs(n, 0.2, engine), 4, engine)
                          : test::few_unit_sets(30, n, 8, engine);
    const Adjacency graph = rows.unweighted();

    const TwinClasses twins = twin_classes(graph);

    for (Vertex v = 0; v < graph.vertex_count(); ++v)
      for (Vertex w = 0; w < graph.vertex_count(); ++w) {
        ASSERT_EQ(twins.of[v] == twins.of[w],
                  std::ranges::equal(graph.neighbors(v), graph.neighbors(w)))
            << round;
      }
    EXPECT_TRUE(std::ranges::is_sorted(twins.first));
    for (Vertex c = 0; c < twins.first.size(); ++c) {
      EXPECT_EQ(twins.of[twins.first[c]], c);
      EXPECT_EQ(twins.count[c], std::ranges::count(twins.of, c));
      EXPECT_EQ(std::ranges::find(twins.of, c) - twins.of.begin(), twins.first[c]);
    }
  }
}

// Each with 40 of the 41 units 42 …, another one left out, but for the last task, a twin of the
// first: however the rows are hashed, most neighbours are the same at the same place.
TEST(Twins, AreToldApartByASingleNeighbour) {
  std::vector<test::WeightedEdge> edges;
  for (Vertex task = 0; task < 42; ++task)
    for (Vertex unit = 0; unit < 41; ++unit)
      if (unit != task % 41) edges.push_back({task, 42 + unit});

  const TwinClasses twins = twin_classes(test::undirected(83, edges).unweighted());

  EXPECT_EQ(twins.first.size(), 82U);
  EXPECT_EQ(twins.of[41], twins.of[0]);
}

TEST(Twins, MakeOneVertexEachWhereThatSavesSteps) {
  const auto complete = test::complete_two_mode(20, 30);
  const auto path = test::undirected(4, {{0, 1}, {1, 2}, {2, 3}});

  const auto folded = twin_graph(complete.unweighted());

  ASSERT_TRUE(folded);
  EXPECT_EQ(folded->rows.targets, (std::vector<Vertex>{1, 0}));
  EXPECT_EQ(folded->twins.count, (std::vector<std::uint32_t>{20, 30}));
  EXPECT_EQ(all_search_steps(complete.unweighted()), 4);
  EXPECT_FALSE(twin_graph(path.unweighted()));
  EXPECT_EQ(all_search_steps(path.unweighted()), 24);
}

// A path of 40 vertices, and a fork at its end: 41 vertices and 80 arcs, 40 and 78 without one of
// the twins, which is too little; of a path of 10 it is enough.
TEST(Twins, AreSearchedOneByOneWhereTheySaveLittle) {
  const auto forked_path = [](Vertex length) {
    std::vector<test::WeightedEdge> edges;
    for (Vertex v = 0; v + 1 < length; ++v) edges.push_back({v, v + 1});
    edges.push_back({length - 2, length});
    return test::undirected(length + 1, edges);
  };

  EXPECT_FALSE(twin_graph(forked_path(40).unweighted()));
  EXPECT_EQ(all_search_steps(forked_path(40).unweighted()), 41 * 80);
  EXPECT_TRUE(twin_graph(forked_path(10).unweighted()));
  EXPECT_EQ(all_search_steps(forked_path(10).unweighted()), 10 * 18);
}

TEST(Twins, OfClassesThereAreNone) {
  RandomEngine engine(42);
  for (int round = 0; round < 30; ++round) {
    const auto rows = test::few_unit_sets(100, 20, 15, engine);
    const auto folded = twin_graph(rows.unweighted());
    ASSERT_TRUE(folded);
    EXPECT_TRUE(std::ranges::all_of(twin_classes(folded->rows.view()).count,
                                    [](std::uint32_t members) { return members == 1; }));
  }
}

}  // namespace
}  // namespace respnet::graph
