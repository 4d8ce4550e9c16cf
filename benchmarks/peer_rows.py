"""What the comparison with other programs measures: one row for each program and problem, clocked alike."""

import importlib
import importlib.util
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import ModuleType
from typing import TypeVar

from model.instance import Instance
from model.requirement import Requirement
from model.rostering.neighbourhood.stop import Stop
from model.rostering.score import AS_LONG_AS_IT_TAKES
from model.rostering.solution import Solution
from model.rostering.solve import solve_roster

Found = TypeVar("Found")
MONDAY = date(2024, 1, 1)
ANSWERED = ("OPTIMAL", "FEASIBLE")
"""What pyworkforce says where it has an answer; otherwise it hands back a placeholder."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How long a program may search, in seconds of the clock, and how often it is run."""

    seconds: float
    runs: int


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of the clock, and of the processor over all threads: the median of some runs each."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: its objective and broken rules by the script's own count, whether it is proved, and what it took.

    A roster scored by another question than the one it answers is proved to be nothing and took no time.
    """

    problem: str
    program: str
    objective: float
    proved: bool | None
    broken: int
    taken: Taken | None

    def __str__(self) -> str:
        proved = "" if self.proved is None else "yes" if self.proved else "no"
        taken = f"{self.taken.clock:.2f} | {self.taken.processor:.2f}" if self.taken else " | "
        cells = (self.problem, self.program, f"{self.objective:g}", proved, str(self.broken), taken)
        return "| " + " | ".join(cells) + " |"


HEAD = """| problem | program | objective | proved | rules broken | seconds | processor s |
| --- | --- | --- | --- | --- | --- | --- |"""


def clocked(solve: Callable[[], Found], runs: int) -> tuple[Found, Taken]:
    """Return the last answer of some runs and what they took."""
    clock: list[float] = []
    processor: list[float] = []
    for _ in range(runs):
        begin, before = time.perf_counter(), time.process_time()
        found = solve()
        clock.append(time.perf_counter() - begin)
        processor.append(time.process_time() - before)
    return found, Taken(statistics.median(clock), statistics.median(processor))


def library(name: str) -> ModuleType | None:
    """Return a library's module, None where the library is not installed."""
    there = importlib.util.find_spec(name.partition(".")[0]) is not None
    return importlib.import_module(name) if there else None


def days(many: int) -> tuple[date, ...]:
    """Return so many dates from a Monday on."""
    return tuple(MONDAY + timedelta(days=at) for at in range(many))


def solved(instance: Instance, requirement: Requirement, dates: Sequence[date], seconds: float) -> Solution:
    """Return our roster after so many seconds of the clock at most."""
    stop = Stop(time.monotonic, time.monotonic() + seconds)
    return solve_roster(instance, requirement, dates=dates, effort=AS_LONG_AS_IT_TAKES, stop=stop)
