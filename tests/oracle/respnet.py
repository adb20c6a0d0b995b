"""Runs respnet on plans and hands its measures to a peer.

A peer is a function of a plan and of what respnet reports on it, and gives a dictionary: (level,
measure) to the values by row (levels network, unit, task, and pair, whose rows are those of
`reported["pairs"]`), or to a Skip.
"""

import functools
import json
import multiprocessing
import pathlib
import subprocess
import tempfile

from comparison import Comparison, Skip

ROWS = {"unit": "units", "task": "tasks", "pair": "pairs"}
# Not asked for: what is drawn at random, which no peer draws alike, and takes longest.
LEFT_OUT = {"co.stability", "co.together", "clusters.agreement"}


def metrics(program, plan, folder, options=()):
    path = pathlib.Path(folder) / f"{plan.name}.json"
    path.write_text(json.dumps(plan.document), "utf-8")
    done = subprocess.run([program, "metrics", path, "--format", "json", "--quiet", *options],
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


@functools.lru_cache(maxsize=None)
def deterministic_measures(program):
    done = subprocess.run([program, "metrics", "--list", "--format", "json"],
                          stdout=subprocess.PIPE, check=True)
    ids = sorted({row["id"] for row in json.loads(done.stdout)} - LEFT_OUT)
    return ",".join(one for one in ids if not one.endswith((".low", ".high", ".top3"))
                    or one.startswith("rank.role_weights"))


def compare_plan(peer, program, folder, options, plan):
    select = ["--select", deterministic_measures(program)]
    reported = metrics(program, plan, folder, [*select, *options])
    comparison = Comparison()
    for (level, measure), expected in peer(plan, reported).items():
        rows = [reported["network"]] if level == "network" else reported[ROWS[level]]
        actual = [] if isinstance(expected, Skip) else [row[measure.split(" ")[0]] for row in rows]
        comparison.compare(plan.name, f"{level} {measure}", expected, actual)
    return comparison


def compare_all(peer, program, plans, options=()):
    """Compares every plan with the peer, on all cores; `options` are for respnet metrics."""
    total = Comparison()
    with tempfile.TemporaryDirectory() as folder, multiprocessing.Pool() as pool:
        work = functools.partial(compare_plan, peer, program, folder, options)
        for comparison in pool.imap(work, plans, chunksize=4):
            total.add(comparison)
    return total
