"""What every peer shares: the command line, the clock, the memory, the line of JSON.

As respnet-bench: --kernel K --data PREFIX --threads T --budget SEC. A peer gives run() a table of
kernels; each is a function of the data that returns the call to time and a function that sums its
answer up. Exit code 3: the peer has no such kernel.
"""

import argparse
import csv
import gc
import json
import os
import sys
import time


class Data:
    """What kernels work on, made on demand and before the clock runs: data.name for make_name()."""

    def __init__(self, file, threads):
        self.file, self.threads = file, threads

    def __getattr__(self, name):
        made = getattr(type(self), "make_" + name)(self)
        setattr(self, name, made)
        return made


def rows(file):
    """(task, unit, role) of each assignment, and units without tasks as (None, unit, None)."""
    with open(file, newline="", encoding="utf-8") as stream:
        reader = csv.reader(stream)
        next(reader)
        for task, unit, role, _ in reader:
            yield task or None, unit, role or None


def numbered(file):
    """Tasks and units by number, tasks first, and the edges between them as pairs of numbers."""
    tasks, units, pairs = {}, {}, []
    for task, unit, _ in rows(file):
        u = units.setdefault(unit, len(units))
        if task is not None:
            pairs.append((tasks.setdefault(task, len(tasks)), u))
    first = len(tasks)
    return list(tasks), list(units), [(t, first + u) for t, u in pairs]


def sum_max(values):
    values = [float(value) for value in values]
    return {"sum": sum(values), "max": max(values)}


def gini(loads):
    loads = sorted(loads)
    n, total = len(loads), sum(loads)
    return sum((2 * i - n + 1) * load for i, load in enumerate(loads)) / (n * total)


def memory_mb(field):
    with open("/proc/self/status", encoding="ascii") as status:
        return next(float(line.split()[1]) / 1024 for line in status if line.startswith(field))


def run(version, kernels, data_class):
    parser = argparse.ArgumentParser()
    parser.add_argument("--kernel", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--budget", type=float, default=60)
    options = parser.parse_args()
    if options.kernel not in kernels:
        sys.exit(3)
    call, summary = kernels[options.kernel](data_class(options.data + ".csv", options.threads))
    base = memory_mb("VmRSS")
    try:
        with open("/proc/self/clear_refs", "w", encoding="ascii") as refs:
            refs.write("5")  # VmHWM begins anew
    except OSError:
        pass
    runs, check, peak = [], None, base
    while len(runs) < 3 and (not runs or sum(run[0] for run in runs) < options.budget):
        gc.collect()
        cpu, begun = time.process_time(), time.perf_counter()
        answer = call()
        seconds = time.perf_counter() - begun
        runs.append((seconds, time.process_time() - cpu))
        peak = max(peak, memory_mb("VmHWM"))
        check = summary(answer)
        del answer
    seconds, cpu = sorted(runs)[(len(runs) - 1) // 2]
    print(json.dumps({"seconds": seconds, "cpu": cpu, "times": [run[0] for run in runs],
                      "base_mb": base, "peak_mb": peak, "check": check, "version": version}))


def count_graphml(path):
    """Nodes and edges of a GraphML file, which is removed."""
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    os.remove(path)
    return {"nodes": text.count("<node "), "edges": text.count("<edge ")}
