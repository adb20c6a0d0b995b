#pragma once

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// Tasks on the left, units on the right, a line an assignment; see View::Bipartite.
///
/// We know every place ourselves, so we write the SVG ourselves too; Graphviz writes the DOT.
Picture draw_bipartite(const graph::BipartiteGraph& graph, const PictureOptions& options);

/// The sheets of that view.
std::vector<Sheet> sheets_of_bipartite(const graph::BipartiteGraph& graph);

}  // namespace respnet::viz
