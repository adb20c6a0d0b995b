#pragma once

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// One unit with its tasks and partners; see View::Ego.
Picture draw_ego(const graph::BipartiteGraph& graph, const PictureOptions& options);

}  // namespace respnet::viz
