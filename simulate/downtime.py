"""How long a service takes while the system it needs is slow or down: exact, in whole ticks."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from simulate.streams import Integers

WHOLE = 100
Window = tuple[int, int, int]
"""From, until (ticks), and how many per cent of a tick's work is done in a tick meanwhile."""

NO_DOWNTIME = np.zeros((0, 4), np.int64)


def finish(windows: Sequence[Window], begin: int, ticks: int) -> int:
    """Return when a service that begins at a tick and takes so many undisturbed is over; windows are in order."""
    need, now = ticks * WHOLE, begin
    for start, end, percent in windows:
        if end <= now:
            continue
        until = max(now, start)
        if (until - now) * WHOLE >= need:
            break
        need -= (until - now) * WHOLE
        if percent and (end - until) * percent >= need:
            return until - -need // percent
        need -= (end - until) * percent
        now = end
    return now - -need // WHOLE


def done(windows: Sequence[Window], begin: int, now: int) -> int:
    """Return how many undisturbed ticks of a service have been done between two ticks, rounded down."""
    lost = 0
    for start, end, percent in windows:
        inside = min(end, now) - max(start, begin)
        lost += max(0, inside) * (WHOLE - percent)
    return ((now - begin) * WHOLE - lost) // WHOLE


def table_of(windows: Sequence[Sequence[Window]]) -> Integers:
    """Return the windows of several systems as rows (system, from, until, per cent), where two meet the slower one."""
    rows = [(system, *window) for system, own in enumerate(windows) for window in _apart(own)]
    return np.array(rows, np.int64).reshape(-1, 4)


def windows_of(table: Integers, system: int) -> list[Window]:
    """Return the windows of one system, in order."""
    return [(start, end, percent) for at, start, end, percent in table.tolist() if at == system]


def _apart(windows: Sequence[Window]) -> list[Window]:
    """Cut windows so that none meets another; where they met, the least work is done."""
    edges = sorted({edge for start, end, _ in windows for edge in (start, end)})
    found: list[Window] = []
    for start, end in pairwise(edges):
        percents = [percent for first, last, percent in windows if first <= start and end <= last]
        if percents:
            found.append((start, end, min(percents)))
    return found
