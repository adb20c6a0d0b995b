"""Two-mode ranks, butterflies, concepts, nestedness; partners in the projection."""

import itertools

import numpy

from comparison import Skip


MOST_CONCEPTS = 20000
MOST_PATHS_LISTED = 20000


def rank_measures(plan):
    """BiRank and Co-HITS as one linear system; d = 0.85 both ways."""
    incidence, damping = plan.incidence.astype(float), 0.85
    sizes = numpy.maximum(1, incidence.sum(1))[:, None]
    degrees = numpy.maximum(1, incidence.sum(0))
    steps = {"birank": (incidence / numpy.sqrt(sizes * degrees),) * 2,
             "cohits": (incidence / degrees, incidence / sizes)}
    measures = {}
    for measure, (to_tasks, to_units) in steps.items():
        system = numpy.block([[numpy.eye(plan.tasks), -damping * to_tasks],
                              [-damping * to_units.T, numpy.eye(plan.units)]])
        start = numpy.repeat([(1 - damping) / plan.tasks, (1 - damping) / plan.units],
                             [plan.tasks, plan.units])
        rank = numpy.linalg.solve(system, start)
        measures["task", f"bipartite.{measure}"] = rank[:plan.tasks]
        measures["unit", f"bipartite.{measure}"] = rank[plan.tasks:]
    return measures


def four_paths(incidence):
    """Opsahl's coefficient by listing every path unit, task, unit, task, unit; both directions."""
    of = [set(row.nonzero()[0]) for row in incidence]
    held = [set(column.nonzero()[0]) for column in incidence.T]
    paths = closed = 0
    for middle, tasks in enumerate(held):
        for first, second in itertools.permutations(tasks, 2):
            for a in of[first] - {middle}:
                for b in of[second] - {middle, a}:
                    paths += 1
                    closed += bool(held[a] & held[b] - {first, second})
                    if paths > MOST_PATHS_LISTED:
                        return Skip(f"more than {MOST_PATHS_LISTED} paths")
    return [closed / paths if paths else None]


def concepts(incidence):
    """Sets of units that are what some set of tasks have in common."""
    found = {frozenset(range(incidence.shape[1]))}
    for row in incidence:
        task = frozenset(row.nonzero()[0])
        found |= {task & other for other in found}
        if len(found) > MOST_CONCEPTS:
            return Skip(f"more than {MOST_CONCEPTS} concepts")
    return [len(found)]


def choose_two(x):
    return x * (x - 1) // 2


def structure_measures(plan):
    incidence = plan.incidence.astype(int)
    shared, overlap = plan.shared, incidence @ incidence.T
    numpy.fill_diagonal(overlap, 0)
    per_unit, per_task = choose_two(shared).sum(1), choose_two(overlap).sum(1)
    gaps = incidence.sum(0)[:, None] - shared
    apart = (gaps * gaps.T)[numpy.triu_indices(plan.units, 1)]
    measures = {
        ("unit", "bipartite.butterflies"): per_unit,
        ("task", "bipartite.butterflies"): per_task,
        ("network", "butterflies"): [per_unit.sum() / 2],
        ("network", "clustering.opsahl"): four_paths(incidence),
        ("network", "concepts"): concepts(incidence),
        ("network", "segregation.c_score"): [apart.mean() if apart.size else None],
    }
    nodf = [nestedness(incidence), nestedness(incidence.T)]
    pairs = [choose_two(plan.tasks), choose_two(plan.units)]
    for measure, value, count in zip(["nodf_tasks", "nodf_units"], nodf, pairs):
        measures["network", f"nestedness.{measure}"] = [value / count if count else None]
    measures["network", "nestedness.nodf"] = [sum(nodf) / sum(pairs) if sum(pairs) else None]
    return measures


def nestedness(rows):
    """Sum over pairs of rows of the percentage of the smaller that lies in the larger."""
    fills = rows.sum(1)
    inside = 100 * (rows @ rows.T) / numpy.maximum(1, fills)  # [i, j]: share of j in i
    return inside[fills[:, None] > fills].sum()


def partner_measures(plan, reported):
    shared = plan.shared.astype(float)
    strength, degree = shared.sum(1), (shared > 0).sum(1)
    labels = [unit["co.cluster"] for unit in reported["units"]]
    same = numpy.array([[a is not None and a == b for a in labels] for b in labels])
    depth = [s / d if d else None for s, d in zip(strength, degree)]
    have = degree > 0
    broad = degree >= (numpy.median(degree[have]) if have.any() else 0)
    deep = numpy.array([d or 0 for d in depth])
    deep = deep >= (numpy.median(deep[have]) if have.any() else 0)
    groups = sorted(set(labels) - {None})
    to_group = numpy.array([shared[:, [label == g for label in labels]].sum(1) for g in groups])
    inside = (shared * same).sum(1)

    def within_z(u):
        members = inside[same[u]]
        spread = members.std(ddof=1) if len(members) > 1 else 0
        return (inside[u] - members.mean()) / spread if spread > 1e-12 else 0.0

    return {
        ("unit", "role.depth"): depth,
        ("unit", "role.quadrant"): [1 + (not d) + 2 * (not b) if h else None
                                    for h, b, d in zip(have, broad, deep)],
        ("unit", "co.distinctiveness"): shared @ numpy.log10(
            max(1, plan.units - 1) / numpy.maximum(1, degree)),
        ("unit", "co.participation"): [
            1 - ((to_group[:, u] / strength[u])**2).sum() if have[u] else None
            for u in range(plan.units)],
        ("unit", "co.within_z"): [within_z(u) if labels[u] is not None else None
                                  for u in range(plan.units)],
    }
