"""Days of work on end and days off between them, read off a finished roster."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from model.rostering.problem import RosterProblem

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Run:
    """Days on end of one sort; ``open`` when it touches the border of the period, beyond which nothing is known."""

    first: date
    length: int
    open: bool


def calendar(problem: RosterProblem) -> list[date]:
    """Return every calendar day from the first to the last date of the roster."""
    first, last = problem.dates[0], problem.dates[-1]
    return [first + step * DAY for step in range((last - first).days + 1)]


def runs_of_work(worked: Iterable[date], problem: RosterProblem) -> Iterator[Run]:
    """Yield the runs of days worked in order."""
    first, last = problem.dates[0], problem.dates[-1]
    for run in _runs(sorted(set(worked))):
        yield Run(run[0], len(run), run[0] == first or run[-1] == last)


def runs_off(worked: Iterable[date]) -> Iterator[Run]:
    """Yield the runs of days off between two days of work in order."""
    for before, after in pairwise(sorted(set(worked))):
        if (after - before).days > 1:
            yield Run(before + DAY, (after - before).days - 1, False)


def _runs(days: list[date]) -> Iterator[list[date]]:
    run: list[date] = []
    for day in days:
        if run and day - run[-1] > DAY:
            yield run
            run = []
        run.append(day)
    if run:
        yield run
