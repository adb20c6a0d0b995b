#pragma once

#include "respnet/base/table.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// Further attributes of the nodes: one row per unit, one per task, in the network's order. Columns
/// "id", "name" and "title" are left out, since the nodes carry them already.
struct GraphmlColumns {
  const Table* units = nullptr;
  const Table* tasks = nullptr;
};

/// The two-mode graph as GraphML for igraph, NetworkX, Gephi, Cytoscape and yEd.
///
/// Tasks are nodes t1, t2, …, units are u1, u2, … by place; `ref` is their id in the network. Sides
/// are `type` (igraph) and `bipartite` (NetworkX); an undefined value has no element.
/// @throws std::invalid_argument  when a table has another number of rows than the network
/// Cost: O(everything written), streaming.
void write_graphml(const model::Network& network, const Sink& sink,
                   const GraphmlColumns& columns = {});

}  // namespace respnet::io
