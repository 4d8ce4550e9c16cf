"""Puts rows in order by several columns, sooner than a general sort where the columns fit into one word."""

import numpy as np

from simulate.streams import Integers

_BITS = 63


def order_by(*columns: Integers) -> Integers:
    """Return the places of the rows in order: by the first column, then the next, then the place itself."""
    lows = [int(column.min(initial=0)) for column in columns]
    widths = [(int(column.max(initial=0)) - low).bit_length() for column, low in zip(columns, lows, strict=True)]
    many = len(columns[0])
    place = max(many - 1, 1).bit_length()
    if sum(widths) + place > _BITS:
        return np.asarray(np.lexsort(columns[::-1]), np.int64)
    word = np.zeros(many, np.int64)
    for column, low, width in zip(columns, lows, widths, strict=True):
        word = (word << width) | (column - low)
    # Whole words are sorted much sooner than places by their words; the place is the lowest part of the word.
    ordered = np.sort((word << place) | np.arange(many))
    return np.asarray(ordered & ((1 << place) - 1), np.int64)
