"""Puts rows in order digit by digit, in time that grows with the rows alone."""

import numpy as np

BITS = 11


def ordered(keys, chosen):  # type: ignore[no-untyped-def]
    """Return the places of the ``chosen`` rows in the order of their keys, then of their places."""
    here, many = np.empty(len(keys), np.int64), 0
    for at in range(len(keys)):
        if chosen[at]:
            here[many] = at
            many += 1
    return reordered(keys, here[:many])  # type: ignore[no-untyped-call]


def reordered(keys, here):  # type: ignore[no-untyped-def]
    """Return places in the order of their keys; those with the same key stay as they are."""
    low, high, shift = np.int64(1 << 62), np.int64(-1 << 62), np.int64(0)
    for who in here:
        low, high = min(low, keys[who]), max(high, keys[who])
    there, begin = np.empty(len(here), np.int64), np.empty((1 << BITS) + 1, np.int64)
    while len(here) and (high - low) >> shift:
        for digit in range(len(begin)):
            begin[digit] = 0
        for who in here:
            begin[((keys[who] - low >> shift) & ((1 << BITS) - 1)) + 1] += 1
        for digit in range(1 << BITS):
            begin[digit + 1] += begin[digit]
        for who in here:
            mine = (keys[who] - low >> shift) & ((1 << BITS) - 1)
            there[begin[mine]] = who
            begin[mine] += 1
        here, there, shift = there, here, shift + BITS
    return here
