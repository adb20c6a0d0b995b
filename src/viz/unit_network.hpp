#pragma once

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// Units joined by the tasks they share; see View::CoResponsibility.
///
/// Graphviz places the nodes and bends the lines around them; we write the SVG from its
/// coordinates, so that fonts, ids and classes are ours, opposite arrows run beside each other, and
/// each count stands on its own line.
Picture draw_coresponsibility(const graph::BipartiteGraph& graph, const PictureOptions& options);

/// Units with arrows to the leads they support; see View::Leads.
Picture draw_leads(const graph::BipartiteGraph& graph, const PictureOptions& options);

}  // namespace respnet::viz
