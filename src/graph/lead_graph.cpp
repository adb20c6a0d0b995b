#include "respnet/graph/lead_graph.hpp"

#include <algorithm>

namespace respnet::graph {
namespace {

struct Rows {
  std::vector<std::uint64_t>& offsets;
  std::vector<Vertex>& targets;
  std::vector<double>& weights;
};

// Rows from each unit that takes part as `from` to the units that take part as `to`.
void fill(const BipartiteGraph& graph, Part from, Part to, Rows rows) {
  const std::size_t n = graph.unit_count();
  rows.offsets.assign(n + 1, 0);
  std::vector<double> count(n, 0);
  std::vector<Vertex> reached;
  for (std::size_t i = 0; i < n; ++i) {
    const Vertex unit = graph.unit_vertex(i);
    reached.clear();
    for (std::size_t t = 0; t < graph.neighbors(unit).size(); ++t) {
      if (graph.parts(unit)[t] != from) continue;
      const Vertex task = graph.neighbors(unit)[t];
      for (std::size_t u = 0; u < graph.neighbors(task).size(); ++u) {
        if (graph.parts(task)[u] != to) continue;
        const std::uint32_t j = graph.unit_number(graph.neighbors(task)[u]);
        if (count[j]++ == 0) reached.push_back(j);
      }
    }
    std::ranges::sort(reached);
    for (const Vertex j : reached) {
      rows.targets.push_back(j);
      rows.weights.push_back(count[j]);
      count[j] = 0;
    }
    rows.offsets[i + 1] = rows.targets.size();
  }
}

}  // namespace

LeadGraph::LeadGraph(const BipartiteGraph& graph) {
  fill(graph, Part::Support, Part::Lead, {out_offsets_, out_targets_, out_weights_});
  fill(graph, Part::Lead, Part::Support, {in_offsets_, in_targets_, in_weights_});
}

}  // namespace respnet::graph
