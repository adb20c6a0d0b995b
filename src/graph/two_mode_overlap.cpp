#include "respnet/graph/two_mode_overlap.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

#include "respnet/base/errors.hpp"

namespace respnet::graph {
namespace {

constexpr double kMostSteps = 4e9;

void check(double steps, std::string_view what) {
  if (steps <= kMostSteps) return;
  throw LimitError(std::string(what) + " needs " + std::to_string(steps) +
                   " steps, the limit is 4e9; leave this measure out (--select), or drop group "
                   "units (--groups drop)");
}

std::size_t size(const BipartiteGraph& graph, Side side) {
  return side == Side::Tasks ? graph.task_count() : graph.unit_count();
}

// The joint vertex of vertex i of a side.
Vertex joint(const BipartiteGraph& graph, Side side, std::size_t i) {
  return side == Side::Tasks ? static_cast<Vertex>(i) : graph.unit_vertex(i);
}

double squared_degrees(const BipartiteGraph& graph, Side side) {
  double sum = 0;
  for (std::size_t i = 0; i < size(graph, side); ++i) {
    const auto degree = static_cast<double>(graph.neighbors(joint(graph, side, i)).size());
    sum += degree * degree;
  }
  return sum;
}

Side other(Side side) { return side == Side::Tasks ? Side::Units : Side::Tasks; }

std::uint64_t pairs_of(std::uint64_t n) { return n < 2 ? 0 : n * (n - 1) / 2; }

// How many neighbours a vertex shares with each vertex of its side: a row at a time.
class SharedNeighbors {
 public:
  explicit SharedNeighbors(const BipartiteGraph& graph)
      : graph_(graph), shared_(graph.vertex_count(), 0), mixed_(graph.vertex_count(), 0) {}

  void fill(Vertex v) {
    for (const Vertex w : partners_) shared_[w] = mixed_[w] = 0;
    partners_.clear();
    for (const Vertex neighbor : graph_.neighbors(v)) {
      for (const Vertex w : graph_.neighbors(neighbor)) {
        if (w == v) continue;
        if (shared_[w]++ == 0) partners_.push_back(w);
        mixed_[w] ^= neighbor;
      }
    }
    std::ranges::sort(partners_);  // so that sums do not depend on the path
  }
  const std::vector<Vertex>& partners() const { return partners_; }
  std::uint32_t with(Vertex w) const { return shared_[w]; }
  /// The shared neighbours, xor-ed: the neighbour itself where there is one.
  Vertex mixed_with(Vertex w) const { return mixed_[w]; }

 private:
  const BipartiteGraph& graph_;
  std::vector<std::uint32_t> shared_;
  std::vector<Vertex> mixed_;
  std::vector<Vertex> partners_;
};

double three_paths(const BipartiteGraph& graph) {
  double paths = 0;
  for (Vertex task = 0; task < graph.task_count(); ++task)
    for (const Vertex unit : graph.neighbors(task))
      paths += static_cast<double>(graph.neighbors(task).size() - 1) *
               static_cast<double>(graph.neighbors(unit).size() - 1);
  return paths;
}

}  // namespace

TwoModeOverlap two_mode_overlap(const BipartiteGraph& graph, Side side) {
  check(squared_degrees(graph, other(side)), "the overlap of neighbourhoods");
  const std::size_t n = size(graph, side);
  TwoModeOverlap result{std::vector<double>(n, 0), std::vector<double>(n, 0),
                        std::vector<double>(n, 0), std::vector<std::uint64_t>(n, 0)};
  SharedNeighbors row(graph);
  for (std::size_t i = 0; i < n; ++i) {
    const Vertex v = joint(graph, side, i);
    row.fill(v);
    if (row.partners().empty()) continue;
    const auto own = static_cast<double>(graph.neighbors(v).size());
    for (const Vertex w : row.partners()) {
      const auto shared = static_cast<double>(row.with(w));
      const auto theirs = static_cast<double>(graph.neighbors(w).size());
      result.dot[i] += shared / (own + theirs - shared);
      result.min[i] += shared / std::min(own, theirs);
      result.max[i] += shared / std::max(own, theirs);
      result.butterflies[i] += pairs_of(row.with(w));
    }
    for (auto* column : {&result.dot, &result.min, &result.max})
      (*column)[i] /= static_cast<double>(row.partners().size());
  }
  return result;
}

std::vector<double> redundancy(const BipartiteGraph& graph, Side side) {
  check(squared_degrees(graph, side), "redundancy");
  std::vector<std::uint64_t> joined(size(graph, side), 0);  // pairs that others join too
  SharedNeighbors row(graph);
  const std::size_t first = joint(graph, side, 0);
  for (std::size_t i = 0; i < size(graph, other(side)); ++i) {
    const Vertex a = joint(graph, other(side), i);
    row.fill(a);
    for (const Vertex v : graph.neighbors(a))
      for (const Vertex b : graph.neighbors(v))
        if (a < b && row.with(b) > 1) ++joined[v - first];
  }
  std::vector<double> result(joined.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const std::uint64_t pairs = pairs_of(graph.neighbors(joint(graph, side, i)).size());
    if (pairs > 0) result[i] = static_cast<double>(joined[i]) / static_cast<double>(pairs);
  }
  return result;
}

std::uint64_t butterfly_count(const BipartiteGraph& graph) {
  const bool by_tasks = squared_degrees(graph, Side::Units) < squared_degrees(graph, Side::Tasks);
  std::uint64_t twice = 0;
  for (const std::uint64_t count :
       two_mode_overlap(graph, by_tasks ? Side::Tasks : Side::Units).butterflies)
    twice += count;
  return twice / 2;
}

std::optional<double> robins_alexander_clustering(const BipartiteGraph& graph) {
  const double paths = three_paths(graph);
  if (paths == 0) return std::nullopt;
  return 4 * static_cast<double>(butterfly_count(graph)) / paths;
}

std::optional<double> opsahl_clustering(const BipartiteGraph& graph) {
  double steps = 0;
  for (std::size_t u = 0; u < graph.unit_count(); ++u) {
    double ends = 0;
    for (const Vertex task : graph.neighbors(graph.unit_vertex(u)))
      ends += static_cast<double>(graph.neighbors(task).size());
    steps += ends * ends;
  }
  check(steps, "Opsahl's clustering");

  // From one end, so that what the ends share is at hand: end, task p, middle, task q, other end.
  std::uint64_t paths = 0, closed = 0;
  SharedNeighbors row(graph);
  std::vector<Vertex> mine(graph.task_count(), UINT32_MAX);  // mine[t] == end: t is a task of it
  for (std::size_t u = 0; u < graph.unit_count(); ++u) {
    const Vertex end = graph.unit_vertex(u);
    row.fill(end);
    for (const Vertex task : graph.neighbors(end)) mine[task] = end;
    for (const Vertex middle : row.partners()) {
      const auto tasks = graph.neighbors(middle);
      for (const Vertex q : tasks) {
        const std::uint32_t q_is_mine = mine[q] == end ? 1 : 0;
        const std::uint32_t choices = row.with(middle) - q_is_mine;  // of p, a task of both
        if (choices == 0) continue;
        for (const Vertex far : graph.neighbors(q)) {
          if (far == end || far == middle) continue;
          paths += choices;
          if (row.with(far) <= q_is_mine) continue;
          if (row.with(far) >= 2 + q_is_mine) {
            closed += choices;
            continue;
          }
          // One task besides q joins the ends: it closes the path unless it is p.
          const Vertex joining = row.mixed_with(far) ^ (q_is_mine == 1 ? q : 0);
          closed += choices - (std::ranges::binary_search(tasks, joining) ? 1U : 0U);
        }
      }
    }
  }
  if (paths == 0) return std::nullopt;
  return static_cast<double>(closed) / static_cast<double>(paths);
}

}  // namespace respnet::graph
