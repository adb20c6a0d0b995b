#include <queue>
#include <utility>

#include "graph/two_mode_sides.hpp"
#include "respnet/graph/cores.hpp"

namespace respnet::graph {
namespace {

std::vector<std::size_t> degrees(const BipartiteGraph& graph) {
  std::vector<std::size_t> degree(graph.vertex_count());
  for (Vertex v = 0; v < degree.size(); ++v) degree[v] = graph.neighbors(v).size();
  return degree;
}

}  // namespace

std::vector<bool> two_mode_core(const BipartiteGraph& graph, std::uint32_t alpha,
                                std::uint32_t beta) {
  std::vector<std::size_t> degree = degrees(graph);
  std::vector<bool> in(graph.vertex_count(), true);
  std::vector<Vertex> leaving;
  const auto look = [&](Vertex v) {
    if (!in[v] || degree[v] >= (graph.is_task(v) ? alpha : beta)) return;
    in[v] = false;
    leaving.push_back(v);
  };
  for (Vertex v = 0; v < in.size(); ++v) look(v);
  while (!leaving.empty()) {
    const Vertex v = leaving.back();
    leaving.pop_back();
    for (const Vertex w : graph.neighbors(v)) {
      --degree[w];
      look(w);
    }
  }
  return in;
}

std::vector<std::uint32_t> two_mode_core_numbers(const BipartiteGraph& graph, Side side,
                                                 std::uint32_t least) {
  std::vector<std::size_t> degree = degrees(graph);
  std::vector<bool> in(graph.vertex_count(), true);
  std::vector<std::uint32_t> numbers(size(graph, side), 0);

  // Vertices of the other side with fewer than `least` neighbours leave at once, those of the side
  // in order of the neighbours they have left, as in core_numbers(). Entries may be out of date.
  using Entry = std::pair<std::size_t, Vertex>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  const auto lose = [&](Vertex v) {  // v is of the other side
    in[v] = false;
    for (const Vertex w : graph.neighbors(v))
      if (in[w]) queue.emplace(--degree[w], w);
  };
  const Side others = other(side);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    queue.emplace(degree[joint(graph, side, i)], joint(graph, side, i));
  for (std::size_t i = 0; i < size(graph, others); ++i)
    if (const Vertex v = joint(graph, others, i); degree[v] < least) lose(v);

  std::size_t number = 0;
  while (!queue.empty()) {
    const auto [left, v] = queue.top();
    queue.pop();
    if (!in[v] || left != degree[v]) continue;
    number = std::max(number, left);
    in[v] = false;
    numbers[v - joint(graph, side, 0)] = static_cast<std::uint32_t>(number);
    for (const Vertex w : graph.neighbors(v))
      if (in[w] && --degree[w] < least) lose(w);
  }
  return numbers;
}

}  // namespace respnet::graph
