"""Why a plan costs what it costs: what each promise, shift and skill is worth, found by searching again without it.

All answers compare plans found by the same search on the same days, without anything kept in hand for other days: so
differences are of the promise or the people, not of luck. The hours are those of the days searched on, not certified.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from model.instance import Instance
from model.promise import Pledge
from model.roster import Roster
from model.rostering.promise.kinds import Counts, Kinds
from model.staff import Skill
from model.targets import Measure
from scenarios.promise.plan import STEP
from scenarios.promise.prepare import Prepared, counts_of, prepare
from scenarios.promise.search import Plan

DAYS, PLAYED = 200, 12_000
SHARES = (0.80, 0.85, 0.90, 0.95)
MINUTES = (10.0, 15.0, 20.0, 30.0)
TRAINED = 5
Told = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Question:
    """A centre and a date, the promise, and the plan found for them; ``played`` days may be played for each answer."""

    instance: Instance
    site: str
    day: date
    pledges: tuple[Pledge, ...]
    roster: Roster
    seed: int
    days: int = DAYS
    played: int = PLAYED
    workers: int = 1

    def ready(self, pledges: Sequence[Pledge] | None = None, instance: Instance | None = None) -> Prepared:
        """Make a search ready for the promise, or another one, at the centre, or another one."""
        ready = prepare(
            instance or self.instance,
            self.site,
            self.day,
            self.pledges if pledges is None else pledges,
            seed=self.seed,
            days=self.days,
            played=self.played,
            workers=self.workers,
        )
        ready.search.margin = np.zeros(len(ready.search.margin))
        return ready

    @property
    def minutes(self) -> int:
        """Return the paid minutes of the plan."""
        shifts = self.instance.shifts
        return sum(shifts[one.shift].paid_minutes for one in self.roster.assignments)


@dataclass(frozen=True, slots=True)
class Driven:
    """A shift of the plan, how many work it, and the pledges that are missed with one person less, worst first."""

    people: tuple[str, ...]
    shift: str
    times: int
    missed: tuple[Pledge, ...]


@dataclass(frozen=True, slots=True)
class Priced:
    """A promise that was taken out or changed, and the paid minutes of the plan then; None where none is found."""

    name: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Trained:
    """A person who learns a skill, and the paid minutes of the plan then."""

    person: str
    skill: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the curve: the share promised within the minutes, and the paid minutes; None: no plan was found."""

    share: float
    within: float
    minutes: int | None


def settled(question: Question, told: Told = lambda: None) -> Question:
    """Return the question about the cheapest plan the search finds from the given one, until it finds none cheaper.

    Otherwise a saving could be the search's, which had not yet found the plan, and not the promise's.
    """
    while True:
        ready = question.ready()
        plan = _searched(ready, question.roster)
        told()
        if plan is None or not plan.kept or plan.minutes >= question.minutes:
            kept = ready.search.judged(counts_of(ready.kinds, question.roster)).kept
            return question if kept or plan is None else replace(question, roster=ready.kinds.named(plan.counts))
        question = replace(question, roster=ready.kinds.named(plan.counts))


def drivers(question: Question) -> tuple[Driven, ...]:
    """Return, for every shift of the plan, which pledges are missed when one person who works it stays away."""
    ready = question.ready()
    counts = counts_of(ready.kinds, question.roster)
    found = []
    for kind, shift, less in _one_less(counts):
        excess = ready.trial.score(less).excess()
        worst = [int(at) for at in np.argsort(-excess, kind="stable") if excess[at] > 1e-9]
        people, code = ready.kinds.kinds[kind].people, ready.kinds.shifts[shift].code
        found.append(Driven(people, code, counts[kind][shift], tuple(question.pledges[at] for at in worst)))
    return tuple(found)


def _one_less(counts: Counts) -> Iterator[tuple[int, int, Counts]]:
    for kind, row in enumerate(counts):
        for shift, many in enumerate(row):
            if many:
                less = (*row[:shift], many - 1, *row[shift + 1 :])
                yield kind, shift, (*counts[:kind], less, *counts[kind + 1 :])


def by_service(question: Question) -> dict[str, list[Pledge]]:
    """Return the pledges of each service, those of several services under each of them."""
    names = sorted(frozenset().union(*(one.services for one in question.pledges)))
    return {name: [one for one in question.pledges if name in one.services] for name in names}


def by_skill(question: Question) -> dict[str, list[Pledge]]:
    """Return the pledges whose services all ask for one skill, by skill."""
    skills: dict[str, list[Pledge]] = {}
    for one in question.pledges:
        asked = {question.instance.services[name].skill for name in one.services}
        if len(asked) == 1:
            skills.setdefault(asked.pop(), []).append(one)
    return dict(sorted(skills.items()))


def priced(question: Question, groups: Mapping[str, Sequence[Pledge]], told: Told = lambda: None) -> tuple[Priced, ...]:
    """Return the plan without each group of pledges, searched again; most is saved first."""
    found = []
    for name, group in groups.items():
        others = [one for one in question.pledges if one not in group]
        found.append(Priced(name, _cost(question, question.ready(others)) if others else 0))
        told()
    return tuple(sorted(found, key=lambda one: (question.minutes if one.minutes is None else one.minutes, one.name)))


def easier(question: Question, points: float) -> Priced:
    """Return the plan when every promised share is so much lower: what a point of service level costs."""
    changed = tuple(
        replace(one, share=one.share - points) if one.measure in (Measure.SHARE, Measure.QUANTILE) else one
        for one in question.pledges
    )
    return Priced(f"{points:g}", _cost(question, question.ready(changed)))


def curve(
    question: Question, told: Told = lambda: None, shares: Sequence[float] = SHARES, within: Sequence[float] = MINUTES
) -> tuple[Point, ...]:
    """Return the cost for every share and minutes promised in place of those of the *share* pledges.

    A promise never costs more than a stricter one for which a plan is known, because that plan keeps it too.
    """
    found: dict[tuple[float, float], int | None] = {}
    for share in shares:
        for minutes in within:
            pledges = tuple(
                replace(one, share=share, minutes=minutes) if one.measure is Measure.SHARE else one
                for one in question.pledges
            )
            found[share, minutes] = _cost(question, question.ready(pledges))
            told()
    return tuple(Point(share, minutes, _least(found, share, minutes)) for share in shares for minutes in within)


def _least(found: Mapping[tuple[float, float], int | None], share: float, minutes: float) -> int | None:
    stricter = [cost for (other, soon), cost in found.items() if other >= share and soon <= minutes]
    return min((cost for cost in stricter if cost is not None), default=None)


def trained(question: Question, told: Told = lambda: None, most: int = TRAINED) -> tuple[Trained, ...]:
    """Return what it saves when one person learns one more skill, for the most promising pairs, most first.

    Promising are pairs whose person, given the skill, makes the plan miss least when any one shift of it is taken away.
    """
    ready = question.ready()
    pairs = sorted(_pairs(question, ready.kinds), key=lambda one: _slack(question, *one))[:most]
    found = []
    for person, skill in pairs:
        cost = _cost(question, question.ready(instance=with_skill(question.instance, person, skill)))
        found.append(Trained(person, skill, question.minutes if cost is None else cost))
        told()
    return tuple(sorted(found, key=lambda one: (one.minutes, one.person, one.skill)))


def _pairs(question: Question, kinds: Kinds) -> list[tuple[str, str]]:
    """Return one person of each kind with each skill of the site that they lack."""
    used = {question.instance.services[name].skill for name in question.instance.offers(question.site)}
    working = {one.person for one in question.roster.assignments}
    pairs = []
    for kind in kinds.kinds:
        person = next((one for one in kind.people if one in working), kind.people[0])
        pairs += [(person, skill) for skill in sorted(used - question.instance.staff[person].skills.keys())]
    return pairs


def _slack(question: Question, person: str, skill: str) -> float:
    """Return the least shortfall of the plan without one of its shifts, once the person has the skill."""
    ready = question.ready(instance=with_skill(question.instance, person, skill))
    counts = counts_of(ready.kinds, question.roster)
    few = max(20, question.days // 4)
    short = [float(np.maximum(ready.trial.score(less, few).excess(), 0).sum()) for _, _, less in _one_less(counts)]
    return min(short, default=0.0)


def with_skill(instance: Instance, person: str, skill: str) -> Instance:
    """Return the centre in which a person has learnt a skill, at speed one, as the last choice."""
    one = instance.staff[person]
    last = max((held.preference for held in one.skills.values()), default=0) + 1
    staff = {**instance.staff, person: replace(one, skills={**one.skills, skill: Skill(skill, 1.0, last)})}
    return replace(instance, staff=staff)


def _cost(question: Question, ready: Prepared) -> int | None:
    """Return the paid minutes of the cheapest plan found, None where the promise cannot be kept."""
    plan = _searched(ready, question.roster)
    return plan.minutes if plan is not None and plan.kept else None


def _searched(ready: Prepared, roster: Roster) -> Plan | None:
    """Go on from the plan and from one raised from the offered load: an easier promise has cheaper plans far away."""
    ready.search.judged(counts_of(ready.kinds, roster))
    ready.search.raised()
    ready.search.descended(STEP)
    return ready.search.best
