#!/usr/bin/env python3
"""Oracle.Vegan: nestedness, C-score, diversity, similarities, brokerage and Holm against R.

    tests/oracle/with_vegan.py build/release/respnet .         (or: ctest -L oracle)

Debian: python3-numpy r-base-core r-cran-vegan; r-cran-sna for Gould and Fernandez's brokerage,
which is left out without it. One process of R reads all networks (vegan.R).
"""

import collections
import csv
import io
import pathlib
import shutil
import subprocess
import sys
import tempfile

import respnet
from comparison import Comparison
from packages import require, skip
from plans import plans

numpy = require("numpy", "python3-numpy")

LEVELS = {"co": "pair", "lead": "unit", "nestedness": "network", "segregation": "network",
          "concentration": "network"}
ROWS = {"unit": "units", "pair": "pairs"}


def require_vegan():
    rscript = shutil.which("Rscript")
    if not rscript or subprocess.run([rscript, "-e", "library(vegan)"],
                                     capture_output=True).returncode:
        skip("R with the package vegan", "r-base-core r-cran-vegan")
    return rscript


def write(folder, plan, reported):
    def save(kind, rows, form="%d"):
        numpy.savetxt(pathlib.Path(folder) / f"{plan.name}.{kind}", rows, form, delimiter=",")

    number = {unit["id"]: i for i, unit in enumerate(reported["units"])}
    save("units", plan.incidence.T)
    save("leads", plan.support_to_lead.T)
    save("clusters", [unit["co.cluster"] or 0 for unit in reported["units"]])
    save("pairs", [[number[row["a"]], number[row["b"]], row["co.pvalue"]]
                   for row in reported["pairs"]], "%.17g")


def peer_values(rscript, folder):
    """Measures of each network, and the versions of what computed them."""
    done = subprocess.run([rscript, pathlib.Path(__file__).with_name("vegan.R"), folder],
                          stdout=subprocess.PIPE, text=True, check=True)
    values = collections.defaultdict(lambda: collections.defaultdict(list))
    rows = csv.reader(io.StringIO(done.stdout))
    versions = next(rows)[1]
    for name, measure, _, value in rows:
        values[name][measure].append(float("nan") if value in ("NA", "NaN") else float(value))
    return values, versions


def main(program, source):
    rscript = require_vegan()
    all_plans = list(plans(source))
    reports = {}
    with tempfile.TemporaryDirectory() as folder:
        for plan in all_plans:
            reports[plan.name] = respnet.metrics(
                program, plan, folder, ["--select", respnet.deterministic_measures(program)])
            write(folder, plan, reports[plan.name])
        (pathlib.Path(folder) / "names").write_text("\n".join(reports) + "\n", "utf-8")
        values, versions = peer_values(rscript, folder)
    comparison = Comparison()
    for name, measures in values.items():
        for measure, expected in measures.items():
            level = LEVELS[measure.split(".")[0]]
            rows = [reports[name]["network"]] if level == "network" else reports[name][ROWS[level]]
            comparison.compare(name, f"{level} {measure}", expected,
                               [row[measure] for row in rows])
    comparison.print_and_exit(f"{versions} (R)", len(all_plans))


if __name__ == "__main__":
    main(*sys.argv[1:])
