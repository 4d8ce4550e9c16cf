"""Plans one day of one site against its promise: searched, checked on other days, named, certified on fresh ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.instance import Instance
from model.promise import Pledge, promised
from model.roster import Roster
from model.rostering.judge import judge
from model.rostering.promise.kinds import Counts, Kinds
from model.rostering.rule import Breach
from scenarios.promise.prepare import Prepared, counts_of, prepare
from scenarios.promise.search import Now, Plan, Stage, Used, gap_of
from scenarios.promise.work import least_by_work
from simulate.promise.certify import LOOKS, Certificate, certify

STEP = 120
# Parts of the margin that are kept in hand one after the other, and the share of the time by which each has descended.
PHASES = ((1.0, 0.5), (0.5, 0.8), (0.25, 0.9))


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to search: days to search on, days played in all, and the looks of the certificate.

    The same on any number of workers.
    """

    days: int
    played: int
    looks: tuple[int, ...] = LOOKS


EFFORTS = {
    "quick": Effort(200, 120_000),
    "thorough": Effort(400, 500_000),
    "exhaustive": Effort(800, 2_500_000),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan of a day. ``certificate`` says what holds of it; ``breaches`` are rules the named roster breaks.

    ``bound`` are paid minutes no roster that keeps the promise can be below (None: no roster of these people can).
    """

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
    bound: int | None = None

    @property
    def gap(self) -> float | None:
        """Return by which part of the bound the plan is above it; None where no bound above nothing is known."""
        return gap_of(self.plan.minutes, self.bound)


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
    used: Used = lambda: 0.0,
    on_bound: Callable[[int | None], None] | None = None,
    on_step: Callable[[Now], None] | None = None,
    on_best: Callable[[Roster], None] | None = None,
) -> Planned:
    """Search the cheapest plan of a day that keeps every pledge, and certify it.

    ``start`` is a roster to go on from. Where the promise cannot be kept with the people there, the plan is the one
    that misses least among those seen. ``used`` says which part of the time is gone: at 1 the search ends. Ctrl+C ends
    it too, and certifies the best so far; a second one, while days are played for the certificate, is the caller's.
    ``on_bound`` is told the bound, which is found before the search, so that each step can say how far off the best is.
    ``on_best`` is told each better roster, the one to be certified last, so that a killed run loses no search.

    Raises:
        NobodyError: when a service that people come for has nobody.
        ValueError: when the site is not open on the date.
    """
    luck = instance.settings.run.seed if seed is None else seed
    asked = tuple(promised(instance, site, day) if pledges is None else pledges)
    bound = least_by_work(instance, site, day, asked, seed=luck)
    if on_bound is not None:
        on_bound(bound)
    ready = prepare(
        instance,
        site,
        day,
        asked,
        seed=luck,
        days=effort.days,
        played=effort.played,
        workers=workers,
        used=used,
        watch=_watching(bound, on_step, lambda plan: on_best(ready.kinds.named(plan.counts)) if on_best else None),
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
    if on_best is not None:
        on_best(roster)
    people = ready.trial.staffing(ready.trial.duties(best.counts))
    certificate = certify(instance, site, day, asked, people, seed=luck, workers=workers, looks=looks or effort.looks)
    verdict = judge(instance, roster, None, (day,), site)
    offered = float(ready.unions[-1].load.sum() * instance.settings.slot_minutes / 60) if ready.unions else 0.0
    breaches, sims = tuple(verdict.breaches), ready.simulations
    return Planned(site, day, asked, roster, best, certificate, breaches, sims, offered, interrupted, bound)


def _watching(
    bound: int | None, on_step: Callable[[Now], None] | None, on_best: Callable[[Plan], None]
) -> Callable[[Now], None]:
    """Return what is told each step, with the bound, and each plan that is better than the one before."""
    last: list[Plan] = []

    def watch(now: Now) -> None:
        if now.best is not None and (not last or now.best is not last[-1]):
            last[:] = [now.best]
            on_best(now.best)
        if on_step is not None:
            on_step(replace(now, bound=bound))

    return watch


def everybody(kinds: Kinds) -> Counts:
    """Return the counts with which everybody works the longest shift the rules let them."""
    counts = []
    for kind in kinds.kinds:
        may = [at for at, shift in enumerate(kinds.shifts) if shift.code in kind.shifts]
        longest = max(may, key=lambda at: (kinds.shifts[at].paid_minutes, -at))
        counts.append(tuple(len(kind.people) * (at == longest) for at in range(len(kinds.shifts))))
    return tuple(counts)


def searched(ready: Prepared, start: Counts | None = None) -> Plan | None:
    """Return the cheapest plan that passes the check, else the best that was seen.

    The less is kept in hand, the more plans that look cheap fail the check: so the search begins with much and goes on
    with less as long as there is time.
    """
    search = ready.search
    if start is not None:
        search.judged(start)
    if search.best is None:
        search.raised()
    if search.best is None:
        search.mended()
    if search.nearest is None:
        # No row could be met and no time was left to come near them: everybody there is the most that can be.
        search.judged(everybody(ready.kinds))
    if search.best is None:
        return search.nearest
    whole, passed = search.margin, None
    for part, share in PHASES:
        search.relaxed(part * whole, passed)
        search.share = share
        search.descended(STEP)
        search.share = 1.0
        passed = _checked(ready, passed) or passed
    return passed or search.best or search.nearest


def _checked(ready: Prepared, passed: Plan | None) -> Plan | None:
    """Return the cheapest plan found that passes the check and is cheaper than the one that passed before.

    A plan that fails widens the margin of what it misses, and another one is looked for in its place.
    """
    search = ready.search
    plan = search.best
    while plan is not None and (passed is None or plan.minutes < passed.minutes):
        search.stage = Stage.CHECK
        short = ready.checker.short(plan)
        search.watch(Now(Stage.CHECK, passed, replace(plan, missed=int((short > 0).sum())), search.trial.simulations))
        if not short.any():
            return plan
        search.widened(search.margin + short)
        plan = search.instead(plan, STEP)
    return None
