#include "graph/longest_path_bound.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace respnet::graph {
namespace {

constexpr Vertex kNone = std::numeric_limits<Vertex>::max();

// Tarjan's strongly connected parts; arcs between two lead to the lower number.
class StrongParts {
 public:
  explicit StrongParts(const Adjacency& out)
      : of_vertex(out.vertex_count(), kNone),
        out_(out),
        entered_(out.vertex_count(), kNone),
        lowest_(out.vertex_count()),
        next_(out.vertex_count(), 0) {
    for (Vertex v = 0; v < out.vertex_count(); ++v)
      if (entered_[v] == kNone) search(v);
  }

  std::vector<Vertex> of_vertex;
  std::vector<std::vector<Vertex>> members;

 private:
  void enter(Vertex v) {
    entered_[v] = lowest_[v] = clock_++;
    way_.push_back(v);
    open_.push_back(v);
  }

  void search(Vertex root) {
    enter(root);
    while (!way_.empty()) {
      const Vertex v = way_.back();
      if (next_[v] < out_.degree(v)) {
        const Vertex w = out_.neighbors(v)[next_[v]++];
        if (entered_[w] == kNone)
          enter(w);
        else if (of_vertex[w] == kNone)
          lowest_[v] = std::min(lowest_[v], entered_[w]);
        continue;
      }
      way_.pop_back();
      if (!way_.empty()) lowest_[way_.back()] = std::min(lowest_[way_.back()], lowest_[v]);
      if (lowest_[v] == entered_[v]) close(v);
    }
  }

  // What was entered since the first of a part and is still open is the part.
  void close(Vertex first) {
    const auto part = static_cast<Vertex>(members.size());
    const auto begin = std::ranges::find(open_.rbegin(), open_.rend(), first).base() - 1;
    members.emplace_back(begin, open_.end());
    open_.erase(begin, open_.end());
    for (const Vertex v : members.back()) of_vertex[v] = part;
  }

  const Adjacency& out_;
  std::vector<Vertex> entered_,
      lowest_;                     // by vertex: when it was entered, and what it leads back to
  std::vector<std::size_t> next_;  // by vertex: the arc to follow next
  std::vector<Vertex> way_, open_;
  Vertex clock_ = 0;
};

// The greatest distance from a vertex to others of its part; `distance` is kNone there before.
std::size_t reach(const Adjacency& rows, Vertex root, const StrongParts& parts,
                  std::vector<Vertex>& distance) {
  std::vector<Vertex> queue{root};
  distance[root] = 0;
  for (std::size_t head = 0; head < queue.size(); ++head) {
    for (const Vertex w : rows.neighbors(queue[head])) {
      if (parts.of_vertex[w] != parts.of_vertex[root] || distance[w] != kNone) continue;
      distance[w] = distance[queue[head]] + 1;
      queue.push_back(w);
    }
  }
  return distance[queue.back()];
}

}  // namespace

std::size_t longest_path_bound(const Adjacency& out, const Adjacency& into) {
  const StrongParts parts(out);
  std::vector<Vertex> from(out.vertex_count(), kNone), to(out.vertex_count(), kNone);
  std::vector<std::size_t> longest;  // by part: vertices of a path that begins in it
  for (const std::vector<Vertex>& members : parts.members) {
    // A vertex of many arcs is likely to be central.
    const Vertex root = std::ranges::max(
        members, {}, [&](Vertex v) { return std::min(out.degree(v), into.degree(v)); });
    const std::size_t inside =
        std::min(members.size(), reach(out, root, parts, from) + reach(into, root, parts, to) + 1);
    std::size_t after = 0;
    for (const Vertex v : members)
      for (const Vertex w : out.neighbors(v))
        if (parts.of_vertex[w] < longest.size())
          after = std::max(after, longest[parts.of_vertex[w]]);
    longest.push_back(inside + after);
  }
  return longest.empty() ? 0 : std::ranges::max(longest);
}

}  // namespace respnet::graph
