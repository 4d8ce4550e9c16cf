"""The plan of a day: all luck and all staff of one site and date as plain arrays. An engine only plays it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

import numpy as np

from model.instance import Instance
from model.settings import KINDS_OF_PRIORITY, DayRules, PriorityClass, PriorityRule
from simulate.arrivals import CLASSES, Further, Visits
from simulate.by_code import by_code
from simulate.compiled_doors import compiled_doors, compiled_line_up
from simulate.downtime import NO_DOWNTIME
from simulate.route import STRAIGHT, Route
from simulate.rows import NOWHERE
from simulate.sorting import order_by
from simulate.staffing import DayStaff, Staffing
from simulate.streams import Integers, Mask
from simulate.systems import system_of_services
from simulate.ticket_cap import caps_of, without_ticket
from simulate.ticks import NEVER, per_minute

NO_LEAD = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One site, one date. Citizens are sorted by (join, arrival, row key, number): their place is their id.

    Where visits have further stages, these follow behind all first stages, with a place, work, patience, rank and queue
    of their own; their ``join`` is ``NEVER``, because it is known only when the stage before is served (``route``).

    ``join`` is when the ticket is taken, ``work`` the ticks for someone of speed one, ``patience`` the ticks until
    leaving (``NEVER``: stays), ``rank`` the class for the queue (0 is called first), ``queue`` a queue of ``staff``.
    ``closing`` is the tick when the door closes for the day; everyone in the plan joins before it. ``lead`` is the head
    start of each rank in ticks (empty: the order of ranks is strict), ``delay`` the most ticks that a break or the end
    of a shift begins late (``NEVER``: no limit). ``missing`` is how many ticks a server waits for
    each who is not there when called (``NEVER``: is there); empty where everybody always is. ``absences`` is how many
    calls each misses (empty: one of those ``missing``), ``calls`` how many there are before somebody is given up.
    ``tolerance`` is the wait shown in the hall, in ticks, from which on each takes no ticket (``NEVER``: takes one);
    empty where nobody looks. ``system`` is the system the work of each needs (``NEVER``: none; empty: nobody's does),
    and ``downtime`` has when each is slow or down (see ``simulate.downtime``). Every ``nth`` call of a queue goes by
    rank and the others by ticket (0: all go by rank).
    """

    site: str
    day: date
    rules: DayRules
    closing: int
    join: Integers
    work: Integers
    patience: Integers
    rank: Integers
    queue: Integers
    staff: Staffing
    route: Route = STRAIGHT
    lead: Integers = field(default_factory=lambda: NO_LEAD)
    delay: int = NEVER
    missing: Integers = field(default_factory=lambda: NO_LEAD)
    absences: Integers = field(default_factory=lambda: NO_LEAD)
    calls: int = 1
    tolerance: Integers = field(default_factory=lambda: NO_LEAD)
    nth: int = 0
    system: Integers = field(default_factory=lambda: NO_LEAD)
    downtime: Integers = field(default_factory=lambda: NO_DOWNTIME)


@dataclass(frozen=True, slots=True)
class Doors:
    """When each visit of a date takes a ticket, and who does not get one; ``closing`` in ticks by site."""

    join: Integers
    turned_away: Mask
    closing: Integers


@dataclass(frozen=True, slots=True)
class Hours:
    """When the doors of all sites are open on a date.

    ``sessions`` are the different openings (begin and end in ticks), ``pattern`` the place in it by site and, as the
    last, ``NOWHERE`` for no site; ``closing`` is the last end by site, zero where it stays shut. ``begin`` and ``end``
    have the sessions once more, all behind one another, those of a pattern from its ``first`` on.
    """

    sessions: tuple[tuple[tuple[int, int], ...], ...]
    pattern: Integers
    closing: Integers
    first: Integers
    begin: Integers
    end: Integers


def hours_of(instance: Instance, day: date) -> Hours:
    """Look up the opening hours of all sites on a date; sites with the same hours share them."""
    rate = per_minute(instance.settings)
    known: dict[tuple[tuple[int, int], ...], int] = {}
    closing = np.zeros(len(instance.sites), np.int64)
    pattern = np.full(len(instance.sites) + 1, NOWHERE, np.int64)
    for at, site in enumerate(instance.sites):
        sessions = tuple(sorted((one.start * rate, one.end * rate) for one in instance.opening(site, day)))
        closing[at] = sessions[-1][1] if sessions else 0
        pattern[at] = known.setdefault(sessions, len(known))
    first = np.cumsum([0, *map(len, known)])
    begin, end = np.array([one for sessions in known for one in sessions], np.int64).reshape(-1, 2).T.copy()
    return Hours(tuple(known), pattern, closing, first, begin, end)


def doors(instance: Instance, visits: Visits, day: date, hours: Hours | None = None) -> Doors:
    """Let those who come early wait at the door until the next session, and turn away those who come too late.

    Those too who find no ticket left.

    ``hours`` may hand in what ``hours_of`` looked up before.
    """
    hours = hours or hours_of(instance, day)
    compiled = compiled_doors()
    if compiled is not None and not len(caps_of(instance)):
        when = visits.arrival, visits.site, visits.refused, visits.no_show
        ticket, nobody = compiled(*when, hours.pattern, hours.first, hours.begin, hours.end)
        return Doors(ticket, nobody, hours.closing)
    join, away = visits.arrival.copy(), np.ones(len(visits), np.bool_)
    for at, mine in by_code(hours.pattern[visits.site], len(hours.sessions)):
        if sessions := hours.sessions[at]:
            begin, end = np.array(sessions, np.int64).T
            session = np.searchsorted(end, visits.arrival[mine], side="right")
            away[mine] = session == len(end)
            join[mine] = np.maximum(visits.arrival[mine], begin[np.minimum(session, len(end) - 1)])
    away |= visits.refused
    away |= without_ticket(instance, visits, join, ~away & ~visits.no_show)
    return Doors(np.where(away, visits.arrival, join), away & ~visits.no_show, hours.closing)


def day_plans(
    instance: Instance, visits: Visits, door: Doors, staff: DayStaff
) -> Iterator[tuple[int, Integers, DayPlan]]:
    """Yield (position of the site, places of its citizens among the visits, plan) for every staffed or visited site."""
    firsts, further = len(visits), None
    if visits.further is not None:
        firsts -= len(visits.further.base)
        behind = np.flatnonzero(~(door.turned_away | visits.no_show)[firsts:]) + firsts
        further = _Onward(visits, visits.further, behind)
    order = _line_up(visits, door, firsts)
    join, work, patience = door.join[order], visits.work[order], visits.patience[order]
    group, service = visits.group[order], visits.service[order]
    absences, tolerance, rate = visits.absences[order], visits.tolerance[order], per_minute(instance.settings)
    needs = system_of_services(instance)
    system = needs[service] if len(needs) else NO_LEAD
    names = list(instance.sites)
    # Where the citizens of each site begin; the sites of a plan are slices, because most are small.
    starts = np.searchsorted(visits.site[order], np.arange(len(names) + 1)).tolist()
    for at, people in staff.sites.items():
        mine = slice(starts[at], starts[at + 1])
        if mine.start == mine.stop and not people.people:
            continue
        rules = instance.settings.rules_of(names[at])
        missing, missed = _missing(rules, rate, absences[mine])
        plan = DayPlan(
            site=names[at],
            day=staff.day,
            rules=rules,
            closing=int(door.closing[at]),
            join=join[mine],
            work=work[mine],
            patience=patience[mine],
            rank=_ranks(rules)[group[mine]],
            queue=people.queue_of[service[mine]],
            staff=people,
            lead=_lead(rules, rate),
            delay=NEVER if rules.break_delay is None else rules.break_delay * rate,
            missing=missing,
            absences=missed,
            calls=rules.not_there_calls,
            system=system[mine],
            downtime=visits.downtime,
            tolerance=tolerance[mine] if rules.balking else NO_LEAD,
            nth=rules.nth if rules.priority is PriorityRule.NTH_CALL else 0,
        )
        if further is None:
            yield at, order[mine], plan
        else:
            yield at, *_with_stages(instance, plan, order[mine], at, visits, further)


def _line_up(visits: Visits, door: Doors, firsts: int) -> Integers:
    """Return the places of those inside before ``firsts``, in the order of site, ticket, arrival and place."""
    if (compiled := compiled_line_up()) is not None:
        found: Integers = compiled(visits.site, door.join, visits.arrival, door.turned_away, visits.no_show, firsts)
        return found
    inside = np.flatnonzero(~(door.turned_away | visits.no_show)[:firsts])
    arrival, joined = visits.arrival[inside], door.join[inside]
    # Where nobody waited at the door, the arrival says nothing more than the ticket.
    waited = () if np.array_equal(arrival, joined) else (arrival,)
    return inside[order_by(visits.site[inside], joined, *waited)]


class _Onward:
    """The further stages of those inside, ready to be taken site by site."""

    def __init__(self, visits: Visits, further: Further, behind: Integers) -> None:
        self.further, self.firsts = further, len(visits) - len(further.base)
        self.behind = behind
        self.site = visits.site[behind]
        self.place = np.zeros(len(visits), np.int64)

    def of_site(self, at: int, mine: Integers) -> Integers:
        """Return the stages that follow some first stages, in the order of those and then of the stages."""
        self.place[mine] = np.arange(len(mine))
        stages = self.behind[self.site == at]
        behind = stages - self.firsts
        order = np.lexsort((self.further.order[behind], self.place[self.further.base[behind]]))
        return np.asarray(stages[order], np.int64)

    def route(self, mine: Integers, stages: Integers) -> Route:
        """Return what follows what in a plan of first and then further stages."""
        every, behind = len(mine) + len(stages), stages - self.firsts
        self.place[stages] = len(mine) + np.arange(len(stages))
        onward, gap, same = np.full(every, NEVER, np.int64), np.zeros(every, np.int64), np.zeros(every, np.int64)
        onward[self.place[self.further.before[behind]]] = self.place[stages]
        gap[len(mine) :], same[len(mine) :] = self.further.gap[behind], self.further.same[behind]
        return Route(onward, gap, same)


def _with_stages(
    instance: Instance, plan: DayPlan, mine: Integers, at: int, visits: Visits, further: _Onward
) -> tuple[Integers, DayPlan]:
    """Return a plan and the places of its citizens with their further stages behind them."""
    stages = further.of_site(at, mine)
    if not len(stages):
        return mine, plan
    rank = _ranks(plan.rules)[visits.group[stages]]
    missing, absences = _missing(plan.rules, per_minute(instance.settings), visits.absences[stages])
    needs = system_of_services(instance)
    system = needs[visits.service[stages]] if len(needs) else NO_LEAD
    stays = np.full(len(stages) if len(plan.tolerance) else 0, NEVER, np.int64)
    return np.concatenate((mine, stages)), replace(
        plan,
        join=np.concatenate((plan.join, np.full(len(stages), NEVER))),
        work=np.concatenate((plan.work, visits.work[stages])),
        patience=np.concatenate((plan.patience, visits.patience[stages])),
        rank=np.concatenate((plan.rank, rank)),
        queue=np.concatenate((plan.queue, plan.staff.queue_of[visits.service[stages]])),
        route=further.route(mine, stages),
        missing=np.concatenate((plan.missing, missing)),
        absences=np.concatenate((plan.absences, absences)),
        system=np.concatenate((plan.system, system)),
        tolerance=np.concatenate((plan.tolerance, stays)),
    )


@cache
def _lead(rules: DayRules, rate: int) -> Integers:
    """Return the head start of each rank in ticks, which is a class of its own; none where the order is strict."""
    if rules.priority is not PriorityRule.HEAD_START:
        return NO_LEAD
    minutes = _by_class(dict(rules.head_start), 0)
    return np.array([minutes[name] for name in CLASSES], np.int64) * rate


def _by_class(named: Mapping[PriorityClass, int], other: int) -> dict[PriorityClass, int]:
    """Return a figure for each class: kinds of priority that are not named have that of priority."""
    figures = {name: named.get(name, other) for name in CLASSES}
    return {**figures, **{name: named.get(name, figures[PriorityClass.PRIORITY]) for name in KINDS_OF_PRIORITY}}


def _missing(rules: DayRules, rate: int, absences: Integers) -> tuple[Integers, Integers]:
    """Return how long a counter waits for each and how many calls each misses; nothing where all are there."""
    if not rules.not_there:
        return NO_LEAD, NO_LEAD
    lost = rules.not_there_minutes * rate
    return np.where(absences > 0, lost, NEVER).astype(np.int64), absences


@cache
def _ranks(rules: DayRules) -> Integers:
    """Return the rank of each class of ``CLASSES``; a class the rules do not name is called last."""
    if rules.priority is PriorityRule.HEAD_START:
        return np.arange(len(CLASSES))
    last = len(rules.priority_order)
    rank = {name: at for at, names in enumerate(rules.priority_order) for name in names}
    ranks = _by_class(rank, last)
    return np.array([ranks[name] for name in CLASSES], np.int64)
