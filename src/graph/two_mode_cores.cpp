#include <numeric>
#include <vector>

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
  // level by level, as in core_numbers().
  std::vector<Vertex> going;
  std::uint32_t number = 0;
  const auto look = [&](Vertex v) {  // v is of the side
    if (!in[v] || degree[v] > number) return;
    in[v] = false;
    numbers[v - joint(graph, side, 0)] = number;
    going.push_back(v);
  };
  const auto lose = [&](Vertex w) {  // w is of the other side
    in[w] = false;
    for (const Vertex v : graph.neighbors(w)) {
      --degree[v];
      look(v);
    }
  };
  const Side others = other(side);
  for (std::size_t i = 0; i < size(graph, others); ++i)
    if (const Vertex w = joint(graph, others, i); degree[w] < least) lose(w);
  std::vector<Vertex> left(numbers.size());
  std::iota(left.begin(), left.end(), joint(graph, side, 0));
  while (!left.empty()) {
    for (const Vertex v : left) look(v);
    for (; !going.empty();) {
      const Vertex v = going.back();
      going.pop_back();
      for (const Vertex w : graph.neighbors(v))
        if (in[w] && --degree[w] < least) lose(w);
    }
    std::erase_if(left, [&](Vertex v) { return !in[v]; });
    ++number;
  }
  return numbers;
}

}  // namespace respnet::graph
