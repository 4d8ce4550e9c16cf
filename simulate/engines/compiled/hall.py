"""The waiting hall in arrays; see ``simulate.engines.hall`` for the rules it keeps."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from simulate.streams import Integers
from simulate.ticks import NEVER
from simulate.visits import Outcome

OUTSIDE, QUEUE, COUNTER, GONE = 0, 1, 2, 3
SERVED, LEFT, UNSERVED = int(Outcome.SERVED), int(Outcome.LEFT), int(Outcome.UNSERVED)
# Places in ``tally``.
WAITING, AREA, UNTIL, CUT, AGAIN = 0, 1, 2, 3, 4


class Hall(NamedTuple):
    """The citizens of a day by id, which is the order of joining.

    So everyone of one rank in one queue stands in a lane in the order they came: a linked list from ``head`` through
    ``follower``. Those who left are skipped when they come to the head. ``cut`` lists those who were interrupted and
    wait again, ``cut_at`` since when; ``waits`` and ``cut_waits`` count by queue.
    """

    ranks: int
    bits: int
    queue: Integers
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


def enter(hall: Hall, who: int, now: int) -> None:
    """Take a ticket and wait."""
    queue: int = hall.queue[who]
    lane: int = queue * hall.ranks + hall.rank[who]
    _count(hall, queue, 1, now)
    hall.place[who] = QUEUE
    if hall.head[lane] == NEVER:
        hall.head[lane] = who
    else:
        hall.follower[hall.tail[lane]] = who
    hall.tail[lane] = who


def first(hall: Hall, queue: int) -> int:
    """Return the key (rank, id) of the first who waits in a queue, ``NEVER`` when nobody does."""
    if hall.cut_waits[queue] > 0:
        return _first_cut(hall, queue)
    for rank in range(hall.ranks):
        lane = queue * hall.ranks + rank
        who: int = hall.head[lane]
        while who != NEVER and hall.place[who] != QUEUE:
            who = hall.follower[who]
        hall.head[lane] = who
        if who != NEVER:
            return (rank + 1 << hall.bits) + who
    return NEVER


def _first_cut(hall: Hall, queue: int) -> int:
    """Return the least id among the interrupted of a queue: as a key it has rank 0, which goes before all others."""
    least: int = len(hall.queue)
    for at in range(hall.tally[CUT]):
        if hall.queue[hall.cut[at]] == queue:
            least = min(least, hall.cut[at])
    return least


def call(hall: Hall, queue: int, key: int, now: int) -> int:
    """Take the first of a queue, known by the key, to the counter; the wait ends with the first call."""
    rank, who = key >> hall.bits, key & ((1 << hall.bits) - 1)
    _count(hall, queue, -1, now)
    hall.place[who] = COUNTER
    if rank > 0:
        hall.head[queue * hall.ranks + rank - 1] = hall.follower[who]
        hall.start[who] = now
    else:
        _mend(hall, who, now)
    return who


def put_back(hall: Hall, who: int, now: int) -> None:
    """Wait again after an interruption, ahead of everyone who has not been called."""
    queue: int = hall.queue[who]
    _count(hall, queue, 1, now)
    hall.place[who] = QUEUE
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
        _count(hall, hall.queue[who], -1, now)
        go_out(hall, who, now, LEFT)


def send_home(hall: Hall, now: int) -> None:
    """Send everyone home who waits."""
    if hall.tally[WAITING] == 0:
        return
    for who in range(len(hall.queue)):
        if hall.place[who] == QUEUE:
            _count(hall, hall.queue[who], -1, now)
            if hall.cut_at[who] != NEVER:
                _mend(hall, who, now)
            go_out(hall, who, now, UNSERVED)


def go_out(hall: Hall, who: int, now: int, outcome: int) -> None:
    """Leave the house."""
    hall.place[who], hall.end[who], hall.outcome[who] = GONE, now, outcome


def _count(hall: Hall, queue: int, change: int, now: int) -> None:
    """Keep the number waiting, in all and by queue, and its integral for Little's law."""
    tally = hall.tally
    tally[AREA] += tally[WAITING] * (now - tally[UNTIL])
    tally[UNTIL] = now
    tally[WAITING] += change
    hall.waits[queue] += change
