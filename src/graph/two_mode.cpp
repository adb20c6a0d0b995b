#include "respnet/graph/two_mode.hpp"

#include <stdexcept>
#include <vector>

#include "graph/leiden_level.hpp"

namespace respnet::graph {

TwoMode two_mode(const BipartiteGraph& graph) { return {graph.adjacency(), graph.task_count()}; }

double barber_modularity(const TwoMode& graph, std::span<const std::uint32_t> cluster,
                         double resolution) {
  const std::size_t n = graph.adjacency.vertex_count();
  if (cluster.size() != n) throw std::invalid_argument("modularity: one label per vertex");
  for (const std::uint32_t label : cluster)
    if (label >= n)
      throw std::invalid_argument("modularity: labels must be below the number of vertices");
  std::vector<double> of_rows(n, 0), of_columns(n, 0);
  double inside = 0, total = 0;
  for (Vertex row = 0; row < graph.rows; ++row)
    visit_arcs(graph.adjacency, row, [&](Vertex column, double weight) {
      total += weight;
      of_rows[cluster[row]] += weight;
      of_columns[cluster[column]] += weight;
      if (cluster[row] == cluster[column]) inside += weight;
    });
  if (total == 0) return 0;
  double expected = 0;
  for (std::size_t c = 0; c < n; ++c) expected += (of_rows[c] / total) * of_columns[c];
  return (inside - resolution * expected) / total;
}

}  // namespace respnet::graph
