"""Goes through the rows of an array code by code, each row once."""

from collections.abc import Iterator

import numpy as np

from simulate.streams import Integers


def by_code(codes: Integers, many: int) -> Iterator[tuple[int, Integers | slice]]:
    """Yield each of the codes from 0 to below ``many`` that occurs, with the places where it stands, in order.

    Negative codes are passed over. A whole array of one code comes as a slice, which costs nothing.
    """
    if many == 1 and codes.min(initial=0) >= 0:
        yield 0, slice(None)
        return
    # Small integers are sorted digit by digit, in time that grows with the rows alone.
    small = codes.astype(np.int16) if many < 1 << 15 else codes
    order = np.argsort(small, kind="stable")
    ends = np.searchsorted(small[order], np.arange(many + 1))
    for code in np.flatnonzero(np.diff(ends)).tolist():
        yield code, order[ends[code] : ends[code + 1]]
