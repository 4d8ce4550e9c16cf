"""Ways to staff a day against a promise by formulas, by raising and by searching, and one verification for all of them.

SIPP and MOL are Erlang C by slot on the modified offered load. "Each service alone" asks every union of services for
the sum of what its services need alone, which is Hall's condition for serving each with people of its own; "pooled"
staffs each union as one queue with its mean service time. ISA (``benchmarks/isa.py``) finds by simulation what one
queue needs: of each kind of people with a fixed part of the citizens, or of each union.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from isa_pools import Pools

from model.instance import Instance
from model.promise import promised
from model.rostering.promise.kinds import Counts, kinds_of
from model.rostering.promise.master import Master, Row
from scenarios.promise.plan import Effort, Planned, plan_day
from scenarios.promise.prepare import MARGIN
from scenarios.promise.rows import loads_of, unions
from scenarios.promise.search import Search
from scenarios.promise.trial import Trial
from simulate.engines.choose import prepare
from simulate.needs.design import slots_of
from simulate.promise.days import FIRST_FRESH, FIRST_SEARCHED, draw_days
from simulate.theory.least import least_servers

BLOCK = 2000
SEARCHED = 200
# Verification must see other days than any certificate: those of another seed.
OTHER_SEED = 7


@dataclass(frozen=True, slots=True)
class Verified:
    """What the same fresh days say of counts: paid hours, the worst level relative to its limit, pledges missed."""

    hours: float
    worst: float
    missed: int


class Ways:
    """The first site of a workspace on its first date, with everything the ways to staff it share."""

    def __init__(self, instance: Instance, workers: int = 1) -> None:
        self.instance, self.workers = instance, workers
        self.site, self.day = next(iter(instance.sites)), instance.settings.run.dates[0]
        self.seed, self.pledges = instance.settings.run.seed, promised(instance, self.site, self.day)
        numbers = range(FIRST_SEARCHED, FIRST_SEARCHED + SEARCHED)
        days = draw_days(instance, self.site, self.day, self.pledges, self.seed, numbers)
        self.kinds, self.slots = kinds_of(instance, self.site, self.day), slots_of(instance, self.site, self.day)
        self._shape = (len(self.kinds.kinds), len(self.slots))
        self._unions = unions(instance, self.kinds, self.slots, days)
        seats = sum(one.site == self.site for one in instance.counters.values())
        self._master = Master(self.kinds, self.slots, seats)
        self._trial = Trial(instance, self.kinds, self.slots, days, workers)
        self._load, self._pools = loads_of(instance, self.slots, days), Pools(instance, self.kinds, self.slots, days)
        self._mean = {
            name: max(law.expected for law in instance.services[name].minutes.values()) for name in self._load
        }

    def apart(self) -> Counts | None:
        """Return SIPP with MOL, each service with people of its own."""
        return self._by(lambda names, at: sum(_least(self._load[one][at], self._mean[one]) for one in names))

    def pooled(self) -> Counts | None:
        """Return SIPP with MOL, each union one queue."""

        def need(names: frozenset[str], at: int) -> int:
            load = sum(float(self._load[one][at]) for one in names)
            rate = sum(float(self._load[one][at]) / self._mean[one] for one in names)
            return _least(load, load / rate if rate else 1.0)

        return self._by(need)

    def raised(self) -> Counts | None:
        """Return the offered load, raised where a pledge is missed on the searched days."""
        margin = np.full(len(self.pledges), MARGIN)
        none = lambda now: None  # noqa: E731 - nobody watches
        search = Search(self._trial, self._master, self._unions, margin, self._shape, SEARCHED, none, lambda: 0.0)
        found = search.raised()
        return found.counts if found and found.kept else None

    def isa_pooled(self) -> Counts | None:
        """Return ISA for each union of services as one queue, then shifts that cover what all unions need."""
        needs = {
            one.services: self._pools.needed(self._pools.among(one.services)) for one in self._unions if one.services
        }
        return self._by(lambda names, at: int(needs[names][at]))

    def isa_apart(self, broad: float) -> Counts | None:
        """Return ISA for each kind of people as one queue of their own, then shifts that cover each kind's need.

        Of the visits of a service that several kinds serve, those with more services get the part ``broad``.
        """
        mine = self._pools.split(broad, self.seed)
        needs = [self._pools.needed(mine == at) for at in range(len(self.kinds.kinds))]
        rows = []
        for at, need in enumerate(needs):
            for slot in range(self._shape[1]):
                weight = np.zeros(self._shape, np.int64)
                weight[at, slot] = 1
                rows.append(Row(weight, int(need[slot])))
        answer = self._master.cheapest(rows)
        return answer.counts if answer else None

    def ours(self, seconds: float) -> Planned:
        """Return our plan, the search stopped by the processor's clock of this process.

        The bound is found before, and what was never compiled on this machine is compiled before.
        """
        prepare()
        begun, effort = [time.process_time()], Effort(200 if seconds < 60 else 400, 10**9, (500,))

        def begin(bound: int | None) -> None:
            begun[:] = [time.process_time()]

        return plan_day(
            self.instance,
            self.site,
            self.day,
            effort=effort,
            workers=self.workers,
            used=lambda: (time.process_time() - begun[0]) / seconds,
            on_bound=begin,
        )

    def verified(self, counts: Counts, days: int) -> Verified:
        """Play counts on fresh days of another seed."""
        people, bad, of = self._trial.staffing(self._trial.duties(counts)), 0.0, 0.0
        limit = np.array([one.limit for one in self.pledges])
        for first in range(0, days, BLOCK):
            numbers = range(FIRST_FRESH + first, FIRST_FRESH + min(days, first + BLOCK))
            fresh = draw_days(self.instance, self.site, self.day, self.pledges, self.seed + OTHER_SEED, numbers)
            score = Trial(self.instance, self.kinds, self.slots, fresh, self.workers).player.score(people)
            bad, of = bad + score.bad.sum(axis=0), of + score.of.sum(axis=0)
        level = np.asarray(bad) / np.maximum(of, 1)
        return Verified(self.kinds.minutes(counts) / 60, float((level / limit).max()), int((level > limit).sum()))

    def _by(self, need: Callable[[frozenset[str], int], int]) -> Counts | None:
        rows: list[Row] = [
            one.row(at, self._shape, need(one.services, at))
            for one in self._unions
            for at in range(self._shape[1])
            if one.services
        ]
        answer = self._master.cheapest(rows)
        return answer.counts if answer else None


def _least(load: float, mean: float) -> int:
    return least_servers(load / mean, mean) if load > 1e-9 else 0
