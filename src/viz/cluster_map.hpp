#pragma once

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// Clusters as boxes with their members, joined by the tasks that bridge them; see View::Clusters.
Picture draw_cluster_map(const graph::BipartiteGraph& graph, const PictureOptions& options);

}  // namespace respnet::viz
