"""A second opinion on a simulated day: what exactly solved queues say of each group of services beside the simulation.

The services of a group share staff, directly or through others; the formulas take the group for one queue, everybody
in it serving everything. Arrivals and minutes are those of the very citizens simulated, so that only the queue differs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.instance import Instance
from model.roster import Roster
from simulate.day import DayPlan, day_plans, doors
from simulate.engines.choose import engine
from simulate.intervals import half_width
from simulate.play import Stage, set_stage
from simulate.staffing import CANNOT, Staffing
from simulate.stages import draw_day
from simulate.steady import offered_load, steady_waits
from simulate.streams import Integers, Mask, Uniforms
from simulate.theory.leaving import PARALLEL, PREEMPTIVE, Leaving
from simulate.theory.shift_day import ShiftDay
from simulate.theory.transient import solve_day
from simulate.ticks import NEVER, per_minute
from simulate.visits import VisitLog

# With many who may leave together the states are too many for an answer in seconds.
MOST_FINISHING = 20


@dataclass(frozen=True, slots=True)
class Opinion:
    """One group of services on a date, by slot of ``slot`` minutes from minute ``first`` on; waits are minutes.

    ``arrivals`` are mean tickets, ``servers`` who is planned at the middle of the slot. ``simulated`` is the mean wait
    of those called by the slot of their ticket with its half width, NaN where nobody came. ``finishing`` and
    ``stopping`` are the exact M(t)/M/s(t) waits where who leaves finishes the citizen in hand, and where not; None
    where the day has no exact solution (nobody at its end), the first also where more than ``MOST_FINISHING`` serve.
    ``variation`` is the coefficient of variation of the minutes, ``patience`` one over the mean rate at which those who
    wait lose patience (minutes; None where nobody leaves). ``load`` (servers kept busy), ``steady`` (Erlang C, infinite
    where the work is too much) and ``steady_leaving`` (Erlang A, None without patience) take each slot for endless.
    """

    services: tuple[str, ...]
    people: int
    first: int
    slot: int
    minutes: float
    variation: float
    arrivals: Uniforms
    servers: Integers
    simulated: Uniforms
    half: Uniforms
    day_simulated: float
    day_half: float
    finishing: Uniforms | None
    stopping: Uniforms | None
    patience: float | None
    load: Uniforms
    steady: Uniforms
    steady_leaving: Uniforms | None

    def of_day(self, waits: Uniforms) -> float:
        """Return the mean over the day of waits by slot, weighted by arrivals."""
        return float((waits * self.arrivals).sum() / max(self.arrivals.sum(), 1e-12))

    def by_variation(self, waits: float) -> float:
        """Return a wait of exponential minutes scaled to the variation of these: an approximation (Allen-Cunneen)."""
        return waits * (1 + self.variation**2) / 2


def second_opinion(
    instance: Instance,
    site: str,
    day: date,
    *,
    replications: int = 30,
    seed: int | None = None,
    roster: Roster | None = None,
) -> tuple[Opinion, ...]:
    """Return the opinions on every group of services of a site on a date, those with most work first."""
    used = instance.settings.run.seed if seed is None else seed
    stage = set_stage(instance, [day], used, roster or instance.roster, {site})
    place = list(instance.sites).index(site)
    people = stage.staff[0].sites[place]
    samples = [_Sample(instance, stage, place, people, queues, replications) for queues in _groups(people)]
    play = engine()
    for replication in range(replications):
        visits = draw_day(instance, day, replication, used, stage.rows)
        door = doors(instance, visits, day, stage.hours[0])
        for at, mine, plan in day_plans(instance, visits, door, stage.staff_on(0, replication)):
            if at == place:
                log = play(plan)
                for sample in samples:
                    sample.add(replication, visits.service[mine], plan, log)
    found = [sample.opinion() for sample in samples if sample.tickets.sum()]
    return tuple(sorted(found, key=lambda one: -one.minutes * one.arrivals.sum()))


def _groups(people: Staffing) -> Iterator[Integers]:
    """Yield the queues that hang together through staff who serve more than one of them."""
    able = people.preference != CANNOT
    left = set(np.flatnonzero(able.any(axis=1)).tolist())
    while left:
        group, fresh = set[int](), {min(left)}
        while fresh:
            group |= fresh
            servers = able[sorted(fresh)].any(axis=0)
            fresh = set(np.flatnonzero(able[:, servers].any(axis=1)).tolist()) - group
        left -= group
        yield np.array(sorted(group), np.int64)


class _Sample:
    """The replications of one group: tickets, waits of those called, and work, by replication and slot."""

    def __init__(
        self, instance: Instance, stage: Stage, place: int, people: Staffing, queues: Integers, replications: int
    ) -> None:
        self._rate, self._slot = per_minute(instance.settings), instance.settings.slot_minutes
        self._people, self._queues = people, queues
        self._services = np.flatnonzero(np.isin(people.queue_of, queues))
        self._names = tuple(name for at, name in enumerate(instance.services) if at in self._services)
        sessions = instance.opening(list(instance.sites)[place], stage.dates[0])
        self.first = min(one.start for one in sessions) // self._slot * self._slot
        self._many = -(-(max(one.end for one in sessions) - self.first) // self._slot)
        shape = (replications, self._many)
        self.tickets, self.waits, self.called = (np.zeros(shape) for _ in range(3))
        self._works: list[Uniforms] = []
        laws = [one.patience for one in instance.services.values()]
        self._restless = np.array([0.0 if law is None else 1 / law.expected for law in laws])
        self._leaving: list[Uniforms] = []

    def add(self, replication: int, service: Integers, plan: DayPlan, log: VisitLog) -> None:
        """Add the visits of the group on one day; who is there may differ from day to day, and so the queues."""
        mine = np.isin(service, self._services) & (log.join != NEVER)
        called = mine & (log.start != NEVER)
        self.tickets[replication] += self._by_slot(log.join, mine)
        self.called[replication] += self._by_slot(log.join, called)
        waits = np.where(called, log.start - log.join, 0) / self._rate
        self.waits[replication] += self._by_slot(log.join, called, waits)
        self._works.append(plan.work[mine] / self._rate)
        self._leaving.append(self._restless[service[mine]])

    def _by_slot(self, join: Integers, mine: Mask, weights: Uniforms | None = None) -> Uniforms:
        slot = np.clip((join[mine] // self._rate - self.first) // self._slot, 0, self._many - 1)
        return np.bincount(slot, None if weights is None else weights[mine], self._many).astype(np.float64)

    def opinion(self) -> Opinion:
        """Return what the replications and the formulas say."""
        people, queues = self._people, self._queues
        works, able = np.concatenate(self._works), (people.preference[queues] != CANNOT).any(axis=0)
        speed = people.speed[queues][people.preference[queues] != CANNOT].mean()
        servers = self._on_duty(people, able)
        arrivals, minutes = self.tickets.mean(axis=0), float(works.mean() / speed)
        simulated, half = _ratio(self.waits.T, self.called.T)
        whole, whole_half = _ratio(self.waits.sum(axis=1)[None], self.called.sum(axis=1)[None])
        leaving = float(np.concatenate(self._leaving).mean())
        day = (arrivals, servers, minutes, self._slot)
        exact = [_solved(*day, rule) for rule in (PARALLEL, PREEMPTIVE)]
        return Opinion(
            services=self._names,
            people=int(able.sum()),
            first=self.first,
            slot=self._slot,
            minutes=minutes,
            variation=float(works.std() / works.mean()),
            arrivals=arrivals,
            servers=servers,
            simulated=simulated,
            half=half,
            day_simulated=float(whole[0]),
            day_half=float(whole_half[0]),
            finishing=exact[0],
            stopping=exact[1],
            patience=1 / leaving if leaving else None,
            load=offered_load(arrivals, minutes, self._slot),
            steady=steady_waits(*day),
            steady_leaving=steady_waits(*day, patience=1 / leaving) if leaving else None,
        )

    def _on_duty(self, people: Staffing, able: Mask) -> Integers:
        """Return how many of the able are planned at the middle of each slot."""
        middle = ((self.first + (np.arange(self._many) + 0.5) * self._slot) * self._rate)[:, None, None]
        there = (people.begin[able] <= middle) & (middle < people.end[able])
        return np.asarray(there.any(axis=2).sum(axis=1), np.int64)


def _solved(arrivals: Uniforms, servers: Integers, minutes: float, slot: int, leaving: Leaving) -> Uniforms | None:
    """Return the exact mean waits by slot, None where that cannot be solved in a few seconds or at all."""
    if not servers[-1] or (leaving is PARALLEL and servers.max() > MOST_FINISHING):
        return None
    day = ShiftDay(tuple(arrivals.tolist()), tuple(servers.tolist()), minutes, float(slot), leaving=leaving)
    return solve_day(day).mean_wait


def _ratio(above: Uniforms, below: Uniforms) -> tuple[Uniforms, Uniforms]:
    """Return ratios of sums over replications (rows x replications) with half widths, NaN where nothing is below."""
    mean = below.mean(axis=1)
    scale = np.where(mean > 0, mean, np.nan)
    value = above.mean(axis=1) / scale
    return value, half_width((above - value[:, None] * below) / scale[:, None])
