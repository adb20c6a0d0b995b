"""Compares what respnet prints with what a peer computes, and says in one table how it went."""

import math
import sys
from collections import defaultdict
from dataclasses import dataclass, field

TOLERANCE = 1e-9
NEARLY_ALWAYS = 0.95  # share of values that must reach an AtMost
SHOWN = 20  # deviations that are printed


class Skip(str):
    """Stands for the values of a measure that this peer cannot give here; the text says why."""


class AtMost(list):
    """Values that ours may stay below, as those of a search, but not often (NEARLY_ALWAYS)."""


def deviation(expected, actual):
    """Relative above 1, absolute below; undefined (None, NaN) equals undefined only."""
    nothing = [value is None or math.isnan(value) for value in (expected, actual)]
    if any(nothing):
        return 0.0 if all(nothing) else math.inf
    return abs(expected - actual) / max(1.0, abs(expected))


@dataclass
class Tally:
    values: int = 0
    networks: int = 0
    largest: float = 0.0
    below: int = 0
    skips: dict = field(default_factory=lambda: defaultdict(int))


class Comparison:
    """Adds up over networks."""

    def __init__(self):
        self.tallies = defaultdict(Tally)
        self.faults = []

    def compare(self, network, measure, expected, actual):
        """`expected` and `actual` are equally long; a Skip is counted as a network left out."""
        tally = self.tallies[measure]
        if isinstance(expected, Skip):
            tally.skips[str(expected)] += 1
            return
        if len(expected) != len(actual):
            self.faults.append(
                f"{network}: {measure} has {len(actual)} values, not {len(expected)}")
            return
        tally.networks += 1
        for place, (theirs, ours) in enumerate(zip(expected, actual)):
            off = deviation(theirs, ours)
            tally.values += 1
            if isinstance(expected, AtMost) and TOLERANCE < off < math.inf and ours < theirs:
                tally.below += 1
                continue
            tally.largest = max(tally.largest, off)
            if off > TOLERANCE:
                self.faults.append(
                    f"{network}: {measure}, row {place + 1}: {ours} here, {theirs} there")

    def add(self, other):
        for measure, theirs in other.tallies.items():
            tally = self.tallies[measure]
            tally.values += theirs.values
            tally.networks += theirs.networks
            tally.largest = max(tally.largest, theirs.largest)
            tally.below += theirs.below
            for reason, count in theirs.skips.items():
                tally.skips[reason] += count
        self.faults += other.faults

    def print_and_exit(self, peer, networks):
        print(f"{'measure':50} {'values':>7} {'networks':>8} {'farthest off':>12}  left out")
        for measure in sorted(self.tallies):
            tally = self.tallies[measure]
            remarks = [f"{count}: {why}" for why, count in sorted(tally.skips.items())]
            if tally.below:
                remarks.append(f"({tally.below} below)")
            if tally.below > (1 - NEARLY_ALWAYS) * tally.values:
                self.faults.append(f"{measure} is too often below: {tally.below} times")
            print(f"{measure:50} {tally.values:7} {tally.networks:8} {tally.largest:12.1e}  "
                  f"{'; '.join(remarks)}")
            if tally.values == 0:
                self.faults.append(f"{measure} was never compared")
        values = sum(tally.values for tally in self.tallies.values())
        print(f"\n{values} values of {len(self.tallies)} measures in {networks} networks against "
              f"{peer}: {len(self.faults)} off by more than {TOLERANCE:g}")
        for fault in self.faults[:SHOWN]:
            print(f"  {fault}")
        sys.exit(1 if self.faults or values == 0 else 0)
