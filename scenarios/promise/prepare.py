"""Makes everything ready to search the plan of a day: days drawn, people grouped, rows, search and checker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from model.instance import Instance
from model.promise import Pledge
from model.roster import Roster
from model.rostering.promise.kinds import Counts, Kinds, kinds_of
from model.rostering.promise.master import Master, Row
from scenarios.promise.rows import Union, unions
from scenarios.promise.search import Plan, Search, Used, Watch
from scenarios.promise.trial import Trial
from simulate.needs.design import slots_of
from simulate.promise.certify import decided, errors, joined, refused
from simulate.promise.days import FIRST_CHECKED, FIRST_SEARCHED, draw_days
from simulate.promise.play import Player, Score
from simulate.streams import Uniforms

# Plans made on few days are optimistic about them: so much of each limit is kept in hand from the start.
MARGIN = 0.1
# A plan that surely misses a pledge is not played to the end.
CHECK_LOOKS = (500, 2000)
# A plan passes the check when it would be kept even this many standard errors worse.
SURE = 3.0


@dataclass(frozen=True)
class Prepared:
    """A search that can begin, the checker of what it finds, and the rows it starts from."""

    kinds: Kinds
    trial: Trial
    search: Search
    checker: "Checker"
    unions: tuple[Union, ...]

    @property
    def simulations(self) -> int:
        """Return how often a plan was played so far."""
        return self.trial.simulations + self.checker.simulations


class NobodyError(ValueError):
    """Nobody who is there can serve a service that people come for; ``services`` names them."""

    def __init__(self, services: Sequence[str]) -> None:
        super().__init__(", ".join(services))
        self.services = tuple(services)


def prepare(
    instance: Instance,
    site: str,
    day: date,
    pledges: Sequence[Pledge],
    *,
    seed: int,
    days: int,
    played: int,
    workers: int = 1,
    used: Used = lambda: 0.0,
    watch: Watch = lambda now: None,
) -> Prepared:
    """Draw ``days`` to search on and make everything ready; the search ends after ``played`` days were played.

    ``used`` says which part of any other limit, such as time, is gone.

    Raises:
        NobodyError: when a service that people come for has nobody.
        ValueError: when the site is not open on the date.
    """
    drawn = draw_days(instance, site, day, pledges, seed, range(FIRST_SEARCHED, FIRST_SEARCHED + days))
    kinds, slots = kinds_of(instance, site, day), slots_of(instance, site, day)
    _somebody(instance, kinds, drawn.drawn[0].service.tolist() if drawn.drawn else [])
    trial = Trial(instance, kinds, slots, drawn, workers)
    seats = sum(one.site == site for one in instance.counters.values())
    shape = (len(kinds.kinds), len(slots))
    found = unions(instance, kinds, slots, drawn)
    search = Search(
        trial=trial,
        master=Master(kinds, slots, seats, seed=seed % (1 << 31), always=present(instance, kinds, shape)),
        unions=found,
        margin=np.full(len(pledges), MARGIN),
        shape=shape,
        many=days,
        watch=watch,
        used=lambda: max(used(), trial.player.played / played),
    )
    checker = Checker(instance, kinds, pledges, seed, workers, trial)
    return Prepared(kinds, trial, search, checker, found)


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
    known |= instance.served(kinds.site) - instance.offers(kinds.site)
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


class Checker:
    """Plays a plan on days the search did not see, which a certificate does not use either."""

    def __init__(
        self, instance: Instance, kinds: Kinds, pledges: Sequence[Pledge], seed: int, workers: int, trial: Trial
    ) -> None:
        self._instance, self._kinds, self._pledges = instance, kinds, tuple(pledges)
        self._seed, self._workers, self._trial = seed, workers, trial
        self.simulations = 0
        self._known: dict[Counts, Score] = {}

    def short(self, plan: Plan) -> Uniforms:
        """Return by how much each pledge is not surely kept, relative to its limit; 0 where it is.

        A plan is refused as soon as a pledge is decided as missed. It would still fail on all days, but for the error
        of that decision, which costs the search a plan and no certificate its confidence: that has days of its own.
        """
        score = self._score(plan.counts)
        # By how much margins grow must not depend on when it was clear: errors are those all days would leave.
        error = errors(score) * np.sqrt(len(score.bad) / CHECK_LOOKS[-1])
        excess = score.excess() + SURE * error / np.maximum(score.limit, 1e-9)
        return np.maximum(np.where(score.of.sum(axis=0) > 0, excess, 0.0), 0.0)

    def _score(self, counts: Counts) -> Score:
        """Play counts until they are refused, or on all days; what was played before is remembered."""
        if counts not in self._known:
            self.simulations += 1
            people, scores = self._trial.staffing(self._trial.duties(counts)), list[Score]()
            for player in self._players:
                scores.append(player.score(people))
                if refused(decided(self._pledges, joined(scores), len(CHECK_LOOKS))):
                    break
            self._known[counts] = joined(scores)
        return self._known[counts]

    @cached_property
    def _players(self) -> tuple[Player, ...]:
        """Draw the days from each look to the next."""
        edges = zip((0, *CHECK_LOOKS), CHECK_LOOKS, strict=False)
        numbers = [range(FIRST_CHECKED + begin, FIRST_CHECKED + end) for begin, end in edges]
        site, day = self._kinds.site, self._kinds.day
        drawn = (draw_days(self._instance, site, day, self._pledges, self._seed, one) for one in numbers)
        return tuple(Player(one, self._workers) for one in drawn)
