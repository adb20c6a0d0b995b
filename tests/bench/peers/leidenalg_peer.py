"""leidenalg, on graphs of python-igraph."""

import igraph
import leidenalg

import peer


class Data(peer.Data):
    def make_projection(self):
        tasks, units, edges = peer.numbered(self.file)
        graph = igraph.Graph(len(tasks) + len(units), edges)
        graph.vs["type"] = [False] * len(tasks) + [True] * len(units)
        return graph.bipartite_projection(which=True)


def leiden(data):
    graph = data.projection
    weights = graph.es["weight"]
    return (lambda: leidenalg.find_partition(graph, leidenalg.ModularityVertexPartition,
                                             weights=weights, n_iterations=2, seed=1),
            lambda found: {"modularity": graph.modularity(found.membership, weights=weights),
                           "count": len(found)})


peer.run("leidenalg " + leidenalg.version, {"leiden": leiden}, Data)
