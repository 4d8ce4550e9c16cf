"""Groups of visits: their places among the codes that occur, sums of their columns, order statistics of their waits."""

import numpy as np

from simulate.engines.compiled.columns import AMOUNTS, COUNTS, MANY, QUEUE

# A code of what is not in a table.
OUT = -(1 << 62)
# Numbers behind the columns: minutes watched, three order statistics, three sums of the staff.
MINUTES, WAITS, STAFFED, NUMBERS = 24, 25, 28, 31
ARRIVALS, NO_SHOW = 0, 6


def places(member, aside, always, codes, most):  # type: ignore[no-untyped-def]
    """Turn codes into places among those that occur, in order, and return how many: -1 where they are too far apart."""
    low, high = _ends(member, aside, always)  # type: ignore[no-untyped-call]
    if high - low >= most:
        return -1
    place = np.zeros(max(high - low + 1, 0), np.int64)
    for part in (member, aside, always):
        for code in part:
            if code != OUT:
                place[code - low] = 1
    groups = 0
    for at in range(len(place)):
        if place[at]:
            codes[groups], place[at] = low + at, groups
            groups += 1
    for part in (member, aside):
        for at in range(len(part)):
            if part[at] != OUT:
                part[at] = place[part[at] - low]
    return groups


def _ends(member, aside, always):  # type: ignore[no-untyped-def]
    """Return the least and the greatest of all codes; the greatest is less than the least where there is none."""
    low, high = np.int64(-OUT), np.int64(OUT)
    for part in (member, aside, always):
        for code in part:
            if code != OUT:
                low, high = min(low, code), max(high, code)
    return low, high


def sums(counted, member, amount, aside, numbers):  # type: ignore[no-untyped-def]
    """Add up the columns of the visits and the minutes of the pieces, in their order.

    ``counted`` are what ``columns`` returned. Whole numbers may be added in any order: visits of one kind are counted.
    """
    amounts, kind, kinds = counted
    many = np.zeros((len(numbers), len(kinds)), np.int64)
    for at in range(len(member)):
        if member[at] != OUT:
            group = member[at]
            many[group, kind[at]] += 1
            for place in range(MANY):
                numbers[group, AMOUNTS[place]] += amounts[at, place]
    for at in range(len(aside)):
        if aside[at] != OUT:
            numbers[aside[at], QUEUE] += amount[at]
    for one in range(len(kinds)):
        for place in range(len(COUNTS)):
            if kinds[one] >> place & 1:
                for group in range(len(numbers)):
                    numbers[group, COUNTS[place]] += many[group, one]


def statistics(member, wait, order, shares, rate, numbers):  # type: ignore[no-untyped-def]
    """Find in each group the least wait that at least a share of those called does not exceed, NaN of nobody."""
    begin = np.zeros(len(numbers) + 1, np.int64)
    for at in order:
        if member[at] != OUT:
            begin[member[at] + 1] += 1
    for group in range(len(numbers)):
        begin[group + 1] += begin[group]
    filled, sorted_waits = begin[:-1].copy(), np.empty(begin[-1], np.int64)
    for at in order:
        if member[at] != OUT:
            sorted_waits[filled[member[at]]] = wait[at]
            filled[member[at]] += 1
    for group in range(len(numbers)):
        many = begin[group + 1] - begin[group]
        for share in range(len(shares)):
            # A hair is taken off, so that 0.9 of 10 is the ninth value and not, by rounding, the tenth.
            which = max(int(np.ceil(shares[share] * many - 1e-9)), 1) - 1
            found = sorted_waits[begin[group] + which] / rate if many else np.nan
            numbers[group, WAITS + share] = found


def staffed(codes, by_site, people, rate, numbers):  # type: ignore[no-untyped-def]
    """Add up the minutes of duty, at work and of overtime of the people at each site, or of all."""
    _, site, _, busy, duty, overtime, _ = people
    for at in range(len(site)):
        group, beyond = 0, len(codes) if by_site else 1
        while group + 1 < beyond:
            middle = (group + beyond) // 2
            if codes[middle] <= site[at]:
                group = middle
            else:
                beyond = middle
        numbers[group, STAFFED] += duty[at] / rate
        numbers[group, STAFFED + 1] += busy[at] / rate
        numbers[group, STAFFED + 2] += overtime[at] / rate


def followed(old, broader, more, everything, codes):  # type: ignore[no-untyped-def]
    """Return a table of the only site: the broader one, without the groups in which nothing happened.

    Its codes, which are the ``old`` and ``more``, are written into ``codes``.
    """
    chosen, many = np.empty(len(old), np.int64), 0
    for at in range(len(old)):
        if everything or broader[at, ARRIVALS] > 0 or broader[at, NO_SHOW] > 0 or broader[at, QUEUE] > 0:
            chosen[many], codes[many] = at, old[at] + more
            many += 1
    part = np.zeros((many, NUMBERS))
    for at in range(many):
        for number in range(STAFFED):
            part[at, number] = broader[chosen[at], number]
    return part
