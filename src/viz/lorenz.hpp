#pragma once

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// The Lorenz curve of the tasks of units; see View::Lorenz.
Picture draw_lorenz(const graph::BipartiteGraph& graph, const PictureOptions& options);

}  // namespace respnet::viz
