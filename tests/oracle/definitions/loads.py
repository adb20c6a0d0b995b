"""Loads, their concentration, ranks, and what tasks carry."""

import itertools
import math
from fractions import Fraction

import numpy
import scipy.stats

from comparison import Skip


MOST_UNITS_TO_RANK = 12


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
    measures |= document_measures(plan)
    low_high = role_weight_ranks(load["lead"], load["support"])
    for place, end in enumerate(["low", "high"]):
        measures["unit", f"rank.role_weights.{end}"] = (
            low_high if isinstance(low_high, Skip) else low_high[place])
    return measures


def document_measures(plan):
    """What the document says: printed roles, and the sections at the top that tasks stand in."""
    document = plan.document
    number = {unit["id"]: u for u, unit in enumerate(document["units"])}
    parent = {one["id"]: one.get("parent") for one in document.get("sections", [])}
    top = {}
    for task in document["tasks"]:
        section = task.get("section")
        while section and parent[section]:
            section = parent[section]
        top[task["id"]] = section
    responsible, sections = [0] * plan.units, [set() for _ in range(plan.units)]
    led = set()
    for row in document["assignments"]:
        responsible[number[row["unit"]]] += row["role"] == "responsible"
        if row["role"] == "lead":
            led.add(row["task"])
    for t, u in zip(*plan.incidence.nonzero()):
        sections[u].add(top[document["tasks"][t]["id"]])
    inferred = sum(row.any() and task["id"] not in led
                   for task, row in zip(document["tasks"], plan.lead))
    return {("unit", "load.responsible"): responsible,
            ("unit", "load.sections"): [len(tops - {None}) for tops in sections],
            ("network", "leads.inferred"): [inferred]}


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
