#!/usr/bin/env python3
"""Oracle.SciPy: what NetworkX, igraph and vegan lack, by NumPy and SciPy from the definition.

    tests/oracle/with_scipy.py build/release/respnet .         (or: ctest -L oracle)

Debian: python3-numpy python3-scipy. Linear systems are solved directly where respnet iterates, sums
are written as matrix products, optima are found by enumeration or by an integer program.
"""

import itertools
import math
import sys
from fractions import Fraction

import respnet
from comparison import AtMost, Skip
from packages import require
from plans import plans

numpy = require("numpy", "python3-numpy")
scipy = require("scipy", "python3-scipy")
import scipy.optimize
import scipy.special
import scipy.stats

MOST_CONCEPTS = 20000
MOST_UNITS_TO_PARTITION = 7  # 877 partitions
MOST_PATHS_LISTED = 20000
MOST_UNITS_TO_RANK = 12
SUMS = 1e-12  # how near the sums of the configuration model are to come


def concentration(x):
    """Indices of a non-negative load over all units."""
    n, total = len(x), x.sum()
    names = ["gini", "hhi", "hhi_normalized", "effective_units", "theil", "hoover", "entropy",
             "evenness", "cr1", "cr3", "cr5", "max_over_mean", "gini_corrected", "cv", "atkinson",
             "mld", "palma"]
    if total == 0:
        return dict.fromkeys(names)
    shares, mean = x / total, x.mean()
    gini = numpy.abs(x[:, None] - x).sum() / (2 * n * n * mean)
    entropy = scipy.stats.entropy(shares)
    hhi = (shares**2).sum()
    top = numpy.sort(shares)[::-1]
    ranks, lorenz = numpy.arange(n + 1) / n, numpy.append(0, numpy.cumsum(numpy.sort(shares)))
    idle = numpy.interp(0.4, ranks, lorenz)
    values = {
        "gini": gini, "hhi": hhi, "effective_units": 1 / hhi,
        "theil": scipy.stats.entropy(shares, numpy.full(n, 1 / n)),
        "hoover": numpy.abs(shares - 1 / n).sum() / 2, "entropy": entropy,
        "cr1": top[0], "cr3": top[:3].sum(), "cr5": top[:5].sum(), "max_over_mean": x.max() / mean,
        "cv": scipy.stats.variation(x), "atkinson": 1 - numpy.sqrt(x / mean).mean()**2,
        "mld": numpy.log(mean / x).mean() if x.all() else None,
        "palma": (1 - numpy.interp(0.9, ranks, lorenz)) / idle if idle > 1e-12 else None,
        "hhi_normalized": None, "evenness": None, "gini_corrected": None,
    }
    if n > 1:
        values |= {"hhi_normalized": (hhi - 1 / n) / (1 - 1 / n), "evenness": entropy / math.log(n),
                   "gini_corrected": gini * n / (n - 1)}
    return values


def theil_parts(x, labels):
    """Theil's index inside groups and between them; units of no group have no load."""
    if x.sum() == 0:
        return None, None
    within = between = 0.0
    for group in set(labels) - {None}:
        members = x[[label == group for label in labels]]
        share = members.sum() / x.sum()
        if share:
            even = numpy.full(len(members), 1 / len(members))
            within += share * scipy.stats.entropy(members / members.sum(), even)
            between += share * math.log(share / (len(members) / len(x)))
    return within, between


def loads(plan):
    incidence, sizes = plan.incidence.astype(float), plan.incidence.sum(1)
    taken, led = incidence.sum(0), plan.lead.sum(0).astype(float)
    supported = plan.support.sum(0).astype(float)
    share = (incidence / numpy.maximum(sizes, 1)[:, None]).sum(0)
    return {"tasks": taken, "lead": led, "support": supported, "share": share,
            "weighted": led + supported / 2}


def load_measures(plan, reported):
    incidence, sizes, load = plan.incidence, plan.incidence.sum(1), loads(plan)
    taken = load["tasks"]
    labels = [unit["co.cluster"] for unit in reported["units"]]
    measures = {("unit", f"load.{kind}"): values for kind, values in load.items()}
    over = lambda values: [v / d if d else None for v, d in zip(values, taken)]
    measures |= {
        ("network", "tasks"): [plan.tasks],
        ("network", "units"): [plan.units],
        ("network", "assignments"): [incidence.sum()],
        ("unit", "load.lead_ratio"): over(load["lead"]),
        ("unit", "load.balance"): over(load["lead"] - load["support"]),
        ("unit", "load.exclusivity"): incidence.T @ numpy.exp(1 - sizes.astype(float)),
        ("unit", "lead.sole"): plan.lead.T @ (plan.lead.sum(1) == 1).astype(int),
        ("task", "task.units"): sizes,
        ("task", "task.leads"): plan.lead.sum(1),
        ("task", "task.support"): plan.support.sum(1),
        ("task", "task.cross_cluster"): [
            1 - sum(math.comb(mine.count(g), 2) for g in set(mine)) / math.comb(len(mine), 2)
            if len(mine := [labels[u] for u in row.nonzero()[0]]) > 1 else None
            for row in incidence],
        ("network", "redundancy.assignment"): [
            numpy.maximum(0, sizes - 1).sum() / ((plan.units - 1) * plan.tasks)
            if plan.units > 1 else None],
    }
    for kind in ["tasks", "lead", "share", "weighted"]:
        values = load[kind]
        for index, value in concentration(values).items():
            measures["network", f"concentration.{kind}.{index}"] = [value]
        for part, value in zip(["within", "between"], theil_parts(values, labels)):
            measures["network", f"concentration.{kind}.theil_{part}_clusters"] = [value]
        measures["unit", f"rank.{kind}"] = scipy.stats.rankdata(-values.round(12), "min")
    low_high = role_weight_ranks(load["lead"], load["support"])
    for place, end in enumerate(["low", "high"]):
        measures["unit", f"rank.role_weights.{end}"] = (
            low_high if isinstance(low_high, Skip) else low_high[place])
    return measures


def role_weight_ranks(led, supported):
    """Best and worst rank by led + w supported: at 0, 1, each w where two tie, and in between."""
    if len(led) > MOST_UNITS_TO_RANK:
        return Skip(f"more than {MOST_UNITS_TO_RANK} units")
    led, supported = [int(x) for x in led], [int(x) for x in supported]
    ties = {Fraction(0), Fraction(1)}
    for a, b in itertools.combinations(range(len(led)), 2):
        if supported[a] != supported[b]:
            weight = Fraction(led[b] - led[a], supported[a] - supported[b])
            if 0 <= weight <= 1:
                ties.add(weight)
    ties = sorted(ties)
    weights = ties + [(a + b) / 2 for a, b in zip(ties, ties[1:])]
    scores = [[x + w * y for x, y in zip(led, supported)] for w in weights]
    ranks = [[1 + sum(other > mine for other in row) for mine in row] for row in scores]
    return list(map(min, zip(*ranks))), list(map(max, zip(*ranks)))


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


def broker(g_a, g_b, g_c):
    if g_a == g_b == g_c:
        return "coordinator"
    if g_a == g_c:
        return "itinerant"
    if g_a == g_b:
        return "representative"
    return "gatekeeper" if g_b == g_c else "liaison"


def lead_measures(plan, reported):
    labels = [unit["co.cluster"] for unit in reported["units"]]
    arcs = plan.support_to_lead.T > 0  # from lead to support
    kinds = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"]
    counts = {kind: [0] * plan.units for kind in kinds}
    for b in range(plan.units):
        for a, c in itertools.product(arcs[:, b].nonzero()[0], arcs[b].nonzero()[0]):
            if a != c and not arcs[a, c]:
                counts[broker(labels[a], labels[b], labels[c])][b] += 1
    measures = {("unit", f"lead.{kind}"): values for kind, values in counts.items()}

    # Each time the unit with most leads of all goes; equals by number.
    led = plan.lead[plan.lead.any(1)]
    if not len(led):
        return measures | {("network", "lead.bus_factor"): [None],
                           ("network", "robustness.lead"): [None]}
    standing, left = [1.0], led.copy()
    for unit in numpy.argsort(-led.sum(0), kind="stable"):
        left[:, unit] = False
        standing.append(left.any(1).mean())
    measures["network", "robustness.lead"] = [numpy.trapz(standing) / plan.units]
    measures["network", "lead.bus_factor"] = [least_loss(led)]
    return measures


def least_loss(led):
    """Least units that end more than half of the led tasks: x_u is lost, y_t ended, y_t <= x_u."""
    tasks, units = led.shape
    rows = [(t, u) for t, u in zip(*led.nonzero())]
    ends = numpy.zeros((len(rows) + 1, units + tasks))
    for row, (t, u) in enumerate(rows):
        ends[row, u], ends[row, units + t] = -1, 1
    ends[-1, units:] = -1
    limits = numpy.append(numpy.zeros(len(rows)), -(tasks // 2 + 1))
    found = scipy.optimize.milp(
        numpy.append(numpy.ones(units), numpy.zeros(tasks)), integrality=numpy.ones(units + tasks),
        bounds=scipy.optimize.Bounds(0, 1),
        constraints=scipy.optimize.LinearConstraint(ends, ub=limits))
    return round(found.fun)


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


def pair_measures(plan, reported):
    incidence = plan.incidence.astype(float)
    sizes = numpy.maximum(1, incidence.sum(1))[:, None]
    degrees = numpy.maximum(1, incidence.sum(0))
    lead, support = plan.lead.astype(int), plan.support.astype(int)
    tables = {
        "cosine": incidence.T @ incidence / numpy.sqrt(degrees[:, None] * degrees),
        "fractional": incidence.T @ (incidence / sizes),
        "hyperbolic_ab": incidence.T @ (incidence / sizes) / degrees[:, None],
        "lead_lead": lead.T @ lead, "lead_support": lead.T @ support,
        "support_lead": support.T @ lead, "support_support": support.T @ support,
    }
    tables["hyperbolic_ba"] = tables["hyperbolic_ab"].T
    number = {unit["id"]: i for i, unit in enumerate(reported["units"])}
    ends = [(number[row["a"]], number[row["b"]]) for row in reported["pairs"]]
    measures = {("pair", f"co.{measure}"): [table[a, b] for a, b in ends]
                for measure, table in tables.items()}
    return measures | chance_measures(plan, ends)


def interior(row_sums, column_sums):
    """The bipartite configuration model of sums that are neither 0 nor full, or None."""
    rows, row_of = numpy.unique(row_sums, return_inverse=True)
    columns, column_of = numpy.unique(column_sums, return_inverse=True)
    row_count, column_count = numpy.bincount(row_of), numpy.bincount(column_of)

    def chances(logs):
        return scipy.special.expit(logs[:len(rows), None] + logs[None, len(rows):])

    def off(logs):
        p = chances(logs)
        return numpy.append(p @ column_count - rows, row_count @ p - columns)

    total = max(1, row_sums.sum())
    start = numpy.append(numpy.log(rows / math.sqrt(total)), numpy.log(columns / math.sqrt(total)))
    found = scipy.optimize.least_squares(off, start, xtol=1e-15, ftol=1e-15, gtol=1e-15,
                                         max_nfev=2000)
    if numpy.abs(off(found.x)).max() > SUMS:
        return None
    return chances(found.x)[row_of][:, column_of]


def configuration(incidence):
    """Chances of each assignment when only the sums are kept on average; None if not found."""
    chances = numpy.zeros(incidence.shape)
    rows, columns = numpy.arange(incidence.shape[0]), numpy.arange(incidence.shape[1])
    row_sums, column_sums = incidence.sum(1), incidence.sum(0)
    while True:  # what is empty or full leaves the rest smaller
        full_rows = row_sums == len(columns)
        settled = full_rows | (row_sums == 0)
        if settled.any():
            chances[numpy.ix_(rows[full_rows], columns)] = 1
            column_sums = column_sums - full_rows.sum()
            rows, row_sums = rows[~settled], row_sums[~settled]
            continue
        full_columns = column_sums == len(rows)
        settled = full_columns | (column_sums == 0)
        if not settled.any() or not len(rows) or not len(columns):
            break
        chances[numpy.ix_(rows, columns[full_columns])] = 1
        row_sums = row_sums - full_columns.sum()
        columns, column_sums = columns[~settled], column_sums[~settled]
    if len(rows) and len(columns):
        inner = interior(row_sums, column_sums)
        if inner is None:
            return None
        chances[numpy.ix_(rows, columns)] = inner
    return chances


def at_least(count, chances):
    """P(X >= count) of independent trials, by convolution."""
    distribution = numpy.ones(1)
    for p in chances:
        distribution = numpy.convolve(distribution, [1 - p, p])
    return min(1.0, distribution[count:].sum())


def chance_measures(plan, ends):
    names = ["expected", "pvalue", "pvalue_holm"]
    if not ends:
        return {("pair", f"co.{measure}"): [] for measure in names}
    chances = configuration(plan.incidence.astype(int))
    if chances is None:
        why = Skip(f"SciPy does not bring the sums to {SUMS:g}")
        return {("pair", f"co.{measure}"): why for measure in names}
    both = [chances[:, a] * chances[:, b] for a, b in ends]
    p = numpy.array([at_least(plan.shared[a, b], one) for (a, b), one in zip(ends, both)])
    pairs = choose_two(plan.units)  # those that share nothing have p = 1 and come last
    order = numpy.argsort(p)
    corrected = numpy.maximum.accumulate(p[order] * (pairs - numpy.arange(len(p))))
    holm = numpy.empty(len(p))
    holm[order] = numpy.minimum(1, corrected)
    return {("pair", "co.expected"): [one.sum() for one in both], ("pair", "co.pvalue"): p,
            ("pair", "co.pvalue_holm"): holm}


def scipy_measures(plan, reported):
    return {**load_measures(plan, reported), **rank_measures(plan), **structure_measures(plan),
            **partner_measures(plan, reported), **lead_measures(plan, reported),
            **cluster_measures(plan, reported), **pair_measures(plan, reported)}


def main(program, source):
    all_plans = list(plans(source))
    comparison = respnet.compare_all(scipy_measures, program, all_plans)
    comparison.print_and_exit(f"NumPy {numpy.__version__}, SciPy {scipy.__version__}",
                              len(all_plans))


if __name__ == "__main__":
    main(*sys.argv[1:])
