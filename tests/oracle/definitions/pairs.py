"""Pairs of units: weights, and the chance of as many shared tasks."""

import math

import numpy
import scipy.optimize
import scipy.special

from comparison import Skip


SUMS = 1e-12  # how near the sums of the configuration model are to come


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
    pairs = math.comb(plan.units, 2)  # those that share nothing have p = 1 and come last
    order = numpy.argsort(p)
    corrected = numpy.maximum.accumulate(p[order] * (pairs - numpy.arange(len(p))))
    holm = numpy.empty(len(p))
    holm[order] = numpy.minimum(1, corrected)
    return {("pair", "co.expected"): [one.sum() for one in both], ("pair", "co.pvalue"): p,
            ("pair", "co.pvalue_holm"): holm}
