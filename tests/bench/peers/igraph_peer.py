"""python-igraph."""

import tempfile

import igraph

import peer


def read(file):
    tasks, units, edges = peer.numbered(file)
    graph = igraph.Graph(len(tasks) + len(units), edges)
    graph.vs["name"] = tasks + units
    graph.vs["type"] = [False] * len(tasks) + [True] * len(units)
    graph.es["role"] = [role for task, _, role in peer.rows(file) if task is not None]
    return graph


def project(graph):
    return graph.bipartite_projection(which=True)


class Data(peer.Data):
    def make_graph(self):
        return read(self.file)

    def make_projection(self):
        return project(self.graph)


def counts(graph):
    units = sum(graph.vs["type"])
    return {"tasks": graph.vcount() - units, "units": units, "edges": graph.ecount()}


def weights(graph):
    return {"edges": graph.ecount(), **peer.sum_max(graph.es["weight"])}


def clusters(call):
    return call, lambda found: {"modularity": found.modularity, "count": len(found)}


def harmonic(graph):
    """Sums of 1/distance, as the others give them; igraph divides by the other vertices."""
    return [score * (graph.vcount() - 1) for score in graph.harmonic_centrality()]


def scores(call):
    return call, peer.sum_max


def graphml(data):
    graph = data.graph
    with tempfile.NamedTemporaryFile(delete=False) as file:
        path = file.name
    return lambda: graph.write_graphml(path), lambda _: peer.count_graphml(path)


def gini(data):
    graph = data.graph
    first = graph.vs["type"].index(True)
    return (lambda: peer.gini(graph.degree(range(first, graph.vcount()))),
            lambda found: {"gini": found})


peer.run("python-igraph " + igraph.__version__, {
    "read": lambda data: (lambda: read(data.file), counts),
    "projection": lambda data: (lambda graph=data.graph: project(graph), weights),
    "louvain": lambda data: clusters(
        lambda graph=data.projection: graph.community_multilevel(weights="weight")),
    "leiden": lambda data: (
        lambda graph=data.projection: graph.community_leiden(
            objective_function="modularity", weights="weight", n_iterations=2),
        lambda found: {"modularity": data.projection.modularity(found, weights="weight"),
                       "count": len(found)}),
    "betweenness-bip": lambda data: scores(lambda graph=data.graph: graph.betweenness()),
    "betweenness-proj": lambda data: scores(lambda graph=data.projection: graph.betweenness()),
    "harmonic-bip": lambda data: scores(lambda graph=data.graph: harmonic(graph)),
    "harmonic-proj": lambda data: scores(lambda graph=data.projection: harmonic(graph)),
    "pagerank": lambda data: scores(lambda graph=data.graph: graph.pagerank(damping=0.85)),
    "components": lambda data: (
        lambda graph=data.graph: graph.connected_components(),
        lambda found: {"count": len(found), "max": max(found.sizes())}),
    "kcore": lambda data: scores(lambda graph=data.graph: graph.coreness()),
    "gini": gini,
    "graphml": graphml,
}, Data)
