"""What every visit adds to the tallies, one after the other: what ``simulate.columns`` says for whole arrays."""

import numpy as np

SERVED, LEFT, TURNED_AWAY, UNSERVED, NO_SHOW, BALKED = 0, 1, 2, 3, 4, 6
NEVER = NOWHERE = -1
# Places among the columns of what is counted, each one or nothing for a visit, and of amounts of minutes or kilometres.
COUNTS = (0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 14, 15, 16, 17, 18, 19, 20, 21)
AMOUNTS, QUEUE, WATCHED = (7, 11, 12, 13, 23), 22, 23
WAIT, DOOR, KILOMETRES, MINUTES, UNTIL_CLOSING, MANY = 0, 1, 2, 3, 4, 5
# Visits differ in what they count by far fewer kinds than this.
ROOM = 1024
# A multiplier that spreads their bits over the room.
SPREAD = 0x9E3779B1


def columns(visits, kilometres, minutes, within, rate, same_day, back):  # type: ignore[no-untyped-def]
    """Return the amounts of each visit (visits x amounts), its kind, and what each kind counts as bits in ``COUNTS``.

    ``visits`` are the columns of a visit table, ``within`` the target of each service in minutes, ``back`` the first
    number of those who come again for missing papers, ``rate`` the ticks of a minute. Nobody waits until closing yet.
    """
    _, row, number, site, service, arrival, join, call, out, _, outcome, stage, _ = visits
    amounts, kind = np.empty((len(row), MANY)), np.empty(len(row), np.int64)
    kinds, places, many = np.empty(ROOM, np.int64), np.full(ROOM, NEVER, np.int64), 0
    for at in range(len(row)):
        ended, later = outcome[at], stage[at] != 0
        balked, came = ended == BALKED, ended != NO_SHOW
        left = (ended == LEFT) or balked
        ticket = came and ended != TURNED_AWAY
        called = ticket and call[at] != NEVER
        travelled = came and site[at] != NOWHERE and not later
        wait = (out[at] - join[at]) / rate
        amounts[at, WAIT] = wait if called else 0.0
        amounts[at, DOOR] = (join[at] - arrival[at]) / rate if ticket else 0.0
        amounts[at, KILOMETRES] = kilometres[row[at]] if travelled else 0.0
        amounts[at, MINUTES] = minutes[row[at]] if travelled else 0.0
        amounts[at, UNTIL_CLOSING] = 0.0
        bits = came | (ended == SERVED) << 1 | left << 2 | balked << 3 | (ended == TURNED_AWAY) << 4
        bits |= (ended == UNSERVED) << 5 | (ended == NO_SHOW) << 6 | called << 7 | ticket << 8
        bits |= (ticket and not balked) << 9 | travelled << 10
        bits |= (came and ((number[at] >= back and not later) or (same_day and stage[at] == 1))) << 11
        for place in range(3):
            soon = wait <= (within[service[at]] if place == 0 else 15.0 * place)
            bits |= (called and soon) << 12 + 2 * place | (left and soon) << 13 + 2 * place
        slot = (bits * SPREAD >> 20) & (ROOM - 1)
        while places[slot] != NEVER and kinds[places[slot]] != bits:
            slot = (slot + 1) & (ROOM - 1)
        if places[slot] == NEVER:
            places[slot], kinds[many] = many, bits
            many += 1
        kind[at] = places[slot]
    return amounts, kind, kinds[:many]


def stretches(visits, again, kept, slot, length):  # type: ignore[no-untyped-def]
    """Return each stretch of waiting as (place of the visit, from, until, the slot of ``length`` it begins in).

    First those until the first call, then those after an interruption (``again``); of the visits ``kept`` alone.
    """
    join, out, (visit, begin, end) = visits[6], visits[8], again
    found, many = np.empty((len(join) + len(visit), 4), np.int64), 0
    for at in range(len(join)):
        if kept[at] and out[at] > join[at]:
            found[many, 0], found[many, 1], found[many, 2], found[many, 3] = at, join[at], out[at], slot[at]
            many += 1
    for at in range(len(visit)):
        if kept[visit[at]] and end[at] > begin[at]:
            found[many, 0], found[many, 1], found[many, 2] = visit[at], begin[at], end[at]
            found[many, 3] = begin[at] // length
            many += 1
    return found[:many]


def watch(visits, waits, closing, rate, amounts):  # type: ignore[no-untyped-def]
    """Add up the minutes in the queue until the door closes; ``closing`` by date and site, in ticks."""
    date, site = visits[0], visits[3]
    for at in range(len(waits)):
        visit = waits[at, 0]
        until = min(waits[at, 2], closing[date[visit], site[visit]])
        amounts[visit, UNTIL_CLOSING] += max(until - waits[at, 1], 0) / rate


def pieces(waits, length, slots, rate):  # type: ignore[no-untyped-def]
    """Cut stretches of waiting into slots: (places of the visits, slots, minutes)."""
    many = 0
    for at in range(len(waits)):
        many += 1
        edge = (waits[at, 3] + 1) * length
        while edge < waits[at, 2]:
            many, edge = many + 1, edge + length
    visit, slot, amount = np.empty(many, np.int64), np.empty(many, np.int64), np.empty(many)
    piece = 0
    for at in range(len(waits)):
        begin, end, place = waits[at, 1], waits[at, 2], waits[at, 3]
        while begin < end:
            until = min(end, (place + 1) * length)
            visit[piece], slot[piece], amount[piece] = waits[at, 0], min(place, slots - 1), (until - begin) / rate
            piece, place, begin = piece + 1, place + 1, until
    return visit, slot, amount
