#pragma once

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// Horizontal bars of every unit's tasks, lead then other; see View::Workload.
Picture draw_workload(const graph::BipartiteGraph& graph, const PictureOptions& options);

}  // namespace respnet::viz
