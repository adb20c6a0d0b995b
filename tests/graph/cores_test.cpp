#include "respnet/graph/cores.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "respnet/graph/co_responsibility_graph.hpp"
#include "support/davis.hpp"
#include "support/graphs.hpp"
#include "support/random_roles.hpp"

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

// (alpha women, beta events): women / events / ties left.
TEST(TwoModeCores, OfDavisAreThoseOfTheReference) {
  struct Row {
    std::uint32_t alpha, beta;
    std::ptrdiff_t women, events;
    std::size_t ties;
  };
  const auto network = test::davis_network();
  const BipartiteGraph graph(network);
  for (const Row& row :
       {Row{2, 3, 18, 14, 89}, Row{3, 3, 15, 13, 81}, Row{4, 4, 14, 9, 66}, Row{5, 5, 0, 0, 0}}) {
    const auto in = two_mode_core(graph, row.beta, row.alpha);  // tasks, units
    const auto border = in.begin() + test::kDavisEvents;
    EXPECT_EQ(std::count(in.begin(), border, true), row.events) << row.alpha << row.beta;
    EXPECT_EQ(std::count(border, in.end(), true), row.women) << row.alpha << row.beta;
    std::size_t ties = 0;
    for (Vertex task = 0; task < graph.task_count(); ++task)
      for (const Vertex woman : graph.neighbors(task)) ties += in[task] && in[woman] ? 1U : 0U;
    EXPECT_EQ(ties, row.ties) << row.alpha << row.beta;
  }
}

TEST(TwoModeCores, NumbersSayTheDeepestCoreOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto network = test::random_roles(seed);
    const BipartiteGraph graph(network);
    for (const std::uint32_t least : {0U, 1U, 2U, 3U})
      for (const Side side : {Side::Tasks, Side::Units}) {
        const bool tasks = side == Side::Tasks;
        const auto numbers = two_mode_core_numbers(graph, side, least);
        std::vector<std::uint32_t> expected(numbers.size(), 0);
        for (std::uint32_t k = 1; k <= 7; ++k) {
          const auto in = tasks ? two_mode_core(graph, k, least) : two_mode_core(graph, least, k);
          for (std::size_t i = 0; i < expected.size(); ++i)
            if (in[i + (tasks ? 0 : graph.task_count())]) expected[i] = k;
        }
        EXPECT_EQ(numbers, expected) << seed << ' ' << least;
      }
  }
}

// A core is a fixed point and what is outside cannot be added: the twin drops one vertex at a time.
TEST(TwoModeCores, AgreeWithPeelingOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto network = test::random_roles(seed);
    const BipartiteGraph graph(network);
    std::vector<bool> in(graph.vertex_count(), true);
    for (bool changed = true; changed;) {
      changed = false;
      for (Vertex v = 0; v < in.size(); ++v) {
        const auto left =
            std::ranges::count_if(graph.neighbors(v), [&](Vertex w) { return in[w]; });
        if (!in[v] || left >= (graph.is_task(v) ? 2 : 3)) continue;
        in[v] = false;
        changed = true;
      }
    }
    EXPECT_EQ(two_mode_core(graph, 2, 3), in) << seed;
  }
}

}  // namespace
}  // namespace respnet::graph
