"""Plans one day of one site against its promise: searched, checked on other days, named, certified on fresh ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import numpy as np

from model.instance import Instance
from model.promise import Pledge, promised
from model.roster import Roster
from model.rostering.judge import judge
from model.rostering.promise.kinds import Counts, Kinds, kinds_of
from model.rostering.promise.master import Master, Row
from model.rostering.rule import Breach
from scenarios.promise.rows import unions
from scenarios.promise.search import Now, Plan, Search, Stage, Stop
from scenarios.promise.trial import Trial
from simulate.needs.design import slots_of
from simulate.promise.certify import LOOKS, Certificate, certify, errors
from simulate.promise.days import FIRST_CHECKED, FIRST_SEARCHED, Days, draw_days
from simulate.streams import Uniforms

# Plans made on few days are optimistic about them: so much of each limit is kept in hand from the start.
MARGIN = 0.1
CHECK_DAYS = 2000
# A plan passes the check when it would be kept even this many standard errors worse.
SURE = 3.0
STEP = 120


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to search: days to search on, days played in all, and the looks of the certificate.

    The same on any number of workers.
    """

    days: int
    played: int
    looks: tuple[int, ...] = LOOKS


EFFORTS = {
    "quick": Effort(200, 60_000),
    "thorough": Effort(400, 500_000),
    "exhaustive": Effort(800, 2_500_000),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan of a day. ``certificate`` says what holds of it; ``breaches`` are rules the named roster breaks."""

    site: str
    day: date
    pledges: tuple[Pledge, ...]
    roster: Roster
    plan: Plan
    certificate: Certificate
    breaches: tuple[Breach, ...]
    simulations: int
    offered: float
    interrupted: bool


class NobodyError(ValueError):
    """Nobody who is there can serve a service that people come for; ``services`` names them."""

    def __init__(self, services: Sequence[str]) -> None:
        super().__init__(", ".join(services))
        self.services = tuple(services)


def plan_day(
    instance: Instance,
    site: str,
    day: date,
    *,
    pledges: Sequence[Pledge] | None = None,
    seed: int | None = None,
    effort: Effort = EFFORTS["thorough"],
    workers: int = 1,
    start: Roster | None = None,
    looks: Sequence[int] | None = None,
    stop: Stop = lambda: False,
    on_step: Callable[[Now], None] | None = None,
) -> Planned:
    """Search the cheapest plan of a day that keeps every pledge, and certify it.

    ``start`` is a roster to go on from. Where the promise cannot be kept with the people there, the plan is the one
    that misses least among those seen. Ctrl+C ends the search and certifies the best so far.

    Raises:
        NobodyError: when a service that people come for has nobody.
        ValueError: when the site is not open on the date.
    """
    luck = instance.settings.run.seed if seed is None else seed
    asked = tuple(promised(instance, site, day) if pledges is None else pledges)
    days = draw_days(instance, site, day, asked, luck, range(FIRST_SEARCHED, FIRST_SEARCHED + effort.days))
    kinds, slots = kinds_of(instance, site, day), slots_of(instance, site, day)
    _somebody(instance, kinds, days.drawn[0].service.tolist() if days.drawn else [])
    trial = Trial(instance, kinds, slots, days, workers)
    seats = sum(one.site == site for one in instance.counters.values())
    shape = (len(kinds.kinds), len(slots))
    found = unions(instance, kinds, slots, days)
    master = Master(kinds, slots, seats, seed=luck % (1 << 31), always=present(instance, kinds, shape))
    search = Search(
        trial=trial,
        master=master,
        unions=found,
        margin=np.full(len(asked), MARGIN),
        shape=shape,
        many=effort.days,
        watch=on_step or (lambda now: None),
        stop=lambda: stop() or trial.player.played > effort.played,
    )
    checker = _Checker(instance, kinds, asked, luck, workers, Trial(instance, kinds, slots, days, workers))
    interrupted = False
    best: Plan | None = None
    try:
        best = _searched(search, checker, counts_of(kinds, start) if start else None)
    except KeyboardInterrupt:
        interrupted = True
    best = best or search.best or search.nearest
    if best is None:
        raise KeyboardInterrupt
    roster = kinds.named(best.counts)
    people = trial.staffing(trial.duties(best.counts))
    certificate = certify(instance, site, day, asked, people, seed=luck, workers=workers, looks=looks or effort.looks)
    verdict = judge(instance, roster, None, (day,), site)
    offered = float(found[-1].load.sum() * instance.settings.slot_minutes / 60) if found else 0.0
    sims = trial.simulations + checker.trial.simulations
    return Planned(site, day, asked, roster, best, certificate, tuple(verdict.breaches), sims, offered, interrupted)


def present(instance: Instance, kinds: Kinds, shape: tuple[int, int]) -> tuple[Row, ...]:
    """Return the rows for the people of each skill who have to be there whenever the site is open."""
    least = instance.settings.min_present
    rows = []
    for able in {frozenset(at for at, one in enumerate(kinds.kinds) if name in one.services) for name in _all(kinds)}:
        for slot in range(shape[1]):
            weight = np.zeros(shape, np.int64)
            weight[sorted(able), slot] = 1
            rows.append(Row(weight, least))
    return tuple(rows) if least else ()


def _all(kinds: Kinds) -> list[str]:
    return sorted(frozenset().union(*(one.services for one in kinds.kinds)))


def _somebody(instance: Instance, kinds: Kinds, services: Sequence[int]) -> None:
    names, known = list(instance.services), set(_all(kinds))
    missing = sorted({names[at] for at in services} - known)
    if missing:
        raise NobodyError(missing)


def counts_of(kinds: Kinds, roster: Roster) -> Counts:
    """Return a roster's counts by kind and shift on the date; shifts a kind may not work are left out."""
    worked = {one.person: one.shift for one in roster.on(kinds.day)}
    return tuple(
        tuple(
            sum(worked.get(person) == shift.code for person in kind.people) if shift.code in kind.shifts else 0
            for shift in kinds.shifts
        )
        for kind in kinds.kinds
    )


class _Checker:
    """Plays a plan on days the search did not see, which a certificate does not use either."""

    def __init__(
        self, instance: Instance, kinds: Kinds, pledges: Sequence[Pledge], seed: int, workers: int, trial: Trial
    ) -> None:
        numbers = range(FIRST_CHECKED, FIRST_CHECKED + CHECK_DAYS)
        self._draw: Callable[[], Days] = partial(draw_days, instance, kinds.site, kinds.day, pledges, seed, numbers)
        self.trial, self._drawn, self._workers = trial, False, workers

    def short(self, plan: Plan) -> Uniforms:
        """Return by how much each pledge is not surely kept, relative to its limit; 0 where it is."""
        if not self._drawn:
            self.trial.on(self._draw(), self._workers)
            self._drawn = True
        score = self.trial.score(plan.counts)
        excess = score.excess() + SURE * errors(score) / np.maximum(score.limit, 1e-9)
        return np.maximum(np.where(score.of.sum(axis=0) > 0, excess, 0.0), 0.0)


def _searched(search: Search, checker: _Checker, start: Counts | None) -> Plan | None:
    """Return the cheapest plan that passes the check, else the best that was seen."""
    if start is not None:
        search.judged(start)
    if search.best is None:
        search.raised()
    if search.best is None:
        search.mended()
    if search.best is None:
        return search.nearest
    search.descended(STEP)
    passed: Plan | None = None
    while search.kept:
        search.stage = Stage.CHECK
        plan = search.kept[-1]
        if passed is not None and plan.minutes >= passed.minutes:
            break
        short = checker.short(plan)
        search.watch(Now(Stage.CHECK, passed, replace(plan, missed=int((short > 0).sum())), search.trial.simulations))
        if not short.any():
            passed = plan
            break
        search.widened(search.margin + short)
        if not search.reach(plan.minutes, plan) and search.kept and search.kept[-1].counts == plan.counts:
            search.kept.pop()
    return passed or search.best or search.nearest
