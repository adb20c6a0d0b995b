#include "respnet/graph/cores.hpp"

#include <algorithm>
#include <numeric>

namespace respnet::graph {
namespace {

// Vertices sorted by degree, so that lowering a degree by one is a swap.
class Buckets {
 public:
  explicit Buckets(const Adjacency& graph) : degree_(graph.vertex_count()) {
    const std::size_t n = degree_.size();
    std::uint32_t most = 0;
    for (Vertex v = 0; v < n; ++v) {
      degree_[v] = static_cast<std::uint32_t>(graph.degree(v));
      most = std::max(most, degree_[v]);
    }
    begin_.assign(most + 2, 0);
    for (const std::uint32_t degree : degree_) ++begin_[degree + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    sorted_.resize(n);
    place_.resize(n);
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (Vertex v = 0; v < n; ++v) {
      place_[v] = next[degree_[v]]++;
      sorted_[place_[v]] = v;
    }
  }

  Vertex operator[](std::size_t i) const { return sorted_[i]; }
  std::uint32_t degree(Vertex v) const { return degree_[v]; }
  std::vector<std::uint32_t> degrees() && { return std::move(degree_); }

  // Swaps v with the first of its bucket and moves the border over it.
  void lower(Vertex v) {
    const std::uint32_t first = begin_[degree_[v]]++;
    const Vertex other = sorted_[first];
    std::swap(sorted_[first], sorted_[place_[v]]);
    std::swap(place_[other], place_[v]);
    --degree_[v];
  }

 private:
  std::vector<std::uint32_t> degree_;
  std::vector<std::uint32_t> begin_;  // of the bucket of a degree in `sorted_`
  std::vector<Vertex> sorted_;
  std::vector<std::uint32_t> place_;
};

}  // namespace

std::vector<std::uint32_t> core_numbers(const Adjacency& graph) {
  Buckets buckets(graph);
  for (std::size_t i = 0; i < graph.vertex_count(); ++i) {
    const Vertex v = buckets[i];
    for (const Vertex u : graph.neighbors(v))
      if (buckets.degree(u) > buckets.degree(v)) buckets.lower(u);
  }
  return std::move(buckets).degrees();
}

}  // namespace respnet::graph
