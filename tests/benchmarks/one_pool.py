"""One pool of alike people, exponential service: small days of which every roster is solved exactly, as M(t)/M/s(t).

The simulated day lets a colleague who is idle go in the place of one who is with a citizen (``swap_breaks: idle``), so
heads alone matter, as in the chain with parallel leaving. No shift begins at the minute at which another one ends:
named people would change there, heads would not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, product
from pathlib import Path

import numpy as np

from model.clock import Interval
from model.demand import ProfileSlot
from model.figures import Name
from model.files.read import read_workspace
from model.instance import Instance
from model.labour import Labour
from model.services import Target
from model.settings import SwapRule
from model.shifts import Shift
from simulate.case import Citizens, Server, exponential, queue_case
from simulate.theory.shift_day import ShiftDay
from simulate.theory.transient import solve_day
from simulate.theory.uniformisation import Floats

EXAMPLE = Path(__file__).parents[2] / "model" / "examples" / "promise"
OPENING = 480
# A day counts when the worst hour of some cheapest roster is at most the first part of its limit, and that of every
# cheaper roster at least the second. The search keeps at least 2.5 % of a limit in hand and asks three standard errors
# of 2,000 days more, which are up to 13 % of a limit on such days; what it plays is off by chance by as much at most.
CLEAR = (0.75, 1.15)

Counts = tuple[int, ...]


def labour() -> Labour:
    """Return the labour rules of an example: a queue of a text book has none, and shifts are lawful by them."""
    return read_workspace(EXAMPLE)[0].labour


@dataclass(frozen=True)
class Pool:
    """A day: arrivals by hour, mean minutes of service, the promise, shifts as hours (from, to), and people there."""

    arrivals: tuple[float, ...]
    mean: float
    share: float
    within: float
    shifts: tuple[tuple[int, int], ...]
    people: int

    @cached_property
    def rosters(self) -> list[Counts]:
        """Return all lawful rosters, how many people work each shift, cheapest first: somebody is always there."""
        every = product(range(self.people + 1), repeat=len(self.shifts))
        lawful = [one for one in every if sum(one) <= self.people and min(self.heads(one)) > 0]
        return sorted(lawful, key=lambda one: (self.hours(one), one))

    def heads(self, counts: Counts) -> Counts:
        """Return how many people are there in each hour."""
        hours = range(len(self.arrivals))
        pairs = list(zip(counts, self.shifts, strict=True))
        return tuple(sum(many for many, (first, last) in pairs if first <= hour < last) for hour in hours)

    def hours(self, counts: Counts) -> int:
        """Return the paid hours."""
        return sum(many * (last - first) for many, (first, last) in zip(counts, self.shifts, strict=True))

    def late(self, counts: Counts) -> Floats:
        """Return the exact share of those who come in each hour that waits longer than promised."""
        return solve_day(ShiftDay(self.arrivals, self.heads(counts), self.mean, 60.0, self.within)).late

    def worst(self, counts: Counts) -> float:
        """Return the exact share late in the worst hour, as a part of its limit."""
        return float(self.late(counts).max()) / (1 - self.share)

    def instance(self, labour: Labour) -> Instance:
        """Return the day as an administration."""
        shifts = [Shift(f"s{first}{last}", Name("", ""), _span(first, last)) for first, last in self.shifts]
        span, total = _span(0, len(self.arrivals)), sum(self.arrivals)
        profile = [ProfileSlot(_span(at, at + 1), many / total) for at, many in enumerate(self.arrivals)]
        built = queue_case(
            [Citizens("a", total / span.minutes, exponential(self.mean))],
            [Server({"a": (1.0, 1)}, shift=shifts[at % len(shifts)]) for at in range(max(self.people, len(shifts)))],
            span=span,
            profile=profile,
            swap_breaks=SwapRule.IDLE,
        )
        services = {"a": replace(built.services["a"], target=Target(self.share, self.within))}
        staff = dict(list(built.staff.items())[: self.people])
        return replace(built, services=services, staff=staff, labour=labour)


def _span(first: int, last: int) -> Interval:
    return Interval(OPENING + 60 * first, OPENING + 60 * last)


@dataclass(frozen=True)
class Best:
    """The cheapest rosters by brute force: their hours, the least worst hour among them, and that of all cheaper."""

    hours: int
    worst: float
    cheaper: float
    solved: int


def cheapest(pool: Pool) -> Best | None:
    """Return the cheapest rosters that keep the promise exactly; None where chance could take another for them."""
    cheaper, solved = np.inf, 0
    for hours, those in groupby(pool.rosters, pool.hours):
        worst = [pool.worst(one) for one in those]
        solved += len(worst)
        if min(worst) <= CLEAR[0]:
            return Best(hours, min(worst), float(cheaper), solved)
        if min(worst) < CLEAR[1]:
            return None
        cheaper = min(cheaper, *worst)
    return None


def pools(hours: int, people: int, shifts: int, seed: int) -> Iterator[tuple[Pool, Best]]:
    """Yield drawn days one after the other, those left out of which chance could decide."""
    luck = np.random.default_rng([20_261_123, seed])
    while True:
        pool = _drawn(luck, hours, people, shifts)
        best = cheapest(pool)
        if best is not None:
            yield pool, best


def _drawn(luck: np.random.Generator, hours: int, people: int, shifts: int) -> Pool:
    arrivals = tuple(luck.uniform(6, 18, hours).round(1).tolist())
    share, within = float(luck.choice([0.8, 0.85, 0.9])), float(luck.choice([10.0, 15.0, 20.0]))
    mean = round(float(luck.uniform(6, 11)), 1)
    return Pool(arrivals, mean, share, within, _shifts(luck, hours, shifts), people)


def _shifts(luck: np.random.Generator, hours: int, many: int) -> tuple[tuple[int, int], ...]:
    """Return shifts of two hours or more that fill the day together, none beginning when another one ends."""
    every = [(first, last) for first in range(hours) for last in range(first + 2, hours + 1)]
    while True:
        chosen = tuple(sorted(every[at] for at in luck.choice(len(every), many, replace=False)))
        begins, ends = {first for first, _ in chosen}, {last for _, last in chosen}
        filled = all(any(first <= hour < last for first, last in chosen) for hour in range(hours))
        if filled and not begins & ends:
            return chosen
