#include "respnet/graph/cores.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "respnet/graph/co_responsibility_graph.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"

namespace respnet::graph {
namespace {

using Numbers = std::vector<std::uint32_t>;

// NetworkX 3.6.1, core_number; E1 … E14 before the women.
TEST(Cores, AgreeWithNetworkXOnDavis) {
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  const CoResponsibilityGraph shared(graph);

  EXPECT_EQ(core_numbers(graph.adjacency()),
            (Numbers{3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 2, 4, 3, 3, 4, 4,
                     4, 4, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2}));
  EXPECT_EQ(core_numbers(shared.adjacency()),
            (Numbers{14, 14, 14, 14, 11, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 12, 12}));
}

// A triangle with a tail: 0 – 1 – 2 – 0, 2 – 3 – 4; 5 alone.
TEST(Cores, CountHowDeepAVertexLies) {
  const auto rows = test::undirected(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}});

  EXPECT_EQ(core_numbers(rows.unweighted()), (Numbers{2, 2, 2, 1, 1, 0}));
  EXPECT_TRUE(core_numbers({}).empty());
}

// The twin takes out vertices of fewer than k neighbours until none is left to take.
TEST(Cores, AgreeWithPeelingOnRandomGraphs) {
  RandomEngine engine(17);
  for (int round = 0; round < 100; ++round) {
    const std::size_t n = 1 + uniform_below(engine, 12);
    const auto rows = test::random_graph(n, 0.4, engine);
    const Adjacency graph = rows.unweighted();
    Numbers expected(n, 0);
    for (std::uint32_t k = 1; k < n; ++k) {
      std::vector<bool> in(n, true);
      for (bool changed = true; changed;) {
        changed = false;
        for (Vertex v = 0; v < n; ++v) {
          const auto left =
              std::ranges::count_if(graph.neighbors(v), [&](Vertex u) { return in[u]; });
          if (!in[v] || left >= k) continue;
          in[v] = false;
          changed = true;
        }
      }
      for (Vertex v = 0; v < n; ++v)
        if (in[v]) expected[v] = k;
    }
    EXPECT_EQ(core_numbers(graph), expected) << round;
  }
}

}  // namespace
}  // namespace respnet::graph
