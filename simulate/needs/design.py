"""The design days: the citizens of one skill at one site, on days of luck that no reported run uses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from model.clock import Interval
from model.instance import Instance
from simulate.arrivals import COLUMNS, Visits
from simulate.day import DayPlan, Doors, day_plans, doors
from simulate.rows import Rows
from simulate.staffing import DayStaff, Staffing, staffing
from simulate.stages import as_if_nobody_waited, draw_day
from simulate.streams import Integers, Uniforms
from simulate.ticks import per_minute

# Replications from here on are for searching; results are shown on those from 0 on, which the search never sees.
FIRST_DESIGN_DAY = 1 << 20


@dataclass(frozen=True, slots=True)
class Sample:
    """One drawn day: its visits, and when each one joins the queue."""

    visits: Visits
    door: Doors


@dataclass(frozen=True, slots=True)
class SkillDay:
    """The citizens of one skill on one drawn day: a plan that still lacks its staff, and their services."""

    plan: DayPlan
    service: Integers

    def staffed(self, people: Staffing) -> DayPlan:
        """Return the plan with staff."""
        return replace(self.plan, staff=people, queue=people.queue_of[self.service])


def draw_samples(instance: Instance, rows: Rows, day: date, seed: int, numbers: range) -> tuple[Sample, ...]:
    """Draw the design days of one date that carry the numbers."""
    drawn = (draw_day(instance, day, FIRST_DESIGN_DAY + number, seed, rows) for number in numbers)
    return tuple(Sample(*as_if_nobody_waited(visits, doors(instance, visits, day))) for visits in drawn)


def days_of(
    instance: Instance, site: str, day: date, samples: Sequence[Sample], services: Sequence[int]
) -> Iterator[SkillDay]:
    """Yield, for each drawn day on which anybody comes for one of the services, the plan of those who come."""
    nobody = DayStaff(day, {list(instance.sites).index(site): staffing(instance, ())})
    for sample in samples:
        among = np.isin(sample.visits.service, services)
        columns = {name: getattr(sample.visits, name)[among] for name in COLUMNS}
        visits = Visits(**columns, downtime=sample.visits.downtime)
        door = Doors(sample.door.join[among], sample.door.turned_away[among], sample.door.closing)
        for _, mine, plan in day_plans(instance, visits, door, nobody):
            yield SkillDay(plan, visits.service[mine])


def slots_of(instance: Instance, site: str, day: date) -> tuple[Interval, ...]:
    """Return the slots of a site's opening sessions, in order."""
    length = instance.settings.slot_minutes
    return tuple(slot for session in sorted(instance.opening(site, day)) for slot in session.slots(length))


def slot_index(instance: Instance, slots: Sequence[Interval], join: Integers) -> Integers:
    """Return the slot in which each moment (ticks) lies."""
    starts = np.array([slot.start for slot in slots], np.int64) * per_minute(instance.settings)
    return np.searchsorted(starts, join, side="right") - 1


def offered_load(instance: Instance, slots: Sequence[Interval], join: Integers, work: Integers, days: int) -> Uniforms:
    """Return the mean number of people busy by slot if nobody ever had to wait.

    This is the modified offered load, taken from the sample itself: m(t) = integral of lambda(t-u) P(S > u) du.
    """
    rate = per_minute(instance.settings)
    begin, end = (np.array(edge, np.int64) * rate for edge in zip(*((s.start, s.end) for s in slots), strict=True))
    done = [np.clip(moment[:, None] - join[None, :], 0, work[None, :]).sum(axis=1) for moment in (begin, end)]
    load: Uniforms = (done[1] - done[0]) / ((end - begin) * days)
    return load
