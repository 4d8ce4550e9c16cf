"""A day put together before anything has happened. Only here is memory taken."""

import numpy as np

from simulate.engines.compiled.clock import BACK, LIMIT, Clock, Day
from simulate.engines.compiled.hall import UNREACHED, UNSERVED, Hall
from simulate.engines.compiled.heaps import FAR, bits_for, push
from simulate.engines.compiled.roll import EXPECTED, Crew
from simulate.staffing import CANNOT, Speeds
from simulate.streams import Integers
from simulate.ticks import NEVER


def morning(
    rules: tuple[int, int, int, int, int, int],
    lead: Integers,
    join: Integers,
    work: Integers,
    patience: Integers,
    shy: tuple[Integers, Integers, Integers],
    systems: tuple[Integers, Integers],
    rank: Integers,
    queue: Integers,
    pool: Integers,
    route: tuple[Integers, Integers, Integers],
    ways: tuple[Integers, Integers],
    begin: Integers,
    end: Integers,
    breadth: Integers,
    preference: Integers,
    speed: Speeds,
) -> Day:
    """Put a day together before anything has happened."""
    closing, serve_out, fewest, swap, nth, calls = rules
    onward, gap, same = route
    missing, absences, tolerance = shy
    system, downtime = systems
    bound, firsts = same.sum(), len(join)
    while firsts > 0 and join[firsts - 1] == NEVER:
        firsts -= 1
    lines = len(preference) + (len(begin) if bound else 0)
    row = _rows(pool, lines)
    hall = _hall(join, firsts, lead, queue, rank, onward, len(preference), lines, begin.size, nth, calls, row)
    crew = _crew((closing, serve_out, fewest, swap), ways, begin, end, breadth, preference, speed, bound)
    server = np.full(len(join), NEVER, np.int64)
    clock = _clock(begin, end, len(join), len(join) - firsts)
    missed = np.zeros(len(missing), np.int64)
    return Day(
        closing,
        firsts,
        hall.join,
        gap,
        same,
        patience,
        missing,
        absences,
        missed,
        calls,
        tolerance,
        system,
        downtime,
        work.copy(),
        server,
        hall,
        crew,
        clock,
    )


def _rows(pool: Integers, lines: int) -> Integers:
    """Return the row of numbers each line is part of: those who wait for one server are a row of their own."""
    if len(pool) == 0:
        return pool
    row = np.zeros(lines, np.int64)
    most = pool.max()
    for line in range(lines):
        row[line] = pool[line] if line < len(pool) else most + 1 + line - len(pool)
    return row


def _hall(
    join: Integers,
    firsts: int,
    lead: Integers,
    queue: Integers,
    rank: Integers,
    onward: Integers,
    queues: int,
    lines: int,
    stretches: int,
    nth: int,
    calls: int,
    pool: Integers,
) -> Hall:
    """Return an empty hall; nobody is interrupted more often than there are ends of ``stretches``."""
    citizens, ranks = len(queue), 1
    for who in range(citizens):
        ranks = max(ranks, rank[who] + 1)
    latest = 0
    for rank_lead in lead:
        latest = max(latest, rank_lead)
    outcome = np.full(citizens, UNSERVED, np.int64)
    outcome[firsts:] = UNREACHED
    ticket = join.copy()
    # Nobody's ticket counts otherwise than by when it was taken, unless people are called again.
    counted = join.copy() if calls > 1 else ticket
    return Hall(
        ranks,
        bits_for(citizens * calls),
        lead,
        latest,
        nth,
        np.zeros(lines, np.int64),
        pool,
        np.zeros(lines + 1 + pool.max() if len(pool) else 0, np.int64),
        counted,
        queue,
        queue.copy(),
        ticket,
        np.zeros(citizens, np.int64),
        np.zeros(citizens * calls, np.int64),
        onward,
        np.zeros(queues, np.int64),
        rank,
        np.zeros(citizens, np.int8),
        np.full(citizens, NEVER, np.int64),
        np.full(citizens, NEVER, np.int64),
        outcome,
        np.full(lines * ranks, NEVER, np.int64),
        np.full(lines * ranks, NEVER, np.int64),
        np.full(citizens, NEVER, np.int64),
        np.zeros(lines, np.int64),
        np.zeros(lines, np.int64),
        np.zeros(stretches, np.int64),
        np.full(citizens, NEVER, np.int64),
        np.zeros((stretches, 3), np.int64),
        np.zeros(7, np.int64),
    )


def _crew(
    rules: tuple[int, int, int, int],
    ways: tuple[Integers, Integers],
    begin: Integers,
    end: Integers,
    breadth: Integers,
    preference: Integers,
    speed: Speeds,
    bound: int,
) -> Crew:
    """Return the staff before anyone has come."""
    (closing, serve_out, fewest, swap), (policy, delay) = rules, ways
    servers, stretches = begin.shape
    last, tally = np.full(servers, NEVER, np.int64), np.zeros(5, np.int64)
    for server in range(servers):
        for stretch in range(stretches):
            if begin[server, stretch] != CANNOT:
                last[server] += 1
                tally[EXPECTED] += 1
    # Who swaps may leave while idle at the end of anybody's stretch, again and again.
    kind, model, row = _kinds(breadth, preference, stretches, bound + (begin.size if swap else 0))
    flags = np.zeros((4, servers), np.int8)
    nobody = np.full((4, servers), NEVER, np.int64)
    zeros = np.zeros((14, servers), np.int64)
    return Crew(
        policy,
        delay,
        serve_out,
        fewest,
        swap,
        closing,
        np.arange(servers),
        np.arange(servers),
        begin,
        end,
        breadth,
        preference,
        speed,
        last,
        bits_for(servers),
        kind,
        model,
        row,
        np.zeros(row[-1], np.int64),
        zeros[9],
        zeros[10],
        zeros[11],
        zeros[0],
        nobody[0],
        flags[0],
        flags[1],
        flags[2],
        flags[3],
        nobody[1],
        nobody[2],
        zeros[1],
        zeros[2],
        zeros[3],
        zeros[4],
        zeros[12],
        zeros[13],
        nobody[3],
        zeros[5],
        zeros[6],
        zeros[7],
        zeros[8],
        tally,
    )


def _kinds(breadth: Integers, preference: Integers, stretches: int, more: int) -> tuple[Integers, Integers, Integers]:
    """Sort the staff into kinds: the kind of each, the first of each kind, and where its idle begin (and all end).

    Who leaves while idle stays in the heap of the kind until passed over: once for each stretch of work. So do up to
    ``more`` of each kind: who takes somebody bound to the same server, and who goes in the place of a colleague.
    """
    servers, kinds = len(breadth), 0
    kind, model, row = np.zeros(servers, np.int64), np.zeros(servers, np.int64), np.zeros(servers + 1, np.int64)
    for server in range(servers):
        at = 0
        while at < kinds and not _alike(breadth, preference, server, model[at]):
            at += 1
        if at == kinds:
            model[at], kinds = server, kinds + 1
        kind[server] = at
        row[at + 1] += stretches + 1
    for at in range(servers):
        row[at + 1] += row[at] + (2 + more if at < kinds else 0)
    return kind, model, row


def _alike(breadth: Integers, preference: Integers, one: int, other: int) -> bool:
    """Whether nothing but idleness tells two people apart when someone is chosen for a queue."""
    if breadth[one] != breadth[other]:
        return False
    for queue in range(len(preference)):  # noqa: SIM110 - generators do not compile
        if preference[queue, one] != preference[queue, other]:
            return False
    return True


def _clock(begin: Integers, end: Integers, citizens: int, further: int) -> Clock:
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
    nerves, hand = np.zeros(citizens + 2, np.int64), np.zeros(7, np.int64)
    hand[BACK] = hand[LIMIT] = FAR
    walks = np.zeros(further + 2, np.int64)
    return Clock(services, bits_for(servers), changes, bits, nerves, bits_for(citizens), walks, hand)
