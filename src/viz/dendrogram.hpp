#pragma once

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// How units merge by the tasks they share; see View::Dendrogram.
Picture draw_dendrogram(const graph::BipartiteGraph& graph, const PictureOptions& options);

}  // namespace respnet::viz
