"""What other simulations mean by a break: models of one day that differ in nothing else.

The day: 1,500 citizens, 20 people in three groups of skills, half an hour of lunch each (or as asked), staggered
within the group, the utilisation about 0.90. Every model plays the same citizens with the same minutes; Motcua's own
rules are played by its engine.
"""

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.settings import BreakPolicy, DayRules
from simulate.day import DayPlan
from simulate.engines.choose import engine
from simulate.staffing import CANNOT, Staffing
from simulate.streams import Integers, Uniforms
from simulate.ticks import NEVER

SECONDS, GROUPS, SERVERS, CITIZENS, LUNCH, LOAD = 60, 3, 20, 1500, 30, 0.9
OPENING, CLOSING, FIRST_LUNCH = 480, 1020, 690
ROWS = 2


@dataclass(frozen=True, slots=True)
class LunchDay:
    """Citizens in order (ticket, work, group) and servers (group, when lunch begins, how long), in seconds."""

    join: Integers
    work: Integers
    wanted: Integers
    group: Integers
    lunch: Integers
    length: int


def lunch_day(seed: int, lunch: int = LUNCH, load: float = LOAD) -> LunchDay:
    """Draw a day with ``lunch`` minutes off for each and ``load`` of the time that is left taken by work."""
    rng, at = np.random.default_rng(seed), np.arange(SERVERS)
    mean = SERVERS * (CLOSING - OPENING - lunch) * load / CITIZENS
    return LunchDay(
        join=np.sort(rng.integers(OPENING * SECONDS, CLOSING * SECONDS, CITIZENS)),
        work=np.maximum(1, np.rint(rng.lognormal(np.log(mean) - 0.245, 0.7, CITIZENS) * SECONDS)).astype(np.int64),
        wanted=rng.integers(0, SERVERS, CITIZENS) % GROUPS,
        group=at % GROUPS,
        lunch=(FIRST_LUNCH + lunch * (at // GROUPS % GROUPS)) * SECONDS,
        length=lunch * SECONDS,
    )


def by_person(day: LunchDay, breaks: BreakPolicy) -> float:
    """Return the mean wait in minutes by Motcua's own rule: each person has a lunch of their own."""
    servers = len(day.group)
    preference = np.where(day.group == np.arange(GROUPS)[:, None], 1, CANNOT)
    opening, closing = np.full(servers, OPENING * SECONDS), np.full(servers, CLOSING * SECONDS)
    plan = DayPlan(
        site="S",
        day=date(2026, 11, 23),
        rules=DayRules(breaks=breaks),
        closing=CLOSING * SECONDS,
        join=day.join,
        work=day.work,
        patience=np.full(len(day.join), NEVER),
        rank=np.zeros(len(day.join), np.int64),
        queue=day.wanted,
        staff=Staffing(
            tuple(map(str, range(servers))),
            (),
            np.column_stack((opening, day.lunch + day.length)),
            np.column_stack((day.lunch, closing)),
            np.ones(servers, np.int64),
            np.arange(GROUPS),
            preference,
            np.where(preference == CANNOT, 0.0, 1.0),
        ),
    )
    log = engine()(plan)
    return float((log.start - log.join).mean() / SECONDS)


def by_head_count(day: LunchDay, rows: int = 1) -> float:
    """Return the mean wait where breaks are tokens: whoever finishes first leaves, nobody is called until enough have.

    With several rows each citizen joins the shorter row of the group (by those there less those serving), and each row
    has its own part of the staff.
    """
    waits = np.zeros(len(day.join))
    for citizens, lunches in _groups(day):
        events = [(int(day.join[at]), 2, int(at)) for at in citizens]
        for place, begin in enumerate(lunches):
            events += [(begin, 1, place % rows), (begin + day.length, 0, place % rows)]
        heapq.heapify(events)
        places = [sum(at % rows == row for at in range(len(lunches))) for row in range(rows)]
        busy, lines = [0] * rows, [deque[int]() for _ in range(rows)]
        while events:
            now, kind, row = heapq.heappop(events)
            if kind == 0:
                places[row] += 1
            elif kind == 1:
                places[row] -= 1
            elif kind == 2:
                row, who = min(range(rows), key=lambda at: (len(lines[at]) + busy[at] - places[at], at)), row
                lines[row].append(who)
            else:
                busy[row] -= 1
            while lines[row] and busy[row] < places[row]:
                who = lines[row].popleft()
                busy[row] += 1
                waits[who] = now - day.join[who]
                heapq.heappush(events, (now + int(day.work[who]), 3, row))
    return float(waits.mean() / SECONDS)


def by_crews(day: LunchDay) -> float:
    """Return the mean wait where at every change a whole new crew comes: the old one finishes, the new are free."""
    waits = np.zeros(len(day.join))
    for citizens, lunches in _groups(day):
        changes = sorted({*lunches, *(begin + day.length for begin in lunches)})
        present = {now: sum(not begin <= now < begin + day.length for begin in lunches) for now in changes}
        events = [(int(day.join[at]), 2, int(at)) for at in citizens] + [(now, 1, 0) for now in changes]
        heapq.heapify(events)
        places, busy, crew, line = len(lunches), 0, 0, deque[int]()
        while events:
            now, kind, who = heapq.heappop(events)
            if kind == 1:
                places, busy, crew = present[now], 0, crew + 1
            elif kind == 2:
                line.append(who)
            elif who == crew:
                busy -= 1
            while line and busy < places:
                who = line.popleft()
                busy += 1
                waits[who] = now - day.join[who]
                heapq.heappush(events, (now + int(day.work[who]), 3, crew))
    return float(waits.mean() / SECONDS)


def by_request(day: LunchDay) -> float:
    """Return the mean wait where a break is a request behind the citizens: taken when nobody waits, over as planned."""
    waits = np.zeros(len(day.join))
    for citizens, lunches in _groups(day):
        events = [(int(day.join[at]), 2, int(at)) for at in citizens] + [(begin, 1, 0) for begin in lunches]
        heapq.heapify(events)
        free, line, asked = len(lunches), deque[int](), deque[int]()
        while events:
            now, kind, who = heapq.heappop(events)
            if kind == 1:
                asked.append(now + day.length)
            elif kind == 2:
                line.append(who)
            else:
                free += 1
            while line and free:
                who = line.popleft()
                free -= 1
                waits[who] = now - day.join[who]
                heapq.heappush(events, (now + int(day.work[who]), 3, 0))
            while asked and free:
                end = asked.popleft()
                if end > now:
                    free -= 1
                    heapq.heappush(events, (end, 3, 0))
    return float(waits.mean() / SECONDS)


MODELS = {
    "per person, finish the current citizen, fixed end": lambda day: by_person(day, BreakPolicy.FIXED_END),
    "head-count tokens (whoever finishes first leaves)": by_head_count,
    "capacity drop with shortest-queue routing": lambda day: by_head_count(day, ROWS),
    "whole crew replaced at the change": by_crews,
    "break requested behind the citizens (it starves)": by_request,
    "per person, finish, then the break in full (wait)": lambda day: by_person(day, BreakPolicy.WAIT),
    "per person, stop at once (preempt)": lambda day: by_person(day, BreakPolicy.PREEMPT),
}
"""The rows of the reference's table in its order, then the other two rules of Motcua."""


def mean_waits(days: int, lunch: int = LUNCH, load: float = LOAD) -> Uniforms:
    """Return the mean wait in minutes by model and day."""
    drawn = [lunch_day(seed, lunch, load) for seed in range(days)]
    return np.array([[model(day) for day in drawn] for model in MODELS.values()])


def _groups(day: LunchDay) -> Iterator[tuple[Integers, list[int]]]:
    """Yield the citizens of each group and when its people go to lunch."""
    for group in range(GROUPS):
        yield np.flatnonzero(day.wanted == group), sorted(day.lunch[day.group == group].tolist())
