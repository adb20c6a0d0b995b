"""Random work plans of many shapes, the same each time, and what peers need of them as matrices."""

import json
import pathlib
import random
from dataclasses import dataclass

from packages import require

numpy = require("numpy", "python3-numpy")

SEED = 20240905
RANDOM_PLANS = 330
ROLES = ["lead", "responsible", "support", "informed", "oversight"]


@dataclass
class Plan:
    """A network document of schema respnet-network/1. Rows of matrices are tasks, columns units."""

    name: str
    document: dict
    lead: numpy.ndarray
    support: numpy.ndarray

    @property
    def incidence(self):
        return self.lead | self.support

    @property
    def tasks(self):
        return self.lead.shape[0]

    @property
    def units(self):
        return self.lead.shape[1]

    @property
    def shared(self):
        """Shared tasks of each two units, 0 on the diagonal."""
        counts = self.incidence.astype(int)
        shared = counts.T @ counts
        numpy.fill_diagonal(shared, 0)
        return shared

    @property
    def support_to_lead(self):
        """Tasks in which the unit of the row supports a lead of the unit of the column."""
        return self.support.T.astype(int) @ self.lead.astype(int)


def plan_of(name, document):
    """Applies the lead policy `first`: explicit leads, else the first-listed responsible organ."""
    task_number = {task["id"]: i for i, task in enumerate(document["tasks"])}
    unit_number = {unit["id"]: i for i, unit in enumerate(document["units"])}
    group = [unit.get("kind") == "group" for unit in document["units"]]
    lead = numpy.zeros((len(task_number), len(unit_number)), dtype=bool)
    support = lead.copy()
    listed = [[] for _ in task_number]
    for place, one in enumerate(document["assignments"]):
        listed[task_number[one["task"]]].append(
            (one.get("order") or 0, place, unit_number[one["unit"]], one["role"]))
    for t, assignments in enumerate(listed):
        assignments.sort()
        leads = {u for _, _, u, role in assignments if role == "lead"}
        first = next((u for _, _, u, role in assignments if role == "responsible"), None)
        if not leads and first is not None and not group[first]:
            leads = {first}
        lead[t, list(leads)] = True
        for _, _, u, role in assignments:
            support[t, u] |= role in ("responsible", "support") and u not in leads
    return Plan(name, document, lead, support)


def sets_of_shape(shape, rng):
    """The units of each task, and how many units there are."""
    tasks, units = rng.randint(1, 24), rng.randint(1, 16)
    everyone = range(units)
    if shape == "tiny":
        tasks, units = rng.randint(1, 5), rng.randint(1, 5)
        return [[u for u in range(units) if rng.random() < 0.5] for _ in range(tasks)], units
    if shape == "sparse":
        return [[u for u in everyone if rng.random() < 1.5 / units] for _ in range(tasks)], units
    if shape == "dense":
        return [[u for u in everyone if rng.random() < 0.7] for _ in range(tasks)], units
    if shape == "parts":  # two or three parts that share nothing
        parts = rng.randint(2, 3)
        return [[u for u in everyone if u % parts == t % parts and rng.random() < 0.6]
                for t in range(tasks)], units
    if shape == "single":  # mostly tasks of one unit
        return [rng.sample(everyone, 1 if rng.random() < 0.8 else min(2, units))
                for _ in range(tasks)], units
    if shape == "repeated":  # few sets of units, each for several tasks
        sets = [rng.sample(everyone, rng.randint(1, units)) for _ in range(rng.randint(1, 4))]
        return [rng.choice(sets) for _ in range(tasks)], units
    if shape == "star":  # one unit in all, one task of all
        return [list(everyone)] + [[0] + rng.sample(everyone[1:], rng.randint(0, 1) if units > 1
                                                    else 0) for _ in range(tasks)], units
    if shape == "chain":  # each task hands over to the next unit
        return [[t % units, (t + 1) % units] if units > 1 else [0] for t in range(tasks)], units
    if shape == "nested":
        return [list(range(rng.randint(0, units))) for _ in range(tasks)], units
    if shape == "idle":  # registered units and empty tasks
        return [[u for u in range(units) if rng.random() < 0.3] if t % 3 else []
                for t in range(tasks)], units + rng.randint(1, 4)
    if shape == "skewed":  # loads of units as uneven as in real plans
        return [sorted({int(units * rng.random() ** 3) for _ in range(rng.randint(1, 6))})
                for _ in range(tasks)], units
    tasks, units = rng.randint(60, 160), rng.randint(20, 50)  # large
    return [rng.sample(range(units), min(units, 1 + int(rng.expovariate(0.4))))
            for _ in range(tasks)], units


SHAPES = ["tiny", "sparse", "dense", "parts", "single", "repeated", "star", "chain", "nested",
          "idle", "skewed"]


def random_document(shape, rng):
    sets, units = sets_of_shape(shape, rng)
    weights = rng.choice([[0, 1, 0, 0, 0], [1, 2, 4, 0, 0], [2, 3, 3, 1, 1], [1, 0, 3, 0, 0]])
    assignments = []
    for t, members in enumerate(sets):
        members = rng.sample(members, len(members))
        for order, u in enumerate(members):
            assignments.append({"task": f"t{t + 1}", "unit": f"u{u + 1}", "order": order + 1,
                                "role": rng.choices(ROLES, weights)[0]})
    return {
        "schema": "respnet-network/1",
        "title": shape,
        "tasks": [{"id": f"t{t + 1}", "title": f"task {t + 1}"} for t in range(len(sets))],
        "units": [{"id": f"u{u + 1}", "name": f"unit {u + 1}",
                   "kind": "group" if rng.random() < 0.05 else "organ"} for u in range(units)],
        "assignments": assignments,
    }


def plans(source):
    """`source` is the folder of respnet; its data sets come first."""
    for path in ["changle-2024", "southern-women"]:
        text = (pathlib.Path(source) / "datasets" / path / "network.json").read_text("utf-8")
        yield plan_of(path, json.loads(text))
    rng = random.Random(SEED)
    for number in range(RANDOM_PLANS):
        shape = "large" if number % 30 == 29 else SHAPES[number % len(SHAPES)]
        yield plan_of(f"{shape}-{number}", random_document(shape, rng))
