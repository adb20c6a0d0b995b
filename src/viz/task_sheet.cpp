#include "viz/task_sheet.hpp"

#include "viz/message.hpp"

namespace respnet::viz {

Picture draw_task_sheet(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  return message(graph, options, "viz.nothing");
}

}  // namespace respnet::viz
