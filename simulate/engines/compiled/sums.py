"""Sums and order statistics of visits by group in one go: what ``simulate.grouping`` says for whole arrays."""

import numpy as np


def tabulate(codes, always, values, ranked, waits, shares, piece, amount, most):  # type: ignore[no-untyped-def]
    """Return (codes of the groups, sums by group and column, sums of pieces by group, statistics by share and group).

    ``ranked`` are the places of the rows that were called in the order of their ``waits``; ``piece`` are the codes of
    pieces with an ``amount`` each, which may be of groups without a row. Codes are few between their least and their
    greatest: memory is taken for all of them; where they are more than ``most``, nothing is returned.
    """
    low, high = _ends(codes, always, piece)  # type: ignore[no-untyped-call]
    if high - low + 1 > most:
        return np.empty(0, np.int64), np.empty((0, 0)), np.empty(0), np.empty((0, 0))
    place, every = _places(low, high, codes, always, piece)  # type: ignore[no-untyped-call]
    groups = len(every)
    member = np.empty(len(codes), np.int64)
    sums = np.zeros((groups, values.shape[1]))
    for row in range(len(codes)):
        group = place[codes[row] - low]
        member[row] = group
        for column in range(values.shape[1]):
            sums[group, column] += values[row, column]
    pieces = np.zeros(groups)
    for at in range(len(piece)):
        pieces[place[piece[at] - low]] += amount[at]
    return every, sums, pieces, _statistics(member, groups, ranked, waits, shares)  # type: ignore[no-untyped-call]


def _places(low, high, codes, always, piece):  # type: ignore[no-untyped-def]
    """Return the place of each code from the least to the greatest, -1 where there is none, and the codes in order."""
    place = np.zeros(high - low + 1, np.int64)
    for part in (always, codes, piece):
        for code in part:
            place[code - low] = 1
    groups = 0
    for at in range(len(place)):
        if place[at]:
            place[at] = groups
            groups += 1
        else:
            place[at] = -1
    every = np.empty(groups, np.int64)
    for at in range(len(place)):
        if place[at] >= 0:
            every[place[at]] = low + at
    return place, every


def _ends(one, two, three):  # type: ignore[no-untyped-def]
    """Return the least and the greatest of all codes; the greatest is less than the least where there is none."""
    low, high, some = np.int64(0), np.int64(-1), False
    for part in (one, two, three):
        if len(part):
            least, most = part.min(), part.max()
            low, high = (min(low, least), max(high, most)) if some else (least, most)
            some = True
    return low, high


def _statistics(member, groups, ranked, waits, shares):  # type: ignore[no-untyped-def]
    """Return the least wait that at least a share of those called in each group does not exceed, NaN of nobody."""
    begin = np.zeros(groups + 1, np.int64)
    for row in ranked:
        begin[member[row] + 1] += 1
    for group in range(groups):
        begin[group + 1] += begin[group]
    filled = begin[:-1].copy()
    ordered = np.empty(len(ranked), np.int64)
    for row in ranked:
        ordered[filled[member[row]]] = waits[row]
        filled[member[row]] += 1
    found = np.full((len(shares), groups), np.nan)
    for group in range(groups):
        many = begin[group + 1] - begin[group]
        for at in range(len(shares)):
            if many:
                # A hair is taken off, so that 0.9 of 10 is the ninth value and not, by rounding, the tenth.
                which = max(int(np.ceil(shares[at] * many - 1e-9)), 1) - 1
                found[at, group] = ordered[begin[group] + which]
    return found
