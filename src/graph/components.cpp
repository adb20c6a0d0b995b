#include "respnet/graph/components.hpp"

#include <algorithm>
#include <numeric>

#include "graph/labels.hpp"

namespace respnet::graph {
namespace {

constexpr std::uint32_t kUnseen = UINT32_MAX;

// Depth-first search with a stack of its own: each entry of the stack is a vertex of the path from
// the root, `next` its next arc to look at.
class ArticulationSearch {
 public:
  explicit ArticulationSearch(const Adjacency& graph)
      : graph_(graph),
        entered_(graph.vertex_count(), kUnseen),
        low_(graph.vertex_count(), 0),
        next_(graph.vertex_count(), 0),
        cuts_(graph.vertex_count(), false) {}

  std::vector<Vertex> run() {
    for (Vertex v = 0; v < graph_.vertex_count(); ++v)
      if (entered_[v] == kUnseen) search_from(v);
    std::vector<Vertex> found;
    for (Vertex v = 0; v < graph_.vertex_count(); ++v)
      if (cuts_[v]) found.push_back(v);
    return found;
  }

 private:
  void search_from(Vertex root) {
    std::uint32_t root_children = 0;
    enter(root);
    while (!path_.empty()) {
      const Vertex v = path_.back();
      if (next_[v] < graph_.offsets[v + 1]) {
        const Vertex u = graph_.targets[next_[v]++];
        if (entered_[u] == kUnseen)
          enter(u);
        else  // the arc back to the parent may count: low equal to its entry still cuts
          low_[v] = std::min(low_[v], entered_[u]);
        continue;
      }
      path_.pop_back();
      if (path_.empty()) break;
      const Vertex parent = path_.back();
      low_[parent] = std::min(low_[parent], low_[v]);
      if (parent == root)
        ++root_children;
      else if (low_[v] >= entered_[parent])
        cuts_[parent] = true;
    }
    cuts_[root] = root_children > 1;
  }

  void enter(Vertex v) {
    entered_[v] = low_[v] = time_++;
    next_[v] = graph_.offsets[v];
    path_.push_back(v);
  }

  const Adjacency& graph_;
  std::vector<std::uint32_t> entered_;  // when the search came to a vertex
  std::vector<std::uint32_t> low_;      // the earliest vertex seen from its subtree
  std::vector<std::uint64_t> next_;
  std::vector<bool> cuts_;
  std::vector<Vertex> path_;
  std::uint32_t time_ = 0;
};

}  // namespace

Components connected_components(const Adjacency& graph) {
  const std::size_t n = graph.vertex_count();
  Components result;
  result.component.assign(n, kUnseen);
  std::vector<Vertex> queue;
  queue.reserve(n);
  for (Vertex root = 0; root < n; ++root) {
    if (result.component[root] != kUnseen) continue;
    std::size_t head = queue.size();
    result.component[root] = root;
    queue.push_back(root);
    while (head < queue.size()) {
      for (const Vertex u : graph.neighbors(queue[head++])) {
        if (result.component[u] != kUnseen) continue;
        result.component[u] = root;
        queue.push_back(u);
      }
    }
  }
  result.sizes = number_by_size(result.component);
  return result;
}

Components connected_components(const BipartiteGraph& graph) {
  const auto tasks = static_cast<Vertex>(graph.task_count());
  // Units alone are joined: they are few and stay in the cache, whatever the number of tasks.
  std::vector<Vertex> parent(graph.unit_count());
  std::iota(parent.begin(), parent.end(), Vertex{0});
  const auto root_of = [&](Vertex unit) {
    while (parent[unit] != unit) unit = parent[unit] = parent[parent[unit]];
    return unit;
  };
  for (Vertex task = 0; task < tasks; ++task) {
    const auto units = graph.neighbors(task);
    if (units.empty()) continue;
    Vertex root = root_of(units.front() - tasks);
    for (const Vertex unit : units.subspan(1)) {
      const Vertex other = root_of(unit - tasks);
      parent[std::max(root, other)] = std::min(root, other);
      root = std::min(root, other);
    }
  }
  Components result;
  result.component.resize(graph.vertex_count());
  for (Vertex task = 0; task < tasks; ++task) {
    const auto units = graph.neighbors(task);
    result.component[task] = units.empty() ? task : tasks + root_of(units.front() - tasks);
  }
  for (Vertex unit = 0; unit < graph.unit_count(); ++unit)
    result.component[tasks + unit] = tasks + root_of(unit);
  result.sizes = number_by_size(result.component);
  return result;
}

std::vector<Vertex> articulation_vertices(const Adjacency& graph) {
  return ArticulationSearch(graph).run();
}

}  // namespace respnet::graph
