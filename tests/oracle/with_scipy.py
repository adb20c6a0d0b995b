#!/usr/bin/env python3
"""Oracle.SciPy: what NetworkX, igraph and vegan lack, by NumPy and SciPy from the definition.

    tests/oracle/with_scipy.py build/release/respnet .         (or: ctest -L oracle)

Debian: python3-numpy python3-scipy. Linear systems are solved directly where respnet iterates, sums
are written as matrix products, optima are found by enumeration or by an integer program.
"""

import sys

import respnet
from packages import require
from plans import plans

numpy = require("numpy", "python3-numpy")
scipy = require("scipy", "python3-scipy")
from definitions import clusters, leads, loads, pairs, structure


def scipy_measures(plan, reported):
    return {**loads.load_measures(plan, reported), **structure.rank_measures(plan),
            **structure.structure_measures(plan), **structure.partner_measures(plan, reported),
            **leads.lead_measures(plan, reported), **clusters.cluster_measures(plan, reported),
            **pairs.pair_measures(plan, reported)}


def main(program, source):
    all_plans = list(plans(source))
    comparison = respnet.compare_all(scipy_measures, program, all_plans)
    comparison.print_and_exit(f"NumPy {numpy.__version__}, SciPy {scipy.__version__}",
                              len(all_plans))


if __name__ == "__main__":
    main(*sys.argv[1:])
