"""Days drawn once and played with many plans: the same citizens for every plan (common random numbers)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.instance import Instance
from model.promise import Pledge
from model.targets import Measure
from simulate.day import DayPlan, day_plans, doors
from simulate.rows import demand_rows
from simulate.staffing import DayStaff, staffing
from simulate.stages import draw_day
from simulate.streams import Integers, Uniforms
from simulate.ticks import per_minute

# Numbers of the days: reports begin at 0, the search for requirements at 1 << 20; a search never sees the third kind.
FIRST_SEARCHED = 1 << 21
FIRST_CHECKED = 3 << 20
FIRST_FRESH = 1 << 22


@dataclass(frozen=True, slots=True)
class DrawnDay:
    """A day that lacks its staff. ``who`` and ``pledge`` are pairs: this citizen counts for that pledge."""

    plan: DayPlan
    service: Integers
    who: Integers
    pledge: Integers


@dataclass(frozen=True, slots=True)
class Days:
    """Drawn days of one site and date; ``visits`` (days x pledges) counts those a pledge speaks for.

    Where a pledge speaks of days (overtime, the longest wait), it counts the day.
    """

    pledges: tuple[Pledge, ...]
    drawn: tuple[DrawnDay, ...]
    visits: Integers
    rate: int

    def __len__(self) -> int:
        return len(self.drawn)

    def first(self, many: int) -> "Days":
        """Return the first of the days."""
        return Days(self.pledges, self.drawn[:many], self.visits[:many], self.rate)


def draw_days(instance: Instance, site: str, day: date, pledges: Sequence[Pledge], seed: int, numbers: range) -> Days:
    """Draw the days that carry the numbers.

    Raises:
        ValueError: when the site is not open on the date.
    """
    if not instance.opening(site, day):
        raise ValueError(f"{site} is not open on {day}")
    rows, rate = demand_rows(instance, {site}), per_minute(instance.settings)
    nobody = DayStaff(day, {list(instance.sites).index(site): staffing(instance, ())})
    cells = _Cells(instance, pledges, rate)
    drawn = []
    for number in numbers:
        visits = draw_day(instance, day, number, seed, rows)
        for _, mine, plan in day_plans(instance, visits, doors(instance, visits, day), nobody):
            service = visits.service[mine]
            drawn.append(DrawnDay(plan, service, *cells.pairs(service, plan.join)))
    return Days(tuple(pledges), tuple(drawn), visits_of(pledges, drawn), rate)


def visits_of(pledges: Sequence[Pledge], drawn: Sequence[DrawnDay]) -> Integers:
    """Return how many visits, or days, each pledge speaks for on each day (days x pledges)."""
    counts = [np.bincount(one.pledge, minlength=len(pledges)) for one in drawn]
    visits = np.array(counts, np.int64).reshape(len(drawn), len(pledges))
    visits[:, [at for at, one in enumerate(pledges) if one.measure is Measure.OVERTIME]] = 1
    # Of the longest wait of a day the day is the unit: it counts once if anybody came.
    longest = [at for at, one in enumerate(pledges) if one.measure is Measure.LONGEST]
    visits[:, longest] = np.minimum(visits[:, longest], 1)
    return visits


def pairs_of(
    instance: Instance, pledges: Sequence[Pledge], service: Integers, join: Integers
) -> tuple[Integers, Integers]:
    """Return the pairs (citizen, pledge) of citizens with a service and a ticket time in ticks."""
    return _Cells(instance, pledges, per_minute(instance.settings)).pairs(service, join)


class _Cells:
    """Says for which pledges a citizen counts."""

    def __init__(self, instance: Instance, pledges: Sequence[Pledge], rate: int) -> None:
        names = list(instance.services)
        self._of = np.array([[name in one.services for name in names] for one in pledges], np.bool_)
        edges = [(one.window.start * rate, one.window.end * rate) for one in pledges]
        self._begin, self._end = np.array(edges, np.int64).reshape(-1, 2).T

    def pairs(self, service: Integers, join: Integers) -> tuple[Integers, Integers]:
        """Return the pairs (citizen, pledge) of a day."""
        # A service has few pledges: those alone are looked at.
        who, pledge = [], []
        for one in np.unique(service):
            mine, theirs = np.flatnonzero(service == one), np.flatnonzero(self._of[:, one])
            inside = (join[mine, None] >= self._begin[theirs]) & (join[mine, None] < self._end[theirs])
            at, of = np.nonzero(inside)
            who.append(mine[at])
            pledge.append(theirs[of])
        none: list[Integers] = [np.zeros(0, np.int64)]
        return np.concatenate(who or none), np.concatenate(pledge or none)


def limits(pledges: Sequence[Pledge]) -> Uniforms:
    """Return the limit of each pledge."""
    return np.array([one.limit for one in pledges], np.float64)
