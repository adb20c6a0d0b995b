"""Brokerage between lead and support, and how few units the leads rest on."""

import itertools

import numpy
import scipy.optimize


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
                           ("network", "lead.bus_factor_greedy"): [None],
                           ("network", "robustness.lead"): [None]}
    standing, left = [1.0], led.copy()
    for unit in numpy.argsort(-led.sum(0), kind="stable"):
        left[:, unit] = False
        standing.append(left.any(1).mean())
    measures["network", "robustness.lead"] = [numpy.trapz(standing) / plan.units]
    measures["network", "lead.bus_factor"] = [least_loss(led)]
    measures["network", "lead.bus_factor_greedy"] = [greedy_loss(led)]
    return measures


def greedy_loss(led):
    """Units lost when the one that leads most standing tasks goes each time; equals by number."""
    left, lost = led.copy(), 0
    while 2 * (~left.any(1)).sum() <= len(led):
        left[:, left.sum(0).argmax()] = False
        lost += 1
    return lost


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
