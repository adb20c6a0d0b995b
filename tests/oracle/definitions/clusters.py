"""The modularity of the reported clusters, and the best there is by enumeration."""

import numpy

from comparison import AtMost, Skip


MOST_UNITS_TO_PARTITION = 7  # 877 partitions


def best_modularity(incidence, labels):
    """Barber's, each task in the cluster it fits best, or alone where none is worth it."""
    total, sizes = incidence.sum(), incidence.sum(1)
    groups = [[label == g for label in labels] for g in set(labels) - {None}]
    gains = numpy.array([incidence[:, group].sum(1) / total
                         - sizes * incidence[:, group].sum() / total**2 for group in groups])
    return numpy.maximum(0, gains.max(0)).sum()


def partitions(items):
    if not items:
        yield []
        return
    for rest in partitions(items[1:]):
        highest = max(rest, default=-1)
        for group in range(highest + 2):
            yield [group] + rest


def cluster_measures(plan, reported):
    incidence = plan.incidence.astype(int)
    if not incidence.any():
        return {("network", "clusters.modularity (of the partition)"): [None]}
    labels = [unit["co.cluster"] for unit in reported["units"]]
    measures = {("network", "clusters.modularity (of the partition)"): [
        best_modularity(incidence, labels)]}
    busy = incidence[:, incidence.any(0)]
    if busy.shape[1] > MOST_UNITS_TO_PARTITION:
        optimum = Skip(f"more than {MOST_UNITS_TO_PARTITION} units")
    else:
        everyone = [*range(busy.shape[1])]
        optimum = AtMost([max(best_modularity(busy, one) for one in partitions(everyone))])
    return measures | {("network", "clusters.modularity (the optimum)"): optimum}
