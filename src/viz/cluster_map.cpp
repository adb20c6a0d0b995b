#include "viz/cluster_map.hpp"

#include "viz/message.hpp"

namespace respnet::viz {

Picture draw_cluster_map(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  return message(graph, options, "viz.nothing");
}

}  // namespace respnet::viz
