#pragma once

// The three graphs as Boost.Graph sees them: include this, and its algorithms run on a
// BipartiteGraph, CoResponsibilityGraph or LeadGraph as it is, without a copy. All three model
// VertexListGraph, EdgeListGraph, BidirectionalGraph, AdjacencyGraph and AdjacencyMatrix, with
// boost::vertex_index and boost::edge_weight as inner property maps. Light headers do not include
// Boost; only this one does.

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <iterator>
#include <span>
#include <type_traits>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/lead_graph.hpp"

namespace respnet::graph {

namespace bgl {

// The arcs from and to each vertex. An undirected graph has each edge both ways, so they are the
// same; its edges are told apart by their ends alone, whichever comes first.
inline Adjacency out(const BipartiteGraph& g) { return g.adjacency(); }
inline Adjacency out(const CoResponsibilityGraph& g) { return g.adjacency(); }
inline Adjacency out(const LeadGraph& g) { return g.out(); }
inline Adjacency in(const BipartiteGraph& g) { return g.adjacency(); }
inline Adjacency in(const CoResponsibilityGraph& g) { return g.adjacency(); }
inline Adjacency in(const LeadGraph& g) { return g.in(); }

/// One of the three; const or not, because Boost.Graph asks for traits of both.
template <typename G>
concept Graph = std::same_as<std::remove_const_t<G>, BipartiteGraph> ||
    std::same_as<std::remove_const_t<G>, CoResponsibilityGraph> ||
    std::same_as<std::remove_const_t<G>, LeadGraph>;

template <Graph G>
inline constexpr bool is_directed = std::same_as<std::remove_const_t<G>, LeadGraph>;

/// An edge, by its ends: our graphs have no parallel edges.
template <bool Directed>
struct Edge {
  Vertex source = 0;
  Vertex target = 0;

  friend bool operator==(const Edge& a, const Edge& b) {
    if (a.source == b.source && a.target == b.target) return true;
    return !Directed && a.source == b.target && a.target == b.source;
  }
};

/// Makes the edges from, or to, one vertex out of its neighbours.
template <bool Directed, bool Out>
struct MakeEdge {
  Vertex at = 0;
  Edge<Directed> operator()(Vertex other) const {
    return Out ? Edge<Directed>{at, other} : Edge<Directed>{other, at};
  }
};

template <bool Directed, bool Out>
using IncidentEdgeIterator = boost::transform_iterator<MakeEdge<Directed, Out>, const Vertex*>;

/// Walks through the arcs of all vertices; of an undirected edge it shows the arc that comes
/// first, from the smaller end.
template <bool Directed>
class EdgeIterator : public boost::iterator_facade<EdgeIterator<Directed>, Edge<Directed>,
                                                   boost::forward_traversal_tag, Edge<Directed>> {
 public:
  EdgeIterator() = default;
  EdgeIterator(const Adjacency& arcs, std::uint64_t place) : arcs_(arcs), place_(place) {
    settle();
  }

 private:
  friend class boost::iterator_core_access;

  void increment() {
    ++place_;
    settle();
  }
  // Goes on to the next arc to be shown, if this one is not.
  void settle() {
    for (; place_ < arcs_.arc_count(); ++place_) {
      while (arcs_.offsets[row_ + 1] <= place_) ++row_;
      if (Directed || row_ < arcs_.targets[place_]) return;
    }
  }
  bool equal(const EdgeIterator& other) const { return place_ == other.place_; }
  Edge<Directed> dereference() const { return {row_, arcs_.targets[place_]}; }

  Adjacency arcs_;
  std::uint64_t place_ = 0;
  Vertex row_ = 0;
};

/// The weight of each edge; 1 where the graph has none. A look-up costs O(log degree).
template <bool Directed>
class WeightMap {
 public:
  using key_type = Edge<Directed>;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;

  WeightMap() = default;
  explicit WeightMap(const Adjacency& out) : out_(out) {}

  friend double get(const WeightMap& map, const key_type& edge) { return map.weight(edge); }
  double operator[](const key_type& edge) const { return weight(edge); }

 private:
  double weight(const key_type& edge) const {
    if (out_.weights.empty()) return 1;
    const auto targets = out_.neighbors(edge.source);
    const auto found = std::ranges::lower_bound(targets, edge.target);
    return out_.weights_of(edge.source)[static_cast<std::size_t>(found - targets.begin())];
  }

  Adjacency out_;
};

template <Graph G>
struct Traits {
  using vertex_descriptor = Vertex;
  using edge_descriptor = Edge<is_directed<G>>;
  using directed_category =
      std::conditional_t<is_directed<G>, boost::bidirectional_tag, boost::undirected_tag>;
  using edge_parallel_category = boost::disallow_parallel_edge_tag;
  struct traversal_category : boost::vertex_list_graph_tag,
                              boost::edge_list_graph_tag,
                              boost::bidirectional_graph_tag,
                              boost::adjacency_graph_tag,
                              boost::adjacency_matrix_tag {};

  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;

  using vertex_iterator = boost::counting_iterator<Vertex>;
  using edge_iterator = EdgeIterator<is_directed<G>>;
  using out_edge_iterator = IncidentEdgeIterator<is_directed<G>, true>;
  using in_edge_iterator = IncidentEdgeIterator<is_directed<G>, false>;
  using adjacency_iterator = const Vertex*;

  static constexpr Vertex null_vertex() { return UINT32_MAX; }
};

template <typename Iterator, typename Make>
std::pair<Iterator, Iterator> incident(std::span<const Vertex> neighbors, Make make) {
  return {Iterator(neighbors.data(), make), Iterator(neighbors.data() + neighbors.size(), make)};
}

}  // namespace bgl

// What Boost.Graph calls, found by argument-dependent look-up.

template <bgl::Graph G>
std::size_t num_vertices(const G& g) {
  return g.vertex_count();
}

template <bgl::Graph G>
std::size_t num_edges(const G& g) {
  return g.edge_count();
}

template <bgl::Graph G>
auto vertices(const G& g) {
  using Iterator = typename bgl::Traits<G>::vertex_iterator;
  return std::pair(Iterator(0), Iterator(static_cast<Vertex>(g.vertex_count())));
}

template <bgl::Graph G>
auto edges(const G& g) {
  using Iterator = typename bgl::Traits<G>::edge_iterator;
  const Adjacency arcs = bgl::out(g);
  return std::pair(Iterator(arcs, 0), Iterator(arcs, arcs.arc_count()));
}

template <bgl::Graph G>
auto out_edges(Vertex v, const G& g) {
  using Iterator = typename bgl::Traits<G>::out_edge_iterator;
  return bgl::incident<Iterator>(bgl::out(g).neighbors(v),
                                 bgl::MakeEdge<bgl::is_directed<G>, true>{v});
}

template <bgl::Graph G>
auto in_edges(Vertex v, const G& g) {
  using Iterator = typename bgl::Traits<G>::in_edge_iterator;
  return bgl::incident<Iterator>(bgl::in(g).neighbors(v),
                                 bgl::MakeEdge<bgl::is_directed<G>, false>{v});
}

template <bgl::Graph G>
auto adjacent_vertices(Vertex v, const G& g) {
  const auto neighbors = bgl::out(g).neighbors(v);
  return std::pair(neighbors.data(), neighbors.data() + neighbors.size());
}

template <bgl::Graph G>
std::size_t out_degree(Vertex v, const G& g) {
  return bgl::out(g).degree(v);
}

template <bgl::Graph G>
std::size_t in_degree(Vertex v, const G& g) {
  return bgl::in(g).degree(v);
}

/// Out- and in-degree together; an undirected edge counts once.
template <bgl::Graph G>
std::size_t degree(Vertex v, const G& g) {
  return out_degree(v, g) + (bgl::is_directed<G> ? in_degree(v, g) : 0);
}

/// The edge from u to v, and whether there is one. O(log degree).
template <bgl::Graph G>
auto edge(Vertex u, Vertex v, const G& g) {
  return std::pair(bgl::Edge<bgl::is_directed<G>>{u, v},
                   std::ranges::binary_search(bgl::out(g).neighbors(u), v));
}

template <bool Directed>
Vertex source(const bgl::Edge<Directed>& edge, const auto&) {
  return edge.source;
}

template <bool Directed>
Vertex target(const bgl::Edge<Directed>& edge, const auto&) {
  return edge.target;
}

template <bgl::Graph G>
auto get(boost::vertex_index_t, const G&) {
  return boost::typed_identity_property_map<Vertex>();
}

template <bgl::Graph G>
Vertex get(boost::vertex_index_t, const G&, Vertex v) {
  return v;
}

template <bgl::Graph G>
auto get(boost::edge_weight_t, const G& g) {
  return bgl::WeightMap<bgl::is_directed<G>>(bgl::out(g));
}

template <bgl::Graph G>
double get(boost::edge_weight_t, const G& g, const bgl::Edge<bgl::is_directed<G>>& edge) {
  return get(boost::edge_weight, g)[edge];
}

}  // namespace respnet::graph

namespace boost {

template <respnet::graph::bgl::Graph G>
struct graph_traits<G> : respnet::graph::bgl::Traits<G> {};

template <respnet::graph::bgl::Graph G>
struct property_map<G, vertex_index_t> {
  using type = typed_identity_property_map<respnet::graph::Vertex>;
  using const_type = type;
};

template <respnet::graph::bgl::Graph G>
struct property_map<G, edge_weight_t> {
  using type = respnet::graph::bgl::WeightMap<respnet::graph::bgl::is_directed<G>>;
  using const_type = type;
};

}  // namespace boost
