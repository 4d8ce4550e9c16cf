"""Where the time of a replication goes, and what a warm start of the compiled engine costs."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

import pytest

from model.files.examples import example_path
from model.files.read import read_workspace
from scenarios.apply import scenario_instance
from simulate.arrivals import draw_visits
from simulate.day import day_plans, doors
from simulate.engines.choose import engine
from simulate.frame import frame_of
from simulate.ledger import DayBook, Ledger, bind
from simulate.measures import tally
from simulate.play import Stage, set_stage
from simulate.visits import check_all

pytestmark = pytest.mark.bench


class Stopwatch:
    """Adds up processor time by step."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        start = process_time()
        yield
        self.seconds[name] += process_time() - start


def replication(stage: Stage, number: int, watch: Stopwatch) -> Ledger:
    """Play a replication as ``simulate.play`` does, one step at a time."""
    play, books = engine(), []
    for at, staff in enumerate(stage.staff):
        with watch.step("draw"):
            visits = draw_visits(stage.instance, staff.day, number, stage.seed, rows=stage.rows)
        with watch.step("plan"):
            door = doors(stage.instance, visits, staff.day)
            plans = list(day_plans(stage.instance, visits, door, staff))
        with watch.step("play"):
            logs = [play(plan) for _, _, plan in plans]
        with watch.step("check"):
            check_all([(plan, log) for (_, _, plan), log in zip(plans, logs, strict=True)])
        with watch.step("write"):
            books.append(DayBook(at, visits, door))
            for (site, mine, plan), log in zip(plans, logs, strict=True):
                books[-1].write(site, mine, [stage.people[one] for one in plan.staff.people], log)
    with watch.step("write"):
        return bind(books)


@pytest.mark.parametrize(
    ("example", "scenario", "times"), [("hanoi", "S0", 5), ("hanoi", "S1", 5), ("branch", "base", 50)]
)
@pytest.mark.parametrize("name", ["numba", "simpy"])
def test_where_the_time_goes(monkeypatch, example, scenario, times, name):
    monkeypatch.setenv("MOTCUA_ENGINE", name)
    instance, _ = read_workspace(example_path(example))
    instance = scenario_instance(instance, scenario)
    stage = set_stage(instance, instance.calendar.worked(instance.settings.run.dates), 1, instance.roster, None)
    frame, watch = frame_of(stage), Stopwatch()
    visits = len(replication(stage, 0, Stopwatch()).visits.row)
    for number in range(times):
        ledger = replication(stage, number, watch)
        with watch.step("measure"):
            tally(frame, stage.rows, ledger)
    steps = ", ".join(f"{step} {1000 * seconds / times:.1f}" for step, seconds in watch.seconds.items())
    total = 1000 * watch.seconds.total() / times
    print(f"\n{example} {scenario} {name}: {visits:,} visits, {total:.1f} ms a replication: {steps}")


def test_warm_start():
    script = (
        "from time import process_time as now\nstart = now()\nimport numpy, scipy.special, simulate.play\n"
        "plain = now()\nimport numba\nloaded = now()\n"
        "from simulate.engines.by_numba import compiled\ncompiled()\nready = now()\n"
        "print(f'imports {plain - start:.2f} s, numba {loaded - plain:.2f} s, kernel {ready - loaded:.2f} s')"
    )
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    print("\n" + done.stdout)
