#include "respnet/graph/lead_graph.hpp"

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "support/network.hpp"

namespace respnet::graph {
namespace {

using model::Role;

constexpr Role L = Role::Lead, S = Role::Support;

// Six tasks, five units, written out so that it can be checked by hand.
model::Network role_toy() {
  return test::network({{"T1", "A", L},
                        {"T1", "B", S},
                        {"T1", "C", S},
                        {"T2", "A", L},
                        {"T2", "B", S},
                        {"T3", "A", L},
                        {"T3", "D", S},
                        {"T4", "B", L},
                        {"T4", "A", S},
                        {"T5", "C", L},
                        {"T6", "D", L},
                        {"T6", "E", S},
                        {"T6", "C", S}});
}

std::map<std::string, double> arcs(const BipartiteGraph& two_mode, const Adjacency& rows) {
  std::map<std::string, double> result;
  const auto& network = two_mode.network();
  for (Vertex v = 0; v < rows.vertex_count(); ++v)
    for (std::size_t i = 0; i < rows.degree(v); ++i)
      result[std::string(network.unit_name(two_mode.unit(v))) +
             std::string(network.unit_name(two_mode.unit(rows.neighbors(v)[i])))] =
          rows.weights_of(v)[i];
  return result;
}

// T1 and T2: B supports A twice, C once; T3: D supports A; T4: A supports B; T6: E and C support D.
TEST(LeadGraph, PointsFromSupportToLead) {
  const auto network = role_toy();
  const BipartiteGraph two_mode(network);

  const LeadGraph graph(two_mode);

  EXPECT_EQ(arcs(two_mode, graph.out()),
            (std::map<std::string, double>{
                {"BA", 2}, {"CA", 1}, {"DA", 1}, {"AB", 1}, {"CD", 1}, {"ED", 1}}));
  EXPECT_EQ(arcs(two_mode, graph.in()),
            (std::map<std::string, double>{
                {"AB", 2}, {"AC", 1}, {"AD", 1}, {"BA", 1}, {"DC", 1}, {"DE", 1}}));
  EXPECT_EQ(graph.edge_count(), 6U);
  EXPECT_EQ(graph.vertex_count(), 5U);
}

TEST(LeadGraph, JoinsEachSupportWithEachLeadButNoTwoLeads) {
  const auto network = test::network({{"t", "A", L}, {"t", "B", L}, {"t", "C", S}, {"t", "D", S}});
  const BipartiteGraph two_mode(network);

  const LeadGraph graph(two_mode);

  EXPECT_EQ(arcs(two_mode, graph.out()),
            (std::map<std::string, double>{{"CA", 1}, {"CB", 1}, {"DA", 1}, {"DB", 1}}));
}

TEST(LeadGraph, LeavesInformedUnitsOutEvenIfTheyAreWeighted) {
  const auto network = test::network({{"t", "A", L}, {"t", "B", Role::Informed}});
  const BipartiteGraph two_mode(network, {.weights = {.informed = 1}});

  EXPECT_EQ(LeadGraph(two_mode).edge_count(), 0U);
}

TEST(LeadGraph, IsEmptyForTheEmptyNetwork) {
  const auto network = test::network({});

  EXPECT_EQ(LeadGraph(BipartiteGraph(network)).vertex_count(), 0U);
}

}  // namespace
}  // namespace respnet::graph
