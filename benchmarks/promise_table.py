"""Compares ways to staff a day against a promise, all verified on the same fresh days.

    python benchmarks/promise_table.py [WORKSPACE] [--seconds 20 120] [--days 20000] [--workers 2] [--only ISA]

The ways are told in ``benchmarks/ways.py``. Ours is stopped by the clock of this process: processor seconds, all
threads together.
"""

import argparse
import time
from functools import partial
from pathlib import Path

from ways import Ways

from model.files.read import read_workspace
from model.rostering.promise.kinds import Counts

# What the kinds with more services get of the visits of a service that several kinds serve.
PARTS = (0.1, 0.2, 0.3)


def main() -> None:
    """Print the table."""
    terms = argparse.ArgumentParser()
    terms.add_argument("workspace", nargs="?", type=Path, default=Path("model/examples/promise"))
    terms.add_argument("--seconds", type=float, nargs="*", default=[20.0, 120.0])
    terms.add_argument("--days", type=int, default=20000)
    terms.add_argument("--workers", type=int, default=2)
    terms.add_argument("--only", default="", help="rows of formulas and ISA whose name has this text")
    given = terms.parse_args()
    instance, _ = read_workspace(given.workspace)
    ways = Ways(instance, given.workers)
    print("| method | paid hours | worst cell, of its limit | cells missed | processor s |")
    print("| --- | --- | --- | --- | --- |")
    for name, way in (
        ("offered load (MOL), Erlang C, each service alone", ways.apart),
        ("offered load (MOL), Erlang C, pooled", ways.pooled),
        *((f"ISA, each kind alone, {part:.0%} to the broad one", partial(ways.isa_apart, part)) for part in PARTS),
        ("ISA, pooled", ways.isa_pooled),
        ("offered load, then raise", ways.raised),
    ):
        if given.only not in name:
            continue
        begin = time.process_time()
        show(ways, name, way(), given.days, time.process_time() - begin)
    for seconds in given.seconds:
        begin = time.process_time()
        planned = ways.ours(seconds)
        name = f"ours, {seconds:g} processor seconds"
        show(ways, name, planned.plan.counts, given.days, time.process_time() - begin)


def show(ways: Ways, name: str, counts: Counts | None, days: int, seconds: float) -> None:
    """Print a row of the table."""
    if counts is None:
        print(f"| {name} | impossible with the people there | | | {seconds:.0f} |", flush=True)
        return
    found = ways.verified(counts, days)
    print(f"| {name} | {found.hours:g} | {found.worst:.2f} | {found.missed} | {seconds:.0f} |", flush=True)


if __name__ == "__main__":
    main()
