#include "viz/matrix.hpp"

#include "viz/message.hpp"

namespace respnet::viz {

Picture draw_matrix(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  return message(graph, options, "viz.nothing");
}

}  // namespace respnet::viz
