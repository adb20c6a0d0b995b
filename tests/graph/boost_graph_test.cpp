#include "respnet/graph/boost_graph.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/range/iterator_range.hpp>

#include "respnet/graph/betweenness.hpp"
#include "respnet/graph/components.hpp"
#include "respnet/graph/pagerank.hpp"
#include "support/davis.hpp"

namespace respnet::graph {
namespace {

using model::Role;

template <typename G>
void check_concepts() {
  using EdgeOf = typename boost::graph_traits<G>::edge_descriptor;
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, Vertex, boost::vertex_index_t>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, EdgeOf, boost::edge_weight_t>));
}

TEST(BoostGraph, AcceptsTheThreeGraphs) {
  check_concepts<BipartiteGraph>();
  check_concepts<CoResponsibilityGraph>();
  check_concepts<LeadGraph>();
}

// Every unit leads one task and supports the two units before it, and there are two such rings.
model::Network rings() {
  std::vector<test::Row> rows;
  const auto unit = [](int ring, int i) {
    return std::string(1, static_cast<char>('A' + 7 * ring + i % 7));
  };
  for (int ring = 0; ring < 2; ++ring) {
    for (int i = 0; i < 7; ++i) {
      const std::string task = "t" + unit(ring, i);
      rows.push_back({task, unit(ring, i), Role::Lead});
      rows.push_back({task, unit(ring, i + 1), Role::Support});
      rows.push_back({task, unit(ring, i * i + 2), Role::Support});
    }
  }
  return test::network(rows);
}

template <typename G>
auto by_vertex(const G& graph, auto& values) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

template <typename G>
std::vector<double> boost_betweenness(const G& graph) {
  std::vector<double> score(num_vertices(graph));
  boost::brandes_betweenness_centrality(graph, by_vertex(graph, score));
  return score;
}

// Boost's ranks sum to the number of vertices.
template <typename G>
std::vector<double> boost_page_rank(const G& graph) {
  const auto n = num_vertices(graph);
  std::vector<double> rank(n), spare(n);
  boost::graph::page_rank(graph, by_vertex(graph, rank), boost::graph::n_iterations(400), 0.85, n,
                          by_vertex(graph, spare));
  for (double& score : rank) score /= static_cast<double>(n);
  return rank;
}

template <typename G>
void expect_same(const G& graph, const Adjacency& unweighted, bool directed) {
  const auto ours = betweenness(unweighted, {.directed = directed});
  const auto theirs = boost_betweenness(graph);
  const auto rank = page_rank(unweighted).score;
  const auto their_rank = boost_page_rank(graph);
  for (Vertex v = 0; v < unweighted.vertex_count(); ++v) {
    ASSERT_GT(unweighted.degree(v), 0U) << "Boost's PageRank loses what dangling vertices hold";
    EXPECT_NEAR(ours[v], theirs[v], 1e-9) << v;
    EXPECT_NEAR(rank[v], their_rank[v], 1e-11) << v;
  }
}

TEST(BoostGraph, AgreesOnBetweennessAndPageRank) {
  const auto davis = test::davis_network();
  const auto ring = rings();
  for (const model::Network* network : {&davis, &ring}) {
    const BipartiteGraph two_mode(*network);
    const CoResponsibilityGraph shared(two_mode);
    expect_same(two_mode, two_mode.adjacency(), false);
    expect_same(shared, shared.unweighted(), false);
  }
  const BipartiteGraph two_mode(ring);
  const LeadGraph leads(two_mode);
  const Adjacency out = leads.out();
  expect_same(leads, {out.offsets, out.targets, {}}, true);
}

TEST(BoostGraph, AgreesOnConnectedComponents) {
  const auto network = rings();
  const BipartiteGraph two_mode(network);
  const CoResponsibilityGraph shared(two_mode);

  std::vector<std::uint32_t> theirs(two_mode.vertex_count());
  const auto count = boost::connected_components(two_mode, by_vertex(two_mode, theirs));
  std::vector<std::uint32_t> theirs_shared(shared.vertex_count());
  boost::connected_components(shared, by_vertex(shared, theirs_shared));

  EXPECT_EQ(count, 2);
  EXPECT_EQ(theirs, connected_components(two_mode.adjacency()).component);  // both of 14 vertices
  EXPECT_EQ(theirs_shared, connected_components(shared.adjacency()).component);
}

template <typename G>
void check_edges(const G& graph, const Adjacency& out) {
  std::set<std::pair<Vertex, Vertex>> seen;
  for (const auto& e : boost::make_iterator_range(edges(graph))) {
    const Vertex u = source(e, graph), v = target(e, graph);
    EXPECT_TRUE(seen.emplace(u, v).second);
    EXPECT_TRUE(edge(u, v, graph).second);
    const auto found = std::ranges::find(out.neighbors(u), v);
    ASSERT_NE(found, out.neighbors(u).end());
    const auto place = static_cast<std::size_t>(found - out.neighbors(u).begin());
    EXPECT_EQ(get(boost::edge_weight, graph, e),
              out.weights.empty() ? 1 : out.weights_of(u)[place]);
  }
  EXPECT_EQ(seen.size(), num_edges(graph));
}

TEST(BoostGraph, ListsEachEdgeOnceWithItsWeight) {
  const auto network = rings();
  const BipartiteGraph two_mode(network);
  const CoResponsibilityGraph shared(two_mode, ProjectionWeight::Jaccard);
  const LeadGraph leads(two_mode);

  check_edges(two_mode, two_mode.adjacency());
  check_edges(shared, shared.adjacency());
  check_edges(leads, leads.out());
}

TEST(BoostGraph, TellsIncomingFromOutgoingArcs) {
  const auto network = rings();
  const BipartiteGraph two_mode(network);
  const LeadGraph leads(two_mode);
  for (Vertex v = 0; v < leads.vertex_count(); ++v) {
    for (const auto& e : boost::make_iterator_range(in_edges(v, leads))) {
      EXPECT_EQ(target(e, leads), v);
      EXPECT_TRUE(edge(source(e, leads), v, leads).second);
    }
    EXPECT_EQ(degree(v, leads), leads.in().degree(v) + leads.out().degree(v));
  }
}

TEST(BoostGraph, TreatsAnUndirectedEdgeAsTheSameFromBothEnds) {
  const auto network = test::davis_network();
  const BipartiteGraph two_mode(network);

  const auto there = edge(0, 14, two_mode);
  const auto back = edge(14, 0, two_mode);

  ASSERT_TRUE(there.second);
  EXPECT_EQ(there.first, back.first);
  EXPECT_FALSE(edge(0, 1, two_mode).second);
}

// A—B weigh 3, B—C 1 and A—C nothing: from A it is 3 to B and 4 to C.
TEST(BoostGraph, LetsWeightedAlgorithmsRun) {
  const auto network = test::network({{"1", "A"},
                                      {"1", "B"},
                                      {"2", "A"},
                                      {"2", "B"},
                                      {"3", "A"},
                                      {"3", "B"},
                                      {"4", "B"},
                                      {"4", "C"}});
  const BipartiteGraph two_mode(network);
  const CoResponsibilityGraph shared(two_mode);
  std::vector<double> distance(3);

  boost::dijkstra_shortest_paths(shared, Vertex{0},
                                 boost::distance_map(by_vertex(shared, distance)));

  EXPECT_EQ(distance, (std::vector<double>{0, 3, 4}));
}

TEST(BoostGraph, HasNoEdgesForTheEmptyNetwork) {
  const auto network = test::network({});
  const BipartiteGraph two_mode(network);

  EXPECT_EQ(edges(two_mode).first, edges(two_mode).second);
  EXPECT_EQ(vertices(two_mode).first, vertices(two_mode).second);
}

}  // namespace
}  // namespace respnet::graph
