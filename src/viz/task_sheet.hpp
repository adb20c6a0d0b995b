#pragma once

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// One top-level section for A4 portrait; see View::TaskSheet.
Picture draw_task_sheet(const graph::BipartiteGraph& graph, const PictureOptions& options);

}  // namespace respnet::viz
