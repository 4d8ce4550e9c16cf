"""How long a service takes while its system is slow or down; see ``simulate.downtime`` for the rule."""

from simulate.streams import Integers

WHOLE = 100


def finish(table: Integers, system: int, begin: int, ticks: int) -> int:
    """Return when a service that begins at a tick and takes so many undisturbed is over."""
    need, now = ticks * WHOLE, begin
    for row in range(len(table)):
        start, end, percent = table[row, 1], table[row, 2], table[row, 3]
        if table[row, 0] != system or end <= now:
            continue
        until = max(now, start)
        if (until - now) * WHOLE >= need:
            break
        need -= (until - now) * WHOLE
        if percent > 0 and (end - until) * percent >= need:
            return int(until + (need + percent - 1) // percent)
        need -= (end - until) * percent
        now = end
    return int(now + (need + WHOLE - 1) // WHOLE)


def done(table: Integers, system: int, begin: int, now: int) -> int:
    """Return how many undisturbed ticks of a service have been done between two ticks, rounded down."""
    lost = 0
    for row in range(len(table)):
        if table[row, 0] == system:
            lost += max(0, min(table[row, 2], now) - max(table[row, 1], begin)) * (WHOLE - table[row, 3])
    return int(((now - begin) * WHOLE - lost) // WHOLE)
