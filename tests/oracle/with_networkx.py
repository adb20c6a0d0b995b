#!/usr/bin/env python3
"""Oracle.NetworkX: centrality, projections and two-mode measures against NetworkX.

    tests/oracle/with_networkx.py build/release/respnet .      (or: ctest -L oracle)

Debian: python3-networkx python3-scipy. Each measure names the function of NetworkX that gives it.
Pagerank of NetworkX is iterated to 1e-14 a vertex.
"""

import sys

import respnet
from comparison import Skip
from packages import require
from plans import plans

nx = require("networkx", "python3-networkx")
require("scipy", "python3-scipy")
bipartite = nx.bipartite

PAGERANK = {"alpha": 0.85, "tol": 1e-14, "max_iter": 10000}
MOST_UNITS_FOR_CONSTRAINT = 20  # it takes NetworkX the fifth power of the units


def two_mode_graph(plan):
    graph = nx.Graph()
    tasks = [("task", t) for t in range(plan.tasks)]
    units = [("unit", u) for u in range(plan.units)]
    graph.add_nodes_from(tasks, bipartite=0)
    graph.add_nodes_from(units, bipartite=1)
    graph.add_edges_from((tasks[t], units[u]) for t, u in zip(*plan.incidence.nonzero()))
    return graph, tasks, units


def lead_graph(plan):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(plan.units))
    matrix = plan.support_to_lead
    graph.add_weighted_edges_from((a, b, matrix[a, b]) for a, b in zip(*matrix.nonzero()))
    return graph


def by_node(values, nodes):
    return [values[node] for node in nodes]


def redundancy(graph, nodes):
    able = [node for node in nodes if graph.degree(node) >= 2]
    values = bipartite.node_redundancy(graph, able)
    return [values.get(node) for node in nodes]


def closed_paths(graph):
    """NetworkX gives 0 where there is no path of three edges; here that is undefined."""
    paths = sum((graph.degree(a) - 1) * (graph.degree(b) - 1) for a, b in graph.edges)
    return bipartite.robins_alexander_clustering(graph) if paths else None


def centralization(values, nodes, divisor):
    return [sum(max(by_node(values, nodes)) - values[node] for node in nodes) / divisor]


def centralizations(degree, between, tasks, units):
    """Of each mode; Freeman's sum over the most it can be."""
    measures = {}
    for mode, own, other in [("units", units, tasks), ("tasks", tasks, units)]:
        if len(own) < 2 or len(other) < 2:
            found = {"degree": [None], "betweenness": [None]}
        else:
            most = (len(own) - 1) * (len(other) - 1) / len(other)  # degree is a share of the other
            found = {"degree": centralization(degree, own, most),
                     "betweenness": centralization(between, own, len(own) - 1)}
        measures |= {("network", f"centralization.{kind}.{mode}"): value
                     for kind, value in found.items()}
    return measures


def two_mode_measures(plan):
    graph, tasks, units = two_mode_graph(plan)
    values = {("network", "components"): [nx.number_connected_components(graph)],
              ("network", "density"): [bipartite.density(graph, units)],
              ("network", "clustering.robins_alexander"): [closed_paths(graph)]}
    either_mode = {
        "degree": bipartite.degree_centrality(graph, units),
        "closeness": bipartite.closeness_centrality(graph, units, normalized=True),
        "harmonic": nx.harmonic_centrality(graph),
        "pagerank": nx.pagerank(graph, **PAGERANK),
        "core": nx.core_number(graph),
        "clustering": bipartite.clustering(graph, mode="dot"),
        "clustering_min": bipartite.clustering(graph, mode="min"),
        "clustering_max": bipartite.clustering(graph, mode="max"),
    }
    try:
        either_mode["betweenness"] = bipartite.betweenness_centrality(graph, units)
        values |= centralizations(either_mode["degree"], either_mode["betweenness"], tasks, units)
    except ZeroDivisionError:
        for level in ["unit", "task"]:
            values[level, "bipartite.betweenness"] = Skip("NetworkX divides by 0, we give 0")
    for level, nodes in [("unit", units), ("task", tasks)]:
        for measure, by_vertex in either_mode.items():
            values[level, f"bipartite.{measure}"] = by_node(by_vertex, nodes)
        values[level, "bipartite.redundancy"] = redundancy(graph, nodes)
    return values


def projection_measures(plan, reported):
    graph, _, units = two_mode_graph(plan)
    shared = bipartite.weighted_projected_graph(graph, units)

    values = {
        "degree": dict(shared.degree),
        "strength": dict(shared.degree(weight="weight")),
        "closeness": nx.closeness_centrality(shared),
        "harmonic": nx.harmonic_centrality(shared),
        "betweenness": nx.betweenness_centrality(shared),
        "pagerank": nx.pagerank(shared, **PAGERANK),
        "core": nx.core_number(shared),
        "clustering": nx.clustering(shared),
        "effective_size": nx.effective_size(shared),
    }
    measures = {("unit", f"co.{measure}"): by_node(by_vertex, units)
                for measure, by_vertex in values.items()}
    measures["unit", "co.constraint"] = (
        by_node(nx.constraint(shared, weight="weight"), units)
        if plan.units <= MOST_UNITS_FOR_CONSTRAINT
        else Skip(f"more than {MOST_UNITS_FOR_CONSTRAINT} units"))

    number = {unit["id"]: units[i] for i, unit in enumerate(reported["units"])}
    weights = {
        "shared": shared,
        "newman": bipartite.collaboration_weighted_projected_graph(graph, units),
        "jaccard": bipartite.overlap_weighted_projected_graph(graph, units, jaccard=True),
        "overlap": bipartite.overlap_weighted_projected_graph(graph, units, jaccard=False),
        "ratio": bipartite.weighted_projected_graph(graph, units, ratio=True),
    }
    rows = reported["pairs"]
    for measure, projection in weights.items():
        found = [projection.edges[number[row["a"]], number[row["b"]]]["weight"]
                 if projection.has_edge(number[row["a"]], number[row["b"]]) else None
                 for row in rows]
        missing = projection.number_of_edges() - len(rows)  # a pair that respnet does not list
        measures["pair", f"co.{measure}"] = found + [None] * missing
    return measures


def lead_measures(plan):
    graph = lead_graph(plan)
    values = {"reach": dict(graph.in_degree), "strength": dict(graph.in_degree(weight="weight")),
              "pagerank": nx.pagerank(graph, **PAGERANK),
              "betweenness": nx.betweenness_centrality(graph)}
    return {("unit", f"lead.{measure}"): by_node(by_vertex, range(plan.units))
            for measure, by_vertex in values.items()}


def networkx_measures(plan, reported):
    return {**two_mode_measures(plan), **projection_measures(plan, reported),
            **lead_measures(plan)}


def main(program, source):
    all_plans = list(plans(source))
    comparison = respnet.compare_all(networkx_measures, program, all_plans)
    comparison.print_and_exit(f"NetworkX {nx.__version__}", len(all_plans))


if __name__ == "__main__":
    main(*sys.argv[1:])
