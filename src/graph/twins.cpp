#include "respnet/graph/twins.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "graph/search_limit.hpp"
#include "graph/twin_graph.hpp"

namespace respnet::graph {
namespace {

constexpr double kWorth = 0.9;  // of the steps; above, twins are not worth another graph

constexpr std::size_t kHashed = 16;

// Of a long row some neighbours are enough: rows that agree in so many are compared in whole, and
// mostly equal.
std::uint64_t hash_of(std::span<const Vertex> row) {
  const std::size_t step = row.size() / kHashed + 1;
  std::uint64_t hash = row.size();
  for (std::size_t i = 0; i < row.size(); i += step) {
    hash = (hash ^ row[i]) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32;
  }
  return hash;
}

// The classes so far, by the hash of their neighbours. Open addressing.
class Table {
 public:
  Table(const Adjacency& graph, const TwinClasses& twins)
      : graph_(graph),
        twins_(twins),
        slots_(std::bit_ceil(2 * graph.vertex_count() + 1)),
        hashes_(graph.vertex_count()) {}

  // The class with the neighbours of v, or `next` from now on.
  Vertex find_or_add(Vertex v, Vertex next) {
    const auto row = graph_.neighbors(v);
    const std::uint64_t hash = hash_of(row);
    const std::size_t last = slots_.size() - 1;
    for (std::size_t at = hash & last;; at = (at + 1) & last) {
      if (slots_[at] == 0) {
        slots_[at] = next + 1;
        hashes_[next] = hash;
        return next;
      }
      const Vertex found = slots_[at] - 1;
      if (hashes_[found] == hash && std::ranges::equal(graph_.neighbors(twins_.first[found]), row))
        return found;
    }
  }

 private:
  Adjacency graph_;
  const TwinClasses& twins_;
  std::vector<Vertex> slots_;          // class + 1; 0: free
  std::vector<std::uint64_t> hashes_;  // by class
};

bool is_first(const TwinClasses& twins, Vertex v) { return twins.first[twins.of[v]] == v; }

// Twins of a neighbour are neighbours too: the neighbouring classes are those of the first members.
std::uint64_t first_neighbors(const Adjacency& graph, const TwinClasses& twins, Vertex v) {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(graph.neighbors(v), [&](Vertex w) { return is_first(twins, w); }));
}

double steps_of_classes(const Adjacency& graph, const TwinClasses& twins) {
  std::uint64_t sources = 0, arcs = 0;
  for (const Vertex v : twins.first) {
    if (graph.degree(v) == 0) continue;
    ++sources;
    arcs += first_neighbors(graph, twins, v);
  }
  return static_cast<double>(sources) * static_cast<double>(arcs);
}

// What steps_of_classes() are at least: a vertex left out takes away its arcs, both ways.
double least_steps(const Adjacency& graph, const TwinClasses& twins) {
  std::uint64_t sources = 0, left_out = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (!is_first(twins, v)) {
      left_out += 2 * graph.degree(v);
    } else if (graph.degree(v) > 0) {
      ++sources;
    }
  }
  const std::uint64_t arcs =
      graph.arc_count() - std::min<std::uint64_t>(graph.arc_count(), left_out);
  return static_cast<double>(sources) * static_cast<double>(arcs);
}

bool are_worth_it(const Adjacency& graph, const TwinClasses& twins) {
  const double enough = kWorth * search_steps(graph);
  return least_steps(graph, twins) <= enough && steps_of_classes(graph, twins) <= enough;
}

}  // namespace

TwinClasses twin_classes(const Adjacency& graph) {
  const std::size_t n = graph.vertex_count();
  TwinClasses twins;
  twins.of.resize(n);
  Table table(graph, twins);
  for (Vertex v = 0; v < n; ++v) {
    const auto next = static_cast<Vertex>(twins.first.size());
    const Vertex found = table.find_or_add(v, next);
    twins.of[v] = found;
    if (found == next) {
      twins.first.push_back(v);
      twins.count.push_back(0);
    }
    ++twins.count[found];
  }
  return twins;
}

double all_search_steps(const Adjacency& graph) {
  const TwinClasses twins = twin_classes(graph);
  return are_worth_it(graph, twins) ? steps_of_classes(graph, twins) : search_steps(graph);
}

std::optional<TwinGraph> twin_graph(const Adjacency& graph) {
  TwinGraph result{.twins = twin_classes(graph), .rows = {}};
  const TwinClasses& twins = result.twins;
  if (graph.arc_count() == 0 || !are_worth_it(graph, twins)) return std::nullopt;
  for (const Vertex v : twins.first) {
    for (const Vertex w : graph.neighbors(v))
      if (is_first(twins, w)) result.rows.targets.push_back(twins.of[w]);
    result.rows.offsets.push_back(result.rows.targets.size());
  }
  return result;
}

}  // namespace respnet::graph
