"""Plans a week of a site: each day against its promise, then people named over all days, then each day certified.

The days are coupled by the people: hours of the week, rest, days in a row. Counts by kind are found day by day; who
they are is decided for all days together by every rule of the catalogue. The certificate of a day is that of the people
named.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.instance import Instance
from model.promise import Pledge, promised
from model.roster import Roster
from model.rostering.judge import judge
from model.rostering.promise.kinds import Counts, Kinds
from model.rostering.promise.week import named_week
from model.rostering.rule import Breach
from scenarios.promise.plan import Effort, Planned, searched
from scenarios.promise.prepare import counts_of, prepare
from scenarios.promise.search import Plan, Used
from scenarios.promise.verify import played_again
from scenarios.promise.work import least_by_work


@dataclass(frozen=True, slots=True)
class Week:
    """The plan of a week: a plan with certificate for each date, the roster of all, and the rules it breaks.

    ``missing`` counts the people of the day's plan whom no lawful week could name.
    """

    site: str
    days: tuple[Planned, ...]
    roster: Roster
    breaches: tuple[Breach, ...]
    missing: dict[date, int]

    @property
    def certified(self) -> bool:
        """Whether every day is certified and no rule is broken."""
        return not self.breaches and all(one.certificate.kept for one in self.days)


@dataclass(frozen=True, slots=True)
class _Searched:
    """What was found for a date before people are named."""

    pledges: tuple[Pledge, ...]
    kinds: Kinds
    plan: Plan
    simulations: int
    offered: float


class NoWeekError(ValueError):
    """No roster of these people keeps all rules over the dates."""


def plan_week(
    instance: Instance,
    site: str,
    dates: Sequence[date],
    *,
    seed: int,
    effort: Effort,
    workers: int = 1,
    used: Callable[[int], Used] = lambda at: lambda: 0.0,
    told: Callable[[int], None] = lambda done: None,
) -> Week:
    """Plan the dates on which a site is open.

    ``used`` gives for each date in turn which part of its time is gone. ``told`` is told how many of the steps are
    done: a search and a certificate for each date.

    Raises:
        NobodyError: when a service that people come for has nobody.
        NoWeekError: when no roster of these people keeps all rules.
    """
    found: dict[date, _Searched] = {}
    before: Counts | None = None
    for at, day in enumerate(dates):
        found[day] = _searched(instance, site, day, seed, effort, workers, used(at), before)
        before = found[day].plan.counts
        told(at + 1)
    named = named_week(instance, site, {day: (one.kinds, one.plan.counts) for day, one in found.items()}, seed=seed)
    if named is None:
        raise NoWeekError(site)
    days = []
    for at, (day, one) in enumerate(found.items()):
        days.append(_certified(instance, site, day, one, named.roster, seed, effort, workers))
        told(len(dates) + at + 1)
    breaches = tuple(judge(instance, named.roster, None, tuple(dates), site).breaches)
    return Week(site, tuple(days), named.roster, breaches, dict(named.missing))


def _searched(
    instance: Instance,
    site: str,
    day: date,
    seed: int,
    effort: Effort,
    workers: int,
    used: Used,
    before: Counts | None,
) -> _Searched:
    """Search the counts of a date, beginning with those of the day before where people are alike on both."""
    pledges = promised(instance, site, day)
    ready = prepare(
        instance, site, day, pledges, seed=seed, days=effort.days, played=effort.played, workers=workers, used=used
    )
    fits = before is not None and [len(row) for row in before] == [len(ready.kinds.shifts)] * len(ready.kinds.kinds)
    start = counts_of(ready.kinds, ready.kinds.named(before)) if before is not None and fits else None
    plan = searched(ready, start) or ready.search.nearest
    if plan is None:
        raise NoWeekError(site)
    offered = float(ready.unions[-1].load.sum() * instance.settings.slot_minutes / 60) if ready.unions else 0.0
    return _Searched(pledges, ready.kinds, plan, ready.simulations, offered)


def _certified(
    instance: Instance,
    site: str,
    day: date,
    one: _Searched,
    roster: Roster,
    seed: int,
    effort: Effort,
    workers: int,
) -> Planned:
    """Certify the people named for a date."""
    mine = Roster((day,), tuple(roster.on(day)))
    again = played_again(instance, site, day, mine, one.pledges, seed=seed, looks=effort.looks, workers=workers)
    minutes = sum(instance.shifts[it.shift].paid_minutes for it in mine.assignments)
    counts = counts_of(one.kinds, mine)
    bound = least_by_work(instance, site, day, one.pledges, seed=seed)
    return Planned(
        site,
        day,
        one.pledges,
        mine,
        replace(one.plan, counts=counts, minutes=minutes),
        again.certificate,
        again.breaches,
        one.simulations,
        one.offered,
        interrupted=False,
        bound=bound,
    )
