#include "viz/lorenz.hpp"

#include "viz/message.hpp"

namespace respnet::viz {

Picture draw_lorenz(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  return message(graph, options, "viz.nothing");
}

}  // namespace respnet::viz
