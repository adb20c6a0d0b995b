"""NetworkX."""

import tempfile

import networkx
from networkx.algorithms import bipartite

import peer


def read(file):
    graph = networkx.Graph()
    for task, unit, role in peer.rows(file):
        graph.add_node(("unit", unit))
        if task is not None:
            graph.add_edge(("task", task), ("unit", unit), role=role)
    return graph


class Data(peer.Data):
    def make_graph(self):
        return read(self.file)

    def make_units(self):
        return [node for node in self.graph if node[0] == "unit"]

    def make_projection(self):
        return bipartite.weighted_projected_graph(self.graph, self.units)


def counts(graph):
    units = sum(1 for node in graph if node[0] == "unit")
    return {"tasks": len(graph) - units, "units": units, "edges": graph.number_of_edges()}


def weights(graph):
    return {"edges": graph.number_of_edges(),
            **peer.sum_max(weight for _, _, weight in graph.edges(data="weight"))}


def louvain(data):
    graph = data.projection
    return (lambda: networkx.community.louvain_communities(graph, seed=1),
            lambda found: {"modularity": networkx.community.modularity(graph, found),
                           "count": len(found)})


def scores(call):
    return call, lambda found: peer.sum_max(found.values())


def components(data):
    graph = data.graph
    return (lambda: list(networkx.connected_components(graph)),
            lambda found: {"count": len(found), "max": max(map(len, found))})


def graphml(data):
    named = networkx.relabel_nodes(data.graph, {node: ":".join(node) for node in data.graph})
    with tempfile.NamedTemporaryFile(delete=False) as file:
        path = file.name
    return lambda: networkx.write_graphml(named, path), lambda _: peer.count_graphml(path)


peer.run("networkx " + networkx.__version__, {
    "read": lambda data: (lambda: read(data.file), counts),
    "projection": lambda data: (
        lambda graph=data.graph, units=data.units: bipartite.weighted_projected_graph(graph, units),
        weights),
    "louvain": louvain,
    "betweenness-bip": lambda data: scores(
        lambda graph=data.graph: networkx.betweenness_centrality(graph, normalized=False)),
    "betweenness-proj": lambda data: scores(
        lambda graph=data.projection: networkx.betweenness_centrality(graph, normalized=False)),
    "harmonic-bip": lambda data: scores(
        lambda graph=data.graph: networkx.harmonic_centrality(graph)),
    "harmonic-proj": lambda data: scores(
        lambda graph=data.projection: networkx.harmonic_centrality(graph)),
    "pagerank": lambda data: scores(
        lambda graph=data.graph: networkx.pagerank(graph, weight=None, tol=1e-10 / len(graph),
                                                   max_iter=1000)),
    "components": components,
    "kcore": lambda data: scores(lambda graph=data.graph: networkx.core_number(graph)),
    "gini": lambda data: (
        lambda graph=data.graph, units=data.units: peer.gini([d for _, d in graph.degree(units)]),
        lambda found: {"gini": found}),
    "graphml": graphml,
}, Data)
