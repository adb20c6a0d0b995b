#pragma once

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// Units × top-level sections, the number of tasks in each cell; see View::Matrix.
Picture draw_matrix(const graph::BipartiteGraph& graph, const PictureOptions& options);

}  // namespace respnet::viz
