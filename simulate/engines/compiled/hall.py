"""The waiting hall in arrays; see ``simulate.engines.hall`` for the rules it keeps."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from simulate.streams import Integers
from simulate.ticks import NEVER
from simulate.visits import Outcome

OUTSIDE, QUEUE, COUNTER, GONE = 0, 1, 2, 3
SERVED, LEFT, UNSERVED = int(Outcome.SERVED), int(Outcome.LEFT), int(Outcome.UNSERVED)
UNREACHED, BALKED = int(Outcome.UNREACHED), int(Outcome.BALKED)
# Places in ``tally``.
WAITING, AREA, UNTIL, CUT, AGAIN, TURNS, WALKING = 0, 1, 2, 3, 4, 5, 6


class Hall(NamedTuple):
    """The stages of all visits of a day by id; ``turn`` is the place in the order of joining, ``holder`` who has it.

    Everyone of one rank in one line stands in a lane in the order they came: a linked list from ``head`` through
    ``follower``. Those who left are skipped when they come to the head. ``cut`` lists those who were interrupted and
    wait again, ``cut_at`` since when; ``waits`` and ``cut_waits`` count by line. The lines are the queues and behind
    them, where someone comes back to the same counter, one for each server; ``line`` is where each waits.

    ``lead`` is the head start of each rank (empty: the order of ranks is strict), ``latest`` the greatest of them.

    Every ``nth`` call of a line goes by rank, the others by turn (0: all by rank); ``called`` counts the calls by line.
    ``counted`` is since when a ticket counts, later than ``join`` for those called in vain. ``pool`` is the row of
    numbers each line is part of (empty: one row), ``crowd`` counts who waits in each row.

    ``onward`` is the stage that follows each (empty: every visit has one stage), ``due`` counts by queue the stages
    still to come of those inside.
    """

    ranks: int
    bits: int
    lead: Integers
    latest: int
    nth: int
    called: Integers
    pool: Integers
    crowd: Integers
    counted: Integers
    queue: Integers
    line: Integers
    join: Integers
    turn: Integers
    holder: Integers
    onward: Integers
    due: Integers
    rank: Integers
    place: npt.NDArray[np.int8]
    start: Integers
    end: Integers
    outcome: Integers
    head: Integers
    tail: Integers
    follower: Integers
    waits: Integers
    cut_waits: Integers
    cut: Integers
    cut_at: Integers
    again: Integers
    tally: Integers


def enter(hall: Hall, who: int, line: int, now: int) -> None:
    """Take a ticket and wait in a line."""
    _count(hall, line, 1, now)
    hall.place[who], hall.line[who], hall.join[who] = QUEUE, line, now
    _take_number(hall, who, line * hall.ranks + hall.rank[who], now)


def _take_number(hall: Hall, who: int, lane: int, now: int) -> None:
    """Take a place at the end of a lane."""
    turn: int = hall.tally[TURNS]
    hall.turn[who], hall.holder[turn], hall.counted[who] = turn, who, now
    hall.tally[TURNS] += 1
    if hall.head[lane] == NEVER:
        hall.head[lane] = who
    else:
        hall.follower[hall.tail[lane]] = who
    hall.tail[lane] = who


def call_again(hall: Hall, who: int, now: int) -> None:
    """Let someone who was not there when called, the head of a lane, wait on at its end."""
    lane: int = hall.line[who] * hall.ranks + hall.rank[who]
    hall.called[hall.line[who]] += 1
    hall.head[lane], hall.follower[who] = hall.follower[who], NEVER
    _take_number(hall, who, lane, now)


def give_up(hall: Hall, who: int, now: int) -> None:
    """Call someone for the last time who is not there: they have gone."""
    hall.called[hall.line[who]] += 1
    lose_patience(hall, who, now)


def shown(hall: Hall, who: int, now: int) -> int:
    """Return how long the first of the same queue and rank has waited, ``NEVER`` when nobody waits."""
    lane: int = hall.queue[who] * hall.ranks + hall.rank[who]
    _skip(hall, lane)
    ahead: int = hall.head[lane]
    return NEVER if ahead == NEVER else now - hall.join[ahead]


def balk(hall: Hall, who: int, now: int) -> None:
    """See how long the wait is and take no ticket."""
    hall.place[who], hall.end[who], hall.outcome[who] = GONE, now, BALKED


def _skip(hall: Hall, lane: int) -> None:
    """Pass over those at the head of a lane who do not wait any more."""
    who: int = hall.head[lane]
    while who != NEVER and hall.place[who] != QUEUE:
        who = hall.follower[who]
    hall.head[lane] = who


def first(hall: Hall, queue: int) -> int:
    """Return the key (rank or time, turn) of the first who waits in a line, ``NEVER`` when nobody does."""
    if hall.cut_waits[queue] > 0:
        return _first_cut(hall, queue)
    if hall.nth and (hall.called[queue] + 1) % hall.nth:
        return _first_ticket(hall, queue)
    least = NEVER
    for rank in range(hall.ranks):
        lane = queue * hall.ranks + rank
        _skip(hall, lane)
        who: int = hall.head[lane]
        if who != NEVER and len(hall.lead) == 0:
            return (rank + 1 << hall.bits) + int(hall.turn[who])
        if who != NEVER:
            # The head of a lane has the least key of it: all of the lane have the same head start.
            key = (int(hall.counted[who]) + hall.latest - int(hall.lead[rank]) + 1 << hall.bits) + int(hall.turn[who])
            least = key if least == NEVER else min(least, key)
    return least


def _first_ticket(hall: Hall, queue: int) -> int:
    """Return the key of the least turn in a line, whatever the rank: it goes after everyone who is called by rank."""
    least = NEVER
    for rank in range(hall.ranks):
        lane = queue * hall.ranks + rank
        _skip(hall, lane)
        if hall.head[lane] != NEVER:
            turn = int(hall.turn[hall.head[lane]])
            least = turn if least == NEVER else min(least, turn)
    return least if least == NEVER else (hall.ranks + 1 << hall.bits) + least


def count_rows(hall: Hall) -> None:
    """Count who waits in each row of numbers."""
    hall.crowd[:] = 0
    for line in range(len(hall.waits)):
        hall.crowd[hall.pool[line]] += hall.waits[line]


def _first_cut(hall: Hall, queue: int) -> int:
    """Return the least turn among the interrupted of a queue: as a key it has rank 0, which goes before all others."""
    least: int = len(hall.holder)
    for at in range(hall.tally[CUT]):
        if hall.queue[hall.cut[at]] == queue:
            least = min(least, hall.turn[hall.cut[at]])
    return least


def call(hall: Hall, queue: int, key: int, now: int) -> int:
    """Take the first of a queue, known by the key, to the counter; the wait ends with the first call."""
    before, who = key >> hall.bits, hall.holder[key & ((1 << hall.bits) - 1)]
    _count(hall, queue, -1, now)
    hall.place[who] = COUNTER
    if before > 0:
        hall.head[queue * hall.ranks + hall.rank[who]] = hall.follower[who]
        hall.start[who] = now
        hall.called[queue] += 1
    else:
        _mend(hall, who, now)
    return int(who)


def put_back(hall: Hall, who: int, now: int) -> None:
    """Wait again after an interruption, ahead of everyone who has not been called."""
    queue: int = hall.queue[who]
    _count(hall, queue, 1, now)
    hall.place[who], hall.line[who] = QUEUE, queue
    hall.cut_at[who] = now
    hall.cut[hall.tally[CUT]] = who
    hall.tally[CUT] += 1
    hall.cut_waits[queue] += 1


def _mend(hall: Hall, who: int, now: int) -> None:
    """Write down a further wait and forget the interruption."""
    row: int = hall.tally[AGAIN]
    hall.again[row, 0], hall.again[row, 1], hall.again[row, 2] = who, hall.cut_at[who], now
    hall.tally[AGAIN] += 1
    hall.tally[CUT] -= 1
    hall.cut_waits[hall.queue[who]] -= 1
    at = 0
    while hall.cut[at] != who:
        at += 1
    hall.cut[at] = hall.cut[hall.tally[CUT]]
    hall.cut_at[who] = NEVER


def lose_patience(hall: Hall, who: int, now: int) -> None:
    """Leave if still waiting for the first call; someone once called stays."""
    if hall.place[who] == QUEUE and hall.start[who] == NEVER:
        _count(hall, hall.line[who], -1, now)
        go_out(hall, who, now, LEFT)


def send_home(hall: Hall, now: int) -> None:
    """Send everyone home who waits."""
    if hall.tally[WAITING] == 0:
        return
    for who in range(len(hall.queue)):
        if hall.place[who] == QUEUE:
            _count(hall, hall.line[who], -1, now)
            if hall.cut_at[who] != NEVER:
                _mend(hall, who, now)
            go_out(hall, who, now, UNSERVED)


def go_out(hall: Hall, who: int, now: int, outcome: int) -> None:
    """End a stage; who leaves otherwise than served never reaches those that would have followed."""
    hall.place[who], hall.end[who], hall.outcome[who] = GONE, now, outcome
    if len(hall.onward) and outcome != SERVED:
        after: int = hall.onward[who]
        while after != NEVER:
            hall.due[hall.queue[after]] -= 1
            after = hall.onward[after]


def come_in(hall: Hall, who: int) -> None:
    """Note which queues a visit will still come to."""
    after: int = hall.onward[who]
    while after != NEVER:
        hall.due[hall.queue[after]] += 1
        after = hall.onward[after]


def turn_home(hall: Hall, who: int, now: int) -> None:
    """Send someone home who comes to a further stage when nobody is served any more."""
    hall.join[who] = now
    go_out(hall, who, now, UNSERVED)


def change_line(hall: Hall, line: int, now: int) -> None:
    """Let those who wait for one server wait in the queues of their service, each at the place of their turn."""
    for rank in range(hall.ranks):
        who: int = hall.head[line * hall.ranks + rank]
        hall.head[line * hall.ranks + rank] = NEVER
        while who != NEVER:
            after: int = hall.follower[who]
            if hall.place[who] == QUEUE and hall.line[who] == line:
                _count(hall, line, -1, now)
                _count(hall, hall.queue[who], 1, now)
                hall.line[who] = hall.queue[who]
                _step_in(hall, who, hall.queue[who] * hall.ranks + rank)
            who = after


def _step_in(hall: Hall, who: int, lane: int) -> None:
    """Take the place in a lane that the turn gives."""
    before, after = NEVER, int(hall.head[lane])
    while after != NEVER and hall.turn[after] < hall.turn[who]:
        before, after = after, int(hall.follower[after])
    hall.follower[who] = after
    if before == NEVER:
        hall.head[lane] = who
    else:
        hall.follower[before] = who
    if after == NEVER:
        hall.tail[lane] = who


def _count(hall: Hall, queue: int, change: int, now: int) -> None:
    """Keep the number waiting, in all and by queue, and its integral for Little's law."""
    tally = hall.tally
    tally[AREA] += tally[WAITING] * (now - tally[UNTIL])
    tally[UNTIL] = now
    tally[WAITING] += change
    hall.waits[queue] += change
