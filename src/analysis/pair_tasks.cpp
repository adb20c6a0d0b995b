#include "respnet/analysis/pair_tasks.hpp"

#include <cmath>
#include <limits>

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::Part;
using graph::Vertex;

void count(Part a, Part b, PairTasks& tasks) {
  if (a == Part::Lead && b == Part::Lead) ++tasks.lead_lead;
  if (a == Part::Lead && b == Part::Support) ++tasks.lead_support;
  if (a == Part::Support && b == Part::Lead) ++tasks.support_lead;
  if (a == Part::Support && b == Part::Support) ++tasks.support_support;
}

// Both rows are sorted by task.
PairTasks of_pair(const BipartiteGraph& graph, Vertex a, Vertex b) {
  PairTasks result;
  const auto tasks_a = graph.neighbors(a), tasks_b = graph.neighbors(b);
  for (std::size_t i = 0, j = 0; i < tasks_a.size() && j < tasks_b.size();) {
    if (tasks_a[i] < tasks_b[j]) {
      ++i;
    } else if (tasks_a[i] > tasks_b[j]) {
      ++j;
    } else {
      result.fractional += 1 / static_cast<double>(graph.neighbors(tasks_a[i]).size());
      count(graph.parts(a)[i++], graph.parts(b)[j++], result);
    }
  }
  return result;
}

}  // namespace

std::vector<PairTasks> pair_tasks(const BipartiteGraph& graph, std::span<const UnitPair> pairs) {
  std::vector<PairTasks> result;
  result.reserve(pairs.size());
  for (const UnitPair& pair : pairs)
    result.push_back(of_pair(graph, graph.unit_vertex(pair.a), graph.unit_vertex(pair.b)));
  return result;
}

std::vector<double> pair_correlations(const BipartiteGraph& graph,
                                      std::span<const UnitPair> pairs) {
  const auto all = static_cast<double>(graph.task_count());
  std::vector<double> result;
  result.reserve(pairs.size());
  for (const UnitPair& pair : pairs) {
    const auto a = static_cast<double>(graph.neighbors(graph.unit_vertex(pair.a)).size());
    const auto b = static_cast<double>(graph.neighbors(graph.unit_vertex(pair.b)).size());
    const double spread = std::sqrt(a * (all - a)) * std::sqrt(b * (all - b));
    result.push_back(spread == 0 ? std::numeric_limits<double>::quiet_NaN()
                                 : (all * pair.shared - a * b) / spread);
  }
  return result;
}

}  // namespace respnet::analysis
