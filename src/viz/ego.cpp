#include "viz/ego.hpp"

#include "viz/message.hpp"

namespace respnet::viz {

Picture draw_ego(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  return message(graph, options, "viz.nothing");
}

}  // namespace respnet::viz
