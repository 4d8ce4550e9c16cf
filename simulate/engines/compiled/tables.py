"""All tables of visits of a replication in one go: what ``simulate.measured`` does with whole arrays."""

import numpy as np

from simulate.engines.compiled.columns import NEVER, NOWHERE, QUEUE, WATCHED, columns, pieces, stretches, watch
from simulate.engines.compiled.groups import MINUTES, NUMBERS, OUT, followed, places, staffed, statistics, sums
from simulate.engines.compiled.order import ordered

# A table's weights of site, service, class, date and slot in the codes of its groups; whether nowhere is left out; the
# table that says the same of all sites together (-1: none, or there are several sites); whether staff is added up.
SITE, SLOT, PLACED, BROADER, STAFF = 0, 4, 5, 6, 7
KEYS = 5


def tables(  # type: ignore[no-untyped-def]
    visits, again, people, journeys, within, closing, watched, clock, weights, site, always, ends, shares, spread, least
):
    """Return (each table's first and end among the groups, keys x groups of all tables, numbers x groups).

    ``visits``, ``again`` and ``people`` are the columns of the tables of a ledger, ``journeys`` kilometres and minutes
    by row of demand, ``watched`` minutes by site and, as the last, of all, ``clock`` (ticks a minute, minutes a slot,
    slots, first measured tick, whether papers bring people back on the same day, first number of those who come back).
    ``weights`` (tables x 8) make the code of a visit, ``site`` is the only one where there is but one; the codes in
    ``always`` (until ``ends`` by table) have a group even when empty. The numbers are the sums of the columns, the
    minutes over which queues are watched, the waits in minutes that at least each of the ``shares`` of those called do
    not exceed (NaN of nobody), and minutes of staff. A table ends before its first group where its codes are so far
    apart that memory for all of them would be more than ``spread`` for each visit and ``least`` at all.
    """
    rate, slot_minutes, slots, since, same_day, back = clock
    length, visited = slot_minutes * rate, len(visits[0])
    kept, called = np.empty(visited, np.bool_), np.empty(visited, np.bool_)
    begun, slot, wait = np.empty(visited, np.int64), np.empty(visited, np.int64), np.empty(visited, np.int64)
    for at in range(visited):
        kept[at] = visits[5][at] >= since
        called[at] = kept[at] and visits[7][at] != NEVER
        begun[at], wait[at] = visits[6][at] // length, visits[7][at] - visits[6][at]
        slot[at] = min(begun[at], slots - 1)
    counted = columns(visits, journeys[0], journeys[1], within, rate, same_day, back)  # type: ignore[no-untyped-call]
    waits = stretches(visits, again, kept, begun, length)  # type: ignore[no-untyped-call]
    watch(visits, waits, closing, rate, counted[0])  # type: ignore[no-untyped-call]
    cut, order = pieces(waits, length, slots, rate), ordered(wait, called)  # type: ignore[no-untyped-call]
    many, most = len(weights), max(least, spread * visited)
    member, aside = np.empty(visited, np.int64), np.empty(len(cut[0]), np.int64)
    codes = np.empty(many * (visited + len(cut[0])) + 2 * len(always), np.int64)
    bounds, groups, found = np.empty((many, 2), np.int64), 0, [np.zeros((0, NUMBERS))]
    for table in range(many):
        weight, source = weights[table], weights[table, BROADER]
        if source >= 0:
            old = codes[bounds[source, 0] : max(bounds[source, 0], bounds[source, 1])]
            part = followed(old, found[source + 1], site * weight[SITE], weight[STAFF], codes[groups:])  # type: ignore[no-untyped-call]
            got = bounds[source, 1] - bounds[source, 0] if len(part) == 0 else len(part)
        else:
            mine = always[ends[table] : ends[table + 1]]
            _codes(visits, kept, slot, cut, weight, member, aside)  # type: ignore[no-untyped-call]
            got = places(member, aside, mine, codes[groups:], most)  # type: ignore[no-untyped-call]
            part = np.zeros((max(got, 0), NUMBERS))
            if got > 0:
                sums(counted, member, cut[2], aside, part)  # type: ignore[no-untyped-call]
                statistics(member, wait, order, shares, rate, part)  # type: ignore[no-untyped-call]
        if weight[STAFF]:
            staffed(codes[groups : groups + len(part)], weight[SITE], people, rate, part)  # type: ignore[no-untyped-call]
        bounds[table, 0], bounds[table, 1] = groups, groups + got
        groups += len(part)
        found.append(part)
    return bounds, *_together(bounds, codes, found, weights, watched, slot_minutes, groups)  # type: ignore[no-untyped-call]


def _codes(visits, kept, slot, cut, weight, member, aside):  # type: ignore[no-untyped-def]
    """Write the code of each visit into ``member`` and of each piece into ``aside``, ``OUT`` of those left out."""
    date, site, service, rank = visits[0], visits[3], visits[4], visits[12]
    for at in range(len(member)):
        if kept[at] and not (weight[PLACED] and site[at] == NOWHERE):
            code = weight[0] * site[at] + weight[1] * service[at] + weight[2] * rank[at]
            member[at] = code + weight[3] * date[at] + weight[SLOT] * slot[at]
        else:
            member[at] = OUT
    for at in range(len(aside)):
        visit = cut[0][at]
        aside[at] = OUT if member[visit] == OUT else member[visit] + weight[SLOT] * (cut[1][at] - slot[visit])


def _together(bounds, codes, found, weights, watched, slot_minutes, groups):  # type: ignore[no-untyped-def]
    """Return the keys and the numbers of all groups, a row for each key and number."""
    keys, numbers = np.zeros((KEYS, groups), np.int64), np.empty((NUMBERS, groups))
    for table in range(len(weights)):
        first, weight, part = bounds[table, 0], weights[table], found[table + 1]
        for group in range(len(part)):
            rest = codes[first + group]
            # From the key that weighs most to that which weighs least.
            for key in (0, 3, 1, 2, 4):
                if weight[key]:
                    keys[key, first + group] = rest // weight[key]
                    rest -= keys[key, first + group] * weight[key]
            for number in range(NUMBERS):
                numbers[number, first + group] = part[group, number]
            numbers[MINUTES, first + group] = watched[keys[SITE, first + group]] if weight[SITE] else watched[-1]
            if weight[SLOT]:
                numbers[MINUTES, first + group] = slot_minutes
                numbers[WATCHED, first + group] = part[group, QUEUE]
                keys[SLOT, first + group] *= slot_minutes
    return keys, numbers
