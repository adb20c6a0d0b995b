#include "viz/unit_rows.hpp"

#include <algorithm>

#include "viz/facts.hpp"

namespace respnet::viz {

UnitNames unit_names(const graph::BipartiteGraph& graph, const std::vector<std::uint32_t>& units,
                     const TextMetrics& metrics, Font font, double widest) {
  std::vector<Named> names;
  for (const std::uint32_t unit : units)
    names.push_back({unit_name(graph, unit),
                     graph.network().unit_id(graph.unit(unit)),
                     font,
                     {.width = widest}});
  UnitNames result{distinct_labels(metrics, names)};
  for (const Label& label : result.labels)
    result.width = std::max(result.width, metrics.width(label.text(), font));
  return result;
}

}  // namespace respnet::viz
