"""Compares ways to staff a day against a promise, all verified on the same fresh days.

    python benchmarks/promise_table.py [WORKSPACE] [--seconds 60] [--days 20000] [--workers 2]

SIPP is Erlang C by service and slot; "each service alone" asks every union of services for the sum of what its services
need alone, which is Hall's condition for serving each with people of its own; "pooled" staffs each union as one queue
with its mean service time. Ours is stopped by the clock of this process: processor seconds, all threads together.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from model.files.read import read_workspace
from model.promise import hourly
from model.rostering.promise.kinds import Counts, kinds_of
from model.rostering.promise.master import Master, Row
from scenarios.promise.plan import Effort, plan_day
from scenarios.promise.prepare import MARGIN
from scenarios.promise.rows import unions
from scenarios.promise.search import Search
from scenarios.promise.trial import Trial
from simulate.needs.design import slots_of
from simulate.promise.days import FIRST_FRESH, FIRST_SEARCHED, draw_days
from simulate.theory.least import least_servers

BLOCK = 2000
# Verification must see other days than any certificate: those of another seed.
OTHER_SEED = 7


def main() -> None:
    """Print the table."""
    terms = argparse.ArgumentParser()
    terms.add_argument("workspace", nargs="?", type=Path, default=Path("model/examples/promise"))
    terms.add_argument("--seconds", type=float, nargs="*", default=[20.0, 120.0])
    terms.add_argument("--days", type=int, default=20000)
    terms.add_argument("--workers", type=int, default=2)
    given = terms.parse_args()
    instance, _ = read_workspace(given.workspace)
    site, day = next(iter(instance.sites)), instance.settings.run.dates[0]
    seed, pledges = instance.settings.run.seed, hourly(instance, site, day)
    days = draw_days(instance, site, day, pledges, seed, range(FIRST_SEARCHED, FIRST_SEARCHED + 200))
    kinds, slots = kinds_of(instance, site, day), slots_of(instance, site, day)
    shape, found = (len(kinds.kinds), len(slots)), unions(instance, kinds, slots, days)
    master = Master(kinds, slots, sum(one.site == site for one in instance.counters.values()))
    trial = Trial(instance, kinds, slots, days, given.workers)

    def needs(by: Callable[[frozenset[str], int], int]) -> Counts | None:
        rows: list[Row] = [
            one.row(at, shape, by(one.services, at)) for one in found for at in range(shape[1]) if one.services
        ]
        answer = master.cheapest(rows)
        return answer.counts if answer else None

    alone = {next(iter(one.services)): one.load for one in _single(instance, kinds, slots, days)}
    means = {name: _mean(instance, name) for name in alone}

    def apart(services: frozenset[str], at: int) -> int:
        return sum(_least(alone[name][at], means[name]) for name in services)

    def pooled(services: frozenset[str], at: int) -> int:
        load = sum(alone[name][at] for name in services)
        rate = sum(alone[name][at] / means[name] for name in services)
        return _least(load, load / rate if rate else 1.0)

    print("| method | paid hours | worst cell late | cells missed | processor s |\n| --- | --- | --- | --- | --- |")

    def show(name: str, counts: Counts | None, seconds: float) -> None:
        if counts is None:
            print(f"| {name} | impossible with the people there | | | {seconds:.0f} |", flush=True)
            return
        people, bad, of = trial.staffing(trial.duties(counts)), 0.0, 0.0
        for first in range(0, given.days, BLOCK):
            numbers = range(FIRST_FRESH + first, FIRST_FRESH + min(given.days, first + BLOCK))
            fresh = draw_days(instance, site, day, pledges, seed + OTHER_SEED, numbers)
            score = Trial(instance, kinds, slots, fresh, given.workers).player.score(people)
            bad, of = bad + score.bad.sum(axis=0), of + score.of.sum(axis=0)
        level = np.asarray(bad) / np.maximum(of, 1)
        many = int((level > score.limit).sum())
        print(f"| {name} | {kinds.minutes(counts) / 60:g} | {level.max():.3f} | {many} | {seconds:.0f} |", flush=True)

    begin = time.process_time()
    show("offered load (MOL), Erlang C, each service alone", needs(apart), time.process_time() - begin)
    begin = time.process_time()
    show("offered load (MOL), Erlang C, pooled", needs(pooled), time.process_time() - begin)
    begin = time.process_time()
    search = Search(trial, master, found, np.full(len(pledges), MARGIN), shape, 200, lambda now: None, lambda: False)
    raised = search.raised()
    show("offered load, then raise", raised.counts if raised and raised.kept else None, time.process_time() - begin)
    for seconds in given.seconds:
        begin = time.process_time()
        effort = Effort(200 if seconds < 60 else 400, 10**9, (500,))
        planned = plan_day(
            instance,
            site,
            day,
            effort=effort,
            workers=given.workers,
            used=lambda begin=begin, end=seconds: (time.process_time() - begin) / end,  # type: ignore[misc]
        )
        show(f"ours, {seconds:g} processor seconds", planned.plan.counts, time.process_time() - begin)


def _single(instance, kinds, slots, days):  # type: ignore[no-untyped-def]
    """Return the load of each service alone."""
    from scenarios.promise.rows import Union, loads_of

    return [Union(frozenset({name}), frozenset(), load) for name, load in loads_of(instance, slots, days).items()]


def _mean(instance, name):  # type: ignore[no-untyped-def]
    return max(law.expected for law in instance.services[name].minutes.values())


def _least(load: float, mean: float) -> int:
    return least_servers(load / mean, mean) if load > 1e-9 else 0


if __name__ == "__main__":
    main()
