"""graph-tool. It optimises no weighted modularity, and has no projection of its own."""

import tempfile

import numpy
from graph_tool import Graph, centrality, load_graph_from_csv, openmp_set_num_threads, topology
from graph_tool import __version__ as version

import peer


class Data(peer.Data):
    def make_graph(self):
        openmp_set_num_threads(self.threads)
        graph = read(self.file)
        tasks = {task for task, _, _ in peer.rows(self.file)}
        names = graph.vp["name"]
        graph.vp["unit"] = graph.new_vp("bool", [names[v] not in tasks for v in graph.vertices()])
        return graph

    def make_projection(self):
        openmp_set_num_threads(self.threads)
        shared = {}
        of_task = {}
        tasks, units, edges = peer.numbered(self.file)
        for task, unit in edges:
            of_task.setdefault(task, []).append(unit - len(tasks))
        for members in of_task.values():
            for i, a in enumerate(members):
                for b in members[:i]:
                    shared[min(a, b), max(a, b)] = shared.get((min(a, b), max(a, b)), 0) + 1
        graph = Graph(directed=False)
        graph.add_vertex(len(units))
        graph.add_edge_list(list(shared))
        return graph


def read(file):
    return load_graph_from_csv(file, directed=False, skip_first=True, hashed=True)


def scores(graph, call):
    return lambda: call(graph), lambda found: peer.sum_max(numpy.nan_to_num(found.a))


def counts(graph):
    tasks = {task for task, _, _ in peer.rows(counts.file)}
    return {"tasks": len(tasks), "units": graph.num_vertices() - len(tasks),
            "edges": graph.num_edges()}


def reading(data):
    openmp_set_num_threads(data.threads)
    counts.file = data.file
    return lambda: read(data.file), counts


def betweenness(graph):
    return centrality.betweenness(graph, norm=False)[0]


def harmonic(graph):
    return centrality.closeness(graph, norm=False, harmonic=True)


def components(data):
    graph = data.graph
    return (lambda: topology.label_components(graph),
            lambda found: {"count": len(found[1]), "max": int(max(found[1]))})


def gini(data):
    graph = data.graph
    units = graph.vp["unit"].a.astype(bool)
    return (lambda: peer.gini(graph.get_total_degrees(numpy.flatnonzero(units)).tolist()),
            lambda found: {"gini": found})


def graphml(data):
    graph = data.graph
    with tempfile.NamedTemporaryFile(delete=False) as file:
        path = file.name
    return lambda: graph.save(path, fmt="graphml"), lambda _: peer.count_graphml(path)


peer.run("graph-tool " + version.split()[0], {
    "read": reading,
    "betweenness-bip": lambda data: scores(data.graph, betweenness),
    "betweenness-proj": lambda data: scores(data.projection, betweenness),
    "harmonic-bip": lambda data: scores(data.graph, harmonic),
    "harmonic-proj": lambda data: scores(data.projection, harmonic),
    "pagerank": lambda data: scores(
        data.graph, lambda graph: centrality.pagerank(graph, damping=0.85, epsilon=1e-10)),
    "components": components,
    "kcore": lambda data: scores(data.graph, topology.kcore_decomposition),
    "gini": gini,
    "graphml": graphml,
}, Data)
