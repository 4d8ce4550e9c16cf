"""One day, many simulators, one run: naive and lean SimPy, Ciw, and both of our engines with drawing and measuring.

The day: 1,500 citizens, 20 people in three groups of which each has lunch at its own half hour, utilisation 0.9.
"""

import tracemalloc
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from time import process_time

import numpy as np
import pytest
import simpy

from model.demand import DemandRow
from simulate.day import DayPlan
from simulate.engines import by_numba, by_simpy, choose
from simulate.intervals import summarise
from simulate.replicate import simulate
from simulate.staffing import CANNOT
from tests.benchmarks.test_engines import lunch_day, naive
from tests.benchmarks.test_sampling import lunch_centre

pytestmark = pytest.mark.bench
DAYS = 20


def lean(plan: DayPlan) -> list[float]:
    """Play a day with call-backs alone: two events a citizen, queues as deques, who is at lunch finishes first."""
    env, waits = simpy.Environment(), [0.0] * len(plan.join)
    queues: list[deque[int]] = [deque() for _ in plan.staff.preference]
    idle = [int((row != CANNOT).sum()) for row in plan.staff.preference]
    join, work, queue = plan.join.tolist(), plan.work.tolist(), plan.queue.tolist()

    def after(at: float, call: Callable[[simpy.Event], None]) -> None:
        env.timeout(at - env.now).callbacks.append(call)

    def dispatch(group: int) -> None:
        while idle[group] > 0 and queues[group]:
            who = queues[group].popleft()
            idle[group] -= 1
            waits[who] = env.now - join[who]
            after(env.now + work[who], lambda _: change(group, 1))

    def change(group: int, by: int) -> None:
        idle[group] += by
        dispatch(group)

    def arrive(who: int) -> None:
        queues[queue[who]].append(who)
        if who + 1 < len(join):
            after(join[who + 1], lambda _: arrive(who + 1))
        dispatch(queue[who])

    for group, row in enumerate(plan.staff.preference):
        many, first = int((row != CANNOT).sum()), int(np.argmax(row != CANNOT))
        after(int(plan.staff.end[first, 0]), lambda _, group=group, many=many: change(group, -many))
        after(int(plan.staff.begin[first, 1]), lambda _, group=group, many=many: change(group, many))
    after(join[0], lambda _: arrive(0))
    env.run()
    return waits


def by_ciw(seed: int) -> list[float]:
    """Play a day with Ciw, which draws for itself."""
    import ciw

    ciw.seed(seed)
    mean, cv = 20 * 510 * 0.9 / 1500, 0.8
    variance = np.log1p(cv**2)
    many = (7, 7, 6)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(1500 * n / 20 / 540) for n in many],
        service_distributions=[ciw.dists.Lognormal(np.log(mean) - variance / 2, variance**0.5) for _ in many],
        number_of_servers=[
            ciw.Schedule([n, 0, n], [210 + 30 * at, 240 + 30 * at, 2000], preemption=False) for at, n in enumerate(many)
        ],
        routing=[[0.0] * 3] * 3,
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(540)
    return [one.waiting_time for one in simulation.get_all_records()]


def ours(days: int) -> tuple[int, float]:
    """Return citizens and mean wait of so many days through the public call, with every table."""
    run = simulate(lunch_centre(), replications=days)
    frame = summarise(run, "total").set_index("measure")
    return int(frame.loc["arrivals", "value"] * days), float(frame.loc["mean_wait", "value"])


def best(play: Callable[[], tuple[int, float]]) -> tuple[float, float]:
    """Return citizens a second of processor time, the best of three, and the mean wait in minutes."""
    speed = 0.0
    for _ in range(3):
        begin = process_time()
        citizens, wait = play()
        speed = max(speed, citizens / (process_time() - begin))
    return speed, wait


def together(days: list[list[float]], unit: float) -> tuple[int, float]:
    return sum(map(len, days)), float(np.mean([np.mean(one) for one in days])) / unit


def line(name: str, found: tuple[float, float], base: float) -> None:
    print(f"| {name} | {found[0]:,.0f} | {found[0] / base:.1f} | {found[1]:.1f} |", flush=True)


def test_side_by_side(monkeypatch):
    plans = [lunch_day(seed) for seed in range(DAYS)]
    by_numba.compiled()
    simulate(lunch_centre(), replications=2)
    print(
        "\n| simulator | citizens per CPU second | against naive SimPy | mean wait (min) |\n| --- | --- | --- | --- |"
    )
    first = best(lambda: together([naive(plan) for plan in plans], 60))
    line("naive SimPy, drawn beforehand", first, first[0])
    line("lean SimPy, drawn beforehand", best(lambda: together([lean(plan) for plan in plans], 60)), first[0])
    try:
        import ciw  # noqa: F401
    except ImportError:
        print("| Ciw | not installed: pip install 'motcua[bench]' | | |")
    else:
        line("Ciw, drawing itself", best(lambda: together([by_ciw(seed) for seed in range(4)], 1)), first[0])
    line("ours SimPy, playing alone", best(lambda: played(by_simpy.play, plans)), first[0])
    line("ours compiled, playing alone", best(lambda: played(by_numba.play, plans * 10)), first[0])
    for name, days in ((choose.SIMPY, 20), (choose.NUMBA, 200)):
        monkeypatch.setenv(choose.VARIABLE, name)
        line(f"ours ({name}), drawing and all measures included", best(lambda days=days: ours(days)), first[0])


def test_days_with_every_table(monkeypatch):
    monkeypatch.setenv(choose.VARIABLE, choose.NUMBA)
    simulate(lunch_centre(), replications=2)

    def days() -> tuple[int, float]:
        total = simulate(lunch_centre(), replications=200).tallies["total"]
        return int(total["arrivals"].sum()), float(total["wait_minutes"].sum() / total["called"].sum())

    speed, wait = best(days)
    print(f"\n200 days, every table: {speed:,.0f} citizens per CPU second, mean wait {wait:.1f} min")


def played(play: Callable[[DayPlan], object], plans: list[DayPlan]) -> tuple[int, float]:
    logs = [play(plan) for plan in plans]
    waits = [float((log.start - plan.join).mean()) for log, plan in zip(logs[:DAYS], plans, strict=False)]
    return sum(len(plan.join) for plan in plans), float(np.mean(waits)) / 60


def test_cost_and_memory_grow_with_the_citizens():
    print("\n| citizens | people | days | CPU seconds | citizens per CPU second | MB allocated at most |")
    print("| --- | --- | --- | --- | --- | --- |")
    for scale, days in ((1, 100), (1, 1000), (10, 10), (10, 100), (100, 2), (100, 10)):
        centre = larger(scale)
        begin = process_time()
        run = simulate(centre, replications=days, tables=("total",))
        seconds = process_time() - begin
        citizens = int(run.tallies["total"]["arrivals"].sum())
        tracemalloc.start()
        simulate(centre, replications=min(days, 20), tables=("total",))
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        print(
            f"| {1500 * scale:,} | {20 * scale:,} | {days} | {seconds:.2f} | {citizens / seconds:,.0f} | {peak:.0f} |",
            flush=True,
        )


def larger(scale: int):
    """Return the centre with so many times the citizens and people."""
    one = lunch_centre()
    rows = tuple(DemandRow(row.unit, row.service, row.dossiers_per_day * scale) for row in one.demand.rows)
    staff, counters = {}, {}
    for at in range(scale):
        staff |= {f"{name}-{at}": replace(person, id=f"{name}-{at}") for name, person in one.staff.items()}
        counters |= {f"{name}-{at}": replace(counter, id=f"{name}-{at}") for name, counter in one.counters.items()}
    return replace(one, demand=replace(one.demand, rows=rows), staff=staff, counters=counters)
