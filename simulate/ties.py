"""Ties broken at random: what a result owes to the order of files, it owes to nothing real.

Citizens who come in the same tick are in the order of their ids, idle staff of equal standing in the order of the staff
file. Here both orders are shuffled, once a day; everyone keeps their luck. What differs beyond its interval from the
usual run depends on how ties are broken.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from simulate.day import DayPlan
from simulate.route import Route
from simulate.staffing import Staffing
from simulate.streams import Integers, Purpose, Stream, seed_word
from simulate.ticks import NEVER
from simulate.visits import VisitLog


def play_shuffled(play: Callable[[DayPlan], VisitLog], plan: DayPlan, arrival: Integers, luck: int) -> VisitLog:
    """Play a day with shuffled ties and return its log in the order of the plan.

    ``arrival`` is when each stage's citizen came, in ticks: who waited longer before the door is no tie. ``luck`` is a
    number for this day, such as that of ``luck_of``.
    """
    rng = np.random.default_rng(luck)
    visits = np.lexsort((rng.permutation(len(plan.join)), arrival, plan.join, plan.join == NEVER))
    servers = rng.permutation(len(plan.staff.people))
    return _restored(play(_shuffled(plan, visits, servers)), visits, servers)


def luck_of(stream: Stream, site: int) -> int:
    """Return the luck of the ties of a site on the date of a stream."""
    parts = (seed_word(stream.seed), stream.replication, stream.day.toordinal(), site, int(Purpose.TIES))
    return int(np.random.SeedSequence(parts).generate_state(1, np.uint64)[0])


def _shuffled(plan: DayPlan, visits: Integers, servers: Integers) -> DayPlan:
    """Return the plan with its stages and its servers in another order."""
    columns = ("join", "work", "patience", "rank", "queue", "missing", "absences", "tolerance", "system")
    moved = {name: column[visits] for name in columns if len(column := getattr(plan, name))}
    return replace(plan, staff=_reordered(plan.staff, servers), route=_rerouted(plan.route, visits), **moved)


def _reordered(staff: Staffing, servers: Integers) -> Staffing:
    return replace(
        staff,
        people=tuple(staff.people[at] for at in servers),
        begin=staff.begin[servers],
        end=staff.end[servers],
        breadth=staff.breadth[servers],
        preference=staff.preference[:, servers],
        speed=staff.speed[:, servers],
        policy=staff.policy[servers] if len(staff.policy) else staff.policy,
        delay=staff.delay[servers] if len(staff.delay) else staff.delay,
    )


def _rerouted(route: Route, visits: Integers) -> Route:
    """Return the route between the places in the new order."""
    if not len(route):
        return route
    onward = route.onward[visits]
    return Route(np.where(onward == NEVER, NEVER, _inverse(visits)[onward]), route.gap[visits], route.same[visits])


def _restored(log: VisitLog, visits: Integers, servers: Integers) -> VisitLog:
    """Return a log of the shuffled plan in the order of the plan."""
    back, who = _inverse(visits), _inverse(servers)
    again = log.again.copy()
    again[:, 0] = visits[again[:, 0]]
    server = log.server[back]
    return replace(
        log,
        join=log.join[back],
        start=log.start[back],
        end=log.end[back],
        server=np.where(server == NEVER, NEVER, servers[server]) if len(servers) else server,
        outcome=log.outcome[back],
        again=again,
        busy=log.busy[who],
        duty=log.duty[who],
        overtime=log.overtime[who],
    )


def _inverse(order: Integers) -> Integers:
    inverse = np.empty(len(order), np.int64)
    inverse[order] = np.arange(len(order))
    return inverse
