#pragma once

#include <string_view>

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// A picture without marks that says why there is nothing to draw.
Picture message(const graph::BipartiteGraph& graph, const PictureOptions& options,
                std::string_view text);

}  // namespace respnet::viz
