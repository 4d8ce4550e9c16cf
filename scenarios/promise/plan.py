"""Plans one day of one site against its promise: searched, checked on other days, named, certified on fresh ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.instance import Instance
from model.promise import Pledge, promised
from model.roster import Roster
from model.rostering.judge import judge
from model.rostering.promise.kinds import Counts
from model.rostering.rule import Breach
from scenarios.promise.prepare import Prepared, counts_of, prepare
from scenarios.promise.search import Now, Plan, Stage, Stop
from simulate.promise.certify import LOOKS, Certificate, certify

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
    ready = prepare(
        instance,
        site,
        day,
        asked,
        seed=luck,
        days=effort.days,
        played=effort.played,
        workers=workers,
        stop=stop,
        watch=on_step or (lambda now: None),
    )
    search, kinds = ready.search, ready.kinds
    interrupted = False
    best: Plan | None = None
    try:
        best = searched(ready, counts_of(kinds, start) if start else None)
    except KeyboardInterrupt:
        interrupted = True
    best = best or search.best or search.nearest
    if best is None:
        raise KeyboardInterrupt
    roster = kinds.named(best.counts)
    people = ready.trial.staffing(ready.trial.duties(best.counts))
    certificate = certify(instance, site, day, asked, people, seed=luck, workers=workers, looks=looks or effort.looks)
    verdict = judge(instance, roster, None, (day,), site)
    offered = float(ready.unions[-1].load.sum() * instance.settings.slot_minutes / 60) if ready.unions else 0.0
    breaches, sims = tuple(verdict.breaches), ready.simulations
    return Planned(site, day, asked, roster, best, certificate, breaches, sims, offered, interrupted)


def searched(ready: Prepared, start: Counts | None = None) -> Plan | None:
    """Return the cheapest plan that passes the check, else the best that was seen."""
    search, checker = ready.search, ready.checker
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
