"""A day put together before anything has happened. Only here is memory taken."""

import numpy as np

from simulate.engines.compiled.clock import BACK, Clock, Day
from simulate.engines.compiled.crew import EXPECTED, Crew
from simulate.engines.compiled.hall import UNSERVED, Hall
from simulate.engines.compiled.heaps import FAR, bits_for, push
from simulate.staffing import CANNOT, Speeds
from simulate.streams import Integers
from simulate.ticks import NEVER


def morning(
    closing: int,
    policy: int,
    serve_out: int,
    fewest: int,
    join: Integers,
    work: Integers,
    patience: Integers,
    rank: Integers,
    queue: Integers,
    begin: Integers,
    end: Integers,
    breadth: Integers,
    preference: Integers,
    speed: Speeds,
) -> Day:
    """Put a day together before anything has happened."""
    hall = _hall(queue, rank, len(preference), begin.size)
    crew = _crew(closing, policy, serve_out, fewest, begin, end, breadth, preference, speed)
    server = np.full(len(join), NEVER, np.int64)
    return Day(closing, join, patience, work.copy(), server, hall, crew, _clock(begin, end, len(join)))


def _hall(queue: Integers, rank: Integers, queues: int, stretches: int) -> Hall:
    """Return an empty hall; nobody is interrupted more often than there are ends of ``stretches``."""
    citizens, ranks = len(queue), 1
    for who in range(citizens):
        ranks = max(ranks, rank[who] + 1)
    return Hall(
        ranks,
        bits_for(citizens),
        queue,
        rank,
        np.zeros(citizens, np.int8),
        np.full(citizens, NEVER, np.int64),
        np.full(citizens, NEVER, np.int64),
        np.full(citizens, UNSERVED, np.int64),
        np.full(queues * ranks, NEVER, np.int64),
        np.full(queues * ranks, NEVER, np.int64),
        np.full(citizens, NEVER, np.int64),
        np.zeros(queues, np.int64),
        np.zeros(queues, np.int64),
        np.zeros(stretches, np.int64),
        np.full(citizens, NEVER, np.int64),
        np.zeros((stretches, 3), np.int64),
        np.zeros(5, np.int64),
    )


def _crew(
    closing: int,
    policy: int,
    serve_out: int,
    fewest: int,
    begin: Integers,
    end: Integers,
    breadth: Integers,
    preference: Integers,
    speed: Speeds,
) -> Crew:
    """Return the staff before anyone has come."""
    servers, stretches = begin.shape
    last, tally = np.full(servers, NEVER, np.int64), np.zeros(4, np.int64)
    for server in range(servers):
        for stretch in range(stretches):
            if begin[server, stretch] != CANNOT:
                last[server] += 1
                tally[EXPECTED] += 1
    flags = np.zeros((3, servers), np.int8)
    nobody = np.full((3, servers), NEVER, np.int64)
    zeros = np.zeros((9, servers), np.int64)
    return Crew(
        policy,
        serve_out,
        fewest,
        closing,
        begin,
        end,
        breadth,
        preference,
        speed,
        last,
        zeros[0],
        nobody[0],
        flags[0],
        flags[1],
        flags[2],
        nobody[1],
        nobody[2],
        zeros[1],
        zeros[2],
        zeros[3],
        zeros[4],
        zeros[5],
        zeros[6],
        zeros[7],
        zeros[8],
        tally,
    )


def _clock(begin: Integers, end: Integers, citizens: int) -> Clock:
    """Wind the clock: all planned changes of the staff are known."""
    servers, stretches = begin.shape
    # An interrupted service stays in its heap until its tick has come: one more for each end of a stretch.
    services = np.zeros(servers * (stretches + 1) + 2, np.int64)
    changes, bits = np.zeros(2 * begin.size + 2, np.int64), bits_for(2 * begin.size)
    for server in range(servers):
        for stretch in range(stretches):
            if begin[server, stretch] != CANNOT:
                code = 2 * (server * stretches + stretch)
                push(changes, (begin[server, stretch] << bits) + code)
                push(changes, (end[server, stretch] << bits) + code + 1)
    nerves, hand = np.zeros(citizens + 2, np.int64), np.zeros(6, np.int64)
    hand[BACK] = FAR
    return Clock(services, bits_for(servers), changes, bits, nerves, bits_for(citizens), hand)
