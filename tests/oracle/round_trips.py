#!/usr/bin/env python3
"""Oracle.RoundTrips: what `respnet export` writes, read by other people's software.

    tests/oracle/round_trips.py build/release/respnet .        (or: ctest -L oracle)

Debian: python3-networkx python3-igraph python3-scipy python3-pygraphviz python3-openpyxl
r-cran-igraph; readers that are not installed are named and left out. Both data sets, random plans
and plans of hostile names go through every format; nodes, names, sides, roles, weights, measures
and what the program said it leaves out are compared.
"""

import functools
import multiprocessing
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

import respnet
from hostile import hostile_plans
from plans import SEED, plans
from readers import EDGE_FIELDS, NODE_FIELDS, READERS, is_installed

RANDOM_PLANS = 24
HOSTILE_PLANS = 24
R_PLANS = 6  # every sixth plan: R takes a second to start
SELECT = ["--select", "load.*,bipartite.*,co.degree,co.cluster,co.constraint,co.shared,co.newman,"
          "density,components,nestedness.*"]
DIGITS = 1e-15  # Excel keeps sixteen


def expected_nodes(plan, metrics, makes):
    """By key: what a reader has to find, measures apart."""
    nodes, measures = {}, {}
    for side, (rows, level) in enumerate([(plan.document["tasks"], "tasks"),
                                          (plan.document["units"], "units")]):
        for place, (row, reported) in enumerate(zip(rows, metrics[level])):
            key = f"{'tu'[side]}{place + 1}"
            name = (row["name"] if side else row["title"] or row["id"])
            nodes[key] = {"label": makes(name), "bipartite": side, "kind": ["task", "unit"][side],
                          "unit_kind": row.get("kind", "organ") if side else None,
                          "ref": makes(row["id"])}
            measures[key] = {measure: value for measure, value in reported.items()
                             if measure not in ("id", "name", "title")}
    return nodes, measures


def expected_edges(plan):
    task = {row["id"]: f"t{i + 1}" for i, row in enumerate(plan.document["tasks"])}
    unit = {row["id"]: f"u{i + 1}" for i, row in enumerate(plan.document["units"])}
    return {(task[row["task"]], unit[row["unit"]]):
            {"role": row["role"], "weight": 1, "order": row["order"]}
            for row in plan.document["assignments"]}


def same(expected, actual):
    if isinstance(expected, (int, float)) and isinstance(actual, (int, float)):
        return abs(expected - actual) <= DIGITS * abs(expected)
    return expected == actual


def names(document):
    """What Pajek shows of tasks and units."""
    return [task["id"] for task in document["tasks"]] + [u["name"] for u in document["units"]]


class Reading:
    """One reader on one plan: counts what was compared, collects what differs."""

    def __init__(self, program, folder, reader, plan, metrics):
        self.reader, self.plan, self.metrics = reader, plan, metrics
        self.values, self.faults = 0, []
        source = pathlib.Path(folder) / f"{plan.name}.json"
        path = pathlib.Path(folder) / f"{plan.name}-out{reader.ending.rstrip('/')}"
        target = f"{path}/" if reader.ending == "/" else path
        done = subprocess.run(
            [program, "export", source, "-o", target, *reader.options, *SELECT],
            stderr=subprocess.PIPE, text=True, check=True, encoding="utf-8")
        self.said = done.stderr
        try:
            self.read = reader.read(path, plan)
        except Exception as error:  # whatever a parser throws: it could not read our file
            self.fault(f"not read: {type(error).__name__}: {error}")
            return
        self.compare()

    def fault(self, what):
        self.faults.append(f"{self.reader.name}, {self.plan.name}: {what}")

    def expect(self, where, expected, actual):
        self.values += 1
        if not same(expected, actual):
            self.fault(f"{where} is {actual!r}, not {expected!r}")

    def compare(self):
        carries = self.reader.carries.split()
        nodes, measures = expected_nodes(self.plan, self.metrics, self.reader.makes)
        edges = expected_edges(self.plan)
        self.expect("nodes", sorted(nodes), sorted(self.read.nodes))
        self.expect("edges", sorted(edges), sorted(self.read.edges))
        if self.faults:
            return
        fields = {"label": "label" in carries, "bipartite": "sides" in carries}
        fields |= dict.fromkeys(["kind", "unit_kind", "ref"], "roles" in carries)
        for key, node in nodes.items():
            # Pajek shows the ids of tasks, for titles are as long as sentences.
            if self.reader.ending == ".net" and key.startswith("t"):
                node["label"] = node["ref"]
            for name in NODE_FIELDS:
                if fields[name] and (name != "kind" or self.reader.name != "openpyxl"):
                    self.expect(f"{name} of {key}", node[name], self.read.nodes[key].get(name))
            if "measures" in carries:
                for measure, value in measures[key].items():
                    self.expect(f"{measure} of {key}", value, self.read.nodes[key].get(measure))
        for ends, edge in edges.items():
            for name in EDGE_FIELDS:
                if "roles" in carries or name == "weight" and name in self.read.edges[ends]:
                    self.expect(f"{name} of {ends}", edge[name], self.read.edges[ends].get(name))
        self.compare_rest(carries)
        self.compare_words(carries)

    def compare_rest(self, carries):
        if "network" in carries:
            for measure, value in self.metrics["network"].items():
                self.expect(measure, value, self.read.network.get(measure))
        if "title" in carries:
            self.expect("title", self.reader.makes(self.plan.document["title"]),
                        self.read.network.get("name", ""))
        if "pairs" in carries:
            key = {row["id"]: f"u{i + 1}" for i, row in enumerate(self.metrics["units"])}
            for row in self.metrics["pairs"]:
                found = self.read.pairs.get((key[row["a"]], key[row["b"]]), {})
                for measure in ["co.shared", "co.newman"]:
                    self.expect(f"{measure} of {row['a']}, {row['b']}", row[measure],
                                found.get(measure))

    def compare_words(self, carries):
        """What does not come back has been announced."""
        document = self.plan.document
        texts = [text for row in [*document["tasks"], *document["units"]]
                 for text in [row["id"], row.get("title") or row.get("name") or ""]]
        texts.append(document["title"])
        lost = {
            "roles": "roles" not in carries and document["assignments"],
            "titles of tasks": "roles" not in carries and any(
                task["title"] for task in document["tasks"]),
            "kinds of units": "roles" not in carries and any(
                unit.get("kind", "organ") != "organ" for unit in document["units"]),
            "measures of": self.reader.name not in ("SQLite", "openpyxl", "csv folder"),
            "are replaced in": self.reader.ending in (".net", ".mtx") and any(
                self.reader.makes(name) != name for name in names(document)),
            "U+FFFD": any("\ufffd" in self.reader.makes(text) for text in texts),
        }
        for words, is_lost in lost.items():
            self.expect(f"{words!r} announced", bool(is_lost), words in self.said)


def read_plan(program, folder, numbered):
    """Values compared and faults found, by name of the reader."""
    number, plan = numbered
    metrics = respnet.metrics(program, plan, folder, SELECT)
    found = {}
    for reader in filter(is_installed, READERS):
        if number % R_PLANS and reader.package.startswith("r-"):
            continue
        reading = Reading(program, folder, reader, plan, metrics)
        found[reader.name] = (reading.values, reading.faults)
    return found


def main(program, source):
    missing = [f"{one.name} ({one.package})" for one in READERS if not is_installed(one)]
    if missing:
        print(f"not installed: {', '.join(missing)}")
    all_plans = [plan for plan, _ in zip(plans(source), range(2 + RANDOM_PLANS))]
    all_plans += hostile_plans(HOSTILE_PLANS, SEED)
    files, values, faults = Counter(), Counter(), defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, multiprocessing.Pool() as pool:
        work = functools.partial(read_plan, program, folder)
        for found in pool.imap(work, enumerate(all_plans)):
            for name, (compared, differences) in found.items():
                files[name] += 1
                values[name] += compared
                faults[name] += differences
    print(f"{'reader':24} {'files':>6} {'values':>8} {'differ':>7}")
    for name in files:
        print(f"{name:24} {files[name]:6} {values[name]:8} {len(faults[name]):7}")
        for fault in faults[name][:5]:
            print(f"  {fault}")
    sys.exit(1 if any(faults.values()) else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
