"""The bound without any condition: work has to be done by somebody who can do it, at a time that is not too late.

Of the visits that arrive between two moments, the promised share is called before the last window ends plus the
promised minutes, by people who can serve them and are on duty then. All work of those called but the last service of
each stretch of duty lies inside the time on duty. The late visits may be the longest ones, and so may the last services
be: with q the quantile of the share,

    minutes on duty + sum over stretches of q >= work of the visits that take at most q.

The work of the m shortest visits is convex in m, so its tangent at the share never says too much.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.clock import Interval
from model.instance import Instance
from model.promise import Pledge
from model.rostering.promise.kinds import Kind, Kinds
from model.rostering.promise.least import least_minutes
from model.rostering.promise.master import Row
from model.settings import ClosingRule
from model.targets import Measure
from scenarios.promise.prepare import prepare
from scenarios.promise.rows import Union
from simulate.promise.days import Days
from simulate.streams import Integers, Uniforms
from simulate.ticks import per_minute

SCALE = 100
OF_WAITS = frozenset({Measure.SHARE, Measure.QUANTILE})
# Deterministic seconds of the solver.
SECONDS = 10.0
DAYS = 400
# The days are a sample: so many standard errors less are asked for.
CERTAIN = 3.0


@dataclass(frozen=True)
class Cell:
    """A pledge's visits: the longest that must be called, in minutes, and the work of those up to it, by day."""

    pledge: Pledge
    longest: float
    work: Uniforms


def least_by_work(instance: Instance, site: str, day: date, pledges: Sequence[Pledge], *, seed: int) -> int | None:
    """Return paid minutes that no roster which keeps the pledges can be below; None where none can keep them.

    It always rests on the same days, whatever the search was, so that anybody can find it again.

    Raises:
        NobodyError: when a service that people come for has nobody.
        ValueError: when the site is not open on the date.
    """
    ready = prepare(instance, site, day, pledges, seed=seed, days=DAYS, played=1)
    rows = work_rows(instance, ready.kinds, ready.unions, ready.trial.player.days)
    return least_minutes(ready.search.master, rows, SECONDS)


def work_rows(instance: Instance, kinds: Kinds, found: Sequence[Union], days: Days) -> tuple[Row, ...]:
    """Return a row over (kind, shift) for each union of services and each run of windows."""
    visits = _Visits(instance, days)
    rows = []
    for union in found:
        by_window = [[visits.cell(one) for one in those] for those in _by_window(union.services, days.pledges).values()]
        for first in range(len(by_window)):
            for last in range(first, len(by_window)):
                run = by_window[first : last + 1]
                if all(one[0].pledge.window.end <= two[0].pledge.window.start for one, two in itertools.pairwise(run)):
                    rows.append(_row(instance, kinds, union, [cell for those in run for cell in those]))
    return tuple(rows)


def _row(instance: Instance, kinds: Kinds, union: Union, run: Sequence[Cell]) -> Row:
    begin = min(one.pledge.window.start for one in run)
    end = int(np.ceil(max(one.pledge.window.end + one.pledge.minutes for one in run)))
    by_day = np.sum([one.work for one in run], axis=0)
    needed = float(by_day.mean() - CERTAIN * by_day.std() / np.sqrt(len(by_day)))
    weight = np.zeros((len(kinds.kinds), len(kinds.shifts)), np.int64)
    closing = max(one.end for one in instance.opening(kinds.site, kinds.day))
    late = instance.settings.rules_of(kinds.site).closing is ClosingRule.SERVE
    for at in sorted(union.kinds):
        kind = kinds.kinds[at]
        last = max((one.longest for one in run if one.pledge.services & kind.services), default=0.0)
        for shift, one in enumerate(kinds.shifts):
            # Who is there when the door closes may stay until everybody is served.
            work = [Interval(part.start, end if late and part.end >= closing else part.end) for part in one.work]
            inside = [common.minutes for part in work if (common := part.common(Interval(begin, end)))]
            weight[at, shift] = int(np.ceil(SCALE * (sum(inside) * _speed(instance, kind) + last * len(inside))))
    return Row(weight, int(np.floor(SCALE * needed)))


def _speed(instance: Instance, kind: Kind) -> float:
    return max(skill.speed for who in kind.people for skill in instance.staff[who].skills.values())


def _by_window(services: frozenset[str], pledges: Sequence[Pledge]) -> dict[Interval, list[Pledge]]:
    """Return pledges about waits of some of the services alone, by window; no visit belongs to two of a window.

    Where several pledges of a window speak of the same visits, their work must not count twice: the narrowest stay.
    """
    found: dict[Interval, list[Pledge]] = {}
    for one in sorted(pledges, key=lambda one: (one.window, len(one.services), one.id)):
        if one.measure in OF_WAITS and one.services <= services:
            there = found.setdefault(one.window, [])
            if not any(one.services & other.services for other in there):
                there.append(one)
    return found


class _Visits:
    """All visits of the days in long columns: day, service, ticket and minutes of work."""

    def __init__(self, instance: Instance, days: Days) -> None:
        rate, self._many = per_minute(instance.settings), len(days)
        self._codes = {name: at for at, name in enumerate(instance.services)}
        counts = [len(one.service) for one in days.drawn]
        self._day: Integers = np.repeat(np.arange(self._many), counts)
        self._service = np.concatenate([one.service for one in days.drawn] or [np.zeros(0, np.int64)])
        firsts = [(one.plan.join[:many], one.plan.work[:many]) for one, many in zip(days.drawn, counts, strict=True)]
        self._join, self._work = (np.concatenate([*part, np.zeros(0)]) / rate for part in zip(*firsts, strict=True))
        self._known: dict[Pledge, Cell] = {}

    def cell(self, pledge: Pledge) -> Cell:
        """Return the visits of a pledge."""
        if pledge not in self._known:
            mine = np.isin(self._service, [self._codes[name] for name in pledge.services])
            mine &= (self._join >= pledge.window.start) & (self._join < pledge.window.end)
            work = self._work[mine]
            longest = float(np.quantile(work, pledge.share, method="lower")) if len(work) else 0.0
            by_day = np.bincount(self._day[mine], np.where(work <= longest, work, 0.0), self._many)
            self._known[pledge] = Cell(pledge, longest, by_day.astype(np.float64))
        return self._known[pledge]
