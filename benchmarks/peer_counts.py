"""How many people on each shift of each day: what pyworkforce's two schedulers answer, theirs and ours.

Each shift is one stretch of the day's periods. The published numbers are those of pyworkforce's own tests, read from
21:00 on, so that the night shift is one stretch too; the other days are drawn by a seed. ``MinAbsDifference`` minimises
the distance to what is required, summed over all periods; ``MinRequiredResources`` covers all of it with the fewest
paid hours.
"""

import random
from collections import Counter as Tally
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from types import ModuleType
from typing import Any

import numpy as np

from benchmarks.peer_rows import ANSWERED, Row, Taken, Terms, clocked, days, library, solved
from model.clock import Interval
from model.figures import Name
from model.files.published.floor import SITE, SKILL, floor
from model.instance import Instance
from model.pattern import Pattern
from model.requirement import Need, Requirement
from model.rostering.promise.kinds import kinds_of
from model.rostering.promise.master import Master
from model.rostering.promise.master import Row as Least
from model.settings import RosterPrices
from model.shifts import Shift

HOUR, PERIODS = 60, 24
MISSING = 1000
PUBLISHED = (
    (9, 11, 17, 9, 7, 12, 5, 11, 8, 9, 18, 17, 8, 12, 16, 8, 7, 12, 11, 10, 13, 19, 16, 7),
    (13, 13, 12, 15, 18, 20, 13, 16, 17, 8, 13, 11, 6, 19, 11, 20, 19, 17, 10, 13, 14, 23, 16, 8),
)
# First period and the one after the last, counted from 21:00.
PUBLISHED_SHIFTS = {"Morning": (8, 16), "Afternoon": (16, 24), "Night": (0, 8), "Mixed": (12, 20)}
NIGHT = 21
Counts = Mapping[tuple[int, str], int]
"""People by day and shift."""


@dataclass(frozen=True, slots=True)
class Floor:
    """What is required by day and period, the shifts, and how many people may be there at once and on one shift."""

    name: str
    required: tuple[tuple[int, ...], ...]
    shifts: Mapping[str, tuple[int, int]]
    at_once: int
    on_shift: int

    def on_duty(self, counts: Counts, day: int, period: int) -> int:
        """Return how many people are there in a period."""
        return sum(counts.get((day, code), 0) for code, (at, end) in self.shifts.items() if at <= period < end)

    def hours(self, counts: Counts) -> int:
        """Return the paid hours."""
        return sum(many * (self.shifts[code][1] - self.shifts[code][0]) for (_, code), many in counts.items())

    def beyond(self, counts: Counts) -> list[int]:
        """Return, for each period of each day, how many people more than required are there, below zero for fewer."""
        cells = ((day, period) for day, row in enumerate(self.required) for period in range(len(row)))
        return [self.on_duty(counts, *cell) - self.required[cell[0]][cell[1]] for cell in cells]

    def crowded(self, counts: Counts) -> int:
        """Return in how many periods too many are there at once, and on how many shifts."""
        cells = ((day, period) for day, row in enumerate(self.required) for period in range(len(row)))
        full = sum(self.on_duty(counts, *cell) > self.at_once for cell in cells)
        return full + sum(many > self.on_shift for many in counts.values())


def floors() -> list[Floor]:
    """Return the published two days and a drawn week with more shifts."""
    turned = tuple((*row[NIGHT:], *row[:NIGHT]) for row in PUBLISHED)
    return [Floor("2 days of its tests", turned, PUBLISHED_SHIFTS, 25, 25), _drawn(random.Random(1))]


def _drawn(luck: random.Random) -> Floor:
    shifts = {f"{at}+{long}": (at, at + long) for long in (6, 8, 10) for at in range(0, PERIODS - long + 1, 2)}
    week = tuple(tuple(luck.randrange(2, 20) for _ in range(PERIODS)) for _ in range(7))
    return Floor(f"7 drawn days, {len(shifts)} shifts", week, shifts, 25, 25)


def rows(terms: Terms) -> Iterator[Row]:
    """Yield what each program answers to both questions."""
    theirs = library("pyworkforce.scheduling")
    for one in floors():
        if theirs:
            yield _theirs(one, "MinAbsDifference", theirs, terms)
        yield _by_name(one, "MinAbsDifference", terms)
        if theirs:
            yield _theirs(one, "MinRequiredResources", theirs, terms)
        yield _by_name(one, "MinRequiredResources", terms)
        yield _by_count(one, terms)


def _row(one: Floor, question: str, program: str, counts: Counts, proved: bool, taken: Taken) -> Row:
    """Score an answer, whoever gave it."""
    beyond, covering = one.beyond(counts), question == "MinRequiredResources"
    objective = one.hours(counts) if covering else sum(map(abs, beyond))
    broken = one.crowded(counts) + (sum(more < 0 for more in beyond) if covering else 0)
    return Row(f"{question}, {one.name}", program, objective, proved, broken, taken)


def _theirs(one: Floor, question: str, library: ModuleType, terms: Terms) -> Row:
    cover = {code: [int(at <= now < end) for now in range(PERIODS)] for code, (at, end) in one.shifts.items()}
    paid = {"cost_dict": {code: end - at for code, (at, end) in one.shifts.items()}}

    def solve() -> dict[str, Any]:
        required = [list(row) for row in one.required]
        sizes = (len(required), PERIODS, cover, required, one.at_once, one.on_shift)
        more = paid if question == "MinRequiredResources" else {}
        found: dict[str, Any] = getattr(library, question)(*sizes, max_search_time=terms.seconds, **more).solve()
        return found

    found, taken = clocked(solve, terms.runs)
    cells = found["resources_shifts"] if found["status"] in ANSWERED else ()
    counts = {(each["day"], each["shift"]): each["resources"] for each in cells}
    return _row(one, question, "pyworkforce", counts, found["status"] == "OPTIMAL", taken)


def _by_name(one: Floor, question: str, terms: Terms) -> Row:
    """Roster people by name: each slot short or over is paid, a lack so dearly that there is none."""
    dates, short = days(len(one.required)), MISSING if question == "MinRequiredResources" else 1
    needs = tuple(
        Need(dates[day], Interval(HOUR * period, HOUR * (period + 1)), SKILL, many)
        for day, row in enumerate(one.required)
        for period, many in enumerate(row)
    )
    asked = Requirement(SITE, needs, "peers", 0)
    found, taken = clocked(lambda: solved(_instance(one, short), asked, dates, terms.seconds), terms.runs)
    counts = Tally((dates.index(each.date), each.shift) for each in found.roster.assignments)
    return _row(one, question, "ours, people by name", counts, found.cost <= found.bound, taken)


def _by_count(one: Floor, terms: Terms) -> Row:
    """Count people by kind and shift, date by date, as the plan of a day does before anybody is named."""
    found, taken = clocked(lambda: _counted(one), terms.runs)
    counts = {cell: many for cell, (many, _) in found.items()}
    proved = all(proof for _, proof in found.values())
    return _row(one, "MinRequiredResources", "ours, people by kind", counts, proved, taken)


def _counted(one: Floor) -> dict[tuple[int, str], tuple[int, bool]]:
    instance, found = _instance(one, MISSING), {}
    slots = [Interval(HOUR * period, HOUR * (period + 1)) for period in range(PERIODS)]
    for day, date in enumerate(days(len(one.required))):
        kinds = kinds_of(instance, SITE, date)
        least = [Least(np.eye(PERIODS, dtype=np.int64)[[at]], many) for at, many in enumerate(one.required[day])]
        answer = Master(kinds, slots, one.at_once).cheapest(least)
        assert answer is not None, "somebody is always to be had"
        for shift, many in zip(kinds.shifts, answer.counts[0], strict=True):
            found[day, shift.code] = many, answer.bound >= answer.minutes
    return found


def _instance(one: Floor, short: int) -> Instance:
    """Return a site with a counter for each who may be there at once, and people enough for any day."""
    shortest = min(end - at for at, end in one.shifts.values())
    people = {f"P{at:03}": Pattern() for at in range(one.at_once * PERIODS // shortest)}
    shifts = {
        code: Shift(code, Name(code, code), Interval(HOUR * at, HOUR * end)) for code, (at, end) in one.shifts.items()
    }
    bare = floor(people, shifts, days(len(one.required)))
    free = RosterPrices(**dict.fromkeys((each.name for each in fields(RosterPrices)), 0))
    settings = replace(bare.settings, slot_minutes=HOUR, prices=replace(free, shortage=short, surplus=1))
    return replace(bare, settings=settings, counters=dict(list(bare.counters.items())[: one.at_once]))
