#pragma once

#include <string_view>

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// A picture without marks that says why there is nothing to draw.
/// @param key  of the message: "viz.nothing.…"
Picture message(const graph::BipartiteGraph& graph, const PictureOptions& options,
                std::string_view key);

}  // namespace respnet::viz
