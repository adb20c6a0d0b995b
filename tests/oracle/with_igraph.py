#!/usr/bin/env python3
"""Oracle.Igraph: centrality, ranks, hubs and optimal clusters against igraph's C core.

    tests/oracle/with_igraph.py build/release/respnet .        (or: ctest -L oracle)

Debian: python3-igraph python3-numpy. igraph scales some measures otherwise than NetworkX does; the
factors stand beside the call. Leading vectors come from ARPACK; where the two largest values lie so
near that a vector is not determined to the tolerance, the network is counted as left out.
"""

import math
import sys

import respnet
from comparison import AtMost, Skip
from packages import require
from plans import plans

numpy = require("numpy", "python3-numpy")
igraph = require("igraph", "python3-igraph")

ARPACK_GAP = 1e-3  # least relative distance of the two largest values
MOST_UNITS_FOR_OPTIMUM = 9  # igraph's optimum is an integer program


def two_mode_graph(plan):
    """Tasks are the first vertices."""
    edges = [(t, plan.tasks + u) for t, u in zip(*plan.incidence.nonzero())]
    kinds = [0] * plan.tasks + [1] * plan.units
    return igraph.Graph.Bipartite(kinds, edges)


def shared_graph(plan):
    return igraph.Graph.Weighted_Adjacency(plan.shared.tolist(), mode="undirected", attr="weight")


def lead_graph(plan):
    return igraph.Graph.Weighted_Adjacency(plan.support_to_lead.tolist(), mode="directed",
                                           attr="weight")


def finite(values):
    return [0.0 if value is None or math.isnan(value) else value for value in values]


def reached_share(graph):
    """Others that each vertex reaches, over all others."""
    others = max(1, graph.vcount() - 1)
    sizes = graph.connected_components()
    return [(sizes.size(sizes.membership[v]) - 1) / others for v in range(graph.vcount())]


def harmonic(graph):
    """igraph's is a mean over the others, NetworkX's and ours a sum."""
    return [value * (graph.vcount() - 1)
            for value in finite(graph.harmonic_centrality(mode="all"))]


def most_between(own, other):
    """Borgatti and Everett's most betweenness in a mode."""
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1)**2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def two_mode_closeness(graph, own, other):
    """igraph's is over the vertices reached; ours over how many there could be at distance 1, 2."""
    sums = [1 / value * (reached * (graph.vcount() - 1)) if value else 0 for value, reached in
            zip(finite(graph.closeness()), reached_share(graph))]
    return [(other(v) + 2 * (own(v) - 1)) / total * reached if total else 0
            for v, (total, reached) in enumerate(zip(sums, reached_share(graph)))]


def vector_or_skip(matrix, vector, values_of=lambda m: numpy.linalg.svd(m, compute_uv=False)):
    """What `vector` gives if the largest value stands alone."""
    values = numpy.sort(values_of(matrix))[::-1]
    if not matrix.any():
        return [0.0] * matrix.shape[1]
    if values.size > 1 and values[0] - values[1] < ARPACK_GAP * values[0]:
        return Skip("two largest values too near")
    return vector()


def two_mode_measures(plan):
    graph = two_mode_graph(plan)
    tasks, units = plan.tasks, plan.units
    own = lambda v: tasks if v < tasks else units
    other = lambda v: units if v < tasks else tasks
    between = graph.betweenness()
    values = {
        "closeness": two_mode_closeness(graph, own, other),
        "harmonic": harmonic(graph),
        "betweenness": [value / most if (most := most_between(own(v), other(v))) else 0
                        for v, value in enumerate(between)],
        "pagerank": graph.pagerank(damping=0.85),
        "core": graph.coreness(),
    }
    measures = {("network", "components"): [len(graph.connected_components())]}
    for measure, by_vertex in values.items():
        measures["task", f"bipartite.{measure}"] = by_vertex[:tasks]
        measures["unit", f"bipartite.{measure}"] = by_vertex[tasks:]

    # The authorities of arcs from tasks to units are the singular vector of the units.
    arcs = igraph.Graph(n=tasks + units, edges=graph.get_edgelist(), directed=True)
    matrix = plan.incidence.astype(float)
    for level, scores, mode in [("task", arcs.hub_score, slice(0, tasks)),
                                ("unit", arcs.authority_score, slice(tasks, None))]:
        sides = matrix.T if level == "task" else matrix
        vector = vector_or_skip(sides, lambda: scores(scale=True)[mode])
        skipped = isinstance(vector, Skip)
        measures[level, "bipartite.eigenvector"] = vector if skipped else unit_norm(vector)
        measures[level, "bipartite.hits"] = vector if skipped else unit_sum(vector)
    return measures


def unit_norm(vector):
    norm = numpy.linalg.norm(vector)
    return [value / norm if norm else 0.0 for value in vector]


def unit_sum(vector):
    total = sum(vector)
    return [value / total if total else 0.0 for value in vector]


def projection_measures(plan, reported):
    graph = shared_graph(plan)
    pairs = (plan.units - 1) * (plan.units - 2) / 2
    undefined_without_ties = [
        value if graph.degree(v) else None
        for v, value in enumerate(graph.constraint(weights="weight"))]
    eigenvector = vector_or_skip(
        plan.shared, lambda: graph.eigenvector_centrality(weights="weight"), numpy.linalg.eigvalsh)
    values = {
        "degree": graph.degree(),
        "strength": graph.strength(weights="weight"),
        "closeness": [value * reached for value, reached in
                      zip(finite(graph.closeness()), reached_share(graph))],
        "harmonic": harmonic(graph),
        "betweenness": [value / pairs if pairs else 0 for value in graph.betweenness()],
        "pagerank": graph.pagerank(damping=0.85, weights="weight"),
        "core": graph.coreness(),
        "clustering": graph.transitivity_local_undirected(mode="zero"),
        "constraint": undefined_without_ties,
        "eigenvector": eigenvector if isinstance(eigenvector, Skip) else unit_norm(eigenvector),
    }
    measures = {("unit", f"co.{measure}"): by_vertex for measure, by_vertex in values.items()}

    number = {unit["id"]: i for i, unit in enumerate(reported["units"])}
    ends = [(number[row["a"]], number[row["b"]]) for row in reported["pairs"]]
    units = range(plan.tasks, plan.tasks + plan.units)  # with pairs= igraph 0.10.2 adds loops
    jaccard = two_mode_graph(plan).similarity_jaccard(vertices=units, loops=False)
    measures["pair", "co.jaccard"] = [jaccard[a][b] for a, b in ends]
    measures["pair", "co.shared"] = [graph.es[graph.get_eid(a, b)]["weight"] for a, b in ends]
    return measures


def lead_measures(plan):
    graph = lead_graph(plan)
    chains = (plan.units - 1) * (plan.units - 2)
    values = {
        "reach": graph.indegree(),
        "strength": graph.strength(mode="in", weights="weight"),
        "pagerank": graph.pagerank(damping=0.85, weights="weight"),
        "betweenness": [value / chains if chains else 0 for value in graph.betweenness()],
    }
    matrix = plan.support_to_lead.astype(float)
    for measure, scores in [("hub", graph.hub_score), ("authority", graph.authority_score)]:
        vector = (Skip("two units: igraph 0.10.2 gives hubs for authorities") if plan.units == 2
                  else vector_or_skip(matrix, lambda: scores(weights="weight")))
        values[measure] = vector if isinstance(vector, Skip) else unit_sum(vector)
    return {("unit", f"lead.{measure}"): by_unit for measure, by_unit in values.items()}


def igraph_measures(plan, reported):
    return {**two_mode_measures(plan), **projection_measures(plan, reported),
            **lead_measures(plan)}


def projection_clusters(plan, reported):
    """Of respnet --method modularity: the reported partition scored, and the best there is."""
    graph = shared_graph(plan)
    if not graph.ecount():
        return {("network", "clusters.modularity (of the partition)"): [None]}
    labels = [unit["co.cluster"] for unit in reported["units"]]
    none = max((label for label in labels if label), default=0)
    alone = iter(range(none + 1, none + 1 + len(labels)))
    labels = [label if label else next(alone) for label in labels]
    found = graph.modularity(labels, weights="weight")
    best = (Skip(f"more than {MOST_UNITS_FOR_OPTIMUM} units")
            if plan.units > MOST_UNITS_FOR_OPTIMUM
            else AtMost([graph.community_optimal_modularity(weights="weight").modularity]))
    return {("network", "clusters.modularity (of the partition)"): [found],
            ("network", "clusters.modularity (the optimum)"): best}


def main(program, source):
    all_plans = list(plans(source))
    comparison = respnet.compare_all(igraph_measures, program, all_plans)
    comparison.add(respnet.compare_all(projection_clusters, program, all_plans,
                                       ["--method", "modularity"]))
    comparison.print_and_exit(f"igraph {igraph.__version__}", len(all_plans))


if __name__ == "__main__":
    main(*sys.argv[1:])
