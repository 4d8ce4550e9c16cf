"""The staff of one site on one date as plain arrays: what an engine needs to know of people and counters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

from model.clock import Interval
from model.instance import Instance
from model.settings import BreakPolicy, QueueRule
from simulate.duties import Duty
from simulate.streams import Integers
from simulate.ticks import per_minute

CANNOT = -1
BY_RULE = -2
POLICIES = (BreakPolicy.FIXED_END, BreakPolicy.WAIT, BreakPolicy.PREEMPT)
Speeds = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Staffing:
    """Servers in order of the staff file (their place is their id) and queues of services with equal eligibility.

    ``begin`` and ``end`` (servers x stretches) are the stretches of work in ticks, padded with ``CANNOT`` behind the
    last; touching stretches are one. ``queue_of`` maps a service's position to a queue. ``preference`` (queues x
    servers) is the rank of the server for the queue, ``CANNOT`` where they cannot serve it; ``speed`` goes with it.
    ``unplaced`` are people on shift for whom no counter was left: they are not used. ``pool`` is the row of numbers
    each queue is part of; empty where there is one for all. ``policy`` (a place in ``POLICIES``) and ``delay`` (ticks,
    ``NEVER``: no limit) are each server's own way into a break, ``BY_RULE`` where it is that of the day; empty where
    nobody has one.
    """

    people: tuple[str, ...]
    unplaced: tuple[str, ...]
    begin: Integers
    end: Integers
    breadth: Integers
    queue_of: Integers
    preference: Integers
    speed: Speeds
    pool: Integers = field(default_factory=lambda: np.zeros(0, np.int64))
    policy: Integers = field(default_factory=lambda: np.zeros(0, np.int64))
    delay: Integers = field(default_factory=lambda: np.zeros(0, np.int64))


def staffing(instance: Instance, duties: Sequence[Duty]) -> Staffing:
    """Turn the duties of a site into arrays."""
    seated = at_counters(duties)
    stretches = [_joined(duty.work) for duty in seated]
    rate, width = per_minute(instance.settings), max(map(len, stretches), default=1)
    begin = np.full((len(seated), width), CANNOT, np.int64)
    end = begin.copy()
    for at, work in enumerate(stretches):
        begin[at, : len(work)] = [one.start * rate for one in work]
        end[at, : len(work)] = [one.end * rate for one in work]
    queue_of, preference, speed, pool = _queues(instance, seated)
    return Staffing(
        people=tuple(duty.person for duty in seated),
        unplaced=tuple(duty.person for duty in duties if not duty.counter),
        begin=begin,
        end=end,
        breadth=np.array([duty.breadth for duty in seated], np.int64),
        queue_of=queue_of,
        preference=preference,
        speed=speed,
        pool=pool,
        **_ways_into_a_break(instance, seated),
    )


def policies(staff: Staffing, rule: BreakPolicy) -> Integers:
    """Return the policy of each server (a place in ``POLICIES``): their own, else the rule of the day."""
    common = np.full(len(staff.people), POLICIES.index(rule), np.int64)
    return np.where(staff.policy == BY_RULE, common, staff.policy) if len(staff.policy) else common


def delays(staff: Staffing, rule: int) -> Integers:
    """Return the most ticks that a break of each server begins late: their own, else the rule of the day."""
    common = np.full(len(staff.people), rule, np.int64)
    return np.where(staff.delay == BY_RULE, common, staff.delay) if len(staff.delay) else common


def _ways_into_a_break(instance: Instance, seated: Sequence[Duty]) -> dict[str, Integers]:
    """Return the servers' own policies and delays, nothing where nobody has one."""
    people, rate = [instance.staff.get(duty.person) for duty in seated], per_minute(instance.settings)
    policy = [BY_RULE if one is None or one.breaks is None else POLICIES.index(one.breaks) for one in people]
    delay = [BY_RULE if one is None or one.break_delay is None else one.break_delay * rate for one in people]
    own = {"policy": policy, "delay": delay}
    return {name: np.array(values, np.int64) for name, values in own.items() if set(values) - {BY_RULE}}


def at_counters(duties: Sequence[Duty]) -> tuple[Duty, ...]:
    """Return the duties that are servers, in their order: those with a counter and time at it."""
    return tuple(duty for duty in duties if duty.counter and duty.work)


def _joined(work: Sequence[Interval]) -> list[Interval]:
    """Join stretches that touch: there is no break between them."""
    joined: list[Interval] = []
    for one in sorted(work):
        if joined and one.start <= joined[-1].end:
            joined[-1] = Interval(joined[-1].start, max(one.end, joined[-1].end))
        else:
            joined.append(one)
    return joined


def _queues(instance: Instance, seated: Sequence[Duty]) -> tuple[Integers, Integers, Speeds, Integers]:
    """Pool services of one row of numbers that the same people serve with the same speed and preference."""
    known: dict[tuple[str, tuple[tuple[float, int], ...]], int] = {}
    nobody, rule = (0.0, CANNOT), instance.settings.rules.queues
    if seated:
        rule = instance.settings.rules_of(seated[0].site).queues
    queue_of = np.zeros(len(instance.services), np.int64)
    for at, service in enumerate(instance.services):
        able = tuple(duty.services.get(service, nobody) for duty in seated)
        queue_of[at] = known.setdefault((_row(instance, rule, service), able), len(known))
    table = np.array([[list(one) for one in able] for _, able in known], np.float64).reshape(len(known), len(seated), 2)
    rows = list(dict.fromkeys(row for row, _ in known))
    pool = [rows.index(row) for row, _ in known] if len(rows) > 1 else []
    return (
        queue_of,
        table[:, :, 1].astype(np.int64),
        np.ascontiguousarray(table[:, :, 0]),
        np.array(pool, np.int64),
    )


def _row(instance: Instance, rule: QueueRule, service: str) -> str:
    """Name the row of numbers of a service."""
    if rule is QueueRule.COMMON:
        return ""
    return service if rule is QueueRule.SERVICE else instance.services[service].field


@dataclass(frozen=True, slots=True)
class DayStaff:
    """The staff of every simulated site on a date, by position of the site."""

    day: date
    sites: Mapping[int, Staffing]
